"""Pages as a scanner or a phone sees them: turned, blurred, noisy, from the side, in shade."""

import io
import random

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from app.model.packs import Area

A4_HIGH = 841.89


def pages(pdf: bytes, *, dpi: float = 200) -> list[Image.Image]:
    """The pages in greys."""
    document = pypdfium2.PdfDocument(pdf)
    found = [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    document.close()
    return found


PEN = (40, 1.3)
PENCIL = (125, 1.1)
"""How light on white paper, of 255, and how many points wide a stroke is; pressed softly."""


def write(
    image: Image.Image, area: Area, *, seed: int = 1, stroke: tuple[int, float] = PEN
) -> None:
    """Something like a line of handwriting in a box, or a cross in a small one."""
    fill, thick = stroke
    dots = image.height / A4_HIGH
    left, top = area.left * dots, (A4_HIGH - area.bottom - area.high) * dots
    wide, high = area.wide * dots, area.high * dots
    pen, chance = ImageDraw.Draw(image), random.Random(seed)
    width = max(2, round(thick * dots))
    if wide < high * 2:
        pen.line((left, top, left + wide, top + high), fill=fill, width=width)
        pen.line((left + wide, top, left, top + high), fill=fill, width=width)
        return
    points = [
        (left + wide * (0.05 + 0.6 * at / 120), top + high * (0.5 + 0.3 * chance.uniform(-1, 1)))
        for at in range(120)
    ]
    pen.line(points, fill=fill, width=width)


def scan(image: Image.Image, *, degrees: float = 3.0, seed: int = 1, quality: int = 55) -> bytes:
    """As a flat-bed scanner gives it: JPEG, turned, with noise."""
    turned = image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return _jpeg(noisy(turned.filter(ImageFilter.GaussianBlur(0.6)), seed, 10), quality)


def photo(image: Image.Image, *, seed: int = 1, quality: int = 70) -> bytes:
    """As a phone gives it: 12 million dots, from the side, on a table, with shade over it."""
    wide, high = 3000, 4000
    chance = random.Random(seed)

    def near(x: float, y: float) -> tuple[float, float]:
        return x * wide + chance.uniform(-60, 60), y * high + chance.uniform(-60, 60)

    corners = (near(0.13, 0.08), near(0.88, 0.11), near(0.94, 0.93), near(0.06, 0.90))
    right, lower = float(image.width), float(image.height)
    terms = perspective(corners, ((0.0, 0.0), (right, 0.0), (right, lower), (0.0, lower)))
    seen = image.transform(
        (wide, high), Image.Transform.PERSPECTIVE, terms, Image.Resampling.BICUBIC, fillcolor=120
    )
    turned = Image.linear_gradient("L").rotate(chance.uniform(20, 70))
    shade = turned.crop((60, 60, 196, 196)).resize((wide, high), Image.Resampling.BICUBIC)
    dim = ImageChops.multiply(seen, shade.point(lambda level: 130 + level * 110 // 255))
    return _jpeg(noisy(dim.filter(ImageFilter.GaussianBlur(1.0)), seed, 9), quality)


def noisy(image: Image.Image, seed: int, strength: int) -> Image.Image:
    """With the noise of a sensor."""
    random.seed(seed)
    noise = Image.effect_noise(image.size, strength)
    return ImageChops.add(image, noise, 1, -128)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def perspective(
    corners: tuple[tuple[float, float], ...], others: tuple[tuple[float, float], ...]
) -> tuple[float, ...]:
    """The terms that lead from four corners to four others, as Pillow asks."""
    rows = []
    for (x, y), (u, v) in zip(corners, others, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for at in range(8):
        best = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        for row in range(8):
            if row != at:
                factor = rows[row][at] / rows[at][at]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[at], strict=True)]
    return tuple(rows[at][8] / rows[at][at] for at in range(8))
