"""A document beside what can be done with it: printed, or saved as the file that is seen."""

import dataclasses
import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.documents import document
from app.model.documents.kind import DocumentKind
from app.model.errors import AlongsideError
from app.model.ids import RecordId
from app.model.person import SupporterRole
from app.model.translation_told import not_translated
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import clear
from ui.parts.deeds import main_deed
from ui.parts.document_cards import DocumentCards
from ui.parts.flow import Flow
from ui.parts.open_file import open_file
from ui.parts.page import Page
from ui.parts.paper_preview import PaperPreview
from ui.parts.pressable import Pressable
from ui.parts.print_languages import PrintLanguages
from ui.parts.progress import Progress
from ui.parts.refs import COPY, PRINT, SAVE
from ui.parts.saving import NOT_LOCKED, SAVED, save_document
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.base import Readable
from ui.screens.paged import PersonPageScreen

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.model.print_order import PrintOrder
    from app.printroom import SetDocument

_ON_ITS_WAY = N_("It is on its way to the printer.")
_ON_YOUR_LIST = N_("It is on your list of copies.")

Sizes = tuple[tuple[float, float], ...]
"""Width and height of each page, in points."""


class OnPaperScreen(PersonPageScreen):
    """What is seen is what leaves: when something about the person changes, it is made anew.

    Attributes:
        kind: which document.
        languages: in which it is, once the page is there.
        of_the_plan: what the file of a booklet is called, marked for translation: never whose.

    """

    of_the_plan = ""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 12, 24, 16), gap=4), person=person)
        self.kind = document("booklet")
        self.languages: PrintLanguages | None = None
        self._shown: SetDocument | None = None
        self._made = 0
        self._progress: Progress | None = None
        self._done: Flow | None = None
        self._lacking: Words | None = None
        self._deeds: tuple[Pressable, ...] = ()
        self._sizes: Sizes = ()
        self.preview: PaperPreview | None = None

    # For the screens

    def order(self) -> "PrintOrder":
        """Which document it is, for whom, and how it is wanted now."""
        raise NotImplementedError

    def has_left(self, file: Path | None) -> None:
        """Say that it left: as a file, and where that lies, or (None) to the printer.

        It is on the list of the person who had it or gave it (rule R7); what is about all here is
        on nobody's.
        """
        t = self.ctx.t
        told = [t(_ON_ITS_WAY) if file is None else t(SAVED, file=file.name, folder=file.parent)]
        if self.kind.about != "home":
            told.append(t(_ON_YOUR_LIST))
        if file is None:
            self.told.emit(" ".join(told))
        else:
            self._tell_saved(" ".join((*told, t(NOT_LOCKED))), file)

    def refused(self, error: AlongsideError) -> None:
        """It could not be made: why is told in its place, and nobody waits for it."""
        assert self.preview is not None
        self.preview.cannot(error.said(self.ctx.words))

    def put_deeds(self) -> Pressable:
        """Put both ways of having it onto the page, what comes of it, and the document itself.

        Before them stands what it lacks: that is known before it leaves.
        """
        ctx = self.ctx
        self._lacking = self.page.say("", "label", bold=False)
        self._lacking.hide()
        print_it = main_deed(ctx, "print-it", ctx.t(N_("Print")), PRINT, self._print)
        save = Pressable(
            ctx, ctx.t(N_("Save the copy")), picture=SAVE, picture_px=40, size="button"
        )
        save.setObjectName("save")
        save.clicked.connect(self._save)
        self._deeds = (print_it, save)
        self.page.begin_row()
        self.page.put(print_it)
        self.page.put(save)
        self._done = Flow()
        self.page.add_row(self._done)
        self._put_preview()
        return print_it

    def put_documents(self, *, reader: SupporterRole | None = None, own: bool) -> None:
        """Offer every document that can be seen here.

        Args:
            reader: what somebody else is to the person, whose copy it is.
            own: it is for the person; others are not offered what is for the person alone.

        """
        cards = DocumentCards(self.ctx, self.page, self.kind, reader=reader, own=own)
        cards.chosen.connect(self._choose_kind)

    def _choose_kind(self, kind: DocumentKind) -> None:
        assert self._done is not None
        self.told.emit("")
        self.kind = kind
        if self._progress is None:  # what is being printed goes on, and can be stopped
            clear(self._done)
        print_it, _ = self._deeds
        print_it.setVisible(kind.ending == ".pdf")
        self.kind_chosen()
        self.make()

    def _choose_language(self) -> None:
        self.told.emit("")
        self.make()

    def kind_chosen(self) -> None:
        """Another document is wanted; say so where the page says which."""

    def _file_name(self) -> str:
        booklet = self.kind.key == "booklet"
        return self.ctx.t(self.of_the_plan if booklet else self.kind.title)

    def _put_preview(self) -> None:
        """Put the pages, under their languages, beside everything else; in large words, below."""
        assert self.person is not None
        stacked = self.ctx.look.stacked
        self.languages = PrintLanguages(self.ctx, self.person.body)
        self.languages.chosen.connect(self._choose_language)
        self.preview = PaperPreview(self.ctx, inside=self.page if stacked else None)
        self.preview.turned.connect(self.turned)
        self.preview.hear_these.connect(self.hear_these)
        if stacked:
            self.page.add(self.languages)
            self.page.add(self.preview)
            return
        self.preview.spread.connect(self.page.setHidden)
        self.preview.spread.connect(self.languages.setHidden)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.languages)
        column.addWidget(self.preview, 1)
        outer = self.layout()
        assert isinstance(outer, QBoxLayout)
        outer.setDirection(QBoxLayout.Direction.LeftToRight)
        outer.setStretchFactor(self.page, 11)
        outer.addWidget(beside, 10)

    def make(self) -> None:
        """Make the document as it is wanted now, and show it."""
        assert self.preview is not None
        self._shown, self._made = None, self._made + 1
        self._let(False)
        self.preview.wait()
        number, order = self._made, self.order()
        notebook, house, person = self.ctx.open_notebook, self.ctx.house, self.person_id

        def work() -> "tuple[SetDocument, Sizes]":
            from app.paper import pages  # noqa: PLC0415 - loads on use
            from app.usecases import documents  # noqa: PLC0415 - loads on use

            about = order.about
            if order.kind.about == "talk":
                about = documents.latest(notebook, order.kind, person=person, named="")
            made = house.set_document(notebook, dataclasses.replace(order, about=about))
            documents.refuse_nothing(order.kind, made.contents)
            return made, pages.sizes(made.printed.pdf) if made.printed.pdf else ()

        def show(found: "tuple[SetDocument, Sizes]") -> None:
            if number == self._made:
                self._show_made(*found)

        def failed(error: AlongsideError) -> None:
            if number == self._made:
                self.refused(error)

        self.ctx.desk.do(work, owner=self, then=show, failed=failed)

    # What every screen has

    def readables(self) -> tuple[Readable, ...]:
        """What stands on the screen, then the words of the page that is seen."""
        seen = self.preview.readables if self.preview is not None else ()
        if self.page.isHidden():
            return seen
        languages = self.languages.readables if self.languages is not None else ()
        return (*super().readables(), *languages, *seen)

    def changed(self, change: Change) -> None:
        """What was said or chosen since is in it; that a copy was made changes nothing of it."""
        about = {e.kind for e in change.touched if e.person in {self.person_id, None}}
        if about - {"copy"} and self.preview is not None:
            self.make()

    def leave(self) -> None:
        """What is being painted for the printer ends: nobody could say any more that it did."""
        if self._progress is not None:
            self._progress.stop()

    def _show_made(self, made: "SetDocument", sizes: Sizes) -> None:
        assert self.preview is not None
        self._shown, self._sizes = made, sizes
        if made.printed.text:
            called = self.ctx.t(self.kind.title)
            self.preview.show_text(made.printed.text, made.order.words.lang, called=called)
            follow_layout(self)
        else:
            self.preview.show_document(made.printed.pdf, sizes, made.printed.said)
        self._tell_lacking(made.untranslated())
        self._let(True)
        if self._made == 1 and not self.isAncestorOf(QApplication.focusWidget()):
            self._deeds[0].setFocus()

    def _tell_lacking(self, untranslated: dict[str, int]) -> None:
        """Say before it leaves which sentences somebody who reads a language of it cannot read."""
        assert self._lacking is not None
        words, house = self.ctx.words, self.ctx.house
        told = (
            not_translated(words, lacking, house.language_name(lang))
            for lang, lacking in untranslated.items()
        )
        self._lacking.say(" ".join(told))
        self._lacking.setVisible(bool(untranslated))

    def _let(self, can: bool) -> None:
        for each in self._deeds:
            each.setEnabled(can and self._progress is None)

    # How it leaves

    def _tell_saved(self, told: str, file: Path) -> None:
        """Show where it lies and that anybody can read it, and offer to open it."""
        assert self._done is not None
        ctx = self.ctx
        clear(self._done)
        words = ctx.t(N_("Open it to print it"))
        open_it = Pressable(
            ctx, told, picture=COPY, picture_px=40, note=words, role="shown", size="note"
        )
        open_it.setObjectName("saved")
        open_it.clicked.connect(lambda: open_file(ctx, file))
        self._done.addWidget(open_it)
        open_it.show()  # what a layout shows only later takes no focus
        open_it.setFocus()

    def _of_today(self) -> bool:
        """Whether it can leave as it is seen; what stood there overnight is made anew."""
        if self._shown is not None and self._shown.order.made_on != self.ctx.today:
            self.make()
        return self._shown is not None

    def _save(self) -> None:
        self.told.emit("")
        if self._of_today():
            assert self._shown is not None
            save_document(
                self.ctx,
                owner=self,
                made=self._shown,
                title=self.ctx.t(N_("Save the copy")),
                name=self._file_name(),
                then=self.has_left,
            )

    def _print(self) -> None:
        """The system's dialog says which printer; only then is it written down as printed."""
        from ui import printer  # noqa: PLC0415 - loads on use

        self.told.emit("")
        if not printer.is_there():
            self.told.emit(self.ctx.t(printer.NO_PRINTER))
        elif self._of_today():
            assert self._shown is not None
            seen = functools.partial(self._print_on, self._shown, self._file_name())
            printer.ask(self, sizes=self._sizes, then=seen)

    def _print_on(self, made: "SetDocument", title: str, chosen: "QPrinter") -> None:
        """Print what was seen when it was asked for, also if something changed since."""
        from ui import printer  # noqa: PLC0415 - loads on use

        assert self._done is not None
        notebook, house, today = self.ctx.open_notebook, self.ctx.house, self.ctx.today
        clear(self._done)
        self._progress = progress = Progress(self.ctx)
        self._let(False)
        self._done.addWidget(progress)
        progress.show()
        progress.button.setFocus()

        def paint() -> None:
            printer.paint(chosen, made.printed.pdf, title=title, told=progress.told)

        self.ctx.desk.do(
            lambda: house.give_document(notebook, made, put=paint, today=today),
            owner=self,
            then=lambda _: self._printed(),
            failed=self._not_printed,
            stopped=lambda: self._not_printed(None),
        )

    def _printed(self) -> None:
        self._end_printing()
        self.has_left(None)

    def _not_printed(self, error: AlongsideError | None) -> None:
        self._end_printing()
        if error is not None:
            self.told.emit(error.said(self.ctx.words))

    def _end_printing(self) -> None:
        assert self._done is not None
        self._progress = None
        clear(self._done)
        self._let(self._shown is not None)
        self._deeds[0].setFocus()
