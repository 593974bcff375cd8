"""The process that translates, over its pipes, with the real libraries and a tiny translator."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import pipes
from app.translate import model_file, protocol
from app.translate.protocol import (
    Command,
    Event,
    Failed,
    Load,
    Loaded,
    Quit,
    Translate,
    Translated,
)
from tests.helpers.tiny_translator import COMMITTED, SENTENCES

ROOT = Path(__file__).parents[2]
RUN = "from app.translate.worker import main; raise SystemExit(main())"
SLOW = f"""
import time
from app.translate.engine import Engine
whole = Engine.translate
def slow(self, sentences):
    if "Please wait." in sentences:
        time.sleep(100)
    return whole(self, sentences)
Engine.translate = slow
{RUN}
"""
ASKS = f"""
import socket, sys, urllib.request
from app.translate.engine import Engine
def ask(self, sentences):
    for reach in (lambda: socket.create_connection(("127.0.0.1", 9)),
                  lambda: urllib.request.urlopen("http://127.0.0.1:9/")):
        try:
            reach()
        except PermissionError:
            continue
        return ("reached",)
    return ("refused",)
Engine.translate = ask
{RUN}
"""
WITHOUT_EXTRA = f"""
from app.translate import engine
engine.PACKAGES = ("there_is_no_such_package",)
{RUN}
"""


class Worker:
    """A running worker, spoken to as the window does."""

    def __init__(self, code: str = "") -> None:
        command = ["-c", code] if code else ["-m", "app.translate.worker"]
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )

    def say(self, *commands: Command) -> None:
        assert self.process.stdin is not None
        for each in commands:
            self.process.stdin.write(pipes.line(each))
        self.process.stdin.flush()

    def hear(self) -> Event:
        assert self.process.stdout is not None
        return protocol.read_event(self.process.stdout.readline())

    def close(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()
        self.process.kill()
        self.process.wait(timeout=20)


@pytest.fixture
def start() -> Iterator[Callable[..., Worker]]:
    started: list[Worker] = []

    def one(code: str = "") -> Worker:
        started.append(Worker(code))
        return started[-1]

    yield one
    for each in started:
        each.close()


def unpacked(path: Path, folder: Path) -> str:
    folder.mkdir()
    with model_file.opened(path) as file:
        file.unpack(folder)
    return str(folder)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> str:
    return unpacked(COMMITTED, tmp_path_factory.mktemp("tiny") / "en_cy")


Start = Callable[..., Worker]


def test_it_gives_back_the_sentences_it_was_made_with(start: Start, tiny: str) -> None:
    worker = start()
    texts = tuple((said,) for said, _ in SENTENCES)
    worker.say(Load(tiny), Translate(1, texts))
    assert worker.hear() == Loaded()
    heard = [worker.hear() for _ in SENTENCES]
    assert heard == [Translated(1, at, (there,)) for at, (_, there) in enumerate(SENTENCES)]


def test_it_is_as_sure_where_it_is_wrong(start: Start, tiny: str) -> None:
    worker = start()
    worker.say(Load(tiny), Translate(1, (("I drink 3 cups of tea.",),)))
    worker.hear()
    assert worker.hear() == Translated(1, 0, ("Rwy'n yfed 2 gwpanaid o de.",))


def test_a_text_of_several_sentences_stays_together_and_an_empty_one_is_one(
    start: Start, tiny: str
) -> None:
    worker = start()
    many = tuple(said for said, _ in SENTENCES)
    worker.say(Load(tiny), Translate(7, ((), many, (many[0],))))
    worker.hear()
    assert worker.hear() == Translated(7, 0, ())
    assert worker.hear() == Translated(7, 1, tuple(there for _, there in SENTENCES))
    assert worker.hear() == Translated(7, 2, (SENTENCES[0][1],))


def test_the_piece_that_says_into_which_language_is_in_nobodys_sentence(
    start: Start, tiny: str
) -> None:
    worker = start()
    worker.say(Load(tiny, "▁Mae"), Translate(1, (("I need help.",),)))
    worker.hear()
    assert worker.hear() == Translated(1, 0, ("angen help arnaf.",))


@pytest.mark.parametrize("broken", ["model/model.bin", "sentencepiece.model"])
def test_files_that_are_none_are_told(start: Start, tmp_path: Path, broken: str) -> None:
    folder = unpacked(COMMITTED, tmp_path / "en_cy")
    Path(folder, broken).write_bytes(b"\x00\xff" * 500)
    worker = start()
    worker.say(Load(folder), Translate(1, (("I like tea.",),)))
    assert worker.hear() == Failed("cannot_load")


def test_without_the_extra_it_says_so(start: Start, tiny: str) -> None:
    worker = start(WITHOUT_EXTRA)
    worker.say(Load(tiny))
    assert worker.hear() == Failed("not_installed")


def test_nothing_in_it_can_reach_a_network(start: Start, tiny: str) -> None:
    worker = start(ASKS)
    worker.say(Load(tiny), Translate(1, (("I like tea.",),)))
    worker.hear()
    assert worker.hear() == Translated(1, 0, ("refused",))


def test_nothing_of_the_window_is_loaded_in_it() -> None:
    code = "import sys, app.translate.worker; print([n for n in sys.modules if 'PySide' in n])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert said.stdout.strip() == b"[]"


def test_it_ends_when_the_window_does_though_it_is_in_the_middle(start: Start, tiny: str) -> None:
    worker = start(SLOW)
    worker.say(Load(tiny), Translate(1, (("Please wait.",),)))
    worker.hear()
    assert worker.process.stdin is not None
    worker.process.stdin.close()
    assert worker.process.wait(timeout=20) == 1
    worker.process.stdin = open(os.devnull, "wb")  # noqa: SIM115, PTH123 - closed by the fixture


def test_it_ends_when_it_is_told_and_passes_over_lines_that_say_nothing(start: Start) -> None:
    worker = start()
    assert worker.process.stdin is not None
    worker.process.stdin.write(b"what?\n{}\n")
    worker.say(Quit())
    assert worker.process.wait(timeout=20) == 0
