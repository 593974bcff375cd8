"""The made-up notebook of the benchmarks is what the program itself would have written."""

import pytest
from sqlalchemy import select

from app.store import migrations, schema
from tests.benchmarks.invented_notebook import (
    RECORDS_EACH,
    REVISIONS_EACH,
    SENTENCES_EACH,
    Story,
)
from tests.helpers.notebooks import make_notebook

PEOPLE = 10


def invented(path, *, people, seed=1):
    notebook = make_notebook(path)
    Story(people=people, seed=seed).write(notebook._engine)
    return notebook


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    notebook = invented(tmp_path_factory.mktemp("invented") / "n.alongside", people=PEOPLE)
    yield notebook
    notebook.close()


def revisions_of(notebook):
    with notebook._engine.connect() as connection:
        return connection.execute(select(schema.revision).order_by(schema.revision.c.id)).all()


def test_it_is_as_large_as_it_says(made):
    with made._engine.connect() as connection:
        rows = migrations.rows(connection)
        statements = select(schema.current).where(schema.current.c.kind == "statement")
        sentences = connection.execute(statements).all()
    assert rows["revision"] == PEOPLE * REVISIONS_EACH
    assert rows["current"] == PEOPLE * RECORDS_EACH
    assert len(sentences) == PEOPLE * SENTENCES_EACH


def test_it_is_whole_and_a_rebuild_changes_nothing(made):
    assert made.check() == ()
    assert made.rebuild()


def test_records_stand_in_the_order_in_which_they_were_written(made):
    with made._engine.connect() as connection:
        current = schema.current.c
        written = connection.execute(select(current.first).order_by(current.number)).scalars().all()
    assert written == sorted(written)


def test_the_same_seed_makes_the_same_notebook_and_another_seed_another(tmp_path):
    written = []
    for number, seed in enumerate((1, 1, 2)):
        notebook = invented(tmp_path / f"{number}.alongside", people=1, seed=seed)
        written.append(revisions_of(notebook))
        notebook.close()
    one, again, other = written
    assert again == one
    assert other != one
