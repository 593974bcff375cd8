"""What the person chooses to stand on one page, in their order: nothing is dropped for them."""

import datetime

import msgspec

from app.model.change import Change
from app.model.drawn import Page, ProfilePick
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.session import Answer, Session
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork

SECTIONS: dict[Page, tuple[str, ...]] = {
    "one_page_profile": ("appreciation", "important_to", "support_well"),
    "passport": ("communication", "decisions", "worse_better", "who_i_am"),
}
"""What each page is made of, in this order."""


def on_offer(said: tuple[Record[Statement], ...], document: Page) -> tuple[Record[Statement], ...]:
    """The sentences that may stand on the page: the person's plan, as far as they kept it (R4)."""
    sections = SECTIONS[document]
    found = (
        each
        for each in said
        if each.body.section in sections
        and each.body.kept
        and not each.body.private
        and each.body.answer_to is None
    )
    return tuple(sorted(found, key=lambda each: (sections.index(each.body.section), each.id)))


def pick(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    document: Page,
    statement: RecordId,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Put a sentence on the page, last; or take it off if it stands there."""

    def toggle(body: ProfilePick) -> ProfilePick:
        picks = tuple(each for each in body.picks if each != statement)
        if len(picks) == len(body.picks):
            picks = (*picks, statement)
        return msgspec.structs.replace(body, picks=picks)

    with notebook.unit_of_work() as work:
        body = toggle(_body(work, session, step, document))
        _write(work, step, body, session=session, by=by, at=at)
        return work.commit(N_("page changed"))


def move(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    document: Page,
    statement: RecordId,
    places: int,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Move a sentence up (negative) or down the page; at its ends it stays."""
    with notebook.unit_of_work() as work:
        body = _body(work, session, step, document)
        picks = list(body.picks)
        if statement in picks:
            place = picks.index(statement)
            picks.insert(max(0, place + places), picks.pop(place))
            moved = msgspec.structs.replace(body, picks=tuple(picks))
            _write(work, step, moved, session=session, by=by, at=at)
        return work.commit(N_("page changed"))


def choose_photo(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    document: Page,
    photo: PictureRef | None,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Put a photo on the page, or none."""
    with notebook.unit_of_work() as work:
        body = msgspec.structs.replace(_body(work, session, step, document), photo=photo)
        _write(work, step, body, session=session, by=by, at=at)
        return work.commit(N_("photo changed"))


def newest(picks: tuple[Record[ProfilePick], ...], document: Page) -> Record[ProfilePick] | None:
    """What was last chosen for a document: a further talk begins with it."""
    found = [each for each in picks if each.body.document == document]
    return found[-1] if found else None


def _record(work: UnitOfWork, person: RecordId, document: Page) -> Record[ProfilePick] | None:
    return newest(work.records.find(ProfilePick, person=person), document)


def _body(work: UnitOfWork, session: RecordId, step: str, document: Page) -> ProfilePick:
    person = work.records.get(session, Session).body.person
    now = _record(work, person, document)
    if now is not None:
        return now.body
    return ProfilePick(person=person, document=document, session=session, moment=step)


def _write(
    work: UnitOfWork,
    step: str,
    body: ProfilePick,
    *,
    session: RecordId,
    by: RecordId,
    at: datetime.datetime,
) -> None:
    """Write the page, and that it was answered; a page with nothing on it is no answer."""
    now = _record(work, body.person, body.document)
    if now is None:
        work.records.add(body, by=by, session=session)
    elif body != now.body:
        work.records.revise(now.id, body, by=by, session=session)
    chosen = Answer(response="chosen", at=at) if body.picks or body.photo else None
    open_talk.keep_answer(work, session, step, chosen, by=by)
