"""A line whose words are kept as they are typed, and come back after a power cut."""

from PySide6.QtCore import QSignalBlocker

from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from ui.context import Context
from ui.parts.fields import Field
from ui.parts.keeping import Keeping


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
        self._keeping = Keeping(
            self, ctx, place=place, key=key,
            standing=lambda: HalfSaid(words=self.text), kept=HalfSaid(words=text),
        )  # fmt: skip
        self.line.textChanged.connect(self._keeping.soon)
        self._keeping.bring_back(self._bring_back)

    def keep_now(self) -> None:
        """Keep what stands here."""
        self._keeping.now()

    def forget(self) -> None:
        """The words were taken: nothing is half typed here any more."""
        self._keeping.forget()

    def _bring_back(self, said: HalfSaid) -> None:
        with QSignalBlocker(self.line):
            self.line.setText(said.words)
