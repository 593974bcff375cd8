"""Who uses easy read and read a plan before others do, and what they found hard (rule L24).

A plan is called "Easy read" only while its words are those that such a reader read. Whether
somebody uses easy read is asked and never assumed, of the person whose plan it is like of others.
"""

import dataclasses
import datetime
import hashlib
from collections.abc import Iterable

from app.model import text
from app.model.change import Change
from app.model.checked_with import CheckedWith, HardHere
from app.model.errors import BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.plan import Line, Plan
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases.easy_read import same_language
from app.usecases.ports import Notebook, UnitOfWork
from app.words.easyread.labelling import ReaderCheck

NOT_A_READER = N_("Only somebody who uses easy read can say whether it is. Please ask one of them.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader tells.

    Attributes:
        reader: who: the person, or somebody around them; None where it is a name.
        name: who, where it is nobody around the person.
        uses_easy_read: what they answered when they were asked.
        seen: the plan that they read.
        lang: in which language.
        hard: what they said about sentences.
        said: what they said about the whole.

    """

    reader: RecordId | None = None
    name: str = ""
    uses_easy_read: bool
    seen: Plan
    lang: str
    hard: tuple[HardHere, ...] = ()
    said: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LastReading:
    """The last reading of a plan in a language, beside the plan as it stands.

    Attributes:
        name: who read it.
        other_words: the sentences whose words they have not read.

    """

    body: CheckedWith
    name: str
    other_words: tuple[RecordId, ...]

    @property
    def check(self) -> ReaderCheck | None:
        """What a cover may say: nothing once there are other words."""
        return None if self.other_words else ReaderCheck(reader=self.name, on=self.body.on)


def keep(
    notebook: Notebook, *, person: RecordId, told: Reading, on: datetime.date, by: RecordId
) -> Change:
    """Keep who read the plan, on which day, and what was hard for them.

    Raises:
        BadWordsError: nobody is named.
        NotAllowedError: they do not use easy read, are the keyworker, or wrote some of it.

    """
    name = text.without_controls(told.name).strip()
    if told.reader is None and text.is_blank(name):
        raise BadWordsError(N_("Please say who read it."))
    if not told.uses_easy_read:
        raise NotAllowedError(NOT_A_READER)
    with notebook.unit_of_work() as work:
        around = work.records.find(Supporter, person=person)
        reader = told.reader or _around(name, work.records.get(person, Person), around)
        if reader is not None and reader != person:
            _refuse_whoever_made_it(work, person, reader, around, by=by)
        body = CheckedWith(
            person=person,
            reader=reader,
            named="" if reader is not None else name,
            on=on,
            lang=told.lang,
            read=tuple(sorted({_mark(line) for line in told.seen.lines})),
            hard=tuple(
                HardHere(statement=each.statement, said=text.without_controls(each.said).strip())
                for each in told.hard
            ),
            said=text.without_controls(told.said).strip(),
            written_by=by,
        )
        work.records.add(body, by=by)
        return work.commit(N_("who read the plan written down"))


def may_read(plan: Plan) -> tuple[Record[Supporter], ...]:
    """Those around the person who may be such a reader: no keyworker, nobody who wrote of it."""
    wrote = {who for line in plan.lines for who in _writers(line.statement.body)}
    return tuple(
        each
        for each in plan.supporters
        if each.body.role != "keyworker" and each.id not in wrote and each.body.left_on is None
    )


def last(notebook: Notebook, *, plan: Plan, lang: str) -> LastReading | None:
    """The last reading in a language, if there was one.

    Args:
        notebook: the open notebook.
        plan: what is read or printed now.
        lang: its language.

    """
    with notebook.unit_of_work() as work:
        found = [
            each.body
            for each in work.records.find(CheckedWith, person=plan.person.id)
            if same_language(each.body.lang, lang)
        ]
    if not found:
        return None
    body = found[-1]
    return LastReading(
        body=body,
        name=body.named or _name_of(body.reader, plan),
        other_words=tuple(line.statement.id for line in plan.lines if _mark(line) not in body.read),
    )


def _refuse_whoever_made_it(
    work: UnitOfWork,
    person: RecordId,
    reader: RecordId,
    around: Iterable[Record[Supporter]],
    *,
    by: RecordId,
) -> None:
    said = work.records.find(Statement, person=person)
    wrote = {by, *(who for each in said for who in _writers(each.body))}
    keyworkers = {each.id for each in around if each.body.role == "keyworker"}
    if reader in wrote | keyworkers:
        raise NotAllowedError(
            N_("Whoever wrote it, and the keyworker, cannot say how it reads to others.")
        )


def _writers(body: Statement) -> Iterable[RecordId]:
    return (who for who in (body.scribed_by, body.said_by, body.easy_by) if who is not None)


def _around(
    name: str, person: Record[Person], supporters: Iterable[Record[Supporter]]
) -> RecordId | None:
    """Whoever of the people here has this name: a keyworker is none the less one by being typed."""
    same = " ".join(name.split()).casefold()
    named = [(person.id, person.body.preferred_name)]
    named += [(each.id, each.body.name) for each in supporters]
    return next((who for who, called in named if " ".join(called.split()).casefold() == same), None)


def _name_of(who: RecordId | None, plan: Plan) -> str:
    if who == plan.person.id:
        return plan.person.body.preferred_name
    return next((each.body.name for each in plan.supporters if each.id == who), "")


def _mark(line: Line) -> str:
    """Of all that is read of a sentence; not of its pictures."""
    body = line.statement.body
    read = "\0".join((body.original, body.easy if body.easy_ok_by_person else ""))
    return hashlib.sha256(read.encode()).hexdigest()[:16]
