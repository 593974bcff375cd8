"""Hear it: the strip while something is read, what is lit, and how it is kept."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QTest

import ui.reading
from app.usecases import people
from tests.helpers.driver import begin, talk_together
from tests.helpers.guides import guide, moment
from tests.helpers.made_up_reader import VOICES, MadeUpReader
from ui.aloud import sentences_of
from ui.parts.pressable import Pressable
from ui.parts.textblock import TextBlock
from ui.parts.words import Words
from ui.reading import NO_SOUND
from ui.scanning import scanner
from ui.screens.base import Route


@pytest.fixture
def reader(monkeypatch):
    """The reader of the window, made when something is first heard."""
    made = MadeUpReader()
    monkeypatch.setattr(ui.reading, "Reader", lambda _parent: made)
    return made


@pytest.fixture
def home(reader, examples, marcus):
    """Marcus's home; his settings and what he hears can be looked at."""
    return examples


def settings(driver, person):
    notebook = driver.window.ctx.open_notebook
    return driver.ask(lambda: people.person(notebook, person=person.id)).body.ui


def like(driver, person, **how):
    notebook, by = driver.window.ctx.open_notebook, driver.window.ctx.writer
    for field, value in how.items():
        driver.ask(
            lambda field=field, value=value: people.change_setting(
                notebook, person=person.id, field=field, value=value, by=by
            )
        )
    driver.window.use_settings(settings(driver, person))
    driver.settle()


def strip(driver):
    return [name for name in driver.names() if name.startswith("hear-")]


def test_the_strip_is_there_while_something_is_read_and_no_longer(home, reader):
    assert strip(home) == []
    home.press("hear")
    assert strip(home) == [
        "hear-on", "hear-quiet", "hear-again", "hear-slower", "hear-faster", "hear-other_voice",
    ]  # fmt: skip
    reader.end()
    assert strip(home) == []
    home.press("hear")
    home.press("hear-quiet")
    assert strip(home) == []
    assert not reader.reading


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("lang", ["en-GB", "en-XA"])
def test_the_strip_pushes_nothing_of_the_bottom_bar_away(home, marcus, reader, percent, lang):
    like(home, marcus, text_percent=percent, language=lang)
    home.window.show_route(Route("plan", {"person": marcus.id}))
    home.settle()
    bottom = home.window._bottom

    def places():
        home.qtbot.wait(20)
        return [(name, each.geometry().getRect()) for name, each in bottom.buttons.items()]

    before, size = places(), home.window.size()
    home.press("hear")
    assert (places(), home.window.size()) == (before, size)
    for name in strip(home):
        button = home.find(name)
        assert button.width() >= button.minimumSizeHint().width(), name
        assert button.geometry().right() <= home.window.width(), name


def test_large_text_leaves_no_room_for_the_strip_until_what_is_told_was_read(home, marcus, reader):
    like(home, marcus, text_percent=200)
    home.press("hear")
    reader.trouble.emit(NO_SOUND)
    home.settle()
    assert strip(home) == []
    home.press("notice")
    assert "hear-on" in strip(home)


def test_whoever_pressed_stop_in_the_strip_has_the_keyboard_at_hear_it(home, reader):
    home.window.activateWindow()
    home.press("hear")
    home.find("hear-quiet").setFocus()
    home.qtbot.keyClick(home.find("hear-quiet"), Qt.Key.Key_Return)
    assert home.window.focusWidget() is home.find("hear")


def test_reading_takes_no_keyboard_and_can_be_reached_by_it(home, reader):
    home.window.activateWindow()
    plan = home.find("plan")
    plan.setFocus()
    home.press("hear")
    reader.hear(0)
    assert home.window.focusWidget() is plan
    reached = set()
    for _ in range(40):
        QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(home.window.focusWidget().objectName())
    assert set(strip(home)) <= reached


def test_it_waits_and_goes_on(home, reader):
    home.press("hear")
    home.press("hear-on")
    assert reader.paused
    assert home.find("hear-on").accessibleName() == "Go on reading"
    home.press("hear-on")
    assert reader.done == ["resume"]
    assert home.find("hear-on").accessibleName() == "Wait"


def test_a_sentence_is_read_once_more(home, reader):
    home.press("hear")
    home.press("hear-again")
    assert reader.done == ["again"]


def test_a_screen_reader_is_told_what_happens(home, reader):
    told = []
    home.window.announcer.said.connect(told.append)
    home.press("hear")
    home.press("hear-on")
    home.press("hear-slower")
    assert told == ["Reading aloud", "It waits for you.", "Speed of the voice: Slow"]


def test_how_fast_it_is_is_kept_with_the_person(home, marcus, reader):
    home.press("hear")
    for _ in range(4):
        home.press("hear-slower")
    assert reader.done == [0.8, 0.6]
    home.press("hear-faster")
    home.press("hear-quiet")
    assert settings(home, marcus).speech_rate == 0.8


def test_how_fast_it_is_is_kept_when_the_screen_is_left(home, marcus, reader):
    home.press("hear")
    home.press("hear-faster")
    home.press("plan")
    assert not reader.reading
    assert settings(home, marcus).speech_rate == 1.2


def test_another_voice_says_how_it_sounds_and_goes_on_with_the_sentence(home, marcus, reader):
    home.press("hear")
    reader.hear(2)
    words = reader.texts
    home.press("hear-other_voice")
    assert reader.texts == ["This is how I sound now."]
    assert reader.given[-1]["voices"] == {"en-GB": VOICES[1].key}
    reader.end()
    assert reader.texts == words
    assert reader.given[-1]["start"] == 2
    home.press("hear-quiet")
    assert settings(home, marcus).voices == {"en-GB": VOICES[1].key}


def test_where_there_is_one_voice_there_is_no_other_to_choose(home, reader):
    reader.voices = VOICES[:1]
    home.press("hear")
    assert "hear-other_voice" not in strip(home)


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


def test_everything_is_read_by_itself_if_wanted_and_the_strip_stays(home, marcus, reader):
    like(home, marcus, read_to_me="everything")
    home.press("plan")
    assert len(reader.texts) > 3
    reader.end()
    assert "hear-on" in strip(home)
    given = len(reader.given)
    home.press("hear-on")
    assert len(reader.given) == given + 1


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


def test_a_switch_stops_the_voice_and_offers_the_strip(home, marcus, reader, monkeypatch):
    monkeypatch.setattr(scanner, "SECOND_MS", 50)
    like(home, marcus, input="two_switches")
    scan = home.window.reach.scanner
    home.qtbot.waitUntil(lambda: scan.now is not None)
    home.press("hear")
    scan.press(0)
    assert reader.paused
    home.qtbot.waitUntil(lambda: scan.now is not None)
    assert scan.now.name == "Reading aloud"
    scan.press(1)
    scan.press(1)
    assert reader.done == ["resume"]


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
    sentences = [each.words for each in sentences_of(home.window.screen.readables())]

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
