import datetime
import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from app import resources
from app.bootstrap import House
from app.model import halfsaid
from app.model.errors import CannotWriteError, NotAllowedError, NotErasedError, NotFoundError
from app.model.halfsaid import HalfSaid
from app.model.person import Person
from app.model.photo_facts import InPhoto, PhotoFacts
from app.model.pictures import Picture
from app.model.session import Session
from app.store import cipher, erasing, traces
from app.usecases import photo_facts
from app.usecases.photo_facts import Told
from app.usecases.planfile import import_plan
from tests.helpers.notebooks import BY, KEY, add_statement, make_notebook, open_again, statement

NOW = datetime.datetime(2026, 3, 4, tzinfo=datetime.UTC)
ROOT = Path(__file__).resolve().parents[2]
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def both(path):
    """A notebook with both example people."""
    made = make_notebook(path)
    sections = House(path.parent / "home", path.parent).sections
    for name in ("marcus", "halina"):
        data = resources.path("examples", f"{name}.json").read_bytes()
        import_plan(made, data=data, sections=sections)
    yield made
    made.close()


def person_called(notebook, name):
    with notebook.unit_of_work() as work:
        return next(p for p in work.records.find(Person) if p.body.preferred_name == name).id


def rows(notebook, query, *given):
    with notebook._engine.connect() as connection:
        return connection.exec_driver_sql(query, given).all()


def revisions_of(notebook, person):
    query = "SELECT * FROM revision WHERE record IN (SELECT record FROM current WHERE person = ?)"
    return rows(notebook, query, person)


def sentences_of(example):
    plan = json.loads(resources.path("examples", f"{example}.json").read_text("utf-8"))
    return [each["original"] for each in plan["statements"] if len(each["original"]) > 20]


def test_nothing_of_the_person_is_left_in_any_page(both):
    marcus = person_called(both, "Marcus")
    ids = [row.id for row in revisions_of(both, marcus)]
    said = [msgspec.json.encode(each)[1:40] for each in sentences_of("marcus")]
    before = traces.look(both.path, KEY, pieces=said)
    assert before.identifiers.issuperset(ids)
    assert len(before.pieces) == len(said) > 20

    erased = both.erase(marcus)

    after = traces.look(both.path, KEY, pieces=said)
    assert after.identifiers.isdisjoint([*ids, marcus])
    assert after.pieces == frozenset()
    assert erased.revisions == len(ids)
    assert 0 < erased.pages <= after.pages


def test_everybody_elses_words_are_as_they_were(both):
    halina = person_called(both, "Halina")
    before = revisions_of(both, halina)
    both.erase(person_called(both, "Marcus"))
    assert revisions_of(both, halina) == before
    assert both.check() == ()
    assert both.rebuild()


def test_what_stays_is_a_line_that_somebody_was_erased(both):
    marcus = person_called(both, "Marcus")
    with both.unit_of_work() as work:
        work.events.note("printed", person=marcus, document="booklet")
        work.events.note("backed_up", document="backup")
        work.commit()
    both.erase(marcus)
    with both.unit_of_work() as work:
        assert [(e.what, e.person) for e in work.events.read()] == [
            ("backed_up", None),
            ("erased", None),
        ]


def test_events_can_be_removed_by_nobody_else_after_that(both):
    with both.unit_of_work() as work:
        work.events.note("opened")
        work.commit()
    both.erase(person_called(both, "Marcus"))
    with pytest.raises(Exception, match="an event is never removed"):
        rows(both, "DELETE FROM event")


def test_typing_undo_search_and_history_go_too(notebook, joe):
    with notebook.unit_of_work() as work:
        said = work.records.add(statement(joe, "Elderberry tea every morning"), by=BY)
        work.commit("sentence added")
    add_statement(notebook, joe, "Never on Sundays")
    with notebook.unit_of_work() as work:
        work.records.revise(said.id, statement(joe, "Nettle tea every morning"), by=BY)
        work.commit("words changed")
    with notebook.unit_of_work() as work:
        work.records.add(
            Session(person=joe, type="review", guide="review", started=NOW), by=BY, record="talk"
        )
        work.unfinished.keep(session="talk", moment="food", words="Raspberry tea on")
        work.commit()
    notebook.erase(joe)
    for table in ("revision", "current", "action", "action_revision", "unfinished"):
        assert rows(notebook, f"SELECT * FROM {table}") == []  # noqa: S608 - our own tables
    pieces = [
        b"Elderberry",
        b"elderberry",
        b"Nettle tea",
        b"Never on Sundays",
        b"Raspberry",
        b"Joe",
    ]
    assert not traces.look(notebook.path, KEY, pieces=pieces).pieces


