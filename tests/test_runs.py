"""A run of the program that was cut off is found by the next one, and only then."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from app import locks
from app.runs import Runs

KILLED = (
    "import os, sys; from pathlib import Path; from app.runs import Runs;"
    " Runs(Path(sys.argv[1])).begin(); os._exit(9)"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "running"


def found(folder: Path) -> tuple[datetime.datetime, ...]:
    runs = Runs(folder)
    runs.begin()
    runs.end()
    return runs.cut_off


def test_a_program_that_was_killed_is_found_once(folder: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False)
    (began,) = found(folder)
    assert datetime.datetime.now(datetime.UTC) - began < datetime.timedelta(hours=1)
    assert found(folder) == ()


def test_a_program_that_was_closed_leaves_nothing(folder: Path) -> None:
    assert found(folder) == ()
    assert list(folder.iterdir()) == []


def test_a_program_that_is_open_still_is_not_taken_for_one_that_was_cut_off(folder: Path) -> None:
    first = Runs(folder)
    first.begin()
    assert found(folder) == ()
    first.end()
    assert found(folder) == ()


def test_where_nothing_can_be_written_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert found(tmp_path / "file" / "running") == ()


def test_where_there_are_no_locks_nothing_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "taken", lambda _handle: None)
    assert found(folder) == ()
    assert list(folder.iterdir()) == []


def test_what_is_no_time_is_taken_away(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "odd").write_bytes(b"\xff")
    assert found(folder) == ()
    assert list(folder.iterdir()) == []
