"""Erasing everything about one person, so that nothing of it is left anywhere in the file.

First everything that is theirs goes in one transaction, with a mark that this was begun. Then,
while nobody else has the file open, it is written anew without what SQLite left between rows, and
looked through page by page. Cut off in between, the next opening finishes it.

What other people said stays, also where they said something about this one.
"""

import contextlib
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Engine

from app.model.errors import (
    AlongsideError,
    CannotWriteError,
    InUseError,
    NotErasedError,
    NotFoundError,
)
from app.model.ids import RecordId
from app.model.kinds import kind_of
from app.model.person import Person
from app.model.wording import N_
from app.store import cipher, faults, picture_sets, read_model, remains, schema, traces, upgrade

BEGUN: Final = "erasing"
"""The fact about a notebook that says that an erasure has still to be finished."""

_THEIR_REVISIONS = """SELECT count(*) FROM revision
    WHERE record IN (SELECT value FROM json_each(:records))"""
_DELETIONS = (
    """DELETE FROM action_revision
        WHERE action IN (SELECT id FROM action WHERE person = :person)
        OR revision IN (SELECT id FROM revision
            WHERE record IN (SELECT value FROM json_each(:records)))""",
    "DELETE FROM action WHERE person = :person",
    "DELETE FROM unfinished WHERE session IN (SELECT value FROM json_each(:records))",
    "DELETE FROM current WHERE person = :person",
    "DELETE FROM revision WHERE record IN (SELECT value FROM json_each(:records))",
    "INSERT INTO found (found) VALUES ('rebuild')",
)
_EVERY_COLUMN = {
    name: tuple(each.name for each in kept.c) for name, kept in schema.metadata.tables.items()
}
_EVERY_COLUMN["sqlite_master"] = ("sql",)
_SAID_BY_OTHERS = " UNION ALL ".join(
    f"SELECT 1 FROM {name} WHERE "  # noqa: S608 - our own names
    + " OR ".join(f'instr(CAST("{each}" AS BLOB), :piece)' for each in columns)
    for name, columns in _EVERY_COLUMN.items()
)
_NAMING_MEDIA = """SELECT body FROM revision
    WHERE instr(body, CAST('photo:' AS BLOB)) OR instr(body, CAST('sound:' AS BLOB))
    UNION ALL SELECT CAST(words AS BLOB) FROM unfinished
    WHERE instr(words, 'photo:') OR instr(words, 'sound:')"""
_MEDIA = re.compile(rb"(?:photo|sound):([0-9a-f]{64})")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was erased, and how that was made sure of.

    Attributes:
        records: how many records there were.
        revisions: how many versions of them.
        photos: how many photos, recordings and pictures brought along were in no other plan.
        pages: how many pages of the file were looked through afterwards, and held nothing of it.

    """

    records: int
    revisions: int
    photos: int
    pages: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What was taken out in a transaction, and what would give away that something is left."""

    erased: Erased
    pieces: frozenset[bytes] = dataclasses.field(repr=False)


def take_out(connection: Connection, person: RecordId, *, name: str) -> Gone:
    """Delete what belongs to a person; it counts when the transaction does.

    Args:
        connection: in a transaction, without foreign keys: they are checked here.
        person: who is erased.
        name: the file's name, for the sentence if something is wrong.

    Raises:
        NotFoundError: there is no such person.
        NotANotebookError: something else refers to what is theirs.

    """
    standing = read_model.load(connection, person)
    if standing is None or standing.kind != kind_of(Person):
        raise NotFoundError(N_("That is not in this notebook. Please go back and choose again."))
    records = _ids(connection, "SELECT record FROM current WHERE person = ?", person)
    whose = {"person": person, "records": msgspec.json.encode(records).decode()}
    written = connection.exec_driver_sql(_THEIR_REVISIONS, whose).scalar_one()
    texts = remains.texts_of(connection, records)
    for statement in _DELETIONS:
        connection.exec_driver_sql(statement, whose)
    with _events_removable(connection):
        connection.exec_driver_sql("DELETE FROM event WHERE person = :person", whose)
    photos = (*_take_out_media(connection), *_take_out_carried(connection))
    connection.exec_driver_sql("INSERT OR REPLACE INTO about VALUES (?, 'yes')", (BEGUN,))
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise faults.damaged(name)
    return Gone(
        erased=Erased(records=len(records), revisions=written, photos=len(photos)),
        pieces=frozenset(remains.pieces(remains.said_by_nobody_else(connection, texts))).union(
            {person.replace("-", "").encode()}, *photos
        ),
    )


