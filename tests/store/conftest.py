import pytest

from app.store.device import Device
from tests.helpers.notebooks import add_person, make_notebook


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Our notebook.alongside"


@pytest.fixture
def notebook(path):
    """An empty notebook with a known key."""
    made = make_notebook(path)
    yield made
    made.close()


@pytest.fixture
def joe(notebook):
    """A person in the notebook."""
    return add_person(notebook, "Joe").id


@pytest.fixture
def device():
    return Device(name="laptop", secret=b"L" * 32)


@pytest.fixture
def other_device():
    return Device(name="other laptop", secret=b"O" * 32)
