"""Updating loses nothing: today's program and notebooks of every form, opened as people open them.

What each stored notebook holds, row by row, is the business of ``tests/store/test_stored.py``.
"""

import datetime
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.bootstrap import House
from app.model.errors import NewerVersionError
from app.model.kinds import KINDS
from app.model.wording import SourceWording
from app.store import backup_file, cipher, migrations
from app.store.backup_file import Label
from app.store.keyfile import key_file_of
from app.usecases import people
from tests.helpers.commands import Run, refused
from tests.helpers.notebooks import KEY, PIN, key_file_for

DATA = Path(__file__).parent / "store" / "data"
STORED = sorted(DATA.glob("schema-*.alongside"))
OLDER = STORED[:-1]


@pytest.fixture
def house(tmp_path: Path) -> House:
    """The program."""
    return House(tmp_path / "home", tmp_path)


def with_keys(house: House, stored: Path) -> Path:
    """A stored notebook with a key file that a PIN opens here."""
    path = house.notebooks_folder / "Ours.alongside"
    shutil.copy(stored, path)
    key_file_of(path).write_bytes(key_file_for(identity(path), house.device))
    return path


def identity(path: Path) -> str:
    return str(one(path, "SELECT value FROM about WHERE name = 'id'"))


def one(path: Path, statement: str) -> object:
    """What one statement gives, past the program."""
    engine = cipher.open_engine(path, KEY)
    try:
        with engine.begin() as connection:
            found = connection.exec_driver_sql(statement)
            return found.scalar() if found.returns_rows else None
    finally:
        engine.dispose()


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_a_notebook_of_every_form_opens_with_its_pin_and_has_everybody_in_it(
    house: House, stored: Path
) -> None:
    path = with_keys(house, stored)
    for _ in range(2):
        notebook = house.open_notebook(path, secret=PIN)
        names = [each.body.preferred_name for each in people.everyone(notebook)]
        assert (sorted(names), notebook.check()) == (["Ann Obi", "Halina"], ())
        notebook.close()
    assert one(path, "PRAGMA user_version") == migrations.STEPS[-1].version


@pytest.fixture(params=OLDER, ids=lambda path: path.stem)
def backup(request: pytest.FixtureRequest, house: House, tmp_path: Path) -> Path:
    """A backup of a notebook of an older form, as the program of that time made it."""
    notebook = with_keys(house, request.param)
    data = notebook.read_bytes()
    label = Label(
        version=1,
        notebook=identity(notebook),
        made_at=datetime.datetime(2026, 4, 18, tzinfo=datetime.UTC),
        form=int(str(one(notebook, "PRAGMA user_version"))),
        size=len(data),
        sha256=hashlib.sha256(data).digest(),
        key_file=key_file_of(notebook).read_bytes(),
    )
    file = tmp_path / f"then{backup_file.SUFFIX}"
    with file.open("wb") as made:
        made.write(data)
        backup_file.finish(made, label.sealed(KEY))
    return file


def test_a_backup_of_every_older_form_is_looked_into_without_being_changed(
    house: House, backup: Path
) -> None:
    before = backup.read_bytes()
    looked = house.look_into(backup, secret=PIN)
    assert {each.body.preferred_name for each in people.everyone(looked)} == {"Ann Obi", "Halina"}
    looked.close()
    assert backup.read_bytes() == before


def test_a_backup_of_every_older_form_is_a_whole_notebook_again(
    house: House, backup: Path, tmp_path: Path
) -> None:
    again = house.restore(backup, tmp_path / "Again.alongside", secret=PIN)
    assert (len(people.everyone(again)), again.check()) == (2, ())
    again.close()
    assert one(again.path, "PRAGMA user_version") == migrations.STEPS[-1].version


NEWER = {
    "another form": f"PRAGMA user_version = {migrations.STEPS[-1].version + migrations.MINORS}",
    "another kind of record": "UPDATE current SET kind = 'poem' WHERE kind = 'statement'",
}


@pytest.mark.parametrize("change", NEWER.values(), ids=NEWER.keys())
def test_a_notebook_of_a_newer_program_is_refused_plainly_and_left_as_it_is(
    house: House, change: str, tmp_path: Path
) -> None:
    path = with_keys(house, STORED[-1])
    one(path, change)
    before = path.read_bytes(), key_file_of(path).read_bytes()
    for read_only in (False, True):
        with pytest.raises(NewerVersionError) as refusal:
            house.open_notebook(path, secret=PIN, read_only=read_only)
        assert refusal.value.said(SourceWording()) == (
            "Ours.alongside was made by a newer Alongside. Please update this one."
        )
    assert (path.read_bytes(), key_file_of(path).read_bytes()) == before
    assert {each.name for each in tmp_path.iterdir()} == {"home", path.name, f"{path.name}.keys"}


def test_a_command_refuses_it_in_one_line(house: House, run: Run) -> None:
    path = with_keys(house, STORED[-1])
    one(path, NEWER["another form"])
    assert "newer Alongside" in refused(run("people", str(path), pin=PIN))


def test_what_records_hold_is_known_by_the_form_of_the_file() -> None:
    """An older program takes a field it does not know for damage, so the form has to say so.

    Whoever changes a record adds a step of a new major version to ``migrations.STEPS`` (without
    statements, if the tables stay), stores a notebook of it, and writes its digest here. Until a
    first version was handed on, a new digest is enough.
    """
    known = json.loads((DATA / "bodies.json").read_text("utf-8"))
    form = "{}.{}".format(*divmod(migrations.STEPS[-1].version, migrations.MINORS))
    assert {"form": form, "sha256": digest_of_bodies()} == known


def digest_of_bodies() -> str:
    """Of every field of every kind of record, without what is only explained."""
    _, parts = msgspec.json.schema_components(KINDS.values())
    bare = json.dumps(without_words({**parts, "kinds": sorted(KINDS)}), sort_keys=True)
    return hashlib.sha256(bare.encode()).hexdigest()


def without_words(value: Any) -> Any:
    if isinstance(value, dict):
        told = {"description"} if isinstance(value.get("description"), str) else set()
        return {name: without_words(each) for name, each in value.items() if name not in told}
    return [without_words(each) for each in value] if isinstance(value, list) else value
