"""Risks, rules and decisions: in the plan, one of them whole, and what is not complete."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from app.model.ids import RecordId
from app.model.kinds import KINDS
from app.usecases import plans
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_WHOLE = ("restriction", "risk_plan", "decision", "promise", "hard_day")


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """The sections with cards, a record of several kinds, and the list over all people."""
    marcus = gallery.everyone()[0]
    gallery.go("home", person=marcus.id)
    gallery.settle()
    for section in ("risks", "restrictions", "decisions"):
        yield f"plan-{section}", _go(gallery, "plan", person=marcus.id, section=section)
    yield "plan-restrictions-below", lambda: _below(gallery, marcus.id)
    for kind in _WHOLE:
        record = _last(gallery, marcus.id, kind)
        yield f"record-{kind}", _go(gallery, "record", person=marcus.id, kind=kind, record=record)
    yield "incomplete", _go(gallery, "incomplete")


def _go(gallery: "Gallery", screen: str, **about: object) -> Callable[[], None]:
    return lambda: gallery.go(screen, **about)


def _last(gallery: "Gallery", person: RecordId, kind: str) -> RecordId:
    notebook = gallery.window.ctx.open_notebook

    def read() -> RecordId:
        with notebook.unit_of_work() as work:
            return work.records.find(KINDS[kind], person=person)[-1].id

    return gallery.ask(read)


def _below(gallery: "Gallery", person: RecordId) -> None:
    """The lower end of a section with several cards."""
    ctx = gallery.window.ctx
    plan = gallery.ask(
        lambda: plans.plan(
            ctx.open_notebook, person=person, sections=ctx.house.sections, today=ctx.today
        )
    )
    (section,) = (each for each in plan.sections if each.section.id == "restrictions")
    gallery.go("plan", person=person, section="restrictions", at=section.cards[-1].record)
