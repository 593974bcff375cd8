"""Whether photos can be taken in, in each form that cameras and phones send, and drawings kept."""

import io
from collections.abc import Iterator
from pathlib import Path

from app.bootstrap import House
from app.model.drawing import Stroke
from app.model.errors import BadPictureError
from app.model.photo_work import PhotoWork
from app.self_test import AGAIN
from app.usecases import drawings, photos

FORMS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP")
_SIZE = (96, 64)
_COLOUR = (11, 90, 94)


def problems(house: House, folder: Path) -> Iterator[str]:  # noqa: ARG001
    """What cannot be taken in."""
    from PIL import Image  # noqa: PLC0415 - as everywhere: it takes its time to load

    for form in FORMS:
        photo = io.BytesIO()
        try:
            Image.new("RGB", _SIZE, _COLOUR).save(photo, form)
            photos.make_photo(photo.getvalue(), PhotoWork(shape="oval"))
        except (BadPictureError, KeyError, OSError):
            yield f"Photos of the form {form} cannot be read. {AGAIN}"
    try:
        import pi_heif  # noqa: F401, PLC0415 - the only thing that can be tried without a phone
    except ImportError:
        yield f"Photos of iPhones (HEIC) cannot be read. {AGAIN}"
    line = (Stroke(pen="black", points=(10, 10, 200, 90)),)
    if not drawings.as_picture(line).data:
        yield f"A drawing cannot be kept. {AGAIN}"
