"""Who is in a photo and whether they said yes: asked once, and heeded wherever pictures go out."""

import dataclasses
import datetime

from app.model import text
from app.model.change import Change
from app.model.errors import NotFoundError
from app.model.ids import PictureRef, RecordId
from app.model.photo_facts import Answered, InPhoto, PhotoFacts
from app.model.pictures import Picture
from app.model.record import Record
from app.model.wording import N_
from app.usecases.ports import Notebook, UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the person answered when they were asked who is in a photo."""

    taken_for: str = ""
    answer: Answered = "said"
    who: tuple[InPhoto, ...] = ()


def keep(
    notebook: Notebook,
    *,
    person: RecordId,
    photo: Picture | PictureRef,
    told: Told,
    by: RecordId,
    on: datetime.date,
) -> Change:
    """Keep a photo together with who is in it; a photo that is there already gets what is new.

    Args:
        notebook: the open notebook.
        person: whose plan it is for.
        photo: made by :func:`app.usecases.photos.make_photo`, or one that is kept already.
        told: their answer.
        by: who writes it down.
        on: the day.

    Raises:
        BadPictureError: the photo cannot be kept.

    """
    with notebook.unit_of_work() as work:
        ref = work.media.put(photo) if isinstance(photo, Picture) else photo
        now = known(work, person, ref)
        before = now.body.taken_for if now is not None else ""
        body = PhotoFacts(
            person=person,
            picture=ref,
            taken_for=text.without_controls(told.taken_for).strip() or before,
            answer=told.answer,
            who=told.who,
            written_by=by,
            on=on,
        )
        if now is None:
            work.records.add(body, by=by)
        elif body != now.body:
            work.records.revise(now.id, body, by=by)
        return work.commit(N_("who is in a photo changed") if now is not None else "")


def known(work: UnitOfWork, person: RecordId, photo: PictureRef) -> Record[PhotoFacts] | None:
    """What the person said about a photo, if they were asked."""
    found = (
        each for each in work.records.find(PhotoFacts, person=person) if each.body.picture == photo
    )
    return next(found, None)


def of_photo(
    notebook: Notebook, *, person: RecordId, photo: PictureRef
) -> Record[PhotoFacts] | None:
    """The same as :func:`known`, in a unit of work of its own."""
    with notebook.unit_of_work() as work:
        return known(work, person, photo)


def take_away(notebook: Notebook, *, person: RecordId, photo: PictureRef, by: RecordId) -> Change:
    """Offer a photo no more that stands beside nothing; what was said of it stays in its history.

    Raises:
        NotFoundError: nobody was asked about this photo.

    """
    with notebook.unit_of_work() as work:
        now = known(work, person, photo)
        if now is None:
            raise NotFoundError(N_("That photo is not there any more."))
        work.records.revise(now.id, now.body, by=by, withdrawn=True)
        return work.commit(N_("photo taken away"))


def refused(work: UnitOfWork, person: RecordId) -> frozenset[PictureRef]:
    """The photos in a person's plan to which somebody in them said no.

    A no outlives the photo's being taken away: what it stood beside may come back by undoing.
    """
    found = work.records.find(PhotoFacts, person=person, withdrawn=True)
    last = {each.body.picture: each.body for each in sorted(found, key=_counts_last)}
    return frozenset(photo for photo, body in last.items() if body.refused)


def _counts_last(record: Record[PhotoFacts]) -> tuple[bool, str]:
    return not record.withdrawn, record.id
