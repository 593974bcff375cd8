"""The answer to a step of a talk, where another record holds what was said or chosen there."""

import msgspec

from app.model.ids import RecordId
from app.model.session import Answer, Session
from app.usecases.ports import UnitOfWork


def keep(
    work: UnitOfWork, session: RecordId, *, step: str, answer: Answer | None, by: RecordId
) -> None:
    """Keep the answer to a step, or take it back; where nothing changes, nothing is written."""
    body = work.records.get(session, Session).body
    answers = {key: each for key, each in body.answers.items() if key != step}
    if answer is not None:
        answers[step] = answer
    if answers != body.answers:
        changed = msgspec.structs.replace(body, answers=answers)
        work.records.revise(session, changed, by=by, session=session)
