"""Keeping what stands in a writing place while it is written: a power cut loses next to nothing."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError
from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.usecases import halfsaid
from ui.context import Context

KEEP_TYPING_MS = 700
"""Typing is kept this long after it began: a power cut loses less than a second of it."""


class Keeping:
    """Keeps what stands in one writing place, soon after it has changed.

    Args:
        owner: the writing place; what could not be kept is told for as long as it is there.
        ctx: what every part is handed.
        place: the session, or the person where there is none.
        key: under which name it is kept: the step, or a name of its own.
        standing: what stands there now.
        kept: what was kept of it before.

    """

    def __init__(
        self,
        owner: QWidget,
        ctx: Context,
        *,
        place: RecordId,
        key: str,
        standing: Callable[[], HalfSaid],
        kept: HalfSaid,
    ) -> None:
        self._owner, self._ctx = owner, ctx
        self._place, self._key = place, key
        self._standing, self._kept = standing, kept
        self._pause = QTimer(owner)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEEP_TYPING_MS)
        self._pause.timeout.connect(self.now)

    def soon(self) -> None:
        """Something was written: it is kept in a moment."""
        # Not begun anew with each letter: whoever types without a pause would never be kept.
        if not self._pause.isActive():
            self._pause.start()

    def now(self) -> None:
        """Keep what stands there, if it is not kept yet."""
        self._pause.stop()
        said = self._standing()
        if said != self._kept and not (said.nothing_stands and self._kept.nothing_stands):
            self._keep(said)

    def forget(self) -> None:
        """It was said, or is left as it was: nothing of it stands half written any more."""
        self.settled()
        self._keep(HalfSaid())
        self.settled()

    def settled(self) -> None:
        """What stands there now is kept already, or needs no keeping."""
        self._pause.stop()
        self._kept = self._standing()

    def bring_back(self, then: Callable[[HalfSaid], None]) -> None:
        """Hand over what was kept, if there is any and nothing was written meanwhile."""
        notebook, place, key = self._ctx.open_notebook, self._place, self._key

        def found(said: HalfSaid) -> None:
            if not said.nothing_stands and self._standing() == self._kept:
                self._kept = said
                then(said)

        self._ctx.desk.do(
            lambda: halfsaid.read(notebook, session=place, step=key), owner=self._owner, then=found
        )

    def _keep(self, said: HalfSaid) -> None:
        notebook, place, key = self._ctx.open_notebook, self._place, self._key
        if notebook.read_only:
            return
        before, self._kept = self._kept, said

        def not_kept(error: AlongsideError) -> None:
            self._kept = before
            self._ctx.desk.trouble.emit(error)

        self._ctx.desk.do(
            lambda: halfsaid.keep(notebook, session=place, step=key, said=said),
            owner=self._owner,
            failed=not_kept,
        )
