"""The records of a plan that are more than a sentence, as cards that can be read.

A new kind is shown with one line in :data:`SHAPES`.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from app.model import shape
from app.model.decisions import Decision
from app.model.facts import Card, Fact
from app.model.guide import Guide
from app.model.ids import PictureRef, RecordId
from app.model.kinds import KINDS, kind_of
from app.model.person import Person
from app.model.record import Body, Record
from app.model.restrictions import Restriction
from app.model.risks import RiskPlan
from app.model.sections import Sections
from app.model.session import Session
from app.model.statement import Statement
from app.model.topics import Topics
from app.model.wording import Phrase, Told
from app.usecases import history, restrictions
from app.usecases.field_words import name_of_answer, name_of_kind
from app.usecases.plain_words import Teller
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.titles import title_of
from app.usecases.told_records import written_down


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a kind of record is shown in the plan.

    Attributes:
        section: in which section.
        status: where such a record stands, by the name of the answer.
        marks: the picture beside each answer; ``mark`` is beside all others.
        facts: the fields that are read on screen, in their order.
        brief: the few of them that are printed.
        order: which stand first, by status.

    """

    section: str
    status: Callable[[Any], str]
    facts: tuple[str, ...]
    brief: tuple[str, ...]
    mark: PictureRef
    marks: dict[str, PictureRef] = dataclasses.field(default_factory=dict)
    order: tuple[str, ...] = ()


SHAPES: dict[type[Body], Shape] = {
    RiskPlan: Shape(
        section="risks",
        status=lambda body: body.status,
        facts=(
            "why_matters", "benefits", "cost_of_not", "strengths", "worries", "supports",
            "my_limit", "team_limit", "triggers", "trial", "learning", "result", "review_due",
        ),
        brief=("why_matters", "benefits", "result", "review_due"),
        mark=PictureRef("openmoji:1F9ED"),
        marks={"agreed": PictureRef("openmoji:1F91D"), "ended": PictureRef("openmoji:2705")},
        order=("agreed", "being_written", "ended"),
    ),
    Restriction: Shape(
        section="restrictions",
        status=lambda body: body.status,
        facts=(
            "what", "started", "rationale", "person_view", "person_view_statement",
            "contentment_signs", "objection_signs", "alternatives", "legal_basis", "review_due",
            "end_when",
        ),
        brief=("rationale", "person_view", "review_due"),
        mark=PictureRef("openmoji:1F512"),
        marks={
            "incomplete": PictureRef("openmoji:1F6A9"),
            "proposed": PictureRef("openmoji:1F914"),
            "reducing": PictureRef("openmoji:1F53D"),
            "ended": PictureRef("openmoji:1F513"),
        },
        order=("incomplete", "active", "reducing", "proposed", "ended"),
    ),
    Decision: Shape(
        section="decisions",
        status=lambda body: body.outcome or "not_decided",
        facts=(
            "options", "person_choice", "support_tried", "put_off_until", "challenge_route",
            "review_due",
        ),
        brief=("person_choice", "review_due"),
        mark=PictureRef("openmoji:1F914"),
        marks={"decided_by_person": PictureRef("openmoji:2705")},
    ),
}  # fmt: skip


_WHERE_IT_CAME_UP = frozenset({"moment", "session"})
_NO_TOPICS = Topics(topics=(), scales=())
"""No card is about what lay on the table in a talk."""


def cards(work: UnitOfWork, *, person: RecordId, sections: Sections) -> dict[str, tuple[Card, ...]]:
    """The cards of each section of a person's plan, those that lack something first."""
    found = {kind: work.records.find(kind, person=person) for kind in SHAPES}
    if not any(found.values()):
        return {}
    teller = teller_of(work, person=person, sections=sections, topics=_NO_TOPICS, also=(Decision,))
    made: dict[str, tuple[Card, ...]] = {}
    for kind, records in found.items():
        if records:
            ordered = sorted(records, key=lambda each: _place(each.body))
            made[SHAPES[kind].section] = tuple(card(each, teller) for each in ordered)
    return made


