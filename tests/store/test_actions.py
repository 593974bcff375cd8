"""What was done, by name, so that it can be undone."""

import pytest
from sqlalchemy.exc import DBAPIError

from app.model.person import Person
from app.store import actions
from tests.helpers.notebooks import BY, add_person, open_again, statement


def do(notebook, person, name, session=None, **more):
    with notebook.unit_of_work() as work:
        said = work.records.add(statement(person, "Tea"), by=BY)
        work.records.revise(said.id, statement(person, "Tea."), by=BY, session=session)
        work.commit(name, **more)
    return said.id


def next_undo(notebook, person):
    with notebook.unit_of_work() as work:
        return work.actions.next_undo(person=person)


def next_redo(notebook, person):
    with notebook.unit_of_work() as work:
        return work.actions.next_redo(person=person)


def test_a_commit_names_what_it_wrote(notebook, joe):
    said = do(notebook, joe, "sentence added", session="talk")
    action = next_undo(notebook, joe)
    assert (action.name, action.by, action.person) == ("sentence added", BY, joe)
    assert action.session == "talk"
    with notebook.unit_of_work() as work:
        history = work.records.history(said)
        assert work.actions.written(action.id) == history
        assert work.actions.of_record(said) == {each.id: action for each in history}


def test_a_commit_without_a_name_and_one_that_wrote_nothing_are_no_actions(notebook, joe):
    do(notebook, joe, "")
    with notebook.unit_of_work() as work:
        work.commit("sentence added")
    assert next_undo(notebook, joe) is None


def test_what_was_not_committed_is_no_action(notebook, joe):
    with notebook.unit_of_work() as work:
        work.records.add(statement(joe, "Tea"), by=BY)
    assert next_undo(notebook, joe) is None


def test_an_action_concerns_one_person(notebook, joe):
    ann = add_person(notebook, "Ann").id
    with notebook.unit_of_work() as work:
        for person in (joe, ann):
            work.records.add(statement(person, "Tea"), by=BY)
        with pytest.raises(ValueError, match="one person"):
            work.commit("sentence added")
    assert next_undo(notebook, ann) is None
    do(notebook, joe, "sentence added")
    assert next_undo(notebook, ann) is None


def test_they_are_known_after_a_restart(notebook, joe):
    do(notebook, joe, "one")
    do(notebook, joe, "two", undoes=next_undo(notebook, joe).id)
    notebook.close()
    again = open_again(notebook.path)
    assert next_undo(again, joe) is None
    assert next_redo(again, joe).name == "one"
    again.close()


def test_an_action_cannot_be_changed_even_by_a_mistake_of_ours(notebook, joe):
    do(notebook, joe, "sentence added")
    for change in ("action SET name = 'x'", "action_revision SET action = 'x'"):
        with (
            notebook._engine.connect() as connection,
            pytest.raises(DBAPIError, match="never changed"),
        ):
            connection.exec_driver_sql(f"UPDATE {change}")


@pytest.mark.parametrize("query", ["_NEXT_UNDO", "_NEXT_REDO"])
def test_what_to_undo_is_looked_up_in_an_index(notebook, query):
    with notebook._engine.connect() as connection:
        literal = str(
            getattr(actions, query)
            .params(whose="joe")
            .compile(connection, compile_kwargs={"literal_binds": True})
        )
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {literal}").mappings().all()
    steps = [row["detail"] for row in plan]
    assert not [each for each in steps if each.startswith("SCAN") or "TEMP B-TREE" in each], steps


def test_verify_finds_an_action_without_revisions(notebook, joe):
    do(notebook, joe, "sentence added")
    assert notebook.check() == ()
    with notebook._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM action_revision")
    assert any("refers to what is not there" in each for each in notebook.check())


@pytest.mark.parametrize(("person", "session"), [("nobody", None), (None, "lost")])
def test_verify_finds_an_action_of_nobody_or_of_no_session(notebook, joe, person, session):
    do(notebook, joe, "sentence added")
    with notebook._engine.begin() as connection:
        row = ("z", "n", "b", "2026", person or joe, session, None, None)
        connection.exec_driver_sql("INSERT INTO action VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    assert any("refers to what is not there" in each for each in notebook.check())


def test_verify_finds_an_action_that_undoes_another_persons(notebook, joe):
    ann = add_person(notebook, "Ann").id
    do(notebook, joe, "sentence added")
    do(notebook, ann, "sentence added", undoes=next_undo(notebook, joe).id)
    assert notebook.check()


def test_new_actions_sort_after_the_old_ones_though_the_clock_was_set_back(
    notebook, joe, monkeypatch
):
    do(notebook, joe, "one")
    notebook.close()
    monkeypatch.setattr("app.model.ids._last", 0)
    monkeypatch.setattr("app.model.ids.time.time_ns", lambda: 10**18)
    again = open_again(notebook.path)
    do(again, joe, "two")
    assert next_undo(again, joe).name == "two"
    with again.unit_of_work() as work:
        assert len(work.records.find(Person)) == 1
    again.close()
