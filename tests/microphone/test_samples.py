"""What is made of what a microphone hears."""

import array
import random

import pytest

from app.microphone import samples
from app.microphone.samples import NoRecordingError
from app.model import recordings
from app.model.recordings import FRAMES_A_SECOND, LONGEST_SECONDS
from tests.helpers.recorded import encoded
from tests.helpers.tones import aiff, wav

SECOND = FRAMES_A_SECOND


def silence(seconds):
    return array.array("h", bytes(round(seconds * SECOND) * 2))


def room(seconds, loud=60):
    numbers = random.Random(7)
    return array.array("h", (numbers.randint(-loud, loud) for _ in range(round(seconds * SECOND))))


def said(seconds, loud=9_000):
    return array.array(
        "h", (loud if n // 40 % 2 else -loud for n in range(round(seconds * SECOND)))
    )


def test_of_a_loud_recording_only_what_nobody_hears_is_left_out():
    loud = room(1, loud=32_000)
    kept = samples.coarser(loud)
    assert max(abs(a - b) for a, b in zip(kept, loud, strict=True)) <= 7
    assert samples.coarser(kept) == kept
    assert len(samples.as_flac(kept)) < len(samples.as_flac(loud)) * 0.85


def test_of_a_quiet_recording_nothing_is_left_out():
    quiet = room(1, loud=2_000)
    assert samples.coarser(quiet) is quiet


def test_nothing_is_lost_by_the_form_in_which_it_is_kept():
    spoken = said(1) + room(1)
    flac = samples.as_flac(spoken)
    recordings.check(flac)
    assert recordings.seconds(flac) == 2
    assert samples.of_file(flac) == spoken


def test_silence_around_speech_goes_but_for_a_little():
    kept = samples.trimmed(room(3) + said(1) + room(4))
    assert 1 * SECOND < len(kept) < 2 * SECOND
    middle = len(kept) // 2
    assert max(kept[middle : middle + 100]) == 9_000


def test_silence_within_what_is_said_stays():
    kept = samples.trimmed(said(1) + room(5) + said(1))
    assert len(kept) >= 7 * SECOND


def test_somebody_who_speaks_very_quietly_is_not_cut():
    assert len(samples.trimmed(room(2, loud=100))) == 2 * SECOND


def test_somebody_who_speaks_without_a_pause_is_not_cut():
    assert len(samples.trimmed(said(4))) == 4 * SECOND


def test_a_microphone_that_is_switched_off_gives_no_recording():
    with pytest.raises(NoRecordingError, match="nothing_heard"):
        samples.trimmed(silence(3))


def test_a_cut_is_soft():
    kept = samples.trimmed(said(1))
    assert kept[0] == 0
    assert kept[-1] == 0


@pytest.mark.parametrize("made", [wav(20), wav(20, channels=2), aiff(20)])
def test_sound_files_of_any_kind_are_taken_in(made):
    assert len(samples.of_file(made)) == pytest.approx(SECOND, abs=20)


@pytest.mark.parametrize(
    ("form", "codec", "rate"),
    [
        ("ogg", "libopus", 48_000),
        ("ipod", "aac", 44_100),
        ("adts", "aac", 44_100),
        ("3gp", "libopencore_amrnb", 8_000),
        ("amr", "libopencore_amrnb", 8_000),
        ("mp3", "libmp3lame", 44_100),
        ("flac", "flac", 96_000),
    ],
)
def test_what_phones_record_is_taken_in(form, codec, rate):
    taken = samples.of_file(encoded(form, codec, rate))
    assert len(taken) == pytest.approx(SECOND, abs=SECOND / 8)
    assert samples.level(taken) > 0.5


def test_what_neither_phones_nor_computers_record_is_not_looked_into():
    with pytest.raises(NoRecordingError, match="not_a_sound"):
        samples.of_file(encoded("matroska", "libopus", 48_000))


def test_a_file_that_is_damaged_in_the_middle_is_heard_without_that():
    whole = bytearray(encoded("mp3", "libmp3lame", 44_100))
    middle = len(whole) // 2
    whole[middle : middle + 400] = bytes(400)
    assert len(samples.of_file(bytes(whole))) > SECOND / 2


def test_a_file_that_is_far_too_large_is_not_looked_at(tmp_path, monkeypatch):
    path = tmp_path / "said.wav"
    path.write_bytes(wav(20))
    assert samples.read_file(path) == wav(20)
    monkeypatch.setattr(samples, "LARGEST_FILE", 1_000)
    with pytest.raises(NoRecordingError, match="too_large"):
        samples.read_file(path)


@pytest.mark.parametrize(
    "made", [b"", b"RIFF", b"no sound at all", wav(20)[:30], b"\xff\xfb\x90\x00" + bytes(40)]
)
def test_what_is_no_sound_is_refused(made):
    with pytest.raises(NoRecordingError, match="not_a_sound"):
        samples.of_file(made)


def test_a_file_that_unfolds_to_more_than_may_be_kept_is_refused():
    long = samples.as_flac(silence(LONGEST_SECONDS + 5))
    assert len(long) < 200_000
    with pytest.raises(NoRecordingError, match="too_long"):
        samples.of_file(long)


def test_how_loud_it_is_goes_from_nothing_to_one():
    heard = [samples.level(said(0.1, loud)) for loud in (0, 30, 300, 3_000, 32_767)]
    assert heard == sorted(heard)
    assert (heard[0], heard[-1]) == (0, 1)
    assert samples.level(array.array("h")) == 0
