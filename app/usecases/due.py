"""What is due: for one person in a talk, and for everybody in the calendar of the service.

Nothing is ever renewed here. What is due is talked about, or a day is booked for it, or it stays.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator
from typing import Literal, cast

import msgspec

from app.model.agreements import RowCheck
from app.model.change import Change
from app.model.choice_sheets import ChoiceSheet
from app.model.decisions import Decision
from app.model.errors import NotAllowedError
from app.model.goals import Goal, GoalStep
from app.model.ids import RecordId
from app.model.packs import PackComment
from app.model.person import Person, Supporter
from app.model.promises import Promise
from app.model.record import Body, BodyT, Record
from app.model.restrictions import Restriction
from app.model.risks import RiskPlan
from app.model.session import Answer, Board, Session
from app.model.statement import Statement
from app.model.wording import N_, Wording
from app.usecases import advocates, boards_at_home, choices_at_home, comments, open_talk, steps
from app.usecases.advocates import OpenQuery
from app.usecases.ports import Notebook, UnitOfWork

What = Literal[
    "review", "talk", "goal", "step", "promise", "to_tell", "risk_plan", "restriction", "decision",
    "row", "query", "comment", "sorted", "ticked",
]  # fmt: skip

WHAT_WORDS: dict[What, str] = {
    "review": N_("Review of the plan"),
    "talk": N_("A talk that was booked"),
    "goal": N_("Look at a goal again"),
    "step": N_("A step"),
    "promise": N_("A promise"),
    "to_tell": N_("Tell what came of a promise"),
    "risk_plan": N_("Look at a risk again"),
    "restriction": N_("Look at a limit again"),
    "decision": N_("Look at a decision again"),
    "row": N_("Check the communication chart"),
    "query": N_("Answer the advocate"),
    "comment": N_("What my advocate wrote about my plan"),
    "sorted": N_("Cards that I sorted at home"),
    "ticked": N_("What I ticked at home"),
}

_WHOSE_WORDS: dict[What, str] = {
    "step": N_("A step by {who}"),
    "promise": N_("A promise by {who}"),
    "comment": N_("What {who} wrote about my plan"),
}
"""The same where it is known who is to do it, or did."""

When = Literal["over", "today", "week", "later"]

TRY_OUT = datetime.timedelta(days=7)
"""How long a new row of the communication chart is tried out before somebody checks it."""

NEW_FOR = datetime.timedelta(weeks=12)
"""How long a row counts as new: one that nobody checked by then is no try-out any more."""

_TALKS_SINCE = datetime.timedelta(weeks=60)
"""The next talk is booked at most a year ahead: in older ones there is none to be found."""

_WEEK = 7

_STEP_OVER = frozenset({"done", "dropped"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing that is due.

    Attributes:
        on: since or from which day.
        record: what it is about.
        words: what is said of it, in the words it was written in; empty where there are none.
        name: the person's name.
        who: the name of whoever is to do it, or did, where that is somebody around the person.

    """

    person: RecordId
    name: str
    what: What
    on: datetime.date
    record: RecordId
    words: str = ""
    who: str = ""

    def kind_in_words(self, words: Wording) -> str:
        """What sort of thing it is, in plain words, and who is to do it, or did."""
        if self.who and self.what in _WHOSE_WORDS:
            return words.t(_WHOSE_WORDS[self.what], who=self.who)
        return words.t(WHAT_WORDS[self.what])

    def when(self, today: datetime.date) -> When:
        """Where it stands in the calendar."""
        if self.on < today:
            return "over"
        if self.on == today:
            return "today"
        return "week" if (self.on - today).days < _WEEK else "later"


def everybody(notebook: Notebook, *, today: datetime.date) -> tuple[Due, ...]:
    """What is due or booked for everybody who has not moved on, the earliest first.

    No words come with it: what is due is told, and not what was said of it.
    """
    with notebook.unit_of_work() as work:
        find = work.records.find
        own_steps = tuple(each for each in find(GoalStep) if not _is_disowned(work, each.body))
        people = find(Person)
        talks = find(Session, since=_before(today, _TALKS_SINCE))
        records: tuple[Record[Body], ...] = (
            *people, *find(Goal), *own_steps, *find(Promise), *find(RiskPlan),
            *find(Restriction), *find(Decision), *_latest(talks),
        )  # fmt: skip
        rows = find(Statement, section="communication", since=_before(today, NEW_FOR))
        checks = find(RowCheck)
        around = {each.id: each.body.name for each in find(Supporter)}
        queries = advocates.open_queries(work)
    names = {each.id: each.body.preferred_name for each in people if each.body.left_on is None}
    found = [
        *_of_records(records, names, {}, around, today),
        *_rows_untried(rows, checks, names, today),
        *_unanswered(queries, names),
    ]
    found = [dataclasses.replace(each, words="") for each in found]
    return tuple(sorted(found, key=lambda each: (each.on, each.name, each.what)))


