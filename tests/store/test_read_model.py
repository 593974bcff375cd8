import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, update

from app.model.person import Person
from app.model.statement import Statement
from app.store import read_model, schema
from tests.helpers.notebooks import BY, add_statement, make_notebook, statement

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "revise", "withdraw", "differ"]),
        st.integers(0, 1_000),
        st.text(alphabet="abc äżپ\n", max_size=8),
    ),
    max_size=25,
)


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory):
    made = make_notebook(tmp_path_factory.mktemp("read-model") / "n.alongside")
    yield made
    made.close()


def take(records, person, made, step):
    """Do one random thing to the records."""
    what, number, words = step
    body = statement(person, words or "x", section=f"s{number % 3}")
    if what == "add" or not made:
        made.append(records.add(body, by=BY).id)
        return
    which = made[number % len(made)]
    history = records.history(which)
    based_on = None
    if what == "differ":
        few = random.Random(number).sample(history, k=1 + number % min(3, len(history)))
        based_on = tuple(each.id for each in few)
    records.revise(which, body, by=BY, based_on=based_on, withdrawn=what == "withdraw")


def rows(connection):
    asked = select(*read_model.COLUMNS).order_by(schema.current.c.record)
    return connection.execute(asked).all()


@given(steps=STEPS)
def test_a_rebuild_changes_nothing(long_lived, steps):
    with long_lived.unit_of_work() as work:
        person = work.records.add(Person(preferred_name="Joe"), by=BY).id
        made = []
        for step in steps:
            take(work.records, person, made, step)
        connection = work._open()
        before, hits = rows(connection), work.records.search("a", person=person)
        assert read_model.agrees(connection)
        read_model.rebuild(connection)
        assert rows(connection) == before
        assert work.records.search("a", person=person) == hits
        connection.exec_driver_sql("INSERT INTO found (found, rank) VALUES ('integrity-check', 1)")


@given(steps=STEPS, seed=st.integers())
def test_the_order_in_which_revisions_arrive_does_not_matter(long_lived, steps, seed):
    with long_lived.unit_of_work() as work:
        person = work.records.add(Person(preferred_name="Joe"), by=BY).id
        made = []
        for step in steps:
            take(work.records, person, made, step)
        for record in made:
            history = list(work.records.history(record))
            was = read_model.standing(tuple(history))
            random.Random(seed).shuffle(history)
            assert read_model.standing(tuple(history)) == was


def test_a_spoilt_read_model_is_noticed_and_mended(notebook, joe):
    tea = add_statement(notebook, joe, "Tea")
    with notebook._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER found_changed")
        connection.execute(update(schema.current).values(words="coffee", person="nobody"))
    assert len(notebook.check()) == 2
    notebook.rebuild()
    assert notebook.check() == ()
    with notebook.unit_of_work() as work:
        assert [each.id for each in work.records.search("tea", person=joe)] == [tea.id]


def test_a_spoilt_body_in_the_lists_is_noticed_and_mended(notebook, joe):
    tea = add_statement(notebook, joe, "Tea")
    with notebook._engine.begin() as connection:
        connection.execute(update(schema.current).values(body=b"{}"))
    assert len(notebook.check()) == 1
    notebook.rebuild()
    assert notebook.check() == ()
    with notebook.unit_of_work() as work:
        assert work.records.get(tea.id, Statement) == tea


def test_what_an_older_program_writes_has_its_body_in_the_lists(notebook, joe):
    """One of form 2.0 writes every column of the lists but the body."""
    tea = add_statement(notebook, joe, "Tea")
    with notebook.unit_of_work() as work:
        coffee = work.records.revise(tea.id, statement(joe, "Coffee"), by=BY)
        work.commit()
    with notebook._engine.begin() as connection:
        row = connection.execute(select(*read_model.COLUMNS)).mappings().all()[-1]
        connection.execute(delete(schema.current).where(schema.current.c.record == tea.id))
        connection.execute(insert(schema.current), dict(row) | {"revision": tea.revision})
        connection.execute(
            update(schema.current)
            .where(schema.current.c.record == tea.id)
            .values(revision=coffee.revision)
        )
    assert notebook.check() == ()


def test_a_record_that_the_read_model_lost_is_noticed(notebook, joe):
    add_statement(notebook, joe, "Tea")
    with notebook._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM current")
    assert notebook.check()
    notebook.rebuild()
    assert notebook.check() == ()
