"""Sound files: as long as they should be, with titles and chapters, and nothing left of half."""

import errno
import os
import stat
from pathlib import Path

import av
import pytest

from app.speech.sound import FRAMES_A_SECOND
from app.speech.sound_writer import Mark, SoundFile
from tests.helpers.tones import samples

SECOND = samples(1.0).tobytes()


def read(path):
    with av.open(str(path)) as file:
        stream = file.streams.audio[0]
        about = {**file.metadata, **stream.metadata}
        chapters = [
            (float(each["start"] * each["time_base"]), each["metadata"]["title"])
            for each in file.chapters()
        ]
        seconds = sum(frame.samples / frame.sample_rate for frame in file.decode(audio=0))
    return seconds, about, chapters


@pytest.mark.parametrize("form", ["mp3", "ogg"])
def test_a_file_holds_its_sound_its_title_its_language_and_its_chapters(tmp_path, form):
    path = tmp_path / f"plan.{form}"
    file = SoundFile(path, form, title="Mój plan", lang="pl")
    for _ in range(5):
        file.write(SECOND)
    file.finish([Mark(0, "میرا دن"), Mark(2 * FRAMES_A_SECOND, "My home")])
    seconds, about, chapters = read(path)
    assert seconds == pytest.approx(5, abs=0.1)
    assert (about["title"], about["language"]) == ("Mój plan", "pl")
    assert chapters == [(0.0, "میرا دن"), (pytest.approx(2.0, abs=0.01), "My home")]
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_wav_file_holds_exactly_what_was_written(tmp_path):
    path = tmp_path / "plan.wav"
    file = SoundFile(path, "wav", title="My home", lang="en-GB")
    file.write(SECOND)
    file.write(b"")
    file.finish()
    seconds, about, _ = read(path)
    assert seconds == 1.0
    assert about["title"] == "My home"
    with av.open(str(path)) as opened:
        pcm = b"".join(bytes(frame.planes[0]) for frame in opened.decode(audio=0))
    assert pcm.startswith(SECOND)


@pytest.mark.parametrize("form", ["wav", "mp3", "ogg"])
def test_nothing_in_it_tells_of_this_computer(tmp_path, form):
    path = tmp_path / f"plan.{form}"
    file = SoundFile(path, form, title="T", lang="cy")
    file.write(SECOND)
    file.finish([Mark(0, "T")])
    _, about, _ = read(path)
    assert set(about) <= {"title", "language", "encoder"}
    assert about.get("encoder", "") in {"", "Lavf", "Lavc libopus", "ffmpeg"}
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("form", ["wav", "mp3", "ogg"])
def test_a_full_disk_is_told_once_and_not_in_the_words_of_a_library(
    tmp_path, form, monkeypatch, capfd
):
    def full(handle, *_, **__):
        os.close(handle)
        return Path("/dev/full").open("wb", buffering=0)

    with monkeypatch.context() as only_here:
        only_here.setattr("app.speech.sound_writer.os.fdopen", full)
        file = SoundFile(tmp_path / "plan", form, title="T", lang="cy")

    def go_on():
        for _ in range(100):
            file.write(SECOND)
        file.finish()

    with pytest.raises(OSError, match="No space") as told:
        go_on()
    assert told.value.errno == errno.ENOSPC
    file.close()
    file.close()
    assert capfd.readouterr().err == ""
