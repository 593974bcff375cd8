"""Sound as it stands in files."""

import pytest

from app.model.recordings import check
from app.speech import sound_files
from app.speech.sound import Sound, WordAt, joined
from tests.helpers.recorded import recording, short_by_its_own_account
from tests.helpers.tones import RATE, SECONDS_A_LETTER, aiff, samples, wav


@pytest.mark.parametrize("data", [wav(10), wav(10, channels=2), aiff(10)])
def test_a_sound_is_what_was_written(data):
    sound = sound_files.read(data)
    assert sound.pcm == samples(10 * SECONDS_A_LETTER).tobytes()
    assert sound.rate == RATE


def test_a_wav_file_of_ours_is_read_as_it_was():
    sound = sound_files.read(wav(3))
    assert sound_files.read(sound_files.as_wav(sound)) == sound


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", b"words", wav(0), wav(3)[:30], aiff(3)[:40], b"\xff\xfb" + bytes(50)]
)
def test_what_is_no_sound_is_said_to_be_none(data):
    with pytest.raises(sound_files.UnreadableSoundError):
        sound_files.read(data)


def test_a_recording_that_says_it_is_short_does_not_unfold_to_hours():
    long = short_by_its_own_account(recording(600, height=0))
    check(long)  # what it says of itself is right
    assert len(long) < 200_000
    assert not sound_files.is_as_long_as_it_says(long)
    with pytest.raises(sound_files.UnreadableSoundError, match="too long"):
        sound_files.read_recording(long)


def test_a_recording_is_as_long_as_it_says_or_damaged():
    assert sound_files.is_as_long_as_it_says(recording())
    assert not sound_files.is_as_long_as_it_says(recording()[:-400])
    assert len(sound_files.read_recording(recording()).pcm) == pytest.approx(RATE, abs=100)


def test_sounds_that_are_joined_keep_their_words():
    first = Sound(bytes(200), RATE, (WordAt(0, 4, 10),))
    second = Sound(bytes(100), RATE, (WordAt(0, 3, 20),), estimated=True)
    whole = joined([(0, first), (5, second)])
    assert whole == Sound(bytes(300), RATE, (WordAt(0, 4, 10), WordAt(5, 3, 120)), estimated=True)
