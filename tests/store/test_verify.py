import pytest

from app.model.errors import NotANotebookError
from app.model.ids import RecordId
from app.model.statement import Statement
from tests.helpers.notebooks import add_statement


def damage(notebook, *statements):
    """Change the file's content as only a fault could: past every rule of the tables."""
    with notebook._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER revision_is_never_changed")
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_whole_notebook_has_no_problems(notebook, joe):
    assert notebook.check() == ()
    add_statement(notebook, joe, "Tea")
    assert notebook.check() == ()


def test_typing_belongs_to_a_talk_or_outside_of_one_to_a_person(notebook, joe):
    def keep(within):
        with notebook.unit_of_work() as work:
            work.unfinished.keep(session=within, moment="change:tea", words="I like te")
            work.commit()

    keep(joe)
    assert notebook.check() == ()
    keep(RecordId("lost"))
    assert any("refers to what is not there" in each for each in notebook.check())


def test_a_body_that_cannot_be_read_is_found_and_never_shown(notebook, joe):
    tea = add_statement(notebook, joe, "Tea for two")
    damage(
        notebook,
        "UPDATE revision SET body = x'7b7d' WHERE kind = 'statement'",
        "UPDATE current SET body = x'7b7d' WHERE kind = 'statement'",
    )
    problems = notebook.check()
    assert any("cannot be read" in each for each in problems)
    with notebook.unit_of_work() as work, pytest.raises(NotANotebookError, match="damaged"):
        work.records.get(tea.id, Statement)


def test_a_revision_based_on_nothing_known_is_found(notebook, joe):
    damage(notebook, "UPDATE revision SET based_on = '[\"lost\"]'")
    assert notebook.check()


def test_a_reference_to_nothing_is_found(notebook, joe):
    damage(
        notebook,
        "PRAGMA defer_foreign_keys = ON",
        "UPDATE current SET revision = first",
    )
    assert notebook.check() == ()
    driver = notebook._engine.raw_connection()
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("DROP TRIGGER current_body_changed")
    driver.execute("UPDATE current SET revision = 'lost'")
    driver.execute("PRAGMA foreign_keys = ON")
    driver.close()
    assert any("refers to what is not there" in each for each in notebook.check())
