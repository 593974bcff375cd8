"""A comment box as it was cut out of a scan: for eyes; its words are typed beside it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.model.wording import N_
from ui.context import Context

HIGHEST = 190
"""Pixels: of one box; a whole question needs more."""


class BoxPicture(QLabel):
    """The picture, as wide as there is room, and never larger than it was scanned.

    Args:
        ctx: the window's.
        png: the picture.
        highest: pixels, of what it takes of the screen.

    """

    def __init__(self, ctx: Context, png: bytes, *, highest: int = HIGHEST) -> None:
        super().__init__()
        self._whole = QPixmap()
        self._whole.loadFromData(png, "PNG")
        self.setAccessibleName(ctx.t(N_("A picture of what is written on the paper")))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._highest = highest
        self._fit(self._whole.width())

    def resizeEvent(self, event: object) -> None:
        """Draw it for the room there is."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        if self._whole.isNull():
            return
        room = QSize(min(width, self._whole.width()), min(self._highest, self._whole.height()))
        mode = Qt.TransformationMode.SmoothTransformation
        drawn = self._whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, mode)
        self.setPixmap(drawn)
        self.setFixedHeight(max(1, drawn.height()))
