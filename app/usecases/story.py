"""All the talks with one person as one story, and which talks can be begun or carried on."""

import dataclasses
from collections.abc import Mapping

from app.model import halfsaid
from app.model.conversation import Step
from app.model.guide import Guide
from app.model.halfsaid import PICKING, HalfSaid
from app.model.ids import RecordId
from app.model.person import Supporter
from app.model.record import Record
from app.model.session import Session
from app.model.statement import Statement
from app.model.translation import Translated
from app.usecases import surroundings, translated
from app.usecases.by_machine import Guarding
from app.usecases.parked import Parked, parked_of
from app.usecases.ports import Notebook, UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Unfinished:
    """A talk that can be carried on, and the step at which it was left."""

    session: Record[Session]
    guide: Guide
    stopped_at: Step


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What can be talked about.

    Attributes:
        unfinished: talks that were left, the latest first.
        parked: pieces left for another day, by guide, the oldest first.
        guides: the talks that can be begun, in their order; not those that are unfinished.

    """

    unfinished: tuple[Unfinished, ...]
    parked: tuple[tuple[Parked, ...], ...]
    guides: tuple[Guide, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class LeftWords:
    """Words of a talk that is over, which are on no card.

    Attributes:
        step: where they stand; None where it is no step of a guide that is here.

    """

    step: Step | None
    said: HalfSaid


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TalkHad:
    """One talk of the story.

    Attributes:
        guide: what it was; None where this program does not have its guide.
        who: the names of who was there beside the person.
        said: what was said in it and was not taken out, in order.
        left: words that nobody finished; none of a talk that goes on, where they still stand.
        names: what its people are called.
        translated: what of it stands in other languages.

    """

    session: Record[Session]
    guide: Guide | None
    who: tuple[str, ...]
    said: tuple[Record[Statement], ...]
    left: tuple[LeftWords, ...]
    names: Mapping[RecordId, str]
    translated: Mapping[RecordId, tuple[Translated, ...]]


def offers(notebook: Notebook, *, person: RecordId, guides: Mapping[str, Guide]) -> Offers:
    """What a person can talk about now."""
    with notebook.unit_of_work() as work:
        open_ones = [
            each
            for each in work.records.find(Session, person=person)
            if each.body.open and each.body.guide in guides
        ]
        unfinished = tuple(
            Unfinished(each, guides[each.body.guide], walk.step)
            for each in reversed(open_ones)
            for walk in (surroundings.conversation(work, guides[each.body.guide], each.body),)
        )
        left = parked_of(work, person, guides)
    under_way = {each.guide.id for each in unfinished}
    by_guide: dict[str, list[Parked]] = {}
    for piece in left:
        if piece.guide.id not in under_way:
            by_guide.setdefault(piece.guide.id, []).append(piece)
    offered = (each for each in guides.values() if each.place and each.id not in under_way)
    return Offers(
        unfinished=unfinished,
        parked=tuple(tuple(pieces) for pieces in by_guide.values()),
        guides=tuple(sorted(offered, key=lambda each: (each.place, each.id))),
    )


def talks_had(
    notebook: Notebook,
    *,
    person: RecordId,
    guides: Mapping[str, Guide],
    guarding: Guarding | None = None,
) -> tuple[TalkHad, ...]:
    """Every talk with a person, the latest first.

    Args:
        notebook: the open notebook.
        person: whose talks they are.
        guides: what they may have been.
        guarding: says what only people translate (rule R12).

    """
    with notebook.unit_of_work() as work:
        sessions = work.records.find(Session, person=person)
        statements = work.records.find(Statement, person=person)
        names = {each.id: each.body.name for each in work.records.find(Supporter, person=person)}
        beside = translated.beside_all(
            work, person=person, statements=statements, guarding=guarding
        )
        places = work.unfinished.places()
        left = {
            each.id: _left_words(work, each, guides.get(each.body.guide))
            for each in sessions
            if each.id in places and not each.body.open
        }
    said: dict[RecordId, list[Record[Statement]]] = {}
    for each in statements:
        if each.body.session is not None and not each.body.disowned:
            said.setdefault(each.body.session, []).append(each)
    return tuple(
        TalkHad(
            session=each,
            guide=guides.get(each.body.guide),
            who=tuple(names[a.supporter] for a in each.body.attendees if a.supporter in names),
            said=tuple(said.get(each.id, ())),
            left=left.get(each.id, ()),
            names=names,
            translated=beside,
        )
        for each in sorted(sessions, key=lambda each: each.body.started, reverse=True)
    )


def _left_words(
    work: UnitOfWork, talk: Record[Session], guide: Guide | None
) -> tuple[LeftWords, ...]:
    found = []
    for key, written in work.unfinished.of(session=talk.id).items():
        name, _, about = key.removeprefix(PICKING).partition(":")
        moment = guide.moment(name) if guide is not None else None
        said = halfsaid.read(written)
        if not said.blank:
            found.append(LeftWords(Step(moment, about) if moment is not None else None, said))
    return tuple(found)
