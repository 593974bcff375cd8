"""Hear it: what is read and lit, when, and what is heard in whose voice."""

import threading

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QTest

from app.usecases import name_sounds
from tests.helpers.driver import begin, talk_together
from tests.helpers.guides import guide, moment
from tests.helpers.hearing import like
from tests.helpers.recorded import recording
from ui.aloud import sentences_of
from ui.own_voice import give_sound
from ui.parts import choosing
from ui.parts.pressable import Pressable
from ui.parts.textblock import TextBlock
from ui.parts.voice_recorder import VoiceRecorder
from ui.parts.words import Words
from ui.reading import NO_SOUND
from ui.screens.base import Route


def test_a_screen_reader_is_told_what_happens(home, reader):
    told = []
    home.window.announcer.said.connect(told.append)
    home.press("hear")
    home.press("hear-on")
    home.press("hear-slower")
    assert told == ["Reading aloud", "It waits for you.", "Speed of the voice: Slow"]


def test_the_word_is_lit_where_it_is_known(home, marcus, reader):
    home.press("hear")
    place = home.window.aloud._places[0]
    block = (
        place.readable._words if isinstance(place.readable, Pressable) else place.readable._block
    )
    reader.hear(0, "estimated")
    reader.word.emit(0, 2, 3)
    assert block._word == (0, 0)
    reader.hear(0, "exact")
    reader.word.emit(0, 2, 3)
    assert block._word == (place.start + 2, 3)


def test_a_likely_word_is_lit_if_the_person_wants_it(home, marcus, reader):
    like(home, marcus, guess_words=True)
    home.press("hear")
    place = home.window.aloud._places[0]
    lit = []
    place.readable.light_word = lambda *where: lit.append(where)
    reader.hear(0, "estimated")
    reader.word.emit(0, 0, 4)
    assert lit == [(place.start, 4)]


def test_what_is_heard_is_brought_into_sight(home, marcus, reader):
    home.window.resize(1366, 600)
    home.press("plan")
    home.press("hear")
    places = home.window.aloud._places
    last = max(i for i, each in enumerate(places) if each.readable in home.window.screen._read)
    widget = places[last].readable
    assert widget.visibleRegion().isEmpty()
    reader.hear(last)
    assert not widget.visibleRegion().isEmpty()


def test_pressing_a_sentence_reads_it_alone(home, reader):
    begin(home, guide(moment("a", prompt="Here is tea. Here is milk.")))
    words = next(
        each for each in home.window.findChildren(Words)
        if each.isVisible() and "milk" in each.words
    )  # fmt: skip
    layout, _ = words._block._lay(words.width())
    x, _ = layout.lineAt(0).cursorToX(words.words.index("milk"))
    y = words._place().top() + 12
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(round(x) + 3, y))
    assert reader.texts == ["Here is milk."]


def test_dragging_over_words_reads_nothing(home, reader):
    begin(home, guide(moment("a", prompt="Here is tea. Here is milk.")))
    words = next(
        each for each in home.window.findChildren(Words)
        if each.isVisible() and "milk" in each.words
    )  # fmt: skip
    QTest.mousePress(words, Qt.MouseButton.LeftButton, pos=QPoint(5, 12))
    QTest.mouseRelease(words, Qt.MouseButton.LeftButton, pos=QPoint(80, 12))
    assert reader.given == []


def test_words_that_are_not_to_be_heard_are_not_read_when_pressed(home, marcus, reader):
    title = next(each for each in home.window.findChildren(Words) if each.isVisible())
    home.window.screen.readables = tuple
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    assert reader.given == []


def test_a_card_that_does_nothing_else_is_read_when_it_is_pressed(home, reader):
    card = Pressable(home.window.ctx, "Tea is good.")
    screen, shown = home.window.screen, home.window.screen.readables()
    screen.readables = lambda: (*shown, card)
    screen.ready.emit()
    card.click()
    assert reader.texts == ["Tea is good."]
    home.press("hear-quiet")
    home.press("plan")
    assert not reader.reading


def test_each_sentence_has_the_voice_of_its_own_language(home, reader):
    words = Words(home.window.ctx, "Mae te yn dda.", lang="cy")
    home.window.screen.hear_these.emit((words, Words(home.window.ctx, "Tea is good.")))
    assert [each.lang for each in reader.given[-1]["utterances"]] == ["cy", "en-GB"]


