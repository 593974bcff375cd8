import io
import random
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from app.model.errors import BadPictureError
from app.model.photo_work import Frame, PhotoWork
from app.model.pictures import Picture
from app.store.media import LARGEST_PICTURE
from app.usecases import photos
from app.usecases.pictures import NotebookPictures
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.picture_files import keep_photo


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
    first = keep_photo(notebook, picture("PNG"))
    assert keep_photo(notebook, picture("PNG")) == first
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


def test_a_photo_of_108_million_dots_is_made_smaller_while_it_is_read() -> None:
    made = photos.clean_photo(picture("JPEG", mode="L", size=(12_000, 9_000)))
    assert opened(made).size == (1600, 1200)


def jpeg_claims(width: int, height: int, *, progressive: bool = False) -> bytes:
    """A small JPEG that says it is this large."""
    data = bytearray(picture("JPEG", progressive=progressive))
    at = data.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    struct.pack_into(">HH", data, at + 5, height, width)
    return bytes(data)


@pytest.mark.parametrize(
    "data", [jpeg_claims(60_000, 60_000), jpeg_claims(9_000, 9_000, progressive=True)]
)
def test_a_camera_photo_that_would_fill_the_memory_is_refused(data: bytes) -> None:
    with pytest.raises(BadPictureError, match="smaller"):
        photos.clean_photo(data)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_what_cannot_be_read_in_parts_may_have_30_million_dots(kind: str) -> None:
    with pytest.raises(BadPictureError, match="30 million"):
        photos.clean_photo(picture(kind, mode="L", size=(6_000, 5_001)))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "F"])
def test_a_large_picture_keeps_its_colours_when_it_is_made_smaller_at_once(mode: str) -> None:
    grey = {"1": 1, "LA": (200, 255), "RGB": (200,) * 3, "RGBA": (200,) * 3 + (255,),
            "I;16": 51_400, "F": 200.0}.get(mode, 200)  # fmt: skip
    large = Image.new(mode, (4_000, 3_600), grey)
    if mode == "P":
        large = Image.new("L", large.size, 200).convert("P")
    out = io.BytesIO()
    large.save(out, "TIFF")
    made = opened(photos.clean_photo(out.getvalue())).convert("RGB")
    assert made.size == (1600, 1440)
    (least, most), *_ = made.getextrema()
    assert least == most
    assert most == (255 if mode == "1" else pytest.approx(200, abs=3))


def test_pictures_of_a_plan_come_from_the_notebook_or_from_the_symbols() -> None:
    class Symbols:
        def picture(self, ref: str, /, skin_tone: int | None = None) -> Picture | None:
            return Picture("image/svg+xml", f"{ref} {skin_tone}".encode())

        def says(self, ref: str, /, lang: str) -> str:
            return f"{ref} in {lang}"

    notebook = FakeNotebook()
    ref = keep_photo(notebook, picture("PNG"))
    pictures = NotebookPictures(notebook, Symbols())
    assert pictures.picture(ref) is notebook.photos[ref]
    assert pictures.picture("photo:" + "0" * 64) is None
    assert pictures.picture("openmoji:1F44B", 3).data == b"openmoji:1F44B 3"
    assert pictures.says("openmoji:1F44B", "cy") == "openmoji:1F44B in cy"
    assert pictures.says(ref, "cy") == ""


# Nothing but what is shown

PLACE = (b"SecretPlace", b"SecretCamera", b"51.4816", b"SecretWords", b"SecretProfile")
SIGNS_OF_MORE = (b"Exif\x00\x00", b"II*\x00", b"MM\x00*", b"ICC_PROFILE", b"http://ns.adobe.com/",
                 b"iCCP", b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"8BIM", b"JFXX")  # fmt: skip


def told_all() -> tuple[Image.Exif, bytes]:
    """What a camera writes: where, when, with what, and a small copy of the whole photo."""
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x010E] = "SecretWords"
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (51.0, 28.0, 53.76)
    place[27] = "SecretPlace 51.4816"
    return exif, b"SecretProfile" * 20


def with_everything(kind: str) -> bytes:
    exif, profile = told_all()
    more: dict[str, object] = {"exif": exif, "icc_profile": profile}
    if kind == "PNG":
        words = PngInfo()
        words.add_text("Comment", "SecretWords")
        words.add_itxt("XML:com.adobe.xmp", "SecretPlace 51.4816")
        more["pnginfo"] = words
    elif kind in {"JPEG", "WEBP"}:
        more["xmp"] = b"<x:xmpmeta>SecretPlace 51.4816</x:xmpmeta>"
    out = io.BytesIO()
    Image.effect_noise((300, 200), 60).convert("RGB").save(out, kind, **more)
    return out.getvalue()


def only_a_picture(made: Picture) -> None:
    for sign in (*PLACE, *SIGNS_OF_MORE):
        assert sign not in made.data, sign
    image = opened(made)
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    if made.media_type == "image/png":
        assert chunks(made.data) == {b"IHDR", b"IDAT", b"IEND"}
    else:
        # Start, tables, one frame, one scan: no further picture and no words in between.
        assert markers(made.data) <= {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA}


