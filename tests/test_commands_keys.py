"""The commands about keys, called in process with a key derivation that nobody waits for."""

import os
import re
from pathlib import Path

import pypdfium2
import pytest

from tests.helpers.commands import Run, refused


@pytest.fixture
def notebook(run: Run) -> str:
    """A notebook of Jo."""
    assert run("new", "n.alongside", "--worker", "Jo")[0] == 0
    return "n.alongside"


def sheet_of(file: Path) -> str:
    """What somebody would type from a printed sheet."""
    document = pypdfium2.PdfDocument(file)
    words = document[0].get_textpage().get_text_range()
    document.close()
    groups = [*(rf"{n}\s+(\w{{4}})" for n in range(1, 9)), r"9\s+(\w)\b"]
    found = re.search(r"\s+".join(groups), words)
    assert found
    return " ".join(found.groups())


def test_workers_are_listed_added_renamed_changed_and_removed(run: Run, notebook: str) -> None:
    assert run("workers", notebook)[1].splitlines()[0] == "Jo"
    assert run("workers", notebook, "--add", "Sam", new_pin="1234")[0] == 0
    assert run("workers", notebook, "--rename", "sam", "Samir")[0] == 0
    assert run("workers", notebook, pin="1234")[1].splitlines()[:2] == ["Jo", "Samir"]
    assert run("workers", notebook, "--change", "Samir", new_pin="three small words")[0] == 0
    assert run("people", notebook, pin="three small words")[0] == 0
    refused(run("people", notebook, pin="1234"))
    assert run("workers", notebook, "--remove", "Samir")[0] == 0
    refused(run("people", notebook, pin="three small words"))
    assert run("people", notebook)[0] == 0


def test_the_only_worker_is_not_removed(run: Run, notebook: str) -> None:
    assert "only key" in refused(run("workers", notebook, "--remove", "Jo"))


def test_a_name_that_nobody_has_is_answered_with_those_who_are_there(
    run: Run, notebook: str
) -> None:
    for asked in (["--remove", "Eve"], ["--rename", "Eve", "Ann"], ["--change", "Eve"]):
        assert "Jo" in refused(run("workers", notebook, *asked, new_pin="1234"))
    assert "somebody called Jo" in refused(run("workers", notebook, "--add", "JO", new_pin="1234"))


def test_a_new_pin_comes_from_a_file_a_variable_or_is_asked_for_twice(
    run: Run, notebook: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").write_text("1111\n")
    assert run("workers", notebook, "--add", "A", "--new-pin-file", "new")[0] == 0
    assert run("people", notebook, pin="1111")[0] == 0
    typed = iter(["2222", "2223", "2222", "2222"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    assert "not the same" in refused(run("workers", notebook, "--add", "B"))
    assert run("workers", notebook, "--add", "B")[0] == 0
    assert run("people", notebook, pin="2222")[0] == 0


def test_a_forgotten_pin_is_set_anew_with_the_printed_sheet(
    run: Run, notebook: str, tmp_path: Path
) -> None:
    code, out, err = run("recovery-sheet", notebook, "--to", "sheet.pdf")
    assert (code, err) == (0, "")
    typed = sheet_of(tmp_path / "sheet.pdf")
    assert typed not in out
    assert "There is a recovery sheet." in run("workers", notebook)[1]
    assert run("recover", notebook, sheet=typed.lower(), new_pin="999999")[0] == 0
    assert run("people", notebook, pin="999999")[0] == 0
    refused(run("people", notebook))
    (tmp_path / "typed").write_text(typed.replace(" ", "\n"))
    done = run("recover", notebook, "--sheet-file", "typed", "--worker", "Ann", new_pin="5555")
    assert done[0] == 0
    assert run("workers", notebook, pin="5555")[1].splitlines()[:2] == ["Jo", "Ann"]
    asked = refused(run("recover", notebook, "--sheet-file", "typed", new_pin="6666"))
    assert "Jo, Ann" in asked


def test_a_new_sheet_ends_the_old_one(run: Run, notebook: str, tmp_path: Path) -> None:
    run("recovery-sheet", notebook, "--to", "one.pdf")
    run("recovery-sheet", notebook, "--to", "two.pdf", "--lang", "cy")
    old, new = (sheet_of(tmp_path / name) for name in ("one.pdf", "two.pdf"))
    assert "newer one" in refused(run("recover", notebook, sheet=old, new_pin="999999"))
    assert run("recover", notebook, sheet=new, new_pin="999999")[0] == 0


def test_what_is_mistyped_and_a_notebook_without_a_sheet_are_said(run: Run, notebook: str) -> None:
    assert "33" in refused(run("recover", notebook, sheet="ABCD", new_pin="999999"))
    none = "0" * 33
    assert "no recovery sheet" in refused(run("recover", notebook, sheet=none, new_pin="999999"))


@pytest.mark.parametrize("to", [".", "nowhere/sheet.pdf", "n.alongside.keys/sheet.pdf"])
def test_where_no_sheet_can_be_written_the_old_one_stays_good(
    run: Run, notebook: str, tmp_path: Path, to: str
) -> None:
    run("recovery-sheet", notebook, "--to", "one.pdf")
    before = (tmp_path / "n.alongside.keys").read_bytes()
    refused(run("recovery-sheet", notebook, "--to", to))
    assert (tmp_path / "n.alongside.keys").read_bytes() == before


def test_the_code_is_in_the_printed_file_alone(run: Run, notebook: str, tmp_path: Path) -> None:
    _, out, err = run("recovery-sheet", notebook, "--to", "sheet.pdf")
    groups = sheet_of(tmp_path / "sheet.pdf").split()
    assert len(groups) == 9
    for folder, _, files in os.walk(tmp_path):
        for name in files:
            data = (Path(folder) / name).read_bytes()
            long = [each for each in groups if len(each) == 4]
            assert name == "sheet.pdf" or not all(each.encode() in data for each in long)
            assert not any(each in name for each in long)
    assert not any(each in out + err for each in groups if len(each) == 4)


def test_after_several_wrong_pins_even_the_right_one_waits(run: Run, notebook: str) -> None:
    for _ in range(4):
        assert "does not open" in refused(run("people", notebook, pin="000000"))
    waits = refused(run("people", notebook))
    assert "Please wait 2 seconds" in waits


def test_the_sheet_counts_as_a_try_too(run: Run, notebook: str) -> None:
    run("recovery-sheet", notebook, "--to", "one.pdf")
    wrong = "0" * 33
    for _ in range(4):
        assert "newer one" in refused(run("recover", notebook, sheet=wrong, new_pin="999999"))
    assert "wait" in refused(run("recover", notebook, sheet=wrong, new_pin="999999"))
    assert "wait" in refused(run("people", notebook))


def test_help_names_the_commands_and_where_secrets_come_from(run: Run) -> None:
    help_text = run("--help")[1]
    assert all(each in help_text for each in ("workers", "recovery-sheet", "recover"))
    assert "ALONGSIDE_NEW_PIN" in run("workers", "--help")[1]
    assert "ALONGSIDE_SHEET" in run("recover", "--help")[1]
