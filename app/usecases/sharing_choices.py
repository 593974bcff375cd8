"""What the person says about who may see what: given, changed and taken back as easily."""

import dataclasses
import datetime
from typing import Literal

import msgspec

from app.model.change import Change
from app.model.documents import documents
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import Answer, Session
from app.model.sharing import CopyMade, How, Part, Purpose, SharedWith, SharingChoice
from app.model.sharing_rules import ELSEWHERE, counts
from app.model.wording import N_, Wording
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork

Choice = Literal["yes", "yes_some", "ask_each_time", "no", "not_decided"]

MAY_END: frozenset[Choice] = frozenset({"yes", "yes_some", "ask_each_time"})
"""What can be said until a day."""

DOCUMENT_WORDS: dict[str, str] = {
    **{kind.key: kind.title for kind in documents()},
    "booklet": N_("My booklet"),
    "one_page_profile": N_("My one page"),
    "passport": N_("How I communicate"),
    "handover_card": N_("My handover card"),
    "sound": N_("My plan as sound"),
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person says about one reader.

    Attributes:
        parts: what it is about; for "some of it", what may be seen.
        rest: what may not be seen then, line by line.

    """

    to: SharedWith
    choice: Choice
    parts: tuple[Part, ...]
    rest: tuple[Part, ...] = ()
    purpose: Purpose = "support"
    how: tuple[How, ...] = ()
    until: datetime.date | None = None
    how_explained: str = ""
    shown_example: bool = False


def decide(
    notebook: Notebook,
    *,
    person: RecordId,
    wish: Wish,
    on: datetime.date,
    by: RecordId,
    words: Wording,
    whole: bool = False,
) -> Change:
    """Keep what the person says about one reader, in place of what they said before.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        wish: what they say.
        on: the day from which it counts.
        by: who writes it down.
        words: the language in which paper that is to come back is named.
        whole: it is about the plan as a whole, so that whatever was said before of the plan and
            its sections counts no more; what was said of single sentences stays, unless it is no.

    """
    with notebook.unit_of_work() as work:
        if whole:
            _make_way_for_the_whole(work, person, wish, on=on, by=by, words=words)
        _decide(work, person, wish, on=on, by=by, words=words)
        return work.commit(N_("who can see it changed"))


def decide_in_talk(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    wish: Wish,
    at: datetime.datetime,
    by: RecordId,
    words: Wording,
) -> Change:
    """The same at a moment of a talk, where it is an answer too (moment Z3)."""
    with notebook.unit_of_work() as work:
        talk = work.records.get(session, Session).body
        _forget_step(work, session, step, wish.to, by)
        _decide(
            work,
            talk.person,
            wish,
            on=at.astimezone().date(),
            by=by,
            words=words,
            session=session,
            step=step,
        )
        _answer_step(work, session, step, by, at)
        return work.commit(N_("who can see it changed"))


def take_back_in_talk(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    to: SharedWith,
    at: datetime.datetime,
    by: RecordId,
) -> Change:
    """Take back what was said about one reader at this moment: nothing was said then."""
    with notebook.unit_of_work() as work:
        _forget_step(work, session, step, to, by)
        _answer_step(work, session, step, by, at)
        return work.commit(N_("answer taken back"))


def refuse_in_talk(
    notebook: Notebook, *, session: RecordId, step: str, answer: Answer, by: RecordId
) -> Change:
    """Keep that the person did not answer here; what they said here before is taken back."""
    with notebook.unit_of_work() as work:
        _forget_step(work, session, step, None, by)
        open_talk.keep_answer(work, session, step, answer, by=by)
        return work.commit(open_talk.deed(answer))


def said_at(
    choices: tuple[Record[SharingChoice], ...], *, session: RecordId, step: str, to: SharedWith
) -> Record[SharingChoice] | None:
    """What was said about a reader at a moment of a talk; of "some of it" what may be seen."""
    found = [
        each
        for each in choices
        if (each.body.session, each.body.moment) == (session, step) and each.body.to == to
    ]
    return next((each for each in found if each.body.choice != "no"), found[0] if found else None)


def about_line(
    choices: tuple[Record[SharingChoice], ...],
    *,
    to: SharedWith,
    purpose: Purpose,
    statement: RecordId,
    on: datetime.date,
) -> Record[SharingChoice] | None:
    """What the person says about one reader, one reason and one sentence, if anything stands."""
    part = f"sentence:{statement}"
    found = [
        each
        for each in choices
        if (each.body.to, each.body.purpose) == (to, purpose)
        and part in each.body.parts
        and counts(each.body, on)
    ]
    return found[-1] if found else None


def take_line_back(
    notebook: Notebook,
    *,
    person: RecordId,
    wish: Wish,
    on: datetime.date,
    by: RecordId,
    words: Wording,
) -> Change:
    """Take back what was said about a reader and these parts; what is wider holds again."""
    with notebook.unit_of_work() as work:
        _make_way(work, person, wish, on=on, by=by, words=words)
        return work.commit(N_("who can see it changed"))


def end_on(
    notebook: Notebook,
    *,
    choice: RecordId,
    until: datetime.date | None,
    today: datetime.date,
    by: RecordId,
) -> Change:
    """Say until when a yes counts, that day included; ``until`` None: until it is taken back.

    Raises:
        NotAllowedError: that day is over; or there is no yes any more that could end.

    """
    if until is not None and until < today:
        raise NotAllowedError(N_("That day is over. Please choose a day that is still to come."))
    with notebook.unit_of_work() as work:
        now = work.records.get(choice, SharingChoice).body
        if now.choice not in MAY_END or now.basis in ELSEWHERE or not counts(now, today):
            raise NotAllowedError(N_("There is no yes here that could end."))
        work.records.revise(choice, msgspec.structs.replace(now, until=until), by=by)
        return work.commit(N_("who can see it changed"))


def stop(
    notebook: Notebook, *, choice: RecordId, on: datetime.date, by: RecordId, words: Wording
) -> Change:
    """Take a choice back: from now on it counts for nothing. What is on paper is listed.

    Raises:
        NotAllowedError: it does not rest on the person's choice; that is said, not hidden.

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(choice, SharingChoice)
        if now.body.basis in ELSEWHERE:
            raise NotAllowedError(
                N_("The law or an emergency asks for this. You can ask why, and complain.")
            )
        _withdraw(work, now, on=on, by=by, words=words)
        return work.commit(N_("sharing stopped"))


def _decide(
    work: UnitOfWork,
    person: RecordId,
    wish: Wish,
    *,
    on: datetime.date,
    by: RecordId,
    words: Wording,
    session: RecordId | None = None,
    step: str = "",
) -> None:
    _make_way(work, person, wish, on=on, by=by, words=words)
    said = SharingChoice(
        person=person,
        to=wish.to,
        parts=wish.parts,
        purpose=wish.purpose,
        how=wish.how,
        since=on,
        until=wish.until,
        choice=wish.choice,
        how_explained=wish.how_explained,
        shown_example=wish.shown_example,
        session=session,
        moment=step,
    )
    work.records.add(said, by=by, session=session)
    if wish.rest:
        rest = msgspec.structs.replace(said, parts=wish.rest, choice="no")
        work.records.add(rest, by=by, session=session)


def _make_way(
    work: UnitOfWork,
    person: RecordId,
    wish: Wish,
    *,
    on: datetime.date,
    by: RecordId,
    words: Wording,
) -> None:
    """What was said before of the same parts, to the same reader, counts no more."""
    spoken_of = {*wish.parts, *wish.rest}
    for each in work.records.find(SharingChoice, person=person):
        body = each.body
        same = (body.to, body.purpose) == (wish.to, wish.purpose)
        if not same or body.basis in ELSEWHERE or body.withdrawn_on is not None:
            continue
        left = tuple(part for part in body.parts if part not in spoken_of)
        if not left:
            _withdraw(work, each, on=on, by=by, words=words)
        elif left != body.parts:
            work.records.revise(each.id, msgspec.structs.replace(body, parts=left), by=by)


def _make_way_for_the_whole(
    work: UnitOfWork,
    person: RecordId,
    wish: Wish,
    *,
    on: datetime.date,
    by: RecordId,
    words: Wording,
) -> None:
    """A no to all of it is one to every sentence and for every reason that was said yes to."""
    for each in work.records.find(SharingChoice, person=person):
        body = each.body
        standing = body.withdrawn_on is None and body.basis not in ELSEWHERE
        if body.to != wish.to or not standing:
            continue
        of_sentences = all(part.startswith("sentence:") for part in body.parts)
        same = body.purpose == wish.purpose and not of_sentences
        if same or (wish.choice == "no" and body.choice != "no"):
            _withdraw(work, each, on=on, by=by, words=words)


def _withdraw(
    work: UnitOfWork,
    choice: Record[SharingChoice],
    *,
    on: datetime.date,
    by: RecordId,
    words: Wording,
) -> None:
    collect = tuple(
        words.t(N_("{document}, from {day}"), document=words.t(DOCUMENT_WORDS.get(
            each.body.document, N_("My plan"))), day=words.date(each.body.on))
        for each in work.records.find(CopyMade, person=choice.body.person)
        if each.body.to == choice.body.to
        and each.body.how == "paper"
        and each.body.collected_on is None
    ) if choice.body.choice != "no" else ()  # fmt: skip
    body = msgspec.structs.replace(choice.body, withdrawn_on=on, copies_to_collect=collect)
    work.records.revise(choice.id, body, by=by)


def _forget_step(
    work: UnitOfWork, session: RecordId, step: str, to: SharedWith | None, by: RecordId
) -> None:
    """Hide what was said at a step: about one reader, or about everybody."""
    person = work.records.get(session, Session).body.person
    for each in work.records.find(SharingChoice, person=person):
        body = each.body
        if (body.session, body.moment) == (session, step) and to in {None, body.to}:
            work.records.revise(each.id, body, by=by, session=session, withdrawn=True)


def _answer_step(
    work: UnitOfWork, session: RecordId, step: str, by: RecordId, at: datetime.datetime
) -> None:
    """The answer of the step names each reader about whom something was said at it."""
    talk = work.records.get(session, Session).body
    said = dict.fromkeys(
        f"{_named(each.body.to)}:{each.body.choice}"
        for each in work.records.find(SharingChoice, person=talk.person)
        if (each.body.session, each.body.moment) == (session, step)
    )
    answer = Answer(response="chosen", choices=tuple(said), at=at) if said else None
    open_talk.keep_answer(work, session, step, answer, by=by)


def _named(to: SharedWith) -> str:
    return to.supporter or to.role or to.organisation
