"""Saving the person's booklet as a file, from wherever it is asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing


def save_booklet(
    ctx: Context,
    *,
    owner: QWidget,
    person: Record[Person],
    with_private: bool = False,
    then: Callable[[Path], None],
) -> None:
    """Ask where, make the person's own booklet and save it there; ``then`` is told where it lies.

    Args:
        ctx: what every part is handed.
        owner: the widget that asks.
        person: whose booklet.
        with_private: sentences that are only for the person are printed too.
        then: called with the file when it is there; not called when no place was chosen.

    """
    notebook, house, words, today = ctx.open_notebook, ctx.house, ctx.words, ctx.today

    def make(place: Path) -> Path:
        from app.usecases import printing  # noqa: PLC0415 - printing loads on use

        printed = house.booklet(
            notebook,
            person=person.id,
            copy_for=person.body.preferred_name,
            made_on=today,
            words=words,
            with_private=with_private,
        )
        printing.write_file(place, printed.pdf)
        return place

    choosing.save_place(
        ctx,
        owner,
        ctx.t(N_("Save my booklet")),
        name=ctx.t(N_("My plan")),
        end=".pdf",
        then=lambda place: ctx.desk.do(lambda: make(place), owner=owner, then=then),
    )
