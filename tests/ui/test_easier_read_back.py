"""Reading back: who said or saw it today, and easier words that wait for the person's yes."""

import datetime

from PySide6.QtWidgets import QPlainTextEdit

from app.model.person import Person
from app.model.record import Record
from app.model.statement import Statement, Voice
from app.usecases import easy_words, statements
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.ui.test_easy_advice import theirs
from tests.ui.test_sentence import now, of, show
from ui.parts.easy_advice import EasyAdvice


def say_in_talk(driver: Driver, person: Record[Person], words: str, voice: Voice) -> None:
    """Say it in a new talk, and go on until it is read back."""
    ctx = driver.window.ctx
    begin(driver, guide(moment("it")), person.id)
    said = statements.Said(
        person=person.id,
        words=words,
        lang="en-GB",
        section="important_to",
        kind="fact",
        voice=voice,
        by=ctx.writer,
        said_by=ctx.writer if voice == "staff" else None,
        session=driver.talk.session.id,
        meaning="Joy." if voice == "shown_by_behaviour" else "",
        meaning_confidence="sure" if voice == "shown_by_behaviour" else None,
    )
    driver.ask(lambda: statements.say(ctx.open_notebook, said))
    while driver.step != "read_back":
        driver.next()
    while words not in driver.seen():
        driver.press("not_sure")


def helper(driver: Driver) -> str:
    return driver.talk.name_of(driver.window.ctx.writer)


def test_what_was_seen_is_not_called_said(examples: Driver, marcus: Record[Person]) -> None:
    say_in_talk(examples, marcus, "He smiles at trains.", "shown_by_behaviour")
    assert "we saw this and wrote it down today" in examples.seen()
    assert "you said this today" not in examples.seen()


def test_what_somebody_else_said_has_their_name(examples: Driver, marcus: Record[Person]) -> None:
    say_in_talk(examples, marcus, "He likes trains a lot.", "staff")
    assert f"{helper(examples)} said this today" in examples.seen()


def test_what_was_written_together_says_so(examples: Driver, marcus: Record[Person]) -> None:
    say_in_talk(examples, marcus, "We like trains a lot.", "joint_wording")
    assert "you wrote this together today" in examples.seen()


def test_what_the_person_said_is_theirs(examples: Driver, marcus: Record[Person]) -> None:
    say_in_talk(examples, marcus, "I like trains a lot.", "own_spoken")
    assert "you said this today" in examples.seen()


def easier(driver: Driver, person: Record[Person]) -> Record[Statement]:
    """Put a kept sentence of theirs in easier words, and go to where things are read back."""
    ctx, own = driver.window.ctx, of(driver, person, "own")
    driver.ask(
        lambda: easy_words.write(
            ctx.open_notebook, statement=own.id, words="Easy as tea.", by=ctx.writer
        )
    )
    begin(driver, guide(moment("it")), person.id)
    while driver.step != "read_back":
        driver.next()
    while "Easy as tea." not in driver.seen():
        driver.press("not_sure")
    return own


def test_easier_words_are_asked_about_at_reading_back_beside_their_sentence(
    examples: Driver, marcus: Record[Person]
) -> None:
    own = easier(examples, marcus)
    heard = [each.words for each in examples.window.screen.readables()]
    assert own.body.original in examples.seen()
    assert "In easier words: Easy as tea." in heard
    assert "Do they say the same? Only you can say so." in heard
    examples.press("easier-yes")
    assert now(examples, marcus, own).body.easy_ok_by_person
    assert examples.find("easier-yes") is None


def test_easier_words_may_be_left_and_are_asked_about_another_day(
    examples: Driver, marcus: Record[Person]
) -> None:
    own = easier(examples, marcus)
    examples.press("easier-unsure")
    body = now(examples, marcus, own).body
    assert (body.easy, body.easy_ok_by_person) == ("Easy as tea.", False)
    assert body.easy_unsure_on == examples.window.ctx.today
    assert examples.find("easier-yes") is None
    before = body.easy_unsure_on - datetime.timedelta(days=1)
    ctx = examples.window.ctx
    examples.ask(
        lambda: easy_words.leave(
            ctx.open_notebook, statement=own.id, seen=body.easy, on=before, by=ctx.writer
        )
    )
    examples.window.show_route(examples.window.route)
    examples.settle()
    assert examples.find("easier-yes") is not None


def test_easier_words_that_say_something_else_are_taken_away_and_the_sentence_stays(
    examples: Driver, marcus: Record[Person]
) -> None:
    own = easier(examples, marcus)
    examples.press("easier-no")
    body = now(examples, marcus, own).body
    assert (body.easy, body.original) == ("", own.body.original)


def test_easier_words_may_be_left_at_their_sentence_too_and_it_shows_that_they_were(
    examples: Driver, marcus: Record[Person]
) -> None:
    ctx, own = examples.window.ctx, of(examples, marcus, "own")
    examples.ask(
        lambda: easy_words.write(
            ctx.open_notebook, statement=own.id, words="Easy as tea.", by=ctx.writer
        )
    )
    show(examples, marcus, own)
    examples.press("easier-unsure")
    body = now(examples, marcus, own).body
    assert (body.easy, body.easy_ok_by_person) == ("Easy as tea.", False)
    assert body.easy_unsure_on == ctx.today
    unsure = examples.find("easier-unsure")
    assert unsure is not None
    assert unsure.isChecked()
    examples.press("easier-yes")
    assert now(examples, marcus, own).body.easy_ok_by_person


def advice_for(driver: Driver, how: str, words: str) -> str:
    driver.press(f"how-{how}")
    (advice,) = driver.window.findChildren(EasyAdvice)
    field = driver.window.findChild(QPlainTextEdit, "writing")
    assert field is not None
    with driver.qtbot.waitSignal(advice._pause.timeout):
        field.setPlainText(words)
    driver.settle()
    return driver.seen()


def test_whoever_writes_what_was_seen_or_others_said_gets_advice_beside_the_place(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, guide(moment("it")), marcus.id)
    assert not examples.window.findChildren(EasyAdvice)
    assert "Use: said no to" in advice_for(examples, "others", "He refused tea.")
    assert "Use: said no to" in advice_for(
        examples, "shown_by_behaviour", "He refused tea at noon."
    )
    examples.press("how-own_spoken")
    assert "Use: said no to" not in examples.seen()


def test_what_is_hard_stands_above_the_place_for_easier_words(
    examples: Driver, marcus: Record[Person]
) -> None:
    show(examples, marcus, theirs(examples, marcus, "His capacity was assessed."))
    examples.press("easier")
    examples.settle()
    assert "What may be hard to read in it:" in examples.seen()
    assert "Use: being able to decide" in examples.seen()


def test_nothing_stands_above_it_where_nothing_is_hard(
    examples: Driver, marcus: Record[Person]
) -> None:
    show(examples, marcus, theirs(examples, marcus, "He likes tea."))
    examples.press("easier")
    examples.settle()
    assert "What may be hard to read" not in examples.seen()
