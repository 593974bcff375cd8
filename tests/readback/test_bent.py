"""A page that does not lie flat: what is known of some points tells of those between them."""

import itertools
import math

from PIL import Image, ImageDraw

from app.model.packs import Area
from app.readback.bent import Bent
from app.readback.borders import settle
from app.readback.flat import View
from app.readback.marks import A4_HIGH

DOTS = 4.0
FLAT = View((DOTS, 0.0, 0.0, 0.0, DOTS, 0.0, 0.0, 0.0))
BOX = Area(left=100.0, bottom=A4_HIGH - 148.0, wide=400.0, high=48.0)
SQUARE = Area(left=100.0, bottom=A4_HIGH - 90.0, wide=16.0, high=16.0)


def _bent(x: float, y: float) -> tuple[float, float]:
    """Where a point of a page lies that rises in the middle, in points."""
    return x + 3.0 + 4.0 * math.sin(y / 250), y + 6.0 * math.sin((x - 100) / 180)


def _drawn(*areas: Area) -> Image.Image:
    image = Image.new("L", (2_400, 1_000), 230)
    pen = ImageDraw.Draw(image)
    for area in areas:
        left, upper = area.left, A4_HIGH - area.bottom - area.high
        corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
        for (a, b), (c, d) in itertools.pairwise(corners):
            line = [
                _bent(
                    left + area.wide * (a + (c - a) * at / 50),
                    upper + area.high * (b + (d - b) * at / 50),
                )
                for at in range(51)
            ]
            pen.line([(x * DOTS, y * DOTS) for x, y in line], fill=30, width=5)
    return image


def _off(page: Bent, x: float, y: float) -> float:
    there = page.at((x, y))
    right = _bent(x, y)
    return math.dist(there, (right[0] * DOTS, right[1] * DOTS)) / DOTS


def test_what_is_learnt_holds_there_and_near() -> None:
    page = Bent(FLAT)
    for x in range(0, 600, 40):
        for y in range(0, 800, 40):
            page.learn((x, y), tuple(DOTS * each for each in _bent(x, y)))
    assert max(_off(page, x, y) for x in range(20, 540, 37) for y in range(20, 740, 53)) < 0.3


def test_of_how_far_down_alone_nothing_is_learnt_to_the_side() -> None:
    page = Bent(FLAT)
    page.learn((100.0, 100.0), (500.0, 420.0), axes=(1,))
    assert page.at((100.0, 100.0)) == (400.0, 420.0)


def test_the_borders_of_a_long_box_are_followed_where_it_bends() -> None:
    page, image = Bent(FLAT), _drawn(SQUARE, BOX)
    assert settle(image, page, SQUARE)
    assert settle(image, page, BOX)
    assert max(_off(page, x, y) for x in range(100, 501, 25) for y in (100, 124, 148)) < 1.0


def test_a_square_with_writing_across_it_is_found_and_bare_paper_is_none() -> None:
    page, image = Bent(FLAT), _drawn(SQUARE)
    ImageDraw.Draw(image).line((380, 300, 520, 370), fill=20, width=9)
    assert settle(image, page, SQUARE)
    assert _off(page, 108.0, 82.0) < 0.6
    assert not settle(image, Bent(FLAT), BOX)


def test_a_part_of_a_bent_page_is_cut_out_straight() -> None:
    page, image = Bent(FLAT), _drawn(SQUARE, BOX)
    settle(image, page, SQUARE)
    settle(image, page, BOX)
    part = page.cut(image, left=110.0, top=98.0, wide=380.0, high=4.0, dots=2.0)
    assert all(part.getpixel((x, 4)) < 120 for x in range(0, 760, 40))
