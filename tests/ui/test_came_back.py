"""What came back on paper, typed in the window: by code, or from a scan."""

import io
from pathlib import Path

import msgspec
import pypdf
import pytest
from PIL import Image
from PySide6.QtWidgets import QLineEdit

from app.bootstrap import House
from app.model.contents import Contents
from app.model.documents import document
from app.model.ids import RecordId
from app.model.pack_told import PackSentence, PackTold
from app.model.packs import PackComment, PackLine, ReviewPack
from app.model.sharing import SharedWith
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.paper.documents import make
from app.paper.job import Job
from app.paper.press import Printed
from app.usecases import comments, packs, people, plans, statements
from tests.helpers import scans
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.helpers.packs import laid, printed, told
from tests.helpers.printing import plan, sentence
from ui.parts.box_picture import BoxPicture
from ui.screens.base import Route

WORDS = ("I like tea.", "I go out alone.", "I want a quiet room.")


@pytest.fixture
def joe(new_notebook: Driver) -> RecordId:
    """Joe with three kept sentences, on the screen for what came back."""
    driver, ctx = new_notebook, new_notebook.window.ctx
    notebook = ctx.open_notebook

    def make() -> RecordId:
        change = people.add_person(
            notebook, preferred_name="Joe", home_language="en-GB", worker=notebook.worker.id,
            worker_name="Sam", today=ctx.today,
        )  # fmt: skip
        joe, by = change.last("person"), change.last("supporter")
        for words in WORDS:
            said = statements.say(
                notebook,
                statements.Said(
                    person=joe, words=words, lang="en-GB", section="food", kind="preference",
                    voice="own_spoken", by=by,
                ),
            ).last("statement")  # fmt: skip
            statements.read_back(
                notebook, statement=said, result="keep", method="heard it", on=ctx.today, by=by
            )
        return joe

    return driver.ask(make)


@pytest.fixture
def pack(new_notebook: Driver, house: House, joe: RecordId) -> Printed:
    """A pack of Joe's plan, kept as it is when it is printed."""
    ctx = new_notebook.window.ctx

    def give() -> Printed:
        notebook = ctx.open_notebook
        plan = plans.plan(notebook, person=joe, sections=house.sections, today=ctx.today)
        versions = [(line.statement.id, line.statement.revision) for line in plan.lines]
        known = packs.codes(versions)
        told = PackTold(
            pack=RecordId("0190aaaa-0000-7000-8000-000000000001"),
            plan=plan,
            reader="Ruth",
            last_on=None,
            sentences={
                each[0]: PackSentence(code=code, version=1, written="", facts=(), news="first")
                for each, code in known.items()
            },
            lists=(),
        )
        made = make(
            document("review_copy"),
            Job(
                contents=Contents(plan=plan, reader="Ruth", own=False, pack=told),
                made_on=ctx.today, words=SourceWording(), look=house.look, fonts=house.fonts,
                pictures=house.pictures(notebook),
            ),
        )  # fmt: skip
        body = ReviewPack(
            person=joe, to=SharedWith(organisation="Ruth"), on=ctx.today, lines=laid(made).lines,
            page_matrix=laid(made).page_matrix,
        )  # fmt: skip
        with notebook.unit_of_work() as work:
            work.records.add(body, by=joe, record=told.pack)
            work.commit()
        return made

    made = new_notebook.ask(give)
    new_notebook.window.show_route(Route("home", {"person": joe}))
    new_notebook.settle()
    new_notebook.window.show_route(Route("came_back", {"person": joe}))
    new_notebook.settle()
    return made


def _line(driver: Driver, name: str) -> QLineEdit:
    line = driver.window.screen.findChild(QLineEdit, name)
    assert line is not None
    return line


def _kept(driver: Driver, joe: RecordId) -> list[PackComment]:
    def read() -> list[PackComment]:
        with driver.window.ctx.open_notebook.unit_of_work() as work:
            return [each.body for each in work.records.find(PackComment, person=joe)]

    return driver.ask(read)


