"""Who may see what of a plan: what stands about it, and exactly what one reader may see."""

import collections
import dataclasses
import datetime
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from app.model.errors import NotAllowedError, NotFoundError
from app.model.ids import PictureRef, RecordId
from app.model.person import Person, Supporter, SupporterRole
from app.model.plan import Plan, arrange
from app.model.record import Record, Revision, heads
from app.model.sections import Sections
from app.model.sharing import CopyMade, Purpose, SharedWith, SharingChoice
from app.model.sharing_rules import (
    TEAM,
    Asked,
    Given,
    Reader,
    Verdict,
    Why,
    counts,
    ruling,
    seen_by,
    verdict,
)
from app.model.statement import Statement
from app.model.translation import Translated
from app.model.wording import N_
from app.usecases import photo_facts, translated
from app.usecases.by_machine import Guarding
from app.usecases.ports import Notebook, UnitOfWork

_USUAL_PURPOSE: dict[SupporterRole, Purpose] = {
    "family": "family_life", "friend": "family_life", "unpaid_carer": "family_life",
    "peer": "family_life", "advocate": "speaking_up", "imca": "speaking_up",
    "nurse": "health", "slt": "health", "social_worker": "review", "attorney": "review",
    "deputy": "review", "interpreter": "support", "other": "other",
}  # fmt: skip

