"""Translating by machine from the window's side, with the real process and a tiny translator."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.translate.shelf import Shelf, Translator
from tests.helpers.tiny_translator import COMMITTED, SENTENCES
from ui import translating
from ui.translating import Machine

LONG = 20_000
HANGS = (sys.executable, "-c", "import sys; sys.stdin.read()")
DIES = (sys.executable, "-c", "import sys; sys.stdin.readline(); sys.exit(3)")
NOT_THERE = ("/there/is/no/such/program",)
WITHOUT_EXTRA = (
    sys.executable,
    "-c",
    """
from app.translate import engine
engine.PACKAGES = ("there_is_none",)
from app.translate.worker import main
main()
""",
)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Translator:
    return Shelf(tmp_path_factory.mktemp("shelf"), works=lambda *_, **__: True).add(COMMITTED)


@pytest.fixture
def make() -> Iterator[Callable[..., Machine]]:
    made: list[Machine] = []

    def one(**options: object) -> Machine:
        made.append(Machine(**options))
        return made[-1]

    yield one
    for each in made:
        each.wait_until_gone()


Make = Callable[..., Machine]


def done(qtbot: QtBot, machine: Machine, tiny: Translator, *texts: str) -> list[tuple[int, str]]:
    """What comes of an order."""
    heard: list[tuple[int, str]] = []
    machine.translated.connect(lambda at, text: heard.append((at, text)))
    with qtbot.waitSignal(machine.finished, timeout=LONG):
        machine.translate(tiny, texts)
    machine.translated.disconnect()
    return heard


def test_texts_come_back_in_their_order(qtbot: QtBot, make: Make, tiny: Translator) -> None:
    machine = make()
    heard = done(qtbot, machine, tiny, *(said for said, _ in SENTENCES))
    assert heard == [(at, there) for at, (_, there) in enumerate(SENTENCES)]
    assert not machine.busy


def test_a_text_keeps_its_lines(qtbot: QtBot, make: Make, tiny: Translator) -> None:
    heard = done(qtbot, make(), tiny, "I like tea. Please wait.\nI need help.", "", " ")
    assert heard[0][1] == "Rwy'n hoffi te. Arhoswch os gwelwch yn dda.\nMae angen help arnaf."
    assert heard[1:] == [(1, ""), (2, "")]


def test_one_that_is_loaded_serves_the_next_order(
    qtbot: QtBot, make: Make, tiny: Translator
) -> None:
    machine = make()
    done(qtbot, machine, tiny, "I like tea.")
    process = machine._process
    machine.give_up()
    assert done(qtbot, machine, tiny, "I like dogs.") == [(0, "Rwy'n hoffi cŵn.")]
    assert machine._process is process


def test_one_that_is_warmed_up_is_there_for_the_first_order(
    qtbot: QtBot, make: Make, tiny: Translator
) -> None:
    machine = make()
    machine.warm_up(tiny)
    process = machine._process
    qtbot.waitUntil(machine._rest.isActive, timeout=LONG)
    machine.warm_up(tiny)
    assert done(qtbot, machine, tiny, "I like dogs.") == [(0, "Rwy'n hoffi cŵn.")]
    assert machine._process is process


def test_what_goes_wrong_while_warming_up_is_said_when_somebody_asks(
    qtbot: QtBot, make: Make, tiny: Translator
) -> None:
    machine = make(command=DIES)
    told: list[str] = []
    machine.trouble.connect(told.append)
    machine.warm_up(tiny)
    qtbot.waitUntil(lambda: machine._process is None, timeout=LONG)
    assert told == []
    machine.translate(tiny, ["I like tea."])
    qtbot.waitUntil(lambda: told == [translating.NO_ANSWER], timeout=LONG)


def test_a_new_order_takes_the_place_of_the_one_before(
    qtbot: QtBot, make: Make, tiny: Translator
) -> None:
    machine = make()
    machine.translate(tiny, ["I like tea."] * 500)
    assert done(qtbot, machine, tiny, "I like dogs.") == [(0, "Rwy'n hoffi cŵn.")]


def test_after_stop_nothing_more_is_heard(qtbot: QtBot, make: Make, tiny: Translator) -> None:
    machine = make()
    heard: list[str] = []
    machine.translated.connect(lambda _, text: heard.append(text))
    with qtbot.waitSignal(machine.translated, timeout=LONG):
        machine.translate(tiny, ["I like tea."] * 500)
    machine.give_up()
    so_far = len(heard)
    machine.wait_until_gone()
    assert len(heard) == so_far < 500
    assert not machine.busy


def test_it_goes_when_nobody_asks_any_more(qtbot: QtBot, make: Make, tiny: Translator) -> None:
    machine = make(rest_ms=10)
    done(qtbot, machine, tiny, "I like tea.")
    qtbot.waitUntil(lambda: machine._process is None, timeout=LONG)


def test_an_order_of_nothing_is_finished_at_once(
    qtbot: QtBot, make: Make, tiny: Translator
) -> None:
    assert done(qtbot, make(), tiny) == []


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (HANGS, translating.NO_ANSWER),
        (DIES, translating.NO_ANSWER),
        (NOT_THERE, translating.NO_ANSWER),
    ],
)
def test_a_process_that_says_nothing_costs_one_sentence(
    qtbot: QtBot, make: Make, tiny: Translator, command: tuple[str, ...], why: str
) -> None:
    machine = make(command=command, first_patience_ms=500)
    with qtbot.waitSignal(machine.trouble, timeout=LONG) as told:
        machine.translate(tiny, ["I like tea."])
    assert told.args == [why]
    assert not machine.busy


def test_without_the_extra_the_sentence_says_what_to_do(
    qtbot: QtBot, make: Make, tiny: Translator, monkeypatch
) -> None:
    monkeypatch.setattr("app.translate.engine.PACKAGES", ("there_is_none",))
    machine = make(command=WITHOUT_EXTRA)
    with qtbot.waitSignal(machine.trouble, timeout=LONG) as told:
        machine.translate(tiny, ["I like tea."])
    assert "start.py translate" in told.args[0]


def test_files_that_somebody_spoiled_are_told(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    spoiled = Shelf(tmp_path, works=lambda *_, **__: True).add(COMMITTED)
    (spoiled.folder / "model" / "model.bin").write_bytes(b"\xff" * 100)
    machine = make()
    with qtbot.waitSignal(machine.trouble, timeout=LONG) as told:
        machine.translate(spoiled, ["I like tea."])
    assert told.args == [translating.CANNOT_LOAD]
