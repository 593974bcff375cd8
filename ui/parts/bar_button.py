"""A button of a bar: its picture, with as many of its words beside it as there is room for."""

from app.model.ids import PictureRef
from ui.context import Context
from ui.parts.pressable import Pressable, Role
from ui.parts.textblock import TextBlock

_PICTURE_ALONE = 8
"""Px at either side of a picture that stands alone."""


class BarButton(Pressable):
    """A picture with words beside it; what it does not show of them is its tooltip.

    Attributes:
        said: all of its words, as a screen reader says them.

    """

    def __init__(
        self,
        ctx: Context,
        words: str,
        picture: PictureRef,
        *,
        picture_px: int = 34,
        size: str = "bar",
        bold: bool | None = None,
        role: Role = "plain",
        after: bool = False,
    ) -> None:
        super().__init__(
            ctx,
            words,
            picture=picture,
            picture_px=picture_px,
            size=size,
            bold=bold,
            role=role,
            after=after,
        )
        self.said = words

    def say(self, words: str) -> None:
        """Say something else in the same place, in words if it had any."""
        wordy = bool(self.words)
        self.said = words
        self.setAccessibleName(words)
        self.show_words(words if wordy else "")

    def show_words(self, words: str) -> None:
        """Show these of its words, or with none the picture alone."""
        self.setText(words)
        self.setToolTip("" if words == self.said else self.said)
        self._words = TextBlock(words, self._plain_font, centre=not self._picture)
        self._chosen = TextBlock(words, self._bold_font)
        self.updateGeometry()
        self.update()

    def show_picture(self, picture: PictureRef | None) -> None:
        """Show this picture beside the words, or with none the words in the middle."""
        super().show_picture(picture)
        self._words.set_centre(picture is None)

    def width_with(self, words: str, *, picture: bool = True) -> int:
        """How wide it is with these words on one line."""
        return TextBlock(words, self._bold_font).natural_width() + self._around(picture)

    def width_without(self) -> int:
        """How wide it is with its picture alone."""
        least = TextBlock("", self._bold_font).longest_word()
        return least + self._picture_px + 2 * self._margin() + 2 * _PICTURE_ALONE

    def width_on_two_lines(self, words: str, *, picture: bool = True) -> int:
        """How wide it is with these words on two lines."""
        each = words.split()
        breaks = range(1, len(each)) or range(1)
        return min(
            max(self.width_with(" ".join(half), picture=picture) for half in (each[:at], each[at:]))
            for at in breaks
        )

    def least_width_with(self, words: str, *, picture: bool = True) -> int:
        """How wide it is with none of these words cut in two."""
        return TextBlock(words, self._bold_font).longest_word() + self._around(picture)

    def _around(self, picture: bool) -> int:
        aside = self._picture_px + self._picture_gap() if picture else 0
        return aside + 2 * self._margin() + 2 * super()._padding()[0]

    def _padding(self) -> tuple[int, int]:
        across, down = super()._padding()
        return (across if self._words.text else _PICTURE_ALONE), down

    def _aside(self) -> int:
        if self._words.text or not self._picture:
            return super()._aside()
        return self._picture_px
