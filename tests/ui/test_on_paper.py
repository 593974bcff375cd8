"""Seeing a document before it leaves: its pages, saving what is seen, printing it, and R7."""

import errno
import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from app.model.documents import documents
from app.model.errors import CannotWriteError
from app.model.person import Person
from app.model.record import Record
from app.store import files
from app.usecases import events, people
from tests.helpers.driver import Driver
from tests.helpers.switches import Scan
from ui import printer
from ui.parts.paper_preview import PaperPreview
from ui.parts.taborder import in_order
from ui.screens.base import Route
from ui.screens.on_paper import OnPaperScreen


@pytest.fixture
def at_print(examples: Driver, marcus: Record[Person]) -> Driver:
    """The first example person's booklet, seen before it is printed."""
    go(examples, marcus)
    return examples


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer whose paper is a file; the system's dialog for it is accepted at once."""
    sheets = tmp_path / "paper.pdf"

    def accept(owner: object, *, sizes: object, then: Callable[[QPrinter], None]) -> None:
        chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
        chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        chosen.setOutputFileName(str(sheets))
        chosen.setResolution(72)
        printer.fit(chosen, sizes)
        then(chosen)

    monkeypatch.setattr(printer, "is_there", lambda: True)
    monkeypatch.setattr(printer, "ask", accept)
    return sheets


def go(driver: Driver, person: Record[Person]) -> None:
    driver.window.show_route(Route("print", {"person": person.id}))
    driver.settle()


def preview(driver: Driver) -> PaperPreview:
    screen = driver.window.screen
    assert isinstance(screen, OnPaperScreen)
    assert screen.preview is not None
    return screen.preview


def shown(driver: Driver) -> bytes:
    """The bytes that are seen."""
    return preview(driver)._pdf


def page(driver: Driver) -> str:
    return preview(driver).sheet.accessibleName()


def times_printed(driver: Driver, person: Record[Person]) -> int:
    notebook = driver.window.ctx.open_notebook
    found = driver.ask(lambda: events.read(notebook, person=person.id))
    return sum(each.what == "printed" for each in found)


# What is seen


def test_the_first_page_is_drawn_and_its_words_can_be_heard(at_print: Driver) -> None:
    assert preview(at_print).sheet.drawn
    assert page(at_print).startswith("Page 1 of ")
    assert "Marcus" in preview(at_print).sheet.accessibleDescription()
    assert "Marcus" in "\n".join(each.words for each in preview(at_print).readables)
    assert {each.lang for each in preview(at_print).readables} == {"en-GB"}


def test_pages_are_turned_by_pressing_and_by_keys_and_told(at_print: Driver) -> None:
    told: list[str] = []
    at_print.window.announcer.said.connect(told.append)
    assert at_print.find("page-before") is None
    at_print.press("next-page")
    assert told[-1] == page(at_print)
    assert page(at_print).startswith("Page 2 of ")
    assert preview(at_print).sheet.drawn
    QTest.keyClick(preview(at_print).sheet, Qt.Key.Key_PageDown)
    at_print.settle()
    assert page(at_print).startswith("Page 3 of ")
    QTest.keyClick(preview(at_print).sheet, Qt.Key.Key_PageUp)
    at_print.press("page-before")
    assert page(at_print).startswith("Page 1 of ")


def test_at_the_last_page_the_keyboard_goes_to_what_can_still_be_pressed(
    at_print: Driver,
) -> None:
    pages = len(preview(at_print)._sizes)
    preview(at_print).turn(pages - 2)
    button = at_print.find("next-page")
    assert button is not None
    button.setFocus()
    at_print.press("next-page")
    assert page(at_print) == f"Page {pages} of {pages}"
    assert at_print.find("next-page") is None
    before = at_print.find("page-before")
    assert before is not None
    assert before.hasFocus()


