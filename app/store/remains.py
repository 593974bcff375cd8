"""What would give away that something of a person is left in the file, once they were erased."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.model.ids import RecordId
from app.store import revisions, schema, traces

PIECE_BYTES = 64
"""So much of a text or a photo is looked for: more might not lie on one page."""

_SHORTEST_TEXT_BYTES = 12
"""Shorter ones stand in other people's plans by chance."""

_JSON_STRING = re.compile(rb'"((?:[^"\\]|\\.)*)"')


def texts_of(connection: Connection, records: Iterable[str]) -> frozenset[str]:
    """Every text in every version of these records, and what was being typed in these talks."""
    typed = "SELECT words FROM unfinished WHERE session = ?"
    found: set[str] = set()
    for record in records:
        for revision in revisions.of_record(connection, RecordId(record)):
            found.update(_strings(msgspec.to_builtins(revision.body)))
        found.update(connection.exec_driver_sql(typed, (record,)).scalars())
    return frozenset(found)


def said_by_nobody_else(connection: Connection, texts: frozenset[str]) -> tuple[str, ...]:
    """Those of the texts that no record holds any more, once the person's are taken out."""
    wanted = {msgspec.json.encode(text)[1:-1]: text for text in texts}
    for body in connection.exec_driver_sql("SELECT body FROM revision").scalars():
        for said in _JSON_STRING.findall(body):
            wanted.pop(said, None)
    return tuple(wanted.values())


def pieces(texts: Iterable[str]) -> Iterator[bytes]:
    """The beginning of each text, in each form in which the file may hold it."""
    for text in texts:
        for form in traces.forms(text):
            if len(form) >= _SHORTEST_TEXT_BYTES:
                yield form[:PIECE_BYTES]


def are_loose(connection: Connection, identifiers: frozenset[str]) -> bool:
    """Whether some of these identifiers, found in a file, stand in no row of it."""
    loose = {each.encode() for each in identifiers}
    for table in schema.metadata.tables:
        rows = connection.exec_driver_sql(f'SELECT * FROM "{table}"')  # noqa: S608 - our own names
        for row in rows:
            for value in row:
                if isinstance(value, str | bytes):
                    held = value.encode() if isinstance(value, str) else value
                    loose.difference_update(traces.identifiers_in(held))
    return bool(loose)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for each in data.values():
            yield from _strings(each)
    elif isinstance(data, list | tuple):
        for each in data:
            yield from _strings(each)
