"""The built program is every process that the program needs, and does its main job."""

import json
import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app import __version__, pipes, resources
from app.camera import protocol as camera
from app.microphone import protocol as microphone
from app.readback import protocol as readback
from app.speech import protocol as speech
from app.speech.rendering import Say
from app.translate import protocol as translate
from tests.built.conftest import Start

pytestmark = pytest.mark.slow


def lines(*said: msgspec.Struct) -> bytes:
    return b"".join(map(pipes.line, said))


def told(output: bytes) -> Iterator[dict[str, object]]:
    return map(json.loads, output.splitlines())


def test_it_is_the_process_that_speaks(start: Start):
    done = start("--tts-worker", told=lines(speech.Quit()))
    (ready,) = told(done.stdout)
    assert ready["type"] == "ready"
    assert {"en", "cy", "ur", "bn", "pl"} <= {tag.split("-")[0] for tag in ready["languages"]}


def test_it_is_the_process_that_makes_sound_files(start: Start):
    done = start("--render-worker", told=lines(Say("This is my plan.", "en-GB")))
    _voices, made = told(done.stdout)
    assert made["what"] == "sound"
    assert len(made["pcm"]) > 20_000


def test_it_is_the_process_that_sees(start: Start):
    asked = lines(camera.Find(), camera.Quit())
    done = start("--camera-worker", told=asked, ALONGSIDE_CAMERA="testsrc")
    (found,) = told(done.stdout)
    assert [each["name"] for each in found["cameras"]] == ["testsrc"]


def test_it_is_the_process_that_records(start: Start, tmp_path):
    start("app", "say", "I like tea.", "--lang", "en", "--to", str(tmp_path / "said.wav"))
    asked = lines(microphone.TakeIn(str(tmp_path / "said.wav")))
    done = start("--microphone-worker", told=asked, ALONGSIDE_MICROPHONE="none")
    assert [each["type"] for each in told(done.stdout)][-1] == "recorded"


def test_it_is_the_process_that_translates_and_says_if_that_was_not_packed(start: Start, tmp_path):
    done = start("--translate-worker", told=lines(translate.Load(str(tmp_path / "none"))))
    (failed,) = told(done.stdout)
    assert failed["type"] == "failed"
    assert failed["reason"] in {"not_installed", "cannot_load"}


def test_it_is_the_process_that_reads_paper(start: Start, tmp_path):
    guide = str(tmp_path / "guide.pdf")
    assert start("app", "print-guide", "--to", guide).returncode == 0
    *_, opened = told(start("--readback-worker", told=lines(readback.Read(guide, ()))).stdout)
    assert opened["type"] == "opened"
    assert len(opened["pages"]) == 3


def test_its_self_test_finds_nothing_missing(start: Start):
    done = start("--self-test")
    assert done.returncode == 0, done.stdout.decode()


def test_it_makes_a_notebook_and_prints_from_it(start: Start, tmp_path):
    marcus = str(resources.path("examples", "marcus.json"))
    notebook, booklet = str(tmp_path / "ours.alongside"), tmp_path / "booklet.pdf"
    assert start("app", "new", notebook).returncode == 0
    person = start("app", "import", notebook, marcus).stdout.decode().strip()
    assert (
        start("app", "print", notebook, person, "--as", "booklet", "--to", str(booklet)).returncode
        == 0
    )
    assert booklet.read_bytes().startswith(b"%PDF")


def test_it_says_its_version(start: Start):
    done = start("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"Alongside {__version__}")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_it_names_itself_and_what_it_names_works(start: Start, tmp_path):
    done = start("--demo", QT_QPA_PLATFORM="")
    assert done.returncode == 1
    named = shlex.split(done.stderr.decode().partition("type: ")[2])
    assert named[0] == str(Path(os.environ["ALONGSIDE_BUILT"]).absolute())
    assert start(*named[1:-1], str(tmp_path)).returncode == 0
    assert list(tmp_path.glob("*.pdf"))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere FFmpeg's encoders stay in")
def test_it_takes_no_more_room_than_was_promised():
    built = os.environ.get("ALONGSIDE_BUILT")
    if not built:
        pytest.skip("ALONGSIDE_BUILT does not say where the built program is")
    files = (each for each in Path(built).parent.rglob("*") if not each.is_symlink())
    assert sum(each.stat().st_size for each in files if each.is_file()) <= 280_000_000


def test_its_window_opens_on_the_examples(start: Start):
    assert start("--demo", "--quit-after-paint").returncode == 0
