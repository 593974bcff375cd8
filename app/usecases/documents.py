"""What a document holds: everything for the person, and for anybody else what they may see (R7)."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from app.model import shape
from app.model.contents import Contents
from app.model.documents.kind import DocumentKind
from app.model.errors import NotFoundError
from app.model.ids import PictureRef, RecordId
from app.model.person import Person
from app.model.plan import Line, Plan
from app.model.promises import Promise
from app.model.record import Body, Record
from app.model.restrictions import Restriction
from app.model.sections import Sections
from app.model.session import Board
from app.model.sharing_rules import Asked, ruling
from app.model.wording import N_
from app.usecases import photo_facts
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.sharing import SharedPlan, Sharing, named_to

NOTHING_YET = N_("There is nothing of that to print yet.")

_ON_A_PERSON: dict[str, tuple[str, ...]] = {
    "who_i_am": ("adjustments", "sign_systems"),
    "communication": ("ais_need",),
    "decisions": ("decision_profile", "legal_facts"),
    "rights_and_help": ("advocacy",),
}
"""What is known of a person beside sentences, and in which section others may see it."""

_NEVER_FOR_OTHERS = ("legal_name", "date_of_birth", "nhs_number")
"""What no choice is about, so that nobody else gets it."""

_STAYS_WITHOUT: dict[type[Body], frozenset[str]] = {
    Restriction: frozenset({"person_view_statement"}),
}
"""What a record may lack: a limit that is in place is never left out for a sentence (rule R10)."""


def name_of(notebook: Notebook, person: RecordId) -> str:
    """What a person is called.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        return work.records.get(person, Person).body.preferred_name


def latest(notebook: Notebook, kind: DocumentKind, *, person: RecordId, named: str) -> RecordId:
    """The board or the talk that a document is about: the one that is named, or the last.

    A board that came back from home is printed only where it is named: nobody read it back yet.

    Raises:
        NotFoundError: there is none, or none of that name.

    """
    with notebook.unit_of_work() as work:
        found = work.records.find(kind.needs[0], person=person)
    chosen = [
        each.id
        for each in found
        if each.id == named
        or not (named or (isinstance(each.body, Board) and each.body.at_home is not None))
    ]
    if not chosen:
        raise NotFoundError(NOTHING_YET)
    return chosen[-1]


def for_the_person(
    notebook: Notebook,
    plan: Plan,
    kind: DocumentKind,
    *,
    about: RecordId | None = None,
    with_private: bool = False,
) -> Contents:
    """What the person's own copy holds.

    Raises:
        NotFoundError: the board or talk that it is about is not there.

    """
    kept = plan.only_kept(with_private=with_private)
    with notebook.unit_of_work() as work:
        others = _records(work, kind, plan.person.id, about)
    seen = frozenset(line.statement.id for line in kept.lines)
    contents = Contents(
        plan=kept,
        reader=plan.person.body.preferred_name,
        own=True,
        others=tuple(_telling_only(others, seen, frozenset())),
        known={each.id: each.body.name for each in plan.supporters}
        | {plan.person.id: plan.person.body.preferred_name},
        about=about,
    )
    return _cut_down(kind, contents)


def for_a_reader(
    work: UnitOfWork,
    found: Sharing,
    shared: SharedPlan,
    asked: Asked,
    kind: DocumentKind,
    *,
    sections: Sections,
    about: RecordId | None = None,
) -> Contents:
    """What this reader's copy holds: what they may see, sentence by sentence and record by record.

    A record follows the choice for its section, and is left out if it tells of a sentence that is.
    """
    person = found.person.id
    seen = frozenset(line.statement.id for line in shared.plan.lines)
    said_in = {line.statement.id: line.statement.body.section for line in shared.plan.lines}

    def may_see(section: str, record: RecordId) -> bool:
        return ruling(section, record, sections=sections, choices=found.given, asked=asked).seen

    covered = (
        each
        for each in _records(work, kind, person, about)
        if may_see(_section_of(each, said_in), each.id)
    )
    others = tuple(
        _as_sorted(each, shared.plan)
        for each in _telling_only(covered, seen, photo_facts.held_back(work, person))
    )
    named = named_to(found, asked, sections)
    plan = dataclasses.replace(
        naming_only(shared.plan, named),
        person=_as_seen(shared.plan.person, may_see),
    )
    return _cut_down(
        kind,
        Contents(
            plan=plan,
            reader=asked.reader.name,
            own=False,
            others=others,
            known=named,
            about=about,
        ),
    )


def refuse_nothing(kind: DocumentKind, contents: Contents) -> None:
    """Let no sheet leave that is about a talk, or the home, and tells nothing of it.

    Raises:
        NotFoundError: it would tell nothing.

    """
    talk = kind.about == "talk" and not contents.came_of_talk()
    if talk or (kind.about == "home" and not contents.others):
        raise NotFoundError(NOTHING_YET)


