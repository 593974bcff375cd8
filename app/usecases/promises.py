"""You said, we will; you said, we did: promises, what came of them, and telling the person."""

import dataclasses
import datetime
from typing import Literal

import msgspec

from app.model import halfsaid as halfsaid_
from app.model import text
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.halfsaid import HalfPromise, HalfSaid
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.promises import CouldNotBecause, Promise, Theme
from app.model.record import Record
from app.model.session import Answer, Response
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import halfsaid, open_talk
from app.usecases.ports import Notebook, UnitOfWork

Reaction = Literal["like", "not_sure", "do_not_like"]
Impact = Literal["better", "same", "worse", "not_sure"]
Outcome = Literal["we_will", "trying", "we_did", "not_yet", "could_not_change"]

REASONS: dict[str, str] = {
    "could_not_because": N_("Please choose what kept you from it."),
    "because_plain": N_("Please write why it could not be changed, in plain words."),
    "instead": N_("Please write what can be done instead. It may be: nothing yet."),
    "how_to_challenge": N_("Please write what {name} can do if they do not agree."),
}
"""What is asked for where "we could not change this" lacks one of its four parts (rule R13)."""


class MissingReasonError(NotAllowedError):
    """ "We could not change this" without all of its reasons.

    Attributes:
        fields: those that are missing, in order.

    """

    def __init__(self, fields: tuple[str, ...], name: str) -> None:
        super().__init__(REASONS[fields[0]], name=name)
        self.fields = fields


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person asked for and what came of it, with who is around them."""

    person: Record[Person]
    supporters: tuple[Record[Supporter], ...]
    statements: tuple[Record[Statement], ...]
    promises: tuple[Record[Promise], ...]


def of_person(notebook: Notebook, *, person: RecordId) -> Told:
    """Everything promised to a person, the newest first.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        return Told(
            person=work.records.get(person, Person),
            supporters=work.records.find(Supporter, person=person),
            statements=work.records.find(Statement, person=person),
            promises=tuple(reversed(work.records.find(Promise, person=person))),
        )


def to_tell(
    promises: tuple[Record[Promise], ...], *, session: RecordId | None = None
) -> tuple[Record[Promise], ...]:
    """What the person is to be told, the oldest first.

    With a talk also what they were told in it: an answer does not take a card off the table.
    """
    return tuple(
        each
        for each in promises
        if each.body.to_be_told or (session is not None and each.body.told_in == session)
    )


def promise(
    notebook: Notebook,
    *,
    person: RecordId,
    words: str,
    said: RecordId | None,
    owner: RecordId | None,
    due: datetime.date | None,
    today: datetime.date,
    by: RecordId,
    theme: Theme = "other",
    session: RecordId | None = None,
    step: str = "",
    at: datetime.datetime | None = None,
) -> Change:
    """Write down what somebody will do, because the person asked for it.

    Raises:
        NotAllowedError: nobody is named who does it, or no day by which (domain C.0 Z2).
        BadWordsError: there are no words.

    """
    if owner is None:
        raise NotAllowedError(N_("Please choose who does it. A promise needs a name."))
    if due is None:
        raise NotAllowedError(N_("Please choose by when. A promise needs a day."))
    if due < today:
        raise NotAllowedError(N_("That day is over. Please choose a day that is still to come."))
    body = Promise(
        person=person,
        said=said,
        words=text.spoken_words(words),
        theme=theme,
        owner=owner,
        due=due,
        session=session,
        moment=step,
    )
    with notebook.unit_of_work() as work:
        made = work.records.add(body, by=by, session=session)
        if session is not None and step:
            here = _made_here(work, session, step)
            answer = Answer(response="chosen", choices=(*here, made.id), at=at)
            open_talk.keep_answer(work, session, step, answer, by=by)
            _no_longer_half(work, session, step, said)
        return work.commit(N_("promise written down"))


def half_written(promises: tuple[HalfPromise, ...]) -> HalfSaid:
    """What is kept of promises that are still being written."""
    words = "\n".join(each.words for each in promises if not text.is_blank(each.words))
    return HalfSaid(words=words, promises=promises)


def _no_longer_half(work: UnitOfWork, session: RecordId, step: str, said: RecordId | None) -> None:
    """The promise is written: of it nothing stands in the writing place any more."""
    stands = halfsaid.at(work, session=session, step=step)
    left = half_written(tuple(each for each in stands.promises if each.said != said))
    work.unfinished.keep(session=session, moment=step, words=halfsaid_.write(left))


def take_back(
    notebook: Notebook, *, promise: RecordId, session: RecordId, step: str, by: RecordId
) -> Change:
    """Take back a promise that was made at this step; with the last one goes the answer."""
    with notebook.unit_of_work() as work:
        now = work.records.get(promise, Promise)
        work.records.revise(promise, now.body, by=by, session=session, withdrawn=True)
        left = _made_here(work, session, step)
        if left:
            answer = Answer(response="chosen", choices=left)
            open_talk.keep_answer(work, session, step, answer, by=by)
        else:
            open_talk.keep_answer(work, session, step, None, by=by)
        return work.commit(N_("promise taken back"))


