"""What people say into the computer: kept with a sentence or an answer, heard, taken off again.

The sound is made by the microphone's own process (:mod:`app.microphone.worker`); here it is only
kept. It is as private as its sentence, goes into no printed or shared copy, and goes with the plan
file and with the erasure of the plan.
"""

import datetime

import msgspec

from app.model import text
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import RecordId, SoundRef
from app.model.recordings import check, not_kept
from app.model.session import REFUSALS, Answer, Session
from app.model.statement import ReadBack
from app.model.wording import N_
from app.usecases import open_talk, statements
from app.usecases.ports import Notebook


def keep(
    notebook: Notebook,
    *,
    statement: RecordId,
    sound: bytes,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep a recording as the original of a sentence; the one before stays in its history.

    The words stay as they are. The recording is heard in their place, so the sentence is a draft
    until it was read back with it (rule R4), whatever was answered to what it was before.

    Raises:
        BadSoundError: it is none that can be kept.
        NotAllowedError: they are somebody else's words, over which nobody else speaks (rule R6).
        NotFoundError: the sentence was taken out.

    """
    with notebook.unit_of_work() as work:
        now = statements.own(statements.standing(work, statement))
        said = work.media.put_sound(sound)
        if said == now.body.recording:
            return Change()
        body = msgspec.structs.replace(now.body, recording=said, read_back=ReadBack())
        work.records.revise(statement, body, by=by, session=session)
        return work.commit(N_("recording kept"))


def put_in_words(
    notebook: Notebook,
    *,
    statement: RecordId,
    words: str,
    lang: str,
    by: RecordId,
    session: RecordId,
    moment: str,
) -> Change:
    """Write the words of a recording down beside it; what stood in the writing place is finished.

    Raises:
        BadWordsError: there are no words, or far too many for one sentence.
        NotAllowedError: somebody wrote them meanwhile.

    """
    with notebook.unit_of_work() as work:
        now = statements.standing(work, statement)
        if now.body.original:
            raise NotAllowedError(
                N_("These words were changed meanwhile. Please read them once more.")
            )
        body = msgspec.structs.replace(
            now.body,
            original=text.spoken_words(words),
            original_lang=lang,
            scribed_by=by if by != now.body.person else None,
            read_back=ReadBack(),
        )
        work.records.revise(statement, body, by=by, session=session)
        work.unfinished.keep(session=session, moment=moment, words="")
        return work.commit(N_("words written down"))


def take_off(notebook: Notebook, *, statement: RecordId, by: RecordId) -> Change:
    """Let a sentence be its words alone; the recording stays in its history.

    Raises:
        NotAllowedError: nobody has written its words yet, or they are somebody else's (rule R6).

    """
    with notebook.unit_of_work() as work:
        now = statements.own(statements.standing(work, statement))
        if text.is_blank(now.body.original):
            raise NotAllowedError(
                N_("This sentence is a recording only. Please write its words down first.")
            )
        body = msgspec.structs.replace(now.body, recording=None)
        work.records.revise(statement, body, by=by)
        return work.commit(N_("recording taken away"))


def answer(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    field: str,
    sound: bytes,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Keep a recording as what the person said to a step of a talk, beside what was pressed there.

    Args:
        notebook: the open notebook.
        session: the talk.
        step: where in it.
        field: the field of the talk's record that this answers, if it does.
        sound: the recording.
        by: who writes it down.
        at: when, in UTC.

    Raises:
        BadSoundError: it is none that can be kept.
        NotAllowedError: the talk is over.

    """
    with notebook.unit_of_work() as work:
        given = work.records.get(session, Session).body.answers.get(step)
        if given is None or given.response in REFUSALS:  # whoever says something has not refused
            given = Answer(response="said", field=field, at=at)
        said = msgspec.structs.replace(given, recording=work.media.put_sound(sound))
        open_talk.keep_answer(work, session, step, said, by=by)
        return work.commit(N_("answer recorded"))


def take_off_answer(notebook: Notebook, *, session: RecordId, step: str, by: RecordId) -> Change:
    """Take the recording from an answer; with nothing pressed or written there is none then.

    Raises:
        NotAllowedError: the talk is over.

    """
    with notebook.unit_of_work() as work:
        answers = open_talk.without_recording(work.records.get(session, Session).body, step)
        open_talk.revise(work, session, by, answers=answers)
        return work.commit(N_("recording taken away"))


def check_whole(data: bytes) -> None:
    """Make sure that a recording from elsewhere is what it says of itself, unfolded.

    Raises:
        BadSoundError: it is none that can be kept, or is longer or shorter than it says.

    """
    from app.speech import sound_files  # noqa: PLC0415 - only a file with recordings needs it

    check(data)
    if not sound_files.is_as_long_as_it_says(data):
        raise not_kept()


def sound(notebook: Notebook, ref: SoundRef) -> bytes:
    """The bytes of a recording; none if this notebook does not have it.

    Raises:
        BadSoundError: it is damaged.

    """
    with notebook.unit_of_work() as work:
        return work.media.sound(ref) or b""
