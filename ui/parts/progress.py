"""How far a long piece of work is, in words, and a way to stop it."""

import threading

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.wording import N_
from ui.context import Context
from ui.desk import Stopped
from ui.parts.bars import STOP
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.words import Words

_STEP = 10


class Progress(QWidget):
    """Stands on a screen while one piece of work is done on the desk; made anew for each.

    The work is handed :meth:`told`. Nothing moves: every tenth is said in words.
    """

    _came = Signal(int)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._turn = threading.Lock()
        self._stopped = False
        self._said = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._words = Words(ctx, ctx.t(N_("{percent} % done"), percent=0), size="title")
        column.addWidget(self._words)
        self._button = Pressable(
            ctx, ctx.t(N_("Stop")), picture=STOP, picture_px=40, role="stop", size="button"
        )
        self._button.setObjectName("stop-work")
        self._button.clicked.connect(self.stop)
        row = Flow()
        row.addWidget(self._button)
        column.addLayout(row)
        self._came.connect(self._say, Qt.ConnectionType.QueuedConnection)

    @property
    def button(self) -> Pressable:
        """The button that stops the work."""
        return self._button

    def told(self, done: int, of: int) -> None:
        """Say how far the work is; may be called in any thread.

        Raises:
            Stopped: the work is to be left; the desk tells nobody of an error then.

        """
        percent = 100 * done // max(of, 1) // _STEP * _STEP
        with self._turn:  # whoever stops it may delete this widget then
            if self._stopped:
                raise Stopped
            if percent != self._said:
                self._said = percent
                self._came.emit(percent)

    def stop(self) -> None:
        """Have the work left at the next moment at which it can be."""
        with self._turn:
            self._stopped = True
        self._button.setEnabled(False)
        self._words.say(self.ctx.t(N_("It is being stopped.")))

    def _say(self, percent: int) -> None:
        if self._stopped:
            return
        done = self.ctx.t(N_("{percent} % done"), percent=percent)
        self._words.say(self.ctx.t(N_("Almost done.")) if percent >= 100 else done)
