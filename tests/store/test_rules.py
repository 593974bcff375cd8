"""The rules of the house that storage has to keep."""

import pytest
from sqlalchemy.exc import DBAPIError

from tests.helpers.notebooks import BY, add_statement, statement


def test_r5_first_words_are_never_overwritten(notebook, joe):
    said = add_statement(notebook, joe, "i dont want no peas")
    with notebook.unit_of_work() as work:
        for words in ("I do not want peas.", "No peas."):
            work.records.revise(said.id, statement(joe, words), by=BY)
        work.commit()
    notebook.rebuild()
    with notebook.unit_of_work() as work:
        first = work.records.history(said.id)[0]
    assert (first.body.original, first.by) == ("i dont want no peas", BY)


def test_a_revision_cannot_be_changed_even_by_a_mistake_of_ours(notebook, joe):
    with notebook._engine.connect() as connection, pytest.raises(DBAPIError, match="never changed"):
        connection.exec_driver_sql("UPDATE revision SET by = 'somebody else'")
