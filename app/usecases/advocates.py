"""An advocate's look at a plan: in private with the person, with questions that the team answers.

An advocate reads what the person shares with them and writes nothing in the plan. What they do can
be undone by nobody else: none of it has a name for undo.
"""

import dataclasses
import datetime
from collections.abc import Callable, Iterable

import msgspec

from app.model.agreements import AdvocateReview, FormalReport, MarkedLine, Query
from app.model.change import Change
from app.model.errors import BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.shape import LONGEST_WORDS
from app.model.statement import Statement
from app.model.text import is_blank, without_controls
from app.model.wording import N_
from app.usecases import worker_roles
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.worker_roles import ADVOCATES

MaySee = Callable[[Record[Statement]], bool]
"""Whether the person shares a sentence with their advocate."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuery:
    """Something that an advocate waits for.

    Attributes:
        review: the look at the plan in which it was asked, and ``place`` which of its questions it
            is; -1 for the answer of the council to a report.
        due: until when an answer is wanted, if that was said.

    """

    review: RecordId
    place: int
    person: RecordId
    asked_on: datetime.date
    due: datetime.date | None
    text: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Everything that the screens of an advocate's look show.

    Attributes:
        advocates: who speaks up with the person.
        lines: the sentences that the person shares with their advocate.
        about: the shared sentences that a question is about.

    """

    person: Record[Person]
    supporters: tuple[Record[Supporter], ...]
    reviews: tuple[Record[AdvocateReview], ...]
    lines: tuple[Record[Statement], ...]
    about: dict[RecordId, str]

    @property
    def advocates(self) -> tuple[Record[Supporter], ...]:
        """The person's advocates, the one named first first."""
        return tuple(each for each in self.supporters if each.body.role in ADVOCATES)

    @property
    def going_on(self) -> Record[AdvocateReview] | None:
        """The look that was begun and not ended."""
        return next((each for each in reversed(self.reviews) if each.body.ended_on is None), None)

    def name_of(self, supporter: RecordId | None) -> str:
        """A name; empty for nobody of this circle."""
        return next((each.body.name for each in self.supporters if each.id == supporter), "")


def look(notebook: Notebook, *, person: RecordId, may_see: MaySee) -> Look:
    """Read a person's plan as their advocate may see it.

    Args:
        notebook: open.
        person: whose plan.
        may_see: what the person shares with this advocate, whoever has the notebook open.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        statements = work.records.find(Statement, person=person)
        reviews = work.records.find(AdvocateReview, person=person)
        asked = {query.about for each in reviews for query in each.body.queries}
        found = work.records.find(Supporter, person=person)
        return Look(
            person=work.records.get(person, Person),
            supporters=tuple(each for each in found if each.body.left_on is None),
            reviews=reviews,
            lines=tuple(
                each
                for each in statements
                if each.body.kept and each.body.answer_to is None and may_see(each)
            ),
            about={
                each.id: each.body.original
                for each in statements
                if each.id in asked and may_see(each)
            },
        )


def who_looks(notebook: Notebook, *, person: RecordId) -> RecordId | None:
    """The advocate of the look that is going on, else the one named first; None if nobody is."""
    with notebook.unit_of_work() as work:
        going_on = [
            each.body.advocate
            for each in work.records.find(AdvocateReview, person=person)
            if each.body.ended_on is None
        ]
        named = [
            each.id
            for each in work.records.find(Supporter, person=person)
            if worker_roles.speaks_up(each)
        ]
    return next(iter((*reversed(going_on), *named)), None)


def begin(
    notebook: Notebook,
    *,
    person: RecordId,
    advocate: RecordId,
    private: bool,
    now: datetime.datetime,
    by: RecordId,
) -> Change:
    """Begin a look; ``private``: the keyworker has gone out."""
    body = AdvocateReview(
        person=person,
        advocate=advocate,
        on=now.astimezone().date(),
        private_time=private,
        out_at=now if private else None,
    )
    with notebook.unit_of_work() as work:
        work.records.add(body, by=by)
        return work.commit()


def back_again(
    notebook: Notebook, *, review: RecordId, now: datetime.datetime, by: RecordId
) -> Change:
    """The keyworker is asked in again; how long they were out is kept."""
    return _change(notebook, review, by, back_at=now)


def mark(notebook: Notebook, *, review: RecordId, line: MarkedLine, by: RecordId) -> Change:
    """Keep what the person said to their advocate about one line, in place of an earlier answer."""
    with notebook.unit_of_work() as work:
        body = _going_on(work, review)
        lines = [each for each in body.lines if each.statement != line.statement]
        return _revise(work, review, by, lines=(*lines, line))


def ask(
    notebook: Notebook,
    *,
    review: RecordId,
    text: str,
    about: RecordId | None = None,
    due: datetime.date | None = None,
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Ask the team something, which they answer with a date.

    Raises:
        BadWordsError: there are no words.

    """
    query = Query(text=_words(text), about=about, asked_by=by, asked_on=on, reply_due=due)
    with notebook.unit_of_work() as work:
        body = work.records.get(review, AdvocateReview).body
        return _revise(work, review, by, queries=(*body.queries, query))


