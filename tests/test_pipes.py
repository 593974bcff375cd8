"""Waiting for a process of ours, but not for ever."""

import threading
import time

import pytest

from app import pipes


def test_what_hangs_is_ended() -> None:
    ended = threading.Event()
    with pipes.with_patience(0.0, ended.set):
        assert ended.wait(timeout=60.0)


def test_what_answers_in_time_is_left_alone_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    class SlowToEnd(threading.Timer):
        def run(self) -> None:
            super().run()
            time.sleep(0.05)

    monkeypatch.setattr(threading, "Timer", SlowToEnd)
    before = set(threading.enumerate())
    ended = threading.Event()
    with pipes.with_patience(60.0, ended.set):
        pass
    assert set(threading.enumerate()) == before
    assert not ended.is_set()
