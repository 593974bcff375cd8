"""Seeing a document before it leaves: its pages, saving what is seen, printing it, and R7."""

import errno
import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from app.model.documents import documents
from app.model.documents.kind import GROUPS
from app.model.errors import CannotWriteError
from app.model.person import KnownLanguage, Person
from app.model.promises import Promise
from app.model.record import Record
from app.model.session import Session
from app.store import files
from app.usecases import events, people, translated, translations
from app.usecases.translations import Interpreter, Put
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


def write_at(driver: Driver, person: Record[Person], percent: int) -> None:
    """The page as somebody finds it who likes words so large."""
    notebook, by = driver.window.ctx.open_notebook, driver.window.ctx.writer
    driver.ask(
        lambda: people.change_setting(
            notebook, person=person.id, field="text_percent", value=percent, by=by
        )
    )
    driver.window.show_route(Route("home", {"person": person.id}))
    driver.settle()
    go(driver, person)


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
    assert at_print.find("print-in-cy") is None  # it is asked for first
    at_print.press("choose-print-in")
    assert at_print.find("print-in-en-GB").hasFocus()  # type: ignore[union-attr]
    at_print.press("print-in-cy")
    assert at_print.find("print-in-cy") is None  # put away, so that the document has its room
    assert at_print.find("choose-print-in").note == "Welsh"  # type: ignore[union-attr]
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
    write_at(at_print, marcus, percent)
    reached = [each.objectName() for each in in_order(at_print.window.screen)]
    wanted = ["print-it", "save", "next-page", "larger", "paper-page", "for-others"]
    wanted += [name for name in at_print.names() if name.startswith("print-")]
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
        if kind.about == "person" and kind.ending == ".pdf":
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


@pytest.mark.parametrize("before", ["plan", "rights"])
def test_back_leads_to_where_print_was_pressed(
    examples: Driver, marcus: Record[Person], before: str
) -> None:
    assert marcus
    examples.press(before)
    examples.press("print")
    examples.press("back")
    assert examples.window.route.screen == before


# What can be chosen


def is_in_sight(driver: Driver, name: str) -> bool:
    """Whether all of a card is seen without moving the page."""
    card, screen = driver.find(name), driver.window.screen
    assert card is not None
    assert isinstance(screen, OnPaperScreen)
    port = screen.page.viewport()
    place = QRect(card.mapTo(port, QPoint(0, 0)), card.size())
    return port.rect().contains(place.adjusted(8, 8, -8, -8))  # around it is room for a ring


def test_the_own_copy_and_the_usual_ones_are_in_sight_and_the_own_one_comes_first(
    at_print: Driver, marcus: Record[Person]
) -> None:
    write_at(at_print, marcus, 100)
    usual = [
        "booklet", "one-page-profile", "goals", "passport", "hospital-passport", "handover-card",
    ]  # fmt: skip
    assert [each for each in usual if not is_in_sight(at_print, f"print-{each}")] == []
    offered = [each for each in at_print.names() if each.startswith("print-")]
    assert offered[:2] == ["print-it", "print-booklet"]


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_the_cards_grow_with_the_words_so_that_no_title_is_a_column_of_words(
    at_print: Driver, marcus: Record[Person], percent: int
) -> None:
    write_at(at_print, marcus, percent)
    cards = [at_print.find(f"print-{kind.spelt}") for kind in documents()]
    assert min(card.width() for card in cards if card is not None) >= 150 * percent // 100


def test_each_document_stands_with_those_for_the_same_and_has_a_picture(
    at_print: Driver,
) -> None:
    said = at_print.seen().splitlines()
    found = [said.index(GROUPS[group]) for group in GROUPS if GROUPS[group] in said]
    assert found == sorted(found)
    assert said.index(GROUPS["wall"]) < said.index("For everybody here")
    for kind in documents():
        card = at_print.find(f"print-{kind.spelt}")
        assert card is None or at_print.window.ctx.pixmaps.pixmap(card._picture, 56) is not None
    assert len({each.picture for each in documents()}) == len(documents())


def test_plain_text_is_seen_and_heard_and_saved_as_it_was_seen(
    at_print: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    at_print.press("print-plain-text")
    assert at_print.find("print-it") is None
    read = "\n".join(each.words for each in preview(at_print).readables)
    assert "This copy is for Marcus." in read
    assert "----" not in read
    assert "moved-by-keys" in [each.objectName() for each in in_order(at_print.window.screen)]
    at_print.press("save")
    at_print.choose(tmp_path)
    (file,) = tmp_path.glob("Plain text *.txt")
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line]
    assert [each for each in lines if each in at_print.seen()] == lines
    assert times_printed(at_print, marcus) == 1
    at_print.press("print-booklet")
    assert at_print.find("print-it") is not None
    assert preview(at_print).sheet.drawn


def test_what_is_not_there_yet_is_said_and_the_next_document_is_seen(at_print: Driver) -> None:
    for name in ("print-home-board", "print-changed-today"):
        at_print.press(name)
        assert "There is nothing of that to print yet." in at_print.seen()
        assert at_print.find("save") is None
    at_print.press("print-goals")
    assert "There is nothing of that to print yet." not in at_print.seen()
    assert at_print.find("save") is not None


def promised(driver: Driver, person: Record[Person]) -> None:
    """Something that was promised in the last talk, and that others may read."""
    notebook, by = driver.window.ctx.open_notebook, driver.window.ctx.writer
    today = driver.window.ctx.today

    def write() -> None:
        with notebook.unit_of_work() as work:
            talk = work.records.find(Session, person=person.id)[-1].id
            asked = Promise(
                person=person.id, words="Supper is at 7.", owner=by, due=today, session=talk,
                response="we_did", told_on=today, public_ok=True,
            )  # fmt: skip
            work.records.add(asked, by=by)
            work.commit()

    driver.ask(write)


