"""A column of things that scrolls when it is longer than the screen."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.context import Context
from ui.parts.inside import things_in
from ui.parts.pressable import Pressable, Stature


class Column(QScrollArea):
    """A scrolling column.

    Attributes:
        inside: the widget that holds the column; ``column`` is its layout.

    """

    def __init__(
        self, ctx: Context, *, margins: tuple[int, int, int, int] = (26, 20, 26, 20), gap: int = 0
    ) -> None:
        super().__init__()
        self._fitted: object = None
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(gap or ctx.look.shape.gap_small)
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the cards before they are first painted."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards anew when everything has its place: Qt may be in the middle of it now."""
        super().resizeEvent(event)
        self._fitting.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit cards that came after it was shown."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fitting.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Where a card would hide below, the cards are low: what is not seen is not chosen."""
        if self.widget() is not self.inside:  # a page that lays itself out, or all of it is going
            return
        cards = [
            each
            for each in self.inside.findChildren(Pressable)
            if each.can_be_low and not each.isHidden()
        ]
        # Fitting them asks for a layout, which asks for fitting: once for each state of things.
        fitted = self.size(), tuple(id(each) for each in cards), self.column.count()
        if fitted == self._fitted:
            return
        self._fitted = fitted
        if cards:
            self._fit_cards(cards)
        self.column.activate()  # who grew as the page grew would else wait for another change

    def _fit_cards(self, cards: list[Pressable]) -> None:
        """As tall as there is room for; where even low ones have none, as low as they get."""
        room = self.height() - self.viewportMargins().top()
        tall = self._reaches_with(cards, "tall")
        if tall <= room or self._reaches_with(cards, "smaller") <= room:
            return
        if self._reaches_with(cards, "low") >= tall:
            self._reaches_with(cards, "tall")

    def _reaches_with(self, cards: list[Pressable], stature: Stature) -> int:
        for each in cards:
            each.stand(stature)
        _measure_anew(self.column)
        return self._reaches()

    def _reaches(self) -> int:
        """How far down the last row with such a card will end, in px from the top of the column.

        Measured beside a scroll bar, whether there is one now or not: else low cards would make it
        go, and tall ones come again.
        """
        reached = self.column.contentsMargins().top()
        for each, end in self.ends():
            if _holds_a_card(each):
                reached = end
        return reached

    def ends(self) -> Iterator[tuple[QWidget | QLayout, int]]:
        """What is seen in the column, each with where it will end, in px from the top."""
        margins = self.column.contentsMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        width = self.width() - bar - margins.left() - margins.right()
        end = margins.top()
        for each in things_in(self.column):
            if each.isHidden() if isinstance(each, QWidget) else each.isEmpty():
                continue
            end += _height(each, width)
            yield each, end
            end += self.column.spacing()

    def add(self, widget: QWidget) -> QWidget:
        """Add a widget below the others."""
        self.column.addWidget(widget)
        return widget

    def add_row(self, row: QLayout) -> QLayout:
        """Add a row below the others."""
        self.column.addLayout(row)
        return row

    def take_keys(self, name: str) -> None:
        """Let the arrow keys move it, where there is too little in it that takes the keyboard.

        Args:
            name: what a screen reader calls it.

        """
        self.setObjectName("moved-by-keys")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a widget that was just put in, once there is room for it."""
        # Its place is known when the column has grown, and the column then says how far it goes.
        self.verticalScrollBar().rangeChanged.connect(
            lambda: self.ensureWidgetVisible(widget), Qt.ConnectionType.SingleShotConnection
        )

    def fill(self) -> None:
        """Leave the rest of the height empty."""
        self.column.addStretch(1)


def _height(thing: QWidget | QLayout, width: int) -> int:
    if thing.hasHeightForWidth():
        return thing.heightForWidth(width)
    wanted = thing.sizeHint().height()
    if isinstance(thing, QLayout):
        return wanted
    return max(thing.minimumHeight(), min(wanted, thing.maximumHeight()))


def _holds_a_card(thing: QWidget | QLayout) -> bool:
    if isinstance(thing, QLayout):
        return any(map(_holds_a_card, things_in(thing)))
    if isinstance(thing, Pressable):
        return thing.can_be_low
    return any(each.can_be_low for each in thing.findChildren(Pressable))


def _measure_anew(layout: QLayout) -> None:
    """Forget what was measured: a card tells its own layout alone, and that not those within."""
    layout.invalidate()
    for each in things_in(layout):
        if isinstance(each, QLayout):
            _measure_anew(each)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it; nothing of it is found by name any more."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            _take_name(widget)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()


def _take_name(widget: QWidget) -> None:
    for each in (widget, *widget.findChildren(QWidget)):
        each.setObjectName("")
