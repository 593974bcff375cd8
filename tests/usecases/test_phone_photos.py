"""Photos as phones make them: HEIC and AVIF, with the same limits as any other."""

import io
import struct

import pillow_heif
import pytest
from PIL import Image

from app.model.errors import BadPictureError, TooLargePictureError
from app.model.pictures import Picture
from app.usecases import photos

UPRIGHT, TURNED_RIGHT = 1, 6
_ORIENTATION = 0x0112
_PLACE = 0x8825


def halves(size: tuple[int, int]) -> Image.Image:
    """Red on the left and blue on the right, as the camera's own dots lie."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    return image


def told(orientation: int) -> bytes:
    """What a phone writes beside them."""
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    exif.get_ifd(_PLACE)[27] = "SecretPlace"
    return exif.tobytes()


def heic(*, orientation: int = UPRIGHT, size: tuple[int, int] = (400, 200)) -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(halves(size)).save(out, quality=80, exif=told(orientation))
    return out.getvalue()


def avif(*, orientation: int = UPRIGHT, size: tuple[int, int] = (400, 200)) -> bytes:
    out = io.BytesIO()
    halves(size).save(out, "AVIF", exif=told(orientation))
    return out.getvalue()


def opened(made: Picture) -> Image.Image:
    return Image.open(io.BytesIO(made.data))


def is_red(dot: tuple[int, ...]) -> bool:
    return dot[0] > 200 and dot[2] < 80


KINDS = pytest.mark.parametrize("kind", [heic, avif])


@KINDS
def test_a_photo_of_a_phone_becomes_jpeg_and_loses_where_it_was_taken(kind) -> None:  # type: ignore[no-untyped-def]
    data = kind()
    assert b"SecretPlace" in data
    made = photos.clean_photo(data)
    assert made.media_type == "image/jpeg"
    assert b"SecretPlace" not in made.data
    assert b"Exif" not in made.data
    assert opened(made).size == (400, 200)


@KINDS
def test_a_photo_that_the_phone_held_upright_is_turned_once(kind) -> None:  # type: ignore[no-untyped-def]
    made = opened(photos.clean_photo(kind(orientation=TURNED_RIGHT)))
    assert made.size == (200, 400)
    assert is_red(made.getpixel((100, 50)))
    assert not is_red(made.getpixel((100, 350)))


@KINDS
def test_a_photo_of_a_phone_with_too_many_dots_is_refused_before_it_is_unfolded(
    kind,  # type: ignore[no-untyped-def]
) -> None:
    with pytest.raises(TooLargePictureError):
        photos.clean_photo(kind(), most=30_000)


def test_a_photo_that_says_that_it_is_smaller_than_it_is_is_refused() -> None:
    data = heic(size=(2000, 1000))
    size = data.index(b"ispe") + 8
    liar = data[:size] + struct.pack(">II", 64, 64) + data[size + 8 :]
    with pytest.raises(BadPictureError):
        photos.clean_photo(liar)


@KINDS
def test_every_photo_that_is_cut_off_is_refused_in_a_sentence(kind) -> None:  # type: ignore[no-untyped-def]
    data = kind()
    for tenth in range(10):
        with pytest.raises(BadPictureError):
            photos.clean_photo(data[: len(data) * tenth // 10])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(40), "JPEG"),
        (b"\xff\x0a" + bytes(40), "JPEG"),
        (b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  " + bytes(40), "a film"),
        (b"%PDF-1.7", "PNG or JPEG"),
    ],
)
def test_a_file_of_another_kind_says_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(BadPictureError, match=says):
        photos.clean_photo(data)