def _cut_down(kind: DocumentKind, contents: Contents) -> Contents:
    """Without the sections that the document does not hold, but for differing views (rule R6)."""
    if not kind.sections:
        return contents
    left = tuple(each for each in contents.plan.sections if each.section.id in kind.sections)
    order = {name: at for at, name in enumerate(kind.sections)}
    left = tuple(sorted(left, key=lambda each: order[each.section.id]))
    held = {line.statement.id for each in left for line in each.lines}
    views = contents.views()
    differing = tuple(
        line
        for line in contents.plan.lines
        if line.statement.id not in held
        and any(each.statement.id in held for each in views.of(line))
    )
    plan = dataclasses.replace(contents.plan, sections=left)
    return dataclasses.replace(contents, plan=plan, differing=differing)


def _records(
    work: UnitOfWork, kind: DocumentKind, person: RecordId, about: RecordId | None
) -> tuple[Record[Body], ...]:
    """Those that the document holds; of the kind that it is about the one alone."""
    first = {"board": 1, "talk": 1}.get(kind.about, 0)
    found: list[Record[Body]] = []
    for at, each in enumerate(kind.needs):
        records: tuple[Record[Any], ...] = work.records.find(each, person=person)
        found += [one for one in records if at >= first or one.id == about]
    return tuple(found)


def _section_of(record: Record[Body], said_in: Mapping[RecordId, str]) -> str:
    """In which section it stands; what was promised stands where the person asked for it."""
    body = record.body
    if isinstance(body, Promise) and body.said is not None:
        return said_in.get(body.said, "")
    return body.facets(record.id).section


def _telling_only(
    records: Iterable[Record[Body]], seen: frozenset[RecordId], held: frozenset[PictureRef]
) -> Iterable[Record[Body]]:
    """The records without any word of a sentence that is not seen, and without photos held back."""
    kept: set[RecordId] = set()
    for each in records:
        body = _without(each.body, seen, held)
        if body is None:
            continue
        goals = {ref for _, ref, lists in shape.names(body) if "goals" in lists}
        if goals <= kept:
            kept.add(each.id)
            yield dataclasses.replace(each, body=body)


def _without(body: Body, seen: frozenset[RecordId], held: frozenset[PictureRef]) -> Body | None:
    """A record as it may be told; None if it is about a sentence that is not seen."""
    changes: dict[str, object] = {}
    for field, ref, lists in shape.names(body):
        if lists != ("statements",) or ref in seen:
            continue
        value = getattr(body, field, None)
        if isinstance(value, tuple) and all(isinstance(each, str) for each in value):
            changes[field] = tuple(each for each in value if each in seen)
        elif field in _STAYS_WITHOUT.get(type(body), ()):
            changes[field] = None
        else:
            return None
    for field in body.__struct_fields__:
        value = getattr(body, field)
        if isinstance(value, str) and value in held:
            changes[field] = None
    return msgspec.structs.replace(body, **changes) if changes else body


def naming_only(plan: Plan, known: Mapping[RecordId, str]) -> Plan:
    """The plan without the names of those who may not be named.

    Whose words a sentence is stays with it, whoever it is (rule R1).
    """
    said_by = {line.statement.body.said_by for line in plan.lines}
    return dataclasses.replace(
        plan,
        supporters=tuple(each for each in plan.supporters if each.id in known.keys() | said_by),
        sections=tuple(
            dataclasses.replace(
                section, lines=tuple(_written_by(line, known) for line in section.lines)
            )
            for section in plan.sections
        ),
    )


def _written_by(line: Line, known: Mapping[RecordId, str]) -> Line:
    """A sentence without the name of who wrote it down, where they may not be named."""
    named = line.statement.body.scribed_by in known
    return line if named else dataclasses.replace(line, scribed_by="")


def _as_sorted(record: Record[Body], plan: Plan) -> Record[Body]:
    """A board with those cards alone whose sentences are seen, and without how it all looked."""
    board = record.body
    if not isinstance(board, Board):
        return record
    said = {
        line.statement.body.card
        for line in plan.lines
        if (line.statement.body.session, line.statement.body.moment)
        == (board.session, board.moment)
    }
    cards = tuple(card for card in board.cards if card.id in said)
    body = msgspec.structs.replace(board, cards=cards, picture=None)
    return dataclasses.replace(record, body=body)


def _as_seen(person: Record[Person], may_see: Callable[[str, RecordId], bool]) -> Record[Person]:
    """The person without what is known of them in a section that is not seen."""
    usual = Person(preferred_name=person.body.preferred_name)
    hidden = [
        *_NEVER_FOR_OTHERS,
        *(
            field
            for section, fields in _ON_A_PERSON.items()
            if not may_see(section, person.id)
            for field in fields
        ),
    ]
    plain = {field: getattr(usual, field) for field in hidden}
    return dataclasses.replace(person, body=msgspec.structs.replace(person.body, **plain))
