"""A sentence with what can be done about it beside it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout

from app.model.ids import PictureRef
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.page import Page
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.words import Words

_FACE = 44


class Deed(NamedTuple):
    """What can be done about a sentence."""

    name: str
    words: str
    picture: PictureRef
    press: Callable[[], None]


def told_line(
    ctx: Context, page: Page, told: str, deed: Deed | None, *, face: PictureRef | None = None
) -> None:
    """Put a sentence on a page; for a screen reader what can be done about it says it too.

    Args:
        ctx: what every part is handed.
        page: where it stands.
        told: the sentence.
        deed: what stands beside it; None for nothing.
        face: whom it is about.

    """
    row = Flow(gap=8)
    said = Words(ctx, told, size="label", bold=False)
    row.addWidget(said)
    if face is None:
        page.add_row(row)
    else:
        beside = QHBoxLayout()
        beside.addWidget(PictureOnly(ctx, face, _FACE))
        beside.addLayout(row, 1)
        page.add_row(beside)
    page.read.append(said)
    if deed is None:
        return
    button = Pressable(ctx, ctx.t(deed.words), picture=deed.picture, picture_px=30, size="note")
    button.setObjectName(deed.name)
    button.setAccessibleName(f"{ctx.t(deed.words)}. {told}")
    button.clicked.connect(deed.press)
    row.addWidget(button)
    page.read.append(button)
