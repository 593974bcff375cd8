import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError

from app.model.errors import NotANotebookError
from app.store import migrations, schema
from app.store.migrations import MINORS, STEPS, Step
from tests.helpers.notebooks import add_statement

NEXT = STEPS[-1].version + 1


def take(notebook, *statements):
    step = Step(version=NEXT, statements=statements)
    migrations.migrate(notebook._engine, name="n", steps=(*STEPS, step))


def state(notebook):
    with notebook._engine.connect() as connection:
        return migrations.version_of(connection), set(inspect(connection).get_table_names())


def test_the_steps_only_go_up():
    versions = [step.version for step in STEPS]
    assert versions == sorted(set(versions))
    assert versions[0] == MINORS


def test_the_tables_are_what_statements_are_built_from(notebook):
    with notebook._engine.connect() as connection:
        found = inspect(connection)
        for table in schema.metadata.sorted_tables:
            columns = {
                c["name"]: (str(c["type"]), c["nullable"]) for c in found.get_columns(table.name)
            }
            keys = found.get_pk_constraint(table.name)["constrained_columns"]
            assert set(columns) == set(table.columns.keys())
            assert keys == table.primary_key.columns.keys()
            for column in table.columns:
                kind, nullable = columns[column.name]
                assert kind == str(column.type)
                assert column.primary_key or nullable == column.nullable


def test_a_step_and_its_mark_are_made_together(notebook):
    take(notebook, "CREATE TABLE later (x TEXT)")
    version, tables = state(notebook)
    assert version == NEXT
    assert "later" in tables
    take(notebook, "CREATE TABLE later (x TEXT)")  # is not pending any more


def test_a_step_that_fails_leaves_the_file_as_it_was(notebook):
    before = state(notebook)
    with pytest.raises(DBAPIError):
        take(notebook, "CREATE TABLE later (x TEXT)", "CREATE TABLE later (x TEXT)")
    assert state(notebook) == before
    assert migrations.pending(before[0], (*STEPS, Step(NEXT, ()))) == (Step(NEXT, ()),)


def test_a_table_made_anew_does_not_take_with_it_what_refers_to_it(notebook, joe):
    add_statement(notebook, joe, "Tea")
    with notebook._engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql(
            "CREATE TABLE child (id REFERENCES parent (id) ON DELETE CASCADE)"
        )
        connection.exec_driver_sql("INSERT INTO parent VALUES (1)")
        connection.exec_driver_sql("INSERT INTO child VALUES (1)")
    take(
        notebook,
        "CREATE TABLE made_anew (id INTEGER PRIMARY KEY, more TEXT)",
        "INSERT INTO made_anew (id) SELECT id FROM parent",
        "DROP TABLE parent",
        "ALTER TABLE made_anew RENAME TO parent",
    )
    with notebook._engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM child").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_step_that_leaves_references_to_nothing_is_taken_back(notebook, joe):
    before = state(notebook)
    with pytest.raises(NotANotebookError):
        take(notebook, "DELETE FROM revision")
    assert state(notebook) == before
    assert notebook.check() == ()
