"""What can be done on a screen: the one deed it is for, and cards for several of equal weight."""

from collections.abc import Callable

from app.model.ids import PictureRef
from ui.context import Context
from ui.parts.pressable import Pressable


def main_deed(
    ctx: Context, name: str, words: str, picture: PictureRef, press: Callable[[], None]
) -> Pressable:
    """The filled button that does what the screen is for; ``name`` is how tests find it."""
    deed = Pressable(ctx, words, picture=picture, picture_px=40, role="action", size="button")
    deed.setObjectName(name)
    deed.clicked.connect(press)
    return deed


def deed_card(
    ctx: Context, name: str, words: str, picture: PictureRef, press: Callable[[], None]
) -> Pressable:
    """A card with a large picture above its words; four of them stand side by side."""
    card = Pressable(
        ctx,
        words,
        picture=picture,
        picture_px=84,
        arrange="above",
        size="button",
        widest=round(290 * max(1.0, ctx.look.percent / 125)),
    )
    card.setObjectName(name)
    card.clicked.connect(press)
    return card
