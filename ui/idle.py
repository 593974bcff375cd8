"""Noticing that nobody is at the laptop any more."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
}


class Idle(QObject):
    """Tells when there was no key, mouse or touch for a while.

    Signals:
        nobody_there: the while is over.

    """

    nobody_there = Signal()

    def __init__(self, minutes: float, parent: QObject) -> None:
        super().__init__(parent)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(round(minutes * 60_000))
        self._wait.timeout.connect(self.nobody_there)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        self._listen(app.focusWindow())

    def _listen(self, window: QWindow | None) -> None:
        # What people do reaches a window before it reaches any widget. Listening to the whole
        # program would cost a call for every event of every widget: 7 ms with each screen.
        if window is not None:
            window.installEventFilter(self)

    def watch(self) -> None:
        """Begin to wait; every sign of life begins anew."""
        self._wait.start()

    def rest(self) -> None:
        """Wait no more: there is nothing open that has to be locked."""
        self._wait.stop()

    def somebody_is_there(self) -> None:
        """A sign of life that was taken out of the way before it came here."""
        if self._wait.isActive():
            self._wait.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice a sign of life, and let it pass."""
        if event.type() in _SIGNS_OF_LIFE:
            self.somebody_is_there()
        return False
