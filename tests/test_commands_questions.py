"""Questions to tick at home from the command line: out, and back in."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.helpers import scans
from tests.helpers.commands import Run, refused
from tests.helpers.plans import file_of, plan_data


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann lives."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    assert run("new", "n.alongside", "--worker", "Sam")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    return run


def _print(run: Run, about: str, *more: str) -> tuple[int, str, str]:
    page = ("--as", "choice-page", "--to", "page.pdf")
    return run("print", "n.alongside", "Ann", *page, "--about", about, *more)


def test_questions_are_printed_and_a_page_of_them_is_read_back_as_json(
    run: Run, tmp_path: Path
) -> None:
    assert _print(run, "passport:say_yes,say_no") == (0, "", "")
    pages = PdfReader(tmp_path / "page.pdf").pages
    assert ["How do you say" in page.extract_text() for page in pages] == [True, True]
    (tmp_path / "scan.jpg").write_bytes(scans.scan(scans.pages(_pdf(tmp_path))[1]))
    code, out, err = run("read-back", "n.alongside", "scan.jpg", "--pictures", "boxes")
    assert (code, err) == (0, "")
    (told,) = json.loads(out)
    (question,) = told["questions"]
    assert (question["question"], question["old"], question["gone"]) == ("say_no", False, False)
    assert set(question["ink"]) >= {"shake", "dont_know", "dont_want_to_say"}
    assert told["pages_not_read"] == []
    assert [each.suffix for each in (tmp_path / "boxes").iterdir()] == [".png"]


def _pdf(folder: Path) -> bytes:
    return (folder / "page.pdf").read_bytes()


def test_r7_questions_are_the_persons_own_and_wrong_names_are_told(
    run: Run, tmp_path: Path
) -> None:
    for wrong in ("", "nothing", "review", "passport:say_maybe"):
        told = refused(_print(run, wrong))
        assert "passport:say_yes, passport:say_no, " in told
        assert "–" not in told
    assert refused(_print(run, "passport:say_yes", "--for", "Jo Bell"))
    assert not (tmp_path / "page.pdf").exists()
