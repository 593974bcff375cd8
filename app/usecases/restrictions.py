"""Rules and limits on a person: written down, looked at again, and never out of sight (R10)."""

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

import msgspec

from app.model.change import Change
from app.model.errors import BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.look_again import LookAgain
from app.model.person import Person
from app.model.record import Record
from app.model.restrictions import HuddleCheck, Restriction, RestrictionReview
from app.model.wording import N_, Phrase
from app.usecases import saving
from app.usecases.ports import Notebook

MISSING: dict[str, str] = {
    "rationale": N_("why there is this rule"),
    "alternatives": N_("what was tried instead"),
    "review_due": N_("when we look at it again"),
    "legal_basis": N_("what the law says about it"),
    "person_view": N_("what the person thinks of it"),
}
"""What keeps the record of a limit from being complete, by field."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A limit in force whose record is not complete, and whose it is."""

    restriction: Record[Restriction]
    person: Record[Person]
    missing: tuple[Phrase, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """All limits in force.

    Attributes:
        incomplete: those whose record is not complete, which lack most first.
        all: how many are in force; ``complete`` is how many of them are complete (measure M22).

    """

    incomplete: tuple[Lacking, ...]
    all: int

    @property
    def complete(self) -> int:
        """How many are active or reducing."""
        return self.all - len(self.incomplete)


def save(
    notebook: Notebook, *, restriction: Restriction, by: RecordId, session: RecordId | None = None
) -> Change:
    """Write down a rule or limit. It is never refused for being incomplete (rule R10).

    Raises:
        BadWordsError: nothing says what the rule is.

    """
    _refuse_nameless(restriction.plain_title)
    return saving.add(notebook, restriction, by=by, session=session, called=N_("rule written down"))


def revise(
    notebook: Notebook,
    *,
    restriction: RecordId,
    changes: Mapping[str, Any],
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Write something about a rule anew.

    Args:
        notebook: the open notebook.
        restriction: the rule.
        changes: by field of the record.
        by: who writes it.
        session: the talk in which it is written.

    Raises:
        BadWordsError: nothing would say what the rule is.
        NotAllowedError: it is in force, and would be called a proposal (rule R10).

    """
    with notebook.unit_of_work() as work:
        if work.records.get(restriction, Restriction).body.in_force and (
            changes.get("stage") == "proposed"
        ):
            raise NotAllowedError(
                N_("This rule is in force, so it is not a proposal. It can be ended.")
            )
    _refuse_nameless(changes.get("plain_title", "a title"))
    return saving.revise(
        notebook, restriction, Restriction, changes, by=by, session=session,
        called=N_("rule changed"),
    )  # fmt: skip


def review(
    notebook: Notebook,
    *,
    restriction: RecordId,
    entry: RestrictionReview,
    limits: LookAgain,
    by: RecordId,
    review_due: datetime.date | None = None,
    session: RecordId | None = None,
) -> Change:
    """Keep that a rule was looked at again, and what people decided about it.

    Args:
        notebook: the open notebook.
        restriction: the rule.
        entry: the day, who, and the outcome: theirs, the program concludes nothing (rule R9).
        limits: after how long a rule is looked at again at the latest.
        by: who writes it.
        review_due: when it is looked at next; where none is given, as soon as it should be.
        session: the talk in which it is written.

    Raises:
        NotAllowedError: it is kept, made more or looked at late, and nobody says why.

    """
    if entry.outcome in {"keep", "increase"} and not entry.reason.strip():
        raise NotAllowedError(N_("Please say why it is not ended or made less."))
    due = review_due or next_look(entry, limits)
    if due - entry.on > limits.latest and not entry.reason.strip():
        raise NotAllowedError(N_("Please say why it is looked at so late."))
    with notebook.unit_of_work() as work:
        now = work.records.get(restriction, Restriction).body
        changes: dict[str, Any] = {"reviews": (*now.reviews, entry), "review_due": due}
        if entry.outcome == "end":
            changes |= {"stage": "ended", "review_due": None}
        elif entry.outcome == "reduce":
            changes |= {"stage": "reducing"}
        body = msgspec.structs.replace(now, **changes)
        work.records.revise(restriction, body, by=by, session=session)
        return work.commit(N_("look at a rule kept"))


def next_look(entry: RestrictionReview, limits: LookAgain) -> datetime.date:
    """When a rule is looked at again at the latest, after a look at it."""
    return entry.on + (limits.latest if entry.outcome == "keep" else limits.soon)


def huddle(
    notebook: Notebook,
    *,
    restriction: RecordId,
    check: HuddleCheck,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep a short look from the day: was the rule used, why, what else was tried.

    Raises:
        NotAllowedError: it was used, and nobody says why.

    """
    if check.applied and not check.why.strip():
        raise NotAllowedError(N_("Please say why the rule was used."))
    with notebook.unit_of_work() as work:
        now = work.records.get(restriction, Restriction).body
        body = msgspec.structs.replace(now, huddle_checks=(*now.huddle_checks, check))
        work.records.revise(restriction, body, by=by, session=session)
        return work.commit(N_("short look at a rule kept"))


def hide(notebook: Notebook, *, restriction: RecordId, by: RecordId) -> Change:
    """Take a rule off the plan, once it limits nobody any more.

    Raises:
        NotAllowedError: it is in force (rule R10).

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(restriction, Restriction).body
        if now.in_force:
            raise NotAllowedError(
                N_("This rule is in force, so it stays where everybody can see it. End it first.")
            )
        work.records.revise(restriction, now, by=by, withdrawn=True)
        return work.commit(N_("rule hidden"))


def in_force(notebook: Notebook) -> InForce:
    """The limits on everybody who is here: those not complete by name, the others counted.

    It names several people, so it is only for where no person sits at the laptop.
    """
    with notebook.unit_of_work() as work:
        here = {each.id: each for each in work.records.find(Person) if each.body.left_on is None}
        limits = [
            each
            for each in work.records.find(Restriction)
            if each.body.in_force and each.body.person in here
        ]
    lacking = [
        Lacking(
            restriction=each,
            person=here[each.body.person],
            missing=missing(each.body),
        )
        for each in limits
        if each.body.status == "incomplete"
    ]
    lacking.sort(key=lambda each: -len(each.missing))
    return InForce(incomplete=tuple(lacking), all=len(limits))


def missing(restriction: Restriction) -> tuple[Phrase, ...]:
    """In plain words, what keeps a limit in force from being complete; nothing for others."""
    if restriction.status != "incomplete":
        return ()
    return tuple(Phrase(MISSING[field]) for field in restriction.missing)


def _refuse_nameless(title: str) -> None:
    if not title.strip():
        raise BadWordsError(N_("Please say in plain words what the rule is."))