def _words_of(driver: Driver, line: PackLine) -> str:
    def read() -> str:
        with driver.window.ctx.open_notebook.unit_of_work() as work:
            return work.records.get(line.statement, Statement).body.original

    return driver.ask(read)


def test_a_slip_in_a_code_is_said_under_it(new_notebook: Driver, pack: Printed) -> None:
    _line(new_notebook, "code").setText("CD23-4567")
    new_notebook.press("find")
    assert "There is a slip in this code." in new_notebook.seen()


def test_a_second_press_while_it_is_looked_for_does_nothing(
    new_notebook: Driver, pack: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def look(*_: object, typed: str, **__: object) -> comments.CameBack:
        asked.append(typed)
        return found(*_, typed=typed, **__)  # type: ignore[arg-type]

    found = comments.of_code
    monkeypatch.setattr(comments, "of_code", look)
    line = laid(pack).lines[1]
    _line(new_notebook, "code").setText(line.code)
    find = new_notebook.find("find")
    assert find is not None
    find.click()
    find.click()
    new_notebook.settle()
    assert asked == [line.code]
    assert _words_of(new_notebook, line) in new_notebook.seen()


def test_a_comment_is_typed_beside_its_sentence_and_kept(
    new_notebook: Driver, joe: RecordId, pack: Printed
) -> None:
    driver, line = new_notebook, laid(pack).lines[1]
    _line(driver, "code").setText(line.code.lower())
    driver.press("find")
    assert _words_of(driver, line) in driver.seen()
    _line(driver, "words").setText("Ask him again.")
    driver.press("mark-no")
    driver.press("keep")
    assert "What is kept waits for the next talk." in driver.seen()
    (comment,) = _kept(driver, joe)
    assert (comment.statement, comment.version) == (line.statement, line.version)
    assert (comment.mark, comment.words, comment.status) == ("no", "Ask him again.", "waiting")


def test_nothing_is_not_kept(new_notebook: Driver, joe: RecordId, pack: Printed) -> None:
    _line(new_notebook, "code").setText(laid(pack).lines[0].code)
    new_notebook.press("find")
    new_notebook.press("keep")
    assert "There are no words yet." in new_notebook.seen()
    assert _kept(new_notebook, joe) == []


def _type(driver: Driver, line: PackLine, words: str, mark: str = "mark-no") -> None:
    """What is written beside a sentence, read off the paper."""
    _line(driver, "code").setText(line.code)
    driver.press("find")
    _line(driver, "words").setText(words)
    driver.press(mark)


def test_a_page_that_is_scanned_twice_is_told_of_and_taken_once(
    new_notebook: Driver, joe: RecordId, pack: Printed, tmp_path: Path
) -> None:
    driver, line = new_notebook, laid(pack).lines[0]
    image = scans.pages(pack.pdf)[line.page - 1]
    scans.write(image, line.box)
    _as_pdf(tmp_path / "scan.pdf", image, image)
    driver.press("open")
    driver.choose(tmp_path / "scan.pdf")
    assert "already" not in driver.seen()
    _line(driver, "words").setText("Ask him again.")
    driver.press("mark-no")
    driver.press("keep")
    day = driver.window.ctx.words.date(driver.window.ctx.today)
    assert f"This came back on {day} already: No · “Ask him again.”" in driver.seen()
    assert driver.window.screen.findChild(BoxPicture) is not None
    driver.press("keep")
    assert "This is kept already." in driver.seen()
    driver.press("leave")
    while driver.find("nothing") is not None:
        driver.press("nothing")
    assert [each.words for each in _kept(driver, joe)] == ["Ask him again."]


def test_a_file_that_holds_less_than_before_takes_no_words_away(
    new_notebook: Driver, joe: RecordId, pack: Printed, tmp_path: Path
) -> None:
    driver, line = new_notebook, laid(pack).lines[1]
    _line(driver, "code").setText(line.code)
    driver.press("find")
    _line(driver, "words").setText("He hates it.")
    driver.press("keep")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pack.pdf))
    page = writer.pages[line.page - 1]
    writer.update_page_form_field_values(page, {f"{line.code}.no": "/Yes"})
    writer.write(tmp_path / "filled.pdf")
    driver.press("open")
    driver.choose(tmp_path / "filled.pdf")
    assert _line(driver, "words").text() == "He hates it."
    driver.press("keep")
    assert [(each.mark, each.words) for each in _kept(driver, joe)] == [("no", "He hates it.")]


