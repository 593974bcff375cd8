"""The store gives the use cases what they ask for, without knowing them."""

import inspect

import pytest

from app.store.actions import NotebookActions
from app.store.events import NotebookEvents
from app.store.facts import NotebookFacts
from app.store.media import NotebookMedia
from app.store.notebook import NotebookFile
from app.store.picture_sets import NotebookPictureSets
from app.store.records import NotebookRecords
from app.store.unfinished import NotebookUnfinished
from app.store.unit_of_work import NotebookUnitOfWork
from app.usecases import ports

PAIRS = [
    (ports.Records, NotebookRecords),
    (ports.Media, NotebookMedia),
    (ports.PictureSets, NotebookPictureSets),
    (ports.Unfinished, NotebookUnfinished),
    (ports.Actions, NotebookActions),
    (ports.Events, NotebookEvents),
    (ports.Facts, NotebookFacts),
    (ports.UnitOfWork, NotebookUnitOfWork),
    (ports.Notebook, NotebookFile),
]


def typed(notebook: NotebookFile) -> ports.Notebook:
    """For the type checker: a notebook file is what use cases call a notebook."""
    return notebook


@pytest.mark.parametrize(("port", "made"), PAIRS, ids=lambda each: each.__name__)
def test_what_a_port_asks_for_is_there_in_the_same_form(port, made):
    asked = {name for name in vars(port) if not name.startswith("_")}
    assert asked
    for name in asked:
        wanted, given = inspect.getattr_static(port, name), inspect.getattr_static(made, name)
        assert type(wanted) is type(given), name
        if inspect.isfunction(wanted):
            assert form(wanted) == form(given), name


def form(function):
    """Names, kinds and defaults of what a function takes."""
    return [(p.name, p.kind, p.default) for p in inspect.signature(function).parameters.values()]
