"""Photos: taking one in, small, upright, and without what the camera wrote into it.

What is kept is made of the dots that are shown and of nothing else: nothing of what was cut away
is in it, nothing lies behind what can be seen through, and no word of where and when it was taken.
"""

import io
import warnings
from typing import TYPE_CHECKING

from app.model.errors import BadPictureError, TooLargePictureError
from app.model.photo_work import ALL_OF_IT, PhotoWork
from app.model.pictures import Picture
from app.model.wording import N_

if TYPE_CHECKING:
    from PIL.Image import Image

_OTHER_FORM = N_(
    "That photo is in a form that cannot be shown here. "
    "Please open it where you took it, save it as JPEG, and choose that one."
)
_FILM = N_("That is a film and not a photo. Please choose a photo.")

LONGEST_SIDE = 1600
"""Pixels: sharp when it fills a card on screen or a third of a printed page."""

MOST_DOTS = 30_000_000
"""What is opened at once: more would need more memory than a small laptop has to spare."""

MOST_DOTS_OF_A_SET = 16_000_000
"""A picture of a set is made to be small; one that is not is a trap, or a mistake."""

MOST_DOTS_OF_A_CAMERA = 250_000_000
"""Of JPEG, which can be made smaller while it is read. Phones take up to 200 million."""

_MOST_DOTS_IN_PASSES = 60_000_000
"""Of JPEG that is sent in passes, for a web page: all of it is held until the last one."""

