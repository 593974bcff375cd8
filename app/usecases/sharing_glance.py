"""Who sees a plan, in one word each: what the rules say of its lines today, put together."""

import datetime

from app.model.ids import RecordId
from app.model.record import Record
from app.model.sections import Sections
from app.model.sharing import Purpose
from app.model.sharing_rules import TEAM, Asked, Reader, Verdict, seen_by
from app.model.statement import Statement
from app.usecases.ports import Notebook
from app.usecases.sharing import Sharing, read_sharing, to_reader, usual_purpose
from app.usecases.sharing_choices import Choice

_NOT_ASKED_HERE = {"draft", "private", "line_by_line"}
_LESS_AND_LESS: tuple[Choice, ...] = ("ask_each_time", "not_decided", "no")


def glances(
    notebook: Notebook, *, person: RecordId, sections: Sections, on: datetime.date
) -> dict[RecordId, Choice]:
    """What holds for everybody around the person, for whatever reason they may see it.

    What only the person sees, and what is shared line by line, does not make "all of it" less.

    Args:
        notebook: the open notebook.
        person: whose plan.
        sections: the plan's sections.
        on: the day on which it is asked.

    """
    with notebook.unit_of_work() as work:
        found = read_sharing(work, person)
        lines = work.records.find(Statement, person=person)
    return {
        each.supporter: _glance(found, each, lines, sections, on)
        for each in found.readers
        if each.supporter is not None
    }


def _glance(
    found: Sharing,
    reader: Reader,
    lines: tuple[Record[Statement], ...],
    sections: Sections,
    on: datetime.date,
) -> Choice:
    judged = [
        _of_line([each for each in rulings if each.why not in _NOT_ASKED_HERE])
        for rulings in _rulings(found, reader, lines, sections, on)
    ]
    told: set[Choice] = {each for each in judged if each is not None}
    said = [each.body.choice for each in found.standing(on) if each.body.to == to_reader(reader)]
    if not told:  # the plan has no line yet
        return said[-1] if said else "yes" if reader.role in TEAM else "no"
    if told == {"yes"}:
        return "yes"
    if "yes" in told or {"yes", "yes_some"} & {*said}:
        return "yes_some"
    return next(each for each in _LESS_AND_LESS if each in told)


def _rulings(
    found: Sharing,
    reader: Reader,
    lines: tuple[Record[Statement], ...],
    sections: Sections,
    on: datetime.date,
) -> list[tuple[Verdict, ...]]:
    """Of each line, what holds for each of the reasons for which anything was said."""
    purposes: dict[Purpose, None] = dict.fromkeys(
        (usual_purpose(reader.role), *(each.body.purpose for each in found.standing(on)))
    )
    by_purpose = [
        seen_by(
            [each for each in lines if each.body.answer_to is None],
            sections=sections,
            choices=found.given,
            asked=Asked(reader=reader, purpose=purpose, on=on),
        )
        for purpose in purposes
    ]
    return [tuple(verdict for _, verdict in each) for each in zip(*by_purpose, strict=True)]


def _of_line(rulings: list[Verdict]) -> Choice | None:
    if not rulings:
        return None
    if any(each.seen for each in rulings):
        return "yes"
    why = {each.why for each in rulings}
    if "ask_first" in why:
        return "ask_each_time"
    return "not_decided" if "not_decided" in why and "said_no" not in why else "no"
