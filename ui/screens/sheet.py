"""The recovery sheet: made at the start or anew, saved where the helper says, to be printed."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import CARRY_ON, SAVE
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen

if TYPE_CHECKING:
    from app.store.recovery import RecoveryCode


class SheetScreen(StillScreen):
    """What the sheet is for, and one button to save it."""

    def __init__(self, ctx: Context, *, first: bool = False) -> None:
        super().__init__(ctx)
        self._first = first
        self._code: RecoveryCode | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(60, 30, 60, 16), gap=12)
        outer.addWidget(column)
        self._read: list[Readable] = []
        for sentence, size in (
            (N_("A sheet for the day you forget your PIN"), "question"),
            (N_("Print it. Put it where only you find it, not beside this computer."), "sentence"),
            (N_("It opens the notebook when every PIN is forgotten."), "sentence"),
            (N_("A new sheet ends the old one."), "sentence"),
        ):
            words = Words(ctx, ctx.t(sentence), size=size)
            self._read.append(words)
            column.add(words)
        row = Flow(gap=8)
        self._save_card = main_deed(
            ctx, "save-sheet", ctx.t(N_("Save the sheet")), SAVE, self._save
        )
        later = Pressable(
            ctx,
            ctx.t(N_("Later")) if first else ctx.t(N_("Back")),
            picture=CARRY_ON,
            picture_px=44,
            size="button",
        )
        later.setObjectName("later")
        later.clicked.connect(self._go_on)
        row.addWidget(self._save_card)
        row.addWidget(later)
        column.add_row(row)
        column.fill()
        self._read += [self._save_card, later]

    def frame(self) -> Frame:
        """Only "Hear it": the ways on are on the screen."""
        return Frame(title=self.ctx.open_notebook.path.stem, first=(self.hear_button(),))

    def readables(self) -> tuple[Readable, ...]:
        """What it is for."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The button that saves it."""
        return self._save_card

    def _go_on(self) -> None:
        self.go.emit(Route("people" if self._first else "keeping"))

    def _save(self) -> None:
        ctx = self.ctx
        name = ctx.t(N_("Recovery sheet"))
        choosing.save_place(
            ctx, self, ctx.t(N_("Save the sheet")), name=name, end=".pdf", then=self.save_to
        )

    def save_to(self, place: Path) -> None:
        """Make the sheet anew and put it there; another try after a failure saves the same one."""
        ctx, house, notebook = self.ctx, self.ctx.house, self.ctx.open_notebook
        words, today = ctx.words, ctx.today

        def make() -> Path:
            from app.usecases import printing  # noqa: PLC0415 - printing loads on use

            if self._code is None:
                # Nothing ends the old sheet before it is sure that the new one can be written.
                trial = place.with_name(f"{place.stem}.{secrets.token_hex(4)}.part")
                printing.write_file(trial, b"")
                trial.unlink()
                self._code = house.make_recovery(notebook)
            sheet = house.recovery_sheet(notebook, self._code, made_on=today, words=words)
            printing.write_file(place, sheet)
            return place

        def made(file: Path) -> None:
            self._code = None
            self.told.emit(
                ctx.t(
                    N_("The sheet is saved. Print {file}, then delete it from {folder}."),
                    file=file.name,
                    folder=file.parent,
                )
            )

        ctx.desk.do(make, owner=self, then=made)
