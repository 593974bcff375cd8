"""Years of talks with one person, as they stand in a notebook: a talk a week, a sentence or two in
each, promises, goals with ratings."""

import datetime

import msgspec

from app.model.goals import Anchors, Goal, GoalRating
from app.model.ids import RecordId
from app.model.promises import Promise
from app.model.session import Answer, Session
from app.model.statement import ReadBack, Statement
from app.usecases.ports import Notebook
from tests.helpers.plans import the_sections

A_YEAR = 52
SENTENCES = 300
_ANSWERS = 25
_GOALS = 6


def live(notebook: Notebook, *, person: RecordId, by: RecordId, years: int) -> None:
    """Write that many years of weekly talks, the last one a week ago."""
    weeks = years * A_YEAR
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    sections = [section.id for section in the_sections()]
    with notebook.unit_of_work() as work:
        goals: list[RecordId] = []
        said = 0
        for week in range(weeks):
            at = now - datetime.timedelta(weeks=weeks - week)
            answers = {
                f"moment-{number}": Answer(response="chosen", choices=("good",), at=at)
                for number in range(_ANSWERS)
            }
            body = Session(
                person=person, type="review", guide="review", started=at, answers=answers
            )
            session = work.records.add(body, by=by, at=at)
            ended = msgspec.structs.replace(body, ended=at + datetime.timedelta(hours=1))
            work.records.revise(session.id, ended, by=by, session=session.id, at=at)
            wanted = SENTENCES * (week + 1) // weeks
            for number in range(said, wanted):
                sentence = Statement(
                    person=person,
                    section=sections[number % len(sections)],
                    kind="hope" if number % 50 == 0 else "preference",
                    voice="own_spoken",
                    original=f"What I said in week {week}, number {number}.",
                    scribed_by=by,
                    read_back=ReadBack(result="keep", on=at.date()),
                    session=session.id,
                    moment="important",
                )
                kept = work.records.add(sentence, by=by, session=session.id, at=at)
                if sentence.kind == "hope" and len(goals) < _GOALS:
                    goal = Goal(
                        person=person, words=kept.id, anchors=Anchors(same="Now", hoped="Then"),
                        status="trying", session=session.id,
                    )  # fmt: skip
                    goals.append(work.records.add(goal, by=by, at=at).id)
            said = wanted
            for goal in goals:
                rating = GoalRating(
                    person=person, goal=goal, on=at.date(), rater="person", value="getting_there",
                    session=session.id,
                )  # fmt: skip
                work.records.add(rating, by=by, at=at)
            if week % 4 == 0:
                promise = Promise(
                    person=person, words=f"A promise of week {week}", owner=by, due=at.date(),
                    response="we_did", told_on=at.date(), session=session.id,
                )  # fmt: skip
                work.records.add(promise, by=by, at=at)
        work.commit()
