"""The process that reads a camera, over its pipes, with pictures made up by FFmpeg."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app import pipes
from app.camera import protocol
from app.camera.protocol import (
    Camera,
    Command,
    Event,
    Failed,
    Find,
    Found,
    Open,
    Quit,
    Seen,
    Show,
    Take,
    Taken,
)

ROOT = Path(__file__).parents[2]
BARS = "smptebars=size=1280x720:rate=25,realtime"
SHORT = "testsrc=size=320x240:rate=25:duration=0.4,realtime"
DRIVER = """
import av
def turn_on(*_, **__):
    {does}
av.open = turn_on
from app.camera.worker import main
main()
"""


class Worker:
    """A running worker, spoken to as the window does."""

    def __init__(self, cameras: str, code: str = "") -> None:
        command = ["-c", code] if code else ["-m", "app.camera.worker"]
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={**os.environ, "ALONGSIDE_CAMERA": cameras},
        )

    def say(self, *commands: Command) -> None:
        assert self.process.stdin is not None
        for each in commands:
            self.process.stdin.write(pipes.line(each))
        self.process.stdin.flush()

    def hear(self) -> Event:
        assert self.process.stdout is not None
        return protocol.read_event(self.process.stdout.readline())

    def ended(self) -> int:
        return self.process.wait(timeout=20)

    def close(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()
        self.process.kill()
        self.process.wait(timeout=20)


@pytest.fixture
def start() -> Iterator[object]:
    started: list[Worker] = []

    def one(cameras: str = BARS, code: str = "") -> Worker:
        started.append(Worker(cameras, code))
        return started[-1]

    yield one
    for each in started:
        each.close()


def image(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg))


def test_cameras_are_found_without_turning_any_of_them_on(start) -> None:  # type: ignore[no-untyped-def]
    worker = start(f"{BARS}|{SHORT}")
    worker.say(Find())
    assert worker.hear() == Found((Camera(f"lavfi:{BARS}", BARS), Camera(f"lavfi:{SHORT}", SHORT)))


def test_the_cameras_of_this_computer_are_looked_for_and_none_is_an_answer(start) -> None:  # type: ignore[no-untyped-def]
    worker = start("")
    worker.say(Find())
    assert isinstance(worker.hear(), Found)
    worker = start("none")
    worker.say(Find())
    assert worker.hear() == Found(())


def test_a_small_picture_comes_for_each_time_it_is_asked_for(start) -> None:  # type: ignore[no-untyped-def]
    worker = start()
    worker.say(Open(f"lavfi:{BARS}"), Show())
    first = worker.hear()
    assert isinstance(first, Seen)
    assert image(first.jpeg).size == (640, 360)
    worker.say(Show())
    assert isinstance(worker.hear(), Seen)


def test_the_photo_is_as_large_as_the_camera_sees_and_then_the_camera_is_off(start) -> None:  # type: ignore[no-untyped-def]
    worker = start()
    worker.say(Open(f"lavfi:{BARS}"), Take())
    photo = worker.hear()
    assert isinstance(photo, Taken)
    assert image(photo.jpeg).size == (1280, 720)
    worker.say(Show(), Quit())
    assert worker.process.stdout is not None
    assert worker.process.stdout.read() == b""
    assert worker.ended() == 0


def test_nothing_about_the_computer_is_written_into_the_photo(start) -> None:  # type: ignore[no-untyped-def]
    worker = start()
    worker.say(Open(f"lavfi:{BARS}"), Take())
    photo = worker.hear()
    assert isinstance(photo, Taken)
    assert b"Lavc" not in photo.jpeg
    assert set(image(photo.jpeg).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("camera", "why"),
    [
        (f"lavfi:{SHORT}", "not_there"),
        ("lavfi:there_is_no_such_picture", "no_answer"),
        ("v4l2:/dev/there-is-none", "not_there"),
        ("there-is-no-such-driver:1", "no_answer"),
    ],
)
def test_a_camera_that_gives_no_picture_says_why(start, camera: str, why: str) -> None:  # type: ignore[no-untyped-def]
    if camera.startswith("v4l2") and sys.platform != "linux":
        pytest.skip("the driver of Linux")
    worker = start()
    worker.say(Open(camera))
    assert worker.hear() == Failed(why)


def test_a_device_that_nobody_lets_us_use_is_told_as_that(start) -> None:  # type: ignore[no-untyped-def]
    worker = start(code=DRIVER.format(does='raise PermissionError(13, "no")'))
    worker.say(Open("v4l2:/dev/video0"))
    assert worker.hear() == Failed("not_allowed")


def test_a_camera_whose_picture_nobody_looks_at_goes_off(start) -> None:  # type: ignore[no-untyped-def]
    worker = start(
        code="from app.camera import filming; filming.UNSEEN_SECONDS = 0.2; "
        "from app.camera.worker import main; main()"
    )
    worker.say(Open(f"lavfi:{BARS}"), Show())
    assert isinstance(worker.hear(), Seen)
    assert worker.hear() == Failed("no_answer")


def test_it_ends_when_the_window_does(start) -> None:  # type: ignore[no-untyped-def]
    worker = start()
    worker.say(Open(f"lavfi:{BARS}"), Show())
    worker.hear()
    assert worker.process.stdin is not None
    worker.process.stdin.close()
    assert worker.ended() == 0
    worker.process.stdin = open(os.devnull, "wb")  # noqa: SIM115, PTH123 - closed by the fixture


def test_it_ends_though_its_driver_hangs(start) -> None:  # type: ignore[no-untyped-def]
    worker = start(code=DRIVER.format(does="import time; time.sleep(100)"))
    worker.say(Open(f"lavfi:{BARS}"), Show(), Quit())
    assert worker.ended() == 1


def test_lines_that_say_nothing_are_passed_over(start) -> None:  # type: ignore[no-untyped-def]
    worker = start()
    assert worker.process.stdin is not None
    worker.process.stdin.write(b"what?\n{}\n")
    worker.say(Find())
    assert isinstance(worker.hear(), Found)
