"""Everything that is written about one person, gathered for that person to read.

Nothing is left out because it is hidden, private, a draft or undone. Kinds of record that this
module does not know by name are told field by field.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping

from app.model import halfsaid
from app.model.about_me import AboutMe, Group, Part
from app.model.event import Event
from app.model.guide import Guide
from app.model.halfsaid import HalfSaid
from app.model.ids import PictureRef, RecordId
from app.model.kinds import KINDS
from app.model.person import Person, Supporter
from app.model.plan import Plan, arrange
from app.model.record import Record
from app.model.sections import Sections
from app.model.statement import Statement
from app.model.topics import Topics
from app.model.wording import N_, Phrase
from app.usecases import history
from app.usecases.field_words import name_of_kind
from app.usecases.plain_words import Teller
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.told_records import Kept, Telling, Typing, records_of, what_is_named

_WITH_A_PART = frozenset({"person", "supporter", "session", "statement", "board"})


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Found:
    """What was read in one go: the records, what they name, what is typed, what was done."""

    whose: Record[Person]
    kept: dict[str, tuple[Kept, ...]]
    names: dict[RecordId, str]
    talks: dict[RecordId, datetime.date]
    typing: Typing
    events: tuple[Event, ...]


def about_me(
    notebook: Notebook,
    *,
    person: RecordId,
    sections: Sections,
    guides: Mapping[str, Guide],
    topics: Topics,
    today: datetime.date,
) -> AboutMe:
    """Everything that the notebook keeps about a person, read in one go.

    Raises:
        NotFoundError: there is no such person.

    """
    found = _read(notebook, person)
    plan = arrange(
        person=found.whose,
        supporters=records_of(found.kept["supporter"], Supporter),
        statements=records_of(found.kept["statement"], Statement),
        sections=sections,
        today=today,
        everything=True,
    )
    named = what_is_named(found.kept, found.names, found.talks)
    teller = Teller(names=named, sections=sections, topics=topics)
    telling = Telling(found.kept, found.names, found.talks, guides, teller)
    parts = (*_what_is_kept(telling, plan, found.kept), *_what_is_beside_it(telling, found))
    return AboutMe(plan=plan, parts=parts)


def _read(notebook: Notebook, person: RecordId) -> _Found:
    with notebook.unit_of_work() as work:
        whose = work.records.get(person, Person)
        kept = {kind: _kept(work, kind, person) for kind in KINDS}
        places = (person, *(each.record.id for each in kept["session"]))
        return _Found(
            whose=whose,
            kept=kept,
            names=history.names_around(work, person),
            talks=history.days_of_talks(work, person),
            typing={place: _unfinished(work, place) for place in places},
            events=work.events.read(person=person),
        )


def _what_is_kept(
    telling: Telling, plan: Plan, kept: Mapping[str, tuple[Kept, ...]]
) -> Iterator[Part]:
    """A part for each kind of record; what is said and the talks in their own order."""
    nothing = N_("Nothing is kept here.")
    yield _part(N_("About me"), "openmoji:1F642", telling.group(kept["person"]), nothing)
    around = telling.group(kept["supporter"])
    yield _part(N_("People around me"), "openmoji:1F465", around, nothing)
    said = tuple(
        Group(
            title=Phrase(each.section.easy),
            pictures=each.section.pictures,
            entries=tuple(telling.sentence(line) for line in each.lines),
        )
        for each in plan.sections
    )
    yield _part(N_("What I said"), "openmoji:1F4AC", said, N_("No words are kept."))
    talks = tuple(telling.talks())
    yield _part(N_("Our talks"), "openmoji:1F5E3", talks, N_("No talks are kept."))
    for kind in KINDS:
        if kind not in _WITH_A_PART and kept[kind]:
            title = name_of_kind(kind).sentence
            yield _part(title, "openmoji:1F4C4", telling.group(kept[kind]), nothing)


def _what_is_beside_it(telling: Telling, found: _Found) -> Iterator[Part]:
    """What stands unfinished, the photos, and what was done with all of it."""
    unfinished = tuple(telling.not_finished(found.typing))
    none = N_("No words stand unfinished.")
    yield _part(N_("Not finished"), "openmoji:270F", unfinished, none)
    photos = tuple(telling.photos(found.typing))
    yield _part(N_("Photos"), "openmoji:1F4F7", photos, N_("No photos are kept."))
    done = tuple(telling.done(found.events))
    nothing = N_("Nothing was printed, given to anybody or taken back.")
    yield _part(N_("What was done with it"), "openmoji:1F4CB", done, nothing)


def _part(title: str, picture: str, groups: tuple[Group, ...], none: str) -> Part:
    return Part(title=Phrase(title), picture=PictureRef(picture), groups=groups, none=Phrase(none))


def _kept(work: UnitOfWork, kind: str, person: RecordId) -> tuple[Kept, ...]:
    """The records of a kind, hidden ones too, each with every version."""
    found = work.records.find(KINDS[kind], person=person, withdrawn=True)
    return tuple(
        Kept(each, work.records.history(each.id), work.actions.of_record(each.id)) for each in found
    )


def _unfinished(work: UnitOfWork, session: RecordId) -> dict[str, HalfSaid]:
    """What stands in the writing places of a talk, or of a person outside of one."""
    stands = work.unfinished.of(session=session)
    read = {moment: halfsaid.read(words) for moment, words in stands.items()}
    return {moment: said for moment, said in read.items() if not said.blank}