def chunks(data: bytes) -> set[bytes]:
    at, found = 8, set()
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        found.add(data[at + 4 : at + 8])
        at += length + 12
    return found


def markers(data: bytes) -> set[int]:
    """The markers of a JPEG before its dots."""
    at, found = 2, set()
    while data[at] == 0xFF:
        found.add(data[at + 1])
        if data[at + 1] == 0xDA:
            break
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return found


WORKS = [
    PhotoWork(),
    PhotoWork(quarters=1, frame=Frame(0.1, 0.1, 0.6, 0.8)),
    PhotoWork(frame=Frame(0.2, 0, 0.9, 1), shape="oval"),
    PhotoWork(quarters=3, shape="rounded", behind="white"),
]


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_what_is_kept_says_nothing_of_place_time_and_camera(kind: str, work: PhotoWork) -> None:
    data = with_everything(kind)
    assert any(sign in data for sign in PLACE), "the test photo says nothing to begin with"
    only_a_picture(photos.make_photo(data, work))


def test_a_small_copy_within_a_photo_goes_with_the_rest() -> None:
    """Cameras put a thumbnail into the EXIF, which shows the whole photo after cutting."""
    small = picture("JPEG", size=(16, 12))
    exif = Image.Exif()
    exif.get_ifd(0x0001)[0x0201] = 0
    whole = picture("JPEG", size=(64, 48))
    app1 = b"Exif\x00\x00" + b"II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00" + small
    data = whole[:2] + b"\xff\xe1" + struct.pack(">H", len(app1) + 2) + app1 + whole[2:]
    made = photos.make_photo(data, PhotoWork(frame=Frame(0, 0, 0.5, 0.5)))
    assert data.count(b"\xff\xd8\xff") == 2
    assert made.data.count(b"\xff\xd8\xff") == 1
    only_a_picture(made)


def halves(kind: str = "PNG", mode: str = "RGB") -> bytes:
    """Red on the left, blue on the right."""
    image = Image.new(mode, (200, 100), "red")
    image.paste("blue", (100, 0, 200, 100))
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def colours(image: Image.Image) -> set[str]:
    found = image.convert("RGBA").getcolors(1_000_000) or []
    return {
        name
        for _, (red, _, blue, _) in found
        for name, much in (("red", red > 100), ("blue", blue > 100))
        if much
    }


def test_nothing_of_what_was_cut_away_is_kept() -> None:
    made = opened(photos.make_photo(halves(), PhotoWork(frame=Frame(0, 0, 0.4, 1))))
    assert made.size == (80, 100)
    assert colours(made) == {"red"}


def test_the_frame_is_that_of_the_turned_photo() -> None:
    upper = PhotoWork(quarters=1, frame=Frame(0, 0, 1, 0.4))
    made = opened(photos.make_photo(halves(), upper))
    assert made.size == (100, 80)
    assert colours(made) == {"red"}


def test_nothing_lies_behind_what_is_see_through() -> None:
    """Neither outside an oval, nor where the photo could be seen through before."""
    hidden = Image.new("RGBA", (200, 100), (0, 0, 255, 0))
    hidden.paste((255, 0, 0, 255), (60, 20, 140, 80))
    out = io.BytesIO()
    hidden.save(out, "PNG")
    for work in (PhotoWork(), PhotoWork(shape="oval"), PhotoWork(shape="rounded")):
        made = opened(photos.make_photo(out.getvalue(), work))
        assert made.mode == "RGBA"
        assert colours(made) == {"red"}
        for *seen, alpha in made.get_flattened_data():
            assert alpha or seen == [0, 0, 0]


def test_an_oval_is_full_in_its_middle_and_empty_in_its_corners() -> None:
    made = opened(photos.make_photo(halves(), PhotoWork(shape="oval")))
    assert made.getpixel((0, 0)) == (0, 0, 0, 0)
    assert made.getpixel((50, 50)) == (255, 0, 0, 255)
    white = opened(photos.make_photo(halves(), PhotoWork(shape="oval", behind="white")))
    assert white.mode == "RGB"
    assert min(white.getpixel((0, 0))) > 250


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_frame_takes_what_the_camera_saw_and_not_a_small_copy(kind: str) -> None:
    data = picture(kind, size=(4000, 3000))
    made = photos.make_photo(data, PhotoWork(frame=Frame(0, 0, 0.3, 0.3)))
    assert opened(made).size == (1200, 900)


def test_what_is_cut_out_of_the_noisiest_photo_can_still_be_kept() -> None:
    out = io.BytesIO()
    Image.effect_noise((2200, 2200), 120).convert("RGB").save(out, "PNG")
    for shape in ("oval", "rounded"):
        made = photos.make_photo(out.getvalue(), PhotoWork(shape=shape))
        assert len(made.data) < LARGEST_PICTURE
