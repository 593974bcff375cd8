"""A picture guide from the command line, for which no notebook is needed."""

from pathlib import Path

import pypdf
import pytest

from app import resources
from app.bootstrap import House
from app.model.help import read_help
from tests.helpers.commands import Run, refused


@pytest.mark.parametrize("whose", ["person", "keyworker"])
def test_a_guide_is_printed_without_a_notebook(run: Run, tmp_path: Path, whose: str) -> None:
    to = tmp_path / "guide.pdf"
    assert run("print-guide", "--for", whose, "--to", str(to)) == (0, "", "")
    assert len(pypdf.PdfReader(to).pages) == 3


def test_it_says_so_where_it_is_in_another_language(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = read_help(resources.read_toml("help", "en.toml"))
    monkeypatch.setattr(House, "help_in", lambda _house, _tag: english)
    to = tmp_path / "guide.pdf"
    code, _, err = run("print-guide", "--lang", "ur", "--to", str(to))
    assert code == 0
    assert len(err.splitlines()) == 1
    assert to.is_file()


def test_a_place_that_cannot_be_written_is_refused(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "nowhere" / "guide.pdf"
    refused(run("print-guide", "--to", str(to)))
