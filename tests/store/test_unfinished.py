from app.model.ids import RecordId
from tests.helpers.notebooks import open_again

TALK = RecordId("talk")


def keep(notebook, words, moment="food"):
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=TALK, moment=moment, words=words)
        work.commit()


def get(notebook, moment="food"):
    with notebook.unit_of_work() as work:
        return work.unfinished.get(session=TALK, moment=moment)


def test_what_stood_there_last_is_kept_for_each_moment(notebook):
    keep(notebook, "I lik")
    keep(notebook, "I like te")
    keep(notebook, "On Mon", moment="week")
    assert (get(notebook), get(notebook, "week")) == ("I like te", "On Mon")
    assert get(notebook, "people") == ""


def test_all_that_stands_unfinished_in_a_talk_can_be_asked_for_at_once(notebook):
    keep(notebook, "On Mon", moment="week")
    keep(notebook, "I like te")
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=RecordId("another talk"), moment="food", words="Snow")
        assert work.unfinished.of(session=TALK) == {"food": "I like te", "week": "On Mon"}
        assert work.unfinished.places() == {TALK, "another talk"}
        work.unfinished.keep(session=RecordId("another talk"), moment="food", words="")
        assert work.unfinished.places() == {TALK}


def test_empty_words_forget_what_stood_there(notebook):
    keep(notebook, "I like te")
    keep(notebook, "")
    assert get(notebook) == ""


def test_typing_survives_a_restart_with_spaces_and_without_control_characters(notebook):
    keep(notebook, " I like\0 te \ud800 ")
    notebook.close()
    again = open_again(notebook.path)
    assert get(again) == " I like te  "
    again.close()
