"""What can be done with one sentence of the plan."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.model.person import Person
from app.model.pictures import has_not
from app.model.record import Record
from app.model.statement import Statement
from app.model.text import LONGEST_SENTENCE
from app.usecases import people
from app.usecases import statements as statements_
from tests.helpers.driver import Driver
from ui.screens.base import Route
from ui.screens.plan import MOST_AT_ONCE


def statements(driver: Driver, person: Record[Person]) -> list[Record[Statement]]:
    notebook = driver.window.ctx.open_notebook

    def read() -> list[Record[Statement]]:
        with notebook.unit_of_work() as work:
            return list(work.records.find(Statement, person=person.id))

    return driver.ask(read)


def of(driver: Driver, person: Record[Person], group: str) -> Record[Statement]:
    return next(
        s
        for s in statements(driver, person)
        if s.body.voice_group == group and s.body.kept and s.body.answer_to is None
    )


def show(driver: Driver, person: Record[Person], statement: Record[Statement]) -> None:
    about = {"person": person.id, "statement": statement.id, "section": statement.body.section}
    driver.window.show_route(Route("sentence", about))
    driver.settle()


def now(driver: Driver, person: Record[Person], like: Record[Statement]) -> Record[Statement]:
    return next(s for s in statements(driver, person) if s.id == like.id)


def test_a_sentence_is_reached_from_the_plan(examples: Driver, marcus: Record[Person]) -> None:
    examples.press("plan")
    card = next(n for n in examples.names() if n.startswith("statement-"))
    examples.press(card)
    assert examples.find("sentence") is not None
    examples.press("back")
    assert examples.window.route.screen == "plan"


def test_saying_it_differently_makes_it_a_draft_and_keeps_the_words_before(
    examples: Driver, marcus: Record[Person]
) -> None:
    own = of(examples, marcus, "own")
    show(examples, marcus, own)
    examples.press("change")
    field = examples.window.findChild(QPlainTextEdit, "new-words")
    assert field is not None
    field.setPlainText("Said anew.")
    examples.press("say-so")
    changed = now(examples, marcus, own)
    assert changed.body.original == "Said anew."
    assert not changed.body.kept
    assert changed.version == own.version + 1


def test_words_that_are_refused_stay_where_they_were_written(
    examples: Driver, marcus: Record[Person]
) -> None:
    own = of(examples, marcus, "own")
    show(examples, marcus, own)
    examples.press("change")
    field = examples.window.findChild(QPlainTextEdit, "new-words")
    assert field is not None
    words = "x" * (LONGEST_SENTENCE + 1)
    field.setPlainText(words)
    examples.press("say-so")
    assert now(examples, marcus, own).body.original == own.body.original
    show(examples, marcus, own)
    examples.press("change")
    field = examples.window.findChild(QPlainTextEdit, "new-words")
    assert field is not None
    assert field.toPlainText() == words


def test_somebody_elses_words_are_not_changed_but_replied_to(
    examples: Driver, marcus: Record[Person]
) -> None:
    other = of(examples, marcus, "others")
    show(examples, marcus, other)
    assert examples.find("change") is None
    for view in ("disagree", "agree"):
        examples.press(view)
    replies = [
        s
        for s in statements(examples, marcus)
        if s.body.answer_to is not None and s.body.answer_to.statement == other.id
    ]
    assert [s.body.answer_to.view for s in replies if s.body.answer_to] == ["agree"]
    assert now(examples, marcus, other).body.original == other.body.original


def test_only_for_me_is_one_press_and_one_press_back(
    examples: Driver, marcus: Record[Person]
) -> None:
    own = of(examples, marcus, "own")
    show(examples, marcus, own)
    examples.press("private")
    assert now(examples, marcus, own).body.private
    examples.press("private")
    assert not now(examples, marcus, own).body.private


def test_taken_out_it_is_hidden_and_its_history_stays(
    examples: Driver, marcus: Record[Person]
) -> None:
    own = of(examples, marcus, "own")
    show(examples, marcus, own)
    examples.press("take-out")
    assert examples.window.route.screen == "plan"
    assert own.id not in [s.id for s in statements(examples, marcus)]
    notebook = examples.window.ctx.open_notebook

    def history() -> int:
        with notebook.unit_of_work() as work:
            return len(work.records.history(own.id))

    assert examples.ask(history) == own.version + 1


def test_another_picture_is_chosen(examples: Driver, marcus: Record[Person]) -> None:
    own = of(examples, marcus, "own")
    show(examples, marcus, own)
    examples.press("picture")
    examples.press("no-picture")
    assert now(examples, marcus, own).body.symbols == ()


def test_a_person_chooses_the_picture_of_themselves(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.press("likes")
    examples.press("my-picture")
    picture = next(n for n in examples.names() if n.startswith("picture-"))
    examples.press(picture)
    notebook = examples.window.ctx.open_notebook
    kept = examples.ask(lambda: people.person(notebook, person=marcus.id))
    assert kept.body.photo != marcus.body.photo


def test_a_word_is_found_in_the_whole_plan(examples: Driver, marcus: Record[Person]) -> None:
    examples.press("plan")
    line = examples.window.findChild(QLineEdit, "search")
    assert line is not None
    line.setText("allotm")
    examples.settle()
    found = [n for n in examples.names() if n.startswith("statement-")]
    assert len(found) > 1
    assert "Found" in examples.seen()
    line.setText("xylophone")
    examples.settle()
    assert "Nothing found" in examples.seen()
    line.clear()
    examples.settle()
    assert "Nothing found" not in examples.seen()


def test_of_many_sentences_the_first_are_shown_and_the_rest_is_one_press_away(
    examples: Driver, marcus: Record[Person]
) -> None:
    notebook, by = examples.window.ctx.open_notebook, examples.window.ctx.writer

    def say_many() -> None:
        for number in range(MOST_AT_ONCE + 5):
            statements_.say(
                notebook,
                statements_.Said(
                    person=marcus.id,
                    words=f"Line {number}.",
                    lang="en-GB",
                    section="future",
                    kind="hope",
                    voice="own_spoken",
                    by=by,
                ),
            )

    examples.ask(say_many)
    about = {"person": marcus.id, "section": "future"}
    examples.window.show_route(Route("plan", about))
    examples.settle()
    shown = [n for n in examples.names() if n.startswith("statement-")]
    examples.press("more")
    assert len([n for n in examples.names() if n.startswith("statement-")]) > len(shown)


def saying(examples: Driver, marcus: Record[Person], words: str) -> Record[Statement]:
    """A sentence of theirs that says these words now, on screen."""
    own = of(examples, marcus, "own")
    notebook, by = examples.window.ctx.open_notebook, examples.window.ctx.writer
    examples.ask(lambda: statements_.change_words(notebook, statement=own.id, words=words, by=by))
    show(examples, marcus, own)
    return own


def test_a_picture_is_chosen_with_the_mark_for_not_where_the_sentence_says_not(
    examples: Driver, marcus: Record[Person]
) -> None:
    own = saying(examples, marcus, "I do not like coffee.")
    examples.press("picture")
    examples.press("with-not")
    examples.press(next(n for n in examples.names() if n.startswith("picture-")))
    (shown,) = now(examples, marcus, own).body.symbols
    assert has_not(shown)


def test_where_nothing_says_not_the_mark_for_it_is_not_offered(
    examples: Driver, marcus: Record[Person]
) -> None:
    saying(examples, marcus, "I like coffee.")
    examples.press("picture")
    assert examples.find("with-not") is None
