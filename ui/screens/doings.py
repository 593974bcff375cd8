"""What was done with the notebook, day by day, the newest first; with one person's plan alone."""

import itertools

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import RecordId
from app.model.wording import N_
from app.usecases import doings
from app.usecases.doings import Doing
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.screens.base import Frame, Route
from ui.screens.paged import PageScreen

AT_ONCE = 200
"""Lines; older ones are read when they are asked for."""


class DoingsScreen(PageScreen):
    """A list to read. With a person, nothing about anybody else is even read."""

    def __init__(self, ctx: Context, *, person: RecordId | None = None) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=4))
        self._person = person
        self._size = "label" if person is None else "sentence"
        self._last: Doing | None = None
        self._loading = False
        about = (
            N_("What was done with my plan") if person else N_("What was done with this notebook")
        )
        self._title = self.page.say(ctx.t(about), "title")
        self.page.take_keys(ctx.t(about))
        self._pages = QVBoxLayout()
        self._pages.setSpacing(4)
        self.page.add_row(self._pages)
        self.page.add_row(self._more_row())
        self.page.fill(self.page)
        self._load()

    def frame(self) -> Frame:
        """Home, or back to keeping the notebook safe."""
        if self._person is not None:
            home = self.home_button(Route("home", {"person": self._person}))
            return Frame(
                title=self._title.words,
                buttons=(home, self.hear_button(), self.help_button()),
            )
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            buttons=(self.back_button(Route("keeping")), self.hear_button()),
        )

    def _more_row(self) -> Flow:
        self._more = Pressable(self.ctx, self.ctx.t(N_("Show more")), size="button")
        self._more.setObjectName("more")
        self._more.clicked.connect(self._load)
        self._more.hide()
        row = Flow()
        row.addWidget(self._more)
        return row

    def _load(self) -> None:
        """Read what was done before what is shown; one line more tells whether there is more."""
        if self._loading:
            return
        self._loading = True
        ctx, house, person = self.ctx, self.ctx.house, self._person
        notebook = ctx.open_notebook
        before = self._last.event.id if self._last is not None else None

        def read() -> tuple[Doing, ...]:
            return doings.doings(
                notebook,
                workers={each.id: each.name for each in house.workers(notebook)},
                person=person,
                before=before,
                latest=AT_ONCE + 1,
            )

        ctx.desk.do(read, owner=self, then=self._show)

    def _show(self, found: tuple[Doing, ...]) -> None:
        first = self._last is None
        self._pages.addWidget(self._page(found[:AT_ONCE]))
        more = len(found) > AT_ONCE
        if not more and self._more.hasFocus():
            self.page.setFocus()
        self._more.setVisible(more)
        self._loading = False
        if first:
            self.framed.emit()
            self.ready.emit()

    def _page(self, found: tuple[Doing, ...]) -> QWidget:
        """Laid out on its own, so that a long list does not get slower with each further page."""
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for day, done in itertools.groupby(found, key=lambda each: each.at.date()):
            if self._last is None or self._last.at.date() != day:
                lines.addSpacing(12)
                lines.addWidget(self._words(self.ctx.words.date(day), "label", bold=True))
            for each in done:
                lines.addWidget(self._words(self._line(each), self._size))
                self._last = each
        if self._last is None:
            lines.addWidget(self._words(self.ctx.t(N_("Nothing yet.")), self._size))
        return page

    def _line(self, doing: Doing) -> str:
        # The hour is for helpers and inspectors; for the person the day says enough.
        said = doing.said(self.ctx.words)
        return said if self._person is not None else f"{doing.at:%H:%M}  {said}"

    def _words(self, words: str, size: str, *, bold: bool = False) -> Words:
        line = Words(self.ctx, words, size=size, bold=bold)
        self.page.read.append(line)
        return line