NOT_CHOSEN = N_(
    "{person} has not chosen to share this plan with {name}, so no copy was made. "
    "{person} can have a copy, and can give it to whom they like."
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """Everything about who sees what of one person's plan.

    Attributes:
        readers: everybody around the person who is there now.
        choices: every choice that was made and not undone, also those taken back.
        given: the same, as the rules ask for them.
        copies: what was shown or given, also what came back.

    """

    person: Record[Person]
    readers: tuple[Reader, ...]
    choices: tuple[Record[SharingChoice], ...]
    given: tuple[Given, ...]
    copies: tuple[Record[CopyMade], ...]
    supporters: tuple[Record[Supporter], ...]

    def name_of(self, to: SharedWith | None) -> str:
        """Whom a choice or a copy is about, by name; empty for a role and for the person."""
        if to is None or to.role is not None:
            return ""
        if to.supporter is None:
            return to.organisation
        found = (each.body.name for each in self.supporters if each.id == to.supporter)
        return next(found, "")

    def standing(self, on: datetime.date) -> tuple[Record[SharingChoice], ...]:
        """The choices that count on a day."""
        return tuple(each for each in self.choices if counts(each.body, on))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SharedPlan:
    """What one reader may see of a plan.

    Attributes:
        plan: those sentences and no others.
        verdicts: of every sentence of the plan, seen or not.
        choice: the choice on which most of it rests; None where it is the team's to read.

    """

    plan: Plan
    reader: Reader
    verdicts: Mapping[RecordId, Verdict]
    choice: RecordId | None

    @property
    def main_reason(self) -> Why:
        """Why most of what is held back is held back, drafts and private lines aside."""
        held = [each.why for each in self.verdicts.values() if not each.seen]
        spoken = [why for why in held if why not in {"draft", "private"}]
        found = collections.Counter(spoken or held).most_common(1)
        return found[0][0] if found else "draft"


def usual_purpose(role: SupporterRole | None) -> Purpose:
    """For what somebody of this role usually sees a plan: a suggestion to be said in words."""
    return "support" if role is None or role in TEAM else _USUAL_PURPOSE[role]


def to_reader(reader: Reader) -> SharedWith:
    """A reader as a choice names them."""
    if reader.supporter is not None:
        return SharedWith(supporter=reader.supporter)
    return SharedWith(organisation=reader.organisation)


def sharing(notebook: Notebook, *, person: RecordId) -> Sharing:
    """Read who sees what.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        return read_sharing(work, person)


def read_sharing(work: UnitOfWork, person: RecordId) -> Sharing:
    """The same as :func:`sharing`, within a unit of work."""
    supporters = work.records.find(Supporter, person=person)
    choices = work.records.find(SharingChoice, person=person)
    return Sharing(
        person=work.records.get(person, Person),
        readers=tuple(_reader(work, each) for each in supporters if each.body.left_on is None),
        choices=choices,
        given=tuple(
            Given(
                id=each.id,
                choice=each.body,
                at=each.created_at,
                unsettled=len(heads(work.records.history(each.id))) > 1 if each.others else False,
            )
            for each in choices
        ),
        copies=work.records.find(CopyMade, person=person),
        supporters=supporters,
    )


def _reader(work: UnitOfWork, supporter: Record[Supporter]) -> Reader:
    body = supporter.body
    return Reader(
        name=body.name,
        supporter=supporter.id,
        role=body.role,
        since=_since(work.records.history(supporter.id), body.role),
        left=body.left_on is not None,
    )


def _since(history: tuple[Revision, ...], role: SupporterRole) -> datetime.datetime | None:  # type: ignore[type-arg]
    """Since when somebody has had this role without a break."""
    since = None
    for revision in reversed(history):
        body = revision.body
        if not isinstance(body, Supporter) or body.role != role or body.left_on is not None:
            break
        since = revision.at
    return since


def reader_named(found: Sharing, name: str) -> Reader:
    """The reader of this name or identifier: somebody around the person, or an organisation.

    Raises:
        NotFoundError: several people are called so.
        NotAllowedError: nobody is, and no choice names such an organisation.

    """
    plain = " ".join(name.split()).casefold()
    called = [
        each for each in found.readers if plain in {each.name.casefold(), each.supporter or ""}
    ]
    if len(called) > 1:
        raise several_called(name, *(each.supporter for each in called))
    if called:
        return called[0]
    for each in found.choices:
        if each.body.to.organisation and plain == each.body.to.organisation.casefold():
            organisation = each.body.to.organisation
            return Reader(name=organisation, organisation=organisation)
    raise NotAllowedError(NOT_CHOSEN, person=found.person.body.preferred_name, name=name)


def several_called(name: str, *who: RecordId | None) -> NotFoundError:
    """That a name is not enough to know who is meant."""
    return NotFoundError(
        N_("Several people are called {name}. Please use an id: {ids}."),
        name=name,
        ids=", ".join(each for each in who if each),
    )


def shared_with(
    notebook: Notebook,
    *,
    person: RecordId,
    supporter: RecordId,
    sections: Sections,
    on: datetime.date,
) -> frozenset[RecordId]:
    """The sentences that somebody around the person may read here, for their usual purpose."""
    with notebook.unit_of_work() as work:
        found = read_sharing(work, person)
        reader = next((each for each in found.readers if each.supporter == supporter), None)
        if reader is None:
            return frozenset()
        asked = Asked(reader=reader, purpose=usual_purpose(reader.role), on=on)
        shared = read_shared_plan(work, found, asked, sections)
    return frozenset(line.statement.id for line in shared.plan.lines)


def shared_plan(
    notebook: Notebook,
    *,
    person: RecordId,
    asked: Asked,
    sections: Sections,
    guarding: Guarding | None = None,
) -> SharedPlan:
    """Exactly the sentences that this reader may see, for this purpose, in this way, today.

    Beside them stand the translations to which the person said yes (rule R4). Without ``guarding``,
    which says what only people translate (rule R12), none that no person stands for is among them.
    """
    with notebook.unit_of_work() as work:
        return read_shared_plan(
            work, read_sharing(work, person), asked, sections, guarding=guarding
        )


def read_shared_plan(
    work: UnitOfWork,
    found: Sharing,
    asked: Asked,
    sections: Sections,
    *,
    guarding: Guarding | None = None,
) -> SharedPlan:
    """The same as :func:`shared_plan`, within a unit of work."""
    person = found.person.id
    judged = seen_by(
        work.records.find(Statement, person=person),
        sections=sections,
        choices=found.given,
        asked=asked,
    )
    seen = {each.id for each, ruling in judged if ruling.seen}
    held = photo_facts.held_back(work, person)
    shared = tuple(_by_itself(each, seen, held) for each, _ in judged if each.id in seen)
    beside = translated.beside_all(work, person=person, statements=shared, guarding=guarding)
    known = frozenset(named_to(found, asked, sections).values())
    plan = arrange(
        person=_without_photo(found.person, held),
        supporters=tuple(_without_photo(each, held) for each in found.supporters),
        statements=shared,
        sections=sections,
        today=asked.on,
        translated={
            said: tuple(_named(each, known) for each in ones if each.counts)
            for said, ones in beside.items()
        },
    )
    rests_on = collections.Counter(
        ruling.choice for _, ruling in judged if ruling.seen and ruling.choice is not None
    )
    return SharedPlan(
        plan=plan,
        reader=asked.reader,
        verdicts={each.id: ruling for each, ruling in judged if each.body.answer_to is None},
        choice=next((choice for choice, _ in rests_on.most_common(1)), None),
    )


def named_to(found: Sharing, asked: Asked, sections: Sections) -> dict[RecordId, str]:
    """Who is named to a reader: the person, and who of those around them may be.

    Those who are paid to support them, the reader, and everybody where the reader may see who
    matters to the person.
    """

    def may_see(record: RecordId) -> bool:
        return ruling("people", record, sections=sections, choices=found.given, asked=asked).seen

    named = {
        each.id: each.body.name
        for each in found.supporters
        if each.body.paid or each.id == asked.reader.supporter or may_see(each.id)
    }
    return named | {found.person.id: found.person.body.preferred_name}


def _named(each: Translated, known: frozenset[str]) -> Translated:
    """A translation without the name of a translator who may not be named."""
    return each if each.by in known else dataclasses.replace(each, by="")


def _by_itself(
    statement: Record[Statement], seen: set[RecordId], held: frozenset[PictureRef]
) -> Record[Statement]:
    """A sentence that does not even name those that are not seen, without the photos held back."""
    said = statement.body
    here = [at for at, each in enumerate(said.symbols) if each not in held]
    body = msgspec.structs.replace(
        said,
        conflicts_with=tuple(each for each in said.conflicts_with if each in seen),
        symbols=tuple(said.symbols[at] for at in here),
        key_words=tuple(said.key_words[at] for at in here if at < len(said.key_words)),
    )
    return dataclasses.replace(statement, body=body)


WithPhotoT = TypeVar("WithPhotoT", Person, Supporter)


def _without_photo(record: Record[WithPhotoT], held: frozenset[PictureRef]) -> Record[WithPhotoT]:
    """Somebody without their photo, where it is held back: not everybody in it said yes."""
    if record.body.photo not in held:
        return record
    return dataclasses.replace(record, body=msgspec.structs.replace(record.body, photo=None))


def who_sees(
    notebook: Notebook, *, statement: RecordId, sections: Sections, on: datetime.date
) -> tuple[tuple[Reader, Verdict], ...]:
    """Everybody around the person, and whether they may see this sentence as they usually would."""
    with notebook.unit_of_work() as work:
        line = work.records.get(statement, Statement)
        found = read_sharing(work, line.body.person)
        return tuple(
            (
                reader,
                verdict(
                    line,
                    sections=sections,
                    choices=found.given,
                    asked=Asked(reader=reader, purpose=usual_purpose(reader.role), on=on),
                ),
            )
            for reader in found.readers
        )
