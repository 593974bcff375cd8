"""Deleting recordings for good: of a sentence, a name or an answer, with all that were before.

That there was one stays in the history; the sound itself is gone. This cannot be undone, and no
undoing of what was done before brings a recording back that nobody can hear.
"""

import datetime
from collections.abc import Iterable

import msgspec

from app.model import shape, text
from app.model.change import Change
from app.model.ids import RecordId, SoundRef
from app.model.record import Body, Revision
from app.model.recording_removed import RecordingRemoved
from app.model.session import Session
from app.usecases import name_sounds, open_talk, statements
from app.usecases.ports import Notebook, UnitOfWork


def of_sentence(
    notebook: Notebook, *, statement: RecordId, by: RecordId, on: datetime.date
) -> Change:
    """Delete every recording of a sentence; one that is nothing else is taken out with it.

    Raises:
        NotAllowedError: they are somebody else's words (rule R6).
        NotFoundError: the sentence was taken out.

    """
    with notebook.unit_of_work() as work:
        now = statements.own(statements.standing(work, statement))
        only_heard = text.is_blank(now.body.original)
        left = now.body if only_heard else msgspec.structs.replace(now.body, recording=None)
        if left != now.body or only_heard:
            work.records.revise(statement, left, by=by, withdrawn=only_heard)
        found = _every(work.records.history(statement))
        return _remove(work, now.body.person, found, by=by, on=on)


def of_name(
    notebook: Notebook, *, person: RecordId, record: RecordId, by: RecordId, on: datetime.date
) -> Change:
    """Delete every recording of a name: that of the person, or of somebody around them."""
    with notebook.unit_of_work() as work:
        now = name_sounds.whose(work, person, record)
        if now.body.said is not None:
            work.records.revise(record, msgspec.structs.replace(now.body, said=None), by=by)
        return _remove(work, person, _every(work.records.history(record)), by=by, on=on)


def of_answer(
    notebook: Notebook, *, session: RecordId, step: str, by: RecordId, on: datetime.date
) -> Change:
    """Delete every recording at a step of a talk; what was pressed there stays.

    Raises:
        NotAllowedError: the talk is over.

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(session, Session).body
        open_talk.revise(work, session, by, answers=open_talk.without_recording(now, step))
        answers = (
            each.body.answers.get(step)
            for each in work.records.history(session)
            if isinstance(each.body, Session)
        )
        found = dict.fromkeys(each.recording for each in answers if each and each.recording)
        return _remove(work, now.person, found, by=by, on=on)


def _every(history: Iterable[Revision[Body]]) -> dict[SoundRef, None]:
    """Every recording that any version has, once."""
    return {ref: None for each in history for ref in shape.sounds(each.body)}


def _remove(
    work: UnitOfWork,
    person: RecordId,
    found: Iterable[SoundRef],
    *,
    by: RecordId,
    on: datetime.date,
) -> Change:
    """Delete what nothing else that stands has, and write down that it was."""
    for ref in found:
        if work.media.sound(ref) is None:  # it was deleted before
            continue
        told = RecordingRemoved(person=person, recording=ref, written_by=by, on=on)
        record = work.records.add(told, by=by).id
        if not work.media.remove(ref, told_in=record):
            work.records.revise(record, told, by=by, withdrawn=True)
    return work.commit()
