"""Typing that nobody has finished, kept for a power cut (``app.usecases.ports.Unfinished``)."""

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.model.ids import RecordId
from app.model.text import without_controls
from app.store import schema

_table = schema.unfinished
_HERE = (_table.c.session == bindparam("of")) & (_table.c.moment == bindparam("at"))
_ONE = select(_table.c.words).where(_HERE)
_OF_SESSION = select(_table).where(_table.c.session == bindparam("of")).order_by(_table.c.moment)
_PLACES = select(_table.c.session).distinct()
_FORGET = delete(_table).where(_HERE)
_ADD = insert(_table)
_KEEP = _ADD.on_conflict_do_update(
    index_elements=["session", "moment"], set_={"words": _ADD.excluded.words}
)


class NotebookUnfinished:
    """Reads and writes unfinished typing through one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, *, session: RecordId, moment: str, words: str) -> None:
        """Keep what stands in the writing place now; nothing for empty words."""
        kept = without_controls(words)
        if kept:
            self._connection.execute(_KEEP, {"session": session, "moment": moment, "words": kept})
        else:
            self._connection.execute(_FORGET, {"of": session, "at": moment})

    def get(self, *, session: RecordId, moment: str) -> str:
        """What stood there last, or an empty text."""
        found = self._connection.execute(_ONE, {"of": session, "at": moment}).scalar()
        return str(found or "")

    def of(self, *, session: RecordId) -> dict[str, str]:
        """Everything that stands in the writing places of a session, by moment."""
        rows = self._connection.execute(_OF_SESSION, {"of": session})
        return {row.moment: row.words for row in rows}

    def places(self) -> frozenset[RecordId]:
        """The sessions, and people, in whose writing places something stands."""
        return frozenset(RecordId(each) for each in self._connection.execute(_PLACES).scalars())
