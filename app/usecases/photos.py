"""Photos: taking one in from a file, small, upright, and without what the camera wrote into it."""

import io
import warnings
from typing import TYPE_CHECKING

from app.model.errors import BadPictureError, TooLargePictureError
from app.model.ids import PictureRef
from app.model.pictures import Picture
from app.model.wording import N_
from app.usecases.ports import Notebook

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 1600
"""Pixels: sharp when it fills a card on screen or a third of a printed page."""

MOST_PIXELS = 80_000_000
"""A larger photo would need more memory than a small laptop has to spare."""

_FORMATS = {
    "image/png": ("PNG",),
    "image/jpeg": ("JPEG",),
}
_TAKEN_IN = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")


def clean_photo(data: bytes) -> Picture:
    """A photo ready to keep: turned upright, at most 1600 pixels long, and nothing but the picture.

    Where and when it was taken, and by which camera, is dropped. A photo that can be seen through
    becomes PNG, any other JPEG.

    Raises:
        TooLargePictureError: it has more than 80 million pixels.
        BadPictureError: it is not a picture, or is damaged.

    """
    opened = _open(data, _TAKEN_IN)
    try:
        return _encoded(_small(_upright(opened)))
    except Exception as error:  # its decoders raise nearly anything on a damaged file
        raise _damaged() from error


def add_photo(notebook: Notebook, *, data: bytes) -> PictureRef:
    """Keep a photo in the notebook.

    Raises:
        BadPictureError: see :func:`clean_photo`.

    """
    picture = clean_photo(data)
    with notebook.unit_of_work() as work:
        ref = work.media.put(picture)
        work.commit()
    return ref


def check_photo(picture: Picture) -> None:
    """Make sure that a photo from elsewhere is what it says, and can be drawn.

    Raises:
        BadPictureError: it is not.

    """
    opened = _open(picture.data, _FORMATS.get(picture.media_type, ()))
    try:
        opened.load()
    except Exception as error:  # its decoders raise nearly anything on a damaged file
        raise _damaged() from error


def _open(data: bytes, formats: tuple[str, ...]) -> "Image":
    from PIL import Image  # noqa: PLC0415 - 60 ms that starting up need not pay

    try:
        with warnings.catch_warnings():
            # Our own limit, below, is lower than the one it warns of.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=formats)
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except Exception as error:
        raise BadPictureError(
            N_("That file is not a picture that can be used. Please choose a PNG or JPEG file.")
        ) from error
    if opened.width * opened.height > MOST_PIXELS:
        raise _too_large()
    return opened


def _upright(image: "Image") -> "Image":
    from PIL import ImageOps  # noqa: PLC0415

    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image.load()
    return ImageOps.exif_transpose(image)


def _small(image: "Image") -> "Image":
    """In plain colours, with transparency only where something can be seen through."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    see_through = "A" in image.getbands() or "transparency" in image.info
    image = image.convert("RGBA" if see_through else "RGB")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if see_through and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    return image


def _encoded(image: "Image") -> Picture:
    image.info.clear()
    out = io.BytesIO()
    if image.mode == "RGBA":
        image.save(out, "PNG", optimize=True)
        return Picture(media_type="image/png", data=out.getvalue())
    image.save(out, "JPEG", quality=85, optimize=True)
    return Picture(media_type="image/jpeg", data=out.getvalue())


def _too_large() -> TooLargePictureError:
    return TooLargePictureError(
        N_(
            "That picture is too large: it has more than {most} million dots. "
            "Please make it smaller first, or take the photo again with a smaller size."
        ),
        most=MOST_PIXELS // 1_000_000,
    )


def _damaged() -> BadPictureError:
    return BadPictureError(N_("That picture is damaged or cut off. Please choose another one."))
