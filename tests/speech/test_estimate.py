"""Guessing when a word is said, from the sound."""

import array
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.speech.estimate import word_times
from tests.helpers.tones import RATE, samples


def sound(*parts):
    """Seconds of tone, and of silence where they are negative."""
    pcm = array.array("h")
    for seconds in parts:
        pcm += samples(seconds) if seconds > 0 else array.array("h", [0] * round(-seconds * RATE))
    return pcm.tobytes()


def seconds(text, pcm):
    return [(place, round(frame / RATE, 2)) for place, frame in word_times(text, pcm, RATE)]


def test_a_word_takes_as_long_as_it_has_letters():
    assert seconds("a bbb cccc.", sound(0.8)) == [(0, 0.0), (2, 0.1), (6, 0.4)]


def test_silence_before_the_first_word_and_after_the_last_is_no_word():
    assert seconds("aa bb", sound(-0.5, 1.0, -0.5)) == [(0, 0.5), (3, 1.0)]


def test_a_digit_takes_as_long_as_three_letters():
    assert seconds("12 aaaaaa", sound(1.0))[1] == (3, 0.5)


def test_what_comes_after_a_mark_begins_after_the_pause():
    assert seconds("aaaa, b", sound(0.3, -0.3, 0.5)) == [(0, 0.0), (6, 0.6)]


def test_a_pause_without_a_mark_is_part_of_it_all():
    assert seconds("aaaa b", sound(0.2, -0.3, 0.5)) == [(0, 0.0), (5, 0.8)]


@pytest.mark.parametrize("pcm", [b"", bytes(2), bytes(4_000)])
def test_a_sound_without_anything_in_it_does_no_harm(pcm):
    assert all(frame <= len(pcm) for _, frame in word_times("Some words.", pcm, RATE))


@given(st.text(max_size=40), st.lists(st.sampled_from([-0.3, -0.05, 0.1, 0.4]), max_size=5))
def test_every_word_has_a_time_within_the_sound_and_in_order(text, parts):
    pcm = sound(*parts)
    found = list(word_times(text, pcm, RATE))
    assert len(found) == (len(text.split()) if len(pcm) > 1 else 0)
    assert all(0 <= frame <= len(pcm) // 2 for _, frame in found)
    assert all(a < b and c <= d for (a, c), (b, d) in itertools.pairwise(found))
