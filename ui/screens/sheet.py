"""The recovery sheet: made at the start or anew, saved where the helper says, to be printed."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.deeds import main_deed
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import CARRY_ON, SAVE
from ui.screens.base import Frame, Route
from ui.screens.paged import StillPageScreen

if TYPE_CHECKING:
    from app.store.recovery import RecoveryCode


class SheetScreen(StillPageScreen):
    """What the sheet is for, and one button to save it."""

    def __init__(self, ctx: Context, *, first: bool = False) -> None:
        super().__init__(ctx, Page(ctx, margins=(60, 30, 60, 16), gap=12))
        self._at_start = first
        self._code: RecoveryCode | None = None
        page = self.page
        page.say(ctx.t(N_("A sheet for the day you forget your PIN")), "question")
        apart = N_("Print it. Keep it in a safe place, not beside this computer.")
        page.say(ctx.t(apart))
        page.say(ctx.t(N_("It opens the notebook when every PIN is forgotten.")))
        page.say(ctx.t(N_("A new sheet ends the old one.")))
        save = main_deed(ctx, "save-sheet", ctx.t(N_("Save the sheet")), SAVE, self._save)
        later = Pressable(
            ctx,
            ctx.t(N_("Later")) if first else ctx.t(N_("Back")),
            picture=CARRY_ON,
            picture_px=44,
            size="button",
        )
        later.setObjectName("later")
        later.clicked.connect(self._go_on)
        page.begin_row(gap=8, same=False)
        page.put(save)
        page.put(later)
        page.fill(save)

    def frame(self) -> Frame:
        """Only "Hear it": the ways on are on the screen."""
        return Frame(title=self.ctx.open_notebook.path.stem, buttons=(self.hear_button(),))

    def _go_on(self) -> None:
        self.go.emit(Route("people" if self._at_start else "keeping"))

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

        ctx.desk.do(make, owner=self, then=self._saved)

    def _saved(self, file: Path) -> None:
        """Only the way on: another sheet would end the one that was just saved."""
        self._code = None
        ctx, page = self.ctx, self.page
        saved = N_("The sheet is saved. Print {file}, then delete it from {folder}.")
        page.begin_anew()
        page.say(ctx.t(N_("A sheet for the day you forget your PIN")), "question")
        page.say(ctx.t(saved, file=file.name, folder=file.parent))
        on = main_deed(ctx, "later", ctx.t(N_("Go on")), CARRY_ON, self._go_on)
        page.put(on)
        page.fill(on)
        self.framed.emit()