def test_a_filled_file_that_is_opened_another_time_is_told_of_and_can_be_read_better(
    new_notebook: Driver, joe: RecordId, pack: Printed, tmp_path: Path
) -> None:
    driver, line = new_notebook, laid(pack).lines[1]
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pack.pdf))
    writer.update_page_form_field_values(writer.pages[line.page - 1], {line.code: "Ask him."})
    writer.write(tmp_path / "filled.pdf")
    for already in (False, True):
        driver.press("open")
        driver.choose(tmp_path / "filled.pdf")
        assert ("already: “Ask him.”" in driver.seen()) is already
        assert _line(driver, "words").text() == "Ask him."
        if already:
            _line(driver, "words").setText("Ask him on Sunday.")
        driver.press("keep")
        while driver.find("nothing") is not None:
            driver.press("nothing")
    assert [each.words for each in _kept(driver, joe)] == ["Ask him on Sunday."]


def test_what_is_typed_again_begins_with_what_was_kept(
    new_notebook: Driver, joe: RecordId, pack: Printed
) -> None:
    driver, line = new_notebook, laid(pack).lines[1]
    _type(driver, line, "Ask him again.")
    driver.press("keep")
    _line(driver, "code").setText(line.code)
    driver.press("find")
    marked = driver.find("mark-no")
    assert marked is not None
    assert marked.isChecked()
    assert _line(driver, "words").text() == "Ask him again."


def test_a_comment_is_a_card_of_the_next_talk_with_the_sentence_as_it_is_now(
    new_notebook: Driver, joe: RecordId, pack: Printed
) -> None:
    driver, line = new_notebook, laid(pack).lines[1]
    notebook, ctx = driver.window.ctx.open_notebook, driver.window.ctx
    _type(driver, line, "Ask him again.")
    driver.press("keep")

    def reword() -> None:
        with notebook.unit_of_work() as work:
            now = work.records.get(line.statement, Statement).body
            changed = msgspec.structs.replace(now, original="I go out with Sam.")
            work.records.revise(line.statement, changed, by=ctx.writer)
            work.commit()

    driver.ask(reword)
    begin(driver, guide(moment("due_now", kind="due", stage="sort")), joe)
    changed = f"This sentence was changed since, on {ctx.words.date(ctx.today)}."
    lines = ("I go out with Sam. · Ask him again.", "Is this what Joe means? · No", changed)
    assert "\n".join(lines) in driver.names_said()


def test_boxes_with_something_in_them_come_first_and_nothing_is_decided_for_anybody(
    new_notebook: Driver, joe: RecordId, pack: Printed, tmp_path: Path
) -> None:
    driver, line = new_notebook, laid(pack).lines[2]
    image = scans.pages(pack.pdf)[line.page - 1]
    scans.write(image, line.box)
    scans.write(image, line.ticks[0])
    (tmp_path / "scan.jpg").write_bytes(scans.scan(image))
    driver.press("open")
    driver.choose(tmp_path / "scan.jpg")
    assert _words_of(driver, line) in driver.seen()
    assert "A picture of what is written on the paper" in [
        each.accessibleName() for each in driver.window.screen.findChildren(object)
        if hasattr(each, "accessibleName")
    ]  # fmt: skip
    marked = driver.find("mark-yes")
    assert marked is not None
    assert not marked.isChecked()
    assert driver.find("nothing") is None
    driver.press("leave")
    while driver.find("nothing") is not None:
        driver.press("nothing")
    assert "That was all." in driver.seen()
    assert _kept(driver, joe) == []


