"""Cutting the comment boxes out of a page, and looking how much of each is written over.

How much is only shown: a person looks at the picture, decides what it says, and types it.
"""

import io
from collections.abc import Container, Iterable, Iterator

from PIL import Image, ImageFilter

from app.model.home_sheets import TickLine
from app.model.packs import MARKS, Area, Mark, PackLine
from app.readback import shade
from app.readback.bent import Bent
from app.readback.borders import settle
from app.readback.marks import A4_HIGH
from app.readback.protocol import Box, CardBox

_DOTS = 200 / 72
_AROUND = 5.0
"""Points around a box that are shown with it: a pen does not stop at a line."""
_PAPER = 6.0
"""Points around a square that are looked at with it: one that is all black has no paper in it."""
_INSIDE_BOX, _INSIDE_TICK = 5.0, 2.8
"""Points within a border that are not looked at for ink."""
_DARKER = 44
"""Of 200, which is black on white: so dark is ink."""
_TICKED = 0.03


def boxes(
    image: Image.Image, page: Bent, pack: str, lines: Iterable[PackLine], *, read: Container[str]
) -> Iterator[Box]:
    """The box of each sentence on a page, as far as it is in the picture.

    Where no square is found, nobody can say that what would be cut out is this box: it is left
    out, and told of as not read. Where one is missing, or the code beside it was not read, a person
    looks at the picture, and nothing is said of ticks.

    Args:
        image: the picture of the page, in greys.
        page: how the page lies in it; learns more of it.
        pack: the signs of its pack.
        lines: the sentences on this page.
        read: the codes that were read.

    """
    for line in lines:
        found = [settle(image, page, each) for each in line.ticks]
        settle(image, page, line.box)
        if not any(found) or not _is_inside(image, page, _around(line)):
            continue
        sure = all(found) and line.code in read
        ticks = tuple(round(_ink(image, page, each, _INSIDE_TICK), 4) for each in line.ticks)
        yield Box(
            pack=pack,
            code=line.code,
            picture=_png(_area(image, page, _around(line), -_AROUND)),
            ink=round(_ink(image, page, line.box, _INSIDE_BOX), 4),
            ticks=ticks,
            marked=_marked(ticks) if sure else (),
        )


def cards(
    image: Image.Image, page: Bent, pack: str, lines: Iterable[TickLine]
) -> Iterator[CardBox]:
    """Each card of a board on a page, with its squares; told like :func:`boxes`."""
    for line in lines:
        found = [settle(image, page, each) for each in line.squares]
        if not any(found) or not _is_inside(image, page, line.row):
            continue
        yield CardBox(
            pack=pack,
            card=line.card,
            picture=_png(_area(image, page, line.row, -_AROUND)),
            inks=tuple(round(_ink(image, page, each, _INSIDE_TICK), 4) for each in line.squares),
        )


def _around(line: PackLine) -> Area:
    """The box, with the squares above it."""
    parts = (line.box, *line.ticks)
    left, bottom = min(each.left for each in parts), min(each.bottom for each in parts)
    right = max(each.left + each.wide for each in parts)
    top = max(each.bottom + each.high for each in parts)
    return Area(left=left, bottom=bottom, wide=right - left, high=top - bottom)


def _marked(ticks: Iterable[float]) -> tuple[Mark, ...]:
    """The squares that look ticked."""
    return tuple(mark for mark, ink in zip(MARKS, ticks, strict=False) if ink > _TICKED)


def _is_inside(image: Image.Image, page: Bent, area: Area) -> bool:
    """Whether a part of the page is in the picture as a whole."""
    left, lower = area.left, A4_HIGH - area.bottom
    right, upper = left + area.wide, lower - area.high
    seen = [page.at((x, y)) for x in (left, right) for y in (upper, lower)]
    return all(0 <= x <= image.width and 0 <= y <= image.height for x, y in seen)


def _ink(image: Image.Image, page: Bent, area: Area, inside: float) -> float:
    """How much of an area is darker than the paper in it and around it."""
    around = shade.darkness(_area(image, page, area, -_PAPER)).filter(ImageFilter.BoxBlur(1))
    edge = round((inside + _PAPER) * _DOTS)
    dark = around.crop((edge, edge, around.width - edge, around.height - edge))
    return sum(dark.histogram()[_DARKER:]) / (dark.width * dark.height)


def _area(image: Image.Image, page: Bent, area: Area, inside: float) -> Image.Image:
    return page.cut(
        image,
        left=area.left + inside,
        top=A4_HIGH - area.bottom - area.high + inside,
        wide=area.wide - 2 * inside,
        high=area.high - 2 * inside,
        dots=_DOTS,
    )


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
