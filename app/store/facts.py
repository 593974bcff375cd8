"""What the people who keep a notebook decided about it (``app.usecases.ports.Facts``)."""

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.store import schema

_table = schema.about
_ONE = select(_table.c.value).where(_table.c.name == bindparam("which"))
_FORGET = delete(_table).where(_table.c.name == bindparam("which"))
_ADD = insert(_table)
_KEEP = _ADD.on_conflict_do_update(index_elements=["name"], set_={"value": _ADD.excluded.value})


class NotebookFacts:
    """Reads and writes facts about the notebook through one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> str:
        """What was decided, or an empty text."""
        return str(self._connection.execute(_ONE, {"which": name}).scalar() or "")

    def keep(self, name: str, value: str) -> None:
        """Keep what was decided; an empty text takes it back."""
        if value:
            self._connection.execute(_KEEP, {"name": name, "value": value})
        else:
            self._connection.execute(_FORGET, {"which": name})
