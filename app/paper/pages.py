"""The pages of a finished document, drawn: what is seen on screen and printed is the file itself.

PDFium must not be used from two threads at once. Each of these opens and closes the document
within one call, so that nothing of it is left to be tidied away by whichever thread comes next.
"""

import contextlib
import dataclasses
import threading
from collections.abc import Iterator

import pypdfium2

_ONE_AT_A_TIME = threading.Lock()
_SLACK = 0.25
"""Dots; a page is never rounded up to one more than was asked for."""


@dataclasses.dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as dots, from its top row to its lowest.

    Attributes:
        row: bytes of each row.
        dots: four bytes each: blue, green, red, and one that means nothing.

    """

    width: int
    height: int
    row: int
    dots: bytes


def sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(page) for page in range(len(document)))


def drawn(pdf: bytes, page: int, *, wide: int) -> DrawnPage:
    """A page, so many dots wide."""
    with _opened(pdf) as document:
        sheet = document[page]
        width, _ = sheet.get_size()
        dots = sheet.render(scale=(wide - _SLACK) / width, prefer_bgrx=True)
        return DrawnPage(dots.width, dots.height, dots.stride, bytes(dots.buffer))


def words(pdf: bytes) -> str:
    """All that is written in it, as whatever takes text out of a PDF finds it."""
    with _opened(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@contextlib.contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
