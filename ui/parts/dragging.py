"""Carrying a card to its place with the mouse or a finger, beside pressing it and its place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget


class Carrying(QObject):
    """Lets one card be carried; a short press stays a press.

    A picture of the card follows the pointer. Where it is let go outside every place, nothing
    happens: dragging is never the only way (WCAG 2.5.7), and a slip costs nothing.
    """

    def __init__(
        self,
        card: QAbstractButton,
        *,
        over: QWidget,
        dropped: Callable[[QPoint], None],
    ) -> None:
        """Watch a card.

        Args:
            card: what can be carried.
            over: the widget over which it is carried.
            dropped: told where in ``over`` it was let go.

        """
        super().__init__(card)
        self._card, self._over, self._dropped = card, over, dropped
        self._from: QPoint | None = None
        self._ghost: QLabel | None = None
        card.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the pointer while it is held down."""
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._from = event.position().toPoint()
            case QEvent.Type.MouseMove if self._from is not None:
                return self._moved(event)
            case QEvent.Type.MouseButtonRelease:
                return self._let_go(event)
        return False

    def _moved(self, event: QMouseEvent) -> bool:
        assert self._from is not None
        at = event.position().toPoint()
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._ghost is None and far:
            self._ghost = QLabel(self._over)
            self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._ghost.setPixmap(self._card.grab())
            self._ghost.show()
        if self._ghost is not None:
            self._ghost.move(self._card.mapTo(self._over, at - self._from))
        return self._ghost is not None

    def _let_go(self, event: QMouseEvent) -> bool:
        carried, self._from = self._ghost is not None, None
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
            place = self._card.mapTo(self._over, event.position().toPoint())
            self._card.setDown(False)
            self._dropped(place)
        return carried
