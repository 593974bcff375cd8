"""Whether the words of a plan are easy, and who read it."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.model.checked_with import CheckedWith
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.usecases import statements
from tests.helpers.driver import Driver
from tests.ui.test_sentence import of
from ui.screens.base import Route

HARD = "Staff facilitate access to the community at 14:30."


def write(driver: Driver, person: Record[Person], words: str, voice: str = "staff") -> str:
    ctx = driver.window.ctx
    notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
    said = statements.Said(
        person=person.id,
        words=words,
        lang="en-GB",
        section="important_to",
        kind="fact",
        voice=voice,  # type: ignore[arg-type]
        by=by,
        said_by=by if voice == "staff" else None,
    )
    which = driver.ask(lambda: statements.say(notebook, said)).last("statement")
    driver.ask(
        lambda: statements.read_back(
            notebook, statement=which, result="keep", method="heard it", on=today, by=by
        )
    )
    return which


def show(driver: Driver, person: Record[Person]) -> None:
    driver.window.show_route(Route("easy_words", {"person": person.id}))
    driver.settle()


def show_all(driver: Driver) -> None:
    while driver.find("more") is not None:
        driver.press("more")


def readings(driver: Driver) -> list[CheckedWith]:
    notebook = driver.window.ctx.open_notebook

    def find() -> list[CheckedWith]:
        with notebook.unit_of_work() as work:
            return [each.body for each in work.records.find(CheckedWith)]

    return driver.ask(find)


def told(driver: Driver, name: str = "Sam") -> None:
    """Say that somebody read it, up to what they said."""
    driver.press("somebody-read")
    line = driver.window.findChild(QLineEdit, "reader-name")
    assert line is not None
    line.setText(name)
    driver.press("this-name")
    assert f"Is {name} paid to support" in driver.seen()
    driver.press("made-no")


def test_it_is_reached_from_where_the_booklet_is_printed(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.window.show_route(Route("print", {"person": marcus.id}))
    examples.settle()
    examples.press("easy-words")
    assert "The booklet is called: Easier words" in examples.seen()
    examples.press("back")
    assert examples.window.route.screen == "print"


def test_each_sentence_says_what_to_change_and_opens(
    examples: Driver, marcus: Record[Person]
) -> None:
    which = write(examples, marcus, HARD)
    show(examples, marcus)
    show_all(examples)
    assert "Use: help" in examples.seen()
    examples.press(f"change-{which}")
    assert examples.window.route.screen == "sentence"
    assert examples.find("sentence") is not None
    examples.press("back")
    assert examples.window.route.screen == "easy_words"


def test_r5_own_words_stay_and_an_easy_version_is_offered(
    examples: Driver, marcus: Record[Person]
) -> None:
    which = write(examples, marcus, HARD.removesuffix(" at 14:30."), voice="own_spoken")
    show(examples, marcus)
    show_all(examples)
    assert "They stay as they were said." in examples.seen()
    assert "Use: help" not in examples.seen()
    button = examples.find(f"change-{which}")
    assert button is not None
    assert button.words == "Write an easy version beside it"


def test_an_empty_plan_is_calm(own: Driver) -> None:
    own.window.show_route(Route("easy_words", {"person": own.person()}))
    own.settle()
    assert "There is nothing in the booklet yet." in own.seen()


def test_l24_a_reader_is_asked_and_written_down(examples: Driver, marcus: Record[Person]) -> None:
    sentence = of(examples, marcus, "own")
    show(examples, marcus)
    told(examples)
    assert "Does Sam use easy read?" in examples.seen()
    examples.press("uses-yes")
    said = examples.window.findChild(QPlainTextEdit, "reader-said")
    assert said is not None
    said.setPlainText("Good pictures.")
    while examples.find(f"hard-{sentence.id}") is None:
        examples.press("more")
    examples.press(f"hard-{sentence.id}")
    examples.press("keep-reading")
    (reading,) = readings(examples)
    assert (reading.named, reading.said) == ("Sam", "Good pictures.")
    assert [each.statement for each in reading.hard] == [sentence.id]
    assert "Sam said: Good pictures." in examples.seen()


def test_l24_whoever_does_not_use_easy_read_is_no_reader(
    examples: Driver, marcus: Record[Person]
) -> None:
    show(examples, marcus)
    told(examples)
    examples.press("uses-no")
    assert "Who read the booklet?" in examples.seen()
    assert readings(examples) == []


def test_l24_whoever_is_paid_or_wrote_some_of_it_is_no_reader(
    examples: Driver, marcus: Record[Person]
) -> None:
    show(examples, marcus)
    told(examples)
    examples.press("back")
    examples.press("somebody-read")
    line = examples.window.findChild(QLineEdit, "reader-name")
    assert line is not None
    line.setText("Sam")
    examples.press("this-name")
    examples.press("made-yes")
    assert "Who read the booklet?" in examples.seen()
    assert readings(examples) == []


def test_l24_the_keyworker_by_a_longer_name_is_told_so_at_once(
    examples: Driver, marcus: Record[Person]
) -> None:
    ctx = examples.window.ctx
    notebook = ctx.open_notebook

    def keyworker() -> str:
        with notebook.unit_of_work() as work:
            around = work.records.find(Supporter, person=marcus.id)
        return next(each.body.name for each in around if each.body.role == "keyworker")

    show(examples, marcus)
    examples.press("somebody-read")
    line = examples.window.findChild(QLineEdit, "reader-name")
    assert line is not None
    line.setText(f"{examples.ask(keyworker)} (a reader)")
    examples.press("this-name")
    assert "Whoever wrote it, and the keyworker, cannot say" in examples.seen()
    assert examples.find("made-no") is None


def test_l24_somebody_around_the_person_is_known_by_name_and_not_asked_for_it(
    examples: Driver, marcus: Record[Person]
) -> None:
    show(examples, marcus)
    examples.press("somebody-read")
    line = examples.window.findChild(QLineEdit, "reader-name")
    assert line is not None
    line.setText(f"{marcus.body.preferred_name.upper()}.")
    examples.press("this-name")
    assert "use easy read?" in examples.seen()
    assert examples.find("made-no") is None


def test_l24_what_was_hard_for_the_reader_is_told_until_it_is_changed(own: Driver) -> None:
    notebook, whose = own.window.ctx.open_notebook, RecordId(own.person())

    def find() -> Record[Person]:
        with notebook.unit_of_work() as work:
            return work.records.get(whose, Person)

    person = own.ask(find)
    which = RecordId(write(own, person, "I like tea.", voice="own_spoken"))
    show(own, person)
    told(own, "Lee")
    own.press("uses-yes")
    own.press(f"hard-{which}")
    own.press("keep-reading")
    assert "The booklet is called: Easier words" in own.seen()
    assert "Some sentences are still hard to read." in own.seen()
    ctx = own.window.ctx
    own.ask(
        lambda: statements.change_words(
            notebook, statement=which, words="I like hot tea.", by=ctx.writer
        )
    )
    own.settle()
    assert "Some sentences are still hard to read." not in own.seen()


def test_l24_the_person_is_asked_too(examples: Driver, marcus: Record[Person]) -> None:
    show(examples, marcus)
    examples.press("somebody-read")
    examples.press(f"reader-{marcus.id}")
    assert f"Does {marcus.body.preferred_name} use easy read?" in examples.seen()


def test_l24_other_words_since_then_are_told(examples: Driver, marcus: Record[Person]) -> None:
    show(examples, marcus)
    told(examples)
    examples.press("uses-yes")
    examples.press("keep-reading")
    assert "Some words are new" not in examples.seen()
    write(examples, marcus, "I like tea.", voice="own_spoken")
    examples.settle()
    assert "Some words are new since then." in examples.seen()


def test_l24_a_day_to_come_is_refused(examples: Driver, marcus: Record[Person]) -> None:
    show(examples, marcus)
    told(examples)
    examples.press("uses-yes")
    day = examples.window.findChild(QLineEdit, "read-on")
    assert day is not None
    day.setText("31/12/2090")
    examples.press("keep-reading")
    assert "That day is still to come." in examples.seen()
    assert readings(examples) == []
