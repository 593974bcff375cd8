"""What a screen reader is told while somebody records, and of how loud and how fast it is."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from app.model.recordings import LONGEST_SECONDS
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.helpers.made_up_reader import MadeUpReader
from tests.helpers.recorded import recording
from ui import microphone
from ui.accessible import in_one
from ui.parts.hear_bar import HearBar, Pace
from ui.parts.voice_recorder import VoiceRecorder


@pytest.fixture
def recorder(own: Driver) -> VoiceRecorder:
    """The page on which something is said; no microphone is there, and tests say what it hears."""
    begin(own, guide(moment("likes", kind="question")))
    own.press("answer-with-voice")
    (found,) = (w for w in own.window.findChildren(VoiceRecorder) if w.isVisible())
    own.window.ctx.ear.listen = lambda _: None  # type: ignore[method-assign]
    return found


@pytest.fixture
def told(own: Driver, recorder: VoiceRecorder) -> list[str]:
    """What is told from now on."""
    said: list[str] = []
    own.window.announcer.said.connect(said.append)
    return said


def spoken(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader is given of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def test_each_state_of_a_recording_is_told_once(own: Driver, told: list[str]) -> None:
    ear = own.window.ctx.ear
    own.press("record")
    for seconds in (0.1, 1.0, 2.0):
        ear.heard.emit(0.5, seconds)
    for before_the_end in (3.0, 2.0):
        ear.heard.emit(0.5, LONGEST_SECONDS - before_the_end)
    ear.recorded.emit(recording(), True)
    assert told == [
        "Waiting for the microphone",
        "It is recording.",
        "A recording can be three minutes long. It ends soon.",
        in_one(
            "The microphone is off: three minutes are over. This is not kept yet.",
            "Your recording · 0:00",
        ),
    ]


@pytest.mark.parametrize("why", microphone.WHY.values())
def test_why_there_is_no_recording_is_told(own: Driver, told: list[str], why: str) -> None:
    own.press("record")
    own.window.ctx.ear.trouble.emit(why)
    assert told[-1] == own.window.ctx.t(why)


def test_how_loud_it_is_has_a_value(own: Driver, recorder: VoiceRecorder) -> None:
    own.press("record")
    own.window.ctx.ear.heard.emit(0.5, 1.0)
    level = spoken(recorder.level)
    assert level.role() == QAccessible.Role.ProgressBar
    assert level.text(QAccessible.Text.Name) == "How loud it is"
    value = level.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 6, 12)
    own.window.ctx.ear.heard.emit(1.0, 1.1)
    assert value.currentValue() == 12


def test_the_strip_is_a_tool_bar_and_the_speed_has_a_value(
    home: Driver, reader: MadeUpReader
) -> None:
    home.press("hear")
    home.press("hear-slower")
    (bar,) = home.window.findChildren(HearBar)
    (pace,) = home.window.findChildren(Pace)
    assert spoken(bar).role() == QAccessible.Role.ToolBar
    assert spoken(pace).text(QAccessible.Text.Name) == "Speed of the voice: Slow"
    value = spoken(pace).valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 2, 4)
