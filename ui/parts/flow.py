"""A row of things that goes on in the next row where the width ends."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays widgets out along the reading direction and wraps.

    Args:
        gap: px between neighbours, both ways.
        same: all cards are as wide as the widest.
        centre: each row stands in the middle.

    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 0,
        same: bool = False,
        centre: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._same = same
        self._centre = centre
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way to hand an item over."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def widgets(self) -> list[QWidget]:
        """What it lays out, in its order."""
        return [found for item in self._items if (found := item.widget()) is not None]

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It does not ask for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower row needs more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put each item into its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one row."""
        width = sum(item.sizeHint().width() for item in self._items)
        width += self._gap * max(0, len(self._items) - 1)
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(width, height)

    def minimumSize(self) -> QSize:
        """As narrow as its widest item."""
        width = max((item.minimumSize().width() for item in self._items), default=0)
        height = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(width, height)

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for row in self._rows(rect.width()):
            sizes = [size for _, size in row]
            tallest = max(size.height() for size in sizes)
            if move:
                self._put([item for item, _ in row], sizes, rect, top, tallest)
            top += tallest + self._gap
        return max(0, top - rect.top() - self._gap) if self._items else 0

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        shown = [item for item in self._items if not item.isEmpty()]
        hints = [item.sizeHint().width() for item in shown]
        widest = max(hints, default=0)
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item, hint in zip(shown, hints, strict=True):
            size = _size(item, widest if self._same else hint, width)
            if not rows or used + self._gap + size.width() > width:
                rows.append([(item, size)])
                used = size.width()
            else:
                rows[-1].append((item, size))
                used += self._gap + size.width()
        return rows

    def _put(
        self, row: list[QLayoutItem], sizes: list[QSize], rect: QRect, top: int, tallest: int
    ) -> None:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        along = 0
        if self._centre:
            used = sum(size.width() for size in sizes) + self._gap * (len(row) - 1)
            along = max(0, (rect.width() - used) // 2)
        for item, size in zip(row, sizes, strict=True):
            left = rect.right() + 1 - along - size.width() if mirrored else rect.left() + along
            item.setGeometry(QRect(QPoint(left, top), QSize(size.width(), tallest)))
            along += size.width() + self._gap


def _size(item: QLayoutItem, wanted: int, width: int) -> QSize:
    """What an item takes of a row of this width."""
    wide = max(min(wanted, width), min(item.minimumSize().width(), width))
    tall = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
    return QSize(wide, tall)
