"""Questions that go home on paper, are ticked with a pencil, and come back.

A mark in a scan is only shown: whoever looks at it, with the person, says what is ticked. That is
kept as it stands on the paper and is no answer yet (rule R4). In the next talk that asks the same,
the person is asked whether they mean it; with their yes it is the answer there like any other.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import msgspec

from app.model import home_questions
from app.model.change import Change
from app.model.choice_sheets import (
    ChoiceSheet,
    HomeResponse,
    PaperAnswer,
    PaperChoice,
    PaperQuestion,
)
from app.model.conversation import Step
from app.model.errors import BadWordsError, NotAllowedError
from app.model.guide import Guide, Moment, Option
from app.model.home_questions import HomeQuestions
from app.model.home_sheets import SheetLaid
from app.model.ids import RecordId
from app.model.record import Record
from app.model.refusals import AT_HOME, REFUSAL_WORDS
from app.model.session import Answer, Session
from app.model.shape import LONGEST_WORDS
from app.model.text import is_blank, without_controls
from app.model.wording import N_, Wording
from app.readback.protocol import Opened
from app.usecases import sheets_at_home
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.sheets_at_home import LineBack

GONE = N_("This question is not asked any more.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBack:
    """A question as it came back, for a person to look at.

    Attributes:
        question: as it was printed.
        now: as its guide asks it today; None where it does not any more.
        picture: of the question with its squares, as PNG; empty where its code was typed.
        inks: how much of each square is written over; this decides nothing.
        ticked: what was ticked on screen, and ``words`` what was typed there.

    """

    sheet: RecordId
    person: RecordId
    question: PaperQuestion
    now: Moment | None
    picture: bytes = b""
    inks: dict[str, float] = dataclasses.field(default_factory=dict)
    ticked: tuple[str, ...] = ()
    words: str = ""

    @property
    def old(self) -> bool:
        """Whether it is asked in other words today, or has other choices."""
        return self.now is not None and not _is_as_printed(self.question, self.now)

    @property
    def beside(self) -> Option | None:
        """The choice beside which words are written, if it was printed and is there still."""
        choice = home_questions.own_words(self.now) if self.now is not None else None
        printed = {each.id for each in self.question.choices}
        return choice if choice is not None and choice.id in printed else None

    @property
    def may_hold_words(self) -> bool:
        """Whether words may stand on the paper; of an older version nobody can say."""
        return self.beside is not None or self.old or bool(self.words)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FromHome:
    """What a person ticked at home, where a talk asks the same."""

    sheet: RecordId
    answer: PaperAnswer

    def as_answer(self, moment: Moment, *, at: datetime.datetime) -> Answer:
        """The answer that it is once the person says: yes, that is what I mean."""
        return Answer(
            response=self.answer.response,
            field=moment.field,
            choices=self.answer.choices,
            words=self.answer.words,
            at=at,
            from_paper=self.sheet,
        )


def squares(moment: Moment) -> tuple[PaperChoice, ...]:
    """What can be ticked at a question, the ways not to answer last (rule R3)."""
    choices = tuple(PaperChoice(id=each.id, words=each.words) for each in moment.options)
    return (
        *choices,
        *(PaperChoice(id=name, words=REFUSAL_WORDS[name]) for name in AT_HOME),
    )


def sheet_of(
    questions: HomeQuestions, laid: SheetLaid, *, person: RecordId, on: datetime.date
) -> ChoiceSheet:
    """What is kept of questions that go home on paper."""
    return ChoiceSheet(
        person=person,
        guide=questions.guide.id,
        on=on,
        questions=tuple(
            PaperQuestion(moment=each.id, asked=each.prompt, choices=squares(each))
            for each in questions.moments
        ),
        lines=laid.lines,
        corners=laid.corners,
    )


def of_file(
    notebook: Notebook,
    *,
    opened: Opened,
    guides: Mapping[str, Guide],
    person: RecordId | None = None,
) -> tuple[QuestionBack, ...]:
    """The questions that a file holds, of the pages that were found."""
    with notebook.unit_of_work() as work:
        found = sheets_at_home.of_file(work, ChoiceSheet, opened=opened, person=person)
        return tuple(back for sheet, lines in found for back in _came_back(sheet, lines, guides))


def of_code(
    notebook: Notebook, *, typed: str, guides: Mapping[str, Guide], person: RecordId
) -> tuple[QuestionBack, ...]:
    """The questions of the sheet whose code was typed, for somebody who has the paper there.

    Raises:
        BadCodeError: there is a slip in the code.

    """
    with notebook.unit_of_work() as work:
        sheet = sheets_at_home.of_code(work, ChoiceSheet, typed=typed, person=person)
        if sheet is None:
            return ()
        lines = {line.card: LineBack() for line in sheet.body.lines}
        return tuple(_came_back(sheet, lines, guides))


def _came_back(
    sheet: Record[ChoiceSheet], lines: Mapping[str, LineBack], guides: Mapping[str, Guide]
) -> Iterator[QuestionBack]:
    guide = guides.get(sheet.body.guide)
    for question in sheet.body.questions:
        line = lines.get(question.moment)
        if line is None:
            continue
        ids = [choice.id for choice in question.choices]
        yield QuestionBack(
            sheet=sheet.id,
            person=sheet.body.person,
            question=question,
            now=_asked_now(guide, question),
            picture=line.picture,
            inks=dict(zip(ids, line.inks, strict=False)),
            ticked=tuple(ids[at] for at in line.ticked if at < len(ids)),
            words=line.words,
        )


def _asked_now(guide: Guide | None, question: PaperQuestion) -> Moment | None:
    moment = guide.moment(question.moment) if guide is not None else None
    return moment if guide and moment and home_questions.can_go_home(guide, moment) else None


def _is_as_printed(question: PaperQuestion, moment: Moment) -> bool:
    return (question.asked, question.choices) == (moment.prompt, squares(moment))


def keep(
    notebook: Notebook,
    *,
    back: QuestionBack,
    chosen: Sequence[str],
    own: str,
    brought_by: RecordId,
    words: Wording,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Keep what is ticked on the paper; it waits for the next talk with the person.

    A question that comes back once more replaces what waited.

    Args:
        notebook: open, to be written to.
        back: the question that came back.
        chosen: what is ticked, as somebody read it on the paper.
        own: what is written beside it.
        brought_by: who brought the page back.
        words: the language in which it is told.
        by: who read it.
        at: now, in UTC.

    Raises:
        NotAllowedError: nothing is ticked, or more than can be, or nobody asks it any more.
        BadWordsError: something else is ticked, and nothing written; or far too much is.

    """
    response, choices, text, said = _read(back, chosen, own, words)
    kept = PaperAnswer(
        brought_by=brought_by, at=at, response=response, choices=choices, words=text, said=said
    )
    with notebook.unit_of_work() as work:
        sheet = work.records.get(back.sheet, ChoiceSheet).body
        questions = tuple(
            msgspec.structs.replace(each, answer=kept)
            if each.moment == back.question.moment
            else each
            for each in sheet.questions
        )
        changed = msgspec.structs.replace(sheet, questions=questions)
        work.records.revise(back.sheet, changed, by=by)
        return work.commit()


