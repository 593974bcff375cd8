import os
from pathlib import Path

import msgspec
import pytest

from app.model.errors import CannotWriteError, NotAllowedError, NotFoundError
from app.model.person import Person
from app.usecases import people, printing

from .conftest import Home


def test_r7_a_copy_for_somebody_else_needs_a_sharing_choice(home: Home) -> None:
    ann = people.person(home.notebook, person=home.person)
    with pytest.raises(NotAllowedError) as blocked:
        printing.own_copy(home.notebook, ann, for_whom="Mum")
    assert "Ann Obi has not chosen to share this plan with Mum" in str(blocked.value)


def test_r7_the_persons_own_copy_is_always_theirs(home: Home) -> None:
    with home.notebook.unit_of_work() as work:
        ann = work.records.get(home.person, Person)
        named = msgspec.structs.replace(ann.body, legal_name="Ann Mary Obi")
        ann = work.records.revise(home.person, named, by=home.by)
    for name in ("", "ann  obi", "Ann Mary Obi"):
        assert printing.own_copy(home.notebook, ann, for_whom=name) == "Ann Obi"


@pytest.mark.parametrize("name", ["Ann Obi", " ann  obi"])
def test_r7_somebody_who_is_called_like_the_person_is_not_taken_for_them(
    home: Home, name: str
) -> None:
    father = people.add_supporter(
        home.notebook, person=home.person, name="Ann Obi", role="family", by=home.by
    ).last("supporter")
    ann = people.person(home.notebook, person=home.person)
    with pytest.raises(NotFoundError, match=f"use an id: {home.person}, {father}"):
        printing.is_the_person(home.notebook, ann, name)
    assert printing.is_the_person(home.notebook, ann, home.person)
    assert printing.is_the_person(home.notebook, ann, "")
    assert not printing.is_the_person(home.notebook, ann, father)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    to = tmp_path / "plan.pdf"
    printing.write_file(to, b"old")
    printing.write_file(to, b"new")
    assert to.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [to]


def test_a_file_that_cannot_be_finished_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "plan.pdf"
    printing.write_file(to, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWriteError):
        printing.write_file(to, b"new")
    assert to.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [to]


def test_where_no_file_can_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for to in (tmp_path, tmp_path / "nowhere" / "a.pdf", tmp_path / "file" / "a.pdf"):
        with pytest.raises(CannotWriteError):
            printing.write_file(to, b"x")
    with pytest.raises(CannotWriteError):
        printing.write_file(tmp_path / ("a" * 300), b"x")
