import datetime
import hashlib

import msgspec
import pytest
from sqlalchemy import func, select, update

from app.model.errors import BadPictureError
from app.model.ids import RecordId
from app.model.person import Person
from app.model.photo_facts import PhotoFacts
from app.model.pictures import Picture
from app.store import schema
from app.store.media import LARGEST_PICTURE

PNG = Picture("image/png", b"\x89PNG\r\n\x1a\n and more")
JPEG = Picture("image/jpeg", b"\xff\xd8\xff\xe0 and more")
NOBODY = RecordId("0190d3a0-0000-7000-8000-000000000001")


@pytest.mark.parametrize("picture", [PNG, JPEG])
def test_a_picture_is_kept_under_its_hash(notebook, picture):
    with notebook.unit_of_work() as work:
        ref = work.media.put(picture)
        work.commit()
    assert ref == "photo:" + hashlib.sha256(picture.data).hexdigest()
    with notebook.unit_of_work() as work:
        assert work.media.get(ref) == picture


def test_a_picture_is_kept_once_however_often_it_is_put(notebook):
    with notebook.unit_of_work() as work:
        assert work.media.put(PNG) == work.media.put(PNG)
        count = select(func.count()).select_from(schema.media)
        assert work._open().execute(count).scalar() == 1


@pytest.mark.parametrize("ref", ["photo:" + "0" * 64, "photo:", "openmoji:1F68C", ""])
def test_a_picture_that_is_not_here_is_none(notebook, ref):
    with notebook.unit_of_work() as work:
        assert work.media.get(ref) is None


@pytest.mark.parametrize(
    "picture",
    [
        Picture("image/svg+xml", b"<svg/>"),
        Picture("image/png", JPEG.data),
        Picture("image/jpeg", PNG.data),
        Picture("image/png", b""),
        Picture("image/png", b"\x89PNG\r\n\x1a\n" + bytes(LARGEST_PICTURE)),
    ],
)
def test_what_is_no_photo_or_too_large_is_refused(notebook, picture):
    with notebook.unit_of_work() as work, pytest.raises(BadPictureError):
        work.media.put(picture)


def test_a_spoilt_picture_is_never_shown_as_the_photo(notebook):
    with notebook.unit_of_work() as work:
        ref = work.media.put(PNG)
        work.commit()
    with notebook._engine.begin() as connection:
        connection.execute(update(schema.media).values(data=PNG.data + b"!"))
    with notebook.unit_of_work() as work, pytest.raises(BadPictureError, match="damaged"):
        work.media.get(ref)
    assert notebook.check() == ("A photo is damaged. Please choose the photo again.",)


def told(notebook, person, ref) -> str:
    with notebook.unit_of_work() as work:
        facts = PhotoFacts(person=person, picture=ref, on=datetime.date(2026, 11, 1))
        added = work.records.add(facts, by=person)
        work.commit()
    return added.id


def removed(notebook, ref, facts) -> bool:
    with notebook.unit_of_work() as work:
        gone = work.media.remove(ref, told_in=facts)
        work.commit()
    with notebook.unit_of_work() as work:
        assert (work.media.get(ref) is None) is gone
    return gone


@pytest.fixture
def facts(notebook):
    """A photo in the plan of Ann, with the record of who is in it; Bo has a plan as well."""
    with notebook.unit_of_work() as work:
        ann, bo = (
            work.records.add(Person(preferred_name=name), by=NOBODY).id for name in ("Ann", "Bo")
        )
        ref = work.media.put(PNG)
        work.commit()
    return ref, told(notebook, ann, ref), ann, bo


def test_a_photo_that_only_older_versions_show_is_removed(notebook, facts):
    ref, which, ann, _ = facts
    for photo in (ref, None):
        with notebook.unit_of_work() as work:
            body = work.records.get(ann, Person).body
            work.records.revise(ann, msgspec.structs.replace(body, photo=photo), by=ann)
            work.commit()
        assert removed(notebook, ref, which) is (photo is None)


def test_a_photo_that_somebody_elses_plan_names_stays(notebook, facts):
    ref, which, _, bo = facts
    told(notebook, bo, ref)
    assert not removed(notebook, ref, which)


def test_a_photo_that_is_half_said_stays(notebook, facts):
    ref, which, ann, _ = facts
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=ann, moment="photo", words=f'{{"picture":"{ref}"}}')
        work.commit()
    assert not removed(notebook, ref, which)
