"""A plan made into sound in the window: made, stopped, refused, and offered to its person first."""

import threading
from collections.abc import Iterator
from pathlib import Path

import av
import msgspec
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.statement import Statement
from app.speech.rendering import Rendering
from tests.helpers.driver import Driver
from tests.helpers.switches import Scan
from tests.ui.test_dwelling import Eyes
from tests.ui.test_sharing import ann, copies, decide, keep, show, who

__all__ = ["ann"]


class Gate:
    """Holds the voice at each sentence from the second on, until it is let go."""

    def __init__(self) -> None:
        self.reached, self.open = threading.Event(), threading.Event()
        self.said: list[str] = []


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """The voice, held so that a test can press something meanwhile."""
    gate, render = Gate(), Rendering.render

    def held(self, text, **more):  # type: ignore[no-untyped-def]
        gate.said.append(text)
        if len(gate.said) > 1:
            gate.reached.set()
            gate.open.wait(20)
        return render(self, text, **more)

    monkeypatch.setattr(Rendering, "render", held)
    yield gate
    gate.open.set()


def make_private(driver: Driver, line: RecordId) -> None:
    ctx = driver.window.ctx
    notebook, by = ctx.open_notebook, ctx.writer

    def work() -> None:
        with notebook.unit_of_work() as work:
            body = msgspec.structs.replace(work.records.get(line, Statement).body, private=True)
            work.records.revise(line, body, by=by)
            work.commit()

    driver.ask(work)


def begin_saving(driver: Driver, folder: Path, gate: Gate) -> None:
    driver.press("save")
    driver.pick(folder)
    driver.qtbot.waitUntil(gate.reached.is_set)


def test_my_plan_is_saved_as_sound_in_a_folder_of_its_own(
    examples: Driver, marcus: Record[Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    show(examples, "print")
    examples.press("as-sound")
    assert "Sound files are not locked. Whoever has them can hear them." in examples.seen()
    examples.press("part")
    examples.press("part-people")
    assert "4 sentences are said." in examples.seen()
    examples.press("save")
    examples.choose(tmp_path)
    assert "This part of your plan is saved as sound." in examples.seen()
    (folder,) = tmp_path.glob("My plan as sound *")
    (file,) = folder.iterdir()
    assert file.name == "people-who-matter-to-me.mp3"
    assert marcus.body.preferred_name not in str(folder)
    with av.open(str(file)) as sound:
        assert sound.duration / av.time_base > 10
    examples.press("hear-file")
    examples.press("open-folder")
    assert [Path(each.toLocalFile()) for each in opened] == [file, folder]


def test_a_file_for_each_part_is_made_where_that_is_chosen(ann: Driver, tmp_path: Path) -> None:
    keep(ann, "I like tea.")
    show(ann, "plan_sound")
    ann.press("form-wav")
    ann.press("save")
    ann.choose(tmp_path)
    (folder,) = tmp_path.glob("My plan as sound *")
    assert [each.name for each in sorted(folder.iterdir())] == [
        "01-my-plan.wav",
        "02-what-is-important-to-me.wav",
        "03-if-something-is-wrong.wav",
    ]


def test_stop_leaves_nothing_and_the_choice_is_there_again(
    ann: Driver, tmp_path: Path, gate: Gate
) -> None:
    keep(ann, "I like tea.")
    show(ann, "plan_sound")
    begin_saving(ann, tmp_path, gate)
    stop = ann.find("stop-work")
    assert stop is not None
    stop.click()
    gate.open.set()
    ann.settle()
    assert "Stopped. No sound was saved." in ann.seen()
    assert ann.find("save") is not None
    assert list(tmp_path.glob("My plan*")) == []


def test_switches_stop_it(ann: Driver, tmp_path: Path, gate: Gate) -> None:
    keep(ann, "I like tea.")
    two = Scan(ann, ann.person()).use("two_switches")
    show(ann, "plan_sound")
    begin_saving(ann, tmp_path, gate)
    ann.qtbot.waitUntil(lambda: two.in_sight("stop-work"))
    two.scanner.chosen.connect(lambda _: gate.open.set())
    two.choose_at_once("stop-work")
    assert "Stopped. No sound was saved." in ann.seen()
    assert list(tmp_path.glob("My plan*")) == []


def test_who_rests_on_the_button_stops_it(ann: Driver, tmp_path: Path, gate: Gate) -> None:
    keep(ann, "I like tea.")
    Scan(ann, ann.person()).use("eye", dwell_seconds=1.2)
    show(ann, "plan_sound")
    begin_saving(ann, tmp_path, gate)
    eyes = Eyes(ann)
    eyes.dwell.chosen.connect(lambda _: gate.open.set())
    eyes.look_at("Stop", 1.3)
    assert "Stopped. No sound was saved." in ann.seen()


def test_whoever_leaves_the_screen_stops_it(ann: Driver, tmp_path: Path, gate: Gate) -> None:
    keep(ann, "I like tea.")
    show(ann, "plan_sound")
    begin_saving(ann, tmp_path, gate)
    ann.window.screen.leave()
    gate.open.set()
    ann.settle()
    assert list(tmp_path.glob("My plan*")) == []


def test_what_is_private_is_said_only_where_i_choose_it(
    ann: Driver, tmp_path: Path, gate: Gate
) -> None:
    gate.open.set()
    keep(ann, "I like tea.")
    make_private(ann, keep(ann, "Only for me."))
    for private in (False, True):
        show(ann, "plan_sound")
        if private:
            ann.press("with-private")
        gate.said.clear()
        ann.press("save")
        ann.choose(tmp_path)
        assert ("Only for me." in gate.said) is private
        assert "I like tea." in gate.said


def test_with_nothing_kept_there_is_nothing_to_save(ann: Driver) -> None:
    show(ann, "plan_sound")
    assert "No words have been kept yet. First we read my words together." in ann.seen()
    assert ann.find("save") is None


def test_r7_z4_somebody_else_hears_only_what_they_may_after_my_own_copy_was_offered(
    ann: Driver, tmp_path: Path, gate: Gate
) -> None:
    gate.open.set()
    keep(ann, "I like tea.")
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Mum", "yes", "section:support_well")
    to_mum(ann, who(ann, "Mum"))
    ann.press("save")
    ann.choose(tmp_path)
    assert "First your own copy. Would you like one?" in ann.seen()
    ann.press("no-own-copy")
    assert gate.said == []
    ann.press("save")
    ann.choose(tmp_path)
    assert len(list(tmp_path.glob("My plan*/*.mp3"))) == 1
    assert "This copy is for Mum." in gate.said
    assert "Knock first." in gate.said
    assert "I like tea." not in gate.said
    (copy,) = copies(ann)
    assert (copy.document, copy.how, copy.own_declined) == ("sound", "file", True)
    show(ann, "who_sees")
    ann.press("copies")
    assert "Mum has a copy: My plan as sound" in ann.seen()


def test_r7_for_whom_a_file_was_not_chosen_the_reason_is_said(ann: Driver) -> None:
    keep(ann, "I like tea.")
    decide(ann, "Mum", "yes", how=("see_here",))
    to_mum(ann, who(ann, "Mum"))
    assert "Ann said yes to another way of seeing it." in ann.seen()
    assert ann.find("save") is None


def to_mum(driver: Driver, mum: RecordId) -> None:
    show(driver, "show_to")
    driver.press(f"reader-{mum}")
    driver.press("as-sound")
