"""What each worker is in this service: who opens a sealed note is decided by it.

Nobody but people can know who is a manager. So it is asked when somebody is let in, can be seen by
everybody who opens the notebook, and every answer is a line in the list of what was done.
"""

from collections.abc import Iterable

from app.model.errors import NotAllowedError
from app.model.person import ROLE_WORDS, Supporter, SupporterRole
from app.model.record import Record
from app.model.wording import N_
from app.usecases.ports import Notebook, UnitOfWork

ROLES: tuple[SupporterRole, ...] = ("keyworker", "support_worker", "manager", "advocate", "other")
"""What a worker can be."""

READS_NOTES: frozenset[SupporterRole] = frozenset({"manager", "advocate", "imca"})
"""Roles to which sealed notes go, so that nobody takes them by their own hand."""

ADVOCATES: frozenset[SupporterRole] = frozenset({"advocate", "imca"})


def role_in(work: UnitOfWork, worker: str) -> SupporterRole | None:
    """What a worker is here; None if nobody has said so."""
    found = work.facts.get(_name(worker))
    return next((role for role in ROLES if role == found), None)


def speaks_up(supporter: Record[Supporter]) -> bool:
    """Whether somebody is an advocate of the person now."""
    return supporter.body.role in ADVOCATES and supporter.body.left_on is None


def roles(notebook: Notebook, *, workers: Iterable[str]) -> dict[str, SupporterRole]:
    """What these workers are here, as far as it was said."""
    with notebook.unit_of_work() as work:
        found = {each: role_in(work, each) for each in workers}
    return {worker: role for worker, role in found.items() if role is not None}


def may_be(work: UnitOfWork, *, worker: str, role: SupporterRole) -> bool:
    """Whether a worker may say of themselves that they are this to a person."""
    if role not in READS_NOTES:
        return True
    here = role_in(work, worker)
    return here == role or (here == "advocate" and role in ADVOCATES)


def may_join_as(notebook: Notebook, *, worker: str) -> frozenset[SupporterRole]:
    """What a worker may say of themselves that they are to a person."""
    with notebook.unit_of_work() as work:
        return frozenset(role for role in ROLE_WORDS if may_be(work, worker=worker, role=role))


def give(
    notebook: Notebook, *, worker: str, role: SupporterRole, giver: str, workers: Iterable[str]
) -> None:
    """Say what a worker is here. It is written down who said so.

    Args:
        notebook: open.
        worker: of whom it is said.
        role: what they are.
        giver: who says so.
        workers: everybody who can open the notebook.

    Raises:
        NotAllowedError: as of :func:`refuse`.

    """
    with notebook.unit_of_work() as work:
        before = role_in(work, worker)
        if before == role:
            return
        refuse(work, about={before, role}, giver=giver, workers=workers)
        work.facts.keep(_name(worker), role)
        if before in READS_NOTES:
            work.events.note("role_ended", for_whom=before)
        work.events.note("role_taken" if giver == worker else "role_given", for_whom=role)
        work.commit()


def refuse(
    work: UnitOfWork, *, about: set[SupporterRole | None], giver: str, workers: Iterable[str]
) -> None:
    """Make sure that somebody may say who has these roles, or has them no more.

    Raises:
        NotAllowedError: a role to which sealed notes go is given or ended by somebody who is no
            manager, though there is one; or an advocate, who has no part in it, says it.

    """
    if role_in(work, giver) == "advocate":
        raise NotAllowedError(N_("An advocate does not say who is what here."))
    managers = {each for each in workers if role_in(work, each) == "manager"}
    if READS_NOTES & about and managers and giver not in managers:
        raise NotAllowedError(
            N_("There is a manager. Only a manager can say who is a manager or an advocate.")
        )


def _name(worker: str) -> str:
    return f"role of worker {worker}"