def teller_of(
    work: UnitOfWork,
    *,
    person: RecordId,
    sections: Sections,
    topics: Topics,
    also: Iterable[type[Body]],
) -> Teller:
    """Says what the records of a person hold, in a place that others may see.

    Sentences are named only where the person kept them and does not keep them to themselves; so
    nothing of a draft, or of what is for the person alone, is told by way of another record.

    Args:
        work: where they are read.
        person: whose they are.
        sections: of a plan.
        topics: of the talks.
        also: the kinds of other records that may be named.

    """
    names: dict[RecordId, Told] = {
        **history.names_around(work, person),
        **history.days_of_talks(work, person),
    }
    for each in work.records.find(Statement, person=person):
        if each.body.kept and not each.body.private:
            names[each.id] = title_of(each.body, names)
    for kind in set(also) - {Statement}:
        for record in work.records.find(kind, person=person):
            names.setdefault(record.id, title_of(record.body, names))
    return Teller(names=names, sections=sections, topics=topics)


def card(record: Record[Body], teller: Teller) -> Card:
    """One record as a card.

    Raises:
        KeyError: it is of a kind that is not shown as one.

    """
    body = record.body
    kind = SHAPES[type(body)]
    status = kind.status(body)
    return Card(
        record=record.id,
        kind=kind_of(body),
        title=title_of(body, teller.names),
        status=name_of_answer(status, "status"),
        mark=kind.marks.get(status, kind.mark),
        missing=restrictions.missing(body) if isinstance(body, Restriction) else (),
        facts=_facts(body, kind.facts, teller),
        brief=_facts(body, kind.brief, teller),
        written=written_down(record.changed_at, teller.names.get(record.changed_by, "")),
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A record of any kind, whole.

    Attributes:
        person: whose it is.
        kind: what such records are called.
        title: what this one is called; the same as ``kind`` where it has no name of its own.
        card: how it stands in the plan, if it stands there as a card.
        facts: everything it holds, but for sentences that are not for everybody to see.
        section: where it stands in the plan, if it does.

    """

    person: Record[Person]
    kind: Phrase
    title: Told
    card: Card | None
    facts: tuple[Fact, ...]
    section: str


def whole(
    notebook: Notebook,
    *,
    kind: str,
    record: RecordId,
    sections: Sections,
    topics: Topics,
    guides: Mapping[str, Guide],
) -> Whole:
    """Read one record of any kind, whole.

    Raises:
        KeyError: there is no such kind.
        NotFoundError: there is no such record.

    """
    with notebook.unit_of_work() as work:
        found: Record[Body] = work.records.get(record, KINDS[kind])
        facets = found.body.facets(record)
        person = work.records.get(facets.person or record, Person)
        teller = teller_of(
            work, person=person.id, sections=sections, topics=topics, also=KINDS.values()
        )
        if facets.session is not None:
            talk = work.records.get(facets.session, Session).body
            teller = dataclasses.replace(teller, guide=guides.get(talk.guide))
    body = found.body
    fields = tuple(each for each in body.__struct_fields__ if each not in _WHERE_IT_CAME_UP)
    title = title_of(body, teller.names)
    return Whole(
        person=person,
        kind=name_of_kind(kind),
        title=title,
        card=card(found, teller) if type(body) in SHAPES else None,
        facts=tuple(f for f in _facts(body, fields, teller) if f.items != ((title,),)),
        section=facets.section,
    )


def _facts(body: Body, fields: tuple[str, ...], teller: Teller) -> tuple[Fact, ...]:
    every = frozenset(body.__struct_fields__)
    body, nameless = _for_everybody(body, teller)
    return tuple(
        fact
        for field in fields
        if field not in nameless
        for fact in teller.facts(body, without=every - {field})
    )


def _for_everybody(body: Body, teller: Teller) -> tuple[Body, frozenset[str]]:
    """A record without the sentences that are not told, and what of it names one elsewhere."""
    fields = {field for field, record, _ in shape.names(body) if record not in teller.names}
    lists = {
        field: tuple(each for each in getattr(body, field) if each in teller.names)
        for field in fields
        if shape.items(shape.hints(type(body))[field]) is not None
        and all(isinstance(each, str) for each in getattr(body, field))
    }
    return msgspec.structs.replace(body, **lists), frozenset(fields - set(lists))


def _place(body: Body) -> int:
    order = SHAPES[type(body)].order
    status = SHAPES[type(body)].status(body)
    return order.index(status) if status in order else len(order)
