"""What was found lately, so that it is not read again for every screen."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from sqlalchemy import Connection

from app.model.record import Body, Record

MOST = 5_000
"""Records and answers held at a time, some 3 kB each: a dozen plans of 300 sentences."""

_NAME = "lately"


class Lately:
    """Holds the answers of one connection until something of their kind is written.

    Records are frozen, so that one answer can be given to everybody who asks. It goes with its
    connection: when a notebook is closed, or given another key, nothing of it is held.
    """

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[Hashable, ...], tuple[Record[Any], ...]] = OrderedDict()
        self._held = 0
        self._version = -1

    def stand_at(self, version: int) -> None:
        """Forget everything if somebody else wrote to the file since (SQLite counts that)."""
        if version != self._version:
            self.forget_all()
        self._version = version

    def find(
        self, *asked: Hashable, read: Callable[[], tuple[Record[Body], ...]]
    ) -> tuple[Record[Any], ...]:
        """What was found when this was asked before, or what ``read`` finds now.

        Args:
            asked: the kind of the records, and what else they were looked for by.
            read: reads them from the notebook.

        """
        known = self._found.get(asked)
        if known is not None:
            self._found.move_to_end(asked)
            return known
        found = read()
        self._found[asked] = found
        self._held += 1 + len(found)
        while self._held > MOST:
            self._drop(next(iter(self._found)))
        return found

    def forget(self, kind: str) -> None:
        """One of this kind is written."""
        for asked in [each for each in self._found if each[0] == kind]:
            self._drop(asked)

    def forget_all(self) -> None:
        """Anything may have been written."""
        self._found.clear()
        self._held = 0

    def _drop(self, asked: tuple[Hashable, ...]) -> None:
        self._held -= 1 + len(self._found.pop(asked))


def of(connection: Connection) -> Lately:
    """What was found through this connection, as far as it still holds."""
    lately: Lately = connection.info.setdefault(_NAME, Lately())
    lately.stand_at(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
    return lately
