"""A drawing as a picture that can be kept with a plan and printed."""

import io

from app.model import drawing as drawing_
from app.model.drawing import PAPER, SHEET, Drawing
from app.model.pictures import Picture

_FINER = 2
"""Drawn so many times as large and made smaller, which makes its edges smooth."""


def as_picture(drawing: Drawing) -> Picture:
    """The drawing on white paper, as PNG. The same drawing gives the same bytes."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - 60 ms that starting up need not pay

    image = Image.new("RGB", (SHEET[0] * _FINER, SHEET[1] * _FINER), PAPER)
    draw = ImageDraw.Draw(image)
    for stroke in drawing_.seen(drawing):
        places = [(x * _FINER, y * _FINER) for x, y in stroke.places]
        width = stroke.width * _FINER
        if len(places) > 1:
            draw.line(places, fill=stroke.colour, width=width, joint="curve")
        for x, y in (*places[:1], *places[-1:]):
            half = width / 2
            draw.ellipse((x - half, y - half, x + half, y + half), fill=stroke.colour)
    out = io.BytesIO()
    image.resize(SHEET, Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return Picture(media_type="image/png", data=out.getvalue())
