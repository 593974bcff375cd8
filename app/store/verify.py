"""Whether a notebook is whole: its pages, its references, its bodies, and what is made of them."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from app.model.errors import AlongsideError
from app.model.record import Body, Revision
from app.model.wording import N_
from app.store import erasing, media, picture_sets, read_model, revisions, schema

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
_SOUND = N_("A recording is damaged. Please record it again.")
_SET = N_("A picture of an imported set is damaged. Please remove the set, and import it again.")

_LOOSE_ENDS = (
    "SELECT 1 FROM action WHERE person NOT IN (SELECT record FROM current WHERE kind = 'person')",
    """SELECT 1 FROM action WHERE session IS NOT NULL
        AND session NOT IN (SELECT record FROM current WHERE kind = 'session')""",
    """SELECT 1 FROM event WHERE person IS NOT NULL
        AND person NOT IN (SELECT record FROM current WHERE kind = 'person')""",
    """SELECT 1 FROM unfinished WHERE session NOT IN
        (SELECT record FROM current WHERE kind = 'session' OR kind = 'person')""",
    "SELECT 1 FROM action WHERE id NOT IN (SELECT action FROM action_revision)",
    """SELECT 1 FROM action a JOIN action b ON b.id = coalesce(a.undoes, a.redoes)
        WHERE b.person <> a.person OR b.id >= a.id OR coalesce(b.undoes, b.redoes) IS NOT NULL""",
)
"""What finds actions and events that name what is not there, or another person's actions."""

_NOT_ERASED = N_(
    "Somebody's plan was erased, and what is left of it in the file is not gone yet. Close the "
    "notebook everywhere, and open it once more."
)

Check = Callable[[Connection], bool]


def problems(connection: Connection) -> tuple[str, ...]:
    """What is wrong, in sentences marked for translation; empty if the notebook is whole."""
    return tuple(dict.fromkeys(_found(connection)))


def pages_are_whole(connection: Connection) -> bool:
    """Whether each page is as it was written, and they are in order; quicker than all the rest."""
    try:
        return pages_are_authentic(connection) and connection.exec_driver_sql(
            "PRAGMA quick_check"
        ).scalars().all() == ["ok"]
    except (AlongsideError, DatabaseError):
        return False


def lists_are_right(connection: Connection) -> bool:
    """Whether the read model and the search are what would be made of the revisions."""
    try:
        return read_model.agrees(connection) and _search_agrees(connection)
    except DatabaseError:
        return False


def _found(connection: Connection) -> Iterator[str]:
    for is_whole, sentence in _CHECKS:
        try:
            if not is_whole(connection):
                yield sentence
        except (AlongsideError, DatabaseError, ValueError):
            yield sentence


def pages_are_authentic(connection: Connection) -> bool:
    """Whether each page in the file is as it was written."""
    return connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is None


def _pages_are_in_order(connection: Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]


def _references_hold(connection: Connection) -> bool:
    """Whether all foreign keys hold, and actions and events name records that are there.

    ``current`` is made anew at times, so that nothing can be tied to it by a foreign key.
    """
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None and not any(
        connection.exec_driver_sql(query).first() for query in _LOOSE_ENDS
    )


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


def _sounds_are_whole(connection: Connection) -> bool:
    return not any(True for _ in media.damaged(connection, sounds=True))


def _sets_are_whole(connection: Connection) -> bool:
    return not any(True for _ in picture_sets.damaged(connection))


def _search_agrees(connection: Connection) -> bool:
    connection.exec_driver_sql(
        "INSERT INTO found (found, rank) VALUES ('integrity-check', 1)"
    )  # which raises if the index and the read model differ
    return True


def _erasures_are_finished(connection: Connection) -> bool:
    return not erasing.is_begun(connection)


_CHECKS: tuple[tuple[Check, str], ...] = (
    (pages_are_authentic, _ALTERED),
    (_pages_are_in_order, _BROKEN),
    (_references_hold, _LOOSE),
    (_bodies_can_be_read, _UNREADABLE),
    (read_model.agrees, _OUT_OF_STEP),
    (_search_agrees, _SEARCH),
    (_photos_are_whole, _PHOTO),
    (_sounds_are_whole, _SOUND),
    (_sets_are_whole, _SET),
    (_erasures_are_finished, _NOT_ERASED),
)