def test_a_photo_stays_only_if_somebody_else_has_it(both):
    with both.unit_of_work() as work:
        shared = work.media.put(Picture(media_type="image/png", data=PNG + b"shared"))
        own = work.media.put(Picture(media_type="image/png", data=PNG + b"of Marcus alone"))
        work.commit()
    marcus, halina = person_called(both, "Marcus"), person_called(both, "Halina")
    add_statement(both, marcus, "At the canal", symbols=(shared, own))
    add_statement(both, halina, "At the canal too", symbols=(shared,))
    erased = both.erase(marcus)
    with both.unit_of_work() as work:
        assert work.media.get(shared) is not None
        assert work.media.get(own) is None
    assert erased.photos >= 1
    assert not traces.look(both.path, KEY, pieces=[b"of Marcus alone"]).pieces


def test_who_is_in_a_photo_goes_with_the_person_and_with_the_photo(both):
    marcus = person_called(both, "Marcus")
    photo_facts.keep(
        both,
        person=marcus,
        photo=Picture(media_type="image/png", data=PNG + b"of Marcus at the sea"),
        told=Told(taken_for="Whitley Bay sands", who=(InPhoto(name="Auntie Bea"),)),
        by=BY,
        on=NOW.date(),
    )
    both.erase(marcus)
    left = traces.look(both.path, KEY, pieces=[b"at the sea", b"Whitley Bay", b"Auntie Bea"])
    assert not left.pieces
    with both.unit_of_work() as work:
        assert not work.records.find(PhotoFacts, withdrawn=True)


def test_a_photo_that_somebody_else_is_just_choosing_stays(both):
    marcus, halina = person_called(both, "Marcus"), person_called(both, "Halina")
    with both.unit_of_work() as work:
        photo = work.media.put(Picture(media_type="image/png", data=PNG + b"of Halina"))
        (talk, *_) = work.records.find(Session, person=halina)
        said = HalfSaid(words="At the sea", picture=photo)
        work.unfinished.keep(session=talk.id, moment="important", words=halfsaid.write(said))
        work.commit()
    both.erase(marcus)
    with both.unit_of_work() as work:
        assert work.media.get(photo) is not None


def test_the_same_words_said_by_somebody_else_are_no_trace(both):
    same = "I like the canal when it is quiet"
    marcus, halina = person_called(both, "Marcus"), person_called(both, "Halina")
    for person in (marcus, halina):
        add_statement(both, person, same)
    assert both.erase(marcus).pages
    assert traces.look(both.path, KEY, pieces=[same.encode()]).pieces


def test_words_left_over_in_the_journal_are_found(notebook, joe):
    add_statement(notebook, joe, "Still in the journal")
    assert notebook.path.with_name(notebook.path.name + "-wal").stat().st_size
    assert traces.look(notebook.path, KEY, pieces=[b"Still in the journal"]).pieces


def test_only_a_person_can_be_erased(notebook, joe):
    tea = add_statement(notebook, joe, "Tea")
    for record in (tea.id, "nobody"):
        with pytest.raises(NotFoundError):
            notebook.erase(record)
    assert len(revisions_of(notebook, joe)) == 2


def test_a_notebook_that_is_only_read_erases_nobody(notebook, joe):
    notebook.close()
    looked_at = open_again(notebook.path, read_only=True)
    with pytest.raises(NotAllowedError):
        looked_at.erase(joe)
    looked_at.close()


def test_while_another_program_reads_it_is_erased_and_the_next_opening_finishes(notebook, joe):
    add_statement(notebook, joe, "Tea with elderberries")
    reading = cipher.open_connection(notebook.path, KEY, mode="rw")
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM revision").fetchone()
    with pytest.raises(NotErasedError, match=r"is erased, but .* in use"):
        notebook.erase(joe)
    assert revisions_of(notebook, joe) == []
    assert any("not gone yet" in each for each in notebook.check())
    reading.close()
    notebook.close()
    again = open_again(notebook.path)
    assert again.check() == ()
    assert not traces.look(notebook.path, KEY, pieces=[b"Tea with elder"]).pieces
    again.close()


