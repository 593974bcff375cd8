"""Goals, steps, how they move, promises and what is due."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from app.model.goals import Anchors, Goal, GoalRating, GoalStep
from app.model.ids import RecordId
from app.model.person import Supporter
from app.model.promises import Promise
from app.model.statement import ReadBack, Statement
from app.usecases.ports import UnitOfWork
from ui.parts.pressable import Pressable
from ui.shots import Shot
from ui.shots.one_moment import at

if TYPE_CHECKING:
    from ui.gallery import Gallery


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Every moment of a goal from hope to reached, promises told, the calendar."""
    person = gallery.everyone()[0].id
    goal, promise = gallery.ask(lambda: _invent(gallery, person))
    yield "goals", lambda: gallery.go("goals", person=person)
    yield "moved", lambda: gallery.go("moved", person=person, goal=goal)
    yield "moment-moved", lambda: _at(gallery, "moved", "How did it move?", "1F4C8")
    yield "ladder", lambda: _at(gallery, "ladder", "What do you hope for?", "1F3AF")
    yield "ladder-goal", lambda: gallery.press(_last(gallery, "hope-"))
    yield "ladder-faces", lambda: gallery.press("face-same")
    yield "ladder-why", lambda: gallery.press("then")
    yield "ladder-sure", lambda: gallery.press("then")
    yield "ladder-start", lambda: gallery.press("then")
    yield "steps", lambda: _at(gallery, "steps", "What is the first small step?", "1F463", goal)
    yield "step-when", lambda: gallery.press(_last(gallery, "step-"))
    yield "step-who", lambda: gallery.press("part-who")
    yield "step-going", lambda: gallery.press("part-going")
    yield "step-stuck", lambda: gallery.press("status-stuck")
    yield "rate", lambda: _at(gallery, "rate", "How is it going?", "1F3AF", goal)
    yield "rate-further", lambda: gallery.press("face-same")
    yield "rate-covered", lambda: gallery.press("further-no")
    yield "rate-helper", lambda: gallery.press(_first(gallery, "helper-"))
    yield "rate-both", lambda: gallery.press("theirs-hoped")
    yield "rate-let-go", lambda: gallery.press("now-let_go")
    yield "promise", lambda: _at_promise(gallery)
    yield "promise-who", lambda: gallery.press(_first(gallery, "said-"))
    yield "promise-refused", lambda: gallery.press("make-promise")
    yield (
        "told",
        lambda: _at(gallery, "told", "Last time you said. Here is what came of it.", "1F4E3"),
    )
    yield "told-impact", lambda: gallery.press("reaction-not_sure")
    yield "due-moment", lambda: _at(gallery, "due", "These are due", "1F5D3")
    yield "due-day", lambda: gallery.press(_first(gallery, "day-"))
    yield "yswd", lambda: gallery.go("yswd", person=person)
    yield "promises", lambda: gallery.go("promises", person=person)
    yield "answer", lambda: gallery.go("answer_promise", person=person, promise=promise)
    yield "answer-could-not", lambda: gallery.press("response-could_not_change")
    yield "answer-refused", lambda: gallery.press("save-answer")
    yield "due", lambda: gallery.go("due")


def _at(gallery: "Gallery", kind: str, prompt: str, picture: str, each: str = "") -> None:
    repeat = 'for_each = "goals"' if each else ""
    session = at(
        gallery,
        f"shot-{kind}",
        f'[[moment]]\nid = "{kind}"\nkind = "{kind}"\nstage = "talk"\nprompt = "{prompt}"\n'
        f'picture = "openmoji:{picture}"\n{repeat}\n',
    )
    if each:
        gallery.stand_at(gallery.everyone()[0].id, session, f"{kind}:{each}")


def _at_promise(gallery: "Gallery") -> None:
    at(
        gallery,
        "shot-promise",
        '[[moment]]\nid = "said"\nkind = "question"\nstage = "talk"\n'
        'prompt = "What would make next week better?"\npicture = "openmoji:1F3AF"\n'
        'section = "goals"\nsays = "hope"\n'
        '[[moment]]\nid = "promise"\nkind = "promise"\nstage = "talk"\n'
        'prompt = "You said. What will we do?"\npicture = "openmoji:1F91D"\n',
    )
    (field,) = (f for f in gallery.window.findChildren(QPlainTextEdit) if f.isVisible())
    field.setPlainText("Supper at 8 on Fridays, not at 6.")
    gallery.press("put-on-card")
    gallery.settle()
    gallery.press("next")


