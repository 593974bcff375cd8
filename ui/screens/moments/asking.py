"""Several small questions about one thing, one at a time, in any order."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QVBoxLayout,
    QWidget,
)

from app.model.ids import PictureRef
from app.model.wording import N_
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.kept_line import KeptLine
from ui.parts.pressable import Pressable
from ui.parts.strokes import ONWARD
from ui.parts.taborder import follow_layout
from ui.screens.moments.view import View


@dataclasses.dataclass(frozen=True)
class Part:
    """One of the questions.

    Attributes:
        chip: what it is called beside the others.
        asks: the question.
        picture: what stands beside it.
        answered: whether it was answered.
        build: puts what can be pressed into the column, and says where the keyboard begins.

    """

    name: str
    chip: str
    asks: str
    picture: PictureRef
    answered: bool
    build: Callable[[Column], QWidget | None]


class AskingView(View):
    """Shows the first question that has no answer; the others are one press away.

    Attributes:
        part: the question on screen.
        lines: the lines to write into of that question.

    """

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self.part = ""
        self.lines: list[KeptLine] = []
        self._first: QWidget | None = None
        self._column = self.page()

    def parts(self) -> tuple[Part, ...]:
        """The questions, in order."""
        raise NotImplementedError

    def head(self) -> Pressable | None:
        """The thing that is asked about."""
        return None

    def begin(self) -> None:
        """Show the first question without an answer, or the last one."""
        parts = self.parts()
        open_ones = [each for each in parts if not each.answered]
        self._show((open_ones or list(parts)[-1:])[0])

    @property
    def can_be_said(self) -> bool:
        """What the person says to these questions."""
        return True

    def first_focus(self) -> QWidget | None:
        """The first thing that can be pressed of the question."""
        return self._first

    def carry_over(self, old: View) -> None:
        """The question on screen stays there, also when it was just answered."""
        if isinstance(old, AskingView) and old.part and old.part != self.part:
            self.show_part(old.part, move_on=False)

    def leave(self) -> None:
        """Keep what is half typed."""
        for each in self.lines:
            each.keep_now()

    def show_part(self, name: str, *, move_on: bool = True) -> None:
        """Show one of the questions."""
        part = next((each for each in self.parts() if each.name == name), None)
        if part is None:
            return
        self._show(part)
        if move_on:
            follow_layout(self)
            self._take_keyboard()

    def _show(self, part: Part) -> None:
        self.leave()
        begin_anew(self._column)
        self._read, self.lines = [], []
        self.part = part.name
        column = self._column
        column.add(self.question(part.asks, part.picture, picture_px=64))
        head = self.head()
        if head is not None:
            column.add(head)
            self._read.append(head)
        self._first = part.build(column)
        column.add_row(self._chips(part))
        self.end_page(column)

    def _take_keyboard(self) -> None:
        """The keyboard begins at the first answer, and the page at the question above it."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _chips(self, now: Part) -> Flow:
        """The way to what comes next, and to the other questions."""
        row, parts = Flow(gap=4), self.parts()
        place = [each.name for each in parts].index(now.name)
        if place + 1 < len(parts):
            after = parts[place + 1]
            onward = Pressable(
                self.ctx,
                self.ctx.t(N_("Then: {question}"), question=after.chip),
                picture=ONWARD,
                picture_px=28,
                after=True,
            )
            onward.setObjectName("then")
            onward.clicked.connect(lambda: self.show_part(after.name))
            row.addWidget(onward)
        for each in parts:
            if each.name == now.name or (
                place + 1 < len(parts) and each.name == parts[place + 1].name
            ):
                continue
            chip = Pressable(
                self.ctx,
                each.chip,
                picture=self.ctx.shows(each.picture),
                picture_px=28,
                dashed=not each.answered,
            )
            chip.setObjectName(f"part-{each.name}")
            chip.clicked.connect(lambda _=False, name=each.name: self.show_part(name))
            row.addWidget(chip)
        for way in self.ways_out():
            row.addWidget(way)
        return row

    def ways_out(self) -> tuple[Pressable, ...]:
        """What leads away from all of these questions."""
        return ()


def begin_anew(column: Column) -> None:
    """Take everything out of a column, and begin at its top."""
    empty(column.column)
    column.verticalScrollBar().setValue(0)


def focus_soon(owner: QWidget, name: str) -> None:
    """Give the keyboard to what has this name, once everything new has its place."""

    def take() -> None:
        wanted = owner.findChild(QWidget, name) if name else None
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    QTimer.singleShot(0, owner, take)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout at once: nothing of it can be found by its name any more."""
    while (item := layout.takeAt(0)) is not None:
        _put_away(item)


def _put_away(item: QLayoutItem) -> None:
    if (widget := item.widget()) is not None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()
    elif (inner := item.layout()) is not None:
        empty(inner)
        inner.deleteLater()


def with_button(ctx: Context, line: QWidget, button: Pressable) -> QBoxLayout:
    """A line with the button that takes its words beside it; under it where the text is large."""
    row = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)()
    row.setSpacing(8)
    row.addWidget(line, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
    return row


def choice_cards(
    ctx: Context,
    answers: dict[str, tuple[str, PictureRef]],
    *,
    chosen: str | None,
    pick: Callable[[str], None],
    name: str,
    widest: int = 240,
    picture_px: int = 52,
    flat: bool = False,
) -> tuple[Flow, list[Pressable]]:
    """A row of cards, one of which can be chosen, and the cards in it.

    Args:
        ctx: what every part is handed.
        answers: what is kept for each, with its words and its picture.
        chosen: what is chosen now.
        pick: called with what is pressed.
        name: what the cards' names begin with.
        widest: px of the widest card at 100 %.
        picture_px: px of the pictures.
        flat: the picture stands beside the words, where there are many or little height.

    """
    row, cards = Flow(gap=0 if flat else 2, same=not flat), []
    for each, (words, picture) in answers.items():
        card = Pressable(
            ctx,
            ctx.t(words),
            picture=picture,
            picture_px=34 if flat else picture_px,
            arrange="beside" if flat else "above",
            size="choice",
            widest=0 if flat else round(widest * max(1.0, ctx.look.percent / 125)),
        )
        card.setObjectName(f"{name}-{each}")
        card.choose(each == chosen)
        card.clicked.connect(lambda _=False, each=each: pick(each))
        row.addWidget(card)
        cards.append(card)
    return row, cards
