"""Agreeing a plan or not, with parts left open: the person's say, and nobody's in their place."""

import dataclasses
import datetime
from typing import Literal

from app.model.agreements import PlanAgreement
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.session import Answer, Response, Session
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork

Agrees = Literal["yes", "part", "no", "not_today", "dont_know", "dont_want_to_say"]
How = Literal["said", "signed", "mark", "photo", "thumb", "recorded", "pressed"]

_POWERS = frozenset({"lpa_health", "deputy_health"})
"""Legal facts that may let somebody agree to care for the person."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What the person says to their plan.

    Attributes:
        not_agreed: the sections they do not agree with.
        representative: who says it for them, where the law gives somebody that power.

    """

    agrees: Agrees
    how: How = "pressed"
    not_agreed: tuple[str, ...] = ()
    representative: RecordId | None = None


def said_at(
    found: tuple[Record[PlanAgreement], ...], *, session: RecordId, step: str
) -> Record[PlanAgreement] | None:
    """What was said at a step of a talk, if something was."""
    return next(
        (x for x in found if (x.body.session, x.body.moment) == (session, step)),
        None,
    )


def representatives(
    person: Person, supporters: tuple[Record[Supporter], ...], on: datetime.date
) -> tuple[Record[Supporter], ...]:
    """Those around the person to whom the law gives the power to agree for them.

    A legal fact names them, somebody saw its document, and it has not ended. Staff never are.
    """
    holders = {
        " ".join(fact.holder.split()).casefold()
        for fact in person.legal_facts
        if fact.kind in _POWERS
        and fact.seen_document
        and (fact.expires is None or on <= fact.expires)
    }
    return tuple(
        each
        for each in supporters
        if " ".join(each.body.name.split()).casefold() in holders
        and not each.body.paid
        and each.body.left_on is None
    )


def agree(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    said: Agreement,
    at: datetime.datetime,
    by: RecordId,
) -> Change:
    """Keep what the person says to their plan; saying it differently changes it.

    With parts set aside a yes is a yes to part of it. Not answering is kept too.

    Raises:
        NotAllowedError: somebody is to agree for the person without such a power by law.

    """
    with notebook.unit_of_work() as work:
        talk = work.records.get(session, Session).body
        on = at.astimezone().date()
        if said.representative is not None:
            _refuse_without_power(work, talk.person, said.representative, on)
        agrees = "part" if said.agrees == "yes" and said.not_agreed else said.agrees
        refused = agrees in {"not_today", "dont_know", "dont_want_to_say"}
        body = PlanAgreement(
            person=talk.person,
            on=on,
            agrees=agrees,
            how=said.how,
            not_agreed=() if refused else said.not_agreed,
            representative=None if refused else said.representative,
            session=session,
            moment=step,
        )
        before = said_at(
            work.records.find(PlanAgreement, person=talk.person), session=session, step=step
        )
        if before is None:
            work.records.add(body, by=by, session=session)
        elif before.body != body:
            work.records.revise(before.id, body, by=by, session=session)
        response: Response = agrees if refused else "chosen"  # type: ignore[assignment]
        choices = () if refused else (agrees, *body.not_agreed)
        answer = Answer(response=response, choices=choices, at=at)
        open_talk.keep_answer(work, session, step, answer, by=by)
        return work.commit(open_talk.deed(answer, chosen=N_("view of the plan said")))


def take_back(notebook: Notebook, *, session: RecordId, step: str, by: RecordId) -> Change:
    """Take back what was said: the plan is neither agreed nor not agreed here."""
    with notebook.unit_of_work() as work:
        person = work.records.get(session, Session).body.person
        before = said_at(
            work.records.find(PlanAgreement, person=person), session=session, step=step
        )
        if before is not None:
            work.records.revise(before.id, before.body, by=by, session=session, withdrawn=True)
        open_talk.keep_answer(work, session, step, None, by=by)
        return work.commit(N_("answer taken back"))


def _refuse_without_power(
    work: UnitOfWork, person: RecordId, representative: RecordId, on: datetime.date
) -> None:
    whose = work.records.get(person, Person).body
    around = work.records.find(Supporter, person=person)
    if representative not in {each.id for each in representatives(whose, around, on)}:
        raise NotAllowedError(
            N_(
                "Nobody agrees for {person} without a legal paper that somebody saw. "
                "{person} can leave the plan open."
            ),
            person=whose.preferred_name,
        )
