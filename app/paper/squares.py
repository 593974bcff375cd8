"""A square to be ticked with a pencil."""

from app.model.packs import Area
from app.paper.sheet import Sheets

_LINE = 1.5


def square(sheets: Sheets, *, start: float, top: float, side: float, edge: str) -> Area:
    """Draw a square, and say where it is on the paper, whichever way lines run."""
    sheets.card(
        start=start, top=top, wide=side, high=side, fill="#FFFFFF", edge=edge, line=_LINE,
        radius=0.0,
    )  # fmt: skip
    return sheets.on_paper(start=start, top=top, wide=side, high=side)