def _read(
    back: QuestionBack, chosen: Sequence[str], own: str, words: Wording
) -> tuple[HomeResponse, tuple[str, ...], str, str]:
    """What stands on the paper: how it was answered, what is chosen, written, and said with both.

    Raises:
        NotAllowedError: see :func:`keep`.
        BadWordsError: likewise.

    """
    if back.now is None:
        raise NotAllowedError(GONE)
    text, beside = without_controls(own).strip(), back.beside
    pressed = {*chosen, *([beside.id] if beside is not None and text else [])}
    ticked = tuple(each for each in back.question.choices if each.id in pressed)
    if not ticked and not text:
        raise NotAllowedError(N_("Nothing is written or ticked there."))
    refused = [each.id for each in ticked if each.id in AT_HOME]
    most = 1 if refused else home_questions.most_answers(back.now)
    if len(ticked) > most or (refused and text):
        raise NotAllowedError(
            N_("More is ticked than can be. Please ask the person which one they mean.")
        )
    writes = bool(text) or (beside is not None and beside.id in pressed)
    if writes and is_blank(text):
        raise BadWordsError(N_("There are no words yet."))
    if len(text) > LONGEST_WORDS:
        raise BadWordsError(N_("This is too long. Please write it in several pieces."))
    said = words.beside((*(words.t(each.words) for each in ticked), *([text] if writes else [])))
    if refused:
        return cast("HomeResponse", refused[0]), (), "", said
    choices = tuple(each.id for each in ticked)
    return ("said" if writes else "chosen"), choices, text if writes else "", said


def for_step(notebook: Notebook, *, session: RecordId, step: Step, guide: Guide) -> FromHome | None:
    """What the person ticked at home for a question, if nobody answered it since.

    What was asked in other words is not taken for an answer to these.
    """
    if not home_questions.can_go_home(guide, step.moment):
        return None
    with notebook.unit_of_work() as work:
        person = work.records.get(session, Session).body.person
        found = [
            (sheet.id, question, question.answer)
            for sheet in work.records.find(ChoiceSheet, person=person)
            if sheet.body.guide == guide.id
            for question in sheet.body.questions
            if question.answer is not None and question.moment == step.moment.id
        ]
        if not found:
            return None
        sheet, question, answer = max(found, key=lambda each: each[2].at)
        if not _is_as_printed(question, step.moment):
            return None
        talks = work.records.find(Session, person=person)
    given = (each.body.answers.get(step.key) for each in talks if each.body.guide == guide.id)
    if any(each is not None and (each.at is None or each.at >= answer.at) for each in given):
        return None
    return FromHome(sheet=sheet, answer=answer)


def waiting(sheet: ChoiceSheet) -> tuple[PaperAnswer, ...]:
    """What came back on a sheet, and the person was not asked about in a talk yet."""
    answers = (each.answer for each in sheet.questions)
    return tuple(each for each in answers if each is not None and each.told_in is None)


def as_waiting(sheet: ChoiceSheet, session: RecordId) -> ChoiceSheet:
    """The sheet as if what was told in this talk waited still."""
    return _told(sheet, before=session, now=None)


def shown(work: UnitOfWork, record: RecordId, *, session: RecordId, by: RecordId) -> None:
    """Write down, within a unit of work, that the person was asked about it in a talk.

    Anything else than a sheet of which something came back and waits is left as it is.
    """
    person = work.records.get(session, Session).body.person
    for each in work.records.find(ChoiceSheet, person=person):
        if each.id == record and waiting(each.body):
            told = _told(each.body, before=None, now=session)
            work.records.revise(record, told, by=by, session=session)


def _told(sheet: ChoiceSheet, *, before: RecordId | None, now: RecordId | None) -> ChoiceSheet:
    """The sheet, each answer that was told in ``before`` told in ``now`` instead."""
    questions = (
        msgspec.structs.replace(each, answer=msgspec.structs.replace(each.answer, told_in=now))
        if each.answer is not None and each.answer.told_in == before
        else each
        for each in sheet.questions
    )
    return msgspec.structs.replace(sheet, questions=tuple(questions))
