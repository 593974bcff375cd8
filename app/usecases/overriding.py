"""Sharing without the person's yes: only on a basis that is named, and told to them (rule R7)."""

import datetime
from typing import Literal

import msgspec

from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.person import Supporter, SupporterRole
from app.model.sharing import Override, Part, Purpose, SharedWith, SharingChoice
from app.model.wording import N_
from app.usecases.ports import Notebook, UnitOfWork


def override(
    notebook: Notebook,
    *,
    person: RecordId,
    to: SharedWith,
    parts: tuple[Part, ...],
    basis: Literal["legal_duty", "vital_emergency"],
    reason: Override,
    purpose: Purpose,
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Share without the person's yes, because the law or an emergency asks for it (rule R7).

    It is named, has its reason, and is told to the person or says why not. What an emergency asks
    for ends with its day. It has no name to be undone by: that it was done stays on the list.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        to: who is to see it.
        parts: what they are to see.
        basis: what asks for it.
        reason: made with :func:`reason_for`.
        purpose: for what they see it.
        on: the day.
        by: who shares it.

    """
    choice = SharingChoice(
        person=person,
        to=to,
        parts=parts,
        purpose=purpose,
        since=on,
        until=on if basis == "vital_emergency" else None,
        choice="yes",
        given_by="nobody",
        basis=basis,
        override=(reason,),
    )
    with notebook.unit_of_work() as work:
        work.records.add(choice, by=by)
        work.events.note("shared", person=person, for_whom=_role_of(work, to) or "other")
        return work.commit()


def reason_for(
    *,
    what: str,
    why: str,
    by: RecordId,
    on: datetime.date,
    told: bool,
    why_not_told: str = "",
) -> Override:
    """The reason for sharing without a yes.

    Raises:
        NotAllowedError: it does not say what or why, or is silent about telling the person.

    """
    if not what.strip():
        raise NotAllowedError(N_("Please write what has to be shared."))
    if not why.strip():
        raise NotAllowedError(N_("Please write why this has to be shared without a yes."))
    if not told and not why_not_told.strip():
        raise NotAllowedError(N_("Please tell the person, or write why they are not told."))
    return Override(
        what=what.strip(),
        why=why.strip(),
        by=by,
        on=on,
        told_person_on=on if told else None,
        why_not_told="" if told else why_not_told.strip(),
    )


def told_about(notebook: Notebook, *, choice: RecordId, on: datetime.date, by: RecordId) -> Change:
    """The person was told about what was shared without their yes."""
    with notebook.unit_of_work() as work:
        body = work.records.get(choice, SharingChoice).body
        told = tuple(
            msgspec.structs.replace(each, told_person_on=each.told_person_on or on)
            for each in body.override
        )
        work.records.revise(choice, msgspec.structs.replace(body, override=told), by=by)
        return work.commit()


def _role_of(work: UnitOfWork, to: SharedWith) -> SupporterRole | None:
    if to.supporter is None:
        return to.role
    return work.records.get(to.supporter, Supporter).body.role
