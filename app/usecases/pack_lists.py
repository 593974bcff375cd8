"""The lists at the end of an advocate's review pack (domain section E.3).

Each holds only what its reader may see: the records are those of the document's contents, and what
they name beside is told only as far as this reader may be told of it.
"""

import collections
import dataclasses
import datetime
from collections.abc import Iterator, Mapping

import msgspec

from app.model.agreements import PlanAgreement
from app.model.contents import Contents
from app.model.decisions import Decision
from app.model.facts import Fact
from app.model.guide import Guide, MomentKind
from app.model.halfsaid import PICKING
from app.model.ids import RecordId
from app.model.kinds import kind_of
from app.model.pack_told import PackItem, PackList
from app.model.packs import ReviewPack
from app.model.plan import Line
from app.model.promises import Promise
from app.model.record import Body, Record
from app.model.restrictions import Restriction
from app.model.review_codes import shown
from app.model.sections import Sections
from app.model.session import REFUSALS, Session
from app.model.sharing import SharingChoice
from app.model.sharing_rules import Asked, ruling
from app.model.translation import METHOD_WORDS
from app.model.wording import N_, Phrase, Told
from app.usecases.field_words import name_of_answer, name_of_kind
from app.usecases.plain_words import Teller
from app.usecases.ports import UnitOfWork
from app.usecases.sharing import Sharing
from app.usecases.titles import title_of
from app.words.languages import own_name

_NOT_IN_LISTS = frozenset({"moment", "session", "person", "mark", "plain_title", "question"})
_LISTED: tuple[type[Body], ...] = (PlanAgreement, Restriction, Decision, Promise, SharingChoice)
"""The records that are told one by one."""

_UNTOLD: frozenset[MomentKind] = frozenset({"sealed", "sharing"})
"""What was refused there is nobody's but the person's, and says whom they would not let see."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one pack is made from.

    Attributes:
        contents: what the reader may see; ``last`` the pack before, if there was one.

    """

    work: UnitOfWork
    found: Sharing
    asked: Asked
    contents: Contents
    sections: Sections
    teller: Teller
    guides: Mapping[str, Guide]
    last: Record[ReviewPack] | None

    def may_see(self, section: str, record: RecordId) -> bool:
        """Whether the reader may see what a record says about a section."""
        choices = self.found.given
        return ruling(
            section, record, sections=self.sections, choices=choices, asked=self.asked
        ).seen


def lists(reading: Reading) -> Iterator[PackList]:
    """Every list, also those in which nothing stands."""
    person = reading.found.person.body.preferred_name
    none = Phrase(N_("Parts without words of {name}"), (("name", person),))
    yield PackList(title=none, items=tuple(_without_own_words(reading)))
    yield PackList(
        title=Phrase(N_("No longer in what you may see")), items=tuple(_no_longer(reading))
    )
    for kind in _LISTED:
        told = (_as_told(reading, each) for each in reading.contents.of(kind))
        items = tuple(_item(reading, body) for body in told if body is not None)
        yield PackList(title=name_of_kind(kind_of(kind)), items=items)
    since = reading.last.body.on if reading.last is not None else datetime.date.min
    talks = tuple(each for each in reading.contents.of(Session) if _day(each) >= since)
    yield PackList(
        title=Phrase(N_("What was not answered")), items=tuple(_unanswered(reading, talks))
    )
    yield PackList(title=Phrase(N_("Who was there")), items=tuple(_there(reading, talks)))
    yield PackList(
        title=name_of_kind("translation"), items=tuple(_translated(reading.contents.plan.lines))
    )


def _without_own_words(reading: Reading) -> Iterator[PackItem]:
    for section in reading.contents.plan.sections:
        if not section.own:
            yield PackItem(title=Phrase(section.section.easy))


def _no_longer(reading: Reading) -> Iterator[PackItem]:
    """By code alone: what they said is not for this reader any more."""
    seen = {line.statement.id for line in reading.contents.plan.lines}
    for line in reading.last.body.lines if reading.last is not None else ():
        if line.statement not in seen:
            yield PackItem(title=shown(line.code))


def _as_told(reading: Reading, record: Record[Body]) -> Body | None:
    """A record without the parts of the plan that are withheld; None if it is about them alone."""
    match record.body:
        case PlanAgreement(not_agreed=parts) as body:
            seen = tuple(part for part in parts if reading.may_see(part, record.id))
            return msgspec.structs.replace(body, not_agreed=seen)
        case SharingChoice(to=to, parts=parts) as body:
            names = reading.teller.names
            told = tuple(part for part in parts if _is_told(part, names))
            if not told or (to.supporter is not None and to.supporter not in names):
                return None
            return msgspec.structs.replace(body, parts=told)
    return record.body


def _is_told(part: str, names: Mapping[RecordId, Told]) -> bool:
    """Whether a part of a plan can be named: of the sentences only those that are seen."""
    kind, _, name = part.partition(":")
    return kind != "sentence" or RecordId(name) in names


def _item(reading: Reading, body: Body) -> PackItem:
    return PackItem(
        title=title_of(body, reading.teller.names),
        facts=reading.teller.facts(body, without=_NOT_IN_LISTS),
    )


def _unanswered(reading: Reading, talks: tuple[Record[Session], ...]) -> Iterator[PackItem]:
    """What the person left out or did not want to say, talk by talk: that is theirs to do.

    Only in the parts of the plan that the reader may see: that somebody does not want to speak of
    their health says something about it.
    """
    for talk in talks:
        guide = reading.guides.get(talk.body.guide)
        teller = dataclasses.replace(reading.teller, guide=guide)
        facts = tuple(
            Fact(
                label=teller.question(step),
                items=((name_of_answer(given.response, "response"),),),
            )
            for step, given in talk.body.answers.items()
            if given.response in REFUSALS and _may_be_asked(reading, guide, step, talk.id)
        )
        if facts:
            yield PackItem(title=_day(talk), facts=facts)


def _may_be_asked(reading: Reading, guide: Guide | None, step: str, talk: RecordId) -> bool:
    """Whether the reader may know of a question: it belongs to a part that they may see."""
    name = step.removeprefix(PICKING).partition(":")[0]
    moment = guide.moment(name) if guide is not None else None
    if moment is None or not moment.section or moment.kind in _UNTOLD:
        return False
    return reading.may_see(moment.section, talk)


def _there(reading: Reading, talks: tuple[Record[Session], ...]) -> Iterator[PackItem]:
    """Who was in the room, and whether the person was happy that they stayed.

    Somebody of whom the reader may not be told is not among them.
    """
    others = frozenset(Session.__struct_fields__) - {"attendees"}
    for talk in talks:
        named = tuple(x for x in talk.body.attendees if x.supporter in reading.teller.names)
        body = msgspec.structs.replace(talk.body, attendees=named)
        facts = reading.teller.facts(body, without=others)
        if facts:
            yield PackItem(title=_day(talk), facts=facts)


def _translated(lines: tuple[Line, ...]) -> Iterator[PackItem]:
    """Which languages stand beside the sentences, how they were made, and how many sentences."""
    made = collections.Counter(
        (each.body.lang, METHOD_WORDS[each.body.method])
        for line in lines
        for each in line.translated
    )
    for (lang, method), many in made.items():
        fact = Fact(label=Phrase(method), items=((str(many),),))
        yield PackItem(title=own_name(lang), facts=(fact,))


def _day(talk: Record[Session]) -> datetime.date:
    return talk.body.started.astimezone().date()
