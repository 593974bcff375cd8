import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app import private_place

ROOT = Path(__file__).resolve().parents[1]
HOLD = """
import sys
from app import private_place
place = private_place.make()
(place / "sentence.wav").write_bytes(b"said")
print(place, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TEMP", str(tmp_path))
    return tmp_path


@pytest.fixture
def other():
    """Another process with a place of its own, and that place."""
    command = [sys.executable, "-c", HOLD]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process, Path(process.stdout.readline().strip())
        process.kill()


def test_it_is_gone_with_all_that_is_in_it_once_it_is_discarded(temporary):
    place = private_place.make()
    (place / "copy").write_bytes(b"x")
    private_place.discard(place)
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may look in lists")
def test_nobody_else_may_look_into_it():
    place = private_place.make()
    assert place.stat().st_mode & 0o077 == 0
    private_place.discard(place)


def test_what_another_living_process_holds_stays(other):
    _, theirs = other
    own = private_place.make()
    assert (theirs / "sentence.wav").exists()
    private_place.clear_up()
    assert own.exists()
    private_place.discard(own)


def test_what_a_killed_process_left_behind_goes_with_the_next_one(other):
    process, left = other
    process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    process.wait()
    assert (left / "sentence.wav").exists()
    private_place.discard(private_place.make())
    assert not left.exists()


def test_a_folder_of_somebody_else_is_never_removed(tmp_path):
    with pytest.raises(ValueError, match="no private place"):
        private_place.discard(tmp_path)