def _is_disowned(work: UnitOfWork, step: GoalStep) -> bool:
    """Whether the person said of a step that is open that these are not their words."""
    if step.said is None or step.status in _STEP_OVER:
        return False
    return work.records.get(step.said, Statement).body.disowned


def of_person(
    records: Iterable[Record[Body]],
    *,
    name: str,
    today: datetime.date,
    session: RecordId | None = None,
) -> tuple[Due, ...]:
    """What is due for one person today or was before, from their records, the earliest first.

    Args:
        records: the person's, with those around them.
        name: the person's name.
        today: the day.
        session: the talk that goes on: what came back and was told in it is still there.

    """
    records = tuple(_as_waiting(each, session) for each in records)
    names = {_person_of(each): name for each in records}
    sentences = tuple(_of_kind(records, Statement))
    said = {each.id: each.body.original for each in sentences}
    standing = steps.standing(tuple(_of_kind(records, GoalStep)), sentences)
    others = tuple(each for each in records if not isinstance(each.body, GoalStep))
    around = {each.id: each.body.name for each in _of_kind(records, Supporter)}
    found = [
        each
        for each in _of_records((*others, *standing), names, said, around, today)
        if each.on <= today
    ]
    return tuple(sorted(found, key=lambda each: (each.on, each.what)))


def _as_waiting(record: Record[Body], session: RecordId | None) -> Record[Body]:
    """What came back on paper and was told in this talk, as if it waited still."""
    match record.body:
        case PackComment(status="shown") as body if body.session == session is not None:
            waits: Body = msgspec.structs.replace(body, status="waiting")
        case Board() as body if body.told_in == session is not None:
            waits = msgspec.structs.replace(body, told_in=None)
        case ChoiceSheet() as body if session is not None:
            waits = choices_at_home.as_waiting(body, session)
        case _:
            return record
    return dataclasses.replace(record, body=waits)


def _of_kind(records: Iterable[Record[Body]], kind: type[BodyT]) -> Iterator[Record[BodyT]]:
    for each in records:
        if isinstance(each.body, kind):
            yield cast("Record[BodyT]", each)


Choice = Literal["now", "day", "not_today"]


def choose(
    notebook: Notebook,
    *,
    record: RecordId,
    choice: Choice,
    session: RecordId,
    step: str,
    by: RecordId,
    at: datetime.datetime,
    day: datetime.date | None = None,
) -> Change:
    """Keep what is to happen with one thing that is due: talk now, a day for it, or not today.

    A day that is booked is the day of the next talk, where none earlier is. What is due stays due:
    nothing counts as looked at because a day was found for it.

    Raises:
        NotAllowedError: a day is to be booked and none is given, or one that is over.

    """
    if choice == "day" and (day is None or day < at.astimezone().date()):
        raise NotAllowedError(N_("Please choose a day that is still to come."))
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        given = body.answers.get(step)
        others = tuple(
            each for each in (given.choices if given else ()) if f":{record}" not in each
        )
        mine = f"{choice}:{record}" + (f":{day}" if day is not None and choice == "day" else "")
        answer = Answer(response="chosen", choices=(*others, mine), at=at)
        open_talk.keep_answer(work, session, step, answer, by=by)
        if choice == "now":
            comments.shown(work, record, session=session, by=by)
            boards_at_home.shown(work, record, session=session, by=by)
            choices_at_home.shown(work, record, session=session, by=by)
        if choice == "day" and day is not None:
            now = work.records.get(session, Session).body
            next_on = min(now.next_on, day) if now.next_on else day
            open_talk.revise(work, session, by, next_on=next_on)
        return work.commit(N_("what is due chosen"))


def chosen(answer: Answer | None, record: RecordId) -> tuple[Choice | None, datetime.date | None]:
    """What was chosen for one thing that is due, and the day that was booked for it."""
    for each in answer.choices if answer is not None else ():
        choice, _, rest = each.partition(":")
        about, _, day = rest.partition(":")
        if about == record:
            booked = datetime.date.fromisoformat(day) if day else None
            return msgspec.convert(choice, Choice), booked
    return None, None


