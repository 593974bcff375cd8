"""Taking a photo or a recording: what is seen or heard of it, and beside it what can be done."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import NOT_MINE
from ui.parts.taborder import follow_layout
from ui.parts.words import Words


class Taking(QWidget):
    """A page on which something is taken; nothing of it is in the notebook.

    Attributes:
        title: the first words on it; ``note`` a plain sentence.
        main: the button that does what the page is for now.
        shown: everything that can be pressed now, with the words between.

    Signals:
        declined: nothing is wanted after all.

    """

    declined = Signal()
    way_out_name = ""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("ground")
        self.title = Words(ctx, "", size="title")
        self.note = Words(ctx, "", size="label", bold=False)
        self.main: Pressable | None = None
        self.shown: list[Words | Pressable] = []

    def first_focus(self) -> QWidget | None:
        """The button that does what the page is for now."""
        return self.main

    def lay_out(self, side: QWidget, *, has_note: bool = False) -> None:
        """Put the page together around what is seen or heard.

        Where words are large, the note stands below it: what is taken is in sight without
        scrolling.

        Args:
            side: what is seen or heard.
            has_note: the note stands in it already.

        """
        stacked = self.ctx.look.stacked
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 12, 26, 8)
        column = Column(self.ctx, margins=(0, 0, 0, 8))
        outer.addWidget(column, 1)
        column.add(self.title)
        if not stacked and not has_note:
            column.add(self.note)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(side, 3, Qt.AlignmentFlag.AlignTop)
        self._side = side
        self._beside = QVBoxLayout()
        self._beside.setSpacing(4)
        row.addLayout(self._beside, 2)
        column.add_row(row)
        if stacked and not has_note:
            column.add(self.note)
        self._below, self._last = Flow(gap=0), Flow(gap=4)
        column.add_row(self._below)
        column.add_row(self._last)
        column.fill()

    def offer(
        self, main: Pressable, *others: Pressable, below: Iterable[Words | Pressable] = ()
    ) -> None:
        """Put what can be pressed beside it; where words are large, the first alone.

        Where there is nothing to be seen or heard, all of it stands under the sentence that says
        why. The keyboard stays at what is offered again, and else begins at the first.
        """
        had = self.focusWidget()
        name = had.objectName() if had is not None and self.isAncestorOf(had) else ""
        clear(self._beside)
        clear(self._below)
        clear(self._last)
        below, off = tuple(below), self._side.isHidden()
        (self._below if off else self._beside).addWidget(main)
        for each in others:
            (self._below if off or self.ctx.look.stacked else self._beside).addWidget(each)
        for each in below:
            self._last.addWidget(each)
        self._beside.addStretch(1)
        self.shown = [main, *others, *below]
        self.main = main
        follow_layout(self)
        if self.isVisible():
            for each in self.shown:
                each.show()  # a layout shows what is new only later; until then it takes no focus
            same = next((each for each in self.shown if name and each.objectName() == name), main)
            same.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def button(self, name: str, words: str, picture: PictureRef | None) -> Pressable:
        """A smaller way."""
        button = Pressable(
            self.ctx, words, picture=picture, picture_px=34, size="label", bold=False
        )
        button.setObjectName(name)
        return button

    def way_out(self) -> Pressable:
        """Nothing is taken."""
        button = self.button(self.way_out_name, self.ctx.t(N_("Not now")), NOT_MINE)
        button.clicked.connect(self.declined)
        return button

    def choice(
        self,
        question: str,
        name: str,
        devices: Iterable[tuple[str, str]],
        chosen: str,
        use: Callable[[str], None],
    ) -> list[Words | Pressable]:
        """Which of several devices it is to be.

        Args:
            question: what is asked.
            name: what the names of the buttons begin with.
            devices: of each, what the computer calls it and what people do.
            chosen: the one that is used now.
            use: is told another one.

        """
        shown: list[Words | Pressable] = [Words(self.ctx, question, size="label")]
        for number, (device, called) in enumerate(devices):
            button = self.button(f"{name}-{number}", called, None)
            button.choose(device == chosen)
            button.clicked.connect(lambda _=False, device=device: use(device))
            shown.append(button)
        return shown
