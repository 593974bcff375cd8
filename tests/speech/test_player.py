"""Playing sound without a loudspeaker, in real time."""

import threading

import pytest

from app.speech.player import Loudspeaker
from app.speech.sound import Sound


@pytest.fixture
def loudspeaker():
    with Loudspeaker(silent=True) as loudspeaker:
        yield loudspeaker


def quiet(frames, rate=22_050):
    return Sound(bytes(2 * frames), rate)


def test_what_was_heard_grows_to_the_end_of_the_sound(loudspeaker):
    heard = []
    loudspeaker.begin(quiet(4_000))
    loudspeaker.follow(until=threading.Event(), heard=heard.append)
    assert heard == sorted(set(heard))
    assert len(heard) > 3
    assert heard[-1] == 4_000


def test_the_output_stays_open_from_sentence_to_sentence(loudspeaker):
    opened = []
    for rate in (22_050, 22_050, 16_000):
        opened.append(loudspeaker.begin(quiet(1_000, rate)))
        loudspeaker.follow(until=threading.Event(), heard=lambda _: None)
    assert opened == [True, False, True]
    assert not loudspeaker.audible


def test_a_sound_is_stopped_long_before_its_end(loudspeaker):
    enough = threading.Event()
    heard = []

    def stop_early(frames):
        heard.append(frames)
        enough.set()

    loudspeaker.begin(quiet(22_050 * 3_600))
    loudspeaker.follow(until=enough, heard=stop_early)
    assert len(heard) == 1


def test_closing_twice_is_harmless():
    loudspeaker = Loudspeaker(silent=True)
    loudspeaker.begin(quiet(10))
    loudspeaker.close()
    loudspeaker.close()
    assert loudspeaker.begin(quiet(10)), "the output was not given back"
    loudspeaker.close()
