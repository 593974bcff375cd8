"""A process of ours beside the window: lines out, lines in, and whether it is still there."""

import os
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from app import private_place
from app.pipes import command_of, root

__all__ = ["Process", "command_of"]

_PARTING_MS = 500


class Process(QObject):
    """A process that does what can crash or hang, so that the window cannot.

    Args:
        command: how it is started.
        read_event: what a line of it says; raises ``msgspec.DecodeError`` if it says nothing.

    Signals:
        told: an event it said.
        lost: it ended or could not be started; sent once, and never from within a call.

    """

    told = Signal(object)
    lost = Signal()

    def __init__(
        self, command: tuple[str, ...], read_event: Callable[[bytes], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._read_event = read_event
        # What it writes into files is gone with this folder, however the process ends; if this
        # one is killed too, whoever makes the next private place removes it.
        self._folder = private_place.make()
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.setProcessEnvironment(_environment(str(self._folder)))
        self._process.setWorkingDirectory(str(root()))
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._gone)
        self._process.errorOccurred.connect(self._failed)

    @property
    def runs(self) -> bool:
        """Whether it is there, or about to be."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self) -> None:
        """Start it; what is sent meanwhile waits."""
        self._process.start()

    def send(self, line: bytes) -> None:
        """Say a command, without waiting for it to be taken."""
        if self.runs:
            self._process.write(line)

    def listen(self) -> bool:
        """Take in what it said while nobody listened; whether there was anything."""
        return self._process.waitForReadyRead(0)

    def ask_to_end(self, line: bytes) -> None:
        """Have it tidy away and end; ``line`` is how it is told to."""
        self.send(line)
        self._process.closeWriteChannel()

    def kill(self) -> None:
        """Make it end now, without waiting; this object goes with it."""
        if self.runs:
            self._process.finished.connect(self.deleteLater)
            self._process.kill()
        else:
            self.deleteLater()

    def wait_until_gone(self) -> None:
        """Wait for it to end, and make it end if it does not."""
        if self.runs and not self._process.waitForFinished(_PARTING_MS):
            self._process.kill()
            self._process.waitForFinished()
        self.deleteLater()

    def _read(self) -> None:
        while self._process.canReadLine():
            data = bytes(self._process.readLine().data())
            try:
                event = self._read_event(data)
            except msgspec.DecodeError:
                continue
            self.told.emit(event)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._gone()

    def _gone(self) -> None:
        private_place.discard(self._folder)
        QTimer.singleShot(0, self, self.lost.emit)


def _environment(folder: str) -> QProcessEnvironment:
    """Ours, with the folder for temporary files, and ``app`` where Python finds it."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.remove("ALONGSIDE_PIN")
    for name in ("TMPDIR", "TEMP", "TMP"):
        environment.insert(name, folder)
    known = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (str(root()), known))))
    return environment
