"""What every test promises, and what tests of the commands share."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from app.store import keys
from tests.helpers.commands import Run, runner

# How long an example takes says nothing on a busy computer; speed is measured in benchmarks.
hypothesis.settings.register_profile("alongside", deadline=None)
hypothesis.settings.load_profile("alongside")


_TO_END_SECONDS = 5.0
"""A thread that was told to end may need this long on a busy computer."""


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Every thread that a test starts ends with the test."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(_TO_END_SECONDS)
    left = [thread.name for thread in started if thread.is_alive()]
    assert not left, f"threads left running: {left}"


@pytest.fixture(autouse=True)
def nothing_unexpected_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing at or above a warning is logged."""
    yield
    for when in ("setup", "call"):
        loud = [r.getMessage() for r in caplog.get_records(when) if r.levelno >= logging.WARNING]
        assert not loud, f"logged: {loud}"


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id at a cost that tests can pay; each slot keeps the cost it was made with."""
    monkeypatch.setattr(keys, "COST", keys.Cost(passes=1, memory_kib=64, lanes=1))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Carries out a command in a scratch folder; gives exit code, output and errors."""
    return runner(tmp_path, monkeypatch, capsys)
