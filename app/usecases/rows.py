"""Rows of the communication chart, and things that were seen: what is done, and what it may mean.

What somebody thinks it means never stands among the words themselves, so that a guess is not read
as a fact: it is kept beside them with how sure it is.
"""

import datetime

import msgspec

from app.model import text
from app.model.change import Change
from app.model.conversation import Step
from app.model.errors import NotAllowedError
from app.model.guide import Moment
from app.model.halfsaid import OTHERS, HalfRow, HalfSaid
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.session import Answer, Session
from app.model.statement import ChartRow, ReadBack, Statement, Sure, Voice, voice_group, voice_of
from app.model.text import is_blank
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.statements import standing, take_refusal_back

TO_PERSON = "to_person"
"""What a moment is about that asks how others tell the person something."""

WHOSE = N_("Please choose whose words these are.")
"""What is asked of a row of which only that is missing."""


def in_one_text(row: HalfRow) -> str:
    """The words of a row, each part on a line, as they were said: never what it may mean."""
    parts = (row.happening, row.does, row.please_do)
    return "\n".join(part.strip() for part in parts if not is_blank(part))


def missing(said: HalfSaid, moment: Moment) -> str:
    """What still has to be said before a row can stand in the plan; empty if nothing."""
    row = said.row or HalfRow()
    if moment.about == TO_PERSON:
        if is_blank(row.happening):
            return N_("Please write first what you want to tell.")
    elif is_blank(row.does):
        return N_("Please write first what is seen.")
    elif _has_meaning(row) and said.sure is None:
        return N_("Please choose how sure you are what it means.")
    whose = said.said_by is not None if said.how == OTHERS else said.how
    return "" if whose or row.changes is not None else WHOSE


def say(
    notebook: Notebook,
    *,
    session: RecordId,
    step: Step,
    said: HalfSaid,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Put a row on a card. It is a draft until it was read back (rule R4).

    A second meaning becomes a row of its own: both stand side by side (rule R6). A row that is put
    differently keeps whose words it is, and the words before stay in its history (rule R5).

    Raises:
        BadWordsError: it is far too long.
        NotAllowedError: something is missing, or the row that is to be changed is somebody else's.

    """
    problem = missing(said, step.moment)
    if problem:
        raise NotAllowedError(problem)
    with notebook.unit_of_work() as work:
        put(work, session=session, step=step, said=said, by=by)
        take_refusal_back(work, session, step.key, by)
        changes = said.row is not None and said.row.changes is not None
        if changes:
            # The row was first said elsewhere: that it was changed here is this step's answer.
            given = Answer(response="said", field=step.moment.field, at=at)
            open_talk.keep_answer(work, session, step.key, given, by=by)
        return work.commit(N_("row changed") if changes else N_("row added"))


def put(work: UnitOfWork, *, session: RecordId, step: Step, said: HalfSaid, by: RecordId) -> None:
    """The same, within a unit of work, for a row of which nothing is missing."""
    row = said.row or HalfRow()
    if row.changes is not None:
        _change(work, row.changes, row, said, session=session, by=by)
    else:
        first = _statement(work, step, said, row, talk=session, by=by)
        added = work.records.add(first, by=by, session=session)
        if not is_blank(row.means_else) and not row.unsure:
            other = msgspec.structs.replace(row, means=row.means_else)
            second = _statement(work, step, said, other, talk=session, by=by)
            second = msgspec.structs.replace(second, conflicts_with=(added.id,))
            work.records.add(second, by=by, session=session)
    work.unfinished.keep(session=session, moment=step.key, words="")


def voice(work: UnitOfWork, said: HalfSaid) -> Voice | None:
    """The voice in which something half said was told; None while it is not known."""
    if said.how != "others":
        return said.how or None
    if said.said_by is None:
        return None
    return voice_of(work.records.get(said.said_by, Supporter).body.role)


def half(record: RecordId, body: Statement) -> HalfSaid:
    """A row as it is opened to be put differently."""
    chart = body.chart or ChartRow()
    row = HalfRow(
        happening=chart.happening,
        does=chart.does,
        means=chart.means,
        unsure=not chart.means and bool(chart.does),
        please_do=chart.please_do,
        seen_count=chart.seen_count,
        seen_by=chart.seen_by,
        changes=record,
    )
    return HalfSaid(
        words=in_one_text(row),
        how="others" if body.voice_group == "others" else body.voice,
        said_by=body.said_by,
        sure=body.meaning_confidence,
        lang=body.original_lang,
        row=row,
    )


def _has_meaning(row: HalfRow) -> bool:
    return not row.unsure and not (is_blank(row.means) and is_blank(row.means_else))


def _statement(
    work: UnitOfWork, step: Step, said: HalfSaid, row: HalfRow, *, talk: RecordId, by: RecordId
) -> Statement:
    person = work.records.get(talk, Session).body.person
    whose = voice(work, said)
    if whose is None:
        raise NotAllowedError(WHOSE)
    return Statement(
        person=person,
        section=step.moment.section,
        kind=step.moment.says or "chart_row",
        voice=whose,
        original=text.spoken_words(in_one_text(row)),
        original_lang=said.lang or work.records.get(person, Person).body.home_language,
        said_by=said.said_by if voice_group(whose) == "others" else None,
        scribed_by=by,
        symbols=(said.picture,) if said.picture else (),
        meaning=_meaning(row),
        meaning_confidence=_sure(whose, row, said),
        chart=_chart(row, to_person=step.moment.about == TO_PERSON),
        session=talk,
        moment=step.key,
    )


def _change(
    work: UnitOfWork,
    record: RecordId,
    row: HalfRow,
    said: HalfSaid,
    *,
    session: RecordId,
    by: RecordId,
) -> None:
    now = standing(work, record).body
    if now.voice_group == "others":
        raise NotAllowedError(
            N_("These are somebody else’s words. You can say that you do not agree.")
        )
    before = now.chart or ChartRow()
    chart = msgspec.structs.replace(
        _chart(row, to_person=before.direction == TO_PERSON), last_row_check=before.last_row_check
    )
    body = msgspec.structs.replace(
        now,
        original=text.spoken_words(in_one_text(row)),
        meaning=_meaning(row),
        meaning_confidence=_sure(now.voice, row, said),
        chart=chart,
        read_back=ReadBack(),
        recording=now.recording if not now.original else None,
        easy="",
        easy_by=None,
        easy_ok_by_person=False,
    )
    work.records.revise(record, body, by=by, session=session)


def _meaning(row: HalfRow) -> str:
    return "" if row.unsure else text.without_controls(row.means).strip()


def _sure(whose: Voice, row: HalfRow, said: HalfSaid) -> Sure | None:
    """How sure the meaning is; what is shown and not understood is a guess at most."""
    if _meaning(row):
        return said.sure
    return "guess" if whose == "shown_by_behaviour" else None


def _chart(row: HalfRow, *, to_person: bool) -> ChartRow:
    return ChartRow(
        direction="to_person" if to_person else "from_person",
        happening=text.without_controls(row.happening).strip(),
        does=text.without_controls(row.does).strip(),
        means=_meaning(row),
        please_do=text.without_controls(row.please_do).strip(),
        seen_count=row.seen_count,
        seen_by=row.seen_by,
    )
