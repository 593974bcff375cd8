"""A picture guide, page by page: heard like every screen, and printed as it is."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.model.help import GuideName
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.bars import BACK, NEXT, Button
from ui.parts.pressable import Pressable
from ui.parts.refs import PRINT, SAVE
from ui.screens.base import Frame
from ui.screens.help import FOR_KEYWORKER, FOR_PERSON
from ui.screens.helping import HelpingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from app.paper.press import Printed


class PictureGuideScreen(HelpingScreen):
    """One page of the guide at a time; Back and Next turn the pages."""

    def __init__(
        self, ctx: Context, *, guide: GuideName, behind: dict[str, Any], asked_on: str = ""
    ) -> None:
        super().__init__(ctx, behind=behind, asked_on=asked_on)
        self.title = FOR_PERSON if guide == "person" else FOR_KEYWORKER
        self.guide = self.help.picture_guide(guide)
        self._at = 0
        self._show()

    def _show(self) -> None:
        ctx, page, shown = self.ctx, self.page, self.guide.page[self._at]
        page.begin_anew()
        self.say_in(shown.title, "question")
        if not self._at:
            self.say_which_language()
        for block in shown.block:
            self.put_block(block)
        page.begin_row(same=False)
        self._deed("print-guide", ctx.t(N_("Print")), PRINT, self._print)
        self._deed("save-guide", ctx.t(N_("Save the copy")), SAVE, self._save)
        self.show_page(page)
        page.take_keys(shown.title)

    def _deed(self, name: str, words: str, picture: Any, press: "Callable[[], None]") -> None:
        deed = Pressable(self.ctx, words, picture=picture, picture_px=40, size="button")
        deed.setObjectName(name)
        deed.clicked.connect(press)
        self.page.put(deed)

    def frame(self) -> Frame:
        """Back and Next go from page to page, and Back from the first one to the help."""
        frame, t = super().frame(), self.ctx.t
        last = len(self.guide.page) - 1
        back, *others = frame.buttons
        if self._at:
            back = Button(name="back", words=t(N_("Back")), picture=BACK, press=self._before)
        on = Button(name="next", words=t(N_("Next")), picture=NEXT, press=self._after, after=True)
        place = t(N_("Page {n} of {pages}"), n=self._at + 1, pages=last + 1)
        return dataclasses.replace(
            frame,
            aside=place,
            buttons=(back, *others, *((on,) if self._at < last else ())),
        )

    def place(self) -> str:
        """Which page it is."""
        return f"{self.guide.id}-{self._at}"

    def _before(self) -> None:
        self._at -= 1
        self._show()

    def _after(self) -> None:
        self._at += 1
        self._show()

    # On paper

    def _made(self) -> "Printed":
        ctx = self.ctx
        return ctx.house.picture_guide(
            self.help, self.guide.id, made_on=ctx.today, words=self.words
        )

    def _save(self) -> None:
        ctx = self.ctx

        def save(place: Path) -> Path:
            from app.usecases import printing  # noqa: PLC0415 - loads on use

            printing.write_file(place, self._made().pdf)
            return place

        choosing.save_place(
            ctx,
            self,
            ctx.t(N_("Save the copy")),
            name=self.guide.title,
            end=".pdf",
            then=lambda place: ctx.desk.do(lambda: save(place), owner=self, then=self._saved),
        )

    def _saved(self, file: Path) -> None:
        self.told.emit(self.ctx.t(N_("Saved as {file}."), file=file))

    def _print(self) -> None:
        """The system's dialog says which printer."""
        from ui import printer  # noqa: PLC0415 - loads on use

        if not printer.is_there():
            self.told.emit(self.ctx.t(printer.NO_PRINTER))
            return

        def work() -> tuple[bytes, tuple[tuple[float, float], ...]]:
            from app.paper import pages  # noqa: PLC0415 - loads on use

            pdf = self._made().pdf
            return pdf, pages.sizes(pdf)

        self.ctx.desk.do(
            work,
            owner=self,
            then=lambda made: printer.ask(
                self, sizes=made[1], then=lambda chosen: self._print_on(chosen, made[0])
            ),
        )

    def _print_on(self, chosen: "QPrinter", pdf: bytes) -> None:
        from ui import printer  # noqa: PLC0415 - loads on use

        title, on_its_way = self.guide.title, self.ctx.t(N_("It is on its way to the printer."))
        self.ctx.desk.do(
            lambda: printer.paint(chosen, pdf, title=title, told=lambda _number, _of: None),
            owner=self,
            then=lambda _: self.told.emit(on_its_way),
        )
