"""Recordings in the notebook's file: kept once, found whole, and gone when they are erased."""

import datetime
import hashlib

import msgspec
import pytest
from sqlalchemy import update

from app.model.errors import BadSoundError
from app.model.person import Person
from app.store import schema, traces
from app.usecases import recordings, removing_recordings
from tests.helpers.notebooks import BY, KEY, add_statement
from tests.helpers.recorded import recording

TODAY = datetime.date(2026, 11, 22)


def test_a_recording_is_kept_under_its_hash_and_once(notebook):
    with notebook.unit_of_work() as work:
        ref = work.media.put_sound(recording())
        assert work.media.put_sound(recording()) == ref
        work.commit()
    assert ref == "sound:" + hashlib.sha256(recording()).hexdigest()
    with notebook.unit_of_work() as work:
        assert work.media.sound(ref) == recording()
        assert work.media.get(ref) is None
        assert work.media.sound("sound:" + "0" * 64) is None


def test_a_spoilt_recording_is_never_heard_as_the_person(notebook):
    with notebook.unit_of_work() as work:
        ref = work.media.put_sound(recording())
        work.commit()
    with notebook._engine.begin() as connection:
        connection.execute(update(schema.media).values(data=recording() + b"!"))
    with notebook.unit_of_work() as work, pytest.raises(BadSoundError, match="damaged"):
        work.media.sound(ref)
    assert notebook.check() == ("A recording is damaged. Please record it again.",)


def test_erasing_a_plan_takes_its_recordings_out_of_every_page(notebook, joe):
    with notebook.unit_of_work() as work:
        ann = work.records.add(Person(preferred_name="Ann"), by=BY).id
        work.commit()
    own, shared, hers = recording(2.0), recording(0.6), recording(0.7)
    for person, sounds in ((joe, (own, shared)), (ann, (shared, hers))):
        for sound in sounds:
            said = add_statement(notebook, person, "I like tea.")
            recordings.keep(notebook, statement=said.id, sound=sound, by=BY)
    middle = own[len(own) // 2 :][:24]
    assert traces.look(notebook.path, KEY, pieces=[middle]).pieces == {middle}

    erased = notebook.erase(joe)

    assert erased.photos == 1
    assert traces.look(notebook.path, KEY, pieces=[middle]).pieces == frozenset()
    with notebook._engine.connect() as connection:
        left = set(connection.exec_driver_sql("SELECT hash FROM media").scalars())
    assert left == {hashlib.sha256(each).hexdigest() for each in (shared, hers)}
    assert notebook.check() == ()


def test_what_was_kept_before_there_were_recordings_reads_as_before(notebook, joe):
    add_statement(notebook, joe, "I like tea.")
    with notebook._engine.connect() as connection:
        bodies = connection.exec_driver_sql("SELECT body FROM revision").scalars().all()
    assert all("recording" not in msgspec.json.decode(each) for each in bodies)


def test_a_recording_that_is_deleted_is_in_the_file_no_more(notebook, joe):
    sound, other = recording(2.0), recording(0.6)
    said = add_statement(notebook, joe, "I like tea.")
    for each in (sound, other):
        recordings.keep(notebook, statement=said.id, sound=each, by=BY)
    removing_recordings.of_sentence(notebook, statement=said.id, by=BY, on=TODAY)
    with notebook._engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT hash FROM media").scalars().all() == []
    middle = sound[len(sound) // 2 :][:24]
    notebook.close()
    assert traces.look(notebook.path, KEY, pieces=[middle]).pieces == frozenset()