def test_a_page_is_made_larger_and_never_wider_than_the_screen(at_print: Driver) -> None:
    whole = preview(at_print).sheet.width()
    widths = [whole]
    for _ in range(2):
        at_print.press("larger")
        at_print.qtbot.waitUntil(lambda: preview(at_print).sheet.width() > widths[-1])
        at_print.settle()
        widths.append(preview(at_print).sheet.width())
        assert preview(at_print).sheet.drawn
    assert widths[-1] > 2 * whole
    assert widths[-1] < at_print.window.width()
    assert at_print.find("larger") is None
    assert at_print.find("save") is None
    for _ in range(2):
        at_print.press("smaller")
    at_print.qtbot.waitUntil(lambda: preview(at_print).sheet.width() == whole)
    assert at_print.find("save") is not None


def test_what_is_read_aloud_ends_when_its_page_is_turned(at_print: Driver) -> None:
    (first, *_) = preview(at_print).readables
    said = first.words
    assert said
    first.light(0, len(said))
    at_print.press("next-page")
    assert first.words == ""
    first.light(0, 1)
    assert preview(at_print).sheet._lit is None


def test_another_language_is_seen_at_once(at_print: Driver) -> None:
    before = shown(at_print)
    at_print.press("print-in-cy")
    assert shown(at_print) != before
    assert any(each.lang == "cy" for each in preview(at_print).readables)


def test_what_is_written_meanwhile_is_in_it(at_print: Driver, marcus: Record[Person]) -> None:
    notebook, before = at_print.window.ctx.open_notebook, shown(at_print)
    by = at_print.window.ctx.writer
    at_print.ask(
        lambda: people.change_setting(notebook, person=marcus.id, field="text_pt", value=24, by=by)
    )
    at_print.settle()
    assert len(preview(at_print)._sizes) > 0
    assert shown(at_print) != before


@pytest.mark.parametrize("percent", [100, 200])
def test_tab_reaches_everything_in_the_order_in_which_it_is_seen(
    at_print: Driver, marcus: Record[Person], percent: int
) -> None:
    notebook, by = at_print.window.ctx.open_notebook, at_print.window.ctx.writer
    at_print.ask(
        lambda: people.change_setting(
            notebook, person=marcus.id, field="text_percent", value=percent, by=by
        )
    )
    at_print.window.show_route(Route("home", {"person": marcus.id}))
    at_print.settle()
    go(at_print, marcus)
    reached = [each.objectName() for each in in_order(at_print.window.screen)]
    wanted = ["print-it", "save", "next-page", "larger", "paper-page", "for-others"]
    places = {name: reached.index(name) for name in wanted}
    assert places["print-it"] < places["save"] < places["next-page"] < places["larger"]


