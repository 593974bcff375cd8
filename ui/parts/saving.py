"""Saving the person's booklet as a file, from wherever it is asked for."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from ui.context import Context


def save_booklet(
    ctx: Context,
    *,
    owner: QWidget,
    person: Record[Person],
    with_private: bool = False,
    then: Callable[[Path], None],
    to: Path | None = None,
) -> None:
    """Ask where, make the person's own booklet and save it there; ``then`` is told where it lies.

    Args:
        ctx: what every part is handed.
        owner: the widget that asks.
        person: whose booklet.
        with_private: sentences that are only for the person are printed too.
        then: called with the file when it is there; not called when no place was chosen.
        to: where, if that is known already; else a dialog asks.

    """
    if to is None:
        # The name of a file is seen by whoever sees the folder: it says what, not about whom.
        now = ctx.now().astimezone()
        suggestion = Path.home() / f"{_file_name(ctx.t(N_('My plan')))} {now:%Y-%m-%d %H%M}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            owner, ctx.t(N_("Save my booklet")), str(suggestion), "PDF (*.pdf)"
        )
        if not chosen:
            return
        to = Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")
    notebook, house, words, today = ctx.open_notebook, ctx.house, ctx.words, ctx.today
    place = to

    def make() -> Path:
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

    ctx.desk.do(make, owner=owner, then=then)


def _file_name(words: str) -> str:
    return re.sub(r'[\\/:*?"<>|]', "", words) or "plan"
