"""The pages that are printed of a finished board: how it lies, and one to fill in at home."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from app.model.ids import RecordId
from app.model.wording import N_
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.refs import PRINT, WRITE
from ui.parts.saving import save_board, tell_where

_PAGES = (
    ("print-board", N_("Make a page to print"), PRINT, False),
    ("print-to-fill", N_("Sorting board to fill in"), WRITE, True),
)


def board_pages(
    ctx: Context, *, owner: QWidget, board: RecordId, topic: str, tell: Callable[[str], None]
) -> Iterator[Pressable]:
    """A button for each page.

    Args:
        ctx: what every part is handed.
        owner: the widget that asks where to save it.
        board: the board.
        topic: what it is about; the file is called so.
        tell: is given a sentence that says where the page lies.

    """

    saved = tell_where(ctx, tell)
    for name, words, picture, to_fill in _PAGES:
        button = Pressable(ctx, ctx.t(words), picture=picture, picture_px=40)
        button.setObjectName(name)
        button.clicked.connect(
            lambda _=False, to_fill=to_fill: save_board(
                ctx, owner=owner, board=board, topic=topic, to_fill=to_fill, then=saved
            )
        )
        yield button
