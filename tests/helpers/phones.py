"""Photos of pages as phones take them, and where each point of the page truly lies in them.

The page does not lie flat: it was folded, or a corner of it rises. What rises is seen elsewhere,
the farther the phone leans. Over it fall the shade of the room and of a hand; the table has grain.
"""

import dataclasses
import functools
import io
import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.helpers import scans

A4 = (595.28, 841.89)
_AWAY = 1_150.0
"""Points: how far off a phone is held, 40 cm."""
_CELL = 50
_TABLE = 105
Point = tuple[float, float]


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """How a photo is taken.

    Attributes:
        rises: how many points the paper rises at most from the table.
        turned: by how many degrees the page lies turned in the photo.
        hand: how much of the light a hand takes away where its shade falls, from 0 to 1.
        blur: in dots.
        moved: how far below the middle the page lies, in parts of the photo.

    """

    rises: float = 0.0
    turned: float = 0.0
    hand: float = 0.0
    blur: float = 1.0
    noise: int = 9
    quality: int = 70
    size: tuple[int, int] = (3000, 4000)
    moved: float = 0.0
    fills: float = 1.0


@dataclasses.dataclass(frozen=True, slots=True)
class Lie:
    """Where a page lies in a photo: seen from the side, and bent."""

    terms: tuple[float, ...]
    rises: float
    leans: Point
    fold: tuple[float, float, float]
    corner: Point

    def at(self, point: Point) -> Point:
        """Where a point of the page is seen; points are counted from its upper left corner."""
        return _through(self.terms, self._flat(point))

    def back(self, seen: Point, inverse: tuple[float, ...]) -> Point:
        """Which point of the page is seen there."""
        flat = _through(inverse, seen)
        point = flat
        for _ in range(6):
            shifted = self._flat(point)
            point = (point[0] + flat[0] - shifted[0], point[1] + flat[1] - shifted[1])
        return point

    def _flat(self, point: Point) -> Point:
        high = self._high(point)
        return (
            point[0] + high * (self.leans[0] + (point[0] - A4[0] / 2) / _AWAY),
            point[1] + high * (self.leans[1] + (point[1] - A4[1] / 2) / _AWAY),
        )

    def _high(self, point: Point) -> float:
        angle, long, begins = self.fold
        along = point[0] * math.cos(angle) + point[1] * math.sin(angle)
        wave = 0.5 + 0.5 * math.sin(begins + math.tau * along / long)
        near = max(0.0, 1 - math.dist(point, self.corner) / 420)
        return self.rises * (0.7 * wave + 0.6 * near * near)


def photo(image: Image.Image, taken: Taken, *, seed: int) -> tuple[bytes, Lie]:
    """A photo of a page, as JPEG, and how the page lies in it.

    Args:
        image: of the whole page, A4, in greys.
        taken: how the photo is taken.
        seed: by which chance decides the rest.

    """
    chance = random.Random(seed)
    lie = _lie(taken, chance)
    picture = _table(taken.size, seed)
    _lay(picture, image, lie)
    lit = ImageChops.multiply(picture, _light(taken, chance))
    out = io.BytesIO()
    blurred = lit.filter(ImageFilter.GaussianBlur(taken.blur))
    scans.noisy(blurred, seed, taken.noise).save(out, "JPEG", quality=taken.quality)
    return out.getvalue(), lie


def _lie(taken: Taken, chance: random.Random) -> Lie:
    wide, high = taken.size
    turn = complex(math.cos(math.radians(taken.turned)), math.sin(math.radians(taken.turned)))
    corners = []
    for x, y in ((0.13, 0.08), (0.88, 0.11), (0.94, 0.93), (0.06, 0.90)):
        near = complex((x - 0.5) * wide, (y - 0.5) * high) * taken.fills
        near += complex(chance.uniform(-0.02, 0.02) * wide, chance.uniform(-0.015, 0.015) * high)
        place = near * turn + complex(0.5 * wide, (0.5 + taken.moved) * high)
        corners.append((place.real, place.imag))
    return Lie(
        terms=scans.perspective(_PAGE, tuple(corners)),
        rises=taken.rises,
        leans=(chance.uniform(-0.25, 0.25), chance.uniform(-0.4, 0.4)),
        fold=(chance.uniform(-0.4, 2.0), chance.uniform(500, 1_100), chance.uniform(0, math.tau)),
        corner=chance.choice(_PAGE),
    )


