"""The people circle: who is in a person's life, and how close each of them is to the person."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from app.model import text
from app.model.change import Change
from app.model.drawn import RINGS, Circle, InCircle, Ring
from app.model.errors import NotAllowedError
from app.model.ids import PictureRef, RecordId
from app.model.person import Supporter
from app.model.record import Record
from app.model.session import Answer, Session
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork


def as_known(
    people: Iterable[InCircle], supporters: Mapping[RecordId, Supporter]
) -> tuple[InCircle, ...]:
    """Those in a circle as they are called today, with the photo that the notebook has of them."""
    return tuple(
        each
        if (now := supporters.get(each.supporter or RecordId(""))) is None
        else msgspec.structs.replace(each, name=now.name, photo=now.photo or each.photo)
        for each in people
    )


def called(each: InCircle) -> str:
    """What tells somebody in the circle from the others: who they are, or else their name."""
    return each.supporter or each.name


def place(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    who: str,
    ring: Ring | Literal[""],
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Put somebody into a ring, last of those in it; without a ring they are taken out again.

    Whoever is placed may be moved at any time, and the circle then has to be confirmed again.

    Args:
        notebook: the open notebook.
        session: the session.
        step: the step of it at which this is done.
        who: a supporter, or the name of somebody who was added.
        ring: which ring.
        by: who writes it down.
        at: when.

    Raises:
        NotFoundError: there is no such supporter.

    """
    with notebook.unit_of_work() as work:
        person, now = _standing(work, session)
        people = now.body.people if now is not None else ()
        one = next((each for each in people if called(each) == who), None)
        if one is None:
            supporter = work.records.get(RecordId(who), Supporter)
            one = InCircle(
                name=supporter.body.name, supporter=supporter.id, photo=supporter.body.photo
            )
        others = tuple(each for each in people if called(each) != who)
        placed = (*others, msgspec.structs.replace(one, ring=ring))
        if not ring and one.supporter is not None:
            placed = others
        _keep(work, person, now, placed, session=session, step=step, by=by, at=at)
        return work.commit(N_("people circle changed"))


def add(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    name: str,
    photo: PictureRef | None,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Fill the blank card with somebody whom the notebook does not know.

    Raises:
        BadWordsError: there is no name, or it is too long.
        NotAllowedError: somebody of this name is there already.

    """
    name = text.name(name)
    with notebook.unit_of_work() as work:
        person, now = _standing(work, session)
        people = now.body.people if now is not None else ()
        known = {each.name for each in people}
        around = work.records.find(Supporter, person=person)
        known |= {each.body.name for each in around if each.body.left_on is None}
        if name.casefold() in {each.casefold() for each in known}:
            raise NotAllowedError(N_("{name} is there already."), name=name)
        added = (*people, InCircle(name=name, photo=photo))
        _keep(work, person, now, added, session=session, step=step, by=by, at=at)
        return work.commit(N_("somebody added to the circle"))


def take_out(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    who: str,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Take somebody out of the circle altogether."""
    with notebook.unit_of_work() as work:
        person, now = _standing(work, session)
        people = now.body.people if now is not None else ()
        left = tuple(each for each in people if called(each) != who)
        _keep(work, person, now, left, session=session, step=step, by=by, at=at)
        return work.commit(N_("somebody taken out of the circle"))


def confirm(
    notebook: Notebook, *, session: RecordId, step: str, by: RecordId, at: datetime.datetime
) -> Change:
    """The person said that the circle is right."""
    with notebook.unit_of_work() as work:
        person, now = _standing(work, session)
        people = now.body.people if now is not None else ()
        _keep(work, person, now, people, session=session, step=step, by=by, at=at, right=True)
        return work.commit(N_("people circle confirmed"))


def _standing(work: UnitOfWork, session: RecordId) -> tuple[RecordId, Record[Circle] | None]:
    """Whose talk it is, and their circle: there is one, which changes over the years."""
    person = work.records.get(session, Session).body.person
    found = work.records.find(Circle, person=person)
    return person, found[0] if found else None


def _keep(
    work: UnitOfWork,
    person: RecordId,
    now: Record[Circle] | None,
    people: tuple[InCircle, ...],
    *,
    session: RecordId,
    step: str,
    by: RecordId,
    at: datetime.datetime,
    right: bool = False,
) -> None:
    """Write the circle as it is now, and who is in it as the answer of the step."""
    body = Circle(person=person, people=people, confirmed=right, session=session, moment=step)
    if now is None:
        work.records.add(body, by=by, session=session)
    elif body != now.body:
        work.records.revise(now.id, body, by=by, session=session)
    inside = tuple(called(each) for ring in RINGS for each in people if each.ring == ring)
    said = Answer(response="chosen", choices=inside, at=at) if inside else None
    open_talk.keep_answer(work, session, step, said, by=by)
