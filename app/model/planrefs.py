"""What the body of a record names: other records, and pictures."""

from collections.abc import Iterable

from app.model.ids import PictureRef, RecordId
from app.model.person import Person, Supporter
from app.model.record import Body
from app.model.session import Board, Session
from app.model.statement import Statement

Reference = tuple[str, RecordId, tuple[str, ...]]
"""The field, the record it names, and the lists of a plan file in which that may stand."""

_Perhaps = tuple[str, RecordId | None, tuple[str, ...]]

_PEOPLE = ("people",)
_CIRCLE = ("people", "supporters")
_SESSIONS = ("sessions",)
_STATEMENTS = ("statements",)


def owner_of(record: RecordId, body: Body) -> RecordId:
    """The person whose record this is."""
    return body.facets(record).person or record


def references_in(body: Body) -> list[Reference]:
    """Every other record that a body names."""
    named: list[_Perhaps] = []
    match body:
        case Person():
            named = [("ais_need", need.recorded_by, _CIRCLE) for need in body.ais_need]
            named.append(("advocacy", body.advocacy.appropriate_individual_id, _CIRCLE))
        case Supporter():
            named = [("person", body.person, _PEOPLE)]
        case Session():
            named = [("attendees", each.supporter, _CIRCLE) for each in body.attendees]
            named.append(("person", body.person, _PEOPLE))
        case Board():
            named = [("person", body.person, _PEOPLE), ("session", body.session, _SESSIONS)]
        case Statement():
            named = _named_by_sentence(body)
    return [(field, other, lists) for field, other, lists in named if other is not None]


def _named_by_sentence(body: Statement) -> list[_Perhaps]:
    answers = body.answer_to.statement if body.answer_to else None
    return [
        ("person", body.person, _PEOPLE),
        ("said_by", body.said_by, _CIRCLE),
        ("scribed_by", body.scribed_by, _CIRCLE),
        ("interpreter_id", body.interpreter_id, _CIRCLE),
        ("easy_by", body.easy_by, _CIRCLE),
        ("session", body.session, _SESSIONS),
        ("answer_to", answers, _STATEMENTS),
        *(("conflicts_with", each, _STATEMENTS) for each in body.conflicts_with),
    ]


def pictures_in(body: Body) -> tuple[PictureRef, ...]:
    """Every picture that a body shows."""
    shown: Iterable[PictureRef | None] = ()
    match body:
        case Person() | Supporter():
            shown = (body.photo,)
        case Statement():
            shown = body.symbols
        case Board():
            shown = (card.symbol for card in body.cards)
    return tuple(ref for ref in shown if ref)
