import datetime

import msgspec
import pytest

from app.model.change import Touched
from app.model.errors import NotFoundError
from app.model.ids import RecordId, made_at
from app.model.person import Person, Supporter
from app.model.session import Session
from app.model.statement import Statement
from tests.helpers.notebooks import BY, add_person, add_statement, open_again, statement

NOON = datetime.datetime(2026, 3, 4, 12, 0, 0, 123456, tzinfo=datetime.UTC)


def test_a_record_comes_back_as_it_was_written(notebook, joe):
    with notebook.unit_of_work() as work:
        said = work.records.add(statement(joe, "I like \"jam\"\n— und 'Öl'"), by=BY, at=NOON)
        work.commit()
    with notebook.unit_of_work() as work:
        assert work.records.get(said.id, Statement) == said
    assert (said.created_at, said.changed_at, said.created_by) == (NOON, NOON, BY)
    assert (said.version, said.others, said.withdrawn) == (1, (), False)


def test_a_record_comes_back_after_the_notebook_was_closed(notebook, joe):
    said = add_statement(notebook, joe, "Tea, not coffee")
    notebook.close()
    again = open_again(notebook.path)
    with again.unit_of_work() as work:
        assert work.records.get(said.id, Statement) == said
    again.close()


def test_what_is_given_back_is_what_will_be_read(notebook, joe):
    with notebook.unit_of_work() as work:
        said = work.records.add(statement(joe, "Tea", audience=["TEAM"]), by=BY)
        assert said == work.records.get(said.id, Statement)
        assert said.body.audience == ("TEAM",)


def test_a_time_in_another_zone_is_kept_in_utc(notebook, joe):
    summer = datetime.timezone(datetime.timedelta(hours=1))
    with notebook.unit_of_work() as work:
        said = work.records.add(statement(joe, "Now"), by=BY, at=NOON.astimezone(summer))
        assert work.records.get(said.id, Statement).created_at == NOON
        assert said.created_at.tzinfo is datetime.UTC


def test_a_time_without_a_zone_is_refused(notebook, joe):
    with notebook.unit_of_work() as work, pytest.raises(ValueError, match="zone"):
        work.records.add(statement(joe, "Now"), by=BY, at=NOON.replace(tzinfo=None))


def test_a_record_can_bring_its_identifier_but_not_twice(notebook):
    mine = RecordId("person-from-a-plan-file")
    with notebook.unit_of_work() as work:
        assert work.records.add(Person(preferred_name="Joe"), by=BY, record=mine).id == mine
        with pytest.raises(ValueError, match="already"):
            work.records.add(Person(preferred_name="Jo"), by=BY, record=mine)


def test_a_body_with_a_wrong_field_is_never_written(notebook, joe):
    wrong = msgspec.structs.replace(statement(joe, "Tea"), voice="somebody")
    with notebook.unit_of_work() as work, pytest.raises(msgspec.ValidationError):
        work.records.add(wrong, by=BY)


def test_only_a_record_of_the_kind_asked_for_is_given(notebook, joe):
    with notebook.unit_of_work() as work:
        assert work.records.get(joe, Person).body.preferred_name == "Joe"
        for record, kind in ((joe, Statement), (RecordId("nobody"), Person)):
            with pytest.raises(NotFoundError):
                work.records.get(record, kind)


def test_what_is_not_there_cannot_be_revised(notebook, joe):
    with notebook.unit_of_work() as work:
        with pytest.raises(NotFoundError):
            work.records.revise(RecordId("nothing"), statement(joe, "Tea"), by=BY)
        with pytest.raises(ValueError, match="cannot become"):
            work.records.revise(joe, statement(joe, "Tea"), by=BY)


def test_revising_counts_on_and_keeps_who_began(notebook, joe):
    said = add_statement(notebook, joe, "Tea")
    someone = RecordId("supporter-ben")
    with notebook.unit_of_work() as work:
        now = work.records.revise(said.id, statement(joe, "Green tea"), by=someone)
        work.commit()
    assert (now.version, now.body.original) == (2, "Green tea")
    assert (now.created_by, now.changed_by) == (BY, someone)
    assert now.created_at == said.created_at < now.changed_at


def test_history_gives_every_revision_the_first_first(notebook, joe):
    said = add_statement(notebook, joe, "Tea")
    with notebook.unit_of_work() as work:
        for words in ("Green tea", "Mint tea"):
            said = work.records.revise(said.id, statement(joe, words), by=BY)
        history = work.records.history(said.id)
    assert [each.body.original for each in history] == ["Tea", "Green tea", "Mint tea"]
    assert history[0].based_on == ()
    assert [each.based_on for each in history[1:]] == [(history[0].id,), (history[1].id,)]
    assert {each.device for each in history} == {"laptop"}


