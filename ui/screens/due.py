"""What is due with everybody: over, today, this week, later. For workers; each line leads home."""

import functools

from PySide6.QtWidgets import QWidget

from app.model.wording import N_
from app.usecases import due, restrictions
from app.usecases.due import Due, When
from ui.context import Context
from ui.parts.goal_words import DUE_PICTURES
from ui.parts.more import more_card
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import LIMIT, MORE
from ui.screens.base import Frame, Route
from ui.screens.paged import PageScreen

AT_ONCE = 25
"""Lines of a group; the others are shown when they are asked for."""

_GROUPS: dict[When, str] = {
    "over": N_("Late"),
    "today": N_("Today"),
    "week": N_("In the next 7 days"),
    "later": N_("Later"),
}


class DueScreen(PageScreen):
    """A line says what sort of thing, by whom, for whom and when; its words stand in the home."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=6))
        self._shown = dict.fromkeys(_GROUPS, AT_ONCE)
        self._found: tuple[Due, ...] = ()
        notebook, today = ctx.open_notebook, ctx.today
        self._incomplete = 0

        def read() -> tuple[tuple[Due, ...], int]:
            lacking = len(restrictions.in_force(notebook).incomplete)
            return due.everybody(notebook, today=today), lacking

        ctx.desk.do(read, owner=self, then=lambda found: self._begin(*found))

    def frame(self) -> Frame:
        """Back to the people."""
        return Frame(
            title=self.ctx.t(N_("What is due")),
            buttons=(self.back_button(Route("people")), self.hear_button()),
        )

    def _begin(self, found: tuple[Due, ...], incomplete: int) -> None:
        self._found, self._incomplete = found, incomplete
        self._show()

    def _show(self, focus: str = "") -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("What is due")), "title")
        first: QWidget | None = self._to_incomplete() if self._incomplete else None
        if not self._found:
            page.say(ctx.t(N_("Nothing is due, and nothing is booked.")))
        for when, words in _GROUPS.items():
            group = [each for each in self._found if each.when(ctx.today) == when]
            if not group:
                continue
            page.say(ctx.t(words), "label")
            for one in group[: self._shown[when]]:
                line = self._line(one)
                page.add(line, line)
                first = first or line
            left = len(group) - self._shown[when]
            if left > 0:
                page.begin_row(gap=0, same=False)
                page.put(self._more(when, left))
        self.show_page(first)
        if focus and (wanted := self.findChild(QWidget, focus)) is not None:
            wanted.setFocus()

    def _to_incomplete(self) -> Pressable:
        """Limits without their reasons come before everything else (rule R10)."""
        words = self.ctx.words.tn(
            "{n} rule is not complete", "{n} rules are not complete", self._incomplete
        )
        way = Pressable(self.ctx, words, picture=LIMIT, picture_px=34)
        way.setObjectName("incomplete")
        way.clicked.connect(lambda: self.go.emit(Route("incomplete")))
        self.page.begin_row(gap=0, same=False)
        return self.page.put(way)

    def _line(self, one: Due) -> Pressable:
        ctx = self.ctx
        line = Pressable(
            ctx,
            ctx.t(N_("{what}, for {name}"), what=one.kind_in_words(ctx.words), name=one.name),
            picture=DUE_PICTURES[one.what],
            picture_px=34,
            note=ctx.words.date(one.on),
            size="label",
        )
        line.setObjectName(f"{one.what}-{one.record}")
        line.clicked.connect(functools.partial(self.go.emit, Route("home", {"person": one.person})))
        return line

    def _more(self, when: When, left: int) -> Pressable:
        more = more_card(self.ctx, left, picture=MORE)
        more.setObjectName(f"more-{when}")

        def show_more() -> None:
            self._shown[when] += 4 * AT_ONCE
            self._show(f"more-{when}")

        more.clicked.connect(show_more)
        return more
