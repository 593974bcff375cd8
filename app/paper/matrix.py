"""Codes that a scanner reads: a pattern of dots (Data Matrix) beside a sentence, and on each page.

What stands in them is in :mod:`app.model.pack_marks`.
"""

from typing import Any

import zxingcpp

from app.model.pack_marks import DOTS_HIGH, DOTS_WIDE
from app.paper.sheet import MM

SENTENCE_DOT = 12 * MM / DOTS_WIDE
"""Points: 12 mm wide in all, the least that is read from a phone's photo of a whole page."""
PAGE_DOT = 18 * MM / DOTS_WIDE
_PATTERN = 27
"""12 by 26 dots, as the encoder numbers the sizes. Left to itself it takes another one where many
digits happen to stand together."""


def matrix(text: str) -> tuple[str, ...]:
    """The dots of a code, row by row, ``#`` for a black one.

    Raises:
        ValueError: it is too long for the pattern that all codes have.

    """
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.DataMatrix, version=_PATTERN)
    image: Any = made.to_image(scale=1, add_quiet_zones=False)
    dots: Any = memoryview(image).tolist()
    rows = tuple("".join(" " if dot else "#" for dot in row) for row in dots)
    if (len(rows), len(rows[0])) != (DOTS_HIGH, DOTS_WIDE):
        raise ValueError(f"{text} does not fit the pattern of a code")
    return rows