def test_r2_it_is_turned_made_larger_and_saved_by_one_switch(
    examples: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    scan = Scan(examples, marcus.id).use("two_switches")
    scan.go("print")
    scan.choose("next-page")
    assert page(examples).startswith("Page 2 of ")
    scan.choose("larger")
    scan.choose("larger")
    assert any(thing.name == "Further down" for thing in scan.offered())
    scan.choose("smaller")
    scan.choose("smaller")
    scan.choose("save")
    examples.choose(tmp_path)
    assert list(tmp_path.glob("*.pdf"))


def test_what_cannot_be_made_is_told_and_nobody_waits_for_it(
    examples: Driver, marcus: Record[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise CannotWriteError("It cannot be made.")

    monkeypatch.setattr(examples.window.house, "set_document", full)
    go(examples, marcus)
    assert "It cannot be made." in examples.seen()
    assert "This takes a moment." not in examples.seen()
    assert examples.find("save") is None


def test_every_document_of_a_person_is_seen_and_saved_under_its_name(
    at_print: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    offered = [name for name in at_print.names() if name.startswith("print-")]
    wanted = [kind for kind in documents() if f"print-{kind.spelt}" in offered]
    assert {"booklet", "about_me", "handover_card"} <= {kind.key for kind in wanted}
    before: set[bytes] = set()
    for kind in wanted:
        at_print.press(f"print-{kind.spelt}")
        assert preview(at_print).sheet.drawn
        assert shown(at_print) not in before
        before.add(shown(at_print))
    at_print.press("print-handover-card")
    assert at_print.seen().startswith("Print\nHandover card")
    at_print.press("save")
    at_print.choose(tmp_path)
    (file,) = tmp_path.glob("Handover card *.pdf")
    assert file.read_bytes() == shown(at_print)
    assert times_printed(at_print, marcus) == 1


# How it leaves


def test_what_is_saved_is_what_was_seen(
    at_print: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    at_print.press("with-private")
    seen = shown(at_print)
    assert times_printed(at_print, marcus) == 0
    at_print.press("save")
    at_print.choose(tmp_path)
    (file,) = tmp_path.glob("*.pdf")
    assert file.read_bytes() == seen
    assert times_printed(at_print, marcus) == 1


def test_it_is_printed_page_by_page_as_it_was_seen(
    at_print: Driver, marcus: Record[Person], paper: Path
) -> None:
    seen = pypdfium2.PdfDocument(shown(at_print))
    at_print.press("print-it")
    assert "It is on its way to the printer." in at_print.seen()
    assert times_printed(at_print, marcus) == 1
    sheets = pypdfium2.PdfDocument(paper)
    assert len(sheets) == len(seen)
    for one, other in zip(seen, sheets, strict=True):
        assert other.get_size() == pytest.approx(one.get_size(), abs=1)
        ink = [sum(each.render(scale=0.5, grayscale=True).to_pil().histogram()[:200])
               for each in (one, other)]  # fmt: skip
        assert ink[1] == pytest.approx(ink[0], rel=0.15, abs=60)
    seen.close()
    sheets.close()


def test_only_the_pages_that_were_chosen_are_printed(at_print: Driver, paper: Path) -> None:
    chosen = QPrinter()
    chosen.setOutputFileName(str(paper))
    chosen.setResolution(72)
    chosen.setFromTo(2, 4)
    told: list[tuple[int, int]] = []
    printer.paint(chosen, shown(at_print), title="", told=lambda *at: told.append(at))
    assert told == [(0, 3), (1, 3), (2, 3)]
    sheets = pypdfium2.PdfDocument(paper)
    assert len(sheets) == 3
    sheets.close()


def test_what_is_not_accepted_or_is_stopped_was_not_printed(
    at_print: Driver, marcus: Record[Person], paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept = printer.ask
    monkeypatch.setattr(printer, "ask", lambda *_, **__: None)
    at_print.press("print-it")
    monkeypatch.setattr(printer, "ask", accept)
    print_it = at_print.find("print-it")
    assert print_it is not None
    print_it.click()
    stop = at_print.find("stop-work")
    assert stop is not None
    stop.click()
    at_print.settle()
    assert times_printed(at_print, marcus) == 0
    assert at_print.find("print-it") is not None
    assert "on its way" not in at_print.seen()


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_nothing_is_told_in_one_sentence(
    at_print: Driver, marcus: Record[Person], paper: Path
) -> None:
    paper.mkdir()
    at_print.press("print-it")
    assert printer.NO_PRINTER in at_print.seen()
    assert times_printed(at_print, marcus) == 0


def test_where_there_is_no_printer_that_is_said_and_saving_is_named(
    at_print: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer, "is_there", lambda: False)
    at_print.press("print-it")
    assert printer.NO_PRINTER in at_print.seen()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_full_disk_or_a_locked_file_leaves_nothing_half_written(
    at_print: Driver,
    marcus: Record[Person],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    def half(path: Path, data: bytes) -> None:
        path.write_bytes(data[: len(data) // 2])
        raise OSError(number, "")

    monkeypatch.setattr(files, "write_private", half)
    stick = tmp_path / "stick"
    stick.mkdir()
    at_print.press("save")
    at_print.choose(stick)
    assert list(stick.iterdir()) == []
    said = {errno.ENOSPC: "The disk is full", errno.EACCES: "Nothing can be written in the folder"}
    assert said[number] in at_print.seen()
    assert times_printed(at_print, marcus) == 0


def test_a_printed_file_says_nothing_of_whom_it_is(at_print: Driver, paper: Path) -> None:
    at_print.press("print-it")
    sheets = pypdfium2.PdfDocument(io.BytesIO(paper.read_bytes()))
    assert sheets.get_metadata_dict()["Title"] == "My plan"
    sheets.close()
