"""Sessions: starting a conversation, moving through it, leaving it and carrying on."""

import contextlib
import datetime
from collections.abc import Mapping
from typing import Literal

import msgspec

from app.model.change import Change
from app.model.conversation import Conversation, Step
from app.model.errors import AlongsideError, NotAllowedError
from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.session import AgendaTopic, Answer, Attendee, Board, Session
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import filling, going_out, halfsaid, open_talk, surroundings
from app.usecases.ports import Notebook, UnitOfWork

MOST_OF_SUPPORTERS = 2
_NEVER_SKIPPED = frozenset({"settings", "read_back"})
"""Moments whose answers stand elsewhere: with the person, and with each sentence."""


def open_session(notebook: Notebook, *, person: RecordId) -> Record[Session] | None:
    """The person's conversation that was not finished, the latest if there are several."""
    with notebook.unit_of_work() as work:
        found = [each for each in work.records.find(Session, person=person) if each.body.open]
    return found[-1] if found else None


def unfinished(notebook: Notebook, *, person: RecordId, guide: Guide) -> RecordId | None:
    """The person's conversation along this guide that was not finished, if there is one."""
    with notebook.unit_of_work() as work:
        found = work.records.find(Session, person=person)
    ours = (each.id for each in found if each.body.open and each.body.guide == guide.id)
    return next(ours, None)


def session(notebook: Notebook, *, session: RecordId) -> Record[Session]:
    """One session.

    Raises:
        NotFoundError: there is none.

    """
    with notebook.unit_of_work() as work:
        return work.records.get(session, Session)


def start(
    notebook: Notebook, *, person: RecordId, guide: Guide, by: RecordId, now: datetime.datetime
) -> Change:
    """Begin a conversation at its first moment.

    Raises:
        NotAllowedError: one of this kind with this person is not finished.

    """
    with notebook.unit_of_work() as work:
        begin(work, person=person, guide=guide, by=by, now=now)
        return work.commit()


def begin(
    work: UnitOfWork,
    *,
    person: RecordId,
    guide: Guide,
    by: RecordId,
    now: datetime.datetime,
    only: tuple[str, ...] = (),
    agenda: tuple[AgendaTopic, ...] = (),
    answers: Mapping[str, Answer] | None = None,
) -> RecordId:
    """The same within a unit of work; gives the talk.

    Args:
        work: the unit of work.
        person: with whom.
        guide: along which guide.
        by: who begins it.
        now: the time, in UTC.
        only: the moments that it is about, where it is not about all of the guide.
        agenda: the topics that lie on the table already.
        answers: what was answered before and decides which moments come.

    Raises:
        NotAllowedError: one of this kind with this person is not finished, or nothing of the
            guide comes.

    """
    open_ones = [each for each in work.records.find(Session, person=person) if each.body.open]
    if any(each.body.guide == guide.id for each in open_ones):
        raise NotAllowedError(
            N_("There is a talk that is not finished. Carry on with it, or end it first.")
        )
    body = Session(
        person=person,
        type=guide.type,
        guide=guide.id,
        guide_version=guide.version,
        started=now,
        at_moment=guide.moments[0].id,
        attendees=(Attendee(supporter=by),),
        only=only,
        agenda=agenda,
        answers=dict(answers or {}),
    )
    # Its first step, which may be one of those that a moment is repeated for.
    steps = surroundings.conversation(work, guide, body).steps
    if not steps:
        raise NotAllowedError(N_("There is nothing left to talk about here."))
    return work.records.add(msgspec.structs.replace(body, at_moment=steps[0].key), by=by).id


def answer(
    notebook: Notebook, *, session: RecordId, step: str, answer: Answer, by: RecordId
) -> Change:
    """Keep what the person answered at one step; a refusal is an answer like any other (R3)."""
    with notebook.unit_of_work() as work:
        open_talk.keep_answer(work, session, step, answer, by=by)
        return work.commit(open_talk.deed(answer))


def take_back(notebook: Notebook, *, session: RecordId, step: str, by: RecordId) -> Change:
    """Take an answer back: a step may be without one again."""
    with notebook.unit_of_work() as work:
        open_talk.keep_answer(work, session, step, None, by=by)
        return work.commit(N_("answer taken back"))


