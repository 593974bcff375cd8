"""The voice and the microphone: what the program says is never recorded."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.helpers.made_up_reader import MadeUpReader
from tests.helpers.recorded import made_up_microphone
from tests.helpers.switches import Scan
from tests.ui.test_voice_recorder import finish, record
from ui.hearing import NOT_INTO_THE_MICROPHONE

ASKED = guide(moment("likes", kind="question"))


@pytest.fixture
def recorder(
    own: Driver, reader: MadeUpReader, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> Iterator[Driver]:
    """At the page on which something is said; a microphone hears it for three seconds."""
    monkeypatch.setenv("ALONGSIDE_MICROPHONE", str(made_up_microphone(tmp_path, letters=60)))
    begin(own, ASKED)
    own.press("answer-with-voice")
    yield own
    own.window.ctx.ear.wait_until_gone()


def test_what_is_read_ends_before_the_microphone_is_on(
    recorder: Driver, reader: MadeUpReader
) -> None:
    recorder.press("hear")
    assert reader.reading
    still: list[bool] = []
    recorder.window.ctx.ear.heard.connect(lambda *_: still.append(reader.reading))
    record(recorder)
    assert set(still) == {False}
    assert not recorder.window.aloud.underway


def test_what_waits_is_not_gone_on_with_into_the_microphone(
    recorder: Driver, reader: MadeUpReader
) -> None:
    recorder.press("hear")
    recorder.press("hear-on")
    record(recorder)
    assert recorder.find("hear-on") is None
    assert reader.done == []


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F3])
def test_nothing_is_read_while_the_microphone_is_on_and_that_is_said(
    recorder: Driver, reader: MadeUpReader, key: Qt.Key
) -> None:
    record(recorder)
    QTest.keyClick(recorder.window, key)
    recorder.settle()
    assert reader.given == []
    assert recorder.window.ctx.ear.on
    assert NOT_INTO_THE_MICROPHONE in recorder.seen()


def test_a_recording_is_listened_to_once_the_microphone_is_off(
    recorder: Driver, reader: MadeUpReader
) -> None:
    record(recorder)
    finish(recorder)
    recorder.press("record-listen")
    (only,) = reader.given[-1]["utterances"]
    assert only.recording


def test_what_is_offered_is_not_said_into_the_microphone(
    recorder: Driver, reader: MadeUpReader
) -> None:
    asked = recorder.window.route
    two = Scan(recorder, recorder.person()).use("two_switches", say_names=True)
    recorder.window.show_route(asked)
    recorder.settle()
    recorder.press("answer-with-voice")
    two.settle()
    two.press(0)
    said = len(reader.given)
    assert said
    record(recorder)
    two.settle()
    two.press(0)
    two.press(0)
    assert recorder.window.ctx.ear.on
    assert len(reader.given) == said
