import io
import random
import struct
import zlib

import pytest
from PIL import Image

from app.model.errors import BadPictureError
from app.model.pictures import Picture
from app.usecases import photos
from app.usecases.pictures import NotebookPictures
from tests.helpers.fake_notebook import FakeNotebook


def picture(kind: str, *, mode: str = "RGB", size: tuple[int, int] = (40, 20), **more) -> bytes:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **more)
    return out.getvalue()


def opened(made: Picture) -> Image.Image:
    return Image.open(io.BytesIO(made.data))


def claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is this large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_photos_of_every_common_kind_become_jpeg(kind: str) -> None:
    made = photos.clean_photo(picture(kind))
    assert made.media_type == "image/jpeg"
    assert opened(made).size == (40, 20)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK", "F"])
def test_photos_of_every_kind_of_colour_can_be_used(mode: str) -> None:
    made = photos.clean_photo(picture("TIFF", mode=mode))
    assert opened(made).size == (40, 20)
    assert len(opened(made).tobytes()) == 40 * 20 * len(opened(made).getbands())


def test_a_bright_picture_with_16_bits_stays_bright() -> None:
    out = io.BytesIO()
    Image.new("I;16", (8, 8), 60_000).save(out, "PNG")
    assert opened(photos.clean_photo(out.getvalue())).getpixel((4, 4)) > (225, 225, 225)


def test_what_can_be_seen_through_stays_png() -> None:
    made = photos.clean_photo(picture("PNG", mode="RGBA"))
    assert made.media_type == "image/png"
    assert opened(made).mode == "RGBA"


def test_a_photo_is_turned_upright_and_says_nothing_of_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    made = photos.clean_photo(picture("JPEG", exif=exif, comment=b"Secret place"))
    assert opened(made).size == (20, 40)
    assert not opened(made).getexif()
    assert b"Secret" not in made.data
    with_words = picture("PNG", mode="RGBA", exif=exif, icc_profile=b"Secret profile")
    assert b"Secret" not in photos.clean_photo(with_words).data


def test_a_large_photo_is_made_small() -> None:
    made = photos.clean_photo(picture("JPEG", size=(4000, 3000)))
    assert opened(made).size == (1600, 1200)


def test_the_same_photo_is_kept_once() -> None:
    notebook = FakeNotebook()
    first = photos.add_photo(notebook, data=picture("PNG"))
    assert photos.add_photo(notebook, data=picture("PNG")) == first
    assert len(notebook.photos) == 1
    assert first.startswith("photo:")


@pytest.mark.parametrize(
    "data",
    [b"", b"Dear Jo", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8"],
)
def test_a_photo_that_is_not_one_is_refused(data: bytes) -> None:
    with pytest.raises(BadPictureError, match="not a picture"):
        photos.clean_photo(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP"])
def test_a_photo_that_is_cut_off_or_damaged_is_refused_or_drawn(kind: str) -> None:
    chance = random.Random(3)
    whole = io.BytesIO()
    Image.effect_noise((64, 64), 80).save(whole, kind)
    data = whole.getvalue()
    with pytest.raises(BadPictureError):
        photos.clean_photo(data[: len(data) // 2])
    for _ in range(60):
        spoilt = bytearray(data)
        for _ in range(8):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        try:
            made = photos.clean_photo(bytes(spoilt))
        except BadPictureError:
            continue
        opened(made).load()


@pytest.mark.parametrize("size", [(10_000, 10_000), (2_000_000_000, 2), (8_001, 10_000)])
def test_a_100_megapixel_photo_is_refused_before_it_fills_the_memory(
    size: tuple[int, int],
) -> None:
    with pytest.raises(BadPictureError, match="smaller"):
        photos.clean_photo(claims(*size))


def test_pictures_of_a_plan_come_from_the_notebook_or_from_the_symbols() -> None:
    class Symbols:
        def picture(self, ref: str, /, skin_tone: int | None = None) -> Picture | None:
            return Picture("image/svg+xml", f"{ref} {skin_tone}".encode())

    notebook = FakeNotebook()
    ref = photos.add_photo(notebook, data=picture("PNG"))
    pictures = NotebookPictures(notebook, Symbols())
    assert pictures.picture(ref) is notebook.photos[ref]
    assert pictures.picture("photo:" + "0" * 64) is None
    assert pictures.picture("openmoji:1F44B", 3).data == b"openmoji:1F44B 3"
