"""Who uses easy read and read a plan before others do, and what they found hard (rule L24).

A plan is called "Easy read" only while its words are those that such a reader read. Whether
somebody uses easy read is asked and never assumed, of the person whose plan it is like of others.
"""

import dataclasses
import datetime
import hashlib
from collections.abc import Iterable, Iterator

from app.model import text
from app.model.change import Change
from app.model.checked_with import CheckedWith, HardHere
from app.model.errors import BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.plan import Line, Plan
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_, Wording
from app.usecases.easy_read import same_language, words_of_card
from app.usecases.ports import Notebook, UnitOfWork
from app.words.easyread.labelling import ReaderCheck
from app.words.matching import folded
from app.words.splitting import words as words_of

NOT_A_READER = N_("Only somebody who uses easy read can say whether it is. Please ask one of them.")
MADE_IT = N_("Whoever wrote it, and the keyworker, cannot say how it reads to others.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader tells.

    Attributes:
        reader: who: the person, or somebody around them; None where it is a name.
        name: who, where it is nobody around the person.
        uses_easy_read: what they answered when they were asked.
        made_it: whether they are paid to support the person, or wrote some of it; asked where
            they are nobody around the person.
        seen: the plan that they read.
        words: in which language, and what the program itself says there.
        hard: what they said about sentences.
        said: what they said about the whole.

    """

    reader: RecordId | None = None
    name: str = ""
    uses_easy_read: bool
    made_it: bool
    seen: Plan
    words: Wording
    hard: tuple[HardHere, ...] = ()
    said: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LastReading:
    """The last reading of a plan in a language, beside the plan as it stands.

    Attributes:
        name: who read it.
        other_words: the sentences and cards with words that they have not read.
        still_hard: the sentences that were hard for them, and stand as they read them.

    """

    body: CheckedWith
    name: str
    other_words: tuple[RecordId, ...]
    still_hard: tuple[RecordId, ...]

    @property
    def check(self) -> ReaderCheck | None:
        """What a cover may say: nothing once there are other words, or while some are hard."""
        if self.other_words or self.still_hard:
            return None
        return ReaderCheck(reader=self.name, on=self.body.on)


def keep(
    notebook: Notebook, *, person: RecordId, told: Reading, on: datetime.date, by: RecordId
) -> Change:
    """Keep who read the plan, on which day, and what was hard for them.

    Raises:
        BadWordsError: nobody is named.
        NotAllowedError: they do not use easy read, are paid to support the person where they are
            nobody around them, are the keyworker, or wrote some of it.

    """
    if not told.uses_easy_read:
        raise NotAllowedError(NOT_A_READER)
    name = text.without_controls(told.name).strip()
    with notebook.unit_of_work() as work:
        reader = told.reader or _named(work, person, name, by=by)
        if told.made_it if reader is None else reader in _makers(work, person, by=by):
            raise NotAllowedError(MADE_IT)
        body = CheckedWith(
            person=person,
            reader=reader,
            named="" if reader is not None else name,
            on=on,
            lang=told.words.lang,
            read=tuple(sorted({mark for _, mark in _marks(told.seen, told.words)})),
            hard=tuple(
                HardHere(statement=each.statement, said=text.without_controls(each.said).strip())
                for each in told.hard
            ),
            said=text.without_controls(told.said).strip(),
            written_by=by,
        )
        work.records.add(body, by=by)
        return work.commit(N_("who read the plan written down"))


def named(
    notebook: Notebook, *, person: RecordId, name: str, by: RecordId | None = None
) -> RecordId | None:
    """Whoever around the person is called so; None if it is the name of nobody of them.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        name: as it was typed.
        by: who writes down that they read it, if anybody does.

    Raises:
        BadWordsError: nobody is named.
        NotAllowedError: it is how the keyworker is called, or somebody who wrote some of it.

    """
    with notebook.unit_of_work() as work:
        return _named(work, person, text.without_controls(name).strip(), by=by)


def may_read(plan: Plan) -> tuple[Record[Supporter], ...]:
    """Those around the person who may be such a reader: no keyworker, nobody who wrote of it."""
    wrote = {who for line in plan.lines for who in _writers(line.statement.body)}
    return tuple(
        each
        for each in plan.supporters
        if each.body.role != "keyworker" and each.id not in wrote and each.body.left_on is None
    )


def last(notebook: Notebook, *, plan: Plan, words: Wording) -> LastReading | None:
    """The last reading in a language, if there was one.

    Args:
        notebook: the open notebook.
        plan: what is read or printed now.
        words: its language, and what the program itself says there.

    """
    with notebook.unit_of_work() as work:
        found = [
            each.body
            for each in work.records.find(CheckedWith, person=plan.person.id)
            if same_language(each.body.lang, words.lang)
        ]
    if not found:
        return None
    body = found[-1]
    other = (which for which, mark in _marks(plan, words) if mark not in body.read)
    hard = {each.statement for each in body.hard}
    stands = (line for line in plan.lines if _mark(line) in body.read)
    return LastReading(
        body=body,
        name=body.named or _name_of(body.reader, plan),
        other_words=tuple(dict.fromkeys(other)),
        still_hard=tuple(line.statement.id for line in stands if line.statement.id in hard),
    )


def _makers(work: UnitOfWork, person: RecordId, *, by: RecordId | None) -> frozenset[RecordId]:
    """The keyworkers, and all who wrote some of it, but for the person."""
    said = work.records.find(Statement, person=person)
    around = work.records.find(Supporter, person=person)
    wrote = {who for each in said for who in _writers(each.body)}
    keyworkers = {each.id for each in around if each.body.role == "keyworker"}
    return frozenset(wrote | keyworkers | ({by} if by is not None else set())) - {person}


def _writers(body: Statement) -> Iterable[RecordId]:
    return (who for who in (body.scribed_by, body.said_by, body.easy_by) if who is not None)


def _named(
    work: UnitOfWork, person: RecordId, name: str, *, by: RecordId | None
) -> RecordId | None:
    """A keyworker is none the less one by being typed, or by having more names."""
    if text.is_blank(name):
        raise BadWordsError(N_("Please say who read it."))
    same, makers = _parts(name), _makers(work, person, by=by)
    called = [(person, work.records.get(person, Person).body.preferred_name)]
    called += [(x.id, x.body.name) for x in work.records.find(Supporter, person=person)]
    found = [who for who, theirs in called if _parts(theirs) == same]
    if found and makers.isdisjoint(found):
        return found[0]
    everybody = work.records.find(Supporter)
    if any(_parts(each.body.name) <= same for each in everybody if each.id in makers):
        raise NotAllowedError(MADE_IT)
    return None


def _parts(name: str) -> frozenset[str]:
    """The words of a name, in whatever order and with whatever marks it is written."""
    return frozenset(folded(word) for word in words_of(name)) or frozenset({folded(name)})


def _name_of(who: RecordId | None, plan: Plan) -> str:
    if who == plan.person.id:
        return plan.person.body.preferred_name
    return next((each.body.name for each in plan.supporters if each.id == who), "")


def _marks(plan: Plan, words: Wording) -> Iterator[tuple[RecordId, str]]:
    """All that a booklet says of a plan: of which sentence or card it is, and its mark."""
    for section in plan.sections:
        for line in section.lines:
            yield line.statement.id, _mark(line)
        for card in section.cards:
            for printed in words_of_card(card, words):
                yield card.record, _digest(printed)


def _mark(line: Line) -> str:
    """Of all that is read of a sentence; not of its pictures."""
    body = line.statement.body
    return _digest("\0".join((body.original, body.easy if body.easy_ok_by_person else "")))


def _digest(read: str) -> str:
    return hashlib.sha256(read.encode()).hexdigest()[:16]
