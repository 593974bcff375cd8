"""One process of ours at a time: begun, spoken to, let go; and noticed when it hangs."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer

from app import pipes
from ui.process import Process


class OneProcess(QObject):
    """What the window has of a process that does what can crash or hang.

    A subclass says what to do with what it tells (``_told``) and when it is lost or says nothing
    for too long (``_broke_off``).

    Args:
        command: how it is started.
        read_event: as for :class:`~ui.process.Process`.
        patience_ms: without a word for so long it hangs.
        first_patience_ms: so long the first word may take.

    """

    def __init__(
        self,
        parent: QObject | None,
        *,
        command: Sequence[str],
        read_event: Callable[[bytes], object],
        patience_ms: int,
        first_patience_ms: int,
    ) -> None:
        super().__init__(parent)
        self._command, self._read_event = tuple(command), read_event
        self._patience, self._first_patience = patience_ms, first_patience_ms
        self._process: Process | None = None
        self._watchdog = QTimer(self, singleShot=True)
        self._watchdog.timeout.connect(self._nothing_came)

    def wait_until_gone(self) -> None:
        """End it, and return when it is gone."""
        self._let_go()
        for process in self.findChildren(Process):
            process.wait_until_gone()

    def _told(self, event: Any) -> None:
        raise NotImplementedError

    def _broke_off(self) -> None:
        raise NotImplementedError

    def _begin(self) -> None:
        """Start one, in place of any other."""
        self._let_go()
        self._process = Process(self._command, self._read_event, self)
        self._process.told.connect(self._told)
        self._process.lost.connect(self._broke_off)
        self._process.start()

    def _send(self, command: msgspec.Struct) -> None:
        if self._process is not None:
            self._process.send(pipes.line(command))

    def _expect(self, *, first: bool = False) -> None:
        """Something has to come in time from now."""
        self._watchdog.start(self._first_patience if first else self._patience)

    def _let_go(self) -> None:
        """End it at once; nothing more is heard of it."""
        if (process := self._forget()) is not None:
            process.kill()

    def _part(self, last: msgspec.Struct) -> None:
        """Tell it to end by itself: it holds nothing any more. Nothing more is heard of it."""
        self._send(last)
        if (process := self._forget()) is not None:
            process.lost.connect(process.deleteLater)

    def _forget(self) -> Process | None:
        self._watchdog.stop()
        process, self._process = self._process, None
        if process is not None:
            process.told.disconnect(self._told)
            process.lost.disconnect(self._broke_off)
        return process

    def _nothing_came(self) -> None:
        """It hangs, or the window was busy itself and has not listened."""
        if self._process is not None and self._process.listen():
            self._expect()
        else:
            self._broke_off()
