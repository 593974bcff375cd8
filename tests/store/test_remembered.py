import datetime
import os
from pathlib import Path

import pytest

from app.store.remembered import MOST_NOTEBOOKS, Remembered


def opened(folder: Path, *names: str) -> Remembered:
    remembered = Remembered(folder / "home" / "remembered.json")
    for name in names:
        (folder / name).touch()
        remembered.notebook_opened(folder / name)
    return remembered


def test_notebooks_are_known_last_opened_first_and_once(tmp_path: Path) -> None:
    remembered = opened(tmp_path, "a", "b", "a")
    assert remembered.notebooks() == (tmp_path / "a", tmp_path / "b")


def test_two_notebooks_on_a_drive_that_numbers_no_files_are_both_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered = opened(tmp_path, "a", "b")
    stat = Path.stat

    def without_numbers(path: Path, **how: bool) -> os.stat_result:
        mode, _, *others = stat(path, **how)
        return os.stat_result((mode, 0, *others))

    monkeypatch.setattr(Path, "stat", without_numbers)
    assert remembered.notebooks() == (tmp_path / "b", tmp_path / "a")


def test_a_notebook_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    remembered = opened(tmp_path, "a", "b")
    (tmp_path / "b").unlink()
    assert remembered.notebooks() == (tmp_path / "a",)


def test_a_notebook_that_was_opened_by_several_ways_is_offered_once(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    remembered = opened(tmp_path, "a", "plans/../a", "plans")
    assert remembered.notebooks() == (tmp_path / "plans/../a",)


def test_only_the_latest_are_remembered(tmp_path: Path) -> None:
    remembered = opened(tmp_path, *(f"n{number}" for number in range(MOST_NOTEBOOKS + 5)))
    assert len(remembered.notebooks()) == MOST_NOTEBOOKS
    assert remembered.notebooks()[0].name == f"n{MOST_NOTEBOOKS + 4}"


@pytest.mark.parametrize("damage", [b"", b"{", b'{"notebooks": 3}', b"\xff\xfe", b"[]"])
def test_a_damaged_file_counts_as_empty_and_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    remembered = opened(tmp_path, "a")
    (tmp_path / "home" / "remembered.json").write_bytes(damage)
    assert remembered.notebooks() == ()
    remembered.language_chosen("cy")
    remembered.notebook_opened(tmp_path / "a")
    assert (remembered.language(), remembered.notebooks()) == ("cy", (tmp_path / "a",))


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    remembered = Remembered(tmp_path / "file" / "remembered.json")
    remembered.language_chosen("cy")
    assert remembered.language() == ""


def test_where_backups_go_and_when_the_last_was_made_is_remembered(tmp_path: Path) -> None:
    remembered = opened(tmp_path, "a", "b")
    assert (remembered.backup_folder(), remembered.last_backup(tmp_path / "a")) == (None, None)
    at = datetime.datetime(2026, 4, 18, 14, 5, tzinfo=datetime.UTC)
    remembered.backup_folder_chosen(tmp_path / "stick")
    remembered.backed_up(tmp_path / "a", at)
    remembered.backed_up(tmp_path / "b", at + datetime.timedelta(days=1))
    assert remembered.backup_folder() == tmp_path / "stick"
    assert remembered.last_backup(tmp_path / "a") == at
    assert remembered.notebooks() == (tmp_path / "b", tmp_path / "a")


def test_a_notebook_long_forgotten_keeps_no_time_of_its_backup(tmp_path: Path) -> None:
    remembered = opened(tmp_path, "a")
    at = datetime.datetime(2026, 4, 18, 14, 5, tzinfo=datetime.UTC)
    remembered.backed_up(tmp_path / "a", at)
    opened(tmp_path, *(f"n{number}" for number in range(MOST_NOTEBOOKS)))
    remembered.backed_up(tmp_path / "n1", at)
    assert remembered.last_backup(tmp_path / "a") is None