def test_the_programs_words_are_heard_in_the_language_the_person_likes(home, marcus, reader):
    like(home, marcus, aloud_in="cy")
    ctx = home.window.ctx
    shown = Words(ctx, ctx.t("This copy is for {name}.", name="Marcus"))
    home.window.screen.hear_these.emit((shown, Words(ctx, "I like tea in bed.")))
    heard = [(each.text, each.lang) for each in reader.given[-1]["utterances"]]
    welsh = ctx.house.wording("cy").t("This copy is for {name}.", name="Marcus")
    assert welsh != shown.words
    assert heard == [(welsh, "cy"), ("I like tea in bed.", "en-GB")]


def test_words_after_an_emoji_are_lit_and_found_where_they_are(home):
    block = TextBlock("🫖🫖 tea", QFont())
    block.light(3, 3, QColor("yellow"), QColor("black"))
    (lit,) = block._lights()
    assert (lit.start, lit.length) == (5, 3)
    end = QPoint(block.natural_width(), 5)
    assert block.place_at(end, QRect(0, 0, 500, 50), mirrored=False) >= 5


def test_a_section_of_the_plan_is_read_without_the_list_of_the_others(home, reader):
    home.press("plan")
    home.press("read-section")
    section = reader.texts
    home.press("hear-quiet")
    home.press("hear")
    assert reader.texts[: len(section)] == section
    assert len(reader.texts) > len(section)


def test_nothing_is_read_by_itself_unless_the_person_chose_it(home, marcus, reader):
    home.press("plan")
    home.press("home")
    talk_together(home)
    assert reader.given == []


def test_questions_are_read_by_themselves_if_wanted_once(home, marcus, reader):
    like(home, marcus, read_to_me="questions")
    talk_together(home)
    question = home.window.screen.readables()[0].words
    assert " ".join(reader.texts) == " ".join(question.split())
    given = len(reader.given)
    home.window.rebuild()
    home.settle()
    assert len(reader.given) == given


def test_trouble_with_what_nobody_asked_for_is_told_once(home, marcus, reader):
    like(home, marcus, read_to_me="everything")
    for screen in ("plan", "home"):
        home.window.show_route(Route(screen, {"person": marcus.id}))
        home.settle()
        reader.trouble.emit(NO_SOUND)
        home.settle()
        if screen == "plan":
            assert NO_SOUND in home.seen()
    assert NO_SOUND not in home.seen()


def test_a_name_is_taught_and_said_so(home, marcus, reader):
    home.press("likes")
    home.press("name-sounds")
    line = home.window.focusWidget()
    line.setText("Mar-coose")
    home.press(f"hear-name-{marcus.id}")
    assert "Mar-coose" in reader.given[-1]["names"].values()
    home.press("back")
    home.press("home")
    home.press("hear")
    assert "Mar-coose" in reader.given[-1]["names"].values()


def test_a_recorded_name_is_heard_where_it_stands_alone_and_spelt_within_sentences(
    home, marcus, reader
):
    name = marcus.body.preferred_name
    home.press("likes")
    home.press("name-sounds")
    home.press(f"record-it-{marcus.id}")
    (recorder,) = home.window.findChildren(VoiceRecorder)
    recorder.kept.emit(recording())
    home.settle()
    home.press(f"hear-name-{marcus.id}")
    home.qtbot.waitUntil(lambda: bool(reader.given))
    assert [each.recording for each in reader.given[-1]["utterances"]] == [recording()]
    home.press("hear-quiet")
    home.press(f"hear-within-{marcus.id}")
    home.qtbot.waitUntil(lambda: reader.texts == [f"This is {name}"])
    assert [each.recording for each in reader.given[-1]["utterances"]] == [b""]
    home.press("hear-quiet")
    home.window.show_route(Route("people"))
    home.settle()
    home.press("hear")
    home.qtbot.waitUntil(lambda: name in reader.texts)
    at = reader.texts.index(name)
    assert reader.given[-1]["utterances"][at].recording == recording()


