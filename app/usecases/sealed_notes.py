"""Words for the manager or the advocate that nobody else can read (rule R14).

They come in here once and leave sealed. There is no place in which they stand in clear: no draft,
no search, no name for undo, no line in the list of what was done. Sealing cannot be undone either:
whoever sits beside the person could undo it.
"""

import dataclasses
import datetime
from typing import Literal

import msgspec

from app.model.change import Change
from app.model.errors import BadWordsError, NotAllowedError
from app.model.feedback import SealedNote, SealedWords
from app.model.ids import RecordId, new_record_id
from app.model.person import DAY_BY_DAY, Person, Supporter
from app.model.record import Record
from app.model.session import Answer, Session
from app.model.wording import N_
from app.store import sealing
from app.store.sealing import NoteReader
from app.usecases import open_talk, worker_roles
from app.usecases.ports import Notebook, UnitOfWork

To = Literal["manager", "advocate"]

ROUTES: dict[To, str] = {"manager": "manager_sealed", "advocate": "advocate_sealed"}
"""How a moment's answer, and the route of feedback, name each reader."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A note as its reader finds it before it is opened."""

    note: Record[SealedNote]
    person: Record[Person]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A note that its reader opened; no words where none of their keys opens it any more."""

    note: Record[SealedNote]
    person: Record[Person]
    said: SealedWords | None


def readers(
    notebook: Notebook, *, person: RecordId, holders: tuple[NoteReader, ...]
) -> dict[To, tuple[NoteReader, ...]]:
    """Who would be able to read a note of this person, by role; nobody where there is none.

    Only whom the notebook says to be a manager or an advocate is one: what a plan says of somebody
    alone gives nobody a note. Advocates are the person's own. Nobody who is, or was, the person's
    keyworker or support worker is among them, whatever else they are.

    Args:
        notebook: open.
        person: who speaks.
        holders: the workers who have a key to which a note can be sealed.

    """
    with notebook.unit_of_work() as work:
        around = tuple(each.body for each in _around(work, person))
        return {
            to: tuple(h for h in holders if _reads(work, around, h.worker, to)) for to in ROUTES
        }


def unheard(notebook: Notebook, *, holders: tuple[NoteReader, ...]) -> tuple[Record[Person], ...]:
    """The people here who could tell nobody: no manager and no advocate could open their words.

    Args:
        notebook: open.
        holders: as of :func:`readers`.

    """
    with notebook.unit_of_work() as work:
        return tuple(
            each
            for each in work.records.find(Person)
            if each.body.left_on is None and not _anybody_reads(work, each.id, holders)
        )


def seal(
    notebook: Notebook,
    *,
    person: RecordId,
    to: To,
    said: SealedWords,
    notebook_id: str,
    holders: tuple[NoteReader, ...],
    on: datetime.date,
    session: RecordId | None = None,
    step: str = "",
    by: RecordId,
) -> Change:
    """Seal words to everybody of a role who holds a key.

    Args:
        notebook: open.
        person: whose words they are. They are written by the person, whoever else is here.
        to: which role.
        said: the words and pictures.
        notebook_id: what the note is bound to.
        holders: as of :func:`readers`.
        on: today.
        session: the talk in which it was said, if in one: it keeps that something was told and
            to whom.
        step: the step of that talk.
        by: who has the notebook open.

    Raises:
        BadWordsError: nothing was said.
        NotAllowedError: nobody of this role could open it. It is not kept in any other way.

    """
    if said.blank:
        raise BadWordsError(N_("There are no words yet."))
    who = readers(notebook, person=person, holders=holders)[to]
    if not who:
        raise NotAllowedError(N_("Nobody of them could open it here, so it was not kept."))
    note, data = new_record_id(), msgspec.json.encode(said)
    boxes = tuple(sealing.seal(data, to=each, notebook=notebook_id, note=note) for each in who)
    with notebook.unit_of_work() as work:
        body = SealedNote(person=person, to=to, on=on, boxes=boxes)
        work.records.add(body, by=person, record=note)
        if session is not None:
            _answer(work, session, step, ROUTES[to], by)
        return work.commit()


def told(notebook: Notebook, *, person: RecordId) -> tuple[Record[SealedNote], ...]:
    """That the person told somebody something, the first first: to which role and when."""
    with notebook.unit_of_work() as work:
        return work.records.find(SealedNote, person=person)


def for_worker(notebook: Notebook, *, worker: str) -> tuple[Sealed, ...]:
    """The notes that were sealed to a worker, the newest first."""
    with notebook.unit_of_work() as work:
        people = {each.id: each for each in work.records.find(Person)}
        found = work.records.find(SealedNote)
        return tuple(
            Sealed(note=each, person=people[each.body.person])
            for each in reversed(found)
            if each.body.person in people and any(box.key == worker for box in each.body.boxes)
        )


def open_notes(
    notebook: Notebook,
    *,
    notebook_id: str,
    worker: str,
    worker_name: str,
    privates: tuple[bytes, ...],
    on: datetime.date | None,
) -> tuple[Opened, ...]:
    """Open everything that was sealed to a worker; that it was read is kept, and when first.

    Args:
        notebook: open.
        notebook_id: what the notes are bound to.
        worker: the reader.
        worker_name: what they are called.
        privates: the reader's keys.
        on: today; None where nothing can be written.

    """
    opened = []
    for each in for_worker(notebook, worker=worker):
        data = sealing.unseal(
            each.note.body.boxes, privates, worker=worker, notebook=notebook_id, note=each.note.id
        )
        said = _said(data) if data is not None else None
        opened.append(Opened(note=each.note, person=each.person, said=said))
    new = [each.note for each in opened if each.said is not None and each.note.body.read_on is None]
    if new and on is not None:
        with notebook.unit_of_work() as work:
            known: dict[RecordId, RecordId] = {}
            for note in new:
                person = note.body.person
                if person not in known:
                    known[person] = _reader(work, person, worker=worker, name=worker_name, on=on)
                read = msgspec.structs.replace(note.body, read_on=on)
                work.records.revise(note.id, read, by=known[person])
            work.commit()
    return tuple(opened)


def _said(data: bytes) -> SealedWords | None:
    try:
        return msgspec.json.decode(data, type=SealedWords)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _around(work: UnitOfWork, person: RecordId) -> tuple[Record[Supporter], ...]:
    """Everybody with a key who is, or was, somebody to the person: those who are there first."""
    found = (each for each in work.records.find(Supporter, person=person) if each.body.worker)
    return tuple(sorted(found, key=lambda each: each.body.left_on is not None))


def _reads(work: UnitOfWork, around: tuple[Supporter, ...], worker: str, to: To) -> bool:
    theirs = tuple(each for each in around if each.worker == worker)
    here = worker_roles.role_in(work, worker)
    if any(each.role in DAY_BY_DAY for each in theirs):  # also once: notes may tell of them
        return False
    speaks_up = any(each.role in worker_roles.ADVOCATES and each.left_on is None for each in theirs)
    return here == to and (to == "manager" or speaks_up)


def _anybody_reads(work: UnitOfWork, person: RecordId, holders: tuple[NoteReader, ...]) -> bool:
    around = tuple(each.body for each in _around(work, person))
    return any(_reads(work, around, h.worker, to) for h in holders for to in ROUTES)


def _answer(work: UnitOfWork, session: RecordId, step: str, route: str, by: RecordId) -> None:
    """Keep in the talk that something was told, and to whom; not when: that is on the note.

    A talk that is over stays as it is, and what was told is kept all the same.
    """
    if work.records.get(session, Session).body.open:
        answer = Answer(response="said", choices=(route,))
        open_talk.keep_answer(work, session, step, answer, by=by)


def _reader(
    work: UnitOfWork, person: RecordId, *, worker: str, name: str, on: datetime.date
) -> RecordId:
    """Who a reader is to the person; opening a note makes nobody one of the people around them.

    A reader who is nobody to the person is named, without a role in which one reads a plan.
    """
    for each in _around(work, person):
        if each.body.worker == worker:
            return each.id
    reader = new_record_id()
    body = Supporter(person=person, role="other", name=name, paid=True, left_on=on)
    work.records.add(body, by=reader, record=reader)
    return reader
