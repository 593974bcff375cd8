"""Photos made ready for paper: upright, no larger than print needs, and nothing but the picture.

A photo from a telephone holds where and when it was taken. None of that goes into a printout.
"""

import dataclasses
import io
import warnings
import zlib

from PIL import Image, ImageOps, UnidentifiedImageError

from app.paper.svgpath import BadDrawingError

_DOTS_PER_POINT = 200 / 72
"""Of a photo as large as the cover's; beside a sentence it is set finer."""
_QUALITY = 85
_FEW_COLOURS = 256
"""A drawing with so few colours is kept exactly; JPEG would smear its lines."""


@dataclasses.dataclass(frozen=True, slots=True)
class Photo:
    """The dots of a photo as they go into a PDF.

    Attributes:
        filter: the PDF filter that reads ``content``.

    """

    width: int
    height: int
    content: bytes
    filter: str


def read_photo(data: bytes, *, longest: float) -> Photo:
    """Make a photo ready to be printed.

    Args:
        data: a PNG or JPEG file.
        longest: its longer side on paper, in points.

    Raises:
        BadDrawingError: it is no PNG or JPEG, is damaged, or is too large to be opened safely.

    """
    most = round(longest * _DOTS_PER_POINT)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
                exact = opened.format == "PNG"
                shrink = most / max(opened.size)
                opened.draft("RGB", (int(opened.width * shrink), int(opened.height * shrink)))
                upright = ImageOps.exif_transpose(opened)
                image = _on_white(upright)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise BadDrawingError(str(error)) from error
    if exact and image.getcolors(_FEW_COLOURS) is not None and max(image.size) <= most:
        return Photo(*image.size, zlib.compress(image.tobytes()), "FlateDecode")
    image.thumbnail((most, most), Image.Resampling.BICUBIC)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Photo(*image.size, out.getvalue(), "DCTDecode")


def _on_white(image: Image.Image) -> Image.Image:
    """The dots alone, on the white of the paper where they let it through."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        seen = image.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(ground, seen).convert("RGB")
    plain = Image.new("RGB", image.size)
    plain.paste(image.convert("RGB"))
    return plain
