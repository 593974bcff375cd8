"""A plan written as sound files: what is said, what cannot be, and that nothing is left of half."""

import errno

import av
import pytest

from app.model.errors import CannotSayError, CannotWriteError
from app.model.wording import SourceWording
from app.speech.script import Chapter, Passage
from app.speech.sound import FRAMES_A_SECOND, RenderError, Sound
from app.usecases import plan_sound
from app.usecases.plan_sound import Unsaid, Waiting
from tests.helpers.printing import record, sentence
from tests.helpers.tones import samples

HALF_A_SECOND = Sound(samples(0.5).tobytes(), FRAMES_A_SECOND)
HOME = Chapter("My home", (Passage("My home", "en-GB"), Passage("A garden. A cat.", "en-GB")))
DAY = Chapter("My day / night", (Passage("Tea first.", "en-GB"),))


class Voice:
    """Says everything but Somali and what is too hard, and knows what it was given to say."""

    def __init__(self):
        self.said = []

    def __call__(self, text, lang):
        self.said.append((text, lang))
        if "hard" in text:
            raise RenderError
        return None if lang == "so" else HALF_A_SECOND


def write(folder, *chapters, form="wav", voice=None, **more):
    with Waiting(folder) as waiting:
        unsaid = plan_sound.write(
            chapters,
            waiting=waiting,
            form=form,
            title="My plan",
            words=SourceWording(),
            render=voice or Voice(),
            **more,
        )
        return waiting.place(), unsaid


def seconds(path):
    with av.open(str(path)) as file:
        return file.duration / av.time_base


def test_of_wav_there_is_a_file_for_each_chapter_named_by_its_title(tmp_path):
    files, unsaid = write(tmp_path, HOME, DAY)
    assert [each.name for each in files] == ["01-my-home.wav", "02-my-day-night.wav"]
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert unsaid == ()
    assert seconds(files[0]) > 3 * 0.5


@pytest.mark.parametrize("form", ["mp3", "ogg"])
def test_the_others_are_one_file_in_which_each_chapter_is_found(tmp_path, form):
    ((file,), _) = write(tmp_path, HOME, DAY, form=form)
    assert file.name == f"my-plan.{form}"
    with av.open(str(file)) as opened:
        titles = [each["metadata"]["title"] for each in opened.chapters()]
    assert titles == ["My home", "My day / night"]


def test_every_sentence_is_said_in_its_order_and_how_far_it_is_is_told(tmp_path):
    voice, told = Voice(), []
    write(tmp_path, HOME, DAY, voice=voice, progress=lambda *how: told.append(how))
    assert [text for text, _ in voice.said] == ["My home", "A garden.", "A cat.", "Tea first."]
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_words_in_a_language_without_a_voice_are_announced_and_named(tmp_path):
    voice = Voice()
    mine = Passage("Waan ku faraxsanahay. Shaah.", "so")
    _, unsaid = write(tmp_path, HOME, Chapter("Me", (mine,)), voice=voice)
    assert unsaid == (Unsaid(mine.text, "so"),)
    announced = "Here are words in Somali. No voice on this computer speaks it."
    assert voice.said[-1] == (announced, "en-GB")
    assert [lang for _, lang in voice.said].count("so") == 1


def test_a_sentence_that_the_voice_could_not_say_costs_no_other(tmp_path):
    voice = Voice()
    chapter = Chapter("Me", (Passage("One. Too hard. Two.", "en-GB"),))
    _, unsaid = write(tmp_path, chapter, voice=voice)
    assert unsaid == (Unsaid("Too hard.", "en-GB"),)
    assert [text for text, _ in voice.said][-1] == "Two."


def test_a_recording_is_heard_in_place_of_the_voice_and_of_no_other_sentence(tmp_path):
    voice, mine = Voice(), record(sentence("Shaah."), "mine")
    chapter = Chapter("Me", (Passage("Shaah.", "so", mine), Passage("Tea.", "en-GB")))
    long = Sound(samples(3.0).tobytes(), FRAMES_A_SECOND)
    ((file,), unsaid) = write(
        tmp_path,
        chapter,
        voice=voice,
        recording_of=lambda which: long if which is mine else None,
    )
    assert voice.said == [("Tea.", "en-GB")]
    assert unsaid == ()
    assert seconds(file) > 3.5


def test_where_nothing_can_be_heard_nothing_is_made(tmp_path):
    folder = tmp_path / "new"
    for chapters in ((), (Chapter("Me", (Passage("Shaah.", "so"),)),)):
        with pytest.raises(CannotSayError):
            write(folder, *chapters, voice=lambda text, lang: None)  # noqa: ARG005
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["wav", "mp3", "ogg"])
def test_when_it_is_stopped_nothing_is_left_and_what_was_there_stays(tmp_path, form):
    old = tmp_path / ("my-plan.mp3" if form == "mp3" else "01-my-home.wav")
    old.write_bytes(b"old")

    def stop(done, of):
        if done > of / 2:
            raise InterruptedError("stopped")

    with pytest.raises(CannotWriteError):
        write(tmp_path, HOME, DAY, form=form, progress=stop)
    assert list(tmp_path.iterdir()) == [old]
    assert old.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["01-my-day-night.wav", "mine.MP3"])
def test_r7_a_folder_that_holds_sound_is_refused_and_stays_as_it_is(tmp_path, name):
    (tmp_path / name).write_bytes(b"for me alone")
    with pytest.raises(CannotWriteError):
        write(tmp_path, DAY)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        (name, b"for me alone")
    ]


def test_if_one_file_cannot_be_put_in_its_place_none_is(tmp_path, monkeypatch):
    copied = []

    def copy(source, to):
        if copied:
            to.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "full")
        copied.append(to.write_bytes(source.read_bytes()))

    monkeypatch.setattr("app.usecases.plan_sound.shutil.copyfile", copy)
    with pytest.raises(CannotWriteError):
        write(tmp_path, HOME, DAY)
    assert copied
    assert list(tmp_path.iterdir()) == []


def test_nothing_lies_in_the_folder_before_all_of_it_was_said(tmp_path):
    seen = []
    write(tmp_path, HOME, progress=lambda *_: seen.append(list(tmp_path.iterdir())))
    assert seen
    assert not any(seen)


def test_where_nothing_can_be_put_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "nowhere" / "new"):
        with pytest.raises(CannotWriteError) as told:
            write(folder, HOME)
        assert str(tmp_path) in str(told.value)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("My home", "my-home"),
        ("Beth sy'n bwysig i mi?", "beth-sy-n-bwysig-i-mi"),
        ("میرا دن", "میرا-دن"),
        ("../../etc/passwd", "etc-passwd"),
        ("?!", "alongside"),
        ("a" * 100, "a" * 40),
    ],
)
def test_a_title_is_a_file_name_in_its_own_script(title, name):
    assert plan_sound.file_name(title) == name
