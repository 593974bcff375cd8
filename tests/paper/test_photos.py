"""Photos made ready for paper."""

import io

import pytest
from PIL import Image

from app.paper.photos import read_photo
from app.paper.svgpath import BadDrawingError

PLACE = "GPS: 51.5 N"
POINTS = 120.0
DOTS = 333


def jpeg(width: int = 1200, height: int = 800, *, orientation: int = 1) -> bytes:
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = PLACE
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=PLACE.encode())
    return out.getvalue()


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_where_it_was_taken_is_not_printed() -> None:
    data = jpeg()
    assert PLACE.encode() in data
    assert b"Exif" in data
    photo = read_photo(data, longest=POINTS)
    assert PLACE.encode() not in photo.content
    assert b"Exif" not in photo.content


def test_it_is_no_larger_than_200_dots_an_inch_need() -> None:
    photo = read_photo(jpeg(), longest=POINTS)
    assert (photo.width, photo.height) == (DOTS, DOTS * 2 // 3)


def test_a_small_photo_is_not_blown_up() -> None:
    assert read_photo(jpeg(60, 40), longest=POINTS).width == 60


def test_a_photo_taken_sideways_stands_upright() -> None:
    photo = read_photo(jpeg(orientation=6), longest=POINTS)
    assert photo.height > photo.width


def test_what_shows_through_is_white() -> None:
    photo = read_photo(png(Image.new("RGBA", (4, 4), (0, 0, 0, 0))), longest=POINTS)
    assert photo.filter == "FlateDecode"
    read = Image.frombytes("RGB", (4, 4), __import__("zlib").decompress(photo.content))
    assert read.getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_every_kind_of_dots_can_be_printed(mode: str) -> None:
    image = Image.new(mode, (6, 4))
    out = io.BytesIO()
    image.save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert read_photo(out.getvalue(), longest=POINTS).width == 6


@pytest.mark.parametrize("data", [b"", b"not a photo", jpeg()[:900], b"GIF89a" + b"\0" * 40])
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    with pytest.raises(BadDrawingError):
        read_photo(data, longest=POINTS)


def test_a_photo_too_large_to_open_safely_is_refused() -> None:
    with pytest.raises(BadDrawingError):
        read_photo(png(Image.new("1", (20_000, 10_000))), longest=POINTS)
