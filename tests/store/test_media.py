import hashlib

import pytest
from sqlalchemy import func, select, update

from app.model.errors import BadPictureError
from app.model.pictures import Picture
from app.store import schema
from app.store.media import LARGEST_PICTURE

PNG = Picture("image/png", b"\x89PNG\r\n\x1a\n and more")
JPEG = Picture("image/jpeg", b"\xff\xd8\xff\xe0 and more")


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
