"""An advocate's key: whose plans a worker may look at as their advocate, and who says so.

A name says nothing of who somebody is: an advocate is known by the face that was pressed.
"""

from collections.abc import Iterable

import msgspec

from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import RecordId, new_record_id
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.wording import N_
from app.usecases import worker_roles
from app.usecases.ports import Notebook, UnitOfWork


def people_for(notebook: Notebook, *, worker: str) -> tuple[Record[Person], ...] | None:
    """The people whose advocate a worker is; None for a worker who is no advocate."""
    with notebook.unit_of_work() as work:
        if worker_roles.role_in(work, worker) != "advocate":
            return None
        theirs = {
            each.body.person
            for each in work.records.find(Supporter)
            if each.body.worker == worker and worker_roles.speaks_up(each)
        }
        return tuple(each for each in work.records.find(Person) if each.id in theirs)


def may_only_look(notebook: Notebook, *, person: RecordId, worker: str) -> bool:
    """Whether a worker is here as this person's advocate, and so writes nothing in the plan."""
    theirs = people_for(notebook, worker=worker)
    return theirs is not None and any(each.id == person for each in theirs)


def name_advocate(
    notebook: Notebook,
    *,
    person: RecordId,
    worker: str,
    name: str,
    speaks_up: bool,
    giver: str,
    workers: Iterable[str],
    by: RecordId | None,
    known: RecordId | None = None,
) -> Change:
    """Say that a worker is this person's advocate, or is not any more.

    A name says nothing of who somebody is: only whoever was this worker before is them again, or
    whose face was pressed. Who stops stays among the people of the plan, without the key.

    Args:
        notebook: open.
        person: whose advocate.
        worker: an advocate of the notebook.
        name: what they are called.
        speaks_up: whether they are.
        giver: the worker who says so.
        workers: everybody who can open the notebook.
        by: who the giver is to the person; None for somebody who is nobody to the person.
        known: which of the person's advocates without a key they are; None for somebody new.

    Raises:
        NotAllowedError: the notebook does not say that this worker is an advocate; they are paid
            to support the person; ``known`` is none of :func:`without_key`; or as of
            :func:`app.usecases.worker_roles.refuse`.

    """
    with notebook.unit_of_work() as work:
        if worker_roles.role_in(work, worker) != "advocate":
            raise NotAllowedError(
                N_("First say under “What they are here” that it is an advocate.")
            )
        worker_roles.refuse(work, about={"advocate"}, giver=giver, workers=workers)
        now = _with_key(work, person, worker)
        if speaks_up and now is None:
            _give_key(work, person, worker, name=name, by=by, known=known)
            work.events.note("role_given", person=person, for_whom="advocate")
        elif not speaks_up and now is not None:
            _revise_supporter(work, now, "", by)
            work.events.note("role_ended", person=person, for_whom="advocate")
        return work.commit()


def without_key(
    notebook: Notebook, *, person: RecordId, worker: str
) -> tuple[Record[Supporter], ...]:
    """The person's advocates who never had a key: this worker may be one of them.

    Nobody, where it is known already who this worker is to the person.
    """
    with notebook.unit_of_work() as work:
        return _may_be(work, person, worker)


def _with_key(work: UnitOfWork, person: RecordId, worker: str) -> Record[Supporter] | None:
    around = work.records.find(Supporter, person=person)
    return next((x for x in around if x.body.worker == worker and worker_roles.speaks_up(x)), None)


def _may_be(work: UnitOfWork, person: RecordId, worker: str) -> tuple[Record[Supporter], ...]:
    around = work.records.find(Supporter, person=person)
    if any(each.body.worker == worker or _was(work, each, worker) for each in around):
        return ()
    return tuple(
        each for each in around if worker_roles.speaks_up(each) and _is_outside(work, each)
    )


def _is_outside(work: UnitOfWork, supporter: Record[Supporter]) -> bool:
    """Whether somebody never had a key, and was never paid to support the person."""
    bodies = [each.body for each in work.records.history(supporter.id)]
    return not any(isinstance(x, Supporter) and (x.worker or _is_paid_support(x)) for x in bodies)


def _is_paid_support(body: Supporter) -> bool:
    return body.paid and not body.independent and body.left_on is None


def _give_key(
    work: UnitOfWork,
    person: RecordId,
    worker: str,
    *,
    name: str,
    by: RecordId | None,
    known: RecordId | None,
) -> None:
    """A worker becomes who they were before, or whose face was pressed, or somebody new."""
    around = work.records.find(Supporter, person=person)
    if any(each.body.worker == worker and _is_paid_support(each.body) for each in around):
        raise NotAllowedError(
            N_("{name} is paid to support this person, and so cannot be their advocate."),
            name=name,
        )
    is_them = next((x for x in around if worker_roles.speaks_up(x) and _was(work, x, worker)), None)
    if known is not None:
        is_them = next((x for x in _may_be(work, person, worker) if x.id == known), None)
        if is_them is None:
            raise NotAllowedError(N_("This face cannot be chosen. Please choose again."))
    if is_them is None:
        _add(work, person, worker, name, by)
    else:
        _revise_supporter(work, is_them, worker, by)


def _was(work: UnitOfWork, supporter: Record[Supporter], worker: str) -> bool:
    """Whether somebody without a key was this worker the last time that they had one."""
    if supporter.body.worker:
        return False
    bodies = (each.body for each in reversed(work.records.history(supporter.id)))
    had = (each.worker for each in bodies if isinstance(each, Supporter) and each.worker)
    return next(had, "") == worker


def _add(work: UnitOfWork, person: RecordId, worker: str, name: str, by: RecordId | None) -> None:
    new = new_record_id()
    body = Supporter(
        person=person, role="advocate", name=name, paid=True, independent=True, worker=worker
    )
    work.records.add(body, by=by or new, record=new)


def _revise_supporter(
    work: UnitOfWork, known: Record[Supporter], worker: str, by: RecordId | None
) -> None:
    body = msgspec.structs.replace(known.body, worker=worker)
    work.records.revise(known.id, body, by=by or known.id)
