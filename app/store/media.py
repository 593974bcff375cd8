"""Photos and recordings, each once under its content's SHA-256 (``app.usecases.ports.Media``)."""

import hashlib
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.model import recordings
from app.model.errors import BadPictureError, BadSoundError
from app.model.ids import PictureRef, RecordId, SoundRef
from app.model.pictures import MediaType, Picture
from app.model.wording import N_
from app.store import schema

LARGEST_PICTURE: Final = 10 * 2**20
"""Bytes. Photos are made smaller before they are kept; this is what no photo may exceed."""

PREFIX = "photo:"

_STARTS: dict[MediaType, bytes] = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_table = schema.media
_ONE = select(_table).where(_table.c.hash == bindparam("which"))
_THERE = select(_table.c.hash).where(_table.c.hash == bindparam("which"))
_ADD = insert(_table)
_REMOVE = delete(_table).where(_table.c.hash == bindparam("which"))
_STILL_NAMED = """SELECT 1 FROM revision r JOIN current c ON c.record = r.record
    WHERE instr(r.body, CAST(:ref AS BLOB)) AND (
        c.person IS NOT (SELECT person FROM current WHERE record = :told_in)
        OR c.withdrawn = 0 AND c.record != :told_in
            AND (c.revision = r.id OR instr(c.others, r.id)))
    UNION ALL SELECT 1 FROM unfinished WHERE instr(words, :ref)"""
_ALL = select(_table.c.hash, _table.c.media_type, _table.c.data)


class NotebookMedia:
    """Reads and writes photos and recordings through one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, picture: Picture) -> PictureRef:
        """Keep a picture (once, however often it is put) and say how it is called.

        Raises:
            BadPictureError: it is neither PNG nor JPEG, or larger than 10 MiB.

        """
        start = _STARTS.get(picture.media_type)
        if start is None or not picture.data.startswith(start):
            raise BadPictureError(
                N_("That is not a photo that can be kept. Please choose a PNG or JPEG picture.")
            )
        if len(picture.data) > LARGEST_PICTURE:
            raise BadPictureError(
                N_("That picture is too large. Please choose one of at most {most} megabytes."),
                most=LARGEST_PICTURE // 2**20,
            )
        name = hashlib.sha256(picture.data).hexdigest()
        if self._connection.execute(_THERE, {"which": name}).first() is None:
            self._connection.execute(
                _ADD, {"hash": name, "media_type": picture.media_type, "data": picture.data}
            )
        return PictureRef(PREFIX + name)

    def get(self, ref: PictureRef) -> Picture | None:
        """The picture, or None if this notebook has none of this name.

        Raises:
            BadPictureError: it is there, but is no longer what was put in.

        """
        if not ref.startswith(PREFIX):
            return None
        name = ref.removeprefix(PREFIX)
        row = self._connection.execute(_ONE, {"which": name}).first()
        if row is None or row.media_type not in _STARTS:
            return None
        if not _is_whole(name, row.data):
            raise BadPictureError(
                N_("A photo in this notebook is damaged. Please choose the photo again.")
            )
        return Picture(media_type=row.media_type, data=row.data)

    def put_sound(self, data: bytes) -> SoundRef:
        """Keep a recording (once, however often it is put) and say how it is called.

        Raises:
            BadSoundError: it is not FLAC of one channel, or too long.

        """
        recordings.check(data)
        ref = recordings.sound_ref(data)
        name = ref.removeprefix(recordings.SOUND)
        if self._connection.execute(_THERE, {"which": name}).first() is None:
            new = {"hash": name, "media_type": recordings.MEDIA_TYPE, "data": data}
            self._connection.execute(_ADD, new)
        return ref

    def sound(self, ref: SoundRef) -> bytes | None:
        """The recording, or None if this notebook has none of this name.

        Raises:
            BadSoundError: it is there, but is no longer what was put in.

        """
        name = ref.removeprefix(recordings.SOUND)
        row = self._connection.execute(_ONE, {"which": name}).first()
        if row is None or row.media_type != recordings.MEDIA_TYPE:
            return None
        if not _is_whole(name, row.data):
            raise BadSoundError(
                N_("A recording in this notebook is damaged. Please record it again.")
            )
        data: bytes = row.data
        return data

    def remove(self, ref: PictureRef | SoundRef, *, told_in: RecordId) -> bool:
        """Delete what nothing shows or has; whether it was. SQLite writes over what was deleted.

        Older versions of the person's own records may name it: they keep that there was one.
        """
        named = {"ref": ref, "told_in": told_in}
        if self._connection.exec_driver_sql(_STILL_NAMED, named).first() is not None:
            return False
        gone = self._connection.execute(_REMOVE, {"which": ref.partition(":")[2]})
        return gone.rowcount == 1


def damaged(connection: Connection, *, sounds: bool = False) -> Iterator[str]:
    """The hashes of photos, or of recordings, that are no longer what was put in."""
    for row in connection.execute(_ALL):
        is_sound = row.media_type == recordings.MEDIA_TYPE
        if is_sound == sounds and not _is_whole(row.hash, row.data):
            yield row.hash


def _is_whole(name: str, data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == name
