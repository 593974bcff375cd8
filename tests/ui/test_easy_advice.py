"""Advice while somebody puts a sentence in easier words."""

from PySide6.QtWidgets import QPlainTextEdit

from app.model.person import Person
from app.model.record import Record
from app.model.statement import Statement
from app.usecases import statements
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.ui.test_sentence import now, of, show
from tests.ui.test_sentence import statements as all_statements
from ui.parts.easy_advice import EasyAdvice
from ui.screens.base import Route

HARD = "Staff facilitate it at 14:30 & don't stop."


def place(driver: Driver, person: Record[Person]) -> QPlainTextEdit:
    show(driver, person, of(driver, person, "own"))
    driver.press("easier")
    field = driver.window.findChild(QPlainTextEdit, "new-words")
    assert field is not None
    return field


def theirs(
    driver: Driver, person: Record[Person], words: str, lang: str = "en-GB"
) -> Record[Statement]:
    """A sentence that somebody of the staff says."""
    ctx = driver.window.ctx
    said = statements.Said(
        person=person.id,
        words=words,
        lang=lang,
        section="important_to",
        kind="fact",
        voice="staff",
        by=ctx.writer,
        said_by=ctx.writer,
    )
    change = driver.ask(lambda: statements.say(ctx.open_notebook, said))
    which = change.last("statement")
    return next(each for each in all_statements(driver, person) if each.id == which)


def advice(driver: Driver) -> EasyAdvice:
    (found,) = driver.window.findChildren(EasyAdvice)
    return found


def write(driver: Driver, field: QPlainTextEdit, words: str) -> None:
    """Write, and wait until the pause after it is over."""
    pause = advice(driver)._pause
    with driver.qtbot.waitSignal(pause.timeout):
        field.setPlainText(words)
    driver.settle()


def ours(driver: Driver) -> list[str]:
    return [name for name in driver.names() if name.startswith("our-way-")]


def test_two_remarks_at_most_come_when_the_typing_pauses(
    examples: Driver, marcus: Record[Person]
) -> None:
    field = place(examples, marcus)
    field.setPlainText(HARD)
    assert ours(examples) == []
    write(examples, field, HARD + " ")
    assert ours(examples) == ["our-way-0", "our-way-1"]
    assert "Use: help" in examples.seen()


def test_easy_words_bring_up_nothing(examples: Driver, marcus: Record[Person]) -> None:
    field = place(examples, marcus)
    write(examples, field, "I like my tea hot.")
    assert ours(examples) == []


def test_this_is_how_we_say_it_puts_a_remark_away_for_good(
    examples: Driver, marcus: Record[Person]
) -> None:
    field = place(examples, marcus)
    write(examples, field, "We have a handover.")
    examples.press("our-way-0")
    assert ours(examples) == []
    assert field.hasFocus() or not examples.window.isActiveWindow()
    write(examples, field, "We have a handover at night.")
    assert ours(examples) == []


def test_r5_the_persons_own_words_are_never_remarked_on(
    examples: Driver, marcus: Record[Person]
) -> None:
    field = place(examples, marcus)
    panel = advice(examples)
    panel._own = HARD
    write(examples, field, HARD)
    assert ours(examples) == []


def test_nothing_holds_up_whoever_keeps_the_words_as_they_are(
    examples: Driver, marcus: Record[Person]
) -> None:
    own = of(examples, marcus, "own")
    write(examples, place(examples, marcus), HARD)
    examples.press("say-easier")
    assert now(examples, marcus, own).body.easy == HARD


def test_hard_words_of_others_are_explained_under_the_sentence(
    examples: Driver, marcus: Record[Person]
) -> None:
    show(examples, marcus, theirs(examples, marcus, "His deputy comes to the review."))
    assert "A person the court picks" not in examples.seen()
    examples.press("means-deputy")
    assert "deputy: A person the court picks to decide for you." in examples.seen()
    examples.press("means-review")
    assert "review: A meeting to talk about your plan." in examples.seen()
    assert "A person the court picks" not in examples.seen()


def test_one_press_puts_a_meaning_away_and_it_is_heard_while_it_stands(
    examples: Driver, marcus: Record[Person]
) -> None:
    which = theirs(examples, marcus, "His deputy comes.")
    show(examples, marcus, which)
    examples.press("means-deputy")
    heard = [each.words for each in examples.window.screen.readables()]
    assert any(each.startswith("deputy: ") for each in heard)
    examples.press("meaning")
    assert "A person the court picks" not in examples.seen()
    heard = [each.words for each in examples.window.screen.readables()]
    assert not any(each.startswith("deputy: ") for each in heard)


def test_hard_words_are_explained_in_the_plan_too(examples: Driver, marcus: Record[Person]) -> None:
    which = theirs(examples, marcus, "His deputy comes.")
    about = {"person": marcus.id, "section": "important_to", "at": which.id}
    examples.window.show_route(Route("plan", about))
    examples.settle()
    examples.press("means-deputy")
    assert "A person the court picks" in examples.seen()


def test_nothing_is_marked_in_a_language_without_a_list(
    examples: Driver, marcus: Record[Person]
) -> None:
    show(examples, marcus, theirs(examples, marcus, "Mae deputy yn dod.", lang="cy"))
    assert not [name for name in examples.names() if name.startswith("means-")]


def test_the_persons_own_words_are_not_explained_to_them(
    examples: Driver, marcus: Record[Person]
) -> None:
    ctx, own = examples.window.ctx, of(examples, marcus, "own")
    words = "My deputy comes."
    examples.ask(
        lambda: statements.change_words(
            ctx.open_notebook, statement=own.id, words=words, by=ctx.writer
        )
    )
    show(examples, marcus, own)
    assert words in examples.seen()
    assert "A person the court picks" not in examples.seen()


def test_hard_words_of_a_question_are_explained_under_it(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, guide(moment("it", prompt="Who is your deputy?")), marcus.id)
    examples.press("means-deputy")
    assert "deputy: A person the court picks to decide for you." in examples.seen()
    heard = [each.words for each in examples.window.screen.readables()]
    assert heard.index("Who is your deputy?") < heard.index("What does “deputy” mean?")
    examples.press("means-deputy")
    assert "A person the court picks" not in examples.seen()


def test_hard_words_are_explained_before_the_person_says_yes_to_them(
    examples: Driver, marcus: Record[Person]
) -> None:
    ctx, by = examples.window.ctx, examples.window.ctx.writer
    begin(examples, guide(moment("it")), marcus.id)
    session = examples.talk.session.id
    words = statements.Said(
        person=marcus.id,
        words="His deputy comes.",
        lang="en-GB",
        section="important_to",
        kind="fact",
        voice="staff",
        by=by,
        said_by=by,
        session=session,
    )
    examples.ask(lambda: statements.say(ctx.open_notebook, words))
    while examples.step != "read_back":
        examples.next()
    while examples.find("means-deputy") is None:
        examples.press("not_sure")
    examples.press("means-deputy")
    assert "A person the court picks" in examples.seen()