def pick_topic(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    topic: str,
    added_by: Literal["person", "supporter"],
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Put a topic on the table, or take it off if it lies there.

    The person's topics come first, in their order; supporters add at most two (moment O6).

    Raises:
        NotAllowedError: a third topic of a supporter.

    """
    with notebook.unit_of_work() as work:
        put_on_table(work, session=session, step=step, topic=topic, added_by=added_by, by=by, at=at)
        return work.commit(N_("topics chosen"))


def put_on_table(
    work: UnitOfWork,
    *,
    session: RecordId,
    step: str,
    topic: str,
    added_by: Literal["person", "supporter"],
    by: RecordId,
    at: datetime.datetime,
) -> None:
    """The same within a unit of work."""
    body = work.records.get(session, Session).body
    agenda = [each for each in body.agenda if each.topic != topic]
    if len(agenda) == len(body.agenda):
        agenda.append(AgendaTopic(topic=topic, added_by=added_by))
    if sum(each.added_by == "supporter" for each in agenda) > MOST_OF_SUPPORTERS:
        raise NotAllowedError(N_("Helpers can add 2 topics. The others are the person’s."))
    agenda.sort(key=lambda each: each.added_by != "person")
    choices = tuple(each.topic for each in agenda)
    chosen = Answer(response="chosen", field="agenda", choices=choices, at=at)
    open_talk.revise(
        work, session, by, agenda=tuple(agenda), answers={**body.answers, step: chosen}
    )


def move(notebook: Notebook, *, session: RecordId, to: str, by: RecordId) -> Change:
    """Put another moment on screen; nothing that was said is changed."""
    with notebook.unit_of_work() as work:
        open_talk.revise(work, session, by, at_moment=to)
        return work.commit()


def go_on(
    notebook: Notebook,
    *,
    session: RecordId,
    guide: Guide,
    step: Step,
    by: RecordId,
    now: datetime.datetime,
) -> Change:
    """Leave a step for the next one, or end the conversation after its last.

    A step that was left without an answer was skipped, and that is kept as its answer (rule R3).
    Whether there is one, and what follows, is asked of the notebook, not of the screen, which may
    be behind. Before sentences are read back, words that stand in a writing place and are on no
    card become drafts, so that they are read back too.

    Raises:
        NotAllowedError: somebody is here whom the person said no to (moment O2), or who goes out
            now, or the person has not said that they are ready (moment O3).

    """
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        if step.moment.kind == "people_here":
            _refuse_unwelcome(work, body)
        going_out.refuse_who_is_here(work, body, step)
        if step.moment.needs_yes and not _said_yes(body, step):
            raise NotAllowedError(N_("We start when you say so. You can also say: not today."))
        answers = body.answers
        if step.moment.kind not in _NEVER_SKIPPED and not answered(work, session, body, step):
            skip = Answer(response="skip", field=step.moment.field, at=now)
            answers = {**answers, step.key: skip}
        standing = msgspec.structs.replace(body, answers=answers, at_moment=step.key)
        walk = surroundings.conversation(work, guide, standing)
        to = walk.next
        if to is None or to.moment.kind == "read_back":
            finish_writing(work, session=session, walk=walk, by=by, today=now.date())
        else:
            filling.bring_up(work, session=session, steps=(step,), by=by, today=now.date())
        if to is None:
            open_talk.revise(work, session, by, answers=answers, ended=now)
        else:
            open_talk.revise(work, session, by, answers=answers, at_moment=to.key)
        return work.commit()


def finish_writing(
    work: UnitOfWork,
    *,
    session: RecordId,
    walk: Conversation,
    by: RecordId,
    today: datetime.date,
) -> None:
    """Put what stands in writing places on cards, and everything said into what it fills."""
    for each in walk.steps:
        halfsaid.put_on_card(work, session=session, step=each, by=by)
        halfsaid.put_looked_for_on_card(work, session=session, step=each, by=by)
    halfsaid.put_changes_on_cards(work, session=session, by=by)
    filling.leave_out(work, session=session, guide=walk.guide, steps=walk.steps, by=by)
    filling.bring_up(work, session=session, steps=walk.steps, by=by, today=today)


def _said_yes(body: Session, step: Step) -> bool:
    """Whether the person pressed to go on: being quiet is not a yes (moment O3)."""
    answer = body.answers.get(step.key)
    going_on = {option.id for option in step.moment.options if not option.ends}
    return answer is not None and bool(going_on.intersection(answer.choices))


def _refuse_unwelcome(work: UnitOfWork, body: Session) -> None:
    for each in body.attendees:
        if each.ok_by_person == "not_now":
            name = work.records.get(each.supporter, Supporter).body.name
            raise NotAllowedError(
                N_("You said: not now, {name}. We start when {name} has gone out."), name=name
            )


def answered(work: UnitOfWork, session: RecordId, body: Session, step: Step) -> bool:
    """Whether the person answered a step, by not answering too, or words of theirs stand at it.

    A promise that is half written is no answer: nobody has promised anything.
    """
    key = step.key
    stands = halfsaid.at(work, session=session, step=key)
    if key in body.answers or not (stands.blank or stands.promises):
        return True
    if halfsaid.looked_for(work, session=session, step=step):
        return True
    if any(each.body.moment == key for each in work.records.find(Statement, session=session)):
        return True
    boards = (each.body for each in work.records.find(Board, session=session))
    return any(card.pile for board in boards if board.moment == key for card in board.cards)


def pause(notebook: Notebook, *, session: RecordId, by: RecordId, now: datetime.datetime) -> Change:
    """Note a break. The conversation waits where it is, as long as it takes (rule R11)."""
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        open_talk.revise(work, session, by, pauses=(*body.pauses, now))
        return work.commit()


def stop(notebook: Notebook, *, session: RecordId, by: RecordId, now: datetime.datetime) -> Change:
    """The person does not want to talk today: the talk is over, and nothing asks for it again."""
    with notebook.unit_of_work() as work:
        open_talk.revise(work, session, by, ended=now, stopped_by="person")
        return work.commit()


def answer_when_next(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    answer: Answer,
    day: datetime.date | None,
    by: RecordId,
) -> Change:
    """Keep when to talk again, or that the person did not say; the plan's next look is that day.

    A date may be at most a year ahead (Care Act guidance: a review at least every 12 months).
    """
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        answers = open_talk.with_answer(body, step, answer)
        open_talk.revise(work, session, by, next_on=day, answers=answers)
        if day is not None:
            person = work.records.get(body.person, Person)
            due = msgspec.structs.replace(person.body, review_due=day)
            work.records.revise(person.id, due, by=by, session=session)
        return work.commit(N_("next talk changed"))


def not_safe(
    notebook: Notebook,
    *,
    session: RecordId,
    by: RecordId,
    now: datetime.datetime,
    guides: dict[str, Guide],
) -> Change:
    """Keep that the person said they are not safe. No question follows (rule R15).

    The conversation ends here and nothing is decided: the screen shows who to tell. Words that
    were being written become drafts as far as it is known whose they are; whatever is wrong with
    them, the talk ends.
    """
    with contextlib.suppress(AlongsideError, msgspec.MsgspecError, ValueError):
        _finish_writing_before_the_end(notebook, session, by, now, guides)
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        said = Answer(response="said", field="not_safe", at=now)
        open_talk.revise(
            work,
            session,
            by,
            answers={**body.answers, "not_safe": said},
            ended=now,
            stopped_by="person",
        )
        return work.commit()


def _finish_writing_before_the_end(
    notebook: Notebook,
    session: RecordId,
    by: RecordId,
    now: datetime.datetime,
    guides: dict[str, Guide],
) -> None:
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        if body.guide in guides:
            walk = surroundings.conversation(work, guides[body.guide], body)
            finish_writing(work, session=session, walk=walk, by=by, today=now.date())
        work.commit()


def stop_asking(
    notebook: Notebook,
    *,
    person: RecordId,
    by: RecordId,
    now: datetime.datetime,
    guides: dict[str, Guide],
) -> Change:
    """End every talk of a person who said they are not safe, wherever they said it (rule R15).

    A talk that waited at home would ask again whether to carry on.
    """
    change = Change()
    while (found := open_session(notebook, person=person)) is not None:
        change = not_safe(notebook, session=found.id, by=by, now=now, guides=guides)
    return change
