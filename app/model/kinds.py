"""The kinds of record there are, and how their bodies are written and read."""

import msgspec

from app.model.person import Person, Supporter
from app.model.record import Body
from app.model.session import Board, Session
from app.model.statement import Statement

KINDS: dict[str, type[Body]] = {
    "person": Person,
    "supporter": Supporter,
    "session": Session,
    "statement": Statement,
    "board": Board,
}

SCHEMA: dict[str, int] = dict.fromkeys(KINDS, 1)
"""The version of each body's form that this program writes."""

_NAMES = {body: kind for kind, body in KINDS.items()}
_encoder = msgspec.json.Encoder(order="deterministic")
_decoders = {kind: msgspec.json.Decoder(body) for kind, body in KINDS.items()}


def kind_of(body: Body | type[Body]) -> str:
    """The name of a body's kind."""
    return _NAMES[body if isinstance(body, type) else type(body)]


def write_body(body: Body) -> bytes:
    """A body as JSON, the same bytes for the same body, checked by reading it back.

    Raises:
        msgspec.ValidationError: a field holds what its type does not allow.

    """
    data = _encoder.encode(body)
    _decoders[kind_of(body)].decode(data)
    return data


def read_body(kind: str, data: bytes) -> Body:
    """The body that :func:`write_body` wrote.

    Raises:
        KeyError: no such kind.
        msgspec.ValidationError: it is not a body of this kind.

    """
    body: Body = _decoders[kind].decode(data)
    return body
