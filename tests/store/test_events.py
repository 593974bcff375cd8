"""What was done with the notebook itself: only added to, and without a word of a plan."""

import pytest
from sqlalchemy.exc import DBAPIError

from app.usecases import events
from tests.helpers.notebooks import WORKER, open_again


def whats(notebook, **more):
    return [each.what for each in events.read(notebook, **more)]


def test_an_event_says_what_was_done_by_whom_and_about_whom(notebook, joe):
    events.note(notebook, what="printed", person=joe, document="booklet", for_whom="person")
    (event,) = events.read(notebook)
    assert (event.what, event.document, event.for_whom) == ("printed", "booklet", "person")
    assert (event.worker, event.device, event.person) == (WORKER.id, "laptop", joe)
    assert event.at.tzinfo is not None


def test_they_can_be_read_for_one_person_alone(notebook, joe):
    events.note(notebook, what="backed_up", document="backup")
    events.note(notebook, what="exported", person=joe, document="plan_file")
    assert whats(notebook) == ["backed_up", "exported"]
    assert whats(notebook, person=joe) == ["exported"]
    assert whats(notebook, person="nobody") == []


def test_the_last_ones_and_those_before_them_can_be_read(notebook, joe):
    for document in ("booklet", "passport", "about_me", "plan_file"):
        events.note(notebook, what="printed", person=joe, document=document)
        events.note(notebook, what="backed_up")
    last = events.read(notebook, person=joe, latest=2)
    earlier = events.read(notebook, person=joe, before=last[0].id, latest=9)
    assert [each.document for each in earlier + last] == [
        "booklet", "passport", "about_me", "plan_file",
    ]  # fmt: skip
    assert earlier + last == events.read(notebook, person=joe)


@pytest.mark.parametrize(
    "words",
    [{"what": "Ann likes tea"}, {"document": "Ann's plan"}, {"for_whom": "Mum"}],
)
def test_words_are_refused(notebook, words):
    with pytest.raises(ValueError, match="never of words"):
        events.note(notebook, **({"what": "printed"} | words))
    assert events.read(notebook) == ()


def test_an_event_can_be_neither_changed_nor_removed(notebook):
    events.note(notebook, what="key_changed")
    for refused in ("UPDATE event SET what = 'opened'", "DELETE FROM event"):
        with notebook._engine.connect() as connection, pytest.raises(DBAPIError, match="never"):
            connection.exec_driver_sql(refused)
    assert whats(notebook) == ["key_changed"]


def test_opening_and_closing_are_noted(notebook):
    notebook.note_opening()
    notebook.close()
    again = open_again(notebook.path)
    assert whats(again) == ["opened", "closed"]
    again.close()
    once_more = open_again(notebook.path)
    assert whats(once_more) == ["opened", "closed"]  # nobody noted that it was opened
    once_more.close()


def test_verify_finds_an_event_about_somebody_who_is_not_there(notebook):
    events.note(notebook, what="printed", person="nobody", document="booklet")
    assert any("refers to what is not there" in each for each in notebook.check())