def reply(
    notebook: Notebook,
    *,
    review: RecordId,
    place: int,
    text: str,
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Answer an advocate's question; what was answered before can be read in the history.

    Raises:
        BadWordsError: there are no words.
        NotAllowedError: there is no such question.

    """
    words = _words(text)
    with notebook.unit_of_work() as work:
        queries = list(work.records.get(review, AdvocateReview).body.queries)
        if not 0 <= place < len(queries):
            raise NotAllowedError(N_("There is no such question any more."))
        queries[place] = msgspec.structs.replace(
            queries[place], reply=words, replied_by=by, reply_on=on
        )
        return _revise(work, review, by, queries=tuple(queries))


def report(
    notebook: Notebook,
    *,
    review: RecordId,
    report: FormalReport,
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Keep the days of a report that the advocate sent to the council; not what is in it.

    Who wrote them down, and ``on`` which day, is kept with them.
    """
    kept = msgspec.structs.replace(report, written_by=by, written_on=on)
    return _change(notebook, review, by, formal_report=kept)


def end(notebook: Notebook, *, review: RecordId, now: datetime.datetime, by: RecordId) -> Change:
    """End a look. Its questions stay open until they are answered."""
    with notebook.unit_of_work() as work:
        body = _going_on(work, review)
        back = now if body.out_at is not None and body.back_at is None else body.back_at
        return _revise(work, review, by, ended_on=now.astimezone().date(), back_at=back)


def open_queries(work: UnitOfWork, *, person: RecordId | None = None) -> tuple[OpenQuery, ...]:
    """Every question of an advocate without an answer, and every report without one.

    What has a day comes first, the earliest first: these are things that are due.

    Args:
        work: a unit of work.
        person: about one person alone.

    """
    found: list[OpenQuery] = []
    for each in work.records.find(AdvocateReview, person=person):
        found += _waiting(each)
    return tuple(sorted(found, key=lambda query: query.due or datetime.date.max))


def _waiting(review: Record[AdvocateReview]) -> Iterable[OpenQuery]:
    body = review.body
    for place, query in enumerate(body.queries):
        if query.reply_on is None:
            yield OpenQuery(
                review=review.id, place=place, person=body.person,
                asked_on=query.asked_on or body.on, due=query.reply_due, text=query.text,
            )  # fmt: skip
    sent = body.formal_report
    if sent is not None and sent.reply_on is None:
        yield OpenQuery(
            review=review.id, place=-1, person=body.person, asked_on=sent.sent_on,
            due=sent.reply_due, text="",
        )  # fmt: skip


def _words(text: str) -> str:
    if is_blank(text):
        raise BadWordsError(N_("There are no words yet."))
    words = without_controls(text).strip()
    if len(words) > LONGEST_WORDS:
        raise BadWordsError(N_("This is too long. Please write it in several pieces."))
    return words


def _going_on(work: UnitOfWork, review: RecordId) -> AdvocateReview:
    body = work.records.get(review, AdvocateReview).body
    if body.ended_on is not None:
        raise NotAllowedError(N_("This look at the plan is over. You can begin another one."))
    return body


def _change(notebook: Notebook, review: RecordId, by: RecordId, **fields: object) -> Change:
    with notebook.unit_of_work() as work:
        return _revise(work, review, by, **fields)


def _revise(work: UnitOfWork, review: RecordId, by: RecordId, **fields: object) -> Change:
    body = work.records.get(review, AdvocateReview).body
    work.records.revise(review, msgspec.structs.replace(body, **fields), by=by)
    return work.commit()