def test_a_recorded_name_is_said_by_a_voice_where_that_is_wished_or_it_is_taken_off(
    home, marcus, reader
):
    def said_on(screen):
        count = len(reader.given)
        home.window.show_route(Route(screen))
        home.settle()
        home.press("hear")
        home.qtbot.waitUntil(lambda: len(reader.given) > count)
        return [each.recording for each in reader.given[-1]["utterances"] if each.recording]

    notebook, by = home.window.ctx.open_notebook, home.window.ctx.writer
    about = {"person": marcus.id, "record": marcus.id, "by": by}
    home.ask(lambda: name_sounds.keep(notebook, sound=recording(), **about))
    assert said_on("people") == [recording()]
    home.window.ctx.settings = msgspec.structs.replace(home.window.ctx.settings, recordings=False)
    home.press("hear-quiet")
    home.press("hear")
    assert [each.recording for each in reader.given[-1]["utterances"] if each.recording] == []
    home.window.show_route(Route("name_sounds", {"person": marcus.id}))
    home.settle()
    home.press(f"record-off-{marcus.id}")
    home.settle()
    assert home.find(f"hear-within-{marcus.id}") is None
    assert home.ask(lambda: name_sounds.recorded(notebook, person=marcus.id)) == {}


def test_saying_what_is_offered_does_not_lose_what_waits(home, marcus, reader):
    home.press("hear")
    reader.hear(1)
    words = reader.texts
    home.press("hear-on")
    home.window.aloud.say("Stop or help", "en-GB")
    assert home.window.aloud.reading
    reader.end()
    assert home.window.aloud.paused
    home.press("hear-on")
    assert reader.texts == words
    assert reader.given[-1]["start"] == 1


def test_locking_ends_the_voice(home, reader):
    home.press("hear")
    home.press("lock")
    assert not reader.reading


def test_the_voice_is_made_ready_when_a_notebook_is_open(home, marcus, reader):
    home.window.hearing.ready_early = True
    assert not reader.warm
    home.press("plan")
    home.qtbot.waitUntil(lambda: reader.warm)


