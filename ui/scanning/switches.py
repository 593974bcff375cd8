"""Switches: keys or a mouse's button that somebody presses to choose, however steady their hand.

A switch interface is a keyboard to the computer, or a mouse, or a joystick that a program of the
system makes into one; so a switch is a key, or the click of a mouse.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTouchEvent,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.model.reaching import CLICK

_TWICE_MS = 1500
"""Two presses of Escape within this time are one wish."""

_DOWN = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_UP = {QEvent.Type.KeyRelease, QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd}
_MORE = {QEvent.Type.MouseButtonDblClick}
_NO_SWITCHES = {
    Qt.Key.Key_Escape, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_Tab, Qt.Key.Key_unknown,
}  # fmt: skip


def key_name(event: QEvent) -> str:
    """The name of the switch that an event is about; nothing where it is about none."""
    if isinstance(event, QKeyEvent):
        key = Qt.Key(event.key())
        if key in _NO_SWITCHES:
            return ""
        key = Qt.Key.Key_Return if key == Qt.Key.Key_Enter else key
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    if isinstance(event, QMouseEvent):
        return CLICK if event.button() == Qt.MouseButton.LeftButton else ""
    return CLICK if isinstance(event, QTouchEvent) else ""


def _repeats(event: QEvent) -> bool:
    """Whether a keyboard says again and again that a key is held."""
    return isinstance(event, QKeyEvent) and event.isAutoRepeat()


def somebody_writes() -> bool:
    """Whether a line or a writing place has the keyboard."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)


class Switches(QObject):
    """Listens at the windows of the program.

    What people do reaches a window before it reaches any widget, so that a switch is a switch
    wherever the keyboard is. Only who writes into a line keeps the keys that write.

    Signals:
        pressed: a switch was pressed; carries its place, 0 or 1.
        caught: any key or click, by its name, while a switch is learnt; no name for Escape.
        escaped: Escape was pressed twice.
        typed: somebody typed something else than a switch.

    """

    pressed = Signal(int)
    caught = Signal(str)
    escaped = Signal()
    typed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._hold_ms = self._ignore_ms = 0
        self._down = ""
        self._learning = False
        self._hold = QTimer(self, singleShot=True)
        self._hold.timeout.connect(self._count)
        self._deaf = QTimer(self, singleShot=True)
        self._escape = QTimer(self, singleShot=True, interval=_TWICE_MS)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self.watch)
        app.focusWindowChanged.connect(self._forget)
        app.applicationStateChanged.connect(self._forget)
        self.watch(app.focusWindow())

    def listen(self, names: tuple[str, ...], *, hold_ms: int, ignore_ms: int) -> None:
        """Take these for switches from now on; none of them: everything goes its usual way."""
        self._names, self._hold_ms, self._ignore_ms = names, hold_ms, ignore_ms
        self._forget()
        self._deaf.stop()

    def learn(self) -> None:
        """Catch the next key or click, whatever it is."""
        self._learning = True

    def watch(self, window: QWindow | None) -> None:
        """Listen at this window, too."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take out of what happens at a window what a switch did."""
        kind = event.type()
        if kind not in _DOWN and kind not in _UP and kind not in _MORE:
            return False
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return self._escaped(event)
        name = key_name(event)
        if self._learning:
            return self._learn(kind, name)
        if kind in _UP and name and name == self._down and not _repeats(event):
            self._forget()
            return True  # whatever has the keyboard by now, it was pressed as a switch
        if name not in self._names or self._is_writing(event):
            if kind == QEvent.Type.KeyPress:
                self.typed.emit()
            return False
        if kind in _MORE or (kind in _DOWN and not _repeats(event)):
            self._pushed(name)
        return True

    def _learn(self, kind: QEvent.Type, name: str) -> bool:
        if kind in _UP and name:
            self._learning = False
            self.caught.emit(name)
        return True

    def _escaped(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or event.isAutoRepeat():
            return self._learning
        if self._learning:
            self._learning = False
            self.caught.emit("")
            return True
        if not self._escape.isActive():
            self._escape.start()
            return False
        self._escape.stop()
        self.escaped.emit()
        return True

    def _is_writing(self, event: QEvent) -> bool:
        """A helper who writes keeps the keys that write; F-keys and clicks stay switches."""
        if not isinstance(event, QKeyEvent) or not somebody_writes():
            return False
        return bool(event.text()) or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}

    def _pushed(self, name: str) -> None:
        """Whatever is held for long is one press; a hand that trembles presses once, too.

        Another switch counts although the first was not let go: that may have been lost.
        """
        if name == self._down or self._deaf.isActive():
            return
        self._down = name
        if self._hold_ms:
            self._hold.start(self._hold_ms)
        else:
            self._count()

    def _forget(self, _: object = None) -> None:
        """Whatever is held, another window or program may be told that it is let go."""
        self._hold.stop()
        self._down = ""

    def _count(self) -> None:
        if not self._down or self._down not in self._names:
            return
        if self._ignore_ms:
            self._deaf.start(self._ignore_ms)
        self.pressed.emit(self._names.index(self._down))
