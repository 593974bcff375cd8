"""An advocate's pack from the command line: out, and back in."""

import contextlib
import datetime
import errno
import json
from pathlib import Path

import msgspec
import pypdf
import pytest
from pypdf import PdfReader

from app.bootstrap import House
from app.model.packs import ReviewPack
from app.model.review_codes import shown
from app.model.sharing import CopyMade, SharedWith
from app.model.statement import Statement
from app.model.wording import SourceWording, said
from app.store import files
from app.usecases import comments, due, people, sessions, sharing, sharing_choices, talks
from tests.helpers import scans
from tests.helpers.commands import PIN, Run, refused
from tests.helpers.plans import file_of, plan_data

SECRET = "I want to go on the bus."


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann shares one sentence with Grace, her advocate."""
    plan = plan_data()
    grace = plan["supporters"][0] | {"id": "grace", "name": "Grace"}
    plan["supporters"].append({**grace, "role": "advocate", "paid": False})
    plan["statements"][1]["read_back"] = {"result": "keep"}
    (tmp_path / "ann.json").write_bytes(file_of(plan))
    assert run("new", "n.alongside", "--worker", "Sam")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
        ann = people.everyone(notebook)[0].id
        worker = notebook.worker
        people.join(
            notebook, person=ann, worker=worker.id, worker_name="Sam", role="support_worker"
        )
        with notebook.unit_of_work() as work:
            said = work.records.find(Statement, person=ann)
        tea = next(each.id for each in said if "tea" in each.body.original)
        found = sharing.sharing(notebook, person=ann)
        wish = sharing_choices.Wish(
            to=SharedWith(supporter=sharing.reader_named(found, "Grace").supporter),
            choice="yes",
            parts=(f"sentence:{tea}",),
            purpose="speaking_up",
        )
        sharing_choices.decide(
            notebook, person=ann, wish=wish, on=_today(), by=ann, words=SourceWording()
        )
    return run


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011 - the day where the laptop is


def _kept(folder: Path) -> tuple[list[ReviewPack], list[CopyMade]]:
    with contextlib.closing(
        House.here().open_notebook(folder / "n.alongside", secret=PIN)
    ) as notebook:
        ann = people.everyone(notebook)[0].id
        with notebook.unit_of_work() as work:
            packs = work.records.find(ReviewPack, person=ann)
        copies = sharing.sharing(notebook, person=ann).copies
    return [each.body for each in packs], [each.body for each in copies]


def _print(run: Run, to: str = "pack.pdf", reader: str = "Grace") -> tuple[int, str, str]:
    return run("print", "n.alongside", "Ann", "--as", "review-copy", "--to", to, "--for", reader)


@pytest.fixture
def printed(run: Run, tmp_path: Path) -> Path:
    """Her own copy first, then the pack."""
    assert run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "own.pdf")[0] == 0
    assert _print(run) == (0, "", "")
    return tmp_path / "pack.pdf"


def test_r7_a_pack_holds_only_what_its_reader_may_see(printed: Path, tmp_path: Path) -> None:
    reader = PdfReader(printed)
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert "I like tea in my blue mug." in text
    ((pack,), (copy,)) = _kept(tmp_path)
    assert [shown(line.code) in text for line in pack.lines] == [True]
    assert set(reader.get_fields() or {}) >= {pack.lines[0].code}
    assert (copy.document, copy.purpose) == ("review_copy", "speaking_up")
    withheld = (SECRET, "Ann needs time", "Keisha")
    everything = b"".join(each.get_data() for each in _streams(reader)) + printed.read_bytes()
    for each in withheld:
        assert each not in text
        assert each.encode() not in everything
        assert each.encode("utf-16-be") not in everything


def _streams(reader: PdfReader) -> list:  # type: ignore[type-arg]
    found = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    return [each for each in found if hasattr(each, "get_data")]


def test_r7_without_a_choice_there_is_no_pack(run: Run, tmp_path: Path) -> None:
    assert "Jo Bell" in refused(_print(run, reader="Jo Bell"))
    assert not (tmp_path / "pack.pdf").exists()
    assert _kept(tmp_path) == ([], [])


def test_a_pack_that_cannot_be_written_is_not_kept(run: Run, tmp_path: Path) -> None:
    run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "own.pdf")
    assert "folder" in refused(_print(run, to="no/pack.pdf"))
    assert _kept(tmp_path) == ([], [])


@pytest.mark.parametrize("trouble", [errno.ENOSPC, errno.EACCES])
def test_a_pack_that_is_broken_off_in_the_middle_is_neither_left_nor_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: int
) -> None:
    run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "own.pdf")
    stick, write = tmp_path / "stick", files.write_private
    stick.mkdir()

    def half(path: Path, data: bytes) -> None:
        if path.parent != stick:
            return write(path, data)
        path.write_bytes(data[: len(data) // 2])
        raise OSError(trouble, "")

    monkeypatch.setattr(files, "write_private", half)
    said = {errno.ENOSPC: "The disk is full", errno.EACCES: "Nothing can be written in the folder"}
    assert said[trouble] in refused(_print(run, to=str(stick / "pack.pdf")))
    assert list(stick.iterdir()) == []
    assert _kept(tmp_path) == ([], [])


def test_a_sentence_keeps_its_code_in_the_next_pack(
    run: Run, printed: Path, tmp_path: Path
) -> None:
    assert printed.is_file()
    assert _print(run, to="again.pdf")[0] == 0
    (first, second), _ = _kept(tmp_path)
    assert [line.code for line in first.lines] == [line.code for line in second.lines]


def _came_back(pdf: Path, folder: Path) -> list[str]:
    """The pages as scans, the first sentence ticked and written beside."""
    ((pack, *_), _) = _kept(folder)
    images = scans.pages(pdf.read_bytes())
    line = pack.lines[0]
    scans.write(images[line.page - 1], line.box)
    scans.write(images[line.page - 1], line.ticks[1])
    names = []
    for number, image in enumerate(images):
        names.append(f"scan{number}.jpg")
        (folder / names[-1]).write_bytes(scans.scan(image))
    return names


def test_a_scan_is_read_back_as_json(run: Run, printed: Path, tmp_path: Path) -> None:
    first, *_ = _came_back(printed, tmp_path)
    code, out, err = run("read-back", "n.alongside", first, "pack.pdf", "--pictures", "boxes")
    assert (code, err) == (0, "")
    scan, pdf = json.loads(out)
    ((pack, *_), _) = _kept(tmp_path)
    (sentence,) = scan["sentences"]
    assert sentence["code"] == pack.lines[0].code
    assert sentence["statement"] == pack.lines[0].statement
    assert sentence["looks_ticked"] == ["unsure"]
    assert not sentence["old"]
    assert sentence["ink"] > pdf["sentences"][0]["ink"] == 0
    assert [each.name for each in (tmp_path / "boxes").iterdir()] == [f"{sentence['code']}.png"]
    assert "blue mug" not in out


def _filled(pdf: Path, code: str, words: str) -> Path:
    """The pack as it is saved after somebody typed into it and ticked on screen."""
    writer = pypdf.PdfWriter(clone_from=pdf)
    for page in writer.pages:
        writer.update_page_form_field_values(page, {code: words, f"{code}.no": "/Yes"})
    writer.write(pdf.with_name("filled.pdf"))
    return pdf.with_name("filled.pdf")


def _read_back(run: Run, file: Path) -> list[dict[str, object]]:
    """What the command tells of each sentence of a file."""
    (told,) = json.loads(run("read-back", "n.alongside", file.name)[1])
    found: list[dict[str, object]] = told["sentences"]
    return found


def test_a_comment_typed_into_a_pack_is_a_card_of_the_next_talk(
    run: Run, printed: Path, tmp_path: Path
) -> None:
    ((pack,), _) = _kept(tmp_path)
    (line,) = pack.lines
    filled, house, words = _filled(printed, line.code, "Ask her."), House.here(), SourceWording()
    (told,) = _read_back(run, filled)
    assert (told["typed"], told["ticked"], told["kept"]) == ("Ask her.", ["no"], [])
    with contextlib.closing(house.open_notebook(tmp_path / "n.alongside", secret=PIN)) as notebook:
        ann, by = pack.person, notebook.worker.id
        opened = house.read_back(filled, comments.sheets(notebook, person=ann))
        (back,) = comments.of_file(notebook, opened=opened, person=ann)
        comments.keep(
            notebook, person=ann, about=back, mark=back.ticked[0], words=back.typed,
            commenter=back.commenter, on=_today(), by=by,
        )  # fmt: skip
        with notebook.unit_of_work() as work:
            body = work.records.get(line.statement, Statement).body
            work.records.revise(
                line.statement, msgspec.structs.replace(body, original="I like coffee."), by=by
            )
            work.commit()
        talk = sessions.unfinished(notebook, person=ann, guide=house.guides["review"])
        assert talk is not None
        sessions.move(notebook, session=talk, to="due_now", by=by)
        found = talks.talk(notebook, session=talk, guides=house.guides)
    records = (*found.supporters, *found.others)
    (card,) = due.of_person(records, name="Ann", today=_today(), session=talk)
    assert (card.words, card.who) == ("I like coffee. · Ask her.", "Grace")
    assert [words.beside(said(x, words) for x in line) for line in found.below[card.record]] == [
        "Is this what Ann means? · No",
        f"This sentence was changed since, on {words.date(_today())}.",
    ]
    (again,) = _read_back(run, filled)
    assert (again["old"], again["kept"]) == (True, [card.record])


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.pdf", b"", "empty.pdf is empty."),
        ("letter.txt", b"Dear Ann", "letter.txt is no PDF, PNG or JPEG."),
        ("broken.pdf", b"%PDF-1.7 and no more", "broken.pdf is damaged"),
    ],
)
def test_a_bad_file_is_refused_in_one_plain_sentence(
    run: Run, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert why in refused(run("read-back", "n.alongside", name))
