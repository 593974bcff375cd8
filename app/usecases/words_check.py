"""Whether the words of a plan are easy: what is open in it, sentence by sentence.

It is advice for whoever helps. The person's own words stay as they are (rule R5); beside them an
easy version can be written. Nothing is counted up.
"""

import dataclasses
import datetime

from app.model.ids import RecordId
from app.model.person import Supporter
from app.model.plan import Line, Plan
from app.model.record import Record
from app.model.sections import Sections
from app.model.wording import Wording
from app.usecases import easy_read, plans, reader_checks
from app.usecases.easy_read import OnPlan
from app.usecases.ports import Notebook
from app.usecases.reader_checks import LastReading
from app.words.easyread.checker import EasyRead
from app.words.easyread.remarks import ABOUT_OTHERS


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AtSentence:
    """One sentence at which something stands.

    Attributes:
        remarks: what the rules say, the gravest first.
        found_hard: what the reader said about it; empty if nothing.
        is_hard: whether the reader found it hard, with or without words for it.

    """

    line: Line
    remarks: tuple[OnPlan, ...] = ()
    found_hard: str = ""
    is_hard: bool = False

    @property
    def grave(self) -> bool:
        """Whether the booklet is not called "Easy read" because of it."""
        return any(each.remark.weight == "F" for each in self.remarks)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WordsCheck:
    """What there is to say about the words of a plan.

    Attributes:
        plan: what was looked at: what the person kept, without what is for them alone.
        label: what a booklet of it is called (L24).
        sentences: those at which something stands, in the order of the plan.
        of_all: what is about a title, or about all of it.
        own: the person's own words that are hard to read, and have no easy words beside them.
        elsewhere: how many sentences are in other languages, and were not looked at.
        last: who read it last.
        may_read: who around the person could be its reader.

    """

    plan: Plan
    label: str
    sentences: tuple[AtSentence, ...]
    of_all: tuple[OnPlan, ...]
    own: tuple[Line, ...]
    elsewhere: int
    last: LastReading | None
    may_read: tuple[Record[Supporter], ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing at all stands here."""
        return not (self.sentences or self.of_all or self.own)


def words_check(
    notebook: Notebook,
    *,
    person: RecordId,
    sections: Sections,
    rules: EasyRead,
    words: Wording,
    today: datetime.date,
) -> WordsCheck:
    """Look at what the person's own booklet says.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        sections: of the plan.
        rules: of easy words.
        words: the language of the booklet.
        today: the day.

    Raises:
        NotFoundError: there is no such person.

    """
    whole = plans.plan(notebook, person=person, sections=sections, today=today)
    plan = whole.only_kept()
    last = reader_checks.last(notebook, plan=plan, words=words)
    checked = last.check if last is not None else None
    found = easy_read.read_plan(plan, easy_read=rules, titles=words, made_on=today, checked=checked)
    said = [each for each in found.remarks if each.remark.weight != "I"]
    sentences = _sentences(plan, said, last)
    return WordsCheck(
        plan=plan,
        label=found.label,
        sentences=sentences,
        of_all=tuple(each for each in said if each.statement is None),
        own=_own(plan, rules, words.lang, but=sentences),
        elsewhere=len(found.not_read),
        last=last,
        may_read=reader_checks.may_read(whole),
    )


def _sentences(plan: Plan, said: list[OnPlan], last: LastReading | None) -> tuple[AtSentence, ...]:
    hard = {each.statement: each.said for each in last.body.hard} if last is not None else {}
    at: dict[RecordId, list[OnPlan]] = {}
    for each in said:
        if each.statement is not None:
            at.setdefault(each.statement, []).append(each)
    return tuple(
        AtSentence(
            line=line,
            remarks=tuple(sorted(at.get(which, ()), key=lambda each: each.remark.weight)),
            found_hard=hard.get(which, ""),
            is_hard=which in hard,
        )
        for line in plan.lines
        if (which := line.statement.id) in at or which in hard
    )


def _own(
    plan: Plan, rules: EasyRead, lang: str, *, but: tuple[AtSentence, ...]
) -> tuple[Line, ...]:
    names = easy_read.names_around(plan)
    told = {each.line.statement.id for each in but}
    return tuple(
        line
        for line in plan.lines
        if line.statement.id not in told
        and line.statement.body.voice_group == "own"
        and not line.statement.body.easy
        and easy_read.same_language(line.statement.body.original_lang, lang)
        and any(
            each.weight == "F" and each.rule not in ABOUT_OTHERS
            for each in rules.sentence(line.statement.body.original, lang=lang, vocabulary=names)
        )
    )
