"""One picture of a set: looked at by what it holds, made safe, and made clean like a photo."""

import re

from app.model.errors import BadPictureError, TooLargePictureError
from app.model.pictures import Picture
from app.model.wording import N_
from app.pictures.drawings import check_drawing
from app.pictures.found import LeftOutError
from app.usecases.photos import MOST_DOTS_OF_A_SET, check_photo, clean_photo

_DRAWING_BEGINS = b"<"
_MORE_THAN_SHAPES = re.compile(
    rb"<(?!/|!|\?|(?:svg|g|path|circle|ellipse|line|polyline|polygon|rect|defs|style|title|desc"
    rb"|metadata)\b)|\b(?:clip-path|mask|filter|marker)"
)
"""What shows that a drawing may not be printable: reading each as for paper takes a hundred times
as long."""
_BLANK = b"\xef\xbb\xbf \t\r\n"


def ready_picture(data: bytes) -> Picture:
    """A picture ready to keep: a drawing as it is, anything else without what a camera wrote.

    Args:
        data: what the file holds, whatever its name says that it is.

    Raises:
        LeftOutError: it cannot be used.

    """
    if data.lstrip(_BLANK).startswith(_DRAWING_BEGINS):
        check_drawing(data)
        return Picture("image/svg+xml", data)
    try:
        return clean_photo(data, most=MOST_DOTS_OF_A_SET)
    except TooLargePictureError as error:
        raise LeftOutError("too_large") from error
    except BadPictureError as error:
        raise LeftOutError("no_picture") from error


def is_printable(picture: Picture) -> bool:
    """Whether a picture of a set can be put on paper; some drawings have letters or patterns."""
    if picture.media_type != "image/svg+xml" or not _MORE_THAN_SHAPES.search(picture.data):
        return True
    from app.paper import svg  # noqa: PLC0415 - what paper needs is loaded when it is

    return svg.prints(picture.data)


def check_set_picture(picture: Picture) -> None:
    """Make sure that a picture of a set from elsewhere is safe, and can be drawn.

    Raises:
        BadPictureError: it is not.

    """
    if picture.media_type != "image/svg+xml":
        check_photo(picture)
        return
    try:
        check_drawing(picture.data)
    except LeftOutError as error:
        raise BadPictureError(N_("That is not a picture that can be kept with a set.")) from error