_PAGE = ((0.0, 0.0), (A4[0], 0.0), A4, (0.0, A4[1]))


def _lay(picture: Image.Image, image: Image.Image, lie: Lie) -> None:
    """Draw the page where it lies, in small pieces."""
    dots = image.height / A4[1]
    inverse = scans.perspective(tuple(_through(lie.terms, at) for at in _PAGE), _PAGE)

    @functools.cache
    def source(x: int, y: int) -> Point:
        point = lie.back((x, y), inverse)
        return point[0] * dots, point[1] * dots

    outline = [lie.at(at) for at in _edge()]
    left = max(0, math.floor(min(x for x, _ in outline)))
    top = max(0, math.floor(min(y for _, y in outline)))
    right = min(picture.width, math.ceil(max(x for x, _ in outline)))
    bottom = min(picture.height, math.ceil(max(y for _, y in outline)))
    pieces = []
    for y in range(top, bottom, _CELL):
        for x in range(left, right, _CELL):
            x1, y1 = min(x + _CELL, right), min(y + _CELL, bottom)
            quad = (*source(x, y), *source(x, y1), *source(x1, y1), *source(x1, y))
            pieces.append(((x - left, y - top, x1 - left, y1 - top), quad))
    size = (right - left, bottom - top)
    drawn = image.transform(size, Image.Transform.MESH, pieces, Image.Resampling.BICUBIC)
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    picture.paste(drawn, (left, top), mask.crop((left, top, right, bottom)))


def _edge() -> list[Point]:
    steps = [each / 30 for each in range(30)]
    wide, high = A4
    return [
        *((wide * at, 0.0) for at in steps), *((wide, high * at) for at in steps),
        *((wide - wide * at, high) for at in steps), *((0.0, high - high * at) for at in steps),
    ]  # fmt: skip


def _table(size: tuple[int, int], seed: int) -> Image.Image:
    """Something like wood."""
    random.seed(seed)
    grain = Image.effect_noise((size[0] // 40, size[1] // 4), 60).resize(size)
    return grain.point(lambda level: _TABLE + (level - 128) // 3)


def _light(taken: Taken, chance: random.Random) -> Image.Image:
    """The light of the room, from one side, and the shade of a hand that holds the phone."""
    wide, high = taken.size
    turned = Image.linear_gradient("L").rotate(chance.uniform(0, 360))
    light = turned.crop((60, 60, 196, 196)).resize((wide // 10, high // 10))
    light = light.point(lambda level: 130 + level * 110 // 255)
    shade = Image.new("L", light.size, 255)
    draw = ImageDraw.Draw(shade)
    level = round(255 * (1 - taken.hand))
    x, y = chance.uniform(0.25, 0.8) * shade.width, chance.uniform(0.35, 0.8) * shade.height
    draw.ellipse((x, y, x + 0.9 * shade.width, y + 0.5 * shade.height), fill=level)
    for finger in range(4):
        up = y + 12 + finger * 0.09 * shade.height
        draw.line(
            (x + 40, up + 15, x - 0.2 * shade.width, up), fill=level, width=round(shade.width / 16)
        )
    shade = shade.filter(ImageFilter.GaussianBlur(4))
    return ImageChops.multiply(light, shade).resize((wide, high), Image.Resampling.BICUBIC)


def _through(terms: tuple[float, ...], point: Point) -> Point:
    a, b, c, d, e, f, g, h = terms
    x, y = point
    below = g * x + h * y + 1
    return (a * x + b * y + c) / below, (d * x + e * y + f) / below
