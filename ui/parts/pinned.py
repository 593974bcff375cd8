"""A page whose first thing stays in sight while the rest scrolls, where there is room for both."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from ui.context import Context
from ui.parts.inside import things_in
from ui.parts.page import Page

_SHARE = 0.45
"""What stays in sight takes this much of the height at most; else there is no room to work."""
_BELOW = 6


class PinnedPage(Page):
    """A page that scrolls below what everything on it is about."""

    _pinned: QWidget | None = None  # Qt asks for it while the page is being made

    def __init__(self, ctx: Context, *, margins: tuple[int, int, int, int], gap: int) -> None:
        super().__init__(ctx, margins=margins, gap=gap)
        self._sides = margins
        self._sizes: tuple[Callable[[], None], ...] = ()
        self._last: QWidget | None = None
        self._placed: object = None

    @property
    def pinned(self) -> QWidget | None:
        """What is to stay in sight, also where there is no room to hold it."""
        return self._pinned

    @property
    def held(self) -> QWidget | None:
        """What stays in sight now, outside of what scrolls."""
        pinned = self._pinned
        return pinned if pinned is not None and pinned.parentWidget() is self else None

    def pin(self, widget: QWidget, *sizes: Callable[[], None]) -> None:
        """Let this, which is the first thing on the page, stay in sight.

        Args:
            widget: what everything on the page is about.
            sizes: make it as large as it may be, then smaller and smaller.

        """
        self._pinned, self._sizes = widget, sizes
        widget.installEventFilter(self)

    def see_down_to(self, last: QWidget) -> None:
        """Everything down to here is to be seen beside what stays in sight, where it can be."""
        self._last = last

    def showEvent(self, event: QShowEvent) -> None:
        """Find its place before it is first painted."""
        self._place()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find its place anew."""
        self._place()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its words may have changed, and with them its height."""
        if watched is self._pinned and event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        pinned = self._pinned
        if pinned is None:
            return
        left, top, right, _ = self._sides
        wide = self.width() - left - right - self.verticalScrollBar().sizeHint().width()
        state = self.size(), self._high(pinned, wide), self._reaches_down()
        if state == self._placed:
            return
        fits = self._make_fit(pinned, wide)
        high = self._high(pinned, wide)
        self._placed = self.size(), high, self._reaches_down()
        if not fits:
            self._let_go(pinned)
            return
        if self.held is None:
            self.column.removeWidget(pinned)
            pinned.setParent(self)
            pinned.show()
        at = left if self.isLeftToRight() else self.width() - left - wide
        pinned.setGeometry(at, top, wide, high)
        self.setViewportMargins(0, top + high + _BELOW, 0, 0)

    def _make_fit(self, pinned: QWidget, wide: int) -> bool:
        """Whether there is room to hold it, in the largest size that leaves enough for the rest.

        Best is that all that belongs together is seen, else that it takes no more than its share.
        """
        for has_room in (self._all_is_seen, self._has_its_share):
            for resize in self._sizes or (lambda: None,):
                resize()
                if has_room(self._high(pinned, wide)):
                    return True
        return False

    def _all_is_seen(self, high: int) -> bool:
        reaches = self._reaches_down()
        return reaches > 0 and self._sides[1] + high + _BELOW + reaches <= self.height()

    def _has_its_share(self, high: int) -> bool:
        return high + self._sides[1] <= self.height() * _SHARE

    def _reaches_down(self) -> int:
        """Where what is to be seen beside it will end, in px from the top of what scrolls."""
        pinned, taken = self._pinned, 0
        for each, end in self.ends():
            if each is pinned:
                taken = end - self._sides[1] + self.column.spacing()
            if self._last is not None and _is_in(each, self._last):
                return end - taken
        return 0

    def _high(self, pinned: QWidget, wide: int) -> int:
        return pinned.heightForWidth(wide) if pinned.hasHeightForWidth() else pinned.height()

    def _let_go(self, pinned: QWidget) -> None:
        """There is no room to hold it: it scrolls with the rest."""
        if self.held is not None:
            self.setViewportMargins(0, 0, 0, 0)
            self.column.insertWidget(0, pinned)
            pinned.show()


def _is_in(thing: QWidget | QLayout, widget: QWidget) -> bool:
    if isinstance(thing, QLayout):
        return any(_is_in(each, widget) for each in things_in(thing))
    return thing is widget or thing.isAncestorOf(widget)
