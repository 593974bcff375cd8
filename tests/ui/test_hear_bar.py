"""The strip while something is read: what it shows and does, and how it is kept."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers.hearing import kept_settings, like, strip
from tests.helpers.made_up_reader import VOICES
from tests.helpers.switches import Scan
from ui.parts.hear_bar import HearBar
from ui.parts.pressable import Pressable
from ui.reading import NO_SOUND
from ui.scanning import scanner
from ui.screens.base import Route


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


@pytest.mark.parametrize("percent", [100, 125, 200, 300])
def test_nothing_on_the_page_moves_when_reading_begins_and_ends(home, marcus, reader, percent):
    like(home, marcus, text_percent=percent)
    for screen in ("home", "plan", "likes"):
        home.window.show_route(Route(screen, {"person": marcus.id}))
        home.settle()

        def places():
            home.qtbot.wait(20)
            return {
                each: (each.mapTo(home.window, QPoint(0, 0)).toTuple(), each.size().toTuple())
                for each in home.window.screen.findChildren(Pressable)
                if each.isVisible()
            }

        before = places()
        home.press("hear")
        assert "hear-on" in strip(home)
        assert places() == before, screen
        home.press("hear-quiet")
        assert places() == before, screen


def test_large_text_leaves_no_room_for_a_strip_that_stays_until_what_is_told_was_read(
    home, marcus, reader
):
    like(home, marcus, text_percent=200, read_to_me="everything")
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


def test_how_fast_it_is_is_kept_with_the_person(home, marcus, reader):
    home.press("hear")
    for _ in range(4):
        home.press("hear-slower")
    assert reader.done == [0.8, 0.6]
    home.press("hear-faster")
    home.press("hear-quiet")
    assert kept_settings(home, marcus).speech_rate == 0.8


def test_how_fast_it_is_is_kept_when_the_screen_is_left(home, marcus, reader):
    home.press("hear")
    home.press("hear-faster")
    home.press("plan")
    assert not reader.reading
    assert kept_settings(home, marcus).speech_rate == 1.2


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
    assert kept_settings(home, marcus).voices == {"en-GB": VOICES[1].key}


def test_where_there_is_one_voice_there_is_no_other_to_choose(home, reader):
    reader.voices = VOICES[:1]
    home.press("hear")
    assert "hear-other_voice" not in strip(home)


@pytest.mark.parametrize("how", ["switch", "two_switches"])
def test_a_switch_pauses_a_reading_also_where_what_is_offered_is_said(home, marcus, reader, how):
    two = Scan(home, marcus.id).use(how, say_names=True, scan_seconds=8.0, rounds=9)
    named = two.scanner.now
    assert reader.texts == [named.name]
    home.press("hear")
    assert home.window.aloud.goes_on
    read = len(reader.given)
    two.scanner.begin_anew()
    two.settle()
    assert len(reader.given) == read
    two.press(0)
    assert home.window.aloud.paused
    two.settle()
    assert reader.texts == [two.scanner.now.name]
    two.press(0)
    assert home.window.aloud.paused


def test_everything_is_read_by_itself_if_wanted_and_the_strip_stays(home, marcus, reader):
    like(home, marcus, read_to_me="everything")
    home.press("plan")
    assert len(reader.texts) > 3
    reader.end()
    assert "hear-on" in strip(home)
    given = len(reader.given)
    home.press("hear-on")
    assert len(reader.given) == given + 1


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


def test_a_frame_made_twice_while_it_is_read_keeps_one_strip_which_goes_at_the_end(home, reader):
    home.press("hear")
    home.window.hearing.framed()
    home.settle()
    assert len([each for each in home.window.findChildren(HearBar) if each.isVisible()]) == 1
    reader.end()
    home.settle()
    assert strip(home) == []


def test_once_all_is_read_a_strip_that_stays_offers_to_go_on_reading(home, marcus, reader):
    like(home, marcus, read_to_me="everything")
    home.press("plan")
    assert home.find("hear-on").accessibleName() == "Wait"
    reader.end()
    assert home.find("hear-on").accessibleName() == "Go on reading"
