"""A notebook of an older form: copied first, changed whole or not at all."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from app.model.errors import CannotWriteError, NotANotebookError
from app.store import cipher, files, migrations, upgrade, verify
from app.store.migrations import Step
from app.usecases import people
from tests.helpers.notebooks import KEY, open_again

ROOT = Path(__file__).parents[2]
KILLED = """
import os, signal, sys
from pathlib import Path
from app.store import migrations
from tests.helpers.notebooks import open_again
counted = migrations.rows
def killed(connection):
    found = counted(connection)
    if "event" in found:
        os.kill(os.getpid(), signal.SIGKILL)
    return found
migrations.rows = killed
open_again(Path(sys.argv[1]))
"""
OLD = Path(__file__).parent / "data/schema-1.0.alongside"


@pytest.fixture
def old(tmp_path):
    """A notebook of form 1.0."""
    return Path(shutil.copy(OLD, tmp_path / "Our notebook.alongside"))


def version(path):
    engine = cipher.open_engine(path, KEY)
    try:
        with engine.connect() as connection:
            return migrations.version_of(connection)
    finally:
        engine.dispose()


def names(path):
    return sorted(each.name for each in path.parent.iterdir())


def next_step(monkeypatch, *statements):
    step = Step(migrations.STEPS[-1].version + 1, statements)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    monkeypatch.setattr(migrations.migrate, "__kwdefaults__", {"steps": migrations.STEPS})
    monkeypatch.setattr(migrations.pending, "__defaults__", (migrations.STEPS,))


def test_the_copy_is_the_notebook_as_it_was_and_opens_with_its_key(old, monkeypatch):
    monkeypatch.setattr(verify, "problems", lambda _: ("An old fault.",))
    open_again(old).close()
    copy = upgrade.copy_of(old)
    assert names(old) == [old.name, f"{old.name}.before-4.1"]
    assert (version(copy), version(old)) == (migrations.MINORS, migrations.STEPS[-1].version)
    monkeypatch.undo()
    again = open_again(copy)
    assert [each.body.preferred_name for each in people.everyone(again)] == ["Ann Obi", "Halina"]
    assert again.check() == ()
    again.close()


def test_the_copy_shows_nothing_without_the_key(old, monkeypatch):
    monkeypatch.setattr(verify, "problems", lambda _: ("An old fault.",))
    open_again(old).close()
    data = upgrade.copy_of(old).read_bytes()
    for trace in (b"SQLite format", b"Halina", b"BLUE mug", KEY):
        assert trace not in data


def test_the_copy_is_removed_when_the_new_form_was_checked(old):
    open_again(old).close()
    assert names(old) == [old.name]
    before = old.read_bytes()
    open_again(old).close()  # nothing is left to do, nothing is copied
    assert old.read_bytes() == before


def test_a_step_that_fails_leaves_the_old_form_and_the_copy(old, monkeypatch):
    next_step(monkeypatch, "CREATE TABLE more (x)", "CREATE TABLE more (x)")
    with pytest.raises(DBAPIError):
        open_again(old)
    assert names(old) == [old.name, upgrade.copy_of(old).name]
    assert version(upgrade.copy_of(old)) == migrations.MINORS
    monkeypatch.undo()
    again = open_again(old)
    assert again.check() == ()
    again.close()


@pytest.mark.parametrize("statement", ["DELETE FROM media", "DROP TABLE unfinished"])
def test_a_step_that_loses_rows_is_taken_back(old, monkeypatch, statement):
    next_step(monkeypatch, statement)
    with pytest.raises(NotANotebookError):
        open_again(old)
    engine = cipher.open_engine(old, KEY)
    with engine.connect() as connection:
        rows = migrations.rows(connection)
    engine.dispose()
    assert (rows["media"], rows["unfinished"]) == (1, 1)


def test_without_room_for_the_copy_nothing_is_changed(old, monkeypatch):
    before = old.read_bytes()
    opened = cipher.open_engine

    def small(path, key, **more):
        engine = opened(path, key, **more)
        if more.get("make"):
            with engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA max_page_count = 4")
        return engine

    monkeypatch.setattr(cipher, "open_engine", small)
    with pytest.raises(CannotWriteError):
        open_again(old)
    assert names(old) == [old.name]
    assert old.read_bytes() == before


def test_a_disk_that_is_full_in_the_middle_leaves_the_old_form_and_the_copy(old, monkeypatch):
    copied = upgrade._copy

    def then_full(path, engine, **more):
        copied(path, engine, **more)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")

    monkeypatch.setattr(upgrade, "_copy", then_full)
    with pytest.raises(CannotWriteError, match="disk is full"):
        open_again(old)
    monkeypatch.undo()
    assert (version(old), version(upgrade.copy_of(old))) == (migrations.MINORS,) * 2
    open_again(old).close()
    assert names(old) == [old.name]


def test_killed_in_the_middle_it_is_as_it_was_and_goes_through_the_next_time(old):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(old)], check=False, cwd=ROOT)
    assert killed.returncode != 0
    assert version(upgrade.copy_of(old)) == migrations.MINORS
    again = open_again(old)
    assert again.check() == ()
    assert [each.body.preferred_name for each in people.everyone(again)] == ["Ann Obi", "Halina"]
    again.close()
    assert names(old) == [old.name]


def test_a_copy_that_is_not_like_the_notebook_is_no_copy(old, monkeypatch):
    monkeypatch.setattr(upgrade, "_copy_pages", lambda *_, **__: None)
    with pytest.raises(NotANotebookError):
        open_again(old)
    assert names(old) == [old.name]
    assert version(old) == migrations.MINORS


def test_a_damaged_notebook_of_an_older_form_is_left_as_it_is(old):
    data = bytearray(old.read_bytes())
    data[len(data) - 2_000] ^= 1
    old.write_bytes(data)
    with pytest.raises(NotANotebookError, match="damaged"):
        open_again(old)
    assert old.read_bytes() == data
    assert names(old) == [old.name]


def test_what_an_interrupted_change_left_behind_is_replaced(old):
    copy = upgrade.copy_of(old)
    copy.write_bytes(b"half")
    files.beside(copy).write_bytes(b"half")
    open_again(old).close()
    assert not copy.exists()
