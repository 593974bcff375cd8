"""Who is in a photo and whether they said yes: asked once, and heeded wherever pictures go out."""

import dataclasses
import datetime
from collections.abc import Iterable

import msgspec

from app.model import text
from app.model.change import Change
from app.model.errors import NotFoundError
from app.model.ids import PictureRef, RecordId
from app.model.person import Person, Supporter
from app.model.photo_facts import Answered, InPhoto, PhotoFacts
from app.model.pictures import Picture
from app.model.record import Record
from app.model.statement import Statement
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

    Not to tell who is in it leaves what was told before: nobody's no is taken back by it.

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
        is_new = _write(work, person, ref, told, by=by, on=on)
        return work.commit() if is_new else work.commit(N_("who is in a photo changed"))


def leave_out(
    notebook: Notebook,
    *,
    person: RecordId,
    photo: PictureRef,
    told: Told,
    by: RecordId,
    on: datetime.date,
) -> Change:
    """Take a photo from every sentence of a plan, and keep what was told; as :func:`keep` else."""
    with notebook.unit_of_work() as work:
        _write(work, person, photo, told, by=by, on=on)
        for said in work.records.find(Statement, person=person):
            if photo in said.body.symbols:
                work.records.revise(said.id, _without(said.body, photo), by=by)
        _is_no_face(work, person, photo, by)
        return work.commit(N_("photo left out"))


def _write(
    work: UnitOfWork,
    person: RecordId,
    ref: PictureRef,
    told: Told,
    *,
    by: RecordId,
    on: datetime.date,
) -> bool:
    """Write what was told of a photo; whether it is the first that is known of it."""
    last = known(work, person, ref)
    before = last.body if last is not None else PhotoFacts(person=person, picture=ref, on=on)
    body = msgspec.structs.replace(_with(before, told), written_by=by, on=on, removed=False)
    if body.refused:
        _is_no_face(work, person, ref, by)
    if last is None or last.withdrawn:
        work.records.add(body, by=by)
        return True
    if body != last.body:
        work.records.revise(last.id, body, by=by)
    return False


def _without(said: Statement, photo: PictureRef) -> Statement:
    words = said.key_words or ("",) * len(said.symbols)
    left = [pair for pair in zip(said.symbols, words, strict=True) if pair[0] != photo]
    return msgspec.structs.replace(
        said,
        symbols=tuple(ref for ref, _ in left),
        key_words=tuple(word for _, word in left) if said.key_words else (),
    )


def _is_no_face(work: UnitOfWork, person: RecordId, photo: PictureRef, by: RecordId) -> None:
    """The picture of somebody is seen by everybody here: one that was refused is none."""
    mine = work.records.get(person, Person)
    if mine.body.photo == photo:
        work.records.revise(person, msgspec.structs.replace(mine.body, photo=None), by=by)
    for each in work.records.find(Supporter, person=person):
        if each.body.photo == photo:
            work.records.revise(each.id, msgspec.structs.replace(each.body, photo=None), by=by)


def _with(before: PhotoFacts, told: Told) -> PhotoFacts:
    """What was told before, with what is told now; nobody's no goes by not telling."""
    called = text.without_controls(told.taken_for).strip()
    refuses = told.answer != "said" and before.who
    return msgspec.structs.replace(
        before,
        taken_for=called or before.taken_for,
        answer=told.answer,
        who=before.who if refuses else told.who,
    )


def known(work: UnitOfWork, person: RecordId, photo: PictureRef) -> Record[PhotoFacts] | None:
    """What the person said last about a photo, also about one that was removed since."""
    found = work.records.find(PhotoFacts, person=person, withdrawn=True)
    return max((e for e in found if e.body.picture == photo), key=_counts_last, default=None)


def of_photo(
    notebook: Notebook, *, person: RecordId, photo: PictureRef
) -> Record[PhotoFacts] | None:
    """The same as :func:`known`, in a unit of work of its own."""
    with notebook.unit_of_work() as work:
        return known(work, person, photo)


def remove(notebook: Notebook, *, person: RecordId, photo: PictureRef, by: RecordId) -> Change:
    """Take a photo that stands beside nothing out of the notebook; this cannot be undone.

    That there was one, and what was said of it, stays in the history. One that stands beside
    something, or is in somebody else's plan, is only offered here no more.

    Raises:
        NotFoundError: nobody was asked about this photo, or it was removed before.

    """
    with notebook.unit_of_work() as work:
        now = known(work, person, photo)
        if now is None or now.withdrawn:
            raise NotFoundError(N_("That photo is not there any more."))
        body = msgspec.structs.replace(now.body, removed=work.media.remove(photo, told_in=now.id))
        work.records.revise(now.id, body, by=by, withdrawn=True)
        return work.commit()


def refused(work: UnitOfWork, person: RecordId) -> frozenset[PictureRef]:
    """The photos in a person's plan to which somebody in them said no.

    A no outlives the photo's being removed: the same photo may come again.
    """
    return frozenset(each.picture for each in _last(work, person) if each.refused)


def held_back(work: UnitOfWork, person: RecordId) -> frozenset[PictureRef]:
    """The photos that others do not get: not everybody in them has said yes."""
    return frozenset(each.picture for each in _last(work, person) if not each.agreed)


def _last(work: UnitOfWork, person: RecordId) -> Iterable[PhotoFacts]:
    """What was said last of each photo."""
    found = work.records.find(PhotoFacts, person=person, withdrawn=True)
    return {e.body.picture: e.body for e in sorted(found, key=_counts_last)}.values()


def _counts_last(record: Record[PhotoFacts]) -> tuple[bool, str]:
    return not record.withdrawn, record.id