_FORMATS = {
    "image/png": ("PNG",),
    "image/jpeg": ("JPEG",),
}
_TAKEN_IN = ("PNG", "HEIF", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
_JPEG = b"\xff\xd8\xff"
_OF_PHONES = ("HEIF", "AVIF")
"""Phones take up to 48 million dots in these: they may have twice as many as the others."""
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
"""What stands in the first bytes of the photos of phones. Films begin in the same way."""
_JPEG_XL = (b"\xff\x0a", b"\0\0\0\x0cJXL ")
_LONGEST_CUT_OUT = 1000
"""Pixels. What can be seen through is kept as PNG, which is several times as large."""
_PACKED = 6
"""The highest level of PNG takes five times as long, to save one hundredth of the room."""
_FINER = 2
"""A shape is drawn so many times as large and made smaller, which makes its edge smooth."""
ROUND = 0.18
"""How round the corners of a rounded shape are, in parts of its shorter side."""


def clean_photo(data: bytes, *, most: int = MOST_DOTS) -> Picture:
    """A photo ready to keep: turned upright, at most 1600 pixels long, and nothing but the picture.

    Where and when it was taken, and by which camera, is dropped. A photo that can be seen through
    becomes PNG, any other JPEG.

    Args:
        data: the photo as it came.
        most: the most dots that it may have, unless it is JPEG: a camera's photo may have more.

    Raises:
        TooLargePictureError: it has more dots than can be read.
        BadPictureError: it is not a picture, or is damaged.

    """
    return make_photo(data, PhotoWork(), most=most)


def make_photo(
    data: bytes, work: PhotoWork, *, longest: int = LONGEST_SIDE, most: int = MOST_DOTS
) -> Picture:
    """A photo ready to keep, with the work done to it; otherwise as :func:`clean_photo`.

    Args:
        data: the photo as it came: the frame takes from it what it has, not from a small copy.
        work: what is done to it.
        longest: the most pixels that a side may have.
        most: as of :func:`clean_photo`.

    Raises:
        BadPictureError: as of :func:`clean_photo`.

    """
    opened = _open_camera(data) if data.startswith(_JPEG) else _open(data, _TAKEN_IN, most)
    try:
        least = min(work.frame.width, work.frame.height)
        image = _framed(_upright(opened, round(longest / least)), work)
        image = _cut_out(_small(image, longest), work)
        return _encoded(_only_what_is_seen(image))
    except TooLargePictureError:
        raise
    except Exception as error:  # its decoders raise nearly anything on a damaged file
        raise _damaged() from error


def check_photo(picture: Picture) -> None:
    """Make sure that a photo from elsewhere is what it says, and can be drawn.

    Raises:
        BadPictureError: it is not.

    """
    opened = _open(picture.data, _FORMATS.get(picture.media_type, ()), MOST_DOTS)
    try:
        opened.load()
    except Exception as error:  # its decoders raise nearly anything on a damaged file
        raise _damaged() from error


def _open(data: bytes, formats: tuple[str, ...], most: int) -> "Image":
    from PIL import Image  # noqa: PLC0415 - 60 ms that starting up need not pay

    if "HEIF" in formats:
        _learn_heif()
    try:
        with warnings.catch_warnings():
            # Our own limit, below, is lower than the one it warns of.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=formats)
    except Image.DecompressionBombError as error:
        raise _too_large(most) from error
    except Exception as error:
        raise _no_picture(data) from error
    _refuse_large(opened, most)
    return opened


def _open_camera(data: bytes) -> "Image":
    """A JPEG file; of a photo with very many dots only every second, fourth or eighth is read."""
    from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415

    try:
        # Not by Image.open, which refuses what cameras take today before it can be made smaller.
        opened = JpegImageFile(io.BytesIO(data))
    except Exception as error:
        raise _no_picture(data) from error
    in_passes = "progressive" in opened.info
    _refuse_large(opened, _MOST_DOTS_IN_PASSES if in_passes else MOST_DOTS_OF_A_CAMERA)
    return opened


def _learn_heif() -> None:
    """Have the photos of phones read, never written; and nothing that lies beside the photo."""
    import pi_heif  # noqa: PLC0415

    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def _refuse_large(image: "Image", most: int) -> None:
    limit = most * 2 if image.format in _OF_PHONES else most
    if image.width * image.height > limit:
        raise _too_large(limit)


def _upright(image: "Image", enough: int) -> "Image":
    """Turned as it was taken, and not much larger than is ``enough`` for its shorter side.

    It is made smaller first of all: each further step needs as much memory again.
    """
    from PIL import ImageOps  # noqa: PLC0415

    wide, high = image.size
    fold = max(1, min(wide, high) // enough)
    while wide * high > MOST_DOTS * fold * fold:
        fold += 1
    image.draft("RGB", (max(1, wide // fold), max(1, high // fold)))
    image.load()
    if max(image.size) > max(wide, high):  # HEIC: its first lines may lie about its size
        raise _damaged()
    return ImageOps.exif_transpose(_reduced(image, min(image.size) // enough))


def _reduced(image: "Image", fold: int) -> "Image":
    """Made so many times smaller, where its colours can be mixed; the larger one is let go."""
    if fold < 2 or image.mode[0] in "IF":
        return image
    if image.mode in {"1", "P", "PA"} or "transparency" in image.info:
        image = image.convert("RGBA")
    smaller = image.reduce(fold)
    image.close()
    return smaller


def _framed(image: "Image", work: PhotoWork) -> "Image":
    """Turned, and cut to the frame."""
    from PIL import Image  # noqa: PLC0415

    if work.quarters:
        image = image.transpose(
            (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)[
                work.quarters - 1
            ]
        )
    if work.frame == ALL_OF_IT:
        return image
    wide, high, frame = image.width, image.height, work.frame
    left, top = round(frame.left * wide), round(frame.top * high)
    right, bottom = round(frame.right * wide), round(frame.bottom * high)
    return image.crop((left, top, max(right, left + 1), max(bottom, top + 1)))


def _cut_out(image: "Image", work: PhotoWork) -> "Image":
    """The shape that was chosen, with nothing or with white around it."""
    from PIL import Image, ImageChops, ImageDraw  # noqa: PLC0415

    if work.shape == "whole":
        return image
    if work.behind == "clear":
        image.thumbnail((_LONGEST_CUT_OUT, _LONGEST_CUT_OUT))
    large = (image.width * _FINER, image.height * _FINER)
    shape = Image.new("L", large, 0)
    box = (0, 0, large[0] - 1, large[1] - 1)
    if work.shape == "oval":
        ImageDraw.Draw(shape).ellipse(box, fill=255)
    else:
        ImageDraw.Draw(shape).rounded_rectangle(box, radius=min(large) * ROUND, fill=255)
    shape = shape.resize(image.size, Image.Resampling.LANCZOS)
    image = image.convert("RGBA")
    image.putalpha(ImageChops.multiply(image.getchannel("A"), shape))
    return image if work.behind == "clear" else _on_white(image)


def _on_white(image: "Image") -> "Image":
    from PIL import Image  # noqa: PLC0415

    paper = Image.new("RGBA", image.size, (255, 255, 255, 255))
    paper.alpha_composite(image)
    return paper.convert("RGB")


def _only_what_is_seen(image: "Image") -> "Image":
    """Without the colours of dots that nobody sees, which a program could bring out again."""
    from PIL import Image  # noqa: PLC0415

    if image.mode != "RGBA":
        return image
    seen = image.getchannel("A").point(lambda alpha: 255 if alpha else 0)
    return Image.composite(image, Image.new("RGBA", image.size, (0, 0, 0, 0)), seen)


def _small(image: "Image", longest: int) -> "Image":
    """In plain colours, with transparency only where something can be seen through."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    see_through = "A" in image.getbands() or "transparency" in image.info
    image = image.convert("RGBA" if see_through else "RGB")
    image.thumbnail((longest, longest))
    if see_through and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    return image


def _encoded(image: "Image") -> Picture:
    image.info.clear()
    out = io.BytesIO()
    if image.mode == "RGBA":
        image.save(out, "PNG", compress_level=_PACKED)
        return Picture(media_type="image/png", data=out.getvalue())
    image.save(out, "JPEG", quality=85, optimize=True)
    return Picture(media_type="image/jpeg", data=out.getvalue())


def _too_large(most: int) -> TooLargePictureError:
    return TooLargePictureError(
        N_(
            "That picture is too large: it has more than {most} million dots. "
            "Please make it smaller first, or take the photo again with a smaller size."
        ),
        most=most // 1_000_000,
    )


def _no_picture(data: bytes) -> BadPictureError:
    """What to do with a file of another kind."""
    if data[4:8] == b"ftyp":
        return BadPictureError(_OTHER_FORM if data[8:12] in _HEIF else _FILM)
    if data.startswith(_JPEG_XL):
        return BadPictureError(_OTHER_FORM)
    return BadPictureError(
        N_("That file is not a picture that can be used. Please choose a PNG or JPEG file.")
    )


def _damaged() -> BadPictureError:
    return BadPictureError(N_("That picture is damaged or cut off. Please choose another one."))
