"""The camera from the window's side, with the real process and with broken ones."""

import io
import sys
import textwrap
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from app.camera.protocol import Camera
from ui.camera import NO_ANSWER, NOT_ALLOWED, NOT_THERE, Eye

BARS = "smptebars=size=1280x720:rate=25,realtime"
SHORT = "testsrc=size=320x240:rate=25:duration=0.4,realtime"


@pytest.fixture
def make_eye(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Eye]]:
    """Makes eyes, and looks at the end whether any camera is left on."""
    monkeypatch.setenv("ALONGSIDE_CAMERA", BARS)
    made: list[Eye] = []

    def make(**settings: object) -> Eye:
        made.append(Eye(**settings))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for eye in made:
        eye.wait_until_gone()
        assert not running(eye)
        eye.deleteLater()


def process_doing(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", textwrap.dedent(code))


def failing(why: str) -> tuple[str, ...]:
    return process_doing(f"""
        import sys
        sys.stdin.readline()
        print('{{"type": "failed", "reason": "{why}"}}', flush=True)
        sys.stdin.read()
    """)


def running(eye: Eye) -> list[QProcess]:
    return [
        each
        for each in eye.findChildren(QProcess)
        if each.state() != QProcess.ProcessState.NotRunning
    ]


def size(jpeg: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(jpeg)).size


def test_looking_for_cameras_turns_none_of_them_on(
    make_eye: Callable[..., Eye], qtbot: QtBot
) -> None:
    eye = make_eye()
    with qtbot.waitSignal(eye.found, timeout=10_000) as found:
        eye.find()
        assert not eye.on
    assert found.args == [(Camera(f"lavfi:{BARS}", BARS),)]
    assert eye.known == found.args[0]
    qtbot.waitUntil(lambda: not running(eye), timeout=10_000)


def test_what_the_camera_sees_comes_again_and_again_until_the_photo_is_there(
    make_eye: Callable[..., Eye], qtbot: QtBot
) -> None:
    eye = make_eye()
    seen: list[bytes] = []
    eye.seen.connect(seen.append)
    eye.open(f"lavfi:{BARS}")
    assert eye.on
    qtbot.waitUntil(lambda: len(seen) > 3, timeout=10_000)
    with qtbot.waitSignal(eye.taken, timeout=10_000) as taken:
        eye.take()
    assert not eye.on
    assert size(seen[0]) == (640, 360)
    assert size(taken.args[0]) == (1280, 720)
    qtbot.waitUntil(lambda: not running(eye), timeout=10_000)


def test_closing_turns_the_camera_off_and_nothing_more_is_heard(
    make_eye: Callable[..., Eye], qtbot: QtBot
) -> None:
    eye = make_eye()
    with qtbot.waitSignal(eye.seen, timeout=10_000):
        eye.open(f"lavfi:{BARS}")
    heard: list[object] = []
    for each in (eye.seen, eye.taken, eye.trouble):
        each.connect(lambda *said: heard.append(said))
    eye.close()
    assert not eye.on
    qtbot.waitUntil(lambda: not running(eye), timeout=10_000)
    assert heard == []


def test_a_camera_that_is_unplugged_says_so(make_eye: Callable[..., Eye], qtbot: QtBot) -> None:
    eye = make_eye()
    with qtbot.waitSignal(eye.trouble, timeout=10_000) as said:
        eye.open(f"lavfi:{SHORT}")
    assert said.args == [NOT_THERE]
    assert not eye.on


@pytest.mark.parametrize(
    ("why", "sentence"),
    [("not_there", NOT_THERE), ("not_allowed", NOT_ALLOWED), ("no_answer", NO_ANSWER)],
)
def test_each_reason_has_a_sentence(
    make_eye: Callable[..., Eye], qtbot: QtBot, why: str, sentence: str
) -> None:
    eye = make_eye(command=failing(why))
    with qtbot.waitSignal(eye.trouble, timeout=10_000) as said:
        eye.open("any")
    assert said.args == [sentence]


HANGS = process_doing("import time; time.sleep(600)")
DIES = process_doing("import os, sys; sys.stdin.readline(); os.abort()")


@pytest.mark.parametrize("command", [HANGS, DIES, ("there-is-no-such-program",)])
def test_a_camera_that_hangs_or_crashes_ends_in_a_sentence(
    make_eye: Callable[..., Eye], qtbot: QtBot, command: tuple[str, ...]
) -> None:
    eye = make_eye(command=command, first_patience_ms=300)
    with qtbot.waitSignal(eye.trouble, timeout=10_000) as said:
        eye.open("any")
    assert said.args == [NO_ANSWER]
    qtbot.waitUntil(lambda: not running(eye), timeout=10_000)


@pytest.mark.parametrize("command", [HANGS, DIES])
def test_looking_for_cameras_ends_though_a_driver_hangs_or_crashes(
    make_eye: Callable[..., Eye], qtbot: QtBot, command: tuple[str, ...]
) -> None:
    eye = make_eye(command=command, patience_ms=300)
    with qtbot.waitSignal(eye.found, timeout=10_000) as found:
        eye.find()
    assert found.args == [()]
    qtbot.waitUntil(lambda: not running(eye), timeout=10_000)


def test_a_camera_that_hangs_in_the_middle_ends_in_a_sentence(
    make_eye: Callable[..., Eye], qtbot: QtBot
) -> None:
    once = process_doing("""
        import sys, time
        sys.stdin.readline()
        print('{"type": "seen", "jpeg": "AAAA"}', flush=True)
        time.sleep(600)
    """)
    eye = make_eye(command=once, patience_ms=300)
    with qtbot.waitSignals([eye.seen, eye.trouble], timeout=10_000, order="strict"):
        eye.open("any")
