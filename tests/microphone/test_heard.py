"""A real sound server: what is played to it is heard by the microphone's process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import pipes
from app.microphone import protocol, samples
from app.microphone.protocol import Done, Heard, Listen, Recorded
from app.microphone.recording import SILENT_SECONDS
from tests.helpers.null_sink import can_listen, null_sink
from tests.helpers.tones import wav

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_listen(), reason="needs pulseaudio and pulseaudio-utils"),
]


def test_a_microphone_is_heard_and_let_go_of(tmp_path):
    said = tmp_path / "said.wav"
    said.write_bytes(wav(100))
    folder = tmp_path / "server"
    folder.mkdir()
    with null_sink(folder) as (server, _):
        env = {**os.environ, **server, protocol.SETTING: ""}
        worker = subprocess.Popen(
            [sys.executable, "-m", "app.microphone.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=env,
        )  # fmt: skip
        player = subprocess.Popen(["paplay", str(said)], env=env)
        worker.stdin.write(pipes.line(Listen()))
        worker.stdin.flush()
        loud = 0
        while loud < 20:
            event = protocol.read_event(worker.stdout.readline())
            assert isinstance(event, Heard)
            loud += event.level > 0.5
        worker.stdin.write(pipes.line(Done()))
        worker.stdin.flush()
        while isinstance(event, Heard):
            event = protocol.read_event(worker.stdout.readline())
        assert isinstance(event, Recorded)
        heard = samples.of_file(event.flac)
        assert max(heard) > 4_000
        worker.stdin.close()
        assert worker.wait(timeout=20 + SILENT_SECONDS) == 0
        worker.stdout.close()
        player.kill()
        player.wait()
