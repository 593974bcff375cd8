"""Names of things: identifiers that cannot be mixed up, and time-ordered ones made new."""

import datetime
import secrets
import threading
import time
import uuid
from typing import NewType

RecordId = NewType("RecordId", str)
"""A person, a sentence, a session: what stays the same while its revisions change."""

RevisionId = NewType("RevisionId", str)
"""One immutable version of a record."""

ActionId = NewType("ActionId", str)
"""One thing that somebody did, with all the revisions it wrote, and that can be undone."""

EventId = NewType("EventId", str)
"""One line of the list of what was done with the notebook itself."""

PictureRef = NewType("PictureRef", str)
"""``openmoji:1F68C`` for a symbol of the built-in set; kept in the notebook are
``photo:<sha256>`` for a photo and ``set:<sha256>`` for a picture of a set that was imported. A
drawing with the mark for "not" over it is called ``not:`` and then as it is called itself."""

SoundRef = NewType("SoundRef", str)
"""``sound:<sha256>`` for what a person recorded; it is kept in the notebook."""

_lock = threading.Lock()
_last = 0


def new_uuid7() -> str:
    """A version 7 UUID (RFC 9562) in text form, later ones sorting after earlier ones.

    The 12 bits after the milliseconds count up, so that two made in the same millisecond by
    this process still sort in the order in which they were made.
    """
    global _last  # noqa: PLW0603
    with _lock:
        _last = max(_last + 1, (time.time_ns() // 1_000_000) << 12)
        stamp = _last
    value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def stay_after(identifier: str) -> None:
    """Make every identifier made from now on sort after this version 7 UUID.

    A computer whose clock was set back would else date new revisions before the old ones.
    """
    global _last  # noqa: PLW0603
    value = uuid.UUID(identifier).int
    with _lock:
        _last = max(_last, (value >> 80) << 12 | (value >> 64 & 0xFFF))


def made_at(identifier: str) -> datetime.datetime:
    """When a version 7 UUID was made, in UTC, by the clock of whoever made it."""
    milliseconds = uuid.UUID(identifier).int >> 80
    return datetime.datetime.fromtimestamp(milliseconds / 1_000, datetime.UTC)


def first_made_at(at: datetime.datetime) -> str:
    """What every identifier made at this time or later sorts after, and every earlier one before.

    Args:
        at: the time, with its zone.

    """
    return str(uuid.UUID(int=int(at.timestamp() * 1_000) << 80))


def new_record_id() -> RecordId:
    """An identifier for a record that does not exist yet."""
    return RecordId(new_uuid7())


def new_revision_id() -> RevisionId:
    """An identifier for a revision about to be written."""
    return RevisionId(new_uuid7())
