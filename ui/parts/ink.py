"""Where the ink of laid out text is: letters of some styles reach far out of their line."""

import functools
import math
from unicodedata import bidirectional

import regex
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

_WIDE = 10_000.0
_BREAKS = regex.compile(r"[\p{Punctuation}\p{Symbol}]+")
"""Within a word, a line may be broken beside these."""
_HARDLY = 1.5, 0.03
"""Px, and share of the size of type: outlines are rounded up, soft edges of round letters reach out
so far, and nobody sees it."""


def ink_of(layout: QTextLayout) -> QRectF:
    """The smallest place that holds all that is drawn of a layout, in px of the layout."""
    ink = QRectF()
    for run in layout.glyphRuns():
        font = run.rawFont()
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            ink = ink.united(font.boundingRect(glyph).translated(at))
    return ink


def beside(text: str, font: QFont) -> int:
    """How far letters of a text may reach out of its line at either end, in px.

    Any word may come to stand at an end of a line, and so may any part of one that a line may be
    broken in, as the name of a folder. In Arabic script it is the joined word that tells; elsewhere
    its first and last letter do, as the foot of a j.
    """
    ends = {end for word in text.split() for end in _ends(word)}
    reach = max((_beside_word(each, *_key(font)) for each in ends), default=0.0)
    return math.ceil(reach) if reach > max(_HARDLY[0], _HARDLY[1] * font.pixelSize()) else 0


def _ends(word: str) -> tuple[str, ...]:
    if any(bidirectional(sign) == "AL" for sign in word):
        return (word,)
    parts = (word, *_BREAKS.split(word))
    return tuple(end for part in parts if part for end in (part[0], part[-1]))


def _key(font: QFont) -> tuple[tuple[str, ...], int, bool]:
    return tuple(font.families()), font.pixelSize(), font.bold()


@functools.lru_cache(4096)
def _beside_word(word: str, families: tuple[str, ...], px: int, bold: bool) -> float:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(px)
    font.setBold(bold)
    left = _laid(word, font, Qt.AlignmentFlag.AlignLeft).left()
    right = _laid(word, font, Qt.AlignmentFlag.AlignRight).right() - _WIDE
    return max(0.0, -left, right)


def _laid(word: str, font: QFont, side: Qt.AlignmentFlag) -> QRectF:
    """Where the ink is at an end of a line: Qt moves letters a little way out of it."""
    layout = QTextLayout(word, font)
    layout.setTextOption(QTextOption(side | Qt.AlignmentFlag.AlignAbsolute))
    layout.beginLayout()
    layout.createLine().setLineWidth(_WIDE)
    layout.endLayout()
    return ink_of(layout)
