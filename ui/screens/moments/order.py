"""What matters, in order: the first card pressed comes first."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.choosing import moved
from app.model.guide import Option
from app.model.wording import N_
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import EARLIER, LATER
from ui.parts.words import Words
from ui.screens.moments.chosen import ChosenView

_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderView(ChosenView):
    """Cards to press on one side; on the other those that were pressed, which can be moved."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._options = {option.id: option for option in self.moment.options}
        self._order = tuple(each for each in self.chosen if each in self._options)
        column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        sides = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)()
        sides.setSpacing(ctx.look.shape.gap)
        sides.addLayout(self._cards(), 3)
        sides.addWidget(self._list(), 2)
        column.add_row(sides)
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """The first card."""
        return self.findChild(Pressable, f"option-{self.moment.options[0].id}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move what has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            places = _KEYS.get(Qt.Key(event.key()))
            if places is not None:
                self._move(watched.objectName().removeprefix("placed-"), places, "placed")
                return True
        return super().eventFilter(watched, event)

    def _cards(self) -> Flow:
        cards = Flow(gap=4, same=True)
        for option in self.moment.options:
            cards.addWidget(self._card(option))
        return cards

    def _card(self, option: Option) -> Pressable:
        ctx = self.ctx
        place = self._order.index(option.id) + 1 if option.id in self._order else 0
        card = Pressable(
            ctx,
            ctx.t(option.words),
            picture=option.picture,
            picture_px=52,
            note=ctx.t(N_("Number {n}"), n=place) if place else "",
            arrange="above",
            size="note",
            bold=False,
            widest=round(210 * max(1.0, ctx.look.percent / 130)),
        )
        card.setObjectName(f"option-{option.id}")
        card.choose(bool(place))
        card.clicked.connect(lambda: self.toggle(option.id, focus=f"option-{option.id}"))
        self._read.append(card)
        return card

    def _list(self) -> QWidget:
        ctx = self.ctx
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = N_("This is your order") if self._order else N_("Press what matters most first.")
        head = Words(ctx, ctx.t(words), size="label")
        self._read.append(head)
        column.addWidget(head)
        for place, name in enumerate(self._order, 1):
            column.addLayout(self._row(self._options[name], place))
        column.addStretch(1)
        return holder

    def _row(self, option: Option, place: int) -> QHBoxLayout:
        ctx = self.ctx
        row = QHBoxLayout()
        row.setSpacing(0)
        words = ctx.t(option.words)
        card = Pressable(
            ctx, f"{place}. {words}", picture=option.picture, picture_px=40, role="own", size="note"
        )
        card.setObjectName(f"placed-{option.id}")
        card.setAccessibleName(
            ctx.t(N_("Number {n}: {words}. The arrow keys move it."), n=place, words=words)
        )
        card.installEventFilter(self)
        card.clicked.connect(lambda: self.toggle(option.id, focus=f"option-{option.id}"))
        self._read.append(card)
        row.addWidget(card, 1)
        for way, places, picture, told in (
            ("earlier", -1, EARLIER, N_("{words}: move it up")),
            ("later", 1, LATER, N_("{words}: move it down")),
        ):
            arrow = Pressable(ctx, "", picture=picture, picture_px=32)
            arrow.setObjectName(f"{way}-{option.id}")
            arrow.setAccessibleName(ctx.t(told, words=words))
            arrow.clicked.connect(
                lambda _=False, places=places, way=way: self._move(option.id, places, way)
            )
            row.addWidget(arrow)
        return row

    def _move(self, name: str, places: int, focus: str) -> None:
        after = moved(self._order, name, places)
        if after != self._order:
            self.keep_choices(after, focus=f"{focus}-{name}")
