"""A good day or a hard day, told from waking up to the night."""

import datetime

import msgspec

from app.model.change import Change
from app.model.conversation import Step
from app.model.drawn import TIMES, DayStory, DayTime, Felt, PartOfDay
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.session import REFUSALS, Answer, Session
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork


def part(story: Record[DayStory] | None, time: DayTime) -> PartOfDay:
    """One part of a day as it was told so far; an empty one where nothing was."""
    parts = story.body.parts if story is not None else ()
    return next((each for each in parts if each.time == time), PartOfDay(time=time))


def story_of(
    stories: tuple[Record[DayStory], ...], *, session: RecordId, step: str
) -> Record[DayStory] | None:
    """The day that is told at one step of a talk, among all days of the person."""
    here = (each for each in stories if each.body.session == session and each.body.moment == step)
    return next(here, None)


def felt(
    notebook: Notebook,
    *,
    session: RecordId,
    step: Step,
    time: DayTime,
    felt: Felt | None,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Keep how a part of the day was; None for not said."""
    with notebook.unit_of_work() as work:
        _change(work, session, step, time, {"felt": felt}, by=by, at=at)
        return work.commit(N_("how it was changed"))


def show(
    notebook: Notebook,
    *,
    session: RecordId,
    step: Step,
    time: DayTime,
    picture: PictureRef | None,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Choose the picture of a part of the day, or none."""
    with notebook.unit_of_work() as work:
        _change(work, session, step, time, {"picture": picture}, by=by, at=at)
        return work.commit(N_("picture changed"))


def say(
    work: UnitOfWork,
    *,
    session: RecordId,
    step: Step,
    time: DayTime,
    said: Record[Statement],
    by: RecordId,
    at: datetime.datetime | None,
) -> None:
    """Put a sentence that was just said into its part of the day, within the same unit of work.

    A picture that came with it becomes the picture of the part, if that has none.
    """
    before = part(_story(work, session, step), time)
    more: dict[str, object] = {"said": (*before.said, said.id)}
    if before.picture is None and said.body.symbols:
        more["picture"] = said.body.symbols[0]
    _change(work, session, step, time, more, by=by, at=at)


def confirm(
    notebook: Notebook, *, session: RecordId, step: Step, by: RecordId, at: datetime.datetime
) -> Change:
    """The person said that the day is right as it is laid out: what has no words counts now."""
    with notebook.unit_of_work() as work:
        now = _story(work, session, step)
        if now is not None and not now.withdrawn:
            _keep(work, session, step, now, {"confirmed": True}, by=by, at=at)
        return work.commit(N_("day confirmed"))


def no_answer(
    notebook: Notebook,
    *,
    session: RecordId,
    step: Step,
    answer: Answer | None,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Keep that the person does not tell a day: what they laid out of it is hidden (rule R3).

    Taking that back brings the day back as it was.
    """
    with notebook.unit_of_work() as work:
        now = _story(work, session, step)
        if answer is None and now is not None:
            _keep(work, session, step, now, {}, by=by, at=at)
        else:
            if now is not None and not now.withdrawn:
                hidden = msgspec.structs.replace(now.body, confirmed=False)
                work.records.revise(now.id, hidden, by=by, session=session, withdrawn=True)
            open_talk.keep_answer(work, session, step.key, answer, by=by)
        return work.commit(open_talk.deed(answer))


def _story(work: UnitOfWork, session: RecordId, step: Step) -> Record[DayStory] | None:
    """What was laid out here, also while it is hidden: telling after all brings it back."""
    stories = work.records.find(DayStory, session=session, withdrawn=True)
    return story_of(stories, session=session, step=step.key)


def _change(
    work: UnitOfWork,
    session: RecordId,
    step: Step,
    time: DayTime,
    fields: dict[str, object],
    *,
    by: RecordId,
    at: datetime.datetime | None,
) -> None:
    """Change one part of the day that is told at this step; the day is to be confirmed again."""
    now = _story(work, session, step)
    parts = {each.time: each for each in (now.body.parts if now is not None else ())}
    parts[time] = msgspec.structs.replace(part(now, time), **fields)
    told = tuple(
        parts[each] for each in TIMES if each in parts and parts[each] != PartOfDay(time=each)
    )
    _keep(work, session, step, now, {"parts": told, "confirmed": False}, by=by, at=at)


def _keep(
    work: UnitOfWork,
    session: RecordId,
    step: Step,
    now: Record[DayStory] | None,
    fields: dict[str, object],
    *,
    by: RecordId,
    at: datetime.datetime | None,
) -> None:
    """Write the day with these fields changed, and its parts as the answer of the step."""
    talk = work.records.get(session, Session).body
    empty = DayStory(
        person=talk.person,
        which="hard" if step.moment.about == "hard" else "good",
        session=session,
        moment=step.key,
    )
    body = msgspec.structs.replace(now.body if now is not None else empty, **fields)
    if now is None:
        work.records.add(body, by=by, session=session)
    elif body != now.body or now.withdrawn:
        work.records.revise(now.id, body, by=by, session=session)
    told = body.parts
    times = tuple(each.time for each in told)
    given = talk.answers.get(step.key)
    if not told:
        open_talk.keep_answer(work, session, step.key, None, by=by)
    elif given is None or given.response in REFUSALS or given.choices != times:
        said = Answer(response="said", choices=times, at=at)
        open_talk.keep_answer(work, session, step.key, said, by=by)