def _first(gallery: "Gallery", begins: str) -> str:
    seen = (each for each in gallery.window.findChildren(Pressable) if each.isVisible())
    return next(each.objectName() for each in seen if each.objectName().startswith(begins))


def _last(gallery: "Gallery", begins: str) -> str:
    seen = (each for each in gallery.window.findChildren(Pressable) if each.isVisible())
    return [e.objectName() for e in seen if e.objectName().startswith(begins)][-1]


def _invent(gallery: "Gallery", person: RecordId) -> tuple[RecordId, RecordId]:
    """A goal with a year of ratings, its steps, and promises with what came of them."""
    ctx, today = gallery.window.ctx, gallery.window.ctx.today
    with ctx.open_notebook.unit_of_work() as work:
        around = work.records.find(Supporter, person=person)
        by = next(each for each in around if each.body.role == "keyworker").id
        said, goal = _invent_goal(work, person, by, today)
        promise = _invent_promises(work, person, by, said, today)
        work.commit()
    return goal, promise


def _invent_goal(
    work: UnitOfWork, person: RecordId, by: RecordId, today: datetime.date
) -> tuple[RecordId, RecordId]:
    kept = ReadBack(result="keep", on=today)
    said = work.records.add(
        Statement(
            person=person, section="goals", kind="hope", voice="own_spoken",
            original="Get the bus to the allotment by myself.", scribed_by=by,
            symbols=("openmoji:1F68C",), read_back=kept,
        ),
        by=by,
    ).id  # fmt: skip
    goal = work.records.add(
        Goal(
            person=person,
            words=said,
            why_matters="It is my place. I want to go when I like.",
            anchors=Anchors(
                same="Dele drives me.",
                getting_there="I go by bus, Dele sits at the back.",
                hoped="I go by bus by myself.",
            ),
            started=today - datetime.timedelta(weeks=30),
            review_due=today - datetime.timedelta(days=3),
            status="trying",
        ),
        by=by,
    ).id
    for weeks, mine, theirs in _YEAR:
        on = today - datetime.timedelta(weeks=weeks)
        for rater, value in (("person", mine), ("supporter", theirs)):
            rating = GoalRating(
                person=person, goal=goal, on=on, rater=rater, value=value,
                by=by if rater == "supporter" else None,
            )  # fmt: skip
            work.records.add(rating, by=by)
    for words, status in (("Buy a bus pass.", "done"), ("Dele sits at the back.", "doing")):
        step = GoalStep(person=person, goal=goal, words=words, who=person, status=status)
        work.records.add(step, by=by)
    return said, goal


def _invent_promises(
    work: UnitOfWork, person: RecordId, by: RecordId, said: RecordId, today: datetime.date
) -> RecordId:
    promise = work.records.add(
        Promise(
            person=person, said=said, words="Find out when bus 55 goes on Sundays.",
            owner=by, due=today + datetime.timedelta(days=5), theme="activity",
        ),
        by=by,
    ).id  # fmt: skip
    work.records.add(
        Promise(
            person=person, said=said, words="Ring the bus company about a pass.",
            owner=by, due=today - datetime.timedelta(days=4), theme="activity",
        ),
        by=by,
    )  # fmt: skip
    work.records.add(
        Promise(
            person=person, said=said, words="Ask for the bus stop to be moved to our door.",
            owner=by, due=today - datetime.timedelta(days=9), response="could_not_change",
            could_not_because="not_our_decision",
            because_plain="The council decides where the bus stops.",
            instead="We walk to the stop with you until you know the way.",
            how_to_challenge="Ruth can help you to write to the council.",
        ),
        by=by,
    )  # fmt: skip
    return promise


_YEAR = (
    (28, "same", "same"),
    (20, "same", "getting_there"),
    (12, "getting_there", "getting_there"),
    (6, "getting_there", "same"),
    (1, "hoped", "getting_there"),
)
