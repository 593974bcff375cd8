"""Your copy: the person's own booklet is offered before anybody else's."""

from pathlib import Path

from app.model.session import Answer
from app.model.wording import N_
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import COPY, NONE
from ui.parts.saving import NOT_LOCKED, save_booklet
from ui.parts.words import Words
from ui.screens.moments.view import View


class CopyView(View):
    """Save the booklet as a file to print, or not."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        given = talk.session.body.answers.get(self.step.key)
        row = Flow(gap=6, same=True)
        make = Pressable(
            ctx,
            ctx.t(N_("Make my booklet")),
            picture=COPY,
            picture_px=84,
            arrange="above",
            note=ctx.t(N_("A file to print")),
        )
        make.setObjectName("make-copy")
        make.choose(given is not None and "booklet" in given.choices)
        make.clicked.connect(self._make)
        row.addWidget(make)
        no = Pressable(
            ctx, ctx.t(N_("No copy today")), picture=NONE, picture_px=84, arrange="above"
        )
        no.setObjectName("no-copy")
        no.choose(given is not None and "none" in given.choices)
        no.clicked.connect(lambda: self._answer("none", "no-copy"))
        row.addWidget(no)
        column.add_row(row)
        drafts = len(talk.to_read_back)
        if drafts:
            column.add(
                Words(
                    ctx,
                    ctx.words.tn(
                        "{n} sentence is not in it, because it was not read back and kept.",
                        "{n} sentences are not in it, because they were not read back and kept.",
                        drafts,
                    ),
                    size="label",
                    bold=False,
                )
            )
        self.end_page(column)
        self._read += [make, no]

    def first_focus(self) -> Pressable | None:
        """The booklet."""
        return self.findChild(Pressable, "make-copy")

    def _make(self) -> None:
        save_booklet(
            self.ctx,
            owner=self,
            person=self.talk.person,
            then=self._made,
        )

    def _made(self, file: Path) -> None:
        saved = N_("Your booklet is saved. It is called {file}, in {folder}.")
        told = self.ctx.t(saved, file=file.name, folder=file.parent)
        self.told.emit(f"{told} {self.ctx.t(NOT_LOCKED)}")
        self._answer("booklet", "make-copy")

    def _answer(self, choice: str, focus: str) -> None:
        self.give_answer(
            Answer(response="chosen", field=self.moment.field, choices=(choice,), at=self.now()),
            focus=focus,
        )
