"""A sentence with up to three pictures over it, each with the word that it stands for."""

import dataclasses
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from app.model.showing import KeyPicture, as_read, caption
from app.model.statement import Statement
from app.model.wording import N_
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.textblock import TextBlock

_GAP = 18
_UNDER = 4
_BELOW = 10
_WIDEST = 1.6
"""A word may be so much wider than its picture before it wraps."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Placed:
    """The sizes of the row of pictures, where it has a certain width."""

    column: int
    side: int
    words: int

    @property
    def height(self) -> int:
        return self.side + _UNDER + self.words + _BELOW


class KeyWordCard(Pressable):
    """A card whose pictures stand in a row over its words.

    Args:
        ctx: what every part is handed.
        words: the sentence.
        keys: its pictures, each with its word.
        picture_px: how large each is.
        more: what else any card can have.

    """

    def __init__(
        self,
        ctx: Context,
        words: str,
        *,
        keys: tuple[KeyPicture, ...],
        picture_px: int,
        **more: Any,
    ) -> None:
        super().__init__(ctx, words, **more)
        self._keys = keys
        self._side = ctx.look.picture(picture_px)
        self._key_words = [
            TextBlock(caption(key, ctx.words), ctx.look.font("label", bold=True), centre=True)
            for key in keys
        ]

    def heightForWidth(self, width: int) -> int:
        """The height of the row and of the words under it."""
        inner = width - 2 * self._margin() - 2 * self._padding()[0]
        return super().heightForWidth(width) + self._placed(inner).height

    def _content_width(self) -> int:
        each = max(self._side, *(self._wanted(word) for word in self._key_words))
        row = len(self._keys) * each + (len(self._keys) - 1) * _GAP
        return max(super()._content_width(), row)

    def _narrowest(self) -> int:
        longest = max(word.longest_word() for word in self._key_words)
        row = len(self._keys) * longest + (len(self._keys) - 1) * _GAP
        around = 2 * self._margin() + 2 * self._padding()[0]
        return max(super()._narrowest(), row + around)

    def _wanted(self, word: TextBlock) -> int:
        return max(word.longest_word(), min(word.natural_width(), round(self._side * _WIDEST)))

    def _placed(self, inner: int) -> _Placed:
        n = len(self._keys)
        wanted = max(self._side, *(self._wanted(word) for word in self._key_words))
        column = max(1, min(wanted, (inner - (n - 1) * _GAP) // n))
        high = max(word.height(column) for word in self._key_words)
        return _Placed(column, min(self._side, column), high)

    def _draw_beside(self, painter: QPainter, inner: QRectF, ink: QColor) -> None:
        placed = self._placed(int(inner.width()))
        for at, key in enumerate(self._keys):
            off = at * (placed.column + _GAP)
            left = inner.right() - off - placed.column if self._mirrored() else inner.left() + off
            middle = left + (placed.column - placed.side) / 2
            self._draw_picture(
                painter, key.picture, QPoint(int(middle), int(inner.top())), placed.side
            )
            under = int(inner.top()) + placed.side + _UNDER
            self._key_words[at].draw(
                painter, QRect(int(left), under, placed.column, placed.words), ink,
                self._mirrored(),
            )  # fmt: skip
        super()._draw_beside(painter, inner.adjusted(0, placed.height, 0, 0), ink)


def words_of(ctx: Context, said: Statement) -> str:
    """The words of a sentence; where it is a recording alone, that they are to be written."""
    return said.original or ctx.t(N_("Words to be written"))


def sentence_card(ctx: Context, said: Statement, *, picture_px: int, **more: Any) -> Pressable:
    """A sentence with its pictures as the person likes them: none, one, or those of key words."""
    keys = ctx.said(said)
    if any(key.word for key in keys):
        keys = as_read(keys, said, right_to_left=ctx.words.right_to_left)
        return KeyWordCard(ctx, said.original, keys=keys, picture_px=picture_px, **more)
    picture = keys[0].picture if keys else None
    return Pressable(ctx, words_of(ctx, said), picture=picture, picture_px=picture_px, **more)