def test_what_changed_in_the_last_talk_is_seen_and_saved(
    at_print: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    promised(at_print, marcus)
    at_print.press("print-changed-today")
    assert "Supper is at 7." in "\n".join(each.words for each in preview(at_print).readables)
    at_print.press("save")
    at_print.choose(tmp_path)
    assert list(tmp_path.glob("What changed today *.pdf"))


def test_r7_the_sheet_for_the_wall_names_nobody_and_is_in_the_list(
    at_print: Driver, marcus: Record[Person], tmp_path: Path
) -> None:
    promised(at_print, marcus)
    at_print.press("print-home-board")
    assert "Supper is at 7." in "\n".join(each.words for each in preview(at_print).readables)
    assert "Marcus" not in "\n".join(each.words for each in preview(at_print).readables)
    assert "This copy is for Marcus." not in at_print.seen()
    at_print.press("save")
    at_print.choose(tmp_path)
    (file,) = tmp_path.glob("For everybody here *.pdf")
    assert file.read_bytes() == shown(at_print)
    assert "on your list of copies" not in at_print.seen()
    assert times_printed(at_print, marcus) == 1


def test_a_copy_is_seen_in_two_languages_where_the_plan_is_kept_in_both(
    examples: Driver, marcus: Record[Person]
) -> None:
    ctx = examples.window.ctx
    notebook, by, guarding = ctx.open_notebook, ctx.writer, ctx.house.guard
    go(examples, marcus)
    assert examples.find("choose-print-also-in") is None
    known = (KnownLanguage(code="en-GB", home=True), KnownLanguage(code="pl"))

    def write() -> None:
        translations.keep_languages(notebook, person=marcus.id, languages=known, by=by)
        found = translated.in_language(notebook, person=marcus.id, lang="pl")
        line = next(each.statement for each in found.lines if each.statement.body.kept)
        who = Interpreter(method="professional", name="Ewa Nowak")
        put = Put(
            statement=line.id, lang="pl", who=who, by=by, words="Mów do mnie.", guarding=guarding
        )
        translations.put(notebook, put)

    examples.ask(write)
    examples.window.show_route(Route("home", {"person": marcus.id}))
    go(examples, marcus)
    assert not heard_in(examples, "pl")
    assert "not in this language yet" not in examples.seen()
    examples.press("choose-print-also-in")
    examples.press("print-also-in-pl")
    assert "sentences are not in this language yet: Polski. They stand" in examples.seen()
    assert heard_in(examples, "pl") == {"Mów do mnie."}
    examples.press("choose-print-also-in")
    assert examples.find("print-also-in-en-GB") is None
    examples.press("choose-print-in")
    assert examples.find("print-also-in-none") is None  # one question at a time
    examples.press("print-in-pl")  # then it is no other language any more
    examples.press("choose-print-also-in")
    assert examples.find("print-also-in-pl") is None
    assert examples.find("print-also-in-none").isChecked()  # type: ignore[union-attr]


def heard_in(driver: Driver, lang: str) -> set[str]:
    """The words of any page that are in this language."""
    return {x.words for page in preview(driver)._said for x in page if x.lang == lang}


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
    assert at_print.find("saved") is not None
    assert (
        f"It is saved. It is called {file.name}, in {tmp_path}. It is on your list of copies. "
        "It is not locked. Keep it as you keep a letter."
    ) in at_print.seen()


def test_it_is_printed_page_by_page_as_it_was_seen(
    at_print: Driver, marcus: Record[Person], paper: Path
) -> None:
    seen = pypdfium2.PdfDocument(shown(at_print))
    at_print.press("print-it")
    assert "It is on its way to the printer. It is on your list of copies." in at_print.seen()
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


def test_what_was_seen_is_printed_although_another_document_is_chosen_meanwhile(
    at_print: Driver, marcus: Record[Person], paper: Path
) -> None:
    pages = len(preview(at_print)._sizes)
    print_it, other = at_print.find("print-it"), at_print.find("print-handover-card")
    assert print_it is not None
    assert other is not None
    print_it.click()
    other.click()
    assert not print_it.isEnabled()
    at_print.settle()
    sheets = pypdfium2.PdfDocument(paper)
    assert len(sheets) == pages
    sheets.close()
    assert len(preview(at_print)._sizes) < pages
    notebook = at_print.window.ctx.open_notebook
    found = at_print.ask(lambda: events.read(notebook, person=marcus.id))
    assert [each.document for each in found if each.what == "printed"] == ["booklet"]


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
    at_print.press("save")  # what is told of one attempt does not stand beside the next
    assert printer.NO_PRINTER not in at_print.seen()


def test_a_file_that_another_program_holds_stays_as_it_was(
    at_print: Driver, marcus: Record[Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_print.press("save")
    at_print.choose(tmp_path)
    (file,) = tmp_path.glob("*.pdf")
    file.write_bytes(b"open in a viewer")

    def held(_made: Path, path: Path) -> Path:
        raise PermissionError(errno.EACCES, "", path)

    with monkeypatch.context() as now:
        now.setattr(Path, "replace", held)
        at_print.press("save")
        at_print.choose(tmp_path)
    assert "Nothing can be written in the folder" in at_print.seen()
    assert [(each, each.read_bytes()) for each in tmp_path.glob("*.pdf*")] == [
        (file, b"open in a viewer")
    ]
    assert times_printed(at_print, marcus) == 1


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
