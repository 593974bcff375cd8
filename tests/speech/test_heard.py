"""What is really heard: played to the null sink of a PulseAudio server and recorded back.

Skipped where PulseAudio is not installed, as on Windows and macOS. No sound card is needed.
"""

import time

import pytest

from app.speech.player import Loudspeaker
from app.speech.sound import FRAMES_A_SECOND, Sound
from tests.helpers.null_sink import can_listen, null_sink
from tests.helpers.tones import samples

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_listen(), reason="PulseAudio and its tools are not installed"),
]

UNSURE = 0.06
"""Seconds by which the ear may be wrong on a busy computer."""


@pytest.fixture
def ear(tmp_path, monkeypatch):
    with null_sink(tmp_path) as (variables, listener):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        yield listener


@pytest.fixture
def loudspeaker(ear):
    with Loudspeaker() as loudspeaker:
        yield loudspeaker


def tone(seconds):
    return Sound(samples(seconds).tobytes(), FRAMES_A_SECOND)


def follow(loudspeaker, seconds=None):
    """Wait until so many seconds of it have been heard, or all."""
    frames = None if seconds is None else seconds * FRAMES_A_SECOND
    while True:
        now = loudspeaker.heard()
        if now and (now[2] if frames is None else now[1] >= frames):
            return
        time.sleep(0.005)


def lengths(ear):
    time.sleep(0.5)
    return [end - begin for begin, end in ear.stretches()]


def test_two_sentences_are_heard_whole_and_without_a_gap(loudspeaker, ear):
    loudspeaker.play(0, tone(0.4))
    loudspeaker.then(1, tone(0.6))
    follow(loudspeaker)
    assert loudspeaker.audible
    assert sum(lengths(ear)) == pytest.approx(1.0, abs=UNSURE)


def test_nothing_is_heard_in_a_pause_and_all_of_it_in_the_end(loudspeaker, ear):
    loudspeaker.play(0, tone(1.0))
    follow(loudspeaker, 0.5)
    loudspeaker.pause()
    time.sleep(0.5)
    loudspeaker.resume()
    follow(loudspeaker)
    before, after = lengths(ear)
    assert before + after == pytest.approx(1.0, abs=2 * UNSURE)
    assert before == pytest.approx(0.5, abs=2 * UNSURE)


def test_after_closing_nothing_is_heard_of_what_was_left(loudspeaker, ear):
    loudspeaker.play(0, tone(3.0))
    follow(loudspeaker, 0.5)
    loudspeaker.close()
    assert sum(lengths(ear)) == pytest.approx(0.5, abs=2 * UNSURE)
