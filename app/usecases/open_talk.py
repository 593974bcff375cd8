"""Writing into a talk that goes on: what was answered at a step, and where it stands."""

import msgspec

from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.session import REFUSALS, Answer, Response, Session
from app.model.wording import N_
from app.usecases.ports import UnitOfWork

_REFUSED: dict[Response, str] = {
    "not_today": N_("said: not today"),
    "dont_know": N_("said: I don’t know"),
    "dont_want_to_say": N_("said: I don’t want to say"),
}


def deed(answer: Answer | None, *, chosen: str = N_("answer given")) -> str:
    """What undo calls it that an answer was kept, or taken back.

    Args:
        answer: the answer; None where it was taken back.
        chosen: what it is called where the person did answer.

    """
    if answer is None:
        return N_("answer taken back")
    return _REFUSED.get(answer.response, chosen)


def keep_answer(
    work: UnitOfWork, session: RecordId, step: str, answer: Answer | None, *, by: RecordId
) -> None:
    """Keep what was answered at a step, within a unit of work; None takes the answer back.

    Raises:
        NotAllowedError: the talk is over.

    """
    body = work.records.get(session, Session).body
    revise(work, session, by, answers=with_answer(body, step, answer))


def with_answer(body: Session, step: str, answer: Answer | None) -> dict[str, Answer]:
    """The answers of a talk with this one at a step; None for none there.

    What was said to it into the computer stays, whatever is pressed: it goes where the person
    refuses to answer, and where the recording itself is taken off.
    """
    answers, before = dict(body.answers), body.answers.get(step)
    said = before.recording if before is not None else None
    if answer is None and said is not None and before is not None:
        answer = Answer(response="said", field=before.field, at=before.at)
    if answer is None:
        answers.pop(step, None)
        return answers
    if said is not None and answer.recording is None and answer.response not in REFUSALS:
        answer = msgspec.structs.replace(answer, recording=said)
    answers[step] = answer
    return answers


def without_recording(body: Session, step: str) -> dict[str, Answer]:
    """The answers of a talk without what was said into the computer at a step.

    With nothing pressed or written there is no answer there then.
    """
    answers = dict(body.answers)
    given = answers.pop(step, None)
    if given is not None and (given.choices or given.words or given.response != "said"):
        answers[step] = msgspec.structs.replace(given, recording=None)
    return answers


def revise(work: UnitOfWork, session: RecordId, by: RecordId, **fields: object) -> None:
    """Change fields of a session that is open.

    Raises:
        NotAllowedError: the talk is over.

    """
    now = work.records.get(session, Session)
    if now.body.ended is not None:
        raise NotAllowedError(N_("This talk is over. You can start another one."))
    body = msgspec.structs.replace(now.body, **fields)
    if body != now.body:
        work.records.revise(session, body, by=by, session=session)
