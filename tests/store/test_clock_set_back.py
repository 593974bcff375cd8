"""The computer's clock is set back by a year: nothing changes its order, and work goes on."""

import datetime
import sys
import time
import types

import pytest

from app.bootstrap import House
from app.model import ids
from app.store import backup_file
from app.usecases import events, people, statements, undo
from tests.helpers.notebooks import PIN

YEAR = datetime.timedelta(days=365)
DAY = datetime.timedelta(days=1)


class Clock:
    """What the whole program takes for the time."""

    def __init__(self):
        self.set_by = datetime.timedelta()

    def now(self, tz=None):
        return datetime.datetime.now(tz) + self.set_by

    def time_ns(self):
        return time.time_ns() + int(self.set_by.total_seconds() * 10**9)


@pytest.fixture
def clock(monkeypatch):
    """A clock that can be set, in place of the computer's in every module of the program."""
    made = Clock()
    own = types.SimpleNamespace(now=made.now, fromisoformat=datetime.datetime.fromisoformat)
    dates = types.SimpleNamespace(**(vars(datetime) | {"datetime": own}))
    times = types.SimpleNamespace(**(vars(time) | {"time_ns": made.time_ns}))
    for name, module in list(sys.modules.items()):
        if name.startswith("app."):
            for known, other in (("datetime", dates), ("time", times)):
                if getattr(module, known, None) is sys.modules[known]:
                    monkeypatch.setattr(module, known, other)
    return made


@pytest.fixture
def house(tmp_path):
    return House(tmp_path / "home", tmp_path / "notebooks")


@pytest.fixture
def notebook(house):
    made = house.create_notebook(
        house.notebook_path("Our home"), worker_name="Jo", secret=PIN, kind="pin"
    )
    yield made
    made.close()


@pytest.fixture
def ann(notebook):
    """A person, and their keyworker."""
    change = people.add_person(
        notebook,
        preferred_name="Ann",
        home_language="cy",
        worker=notebook.worker.id,
        worker_name="Jo",
        today=datetime.date(2026, 4, 18),
    )
    return change.last("person"), change.last("supporter")


@pytest.fixture
def other_evening(house, notebook, monkeypatch):
    """Close the notebook, start the program anew, and open it again."""

    def opened():
        notebook.close()
        monkeypatch.setattr(ids, "_last", 0)
        return house.open_notebook(notebook.path, secret=PIN)

    return opened


def say(notebook, ann, words):
    person, by = ann
    given = {"lang": "cy", "section": "food", "kind": "preference", "voice": "own_spoken"}
    return statements.say(
        notebook,
        statements.Said(
            person=person,
            words=words,
            by=by,
            **given,
        ),
    ).last("statement")


def evening(notebook, ann, name):
    """A sentence, said, and said differently."""
    tea = say(notebook, ann, f"Tea {name}")
    statements.change_words(notebook, statement=tea, words=f"Hot tea {name}", by=ann[1])
    return tea


def written(notebook):
    """Every identifier that sorts by time, in the order in which it was written."""
    with notebook.unit_of_work() as work:
        rows = work._open().exec_driver_sql
        return [
            rows("SELECT id FROM revision ORDER BY rowid").scalars().all(),
            rows("SELECT id FROM action ORDER BY rowid").scalars().all(),
            rows("SELECT id FROM event ORDER BY rowid").scalars().all(),
        ]


@pytest.mark.parametrize("restarted", [True, False])
def test_history_undo_and_events_keep_their_order(clock, notebook, ann, other_evening, restarted):
    first = evening(notebook, ann, "now")
    clock.set_by = -YEAR
    again = other_evening() if restarted else notebook
    statements.change_words(again, statement=first, words="Cold tea", by=ann[1])
    second = evening(again, ann, "a year ago")
    with again.unit_of_work() as work:
        history = [each.body.original for each in work.records.history(first)]
        said = [each.id for each in work.records.find(statements.Statement)]
        latest = work.records.get(first, statements.Statement)
    assert history == ["Tea now", "Hot tea now", "Cold tea"]
    assert latest.body.original == "Cold tea"
    assert latest.changed_at < latest.created_at, "the clock is believed for what it is"
    assert said == [first, second]
    for each in written(again):
        assert each == sorted(each)
    assert [each.what for each in events.read(again)] == (
        ["opened", "closed", "opened"] if restarted else ["opened"]
    )
    assert again.check() == ()
    assert again.rebuild()
    again.close()


def test_undo_and_redo_reach_over_it_in_both_directions(clock, notebook, ann, other_evening):
    person, by = ann
    tea = evening(notebook, ann, "now")
    clock.set_by = -YEAR
    again = other_evening()
    statements.change_words(again, statement=tea, words="Cold tea", by=by)

    def words():
        with again.unit_of_work() as work:
            return work.records.get(tea, statements.Statement).body.original

    seen = [words()]
    for step in (undo.undo, undo.undo, undo.redo, undo.redo):
        step(again, person=person, by=by)
        seen.append(words())
    assert seen == ["Cold tea", "Hot tea now", "Tea now", "Hot tea now", "Cold tea"]
    assert undo.next_redo(again, person=person) is None
    clock.set_by = datetime.timedelta()
    undo.undo(again, person=person, by=by)
    assert words() == "Hot tea now"
    assert again.check() == ()
    again.close()


def test_each_backup_just_made_is_there_and_so_is_the_last_from_before(
    clock, house, notebook, ann, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    for day in range(-20, 1):
        clock.set_by = day * DAY
        before = house.backup(notebook, stick).file
    for day in range(20):
        clock.set_by = day * DAY - YEAR
        made = house.backup(notebook, stick)
        assert made.file.exists()
        assert before.exists()
        backup_file.copy_database(backup_file.read(made.file), None)
        assert house.last_backup(notebook.path) == made.at
    assert len(list(stick.iterdir())) < 20
