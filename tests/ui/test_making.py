"""Moments in which something is made, seen, charted, answered, picked and thanked for."""

from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.model import drawing
from app.model.agreements import RowCheck
from app.model.drawn import ProfilePick
from app.model.feedback import Recognition
from app.model.person import Person
from app.model.record import Body, Record
from app.model.statement import Statement
from app.model.text import LONGEST_SENTENCE
from app.usecases import halfsaid
from app.usecases import statements as use
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.helpers.seeing import in_sight
from tests.ui.test_layouts import with_keys
from tests.ui.test_sentence import now, of, show, statements
from ui.parts.canvas import Canvas
from ui.parts.keeping import KEEP_TYPING_MS
from ui.parts.words import Words
from ui.screens.base import Route

B = TypeVar("B", bound=Body)

LAST = moment("last")
PHOTO = guide(moment("photo", kind="photo"), LAST)
DRAW = guide(moment("draw", kind="drawing"), LAST)
VOICE = guide(moment("voice", kind="voice"), LAST)
OBSERVE = guide(moment("seen", kind="observe", says="preference"), LAST)
ROW = guide(
    moment("row", kind="chart_row", section="communication", says="chart_row", about="from_person"),
    LAST,
)
WEEK = guide(moment("week", kind="row_check", section="communication"), LAST)
VIEWS = guide(moment("first"), moment("others", kind="others_say", for_each="views"), LAST)
PAGE = guide(moment("page", kind="profile_pick", about="one_page_profile"), LAST)
_OPTIONS = [
    {"id": "none", "words": "Nothing", "picture": "openmoji:2796"},
    {"id": "voucher", "words": "A voucher", "picture": "openmoji:1F39F"},
    {"id": "other", "words": "Else", "picture": "openmoji:2795", "something_else": True},
]
OFFER = guide(
    moment("offer", kind="recognition", section="", options=_OPTIONS),
    moment("thanks", kind="thanks", section="", options=_OPTIONS),
    LAST,
)


def all_of(driver: Driver, kind: type[B]) -> list[Record[B]]:
    notebook, person = driver.window.ctx.open_notebook, driver.talk.person.id

    def read() -> list[Record[B]]:
        with notebook.unit_of_work() as work:
            return list(work.records.find(kind, person=person))

    return driver.ask(read)


def said_here(driver: Driver) -> list[Statement]:
    return [each.body for each in driver.talk.said]


def seen_field(driver: Driver, kind: type[QWidget], name: str) -> QWidget:
    return next(w for w in driver.window.findChildren(kind, name) if w.isVisible())


def type_into(driver: Driver, name: str, words: str) -> None:
    for kind in (QLineEdit, QPlainTextEdit):
        for field in driver.window.findChildren(kind, name):
            if field.isVisible():
                assert isinstance(field, QLineEdit | QPlainTextEdit)
                if isinstance(field, QLineEdit):
                    field.setText(words)
                else:
                    field.setPlainText(words)
                return
    raise AssertionError(name)


def words_on_screen(driver: Driver, words: str) -> QWidget:
    return next(w for w in driver.window.findChildren(Words) if w.isVisible() and w.words == words)


def chosen(driver: Driver, name: str) -> bool:
    button = driver.find(name)
    assert button is not None
    return button.isChecked()


def open_again(driver: Driver) -> None:
    """Leave the talk, as after a power cut, and come back to it."""
    session, person = driver.talk.session.id, driver.talk.person.id
    driver.window.show_route(Route("home", {"person": person}))
    driver.settle()
    driver.window.show_route(Route("talk", {"session": session, "person": person}))
    driver.settle()


def draw(driver: Driver, *places: tuple[int, int]) -> None:
    canvas = seen_field(driver, Canvas, "sheet-to-draw-on")
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(*places[0]))
    for place in places[1:]:
        QTest.mouseMove(canvas, QPoint(*place))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(*places[-1]))


# Photo


