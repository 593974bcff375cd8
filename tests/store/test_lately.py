"""What was found lately is not read again, and never is behind what stands in the file."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given, settings

from app.model.ids import RecordId
from app.model.person import Person
from app.model.statement import Statement
from app.store import cipher, lately, records
from app.store.lately import Lately
from app.store.notebook import NotebookFile
from tests.helpers.notebooks import BY, KEY, add_person, add_statement, make_notebook
from tests.helpers.notebooks import statement as sentence


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many rows were read so far."""
    read = []
    from_row = records._from_row
    monkeypatch.setattr(records, "_from_row", lambda row: read.append(1) or from_row(row))
    return lambda: len(read)


def said_by(notebook: NotebookFile, person: RecordId) -> list[str]:
    with notebook.unit_of_work() as work:
        return [each.body.original for each in work.records.find(Statement, person=person)]


def test_the_same_question_reads_the_notebook_once(notebook, joe, reads):
    add_statement(notebook, joe, "Tea")
    assert said_by(notebook, joe) == ["Tea"]
    before = reads()
    assert said_by(notebook, joe) == ["Tea"]
    assert reads() == before


def test_what_another_connection_writes_is_found(notebook, joe):
    add_statement(notebook, joe, "Tea")
    assert said_by(notebook, joe) == ["Tea"]
    # Not through the one writer: whatever reaches the file counts.
    with contextlib.closing(cipher.open_connection(notebook.path, KEY, mode="rw")) as other:
        other.execute("UPDATE current SET withdrawn = 1 WHERE kind = 'statement'")
        other.commit()
    assert said_by(notebook, joe) == []


def test_what_was_not_committed_is_not_lately(notebook, joe):
    with notebook.unit_of_work() as work:
        work.records.add(sentence(joe, "Never said"), by=BY)
        assert len(work.records.find(Statement, person=joe)) == 1
    assert said_by(notebook, joe) == []


def test_somebody_erased_is_not_lately(notebook, joe):
    add_statement(notebook, joe, "Tea")
    assert said_by(notebook, joe) == ["Tea"]
    notebook.erase(joe)
    assert said_by(notebook, joe) == []


def test_not_more_is_held_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr(lately, "MOST", 6)
    held = Lately()
    for number in range(50):
        held.find("statement", number, read=lambda: ("one", "two"))  # type: ignore[arg-type]
        held.find("person", number, read=tuple)
    assert len(held._found) <= 6
    assert held._held == sum(1 + len(each) for each in held._found.values()) <= 6
    held.forget("statement")
    assert held._held == len(held._found)


ACTIONS = st.sampled_from(["say", "change", "hide", "meet", "fail", "rebuild", "look", "look all"])


@settings(max_examples=40, deadline=None)
@given(actions=st.lists(ACTIONS, max_size=25))
def test_it_is_found_as_if_nothing_was_lately(
    tmp_path_factory: pytest.TempPathFactory, actions: list[str]
) -> None:
    folder: Path = tmp_path_factory.mktemp("lately")
    notebook = make_notebook(folder / "Ours.alongside")
    joe = add_person(notebook, "Joe").id
    try:
        for number, action in enumerate(actions):
            _act(notebook, joe, action, f"Words {number}")
            assert _all_found(notebook, joe) == _all_found(notebook, joe, afresh=True)
    finally:
        notebook.close()


def _act(notebook: NotebookFile, joe: RecordId, action: str, words: str) -> None:
    if action == "rebuild":
        notebook.rebuild()
        return
    with notebook.unit_of_work() as work:
        everything = work.records.find(Statement, person=joe, withdrawn=action == "look all")
        if action in {"say", "fail"}:
            work.records.add(sentence(joe, words), by=BY)
        elif action == "meet":
            work.records.add(Person(preferred_name=words), by=BY)
        elif action in {"change", "hide"} and everything:
            first = everything[0]
            body = msgspec.structs.replace(first.body, original=words)
            work.records.revise(first.id, body, by=BY, withdrawn=action == "hide")
            work.records.find(Statement, person=joe)
        if action != "fail":
            work.commit()


def _all_found(notebook: NotebookFile, joe: RecordId, *, afresh: bool = False) -> object:
    with notebook.unit_of_work() as work:
        if afresh:
            work.records._lately.forget_all()
        return (
            work.records.find(Statement, person=joe),
            work.records.find(Statement, person=joe, withdrawn=True),
            work.records.find(Person),
        )
