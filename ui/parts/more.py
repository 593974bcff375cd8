"""The card that brings up the rest of a long list."""

from app.model.ids import PictureRef
from ui.context import Context
from ui.parts.pressable import Pressable


def more_card(ctx: Context, left: int, *, picture: PictureRef | None = None) -> Pressable:
    """Says how many more there are; who makes it says what pressing it does.

    Args:
        ctx: what every part is handed.
        left: how many are not shown yet.
        picture: stands beside the words.

    """
    words = ctx.words.tn("Show {n} more", "Show {n} more", left)
    card = Pressable(ctx, words, picture=picture, picture_px=30, dashed=True)
    card.setObjectName("more")
    return card
