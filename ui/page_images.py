"""Pages of a file as Qt draws them, on screen and for a printer alike."""

from PySide6.QtGui import QImage

from app.paper import pages


def image_of(pdf: bytes, page: int, *, wide: int) -> QImage:
    """A page, so many dots wide; may be called in any thread."""
    drawn = pages.drawn(pdf, page, wide=wide)
    image = QImage(drawn.dots, drawn.width, drawn.height, drawn.row, QImage.Format.Format_RGB32)
    return image.copy()  # with dots of its own
