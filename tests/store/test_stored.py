"""One notebook of every form that was ever released, and what must still be in it."""

import json
import shutil
from pathlib import Path

import pytest

from app.model.person import Person
from app.model.session import Board, Session
from app.model.statement import Statement
from app.store import migrations
from app.usecases import events, history, moving_on, people, picture_sets, plans, undo
from tests.helpers.notebooks import open_again
from tests.helpers.plans import the_sections
from tests.helpers.stored_notebook import NOW, rows_of

DATA = Path(__file__).parent / "data"
STORED = sorted(DATA.glob("schema-*.alongside"))
FORMS = {
    "schema-{}.{}".format(*divmod(each.version, migrations.MINORS)) for each in migrations.STEPS
}


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def stored(request, tmp_path):
    """A stored notebook, brought up to date."""
    path = Path(shutil.copy(request.param, tmp_path))
    opened = open_again(path)
    yield opened
    opened.close()


def person_called(notebook, name):
    (found,) = (e for e in people.everyone(notebook) if e.body.preferred_name == name)
    return found


def sentence(notebook, words):
    with notebook.unit_of_work() as work:
        found = work.records.find(Statement, withdrawn=True)
    return next(each for each in found if each.body.original == words)


def test_there_is_one_for_every_form():
    assert {path.stem for path in STORED} == FORMS


def test_every_row_is_still_there_as_it_was(stored):
    kept = json.loads((DATA / f"{stored.path.stem}.json").read_text("utf-8"))
    assert kept["revision"]
    now = rows_of(stored, tuple(kept))
    for table, rows in kept.items():
        columns = rows[0].keys()  # a later form may have added some
        assert [{name: row[name] for name in columns} for row in now[table]] == rows


def test_it_is_whole_at_the_newest_form_with_no_copy_left(stored):
    with stored._engine.connect() as connection:
        assert migrations.version_of(connection) == migrations.STEPS[-1].version
    assert stored.check() == ()
    assert stored.rebuild()
    stored.close()
    assert [each.name for each in stored.path.parent.iterdir()] == [stored.path.name]


def test_people_and_their_settings_are_there(stored):
    ann, halina = person_called(stored, "Ann Obi"), person_called(stored, "Halina")
    assert (ann.body.home_language, halina.body.home_language) == ("cy", "pl")
    assert [e.body.name for e in people.supporters(stored, person=ann.id)] == ["Ana"]
    with stored.unit_of_work() as work:
        before = [each.body.ui.text_percent for each in work.records.history(halina.id)]
        photo = work.media.get(work.records.get(ann.id, Person).body.photo)
    assert before[:2] == [100, 150]
    assert photo.data.startswith(b"\xff\xd8\xff")


def test_first_words_answers_and_different_views_are_there(stored):
    tea = sentence(stored, "Te mewn mwg glas.")
    first, *_, last = versions = history.history(stored, record=tea.id)
    assert first.words == "I likes me tea, in the BLUE mug 👩🏽‍🦽"
    assert (first.written_by, first.session_on) == ("Ana", NOW.date())
    assert last.answer.sentence == "You said: keep"
    assert last.answered_on == NOW.date()
    assert [each.now for each in versions][-2:] == [True, True]
    assert len(tea.others) == 1
    assert tea.body.symbols == ("openmoji:2615",)


def test_hidden_sentences_replies_and_search_are_there(stored):
    ann, halina = person_called(stored, "Ann Obi"), person_called(stored, "Halina")
    assert sentence(stored, "Snow.").withdrawn
    assert sentence(stored, "Nie.").body.answer_to.view == "disagree"
    found = plans.search(stored, person=ann.id, words="mwg")
    assert [each.body.original for each in found] == ["Te mewn mwg glas."]
    plan = plans.plan(stored, person=halina.id, sections=the_sections(), today=NOW.date())
    assert [line.statement.body.original for line in plan.lines] == ["Potrzebuje czasu."]


def test_a_talk_half_done_is_there_with_its_board_and_its_typing(stored):
    with stored.unit_of_work() as work:
        (talk,) = work.records.find(Session)
        (board,) = work.records.find(Board)
        assert talk.body.open
        assert (talk.body.at_moment, talk.version) == ("mood", 2)
        assert [card.pile for card in board.body.cards if card.pile] in (["good"], [])
        assert work.unfinished.get(session=talk.id, moment="mood") == "I am"


def test_it_can_be_written_to_and_what_is_new_can_be_undone(stored):
    halina = person_called(stored, "Halina")
    (by,) = people.supporters(stored, person=halina.id)
    people.change_setting(stored, person=halina.id, field="text_percent", value=200, by=by.id)
    assert undo.next_undo(stored, person=halina.id).name == "settings changed"
    undo.undo(stored, person=halina.id, by=by.id)
    assert person_called(stored, "Halina").body.ui == halina.body.ui


def test_what_form_2_brought_is_there(stored):
    ann = person_called(stored, "Ann Obi")
    if stored.path.stem == "schema-1.0":
        assert undo.next_undo(stored, person=ann.id) is None
        assert events.read(stored) == ()
        return
    assert undo.next_undo(stored, person=ann.id).name == "photo changed"
    assert undo.next_redo(stored, person=ann.id).name == "card moved"
    (printed,) = events.read(stored, person=ann.id)
    assert (printed.what, printed.document, printed.for_whom) == ("printed", "booklet", "person")


def test_what_form_3_brought_is_there(stored):
    halina = person_called(stored, "Halina")
    is_new = stored.path.stem >= "schema-3.0"
    assert halina.body.left_on == (NOW.date() if is_new else None)
    assert moving_on.keep_years(stored) == (8 if is_new else None)


def test_what_form_4_brought_is_there(stored):
    found = picture_sets.search(stored, words="mug", langs=("en",))
    if stored.path.stem < "schema-4.0":
        assert found == ()
        return
    (mug,) = found
    said = sentence(stored, "Potrzebuje czasu.")
    assert said.body.symbols == (mug.ref,)
    with stored.unit_of_work() as work:
        picture = work.sets.get(mug.ref)
    assert picture.data.startswith(b"<svg")
    assert (picture.credit.author, picture.credit.licence) == ("Ada Example", "CC BY-SA 4.0")