def test_sentence_after_sentence_is_heard_by_a_key_alone(home, reader):
    home.window.show_route(Route("plan", {"person": home.window.route.about["person"]}))
    home.settle()
    sentences = [
        each.words + each.part.mark for each in sentences_of(home.window.screen.readables())
    ]

    def key(modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(home.window, Qt.Key.Key_F3, modifier)
        home.settle()
        reader.hear(0)
        (said,) = reader.texts
        return said

    assert [key(), key(), key()] == sentences[:3]
    assert key(Qt.KeyboardModifier.ShiftModifier) == sentences[1]
    assert key(Qt.KeyboardModifier.ShiftModifier) == sentences[0]
    assert key(Qt.KeyboardModifier.ShiftModifier) == sentences[0]


@pytest.fixture
def held(home, marcus):
    """Marcus's name is recorded, and the desk is busy until this is set: it cannot be found yet."""
    notebook, by = home.window.ctx.open_notebook, home.window.ctx.writer
    about = {"person": marcus.id, "record": marcus.id, "by": by}
    home.ask(lambda: name_sounds.keep(notebook, sound=recording(), **about))
    home.window.show_route(Route("people"))
    home.settle()
    go_on = threading.Event()
    home.window.desk.do(lambda: go_on.wait(20), owner=home.window)
    yield go_on
    go_on.set()


@pytest.mark.parametrize(
    "stop",
    [
        lambda window: window.hearing.hear(),
        lambda window: window.hearing.stop(),
        lambda window: window.show_route(Route("people")),
        lambda window: window.ctx.ear.opening.emit(),
    ],
)
def test_what_was_stopped_before_it_began_does_not_begin(home, reader, held, stop):
    home.find("hear").click()
    assert home.window.hearing.underway
    stop(home.window)
    assert not home.window.hearing.underway
    held.set()
    home.settle()
    assert reader.given == []
    home.press("hear")
    home.qtbot.waitUntil(lambda: len(reader.given) == 1)


def test_what_was_asked_for_once_begins_once_its_recordings_are_found(home, reader, held):
    home.find("hear").click()
    assert reader.given == []
    held.set()
    home.qtbot.waitUntil(lambda: len(reader.given) == 1)
    home.press("hear")
    assert not reader.reading


def test_whose_words_a_card_shows_is_said_before_them_and_the_rest_of_its_note_after(home, reader):
    card = Pressable(
        home.window.ctx, "Mae te yn dda. Llaeth hefyd.", lang="cy",
        note="Dele says · Marcus agrees · kept ✓", note_heard="around",
    )  # fmt: skip
    home.window.screen.hear_these.emit((card,))
    said = [(each.text, each.lang) for each in reader.given[-1]["utterances"]]
    assert said == [
        ("Dele says:", "en-GB"),
        ("Mae te yn dda.", "cy"),
        ("Llaeth hefyd.", "cy"),
        ("Marcus agrees", "en-GB"),
        ("kept", "en-GB"),
    ]


def test_the_explanation_under_a_choice_is_said_after_it(home, reader):
    card = Pressable(home.window.ctx, "Staff and support", note="You stopped here. Go on.")
    home.window.screen.hear_these.emit((card,))
    assert reader.texts == ["Staff and support", "You stopped here.", "Go on."]


def test_a_note_is_lit_while_it_is_said(home, reader):
    card = Pressable(home.window.ctx, "Tea.", note="kept ✓ · new today")
    home.window.screen.hear_these.emit((card,))
    reader.hear(2)
    reader.word.emit(2, 4, 5)
    start = card._note.text.index("new")
    assert card._note._lit[:2] == (start, len("new today"))
    assert card._note._word == (start + 4, 5)
    assert card._words._lit is None
    reader.hear(0)
    assert card._note._lit is None
    assert card._words._lit[:2] == (0, 4)


def test_a_recording_takes_the_place_of_the_words_and_whose_they_are_is_still_said(home, reader):
    card = Pressable(
        home.window.ctx, "Tea.", note="My words · kept ✓", note_heard="around",
    )  # fmt: skip
    give_sound(card, recording(1))
    home.window.screen.hear_these.emit((card,))
    said = [(each.text, bool(each.recording)) for each in reader.given[-1]["utterances"]]
    assert said == [("My words:", False), ("Tea.", True), ("kept", False)]


def test_every_statement_of_the_plan_says_whose_words_it_is(home, reader):
    home.press("plan")
    home.press("read-section")
    assert any(each in reader.texts for each in ("My words:", "My words, signed:"))


def test_what_is_told_is_heard_before_the_screen_until_it_is_pressed_away(home, reader):
    screen = [each.words for each in home.window.screen.readables()]
    home.window.tell("The file was not kept.")
    home.press("hear")
    assert reader.texts[:3] == ["The file was not kept.", "Press here to close this.", screen[0]]
    home.press("hear-quiet")
    QTest.keyClick(home.window, Qt.Key.Key_F3)
    assert reader.texts == ["The file was not kept."]
    home.press("hear-quiet")
    home.press("notice")
    home.press("hear")
    assert reader.texts[0] == screen[0]


def test_words_that_changed_since_are_not_read_on_and_no_others_are_lit(home, reader):
    first, other = (Words(home.window.ctx, words) for words in ("Here is tea. And milk.", "Bread."))
    home.window.screen.hear_these.emit((first, other))
    reader.hear(0)
    first.say("The sound is being read.")
    reader.word.emit(0, 5, 2)
    assert reader.done == [("go", 2)]
    reader.word.emit(0, 8, 3)  # on its way before
    reader.hear(2)
    assert reader.done == [("go", 2)]
    assert first._block._lit is None
    assert other._block._lit[:2] == (0, 6)


def test_where_nothing_says_any_more_what_was_to_be_read_the_voice_stops(home, reader):
    words = Words(home.window.ctx, "Here is tea. And milk.")
    home.window.screen.hear_these.emit((words,))
    reader.hear(0)
    words.say("Not this.")
    reader.hear(1)
    assert not home.window.aloud.underway
    assert not reader.reading
    assert home.find("hear-on") is None
    assert words._block._lit is None


def test_a_file_dialog_stops_the_voice(home, reader):
    home.press("hear")
    choosing.choose_file(
        home.window.ctx, home.window.screen, "A sound", kind="Sounds", ends=(".wav",), then=print
    )
    assert not home.window.hearing.underway
    assert not reader.reading


def test_pressing_the_room_beside_words_reads_nothing(home, reader):
    begin(home, guide(moment("a", prompt="Here is tea.")))
    words = next(
        each for each in home.window.findChildren(Words) if each.isVisible() and "tea" in each.words
    )
    middle = words._place().top() + words._block.line_height() // 2
    text = words._block.natural_width()
    assert words.width() > text + 60
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(text + 40, middle))
    assert reader.given == []
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(text // 2, middle))
    assert reader.texts == ["Here is tea."]