def _of_records(
    records: Iterable[Record[Body]],
    names: dict[RecordId, str],
    said: dict[RecordId, str],
    around: dict[RecordId, str],
    today: datetime.date,
) -> Iterator[Due]:
    for record in records:
        person = _person_of(record)
        if person not in names:
            continue
        for what, on, words in _dates(record.body, said, today):
            yield Due(
                person=person, name=names[person], what=what, on=on, record=record.id,
                words=words, who=around.get(_doer(record.body), ""),
            )  # fmt: skip


def _doer(body: Body) -> RecordId:
    """Who is to do it, or did, if it is known."""
    match body:
        case Promise():
            return body.owner
        case GoalStep() if body.who is not None:
            return body.who
        case PackComment() if body.commenter is not None:
            return body.commenter
        case _:
            return RecordId("")


def _person_of(record: Record[Body]) -> RecordId:
    person: RecordId = getattr(record.body, "person", record.id)
    return person


def _dates(
    body: Body, said: dict[RecordId, str], today: datetime.date
) -> Iterator[tuple[What, datetime.date, str]]:
    """What of one record is due when, in which words."""
    match body:
        case Person() if body.review_due is not None:
            yield "review", body.review_due, ""
        case Session() if body.next_on is not None:
            yield "talk", body.next_on, ""
        case Goal() if body.open and body.review_due is not None:
            yield "goal", body.review_due, said.get(body.words, "")
        case GoalStep() if body.by is not None and body.status not in _STEP_OVER:
            yield "step", body.by, said.get(body.said or RecordId(""), body.words)
        case Promise() if body.to_be_told:
            yield "to_tell", min(body.due, today), body.words
        case Promise() if body.owed:
            yield "promise", body.due, body.words
        case RiskPlan() if body.status != "ended" and body.review_due is not None:
            yield "risk_plan", body.review_due, body.what
        case Restriction() if body.in_force and body.review_due is not None:
            yield "restriction", body.review_due, body.plain_title
        case Decision() if body.review_due is not None and body.outcome != "withdrawn":
            yield "decision", body.review_due, body.question
        case PackComment() | Board() | ChoiceSheet():
            yield from _came_back(body, said)
        case _:
            return


def _came_back(
    body: PackComment | Board | ChoiceSheet, said: dict[RecordId, str]
) -> Iterator[tuple[What, datetime.date, str]]:
    """What came back on paper, and the person was not asked about yet."""
    match body:
        case PackComment(status="waiting"):
            about = said.get(body.statement, "")
            yield "comment", body.on, " · ".join(filter(None, (about, body.words)))
        case Board(at_home=datetime.date() as on, told_in=None):
            yield "sorted", on, " · ".join(card.words for card in body.cards if card.pile)
        case ChoiceSheet() if found := choices_at_home.waiting(body):
            on = min(each.at for each in found).astimezone().date()
            yield "ticked", on, " · ".join(each.said for each in found)
        case _:
            return


def _latest(found: tuple[Record[Session], ...]) -> Iterator[Record[Session]]:
    """The talk in which each person's next one was booked, unless there was another since."""
    latest = {each.body.person: each for each in found}
    yield from latest.values()


def _rows_untried(
    rows: tuple[Record[Statement], ...],
    checks: tuple[Record[RowCheck], ...],
    names: dict[RecordId, str],
    today: datetime.date,
) -> Iterator[Due]:
    """Rows of the chart that nobody has checked since they were kept: the first of each person."""
    checked = {each.body.statement for each in checks}
    first: dict[RecordId, tuple[datetime.date, Record[Statement]]] = {}
    for row in rows:
        body, kept_on = row.body, row.body.read_back.on
        if body.kind != "chart_row" or not body.kept or kept_on is None or row.id in checked:
            continue
        if kept_on < today - NEW_FOR:
            continue
        if body.person in names and (body.person not in first or kept_on < first[body.person][0]):
            first[body.person] = (kept_on, row)
    for person, (kept_on, row) in first.items():
        yield Due(
            person=person,
            name=names[person],
            what="row",
            on=kept_on + TRY_OUT,
            record=row.id,
        )


def _unanswered(queries: tuple[OpenQuery, ...], names: dict[RecordId, str]) -> Iterator[Due]:
    """What an advocate waits for, due since it was asked where no day was said."""
    for each in queries:
        if each.person in names:
            yield Due(
                person=each.person,
                name=names[each.person],
                what="query",
                on=each.due or each.asked_on,
                record=each.review,
            )


def _before(today: datetime.date, span: datetime.timedelta) -> datetime.datetime:
    midnight = datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    return midnight - span
