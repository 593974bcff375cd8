"""Every document from the command line: for the person, for a reader, in two languages."""

from pathlib import Path

import pypdf
import pytest

from app.model.documents import documents
from app.model.documents.kind import DocumentKind
from tests.helpers.commands import Run, refused
from tests.helpers.plans import file_of, plan_data

KINDS = [pytest.param(kind, id=kind.key) for kind in documents() if not kind.comes_back]


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann lives."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    assert run("new", "n.alongside", "--worker", "Jo")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    return run


def test_the_list_names_every_document_in_a_line(run: Run) -> None:
    code, out, err = run("print", "--list")
    assert (code, err) == (0, "")
    *lines, _ = out.splitlines()
    assert [line.split()[0] for line in lines] == [kind.spelt for kind in documents()]
    assert all(kind.line in line for kind, line in zip(documents(), lines, strict=True))


def test_the_list_says_how_the_recovery_sheet_is_made_and_print_does_not_make_it(
    run: Run, tmp_path: Path
) -> None:
    last = run("print", "--list")[1].splitlines()[-1]
    assert last.startswith("recovery-sheet")
    assert "made by: recovery-sheet" in last
    code, out, err = run("print", "n.alongside", "--as", "recovery-sheet", "--to", "out.pdf")
    assert (code, out) == (2, "")
    assert "a command of its own: recovery-sheet." in err
    assert not (tmp_path / "out.pdf").exists()


def test_without_the_name_of_the_person_it_says_where_to_write_it(run: Run, tmp_path: Path) -> None:
    told = refused(run("print", "n.alongside", "--as", "booklet", "--to", "out.pdf"))
    assert "Please write it after the notebook. The command people says who is there." in told
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_is_printed_as_it_is_spelt_in_the_list(
    run: Run, tmp_path: Path, kind: DocumentKind
) -> None:
    to = tmp_path / f"out{kind.ending}"
    said = run("print", "n.alongside", "Ann", "--as", kind.spelt, "--to", str(to), "--lang", "cy")
    # Nothing was kept in Ann's talk, or may be read by others; nobody said which questions.
    if kind.about in {"home", "talk", "question"}:
        refused(said)
        assert not to.exists()
        return
    code, _, err = said
    assert code == 0
    lacking = [line for line in err.splitlines() if "not in this language yet: Cymraeg" in line]
    assert err.splitlines() == lacking
    if to.suffix == ".pdf":
        pages = pypdf.PdfReader(to).pages
        assert pages
        text = " ".join(page.extract_text() for page in pages)
    else:
        text = to.read_text(encoding="utf-8")
        assert "Ann" in text
    # What stands there only as it was said is counted; some have no room for all, or no words.
    stand = [each for each in plan_data()["statements"] if each["original"] in _spaced(text)]
    assert [line.split()[0] for line in lacking] == [str(len(stand))] * bool(stand)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def test_a_document_that_is_not_there_is_refused_with_those_that_are(run: Run) -> None:
    code, out, err = run("print", "n.alongside", "Ann", "--as", "leaflet", "--to", "out.pdf")
    assert (code != 0, out) == (True, "")
    assert "handover-card" in err


def test_r7_without_a_choice_no_document_is_printed_for_a_reader(run: Run, tmp_path: Path) -> None:
    said = run("print", "n.alongside", "Ann", "--as", "passport", "--for", "Ewa", "--to", "out.pdf")
    assert "has not chosen to share" in refused(said)
    assert not (tmp_path / "out.pdf").exists()


def test_what_somebody_is_to_write_on_is_nobodys_own_copy(run: Run, tmp_path: Path) -> None:
    said = run("print", "n.alongside", "Ann", "--as", "review-copy", "--to", "out.pdf")
    assert "say for whom it is" in refused(said)
    assert not (tmp_path / "out.pdf").exists()


def test_a_size_of_paper_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    ask = ("print", "n.alongside", "Ann", "--as", "passport", "--to", "out.pdf")
    assert run(*ask, "--paper", "A6 landscape")[0] == 0
    page = pypdf.PdfReader(tmp_path / "out.pdf").pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (420, 298)


@pytest.mark.parametrize(
    ("tag", "why"), [("xx", "There is no language"), ("pl", "not kept in Polish yet")]
)
def test_a_second_language_in_which_nothing_would_be_printed_is_refused(
    run: Run, tmp_path: Path, tag: str, why: str
) -> None:
    ask = (
        "print",
        "n.alongside",
        "Ann",
        "--as",
        "booklet",
        "--second-lang",
        tag,
        "--to",
        "out.pdf",
    )
    assert why in refused(run(*ask))
    assert not (tmp_path / "out.pdf").exists()


def test_a_board_that_is_not_there_is_said(run: Run) -> None:
    said = run("print", "n.alongside", "Ann", "--as", "board", "--about", "x", "--to", "o.pdf")
    assert "nothing of that to print" in refused(said)
