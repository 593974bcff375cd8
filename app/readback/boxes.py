"""Cutting the comment boxes out of a page, and looking how much of each is written over.

How much is only shown: a person looks at the picture, decides what it says, and types it.
"""

import io
from collections.abc import Iterable, Iterator

from PIL import Image, ImageChops, ImageFilter

from app.model.home_sheets import TickLine
from app.model.packs import MARKS, Area, Mark, PackLine
from app.readback.flat import View
from app.readback.marks import A4_HIGH, cut
from app.readback.protocol import Box, CardBox

_DOTS = 200 / 72
_AROUND = 5.0
"""Points around a box that are shown with it: a pen does not stop at a line."""
_INSIDE_BOX, _INSIDE_TICK = 3.5, 2.8
"""Points within a border that are not looked at for ink."""
_DARKER = 48
"""Of 255: so much darker than the paper around it is ink."""
_COARSE = 8
_BORDER_NEAR = 2.0
"""Points: a border farther off would be taken for ink, so that nothing is said of ticks."""
_BORDER_DARKER = 24
"""Of 255, over the whole of a side; a pen or words beside it darken only a part."""
_TICKED = 0.03


def boxes(image: Image.Image, view: View, pack: str, lines: Iterable[PackLine]) -> Iterator[Box]:
    """The box of each sentence on a page.

    Where its borders are not where they were printed, the page does not lie quite as it seems to:
    a person looks at the picture, and nothing is said of ticks.

    Args:
        image: the picture of the page, in greys.
        view: how the page lies in it.
        pack: the signs of its pack.
        lines: the sentences on this page.

    """
    for line in lines:
        squares = (line.box, *line.ticks)
        sure = all(_is_there(image, view, each) for each in squares)
        ticks = tuple(round(_ink(image, view, each, _INSIDE_TICK), 4) for each in line.ticks)
        yield Box(
            pack=pack,
            code=line.code,
            picture=_png(_area(image, view, _around(line), -_AROUND)),
            ink=round(_ink(image, view, line.box, _INSIDE_BOX), 4),
            ticks=ticks,
            marked=_marked(ticks) if sure else (),
        )


def cards(
    image: Image.Image, view: View, pack: str, lines: Iterable[TickLine]
) -> Iterator[CardBox]:
    """Each card of a board on a page, with its squares; told like :func:`boxes`."""
    for line in lines:
        yield CardBox(
            pack=pack,
            card=line.card,
            picture=_png(_area(image, view, line.row, -_AROUND)),
            inks=tuple(round(_ink(image, view, each, _INSIDE_TICK), 4) for each in line.squares),
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


def _is_there(image: Image.Image, view: View, area: Area) -> bool:
    """Whether each of the four sides of a box is seen close to its place."""
    part = _area(image, view, area, -_BORDER_NEAR)
    wide, high = part.size
    deep = round(2 * _BORDER_NEAR * _DOTS)
    across = ((0, 0, wide, deep), (0, high - deep, wide, high))
    along = ((0, 0, deep, high), (wide - deep, 0, wide, high))
    profiles = [
        *(part.crop(each).resize((1, deep), Image.Resampling.BOX) for each in across),
        *(part.crop(each).resize((deep, 1), Image.Resampling.BOX) for each in along),
    ]
    shades = [each.tobytes() for each in profiles]
    return all(max(each) - min(each) > _BORDER_DARKER for each in shades)


def _ink(image: Image.Image, view: View, area: Area, inside: float) -> float:
    """How much of an area is darker than the paper around it; shade over a photo is not."""
    part = _area(image, view, area, inside)
    small = part.resize((max(1, part.width // _COARSE), max(1, part.height // _COARSE)))
    paper = small.filter(ImageFilter.MaxFilter(5)).resize(part.size, Image.Resampling.BILINEAR)
    darker = ImageChops.subtract(paper, part).histogram()
    return sum(darker[_DARKER:]) / (part.width * part.height)


def _area(image: Image.Image, view: View, area: Area, inside: float) -> Image.Image:
    return cut(
        image,
        view,
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