def test_a_word_too_faint_to_be_seen_as_ink_is_shown_and_a_person_says_what_it_is(
    new_notebook: Driver, joe: RecordId, pack: Printed, tmp_path: Path
) -> None:
    driver, line = new_notebook, laid(pack).lines[0]
    (tmp_path / "scan.jpg").write_bytes(scans.scan(scans.pages(pack.pdf)[line.page - 1]))
    driver.press("open")
    driver.choose(tmp_path / "scan.jpg")
    assert "That was all." not in driver.seen()
    assert driver.find("nothing") is not None
    assert "Press a sentence if you see some." in driver.seen()
    assert _is_beside_its_box(driver, f"box-{line.code}")
    driver.press(f"box-{line.code}")
    _line(driver, "words").setText("No")
    driver.press("keep")
    while driver.find("nothing") is not None:
        driver.press("nothing")
    assert "That was all." in driver.seen()
    assert [each.words for each in _kept(driver, joe)] == ["No"]


def _is_beside_its_box(driver: Driver, name: str) -> bool:
    """Whether the sentence of the first box stands at its height."""
    card, screen = driver.find(name), driver.window.screen
    assert card is not None
    assert screen is not None
    box = screen.findChild(BoxPicture)
    assert box is not None
    return abs(box.geometry().center().y() - card.geometry().center().y()) < box.height() / 2


def _as_pdf(path: Path, *images: Image.Image) -> None:
    first, *more = images
    first.save(path, "PDF", resolution=200, save_all=True, append_images=more)


def test_a_page_that_was_not_read_is_named(
    new_notebook: Driver, pack: Printed, tmp_path: Path
) -> None:
    driver, good = new_notebook, scans.pages(pack.pdf)[0]
    _as_pdf(tmp_path / "scan.pdf", good, Image.effect_noise(good.size, 60))
    driver.press("open")
    driver.choose(tmp_path / "scan.pdf")
    driver.press("nothing")
    assert "No code was found in scan.pdf · Page 2 of 2. Please scan" in driver.seen()


def test_a_filled_file_of_somebody_else_is_said_to_be_of_another_plan(
    new_notebook: Driver, joe: RecordId, pack: Printed, tmp_path: Path
) -> None:
    driver = new_notebook
    stranger = printed(told(plan(sentence("I like soup."), name="Rosa")))
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(stranger.pdf))
    code = laid(stranger).lines[0].code
    writer.update_page_form_field_values(writer.pages[0], {code: "Really?"})
    writer.write(tmp_path / "hers.pdf")
    driver.press("open")
    driver.choose(tmp_path / "hers.pdf")
    assert "This code is not from the plan of Joe." in driver.seen()
    assert "Nothing is written" not in driver.seen()


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    new_notebook: Driver, pack: Printed, tmp_path: Path
) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"no pdf")
    new_notebook.press("open")
    new_notebook.choose(tmp_path / "letter.pdf")
    assert "letter.pdf is no PDF, PNG or JPEG." in new_notebook.seen()


def test_reading_a_long_scan_can_be_stopped_and_nothing_is_kept(
    new_notebook: Driver, joe: RecordId, pack: Printed, tmp_path: Path
) -> None:
    driver, image = new_notebook, scans.pages(pack.pdf, dpi=100)[0]
    _as_pdf(tmp_path / "long.pdf", *[image] * 40)
    driver.press("open")
    driver.pick(tmp_path / "long.pdf")
    driver.qtbot.waitUntil(lambda: driver.find("stop-work") is not None, timeout=20_000)
    stop = driver.find("stop-work")
    assert stop is not None
    stop.click()
    driver.settle()
    assert _line(driver, "code").text() == ""
    assert _kept(driver, joe) == []
