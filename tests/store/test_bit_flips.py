"""One bit of a file turned over, in 100 random places: it is found and said, and never believed."""

import contextlib
import functools
import random
import shutil
from pathlib import Path

import pytest

from app.model.errors import AlongsideError, NotANotebookError
from app.model.kinds import KINDS
from app.model.statement import Statement
from app.store.keyfile import key_file_of
from app.store.opening import create, open_with_secret
from app.usecases import events, undo
from tests.helpers.notebooks import PIN, add_person, add_statement, open_again

STORED = Path(__file__).parent / "data/schema-2.0.alongside"
PLACES = 100


@pytest.fixture
def stored(tmp_path):
    """A notebook with two people, talks, sentences, a photo, typing, actions and events in it."""
    return Path(shutil.copy(STORED, tmp_path / "Our notebook.alongside"))


def spoilt(path, seed):
    """Have one bit of the file turned over at each of 100 places, and then put back."""
    whole, chance = path.read_bytes(), random.Random(seed)
    for _ in range(PLACES):
        place = chance.randrange(len(whole))
        data = bytearray(whole)
        data[place] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        yield place
    path.write_bytes(whole)


def questions(notebook):
    """Everything that a screen may ask of this notebook, as functions of an open one."""
    with notebook.unit_of_work() as work:
        found = {kind: work.records.find(KINDS[kind], withdrawn=True) for kind in KINDS}
    asked = {"events": events.read}
    for kind, records in found.items():
        asked[kind] = functools.partial(_find, KINDS[kind])
        for each in records:
            asked[each.id] = functools.partial(_record, each.id, KINDS[kind])
    for person in found["person"]:
        asked[f"undo {person.id}"] = functools.partial(undo.next_undo, person=person.id)
        asked[f"search {person.id}"] = functools.partial(_search, person.id)
        asked[f"photo {person.id}"] = functools.partial(_photo, person.body.photo or "")
    for session in found["session"]:
        asked[f"typing {session.id}"] = functools.partial(_typing, session.id)
    return asked


def _find(kind, notebook):
    with notebook.unit_of_work() as work:
        return work.records.find(kind)


def _record(record, kind, notebook):
    with notebook.unit_of_work() as work:
        return work.records.get(record, kind), work.records.history(record)


def _search(person, notebook):
    with notebook.unit_of_work() as work:
        return work.records.search("te mug", person=person), work.records.search("p", person=person)


def _photo(ref, notebook):
    with notebook.unit_of_work() as work:
        return work.media.get(ref)


def _typing(session, notebook):
    with notebook.unit_of_work() as work:
        return work.unfinished.get(session=session, moment="mood")


def answers(notebook, asked):
    """The answers that are given at all; the others are refused with a sentence."""
    given = {}
    for name, ask in asked.items():
        with contextlib.suppress(AlongsideError):
            given[name] = ask(notebook)
    return given


@pytest.mark.slow
def test_in_a_notebook_it_is_said_and_what_can_still_be_read_is_true(stored):
    notebook = open_again(stored)
    asked = questions(notebook)
    truth = answers(notebook, asked)
    assert truth.keys() == asked.keys()
    notebook.close()
    read = 0
    for place in spoilt(stored, seed=7):
        try:
            notebook = open_again(stored)
        except NotANotebookError:
            continue
        given = answers(notebook, asked)
        assert given.items() <= truth.items(), place
        assert notebook.check(), place
        notebook.close()
        read += len(given)
    assert read > PLACES
    notebook = open_again(stored)
    assert notebook.check() == ()
    assert answers(notebook, asked) == truth
    notebook.close()


@pytest.mark.slow
def test_in_the_journal_that_a_crash_left_no_word_becomes_another(notebook, joe, tmp_path):
    words = [f"Sentence {number}" for number in range(20)]
    for each in words:
        add_statement(notebook, joe, each)
    crashed = tmp_path / "crashed" / notebook.path.name
    crashed.parent.mkdir()
    journal = crashed.with_name(crashed.name + "-wal")
    shutil.copy(notebook.path.with_name(journal.name), journal)
    there = set()
    for place in spoilt(journal, seed=11):
        shutil.copy(notebook.path, crashed)
        try:
            again = open_again(crashed)
        except NotANotebookError:
            continue
        with again.unit_of_work() as work:
            said = [each.body.original for each in work.records.find(Statement)]
        assert said == words[: len(said)], place
        assert again.check() == (), place
        again.close()
        there.add(len(said))
    assert len(there) > 10


def test_in_the_key_file_it_opens_as_before_or_not_at_all(path, device):
    notebook = create(path, worker_name="Ana", secret=PIN, kind="pin", device=device)
    joe = add_person(notebook).id
    tea = add_statement(notebook, joe, "Tea for two")
    notebook.close()
    refused = 0
    for place in spoilt(key_file_of(path), seed=13):
        try:
            again = open_with_secret(path, secret=PIN, device=device)
        except AlongsideError:
            refused += 1
            continue
        assert again.worker == notebook.worker, place
        with again.unit_of_work() as work:
            assert work.records.get(tea.id, Statement) == tea, place
        again.close()
    assert refused > PLACES // 2
