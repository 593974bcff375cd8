"""Playing sound without a loudspeaker, in real time."""

import time

import pytest

from app.speech.player import Loudspeaker
from app.speech.sound import FRAMES_A_SECOND, Sound


@pytest.fixture
def loudspeaker():
    with Loudspeaker(silent=True) as loudspeaker:
        yield loudspeaker


def quiet(frames):
    return Sound(bytes(2 * frames), FRAMES_A_SECOND)


def followed(loudspeaker):
    """All that was said to have been heard, to the end."""
    heard = []
    while not heard or not heard[-1][2]:
        now = loudspeaker.heard()
        if now and now not in heard:
            heard.append(now)
        time.sleep(0.001)
    return heard


def until_heard(loudspeaker, frames):
    while not (now := loudspeaker.heard()) or now[1] < frames:
        time.sleep(0.001)


def test_what_was_heard_grows_to_the_end_of_the_sound(loudspeaker):
    loudspeaker.play(5, quiet(4_000))
    heard = [frames for tag, frames, _ in followed(loudspeaker) if tag == 5]
    assert heard == sorted(heard)
    assert len(heard) > 3
    assert heard[-1] == 4_000


def test_sounds_follow_each_other(loudspeaker):
    loudspeaker.play(1, quiet(2_000))
    loudspeaker.then(2, quiet(2_000))
    heard = followed(loudspeaker)
    assert [tag for tag, *_ in heard] == sorted(tag for tag, *_ in heard)
    assert heard[-1] == (2, 2_000, True)
    assert not loudspeaker.audible


def test_a_sound_may_begin_in_its_middle(loudspeaker):
    loudspeaker.play(1, quiet(22_050), skip=20_000)
    assert min(frames for _, frames, _ in followed(loudspeaker)) >= 20_000


def test_another_sound_takes_the_place_of_all_others(loudspeaker):
    loudspeaker.play(1, quiet(FRAMES_A_SECOND * 3_600))
    loudspeaker.then(2, quiet(100))
    until_heard(loudspeaker, 1)
    loudspeaker.play(3, quiet(500))
    assert followed(loudspeaker)[-1] == (3, 500, True)


def test_what_was_to_come_can_be_left_out(loudspeaker):
    loudspeaker.play(1, quiet(1_000))
    loudspeaker.then(2, quiet(1_000))
    loudspeaker.only(1)
    assert followed(loudspeaker)[-1] == (1, 1_000, True)


def test_nothing_is_heard_in_a_pause_and_the_rest_after_it(loudspeaker):
    loudspeaker.play(1, quiet(6_000))
    until_heard(loudspeaker, 1_000)
    loudspeaker.pause()
    paused_at = loudspeaker.heard()
    time.sleep(0.3)
    assert loudspeaker.heard() == paused_at
    loudspeaker.resume()
    assert followed(loudspeaker)[-1] == (1, 6_000, True)


def test_pausing_and_going_on_twice_is_harmless(loudspeaker):
    loudspeaker.pause()
    loudspeaker.resume()
    loudspeaker.play(1, quiet(500))
    loudspeaker.resume()
    loudspeaker.pause()
    loudspeaker.pause()
    loudspeaker.resume()
    assert followed(loudspeaker)[-1] == (1, 500, True)


def test_closing_forgets_everything_and_may_be_done_twice(loudspeaker):
    loudspeaker.play(1, quiet(10_000))
    loudspeaker.close()
    loudspeaker.close()
    assert loudspeaker.heard() is None
    loudspeaker.play(2, quiet(10))
    assert followed(loudspeaker)[-1] == (2, 10, True)


def test_sound_of_another_speed_is_a_mistake_of_the_program(loudspeaker):
    with pytest.raises(ValueError, match="one speed"):
        loudspeaker.play(1, Sound(b"", 8_000))