def answer(
    notebook: Notebook,
    *,
    promise: RecordId,
    response: Outcome,
    by: RecordId,
    what_changed: str = "",
    could_not_because: CouldNotBecause | None = None,
    because_plain: str = "",
    instead: str = "",
    how_to_challenge: str = "",
) -> Change:
    """Write down what came of a promise. Whatever the person was told before, they are told anew.

    Raises:
        MissingReasonError: "we could not" without its reason, what can be done instead, and how
            to challenge it (rule R13). Nothing is written.

    """
    could_not = response == "could_not_change"
    with notebook.unit_of_work() as work:
        now = work.records.get(promise, Promise).body
        given = {
            "could_not_because": could_not_because,
            "because_plain": _trimmed(because_plain),
            "instead": _trimmed(instead),
            "how_to_challenge": _trimmed(how_to_challenge),
        }
        if could_not and (missing := tuple(name for name in REASONS if not given[name])):
            name = work.records.get(now.person, Person).body.preferred_name
            raise MissingReasonError(missing, name)
        reasons = given if could_not else {**dict.fromkeys(given, ""), "could_not_because": None}
        changed = msgspec.structs.replace(
            now, response=response, what_changed=_trimmed(what_changed), **reasons
        )
        if changed != now:
            untold = msgspec.structs.replace(
                changed,
                told_on=None,
                told_how="",
                told_in=None,
                reaction=None,
                impact_by_person="not_asked",
                closed_on=None,
            )
            work.records.revise(promise, untold, by=by)
        return work.commit(N_("promise answered"))


def tell(
    notebook: Notebook,
    *,
    promise: RecordId,
    reaction: Reaction | None,
    told_how: str,
    today: datetime.date,
    by: RecordId,
    session: RecordId | None = None,
    step: str = "",
    response: Response = "chosen",
    at: datetime.datetime | None = None,
) -> Change:
    """Keep that the person was told what came of a promise, and what they think of it.

    Args:
        notebook: the open notebook.
        promise: the promise.
        reaction: what they think; None where they were told and did not say.
        told_how: how they were told.
        today: the day.
        by: who writes.
        session: the talk in which they were told.
        step: its step.
        response: how they answered: chosen, or a refusal.
        at: when.

    Raises:
        NotAllowedError: nothing came of it yet that could be told.

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(promise, Promise).body
        if now.response == "we_will":
            raise NotAllowedError(N_("First write down what came of it. Then tell the person."))
        changed = msgspec.structs.replace(
            now,
            told_on=now.told_on or today,
            told_how=now.told_how or told_how,
            told_in=session or now.told_in,
            reaction=reaction,
        )
        if changed != now:
            work.records.revise(promise, changed, by=by, session=session)
        _keep_answer(
            work,
            session=session,
            step=step,
            response=response,
            choices=(promise, reaction or ""),
            at=at,
            by=by,
        )
        return work.commit(N_("told what came of a promise"))


def not_told(
    notebook: Notebook, *, promise: RecordId, session: RecordId, by: RecordId, step: str
) -> Change:
    """Take back that the person was told in this talk: they are told another time."""
    with notebook.unit_of_work() as work:
        now = work.records.get(promise, Promise).body
        changed = msgspec.structs.replace(
            now,
            told_on=None,
            told_how="",
            told_in=None,
            reaction=None,
            impact_by_person="not_asked",
            closed_on=None,
        )
        if changed != now:
            work.records.revise(promise, changed, by=by, session=session)
        if not any(
            each.body.told_in == session for each in work.records.find(Promise, person=now.person)
        ):
            open_talk.keep_answer(work, session, step, None, by=by)
        return work.commit(N_("answer taken back"))


def say_impact(
    notebook: Notebook,
    *,
    promise: RecordId,
    impact: Impact | None,
    today: datetime.date,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep whether it made things better, which only the person says.

    What was done, or could not be, is closed with it; what is still being tried stays open.

    Raises:
        NotAllowedError: the person was not told what came of it.

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(promise, Promise).body
        if now.told_on is None:
            raise NotAllowedError(N_("Tell the person first what came of it."))
        ends = impact is not None and now.response in {"we_did", "could_not_change"}
        changed = msgspec.structs.replace(
            now, impact_by_person=impact or "not_asked", closed_on=today if ends else None
        )
        if changed != now:
            work.records.revise(promise, changed, by=by, session=session)
        return work.commit(N_("better or worse said"))


def let_others_read(
    notebook: Notebook,
    *,
    promise: RecordId,
    may: bool,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep whether it may hang on the wall at home, without the person's name (rule R7).

    It has no name to be undone by: saying the other takes it back.
    """
    with notebook.unit_of_work() as work:
        now = work.records.get(promise, Promise).body
        if may != now.public_ok:
            changed = msgspec.structs.replace(now, public_ok=may)
            work.records.revise(promise, changed, by=by, session=session)
        return work.commit()


def _keep_answer(
    work: UnitOfWork,
    *,
    session: RecordId | None,
    step: str,
    response: Response,
    choices: tuple[str, ...],
    at: datetime.datetime | None,
    by: RecordId,
) -> None:
    if session is not None and step:
        given = Answer(response=response, choices=tuple(c for c in choices if c), at=at)
        open_talk.keep_answer(work, session, step, given, by=by)


def _made_here(work: UnitOfWork, session: RecordId, step: str) -> tuple[RecordId, ...]:
    found = work.records.find(Promise, session=session)
    return tuple(each.id for each in found if each.body.moment == step)


def _trimmed(words: str) -> str:
    return "" if text.is_blank(words) else text.spoken_words(words)
