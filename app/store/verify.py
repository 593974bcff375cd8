"""Whether a notebook is whole: its pages, its references, its bodies, and what is made of them."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from app.model.errors import AlongsideError
from app.model.record import Body, Revision
from app.model.wording import N_
from app.store import media, read_model, revisions, schema

_ALTERED = N_(
    "Parts of the file were altered or are damaged. "
    "Please use your last backup, and keep this file."
)
_BROKEN = N_("The file's inner order is damaged. Please use your last backup, and keep this file.")
_UNREADABLE = N_("Something that was written cannot be read any more. Please use your last backup.")
_LOOSE = N_("Something refers to what is not there. Please use your last backup.")
_OUT_OF_STEP = N_("The lists do not agree with what was written. They can be made anew.")
_SEARCH = N_("The search does not agree with what was written. It can be made anew.")
_PHOTO = N_("A photo is damaged. Please choose the photo again.")

Check = Callable[[Connection], bool]


def problems(connection: Connection) -> tuple[str, ...]:
    """What is wrong, in sentences marked for translation; empty if the notebook is whole."""
    return tuple(dict.fromkeys(_found(connection)))


def _found(connection: Connection) -> Iterator[str]:
    for is_whole, sentence in _CHECKS:
        try:
            if not is_whole(connection):
                yield sentence
        except (AlongsideError, DatabaseError, ValueError):
            yield sentence


def _pages_are_authentic(connection: Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is None


def _pages_are_in_order(connection: Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]


def _references_hold(connection: Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None


def _bodies_can_be_read(connection: Connection) -> bool:
    facts = connection.execute(select(schema.about.c.name)).scalars().all()
    return "id" in facts and all(
        _bases_are_there(history) for history in revisions.by_record(connection)
    )


def _bases_are_there(history: tuple[Revision[Body], ...]) -> bool:
    """Whether each revision is based on earlier ones of its record, and has one kind."""
    known = {each.id for each in history}
    return len({each.kind for each in history}) == 1 and all(
        known.issuperset(each.based_on) and each.id not in each.based_on for each in history
    )


def _photos_are_whole(connection: Connection) -> bool:
    return not any(True for _ in media.damaged(connection))


def _search_agrees(connection: Connection) -> bool:
    connection.exec_driver_sql(
        "INSERT INTO found (found, rank) VALUES ('integrity-check', 1)"
    )  # which raises if the index and the read model differ
    return True


_CHECKS: tuple[tuple[Check, str], ...] = (
    (_pages_are_authentic, _ALTERED),
    (_pages_are_in_order, _BROKEN),
    (_references_hold, _LOOSE),
    (_bodies_can_be_read, _UNREADABLE),
    (read_model.agrees, _OUT_OF_STEP),
    (_search_agrees, _SEARCH),
    (_photos_are_whole, _PHOTO),
)
