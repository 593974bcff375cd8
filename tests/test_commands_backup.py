"""The commands of backups, and what the other commands do while a window has the notebook open."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import House
from tests.helpers.commands import PIN, Run, refused
from tests.helpers.plans import file_of, plan_data


@pytest.fixture
def notebook(run: Run, tmp_path: Path) -> str:
    """A notebook with one person in it, Ann, and a folder for backups."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    (tmp_path / "stick").mkdir()
    assert run("new", "n.alongside", "--worker", "Jo")[0] == 0
    assert run("import", "n.alongside", "ann.json") == (0, "ann\n", "")
    return "n.alongside"


@pytest.fixture
def window(notebook: str) -> Iterator[str]:
    """The notebook, while another window has it open."""
    opened = House.here().open_notebook(Path(notebook), secret=PIN)
    yield notebook
    opened.close()


def backed_up(run: Run, notebook: str, *more: str) -> str:
    code, out, err = run("backup", notebook, "--to", "stick", *more)
    assert (code, err) == (0, "")
    return out.rstrip("\n")


def test_a_backup_is_made_and_named_and_restored(run: Run, notebook: str) -> None:
    file = backed_up(run, notebook)
    assert file.startswith("stick")
    assert file.endswith(".alongside-backup")
    code, out, err = run("restore", file, "--to", "again.alongside")
    assert (code, err) == (0, "")
    assert "again.alongside is ready" in out
    assert run("people", "again.alongside") == run("people", notebook)
    assert run("verify", "again.alongside")[0] == 0


def test_restore_overwrites_nothing_and_says_so(run: Run, notebook: str, tmp_path: Path) -> None:
    file = backed_up(run, notebook)
    before = (tmp_path / notebook).read_bytes()
    assert "already" in refused(run("restore", file, "--to", notebook))
    assert (tmp_path / notebook).read_bytes() == before


def test_a_backup_that_is_none_and_a_wrong_pin_are_refused(
    run: Run, notebook: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = backed_up(run, notebook)
    assert "not a backup" in refused(run("restore", "ann.json", "--to", "again.alongside"))
    monkeypatch.setenv("ALONGSIDE_PIN", "000000")
    assert "does not open this backup" in refused(run("restore", file, "--to", "again.alongside"))
    assert not (tmp_path / "again").exists()


def test_the_recovery_sheet_restores_without_a_pin(
    run: Run, notebook: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House.here()
    opened = house.open_notebook(Path(notebook), secret=PIN)
    (tmp_path / "sheet.txt").write_text(" ".join(house.make_recovery(opened).groups))
    opened.close()
    file = backed_up(run, notebook)
    monkeypatch.setenv("ALONGSIDE_HOME", str(tmp_path / "another computer"))
    assert "recovery sheet" in refused(run("restore", file, "--to", "again.alongside"))
    assert run("restore", file, "--to", "again.alongside", "--sheet-file", "sheet.txt")[0] == 0
    assert "cannot be read" in refused(
        run("restore", file, "--to", "b.alongside", "--sheet-file", "gone")
    )


def test_a_folder_that_is_not_there_is_said(run: Run, notebook: str) -> None:
    assert "no folder" in refused(run("backup", notebook, "--to", "gone"))


def test_old_backups_go_unless_all_are_to_stay(run: Run, notebook: str, tmp_path: Path) -> None:
    for _ in range(3):
        backed_up(run, notebook, "--keep-all")
    assert len(list((tmp_path / "stick").iterdir())) == 3
    backed_up(run, notebook)
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_progress_is_shown_on_a_terminal_alone(
    run: Run, notebook: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run("backup", notebook, "--to", "stick")[0] == 0
    assert terminal.getvalue().endswith("\r100 % done\n")


def test_what_only_reads_works_while_a_window_has_it_open(run: Run, window: str) -> None:
    assert run("people", window) == (0, "ann  Ann  (2 kept, 1 draft)\n", "")
    assert run("verify", window) == (0, f"{window} is whole.\n", "")
    assert run("export", window, "Ann", "--to", "out.json")[0] == 0
    assert json.loads(Path("out.json").read_text("utf-8"))["people"][0]["id"] == "ann"
    assert run("print", window, "Ann", "--as", "booklet", "--to", "a.pdf")[0] == 0
    assert run("history", window, "tea")[0] == 0
    file = backed_up(run, window)
    assert run("restore", file, "--to", "again.alongside")[0] == 0


def test_what_writes_is_refused_while_a_window_has_it_open(run: Run, window: str) -> None:
    assert "another window on this computer" in refused(run("import", window, "ann.json"))
    assert "another window on this computer" in refused(run("rebuild", window))
