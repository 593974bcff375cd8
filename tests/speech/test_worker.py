"""The process that speaks, over its pipes."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import espeakng_loader
import pytest

from app import pipes
from app.speech import protocol
from app.speech.protocol import (
    Again,
    Failed,
    Finished,
    Go,
    Instead,
    NoSound,
    NoVoice,
    Pace,
    Pause,
    Paused,
    Playing,
    Ready,
    Resume,
    Resumed,
    Speak,
    Started,
    Stop,
    Stopped,
    Utterance,
    Word,
)
from tests.helpers.tones import wav

ROOT = Path(__file__).parents[2]
TEA = Utterance("Tea.", "en-GB")
LONG = Utterance("I like to go to the market on Saturdays with my brother.", "en-GB")


class Worker:
    """A running worker, spoken to as the window does."""

    def __init__(self, code=None, **environment):
        command = ["-c", code] if code else ["-m", "app.speech.worker"]
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={**os.environ, "ALONGSIDE_SOUND": "null", **environment},
        )

    def say(self, command):
        self.say_line(pipes.line(command))

    def say_line(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def until(self, *kinds):
        """What it says, up to and with the first event of one of these kinds."""
        said = []
        for line in self.process.stdout:
            said.append(protocol.read_event(line))
            if isinstance(said[-1], kinds):
                return said
        raise AssertionError(f"it ended after {said}")

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(timeout=20)


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.close()


def without(kind, events):
    return [event for event in events if not isinstance(event, kind)]


def test_it_says_which_languages_it_can_speak(worker):
    (ready,) = worker.until(Ready)
    assert {"en", "cy", "pl", "ro", "ur", "pa", "bn", "gu", "ar"} <= set(ready.languages)
    assert "so" not in ready.languages


def test_sentences_and_words_are_told_in_order(worker):
    worker.say(Speak(7, (TEA, Utterance("Hot milk.", "en-GB"))))
    assert without((Ready, Playing), worker.until(Finished)) == [
        NoSound(7),
        Started(7, 0),
        Word(7, 0, 0, 4),
        Started(7, 1),
        Word(7, 1, 0, 3),
        Word(7, 1, 4, 5),
        Finished(7),
    ]


def test_a_language_without_a_voice_is_told_in_its_place_and_left_out(worker):
    worker.say(Speak(1, (TEA, Utterance("Haa.", "so"), TEA)))
    told = without((Ready, Word, Playing, NoSound), worker.until(Finished))
    assert told == [Started(1, 0), NoVoice(1, 1, "so"), Started(1, 2), Finished(1)]


def test_stop_ends_a_reading_in_the_middle_of_its_sentence(worker):
    worker.say(Speak(1, (LONG, TEA)))
    worker.until(Started)
    worker.say(Stop())
    told = worker.until(Stopped, Finished)
    assert told[-1] == Stopped(1)
    assert Started(1, 1) not in told
    assert sum(isinstance(event, Word) for event in told) < len(LONG.text.split())


def test_a_new_reading_takes_the_place_of_the_old_one(worker):
    worker.say(Speak(1, (LONG, LONG)))
    worker.until(Started)
    worker.say(Speak(2, (TEA,)))
    told = without((Ready, Word, Playing, NoSound), worker.until(Finished))
    assert told == [Stopped(1), Started(2, 0), Finished(2)]


def test_a_pause_keeps_the_place(worker):
    worker.say(Speak(1, (LONG, TEA)))
    before = worker.until(Word)
    worker.say(Pause())
    worker.say(Pause())
    before += worker.until(Paused)
    worker.say(Resume())
    worker.say(Resume())
    told = worker.until(Finished)
    assert told[0] == Resumed(1)
    words = [event for event in before + told if isinstance(event, Word) and event.index == 0]
    assert [word.start for word in words] == sorted({word.start for word in words})
    assert len(words) == len(LONG.text.split())


def test_a_pause_before_the_first_sound_holds_it_back(worker):
    worker.until(Ready)
    worker.say(Speak(1, (TEA,)))
    worker.say(Pause())
    told = worker.until(Paused)
    worker.say(Resume())
    assert Started(1, 0) in without(Word, told + worker.until(Finished))


def test_a_reading_can_begin_at_any_sentence(worker):
    worker.say(Speak(1, (LONG, TEA, TEA), start=1))
    told = without((Ready, Word, Playing, NoSound), worker.until(Finished))
    assert told == [Started(1, 1), Started(1, 2), Finished(1)]


def test_a_sentence_is_read_again_and_then_the_rest(worker):
    worker.say(Speak(1, (TEA, LONG, TEA)))
    worker.until(Started)
    worker.until(Started)
    worker.until(Word)
    worker.say(Again())
    told = without((Word, Playing), worker.until(Finished))
    assert told == [Started(1, 1), Started(1, 2), Finished(1)]


def test_any_sentence_can_be_gone_to_also_in_a_pause(worker):
    worker.say(Speak(1, (LONG, LONG, TEA)))
    worker.until(Started)
    worker.say(Go(7))
    worker.say(Pause())
    worker.until(Paused)
    worker.say(Go(2))
    told = without((Word, Playing), worker.until(Finished))
    assert told == [Resumed(1), Started(1, 2), Finished(1)]


@pytest.mark.parametrize("rate", [pytest.param(0.6, marks=pytest.mark.slow), 1.2])
def test_another_speed_goes_on_from_the_same_word(worker, rate):
    worker.say(Speak(1, (LONG, TEA)))
    before = worker.until(Word)
    worker.say(Pace(rate))
    told = without((Ready, Playing, NoSound), before + worker.until(Finished))
    words = [event.start for event in told if isinstance(event, Word) and event.index == 0]
    assert words == sorted(set(words))
    assert len(words) == len(LONG.text.split())
    assert without(Word, told) == [Started(1, 0), Started(1, 1), Finished(1)]


def test_a_recording_is_played_in_place_of_a_voice_whatever_its_language(worker):
    worker.say(Speak(1, (TEA, Utterance("Haa.", "so", wav(10)), TEA)))
    told = without((Ready, Word, Playing, NoSound), worker.until(Finished))
    assert told == [Started(1, 0), Started(1, 1, "none"), Started(1, 2), Finished(1)]


def test_where_a_recording_cannot_be_played_the_voice_says_it(worker):
    worker.say(Speak(1, (Utterance("Tea.", "en", b"no sound"), Utterance("Haa.", "so", b"x"))))
    told = without((Ready, Word, Playing, NoSound), worker.until(Finished))
    assert Instead(1, 0, "recording") in told
    assert Started(1, 0) in told
    assert NoVoice(1, 1, "so") in told


def test_a_taught_name_is_lit_as_it_is_shown(worker):
    text = "Ask Jo Ann."
    worker.say(Speak(1, (Utterance(text, "en"),), names={"Jo Ann": "Joanne of the long name"}))
    words = [event for event in worker.until(Finished) if isinstance(event, Word)]
    assert [text[each.start : each.start + each.length] for each in words] == ["Ask", "Jo Ann."]


def test_commands_that_make_no_sense_now_do_no_harm(worker):
    for command in (Pause(), Resume(), Again(), Go(3), Pace(0.8), Stop()):
        worker.say(command)
    worker.say(Speak(1, (TEA,)))
    told = worker.until(Finished)
    assert Started(1, 0) in told
    assert not [each for each in told if isinstance(each, Failed | Paused)]


def test_nothing_to_read_is_finished_at_once(worker):
    worker.say(Speak(1, ()))
    assert worker.until(Finished)[-1] == Finished(1)


def test_a_line_that_is_no_command_is_told_and_the_next_one_is_done(worker):
    worker.until(Ready)
    for line in (b"{\n", b"\xff\xfe\n", b'{"type":"sing"}\n', b"\n"):
        worker.say_line(line)
        assert worker.until(Failed) == [Failed(0, "bad_command")]
    worker.say(Speak(1, (TEA,)))
    worker.until(Finished)


@pytest.mark.parametrize("reading", [False, True], ids=["idle", "reading"])
def test_it_ends_when_nobody_talks_to_it_any_more(worker, tmp_path, reading):
    worker.until(Ready)
    if reading:
        worker.say(Speak(1, (LONG, LONG)))
        worker.until(Started)
    worker.process.stdin.close()
    assert worker.process.wait(timeout=20) == 0


def test_it_leaves_no_files_and_nobody_else_can_look_into_its_folder(tmp_path):
    worker = Worker(TMPDIR=str(tmp_path), TEMP=str(tmp_path), TMP=str(tmp_path))
    worker.say(Speak(1, (TEA,)))
    worker.until(Started)
    (folder,) = tmp_path.iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    worker.close()
    assert list(tmp_path.iterdir()) == []


def test_without_an_engine_it_says_so():
    worker = Worker(
        "import sys; sys.modules['espeakng_loader'] = None\n"
        "from app.speech.worker import main; sys.exit(main())"
    )
    worker.say(Speak(1, (TEA,)))
    assert worker.until(Failed) == [Ready(()), Failed(1, "no_engine")]
    worker.close()


def test_what_libraries_print_does_not_get_between_the_lines():
    worker = Worker(
        "import sys, os\n"
        "import app.speech.renderer as renderer\n"
        "real = renderer.BundledVoices.render\n"
        "def noisy(*a, **k):\n"
        "    print('noise', flush=True); os.write(1, b'more noise'); return real(*a, **k)\n"
        "renderer.BundledVoices.render = noisy\n"
        "from app.speech.worker import main; sys.exit(main())"
    )
    worker.say(Speak(1, (TEA,)))
    assert worker.until(Finished)[-1] == Finished(1)
    worker.close()


def test_an_engine_in_a_long_path_with_foreign_letters_speaks(tmp_path):
    """As the packaged program may be put anywhere; espeak-ng itself takes 160 bytes at most."""
    home = tmp_path / ("Müller " * 20)
    home.mkdir()
    shutil.copytree(espeakng_loader.get_data_path(), home / "espeak-ng-data")
    shutil.copy(espeakng_loader.get_library_path(), home)
    worker = Worker(
        f"import sys; sys._MEIPASS = {str(home)!r}; sys.modules['espeakng_loader'] = None\n"
        "from app.speech.worker import main; sys.exit(main())"
    )
    worker.say(Speak(1, (TEA, Utterance("Te.", "cy"))))
    told = without((Word, Playing, NoSound), worker.until(Finished, Failed))
    assert told[1:] == [Started(1, 0), Started(1, 1), Finished(1)]
    worker.close()


def worker_whose_engine(does, **environment):
    """A worker whose engine does this for the text "bad" and works otherwise."""
    return Worker(
        "import sys, os, threading\n"
        "import app.speech.renderer as renderer\n"
        "from app.speech.sound import RenderError\n"
        "real = renderer.BundledVoices.render\n"
        "def render(self, text, **how):\n"
        f"    if text == 'bad': {does}\n"
        "    return real(self, text, **how)\n"
        "renderer.BundledVoices.render = render\n"
        "from app.speech.worker import main; sys.exit(main())",
        **environment,
    )


@pytest.mark.parametrize("before", [(), (TEA,)], ids=["first", "later"])
def test_a_sentence_that_cannot_be_rendered_ends_its_reading_and_no_other(before):
    worker = worker_whose_engine("raise RenderError('refused')")
    worker.say(Speak(1, (*before, Utterance("bad", "en"), TEA)))
    told = worker.until(Failed)
    assert told[-1] == Failed(1, "engine")
    assert sum(isinstance(event, Started) for event in told) == len(before)
    worker.say(Speak(2, (TEA,)))
    assert worker.until(Finished)[-1] == Finished(2)
    worker.close()


def test_a_mistake_of_the_program_ends_the_process_for_the_window_to_start_another():
    worker = worker_whose_engine("raise ZeroDivisionError")
    worker.say(Speak(1, (Utterance("bad", "en"), TEA)))
    assert worker.process.wait(timeout=20) == 1
    worker.close()


def test_it_ends_with_the_window_even_if_the_engine_hangs(tmp_path):
    worker = worker_whose_engine("threading.Event().wait()", TMPDIR=str(tmp_path))
    worker.say(Speak(1, (TEA, Utterance("bad", "en"))))
    worker.until(Started)
    worker.process.stdin.close()
    assert worker.process.wait(timeout=20) == 1
    assert list(tmp_path.iterdir()) == []
    worker.close()
