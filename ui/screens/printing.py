"""Print: the person's own booklet, saved as a file that any printer takes."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import RecordId
from app.model.plan import Plan
from app.model.wording import N_
from app.usecases import plans
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import COPY, LOCK, SAVE
from ui.parts.saving import save_booklet
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, Screen, face_of


class PrintScreen(Screen):
    """What is in the booklet, what is left out and why, and one button to make it."""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx)
        self._person = person
        self._plan: Plan | None = None
        self._with_private = False
        self._read: list[Readable] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(ctx, margins=(40, 24, 40, 16), gap=10)
        outer.addWidget(self._column)
        notebook, sections, today = ctx.open_notebook, ctx.house.sections, ctx.today
        ctx.desk.do(
            lambda: plans.plan(notebook, person=person, sections=sections, today=today),
            owner=self,
            then=self._show,
        )

    def frame(self) -> Frame:
        """Home, hear it, help."""
        faces = (face_of(self._plan.person.body),) if self._plan is not None else ()
        return Frame(
            title=self.ctx.t(N_("Print")),
            faces=faces,
            first=(
                self.home_button(Route("home", {"person": self._person})),
                self.hear_button(),
            ),
            last=(self.help_button(),),
        )

    def readables(self) -> tuple[Readable, ...]:
        """What is said about the booklet."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The button that makes it."""
        return self.findChild(Pressable, "save")

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        ctx, name = self.ctx, plan.person.body.preferred_name
        kept = len(plan.only_kept(with_private=True).lines)
        private = kept - len(plan.only_kept().lines)
        drafts = len(plan.lines) - kept
        self._say(ctx.t(N_("My booklet")), "question")
        self._say(ctx.t(N_("This copy is for {name}."), name=name))
        self._say(ctx.words.tn("{n} sentence you kept.", "{n} sentences you kept.", kept))
        if drafts:
            self._say(
                ctx.words.tn(
                    "{n} sentence is left out, because you have not kept it yet.",
                    "{n} sentences are left out, because you have not kept them yet.",
                    drafts,
                )
            )
        if private:
            self._private_card(private)
        save = main_deed(ctx, "save", ctx.t(N_("Save my booklet")), SAVE, self._save)
        row = Flow()
        row.addWidget(save)
        self._column.add_row(row)
        self._read.append(save)
        self._done = Flow()
        self._column.add_row(self._done)
        self._column.fill()
        self.framed.emit()
        self.ready.emit()

    def _say(self, sentence: str, size: str = "sentence") -> None:
        words = Words(self.ctx, sentence, size=size)
        self._read.append(words)
        self._column.add(words)

    def _private_card(self, private: int) -> None:
        card = Pressable(
            self.ctx,
            self.ctx.words.tn(
                "Print my {n} private sentence too",
                "Print my {n} private sentences too",
                private,
            ),
            picture=LOCK,
            picture_px=36,
        )
        card.setObjectName("with-private")

        def toggle() -> None:
            self._with_private = not self._with_private
            card.choose(self._with_private)

        card.clicked.connect(toggle)
        row = Flow()
        row.addWidget(card)
        self._column.add_row(row)
        self._read.append(card)

    def _save(self) -> None:
        assert self._plan is not None
        save_booklet(
            self.ctx,
            owner=self,
            person=self._plan.person,
            with_private=self._with_private,
            then=self._saved,
        )

    def _saved(self, file: Path) -> None:
        ctx = self.ctx
        clear(self._done)
        told = ctx.t(
            N_("Your booklet is saved. It is called {file}, in {folder}."),
            file=file.name,
            folder=file.parent,
        )
        open_it = Pressable(
            ctx,
            ctx.t(N_("Open it to print it")),
            picture=COPY,
            picture_px=40,
            note=told,
            role="shown",
        )
        open_it.setObjectName("saved")
        open_it.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))))
        self._done.addWidget(open_it)
        open_it.setFocus()
