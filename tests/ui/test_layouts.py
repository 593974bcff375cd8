"""Moments that are laid out in pictures, answered by pressing and by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import getAllValidWrappers

from app.model.drawn import Circle, DayStory
from app.model.goals import Goal
from app.model.record import Record
from app.model.statement import Statement
from app.usecases import people
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.parts.figure import Figure
from ui.parts.keeping import KEEP_TYPING_MS
from ui.parts.pressable import Pressable
from ui.parts.taborder import follow_layout
from ui.screens.base import Route

MIDDLE = Qt.MouseButton.LeftButton


def option(name: str, **more: object) -> dict[str, object]:
    return {"id": name, "words": f"The {name}", "picture": "openmoji:2B50", **more}


@pytest.fixture
def own(new_notebook: Driver) -> Driver:
    """A new notebook with one person."""
    driver = new_notebook
    notebook, today = driver.window.ctx.open_notebook, driver.window.ctx.today
    driver.ask(
        lambda: people.add_person(
            notebook, preferred_name="Amina", home_language="en-GB", worker=notebook.worker.id,
            worker_name=notebook.worker.name, today=today,
        )
    )  # fmt: skip
    return driver


def chosen(driver: Driver, step: str) -> tuple[str, ...]:
    answer = driver.talk.session.body.answers.get(step)
    return answer.choices if answer is not None else ()


def drafts(driver: Driver) -> list[str]:
    return [each.body.original for each in records(driver, Statement)]


def records(driver: Driver, kind: type) -> list[Record]:
    notebook, person = driver.window.ctx.open_notebook, driver.talk.person.id

    def find() -> list[Record]:
        with notebook.unit_of_work() as work:
            return list(work.records.find(kind, person=person))

    return driver.ask(find)


def with_keys(driver: Driver, name: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Go to it with Tab and press a key on it."""
    for _ in range(60):
        focus = driver.window.focusWidget()
        if focus is not None and focus.objectName() == name:
            QTest.keyClick(focus, key)
            driver.settle()
            return
        QTest.keyClick(focus or driver.window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {name}")


def supporter(driver: Driver) -> str:
    return driver.talk.supporters[0].id


PRESSES: list[Callable[[Driver, str], None]] = [Driver.press, with_keys]


@pytest.mark.parametrize("press", PRESSES)
def test_either_or_is_answered_and_said(own: Driver, press: Callable[[Driver, str], None]) -> None:
    options = [option("near", sentence="Stay near me."), option("alone"), option("both")]
    begin(own, guide(moment("here", kind="either_or", options=options), moment("last")))
    press(own, "option-near")
    assert chosen(own, "here") == ("near",)
    assert drafts(own) == ["Stay near me."]
    press(own, "option-alone")
    assert drafts(own) == ["The alone"]
    own.next()
    own.press("back")
    card = own.find("option-alone")
    assert card is not None
    assert card.isChecked()


@pytest.mark.parametrize("kind", ["either_or", "order", "body", "scale"])
def test_refusing_and_skipping_are_answers_everywhere(own: Driver, kind: str) -> None:
    options = [option("a"), option("b")][: 1 if kind == "scale" else 2]
    first = moment("here", kind=kind, options=options, scale="feeling")
    begin(own, guide(first, {**first, "id": "there"}))
    own.press("dont_know")
    own.next()
    own.next()
    answers = own.talk.session.body.answers
    assert (answers["here"].response, answers["there"].response) == ("dont_know", "skip")
    assert drafts(own) == []


@pytest.mark.parametrize("press", PRESSES)
def test_one_thing_is_placed_on_a_scale_and_taken_off(
    own: Driver, press: Callable[[Driver, str], None]
) -> None:
    begin(own, guide(moment("here", kind="scale", scale="feeling", options=[option("bus")])))
    press(own, "place-do_not_like")
    assert drafts(own) == ["The bus: I do not like it."]
    press(own, "place-do_not_like")
    assert (chosen(own, "here"), drafts(own)) == ((), [])


def test_a_scale_stands_as_the_person_likes_it_and_the_check_the_other_way_round(
    own: Driver,
) -> None:
    first = moment("here", kind="scale", scale="feeling", options=[option("bus")])
    again = {**first, "id": "check", "section": "", "again": "here"}
    begin(own, guide(first, again))
    order = [name for name in own.names() if name.startswith("place-")]
    own.press("place-like")
    own.next()
    assert [name for name in own.names() if name.startswith("place-")] == order[::-1]
    own.press("place-like")
    (said,) = records(own, Statement)
    assert said.body.consistency == "same_twice"


def test_each_thing_chosen_before_is_placed(own: Driver) -> None:
    first = moment("first", kind="choose", options=[option("bus"), option("pub")], section="")
    begin(own, guide(first, moment("here", kind="scale", scale="feeling", for_each="answer:first")))
    own.press("option-pub")
    own.next()
    assert own.step == "here:pub"
    own.press("place-like")
    assert drafts(own) == ["The pub: I like it."]


def test_each_goal_is_placed_under_the_words_in_which_it_was_said(examples: Driver) -> None:
    person, ctx = examples.person(), examples.window.ctx
    notebook, by = ctx.open_notebook, ctx.writer if ctx.by else person

    def want() -> None:
        with notebook.unit_of_work() as work:
            said = work.records.find(Statement, person=person)[0]
            work.records.add(Goal(person=person, words=said.id), by=by)
            work.commit()

    examples.ask(want)
    begin(examples, guide(moment("sure", kind="scale", scale="sure", for_each="goals")), person)
    goal = records(examples, Goal)[-1]
    while examples.step != f"sure:{goal.id}":
        examples.next()
    words = next(s for s in records(examples, Statement) if s.id == goal.body.words)
    assert words.body.original in examples.seen()
    examples.press("place-sure")
    assert f"{words.body.original.rstrip('.')}: I feel sure." in drafts(examples)


def test_practice_counts_for_nothing(own: Driver) -> None:
    tried = moment("here", kind="scale", scale="feeling", practice=True, options=[option("tea")])
    begin(own, guide({**tried, "section": ""}))
    own.press("place-like")
    assert "to try it out" in own.seen()
    assert drafts(own) == []


def test_what_is_pressed_first_comes_first_and_can_be_moved(own: Driver) -> None:
    options = [option(name) for name in "abc"]
    begin(own, guide(moment("here", kind="order", options=options)))
    own.press("option-c")
    own.press("option-a")
    assert chosen(own, "here") == ("c", "a")
    own.press("earlier-a")
    assert chosen(own, "here") == ("a", "c")
    with_keys(own, "placed-a", Qt.Key.Key_Down)
    assert chosen(own, "here") == ("c", "a")
    own.press("placed-c")
    assert chosen(own, "here") == ("a",)
    assert drafts(own) == ["The a"]


def test_own_sentences_are_picked_as_many_as_asked_for(examples: Driver) -> None:
    person = examples.person()
    begin(
        examples,
        guide(
            moment("here", kind="pick", most=2, section="support_well", says=None)
            | {"says": "please_do"},
            moment("last"),
        ),
        person,
    )
    names = [name for name in examples.names() if name.startswith("pick-")]
    for name in names[:3]:
        examples.press(name)
    assert chosen(examples, "here") == tuple(n.removeprefix("pick-") for n in names[:2])
    assert "You can choose 2" in examples.seen()


def test_each_picked_person_has_a_turn(examples: Driver) -> None:
    begin(examples, guide(
        moment("who", kind="pick_people"), moment("say", for_each="answer:who"),
    ), examples.person())  # fmt: skip
    two = [each.id for each in examples.talk.supporters[:2]]
    for each in two:
        examples.press(f"pick-{each}")
    examples.next()
    assert examples.step == f"say:{two[0]}"
    assert examples.talk.name_of(two[0]) in examples.seen().split("\n")
    examples.next()
    assert examples.step == f"say:{two[1]}"


BODY = moment(
    "here", kind="body",
    options=[option(name) for name in ("head", "tummy", "back", "all_over", "nowhere")],
)  # fmt: skip


def press_figure(driver: Driver, place: str) -> None:
    figure = next(f for f in driver.window.findChildren(Figure) if f.isVisible())
    at = figure.middle_of(place).toPoint()
    QTest.mouseClick(figure, MIDDLE, pos=QPoint(at.x(), at.y()))
    driver.settle()


def test_places_are_pressed_on_the_body_and_by_name(own: Driver) -> None:
    begin(own, guide(BODY))
    press_figure(own, "tummy")
    press_figure(own, "back")
    with_keys(own, "option-nowhere")
    assert chosen(own, "here") == ("tummy", "back", "nowhere")
    press_figure(own, "tummy")
    assert drafts(own) == ["The back", "The nowhere"]


def test_a_place_that_is_not_asked_about_is_the_whole_body(own: Driver) -> None:
    begin(own, guide(BODY))
    press_figure(own, "legs")
    assert chosen(own, "here") == ("all_over",)


def test_somebody_is_put_into_a_ring_by_pressing(own: Driver) -> None:
    begin(own, guide(moment("here", kind="circle"), moment("last")))
    who = supporter(own)
    own.press(f"who-{who}")
    own.press("ring-paid")
    assert chosen(own, "here") == (who,)
    own.press("right")
    (circle,) = records(own, Circle)
    assert circle.body.confirmed
    assert "that is right" in own.seen()
    own.press(f"who-{who}")
    own.press("take-out")
    assert chosen(own, "here") == ()


def test_somebody_is_brought_nearer_with_the_arrow_keys(own: Driver) -> None:
    begin(own, guide(moment("here", kind="circle")))
    who = supporter(own)
    for _ in range(3):
        with_keys(own, f"who-{who}", Qt.Key.Key_Left)
    (circle,) = records(own, Circle)
    assert circle.body.people[0].ring == "like"


def test_a_name_half_typed_comes_back_after_a_power_cut(own: Driver) -> None:
    begin(own, guide(moment("here", kind="circle")))
    session, person = own.talk.session.id, own.talk.person.id
    own.press("somebody-else")
    next(w for w in own.window.findChildren(QLineEdit) if w.isVisible()).setText("Kei")
    own.qtbot.wait(KEEP_TYPING_MS + 100)
    own.window.show_route(Route("home", {"person": person}))
    own.settle()
    own.window.show_route(Route("talk", {"session": session, "person": person}))
    own.settle()
    own.press("somebody-else")
    line = next(w for w in own.window.findChildren(QLineEdit) if w.isVisible())
    assert line.text() == "Kei"
    line.setText("Keisha")
    own.settle()
    own.press("only-words")
    own.press("somebody-else")
    assert next(w for w in own.window.findChildren(QLineEdit) if w.isVisible()).text() == ""


def test_somebody_else_gets_a_card_with_their_name(own: Driver) -> None:
    begin(own, guide(moment("here", kind="circle")))
    own.press("somebody-else")
    line = next(w for w in own.window.findChildren(QLineEdit) if w.isVisible())
    line.setText("Keisha")
    own.settle()
    own.press("only-words")
    own.press("who-Keisha")
    own.press("ring-love")
    assert chosen(own, "here") == ("Keisha",)


DAY = moment("here", kind="day", about="hard", section="good_days", says="worry")


def story(driver: Driver) -> dict[str, tuple[int, str | None]]:
    (told,) = records(driver, DayStory)
    return {part.time: (len(part.said), part.felt) for part in told.body.parts}


def test_a_day_is_told_part_by_part(own: Driver) -> None:
    begin(own, guide(DAY, moment("last")))
    own.press("felt-rain")
    own.press("time-evening")
    write(own, "Late supper talk.")
    own.press("put-on-card")
    own.press("felt-cloud")
    assert story(own) == {"waking": (0, "rain"), "evening": (1, "cloud")}
    assert "Late supper talk." in own.seen()
    own.press("time-waking")
    assert "Late supper talk." not in own.seen()
    own.next()
    own.press("back")
    assert chosen(own, "here") == ("waking", "evening")


def test_a_day_in_pictures_alone_is_confirmed_as_a_whole(own: Driver) -> None:
    begin(own, guide(DAY, moment("last")))
    assert own.find("right") is None
    own.press("felt-rain")
    own.press("right")
    (told,) = records(own, DayStory)
    assert told.body.confirmed
    assert "You said: that is right." in own.seen()


def test_r3_a_refusal_hides_the_day_and_pressed_again_shows_it(own: Driver) -> None:
    begin(own, guide(DAY, moment("last")))
    own.press("felt-rain")
    own.press("dont_want_to_say")
    assert not records(own, DayStory)
    own.press("dont_want_to_say")
    assert story(own) == {"waking": (0, "rain")}


def test_words_go_to_the_part_they_were_written_for(own: Driver) -> None:
    begin(own, guide(DAY, moment("last")))
    own.press("time-morning")
    write(own, "The bus was late.")
    own.press("time-night")
    assert story(own) == {"morning": (1, None)}
    write(own, "I could not sleep.")
    own.next()
    own.press("back")
    field = next(w for w in own.window.findChildren(QPlainTextEdit) if w.isVisible())
    assert field.toPlainText() == "I could not sleep."
    open_part = own.find("time-night")
    assert open_part is not None
    assert open_part.isChecked()


def write(driver: Driver, words: str) -> None:
    fields = driver.window.findChildren(QPlainTextEdit, "writing")
    next(field for field in fields if field.isVisible()).setPlainText(words)


def test_everything_to_press_is_named_for_a_screen_reader(own: Driver) -> None:
    kinds = [
        moment("a", kind="order", options=[option("x"), option("y")]), BODY,
        moment("b", kind="circle"), {**DAY, "id": "c"},
    ]  # fmt: skip
    begin(own, guide(*kinds))
    for each in kinds:
        assert own.step == each["id"]
        nameless = [
            w.objectName() for w in own.window.findChildren(Pressable)
            if w.isVisible() and not w.accessibleName()
        ]  # fmt: skip
        assert nameless == []
        own.next()


def test_following_a_layout_keeps_nothing_of_its_items(qtbot: QtBot) -> None:
    """PySide would take whatever is made later in the same place of memory for an item."""
    window, row = QWidget(), QHBoxLayout()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    last, first = QPushButton(), QPushButton()
    row.addWidget(first)
    column.addLayout(row)
    column.addWidget(last)
    before = {id(each) for each in getAllValidWrappers() if isinstance(each, QWidgetItem)}
    follow_layout(window)
    assert first.nextInFocusChain() is last
    kept = [each for each in getAllValidWrappers() if isinstance(each, QWidgetItem)]
    assert {id(each) for each in kept} <= before
