"""The camera from the window's side: look for one, show what it sees, take one photo, off again.

The camera itself is read in a process of its own (:mod:`app.camera.worker`), so that a driver that
crashes or hangs costs nothing but a sentence. That process ends with every way out: no process, no
camera. It is never turned on unless somebody pressed for it.
"""

import os
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.camera import protocol
from app.camera.protocol import (
    Camera,
    Event,
    Failed,
    Find,
    Found,
    Open,
    Quit,
    Reason,
    Seen,
    Show,
    Take,
    Taken,
)
from app.model.wording import N_
from ui.one_process import OneProcess
from ui.process import Process, command_of

NOT_THERE = N_("The camera is not there any more. Plug it in, and try again.")
NOT_ALLOWED = N_(
    "This computer does not let Alongside use the camera. "
    "You can allow it in the computer's own settings, under privacy."
)
NO_ANSWER = N_(
    "No picture comes from the camera. Another program may be using it: close that one, "
    "look whether the camera is covered or switched off, and try again."
)
WHY: dict[Reason, str] = {
    "not_there": NOT_THERE,
    "not_allowed": NOT_ALLOWED,
    "no_answer": NO_ANSWER,
}

PATIENCE_MS = 5_000
"""Without a picture for so long, the driver hangs."""
FIRST_PATIENCE_MS = 20_000
"""So long it may take until the first: computers ask whether we may."""
_SOON_MS = 300
"""A screen is drawn first."""


class Eye(OneProcess):
    """One camera at a time.

    Attributes:
        known: the cameras that were there when somebody last looked.

    Signals:
        found: which cameras there are; carries a tuple of
            :class:`~app.camera.protocol.Camera`. None of them was turned on for it.
        seen: what the camera sees now, as the bytes of a JPEG.
        taken: the photo, as the bytes of a JPEG; the camera is off.
        trouble: there is no picture and the camera is off; carries a sentence for people, marked
            for the catalogs.

    Args:
        command: how the process is started, for tests.
        patience_ms: as :data:`PATIENCE_MS`.
        first_patience_ms: as :data:`FIRST_PATIENCE_MS`.

    """

    found = Signal(object)
    seen = Signal(bytes)
    taken = Signal(bytes)
    trouble = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] | None = None,
        patience_ms: int = PATIENCE_MS,
        first_patience_ms: int = FIRST_PATIENCE_MS,
    ) -> None:
        super().__init__(
            parent,
            command=command or command_of("app.camera.worker", packaged="--camera-worker"),
            read_event=protocol.read_event,
            patience_ms=patience_ms,
            first_patience_ms=first_patience_ms,
        )
        self._finding = False
        self.known: tuple[Camera, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._find_if_free)

    @property
    def on(self) -> bool:
        """Whether a camera is on, or about to be."""
        return self._process is not None and not self._finding

    def find_soon(self) -> None:
        """Look for cameras once the screen that asks for it is drawn; not while one is on."""
        if os.environ.get(protocol.SETTING) != protocol.NONE:
            self._soon.start()

    def _find_if_free(self) -> None:
        if self._process is None:
            self.find()

    def find(self) -> None:
        """Look for cameras; the answer comes as :attr:`found`, also where there is none."""
        self._begin()
        self._finding = True
        self._send(Find())
        self._expect()

    def open(self, camera: str) -> None:
        """Turn a camera on, in place of any other."""
        self._begin()
        self._send(Open(camera))
        self._send(Show())
        self._expect(first=True)

    def take(self) -> None:
        """Have the photo taken of what is seen."""
        self._send(Take())

    def close(self) -> None:
        """Turn it off at once; nothing more is heard of it."""
        self._let_go()

    def _forget(self) -> Process | None:
        self._soon.stop()
        self._finding = False
        return super()._forget()

    def _told(self, event: Event) -> None:
        match event:
            case Found(cameras=cameras):
                self._part(Quit())
                self._know(cameras)
            case Seen(jpeg=jpeg):
                self._expect()
                self.seen.emit(jpeg)
                self._send(Show())  # not before it was shown: a slow window is sent fewer
            case Taken(jpeg=jpeg):
                self._part(Quit())
                self.taken.emit(jpeg)
            case Failed(reason=reason):
                self._fail(WHY[reason])

    def _know(self, cameras: tuple[Camera, ...]) -> None:
        self.known = cameras
        self.found.emit(cameras)

    def _broke_off(self) -> None:
        self._fail(NO_ANSWER)

    def _fail(self, why: str) -> None:
        finding = self._finding
        self.close()
        if finding:
            self._know(())
        else:
            self.trouble.emit(why)
