"""A line whose words are kept as they are typed, and come back after a power cut."""

from PySide6.QtCore import QSignalBlocker, QTimer

from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.usecases import halfsaid
from ui.context import Context
from ui.parts.fields import Field
from ui.parts.writing import KEEP_TYPING_MS


class KeptLine(Field):
    """A labelled line.

    Args:
        ctx: what every part is handed.
        label: what is asked for.
        place: the session, or the person where there is none.
        key: what the words are kept under.
        text: what stands there when nothing was half typed.

    """

    def __init__(
        self, ctx: Context, label: str, *, place: RecordId, key: str, text: str = ""
    ) -> None:
        super().__init__(ctx, label, text=text)
        self._place, self._key = place, key
        self._kept = text
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEEP_TYPING_MS)
        self._pause.timeout.connect(self.keep_now)
        self.line.textChanged.connect(self._typed)
        notebook = ctx.open_notebook
        ctx.desk.do(
            lambda: halfsaid.read(notebook, session=place, step=key),
            owner=self,
            then=self._bring_back,
        )

    def keep_now(self) -> None:
        """Keep what stands here."""
        self._pause.stop()
        if self.text != self._kept:
            self._kept = self.text
            self._keep(HalfSaid(words=self.text))

    def forget(self) -> None:
        """The words were taken: nothing is half typed here any more."""
        self._pause.stop()
        self._kept = self.text
        self._keep(HalfSaid())

    def _keep(self, said: HalfSaid) -> None:
        if self.ctx.open_notebook.read_only:
            return
        notebook, place, key = self.ctx.open_notebook, self._place, self._key
        self.ctx.desk.do(
            lambda: halfsaid.keep(notebook, session=place, step=key, said=said), owner=self
        )

    def _bring_back(self, said: HalfSaid) -> None:
        if said.words and self.text == self._kept:
            self._kept = said.words
            with QSignalBlocker(self.line):
                self.line.setText(said.words)

    def _typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()
