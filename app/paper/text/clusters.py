"""Which glyphs stand for which characters: what a document gives back when it is copied or read."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from app.paper.text.fonts import Glyph
from app.paper.text.layout import Piece

_LEFT_OVER = "\u200b"
"""The text of a glyph that is one too many for the characters it stands for."""
_LAM_ALEF = {"لا": "ﻻ", "لأ": "ﻷ", "لإ": "ﻹ", "لآ": "ﻵ"}
"""Readers turn right-to-left glyphs round one by one: this ligature must be one character."""


class Cluster(NamedTuple):
    """The glyphs that stand together for some characters, from left to right.

    Attributes:
        parts: for each glyph, the characters it stands for.
        spelt: whether the parts say the text.

    """

    text: str
    glyphs: tuple[Glyph, ...]
    parts: tuple[str, ...]
    spelt: bool


def clusters(piece: Piece) -> Iterator[Cluster]:
    """The clusters of a piece from left to right."""
    if piece.shown:
        padding = (_LEFT_OVER,) * (len(piece.glyphs) - 1)
        yield Cluster(piece.text, piece.glyphs, (piece.text, *padding), not padding)
        return
    starts = sorted({glyph.cluster for glyph in piece.glyphs})
    ends = dict(zip(starts, [*starts[1:], len(piece.text)], strict=True))
    together: list[Glyph] = []
    for glyph in piece.glyphs:
        if together and together[-1].cluster != glyph.cluster:
            yield _cluster(piece, together, ends)
            together = []
        together.append(glyph)
    if together:
        yield _cluster(piece, together, ends)


def _cluster(piece: Piece, glyphs: list[Glyph], ends: dict[int, int]) -> Cluster:
    start = glyphs[0].cluster
    text = piece.text[start : ends[start]]
    parts, spelt = _spread(text, len(glyphs))
    if piece.level & 1:
        parts.reverse()
    return Cluster(text, tuple(glyphs), tuple(parts), spelt)


def _spread(text: str, glyphs: int) -> tuple[list[str], bool]:
    """Characters shared out over glyphs, and whether that says the text exactly."""
    if glyphs == 1:
        return [_LAM_ALEF.get(text, text)], True
    parts = list(text)
    if len(parts) < glyphs:
        parts = list(unicodedata.normalize("NFD", text))
    if len(parts) > glyphs:
        parts[glyphs - 1 :] = ["".join(parts[glyphs - 1 :])]
    spelt = len(parts) == glyphs
    return parts + [_LEFT_OVER] * (glyphs - len(parts)), spelt