def finish(
    path: Path, engine: Engine, key: bytes, *, pieces: frozenset[bytes] = frozenset()
) -> int:
    """Write the file anew, look through all of it, and take the mark off if nothing is left.

    Args:
        path: the file.
        engine: on the file; no transaction is open.
        key: its data key.
        pieces: stretches of bytes that must not be found unless somebody else says them. After
            an erasure that was cut off nobody knows them: identifiers of nothing that is there
            would still give it away.

    Returns:
        How many pages were looked through.

    Raises:
        NotErasedError: somebody else has the file open, there is no room to write it anew, or
            something is left. The mark stays.

    """
    engine.dispose()
    try:
        with cipher.alone(path, key) as connection:
            _write_anew(connection, path)
        upgrade.remove_copies(path)
    except (InUseError, CannotWriteError) as error:
        raise _not_finished(error, path.name) from error
    looked = traces.look(path, key, pieces=pieces)
    with engine.begin() as connection:
        if remains.are_loose(connection, looked.identifiers) or any(
            not _is_said_by_others(connection, each) for each in looked.pieces
        ):
            raise NotErasedError(
                N_(
                    "The plan is erased, but something of it is still in the file. When the "
                    "notebook is next opened, that is tried again."
                )
            )
        connection.exec_driver_sql("DELETE FROM about WHERE name = ?", (BEGUN,))
    return looked.pages


def _write_anew(connection: Any, path: Path) -> None:
    """Leave out what SQLite left between rows, and cut the journal to nothing."""
    try:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except cipher.DatabaseFault as error:
        raise faults.from_database(error, path) or error from None


def _not_finished(error: AlongsideError, name: str) -> NotErasedError:
    """What somebody is told when everything is taken out, and the file is not written anew yet."""
    if isinstance(error, InUseError):
        return NotErasedError(
            N_(
                "The plan is erased, but {name} is in use by another window or program. Close it "
                "there: when the notebook is next opened, what is left in the file goes too."
            ),
            name=name,
        )
    return NotErasedError(
        N_(
            "The plan is erased, but there is not enough room to write {name} anew. Make some room:"
            " when the notebook is next opened, what is left in the file goes too."
        ),
        name=name,
    )


def finish_what_was_begun(path: Path, engine: Engine, key: bytes) -> None:
    """Finish an erasure that was cut off; if that cannot be now, the next opening tries again."""
    with engine.connect() as reading:
        begun = is_begun(reading)
    if begun:
        with contextlib.suppress(AlongsideError):
            finish(path, engine, key)


def is_begun(connection: Connection) -> bool:
    """Whether an erasure has still to be finished."""
    found = connection.exec_driver_sql("SELECT 1 FROM about WHERE name = ?", (BEGUN,))
    return found.first() is not None


@contextlib.contextmanager
def _events_removable(connection: Connection) -> Iterator[None]:
    """Lift what keeps every other part of the program from removing events.

    What goes wrong meanwhile takes the whole transaction back, and this with it.
    """
    name = "event_is_never_removed"
    kept = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?"
    made = connection.exec_driver_sql(kept, (name,)).scalar_one()
    connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    connection.exec_driver_sql(made)


def _take_out_media(connection: Connection) -> tuple[frozenset[bytes], ...]:
    """Delete photos and sounds that nobody's record names; of each, what would give it away."""
    candidates = set(_ids(connection, "SELECT hash FROM media"))
    if not candidates:
        return ()
    for content in connection.exec_driver_sql(_NAMING_MEDIA).scalars():
        candidates.difference_update(name.decode() for name in _MEDIA.findall(content))
    taken = []
    for name in sorted(candidates):
        data = connection.exec_driver_sql("SELECT data FROM media WHERE hash = ?", (name,)).scalar()
        middle = len(data or b"") // 2
        taken.append(
            frozenset({name.encode(), (data or b"")[middle : middle + remains.PIECE_BYTES]})
        )
        connection.exec_driver_sql("DELETE FROM media WHERE hash = ?", (name,))
    return tuple(taken)


def _take_out_carried(connection: Connection) -> tuple[frozenset[bytes], ...]:
    """Delete the pictures that came with a plan and that nobody's shows any more."""
    return tuple(
        frozenset({name.encode(), data[len(data) // 2 :][: remains.PIECE_BYTES]})
        for name, data in picture_sets.take_out_unused(connection)
    )


def _is_said_by_others(connection: Connection, piece: bytes) -> bool:
    found = connection.exec_driver_sql(_SAID_BY_OTHERS, {"piece": piece})
    return found.first() is not None


def _ids(connection: Connection, query: str, whose: Any = ()) -> list[str]:
    given = (whose,) if isinstance(whose, str) else whose
    return list(connection.exec_driver_sql(query, given).scalars())