def test_a_photo_is_in_the_plan_only_once_the_person_says_it_is_theirs(
    examples: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    begin(examples, PHOTO)
    file = tmp_path / "garden.jpg"
    Image.new("RGB", (40, 30), "green").save(file)
    examples.press("choose-photo")
    examples.take_photo(file)
    assert said_here(examples) == []
    open_again(examples)
    assert "Is this your photo?" in examples.seen()
    examples.press("use-photo")
    (made,) = said_here(examples)
    assert (made.original, made.voice) == ("A photo that I chose", "own_made")
    assert made.symbols[0].startswith("photo:")


def test_a_photo_may_have_words_and_may_be_put_away(
    examples: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    begin(examples, PHOTO)
    file = tmp_path / "garden.png"
    Image.new("RGB", (40, 30), "green").save(file)
    examples.press("choose-photo")
    examples.take_photo(file)
    examples.press("no-photo")
    assert examples.find("use-photo") is None
    other = tmp_path / "pond.png"
    Image.new("RGB", (40, 30), "blue").save(other)
    examples.press("choose-photo")
    examples.take_photo(other)
    type_into(examples, "what-is-it", "My garden")
    examples.press("use-photo")
    assert [each.original for each in said_here(examples)] == ["My garden"]
    assert examples.find("use-photo") is None


def test_next_without_saying_that_it_is_theirs_uses_no_photo(
    examples: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    begin(examples, PHOTO)
    file = tmp_path / "garden.png"
    Image.new("RGB", (40, 30), "green").save(file)
    examples.press("choose-photo")
    examples.take_photo(file)
    examples.next()
    assert examples.talk.session.body.answers["photo"].response == "skip"
    examples.press("back")
    assert examples.find("use-photo") is not None


# Drawing


def test_a_drawing_is_kept_as_it_is_drawn_and_comes_back(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, DRAW)
    examples.press("pen-red")
    draw(examples, (50, 50), (200, 150))
    notebook, session = examples.window.ctx.open_notebook, examples.talk.session.id
    examples.qtbot.wait(KEEP_TYPING_MS + 100)
    kept = examples.ask(lambda: halfsaid.read(notebook, session=session, step="draw"))
    assert [stroke.pen for stroke in kept.drawing] == ["red"]
    open_again(examples)
    canvas = seen_field(examples, Canvas, "sheet-to-draw-on")
    assert isinstance(canvas, Canvas)
    assert canvas.standing == kept.drawing


def test_a_drawing_becomes_a_picture_of_the_persons_own(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, DRAW)
    draw(examples, (50, 50), (200, 150))
    examples.press("keep-drawing")
    (made,) = said_here(examples)
    assert (made.original, made.voice) == ("A drawing that I made", "own_made")
    ref, notebook = made.symbols[0], examples.window.ctx.open_notebook

    def picture() -> str:
        with notebook.unit_of_work() as work:
            found = work.media.get(ref)
            assert found is not None
            return found.media_type

    assert examples.ask(picture) == "image/png"
    canvas = seen_field(examples, Canvas, "sheet-to-draw-on")
    assert isinstance(canvas, Canvas)
    assert canvas.standing == ()


def test_a_drawing_that_cannot_be_put_on_a_card_is_kept_with_its_words(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, DRAW)
    draw(examples, (50, 50), (200, 150))
    words = "x" * (LONGEST_SENTENCE + 1)
    type_into(examples, "what-is-it", words)
    examples.press("keep-drawing")
    assert said_here(examples) == []
    notebook, session = examples.window.ctx.open_notebook, examples.talk.session.id
    kept = examples.ask(lambda: halfsaid.read(notebook, session=session, step="draw"))
    assert kept.words == words
    assert kept.drawing
    open_again(examples)
    canvas = seen_field(examples, Canvas, "sheet-to-draw-on")
    assert isinstance(canvas, Canvas)
    assert canvas.standing == kept.drawing


def test_lines_are_taken_back_one_by_one_and_clearing_can_be_taken_back(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, DRAW)
    canvas = seen_field(examples, Canvas, "sheet-to-draw-on")
    assert isinstance(canvas, Canvas)
    draw(examples, (50, 50), (90, 90))
    draw(examples, (60, 20), (90, 20))
    both = canvas.standing
    examples.press("clear")
    assert drawing.is_blank(canvas.standing)
    examples.press("keep-drawing")
    assert said_here(examples) == []
    examples.press("take-back")
    assert canvas.standing == both
    examples.press("take-back")
    assert canvas.standing == both[:1]


def test_whoever_does_not_draw_answers_with_a_picture(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, DRAW)
    examples.press("answer-with-picture")
    first = next(name for name in examples.names() if name.startswith("picture-"))
    examples.press(first)
    assert [each.voice for each in said_here(examples)] == ["own_choice_symbol"]


def test_whoever_uses_only_the_keyboard_answers_with_a_picture(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, DRAW)
    with_keys(examples, "answer-with-picture", Qt.Key.Key_Space)
    search = examples.window.focusWidget()
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, "tea")
    examples.settle()
    chosen = next(name for name in examples.names() if name.startswith("picture-"))
    with_keys(examples, chosen, Qt.Key.Key_Space)
    (said,) = said_here(examples)
    assert (said.voice, said.moment) == ("own_choice_symbol", "draw")
    assert said.symbols[0].startswith("openmoji:")
    assert "draw" not in said.original.casefold()
    with_keys(examples, "next", Qt.Key.Key_Space)
    assert examples.step == "last"
    assert "draw" not in examples.talk.session.body.answers


def test_a_photo_chosen_instead_is_not_called_a_drawing(
    examples: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    begin(examples, DRAW)
    file = tmp_path / "garden.png"
    Image.new("RGB", (40, 30), "green").save(file)
    examples.press("answer-with-picture")
    examples.take_photo(file)
    (said,) = said_here(examples)
    assert (said.original, said.voice) == ("A photo that I chose", "own_made")


def test_words_written_instead_of_drawing_are_the_persons_own_words(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, DRAW)
    examples.press("answer-with-picture")
    search = examples.window.focusWidget()
    assert isinstance(search, QLineEdit)
    search.setText("The sea at night")
    examples.settle()
    examples.press("only-words")
    (said,) = said_here(examples)
    assert (said.original, said.voice, said.symbols) == ("The sea at night", "own_written", ())


# Voice


def test_it_can_be_said_into_the_computer_or_written(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, VOICE)
    assert "You can say it into the computer." in examples.seen()
    assert examples.find("answer-with-voice") is not None
    examples.write("I like the sea.")
    examples.press("put-on-card")
    assert [each.original for each in said_here(examples)] == ["I like the sea."]


# Seen, and charted


def test_what_is_seen_is_shown_by_the_person_and_its_meaning_is_ours(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, OBSERVE)
    type_into(examples, "row-does", "Smiles and rocks.")
    examples.press("next-part")
    type_into(examples, "row-means", "Likes music.")
    examples.press("next-part")
    examples.press("seen-more")
    examples.press("seen-more")
    examples.press("put-on-card")
    assert "Please choose how sure you are what it means." in examples.seen()
    examples.press("part-means")
    examples.press("sure-guess")
    examples.press("part-seen")
    helper = examples.window.ctx.writer
    examples.press(f"seen-by-{helper}")
    examples.press("put-on-card")
    (seen,) = said_here(examples)
    assert (seen.voice, seen.meaning_confidence) == ("shown_by_behaviour", "guess")
    assert seen.chart is not None
    assert (seen.chart.seen_count, seen.chart.seen_by) == (2, helper)
    assert "our guess is that it means: Likes music." in examples.names_said()
    assert "seen 2 times" in examples.names_said()


def test_the_person_answers_what_they_are_shown(examples: Driver, marcus: Record[Person]) -> None:
    begin(examples, OBSERVE)
    examples.press("option-turned_away")
    given = examples.talk.session.body.answers["seen"]
    assert given.choices == ("turned_away",)
    examples.next()
    examples.press("back")
    button = examples.find("option-turned_away")
    assert button is not None
    assert button.isChecked()


def test_a_row_is_written_part_by_part_and_half_a_row_comes_back(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, ROW)
    type_into(examples, "row-does", "I pull my hood up.")
    examples.press("next-part")
    examples.press("sure-unknown")
    examples.press("next-part")
    type_into(examples, "row-happening", "People talk about me.")
    open_again(examples)
    assert "People talk about me." in examples.names_said()
    examples.press("part-seen")
    examples.press("how-own_signed")
    examples.press("put-on-card")
    (row,) = said_here(examples)
    assert (row.kind, row.voice, row.meaning) == ("chart_row", "own_signed", "")
    assert row.chart is not None
    assert row.chart.happening == "People talk about me."


def test_a_row_is_nobodys_words_until_somebody_says_whose(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, ROW)
    type_into(examples, "row-does", "I hum.")
    for press in (examples.next, lambda: examples.press("put-on-card")):
        press()
        assert "Please choose whose words these are." in examples.seen()
        assert (examples.step, said_here(examples)) == ("row", [])
    hows = [each for each in examples.names() if each.startswith("how-")]
    assert [each for each in hows if chosen(examples, each)] == []
    examples.press("how-own_spoken")
    examples.next()
    assert examples.step == "last"
    examples.press("back")
    examples.press("put-on-card")
    assert [each.voice for each in said_here(examples)] == ["own_spoken"]
    type_into(examples, "row-does", "I rock.")
    examples.next()
    assert "Please choose whose words these are." in examples.seen()


@pytest.mark.parametrize("text_size", [100, 200])
def test_each_part_of_a_row_starts_at_its_question(
    examples: Driver, marcus: Record[Person], text_size: int
) -> None:
    window = examples.window
    window.resize(1366, 768)
    window.use_settings(msgspec.structs.replace(window.ctx.settings, text_percent=text_size))
    begin(examples, ROW)
    type_into(examples, "row-does", "I hum.")
    for part, asked in (
        ("means", "What does it mean?"),
        ("happening", "What is going on then?"),
        ("please_do", "What should people do then?"),
    ):
        examples.press("next-part")
        field = seen_field(examples, QPlainTextEdit, f"row-{part}")
        assert field.hasFocus()
        assert in_sight(field)
        assert in_sight(words_on_screen(examples, asked))
    examples.press("next-part")
    assert in_sight(words_on_screen(examples, "Who says so, and how often was it seen?"))
    put = examples.find("put-on-card")
    assert put is not None
    assert in_sight(put) or text_size > 100


def test_what_is_asked_for_before_another_row_is_opened_is_there_to_be_pressed(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.window.resize(1366, 768)
    begin(examples, ROW)
    row = next(
        each
        for each in examples.talk.of(Statement)
        if each.body.chart is not None and each.body.voice_group != "others"
    )
    type_into(examples, "row-does", "I hum.")
    examples.press(f"statement-{row.id}")
    assert in_sight(words_on_screen(examples, "Put this one on a card first, or empty it."))
    put = examples.find("put-on-card")
    assert put is not None
    assert in_sight(put)
    examples.press("put-on-card")
    assert "Please choose whose words these are." in examples.seen()
    assert examples.find("how-own_signed") is not None


def test_nobody_is_taken_to_have_seen_a_row(examples: Driver, marcus: Record[Person]) -> None:
    begin(examples, WEEK)
    seers = [each for each in examples.names() if each.startswith("seen-by-")]
    assert [each for each in seers if chosen(examples, each)] == []
    before = len(all_of(examples, RowCheck))
    examples.press("check-right")
    assert "Please choose who saw it." in examples.seen()
    assert len(all_of(examples, RowCheck)) == before
    examples.press(seers[0])
    examples.press("check-right")
    assert f"seen-by-{all_of(examples, RowCheck)[-1].body.seen_by}" == seers[0]
    assert chosen(examples, seers[0])


def test_r1_somebody_elses_row_needs_whose_it_is(examples: Driver, marcus: Record[Person]) -> None:
    begin(examples, ROW)
    type_into(examples, "row-does", "He hums.")
    examples.press("part-seen")
    examples.press("how-others")
    examples.press("put-on-card")
    assert "Please choose whose words these are." in examples.seen()
    examples.press(f"said-by-{examples.window.ctx.writer}")
    examples.press("put-on-card")
    (row,) = said_here(examples)
    assert (row.voice, row.said_by) == ("staff", examples.window.ctx.writer)


def test_two_meanings_stand_side_by_side(examples: Driver, marcus: Record[Person]) -> None:
    begin(examples, ROW)
    type_into(examples, "row-does", "I hum.")
    examples.press("part-means")
    type_into(examples, "row-means", "I am happy.")
    examples.press("means-else")
    type_into(examples, "row-means_else", "It is too loud.")
    examples.press("sure-guess")
    examples.press("part-seen")
    examples.press("how-shown_by_behaviour")
    examples.press("put-on-card")
    first, second = examples.talk.said
    assert second.body.conflicts_with == (first.id,)


def test_a_row_of_the_chart_is_opened_and_put_differently(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, ROW)
    row = next(
        each
        for each in examples.talk.of(Statement)
        if each.body.chart is not None and each.body.voice_group != "others"
    )
    examples.press(f"statement-{row.id}")
    type_into(examples, "row-does", "I put my hat on.")
    examples.press("part-means")
    examples.press("sure-sure")
    examples.press("part-seen")
    examples.press("put-on-card")
    changed = now(examples, marcus, row)
    assert changed.body.original.split("\n")[1] == "I put my hat on."
    assert (changed.body.voice, changed.body.kept) == (row.body.voice, False)
    assert examples.talk.session.body.answers["row"].response == "said"


def test_a_row_is_checked_and_then_the_person_says_what_they_think(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, WEEK)
    row = next(each for each in examples.talk.of(Statement) if each.body.chart is not None)
    assert row.body.chart is not None
    assert examples.find("say-keep") is None
    examples.press("on-1")
    examples.press(f"seen-by-{examples.window.ctx.writer}")
    type_into(examples, "new-words", "On the bus.")
    examples.press("check-right")
    *_, check = all_of(examples, RowCheck)
    assert (check.body.result, check.body.note) == ("right", "On the bus.")
    assert (examples.window.ctx.today - check.body.on).days == 1
    seen = now(examples, marcus, row)
    assert seen.body.chart is not None
    assert seen.body.chart.seen_count == row.body.chart.seen_count + 1
    examples.press("say-not_sure")
    assert now(examples, marcus, row).body.read_back.result == "not_sure"


# What others say


def test_others_lines_are_answered_one_at_a_time_and_stay_where_they_are(
    examples: Driver, marcus: Record[Person]
) -> None:
    to = of(examples, marcus, "others")
    notebook, ctx = examples.window.ctx.open_notebook, examples.window.ctx
    change = examples.ask(
        lambda: use.say(
            notebook,
            use.Said(
                person=marcus.id,
                words="Marcus is noisy.",
                lang="en-GB",
                section=to.body.section,
                kind="worry",
                voice="staff",
                by=ctx.writer,
                said_by=ctx.writer,
            ),
        )
    )
    statement = change.last("statement")
    begin(examples, VIEWS)
    while examples.step != f"others:{statement}":
        examples.next()
    name = examples.talk.name_of(ctx.writer)
    assert f"{name} says" in examples.seen()
    examples.press("disagree")
    assert examples.step == f"others:{statement}"
    examples.press("something-else")
    examples.press("say-it")
    type_into(examples, "new-words", "I like my music loud.")
    examples.press("say-so")
    own = examples.talk.said[-1].body
    assert (own.original, own.conflicts_with) == ("I like my music loud.", (statement,))
    assert "Marcus is noisy." in examples.seen()
    examples.press("dont_know")
    views = [each for each in statements(examples, marcus) if each.body.answer_to is not None]
    assert statement not in [each.body.answer_to.statement for each in views if each.body.answer_to]


def test_of_others_words_few_answers_are_there_at_once_and_how_many_are_to_come_is_said(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, VIEWS)
    examples.next()
    nth, all_ = examples.talk.conversation.turn
    assert (nth, all_ > 1) == (1, True)
    assert f"This is 1 of {all_} that others said." in examples.seen()
    finer = ("part", "no_view", "say-it")
    for each in ("agree", "disagree"):
        assert examples.find(each) is not None
    assert [each for each in finer if examples.find(each) is not None] == []
    examples.press("something-else")
    assert all(examples.find(each) is not None for each in finer)
    assert examples.find("disagree") is None
    examples.press("part")
    assert examples.find("part") is not None
    examples.press("something-else")
    examples.press("agree")
    assert examples.find("part") is None
    examples.next()
    assert f"This is 2 of {all_} that others said." in examples.seen()


# One page


def test_sentences_are_picked_moved_and_measured(examples: Driver, marcus: Record[Person]) -> None:
    begin(examples, PAGE)
    assert "Nothing is on your page yet." in examples.seen()
    picks = [name for name in examples.names() if name.startswith("pick-")][:3]
    for name in picks:
        examples.press(name)
    assert "It fits on one page." in examples.seen()
    last = picks[-1].removeprefix("pick-")
    examples.press(f"up-{last}")
    (page,) = all_of(examples, ProfilePick)
    ids = [name.removeprefix("pick-") for name in picks]
    assert list(page.body.picks) == [ids[0], ids[2], ids[1]]
    examples.press(picks[0])
    (page,) = all_of(examples, ProfilePick)
    assert list(page.body.picks) == [ids[2], ids[1]]


def test_too_much_for_one_page_is_said_and_nothing_is_dropped(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, PAGE)
    picks = [name for name in examples.names() if name.startswith("pick-")]
    for name in picks:
        examples.press(name)
    (page,) = all_of(examples, ProfilePick)
    assert len(page.body.picks) == len(picks)
    assert "It does not fit on one page." in examples.seen()


def test_a_passport_is_picked_from_its_own_sections_beside_the_one_page_profile(
    examples: Driver, marcus: Record[Person]
) -> None:
    page = moment("page", kind="profile_pick", about="one_page_profile")
    begin(examples, guide(page, page | {"id": "passport", "about": "passport"}, LAST))

    def picks() -> list[str]:
        return [name for name in examples.names() if name.startswith("pick-")]

    profile = picks()
    examples.press(profile[0])
    examples.next()
    passport = picks()
    assert not set(profile) & set(passport)
    examples.press(passport[0])
    found = {each.body.document: each.body.picks for each in all_of(examples, ProfilePick)}
    assert found == {
        "one_page_profile": (profile[0].removeprefix("pick-"),),
        "passport": (passport[0].removeprefix("pick-"),),
    }


# Thanks


def test_what_is_offered_before_is_given_at_the_end_and_thanks_go_both_ways(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, OFFER)
    assert "Get free advice about your benefits first." not in examples.seen()
    examples.press("option-voucher")
    assert "Get free advice about your benefits first." in examples.seen()
    examples.press("advice")
    examples.press("spend")
    type_into(examples, "spent-what", "The bus")
    type_into(examples, "spent-amount", "£4")
    examples.press("spent")
    examples.next()
    assert "You chose before: A voucher" in examples.seen()
    examples.press("given")
    examples.press("thank-somebody")
    type_into(examples, "whom", "Thank you Dele.")
    examples.next()
    mine = [r for r in all_of(examples, Recognition) if r.body.session == examples.talk.session.id]
    (record,) = (each.body for each in mine)
    assert (record.chosen, record.advice_offered, len(record.thanked)) == ("voucher", True, 1)
    assert record.given_on == examples.window.ctx.today
    assert [each.what for each in record.expenses] == ["The bus"]


def test_r3_going_on_without_choosing_keeps_that_it_was_offered(
    examples: Driver, marcus: Record[Person]
) -> None:
    begin(examples, OFFER)
    examples.next()
    assert examples.talk.session.body.answers["offer"].response == "skip"
    mine = [r for r in all_of(examples, Recognition) if r.body.session == examples.talk.session.id]
    assert [(each.body.menu_shown, each.body.chosen) for each in mine] == [(True, None)]


# Easier words


def test_easier_words_wait_for_the_persons_yes(examples: Driver, marcus: Record[Person]) -> None:
    own = of(examples, marcus, "own")
    show(examples, marcus, own)
    examples.press("easier")
    type_into(examples, "new-words", "I like it.")
    examples.press("say-easier")
    assert not now(examples, marcus, own).body.easy_ok_by_person
    assert "In easier words: I like it." in examples.seen()
    examples.press("easier-yes")
    body = now(examples, marcus, own).body
    assert (body.easy_ok_by_person, body.original) == (True, own.body.original)
    assert examples.find("easier-yes") is None


def test_words_from_an_old_record_are_marked_as_such(
    examples: Driver, marcus: Record[Person]
) -> None:
    notebook, by = examples.window.ctx.open_notebook, examples.window.ctx.writer
    change = examples.ask(
        lambda: use.say(
            notebook,
            use.Said(
                person=marcus.id,
                words="Enjoys outings.",
                lang="en-GB",
                section="important_to",
                kind="preference",
                voice="from_old_record",
                by=by,
            ),
        )
    )
    old = next(each for each in statements(examples, marcus) if each.id == change.last("statement"))
    show(examples, marcus, old)
    assert "From an old record" in examples.names_said()
    assert "My words" not in examples.names_said()
