"""The process that records, over its pipes, with a file that stands for what is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import pipes
from app.microphone import protocol
from app.microphone.protocol import (
    Done,
    Failed,
    Find,
    Found,
    Heard,
    Listen,
    Quit,
    Recorded,
    TakeIn,
)
from app.model import recordings
from tests.helpers.recorded import made_up_microphone
from tests.helpers.tones import wav

ROOT = Path(__file__).parents[2]
DRIVER = """
import miniaudio
class Devices:
    backend = "PulseAudio"
    def get_captures(self):
        return [{{"id": self.called(name), "name": name}} for name in {microphones}]
    def called(self, name):
        made = miniaudio.ffi.new("ma_device_id *")
        miniaudio.ffi.memmove(made, name.encode(), len(name))
        return made
miniaudio.Devices = Devices
def made(*_, **how):
    {does}
miniaudio.CaptureDevice = made
from app.microphone.worker import main
main()
"""
SHORT = """
from app.microphone import recording
recording._MOST = 32_000
from app.microphone.worker import main
main()
"""


def driver(does, microphones=()):
    """A worker whose computer has these microphones, and what turning one on does there."""
    return DRIVER.format(does=does, microphones=list(microphones))


class Worker:
    """A running worker, spoken to as the window does."""

    def __init__(self, microphone, code=""):
        command = ["-c", code] if code else ["-m", "app.microphone.worker"]
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={**os.environ, protocol.SETTING: str(microphone)},
        )

    def say(self, *commands):
        for each in commands:
            self.process.stdin.write(pipes.line(each))
        self.process.stdin.flush()

    def hear(self):
        return protocol.read_event(self.process.stdout.readline())

    def hear_the_end(self):
        """What comes after all the levels, and the levels."""
        levels = []
        while isinstance(event := self.hear(), Heard):
            levels.append(event)
        return event, levels

    def ended(self):
        return self.process.wait(timeout=20)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.kill()
        self.process.wait(timeout=20)


@pytest.fixture
def start(tmp_path):
    started = []

    def one(microphone=None, code="", letters=20):
        microphone = microphone or (
            "" if code and code is not SHORT else made_up_microphone(tmp_path, letters=letters)
        )
        started.append(Worker(microphone, code))
        return started[-1]

    yield one
    for each in started:
        each.close()


def test_what_is_said_is_recorded_until_it_is_done(start):
    worker = start(letters=60)
    worker.say(Listen())
    heard = [worker.hear() for _ in range(12)]
    assert all(isinstance(each, Heard) and each.level > 0.5 for each in heard)
    assert [each.seconds for each in heard] == sorted({each.seconds for each in heard})
    worker.say(Done())
    event, _ = worker.hear_the_end()
    assert isinstance(event, Recorded)
    recordings.check(event.flac)
    assert 0.5 <= recordings.seconds(event.flac) < 3
    assert not event.full


def test_a_microphone_that_is_unplugged_in_the_middle_leaves_nothing(start):
    worker = start(letters=6)
    worker.say(Listen())
    event, levels = worker.hear_the_end()
    assert levels
    assert event == Failed("not_there")


def test_it_ends_by_itself_when_no_recording_is_longer(start):
    worker = start(code=SHORT, letters=60)
    worker.say(Listen())
    event, _ = worker.hear_the_end()
    assert isinstance(event, Recorded)
    assert event.full
    assert recordings.seconds(event.flac) == pytest.approx(1, abs=0.01)


def test_without_a_microphone_it_says_so(start):
    worker = start(protocol.NONE)
    worker.say(Listen())
    assert worker.hear() == Failed("not_there")


@pytest.mark.parametrize(
    ("result", "microphones", "reason"),
    [
        (-6, ["one"], "not_allowed"),
        (-19, ["one"], "no_answer"),
        (-401, ["one"], "no_answer"),
        (-401, [], "not_there"),
    ],
)
def test_why_the_driver_says_no_is_told(start, result, microphones, reason):
    fails = f'raise miniaudio.MiniaudioError("failed to init device", {result})'
    worker = start(code=driver(fails, microphones))
    worker.say(Listen())
    assert worker.hear() == Failed(reason)


def test_a_driver_that_hangs_does_not_keep_the_process_from_ending(start):
    worker = start(code=driver("import time; time.sleep(600)"))
    worker.say(Listen(), Quit())
    assert worker.ended() == 1


def test_a_mistake_of_ours_ends_the_process_rather_than_letting_the_window_wait(start):
    worker = start(code=driver("raise RuntimeError"))
    worker.say(Listen())
    assert worker.ended() == 1


def test_the_process_ends_and_forgets_when_the_window_does(start):
    worker = start(letters=60)
    worker.say(Listen())
    worker.hear()
    worker.process.stdin.close()
    assert worker.ended() == 0
    assert b"recorded" not in worker.process.stdout.read()


def test_microphones_are_found_and_what_a_loudspeaker_plays_is_none_of_them(start):
    worker = start(code=driver("raise RuntimeError", ["desk", "sink.monitor", "headset"]))
    worker.say(Find())
    found = worker.hear()
    assert isinstance(found, Found)
    assert [each.name for each in found.microphones] == ["desk", "headset"]
    assert len({each.id for each in found.microphones}) == 2


def test_the_one_that_was_chosen_is_turned_on(start):
    first = 'bytes(miniaudio.ffi.buffer(how["device_id"]))[:1]'
    tells = f'raise miniaudio.MiniaudioError("", -6 if {first} == b"h" else -19)'
    worker = start(code=driver(tells, ["desk", "headset"]))
    worker.say(Find())
    desk, headset = worker.hear().microphones
    worker.say(Listen(headset.id))
    assert worker.hear() == Failed("not_allowed")
    other = start(code=driver(tells, ["desk", "headset"]))
    other.say(Listen(desk.id))
    assert other.hear() == Failed("no_answer")


def test_a_microphone_that_was_chosen_and_unplugged_is_not_exchanged_for_another(start):
    worker = start(code=driver("raise RuntimeError", ["desk"]))
    worker.say(Listen(b"headset".hex()))
    assert worker.hear() == Failed("not_there")


def test_of_several_files_each_stands_for_a_microphone(start, tmp_path):
    one, other = made_up_microphone(tmp_path), tmp_path / "other.wav"
    other.write_bytes(wav(60))
    worker = start(f"{one}|{other}")
    worker.say(Find())
    assert [each.name for each in worker.hear().microphones] == ["said", "other"]
    worker.say(Listen(str(other)))
    for _ in range(30):  # the first one is unplugged by then
        assert isinstance(worker.hear(), Heard)


def file(folder, data, name="said"):
    path = folder / name
    path.write_bytes(data)
    return TakeIn(str(path))


def test_a_sound_file_is_taken_in(start, tmp_path):
    worker = start()
    worker.say(file(tmp_path, wav(40)))
    event = worker.hear()
    assert isinstance(event, Recorded)
    assert recordings.seconds(event.flac) == pytest.approx(2, abs=0.01)


def test_a_file_that_is_no_sound_is_refused_and_another_can_be_tried(start, tmp_path):
    worker = start()
    worker.say(file(tmp_path, b"%PDF-1.7 and more", "letter"), file(tmp_path, wav(20)))
    assert worker.hear() == Failed("not_a_sound")
    assert isinstance(worker.hear(), Recorded)


def test_what_is_no_ordinary_file_is_not_waited_for(start, tmp_path):
    worker = start()
    worker.say(TakeIn(str(tmp_path)), TakeIn(str(tmp_path / "gone.m4a")))
    assert [worker.hear(), worker.hear()] == [Failed("not_read")] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps pipes elsewhere")
def test_a_pipe_that_nobody_writes_into_holds_nothing_up(start, tmp_path):
    pipe = tmp_path / "pipe.wav"
    os.mkfifo(pipe)
    worker = start()
    worker.say(TakeIn(str(pipe)))
    assert worker.hear() == Failed("not_read")
