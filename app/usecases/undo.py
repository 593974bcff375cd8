"""Undo and redo: each person's last actions, by name, however long ago the program was closed.

Nothing is deleted and nothing is overwritten: undoing writes further revisions. What was done
about another person can never be reached from here.
"""

import dataclasses
import datetime

from app.model import shape
from app.model.action import Action, OvertakenError, turned_back
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import ActionId, RecordId
from app.model.kinds import KINDS
from app.model.record import Body, Record, Revision
from app.model.wording import N_
from app.usecases.ports import Notebook, UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class UndoName:
    """What would be undone or done again.

    Attributes:
        name: what was done, in plain words marked for translation ("picture changed").
        by: the supporter or person who did it.
        at: when, in UTC.
        session: the session it was done in, if any.

    """

    action: ActionId
    name: str
    by: RecordId
    at: datetime.datetime
    session: RecordId | None


@dataclasses.dataclass(frozen=True, slots=True)
class _State:
    """What one revision says of its record; no body for a record that was not there yet."""

    body: Body | None
    withdrawn: bool


@dataclasses.dataclass(frozen=True, slots=True)
class _Step:
    """What an action made of one record."""

    record: RecordId
    kind: str
    before: _State
    after: _State


def next_undo(notebook: Notebook, *, person: RecordId) -> UndoName | None:
    """What :func:`undo` would take back, or None if there is nothing."""
    with notebook.unit_of_work() as work:
        return _name(work.actions.next_undo(person=person))


def next_redo(notebook: Notebook, *, person: RecordId) -> UndoName | None:
    """What :func:`redo` would do again, or None if there is nothing."""
    with notebook.unit_of_work() as work:
        return _name(work.actions.next_redo(person=person))


def undo(
    notebook: Notebook, *, person: RecordId, by: RecordId, session: RecordId | None = None
) -> Change:
    """Take back the last thing that was done about this person and was not taken back yet.

    Every record is again what it was before, in all that the action changed; a record that the
    action wrote first is hidden. What has changed since in other ways stays.

    Raises:
        NotAllowedError: there is nothing to undo, or something else has changed it since;
            nothing was changed.

    """
    with notebook.unit_of_work() as work:
        action = work.actions.next_undo(person=person)
        if action is None:
            raise NotAllowedError(N_("There is nothing to undo."))
        for step in reversed(_steps(work, action)):
            _turn(work, step, was=step.before, became=step.after, by=by, session=session)
        return work.commit(action.name, undoes=action.id)


def redo(
    notebook: Notebook, *, person: RecordId, by: RecordId, session: RecordId | None = None
) -> Change:
    """Do again what was taken back last, as long as nothing new was done since.

    Raises:
        NotAllowedError: there is nothing to do again, or something else has changed it since;
            nothing was changed.

    """
    with notebook.unit_of_work() as work:
        action = work.actions.next_redo(person=person)
        if action is None:
            raise NotAllowedError(N_("There is nothing to do again."))
        for step in _steps(work, action):
            _turn(work, step, was=step.after, became=step.before, by=by, session=session)
        return work.commit(action.name, redoes=action.id)


def _name(action: Action | None) -> UndoName | None:
    if action is None:
        return None
    return UndoName(
        action=action.id, name=action.name, by=action.by, at=action.at, session=action.session
    )


def _steps(work: UnitOfWork, action: Action) -> list[_Step]:
    """What the action made of each record, in the order of its first writing."""
    written: dict[RecordId, list[Revision[Body]]] = {}
    for revision in work.actions.written(action.id):
        written.setdefault(revision.record, []).append(revision)
    return [_step(work, record, own) for record, own in written.items()]


def _step(work: UnitOfWork, record: RecordId, written: list[Revision[Body]]) -> _Step:
    first, last = written[0], written[-1]
    before = _State(None, withdrawn=True)
    if len(first.based_on) > 1:  # it settled different views, which one revision cannot undo
        raise _overtaken()
    for base in work.records.history(record):
        if base.id in first.based_on:
            before = _State(base.body, base.withdrawn)
    return _Step(record, first.kind, before, _State(last.body, last.withdrawn))


def _turn(
    work: UnitOfWork,
    step: _Step,
    *,
    was: _State,
    became: _State,
    by: RecordId,
    session: RecordId | None,
) -> None:
    """Write what makes a record again what it ``was`` before something else ``became`` of it."""
    now = work.records.get(step.record, KINDS[step.kind])
    if now.others:
        raise _overtaken()
    body = _body(now, was.body, became.body)
    back = set(shape.sounds(body)).difference(shape.sounds(now.body))
    if any(work.media.sound(ref) is None for ref in back):  # it was deleted for good
        raise _overtaken()
    work.records.revise(
        step.record,
        body,
        by=by,
        session=session,
        withdrawn=_withdrawn(now, was, became),
    )


def _body(now: Record[Body], was: Body | None, became: Body | None) -> Body:
    if was is not None and became is not None:
        try:
            return turned_back(now.body, was=was, became=became)
        except OvertakenError:
            raise _overtaken() from None
    if now.body != (was or became):  # it was first written by the action, and changed since
        raise _overtaken()
    return now.body


def _withdrawn(now: Record[Body], was: _State, became: _State) -> bool:
    if was.withdrawn == became.withdrawn:
        return now.withdrawn
    if now.withdrawn != became.withdrawn:
        raise _overtaken()
    return was.withdrawn


def _overtaken() -> NotAllowedError:
    return NotAllowedError(
        N_("This cannot be undone any more: something else has changed it since.")
    )
