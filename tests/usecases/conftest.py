"""A notebook in memory with one person, and the program's own data."""

import dataclasses
import datetime
from pathlib import Path

import pytest

from app.bootstrap import House
from app.model.ids import RecordId
from app.usecases import people
from tests.helpers.fake_notebook import FakeNotebook

NOW = datetime.datetime(2026, 3, 4, 9, 30, tzinfo=datetime.UTC)
TODAY = NOW.date()


@dataclasses.dataclass
class Home:
    """A notebook in which Ann lives, with Jo as her keyworker."""

    notebook: FakeNotebook
    person: RecordId
    by: RecordId


@pytest.fixture(scope="session")
def house() -> House:
    """The program's data; nothing of it is written."""
    nowhere = Path("/nonexistent")
    return House(nowhere, nowhere)


@pytest.fixture
def home() -> Home:
    return new_home()


def new_home() -> Home:
    """One for each try of a test that makes up what is done."""
    notebook = FakeNotebook()
    change = people.add_person(
        notebook,
        preferred_name=" Ann  Obi ",
        home_language="cy",
        worker="worker-1",
        worker_name="Jo",
        today=TODAY,
    )
    return Home(notebook, change.last("person"), change.last("supporter"))