def test_two_revisions_of_the_same_one_are_a_difference_of_views(notebook, joe):
    tea = add_statement(notebook, joe, "Tea")
    with notebook.unit_of_work() as work:
        mint = work.records.revise(tea.id, statement(joe, "Mint"), by=BY)
        milk = work.records.revise(
            tea.id, statement(joe, "With milk"), by=BY, based_on=(tea.revision,)
        )
        work.commit()
    assert (milk.revision, milk.others, milk.version) == (milk.revision, (mint.revision,), 3)
    assert milk.body.original == "With milk"


def test_a_difference_of_views_is_settled_by_the_next_revision(notebook, joe):
    tea = add_statement(notebook, joe, "Tea")
    with notebook.unit_of_work() as work:
        mint = work.records.revise(tea.id, statement(joe, "Mint"), by=BY)
        milk = work.records.revise(tea.id, statement(joe, "Milk"), by=BY, based_on=(tea.revision,))
        settled = work.records.revise(tea.id, statement(joe, "Mint with milk"), by=BY)
        assert settled.others == ()
        assert set(work.records.history(tea.id)[-1].based_on) == {mint.revision, milk.revision}


def test_a_revision_cannot_be_based_on_another_record(notebook, joe):
    tea, jam = (add_statement(notebook, joe, words) for words in ("Tea", "Jam"))
    with notebook.unit_of_work() as work:
        for based_on in ((jam.revision,), ()):
            with pytest.raises(ValueError, match="same record"):
                work.records.revise(tea.id, statement(joe, "Milk"), by=BY, based_on=based_on)


def test_withdrawn_records_are_hidden_until_asked_for(notebook, joe):
    tea = add_statement(notebook, joe, "Tea")
    with notebook.unit_of_work() as work:
        work.records.revise(tea.id, tea.body, by=BY, withdrawn=True)
        assert work.records.find(Statement) == ()
        assert work.records.search("tea", person=joe) == ()
        assert [each.withdrawn for each in work.records.find(Statement, withdrawn=True)] == [True]
        assert work.records.get(tea.id, Statement).withdrawn
        work.records.revise(tea.id, tea.body, by=BY)
        assert len(work.records.find(Statement)) == 1


def test_records_are_found_in_the_order_of_their_first_writing(notebook, joe):
    tea, jam, toast = (add_statement(notebook, joe, words) for words in ("Tea", "Jam", "Toast"))
    with notebook.unit_of_work() as work:
        work.records.revise(tea.id, statement(joe, "Green tea"), by=BY)
        assert [each.id for each in work.records.find(Statement)] == [tea.id, jam.id, toast.id]


def test_records_are_found_by_person_section_and_session(notebook, joe):
    ann = add_person(notebook, "Ann").id
    talk = RecordId("talk")
    fish = add_statement(notebook, joe, "Fish")
    swim = add_statement(notebook, joe, "Swim", section="week", session=talk)
    add_statement(notebook, ann, "Soup")
    with notebook.unit_of_work() as work:
        find = work.records.find
        assert [each.id for each in find(Statement, person=joe)] == [fish.id, swim.id]
        assert [each.id for each in find(Statement, person=joe, section="week")] == [swim.id]
        assert [each.id for each in find(Statement, session=talk)] == [swim.id]
        assert len(find(Statement)) == 3
        assert [each.id for each in find(Person)] == [joe, ann]
        assert find(Supporter) == ()


def test_a_sentence_stays_with_the_session_it_was_said_in(notebook, joe):
    with notebook.unit_of_work() as work:
        talk = work.records.add(
            Session(person=joe, type="review", guide="review", started=NOON), by=BY
        )
        later = RecordId("a-later-talk")
        said = work.records.add(statement(joe, "Tea", session=talk.id), by=BY)
        said = work.records.revise(said.id, said.body, by=BY, session=later)
        assert said.session == talk.session == talk.id
        assert work.records.history(said.id)[-1].session == later


def test_the_change_lists_each_record_once_in_the_order_of_its_last_writing(notebook):
    with notebook.unit_of_work() as work:
        joe = work.records.add(Person(preferred_name="Joe"), by=BY)
        tea = work.records.add(statement(joe.id, "Tea"), by=BY)
        work.records.revise(joe.id, Person(preferred_name="Joseph"), by=BY)
        change = work.commit()
    assert change.touched == (
        Touched("statement", tea.id, joe.id),
        Touched("person", joe.id, joe.id),
    )


def test_only_those_first_written_since_then_are_found(notebook, joe):
    second = datetime.timedelta(seconds=1)
    with notebook.unit_of_work() as work:
        (person,) = work.records.find(Person)
        written = made_at(person.revision)
        assert [each.id for each in work.records.find(Person, since=written)] == [joe]
        assert [each.id for each in work.records.find(Person, since=written - second)] == [joe]
        assert work.records.find(Person, since=written + second) == ()