def test_without_room_to_write_it_anew_the_next_opening_finishes(notebook, joe, monkeypatch):
    add_statement(notebook, joe, "Tea with elderberries")

    def full(*_):
        raise CannotWriteError("The disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(erasing.cipher, "alone", full)
        with pytest.raises(NotErasedError, match=r"is erased, but .* room"):
            notebook.erase(joe)
    assert any("not gone yet" in each for each in notebook.check())
    notebook.close()
    again = open_again(notebook.path)
    assert again.check() == ()
    again.close()


def leave_behind(notebook, words):
    """Words in pages of the file that no row holds, as an older program left them."""
    driver = cipher.open_connection(notebook.path, KEY, mode="rw")
    driver.execute("PRAGMA secure_delete = OFF")
    driver.execute("CREATE TABLE left_over (words TEXT)")
    driver.executemany("INSERT INTO left_over VALUES (?)", [(words,)] * 200)
    driver.execute("DROP TABLE left_over")
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.close()


def test_what_older_programs_left_in_empty_pages_goes_too(notebook, joe):
    said = add_statement(notebook, joe, "Tea with elderberries").revision
    leave_behind(notebook, f"{said} Tea with elderberries")
    notebook.erase(joe)
    assert not traces.look(notebook.path, KEY, pieces=[b"elderberries"]).pieces


@pytest.mark.parametrize("left", ["an identifier", "words"])
def test_where_something_is_left_it_is_said_and_tried_again(notebook, joe, monkeypatch, left):
    said = add_statement(notebook, joe, "Tea with elderberries").revision
    leave_behind(notebook, said if left == "an identifier" else "Tea with elderberries")
    with monkeypatch.context() as patched:
        patched.setattr(erasing, "_write_anew", lambda *_: None)
        with pytest.raises(NotErasedError, match="something of it is still in the file"):
            notebook.erase(joe)
    assert any("not gone yet" in each for each in notebook.check())
    notebook.close()
    again = open_again(notebook.path)
    assert again.check() == ()
    assert not traces.look(notebook.path, KEY, pieces=[b"elderberries", said.encode()]).pieces
    again.close()


def test_an_erasure_that_was_cut_off_is_proved_at_the_next_opening(notebook, joe, monkeypatch):
    said = add_statement(notebook, joe, "Tea with elderberries").revision
    leave_behind(notebook, said)
    with monkeypatch.context() as patched:
        patched.setattr(erasing, "_write_anew", lambda *_: None)
        with pytest.raises(NotErasedError):
            notebook.erase(joe)
        notebook.close()
        still = open_again(notebook.path)
        assert any("not gone yet" in each for each in still.check())
        still.close()
    again = open_again(notebook.path)
    assert again.check() == ()
    again.close()


def test_a_copy_of_before_an_earlier_change_of_form_goes_too(notebook, joe):
    copy = notebook.path.with_name(f"{notebook.path.name}.before-4.0")
    half = notebook.path.with_name(f".{copy.name}.0a1b2c3d.unfinished")
    other = notebook.path.with_name("Another.alongside.before-4.0")
    for each in (copy, half, other):
        each.write_bytes(b"x")
    notebook.erase(joe)
    assert (copy.exists(), half.exists(), other.exists()) == (False, False, True)


def test_traces_are_looked_for_in_the_file_itself_and_not_in_a_copy_that_is_read(notebook, joe):
    leave_behind(notebook, "Tea with elderberries")
    looked_at = open_again(notebook.path, read_only=True)
    assert looked_at.look_for("elderberries").pieces
    assert not looked_at.look_for("Zanzibar").pieces
    looked_at.close()


def erased_by_another(path, person, *, killed_after):
    """Erase in another process, killed after so many milliseconds; how many it took if it ended."""
    command = [sys.executable, "-m", "tests.helpers.erase", path, person, str(killed_after)]
    done = subprocess.run(command, cwd=ROOT, check=False, timeout=60, capture_output=True)
    return float(done.stdout or "nan")


@pytest.mark.slow
def test_killed_in_the_middle_everything_is_there_or_nothing(both):
    marcus = person_called(both, "Marcus")
    number = len(revisions_of(both, marcus))
    said = [msgspec.json.encode(each)[1:40] for each in sentences_of("marcus")]
    both.close()
    whole, seen = None, set()
    for moment in range(25):
        copy = both.path.with_name(f"Copy {moment}.alongside")
        copy.write_bytes(both.path.read_bytes())
        after = 60_000 if whole is None else whole * (moment - 1) / 20
        took = erased_by_another(copy, marcus, killed_after=after)
        whole = whole or took
        again = open_again(copy)
        left = len(revisions_of(again, marcus))
        seen.add(left)
        assert left in {0, number}
        assert again.check() == ()
        if not left:
            looked = traces.look(copy, KEY, pieces=said)
            assert marcus not in looked.identifiers
            assert not looked.pieces
        again.close()
    assert seen == {0, number}
