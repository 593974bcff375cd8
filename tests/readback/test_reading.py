"""Files that came back: what was filled in is found, and no file can do harm."""

import io
import struct
import sys
import zlib
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from app.paper.press import Printed
from app.readback import files, reading
from app.readback.protocol import Box, Opened, Page, Sheet
from app.readback.reading import UnreadableFileError
from tests.helpers import scans
from tests.helpers.filled import filled
from tests.helpers.packs import laid, printed, sheet, told
from tests.helpers.printing import RightToLeftWording, plan, sentence

WRITTEN = 0.004


@pytest.fixture(scope="module")
def pack() -> Printed:
    said = (sentence(f"This is sentence number {n}, and it is so.") for n in range(5))
    return printed(told(plan(*said, name="Rosa")))


@pytest.fixture(scope="module")
def page(pack: Printed) -> Image.Image:
    """The second page, on which the first sentence is ticked and written beside."""
    image = scans.pages(pack.pdf)[1]
    first = next(line for line in laid(pack).lines if line.page == 2)
    scans.write(image, first.box)
    scans.write(image, first.ticks[2])
    return image


def _read(tmp_path: Path, data: bytes, made: Printed) -> Opened:
    path = tmp_path / "came-back"
    path.write_bytes(data)
    return reading.read(path, (sheet(made),))


def _boxes(found: Page) -> dict[str, Box]:
    return {box.code: box for box in found.boxes}


def _is_second(found: Page, pack: Printed) -> None:
    on_it = [line.code for line in laid(pack).lines if line.page == 2]
    assert found.page == 2
    assert set(found.codes) == set(on_it)
    assert found.missed == ()
    assert found.off < 1.5
    boxes = _boxes(found)
    assert [boxes[code].ink > WRITTEN for code in on_it] == [True, *(False for _ in on_it[1:])]
    assert boxes[on_it[0]].marked == ("no",)
    assert all(boxes[code].marked == () for code in on_it[1:])


@pytest.mark.parametrize("degrees", [0.0, 3.0, -3.0, 90.0, 180.0, 267.0])
def test_a_scan_is_read_however_it_lay(
    tmp_path: Path, pack: Printed, page: Image.Image, degrees: float
) -> None:
    (found,) = _read(tmp_path, scans.scan(page, degrees=degrees), pack).pages
    _is_second(found, pack)


def test_a_photo_from_the_side_is_read(tmp_path: Path, pack: Printed, page: Image.Image) -> None:
    (found,) = _read(tmp_path, scans.photo(page), pack).pages
    _is_second(found, pack)


def test_a_scan_of_several_pages_is_a_pdf(tmp_path: Path, pack: Printed, page: Image.Image) -> None:
    out = io.BytesIO()
    first = scans.pages(pack.pdf)[0]
    page.save(out, "PDF", resolution=200, save_all=True, append_images=[first])
    second, other = _read(tmp_path, out.getvalue(), pack).pages
    _is_second(second, pack)
    assert other.page == 1


def test_the_picture_of_a_box_shows_what_is_in_it_and_what_is_ticked(
    tmp_path: Path, pack: Printed, page: Image.Image
) -> None:
    (found,) = _read(tmp_path, scans.scan(page), pack).pages
    written = next(box for box in found.boxes if box.ink > WRITTEN)
    line = next(each for each in laid(pack).lines if each.code == written.code)
    picture = Image.open(io.BytesIO(written.picture))
    around = 10.0
    above = max(tick.bottom + tick.high for tick in line.ticks) - line.box.bottom
    shape = (line.box.wide + around) / (above + around)
    assert picture.width / picture.height == pytest.approx(shape, rel=0.01)
    assert picture.convert("L").getextrema()[0] < 100


def test_pages_from_right_to_left_are_read(tmp_path: Path) -> None:
    said = (sentence(f"Sentence number {n}.") for n in range(3))
    made = printed(told(plan(*said, name="Rosa")), words=RightToLeftWording())
    image = scans.pages(made.pdf)[0]
    line = laid(made).lines[0]
    scans.write(image, line.ticks[0])
    (found,) = _read(tmp_path, scans.scan(image), made).pages
    assert _boxes(found)[line.code].marked == ("yes",)


def test_what_is_typed_into_the_pdf_comes_back_letter_for_letter(
    tmp_path: Path, pack: Printed
) -> None:
    code, other = laid(pack).lines[0].code, laid(pack).lines[3].code
    words = {code: "Ŵyl Żółć – “ਸਤਿ” اردو\nSecond line", other: "  "}
    found = _read(tmp_path, filled(pack.pdf, words, f"{code}.unsure"), pack)
    (field,) = found.fields
    assert field.code == code
    assert field.marks == ("unsure",)
    assert field.words.splitlines() == ["Ŵyl Żółć – “ਸਤਿ” اردو", "Second line"]


def test_what_is_typed_into_one_box_is_drawn_in_no_other(pack: Printed) -> None:
    code = next(line.code for line in laid(pack).lines if line.page == 2)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pack.pdf))
    writer.update_page_form_field_values(writer.pages[1], {code: "Ask him again."})
    fields = [each.get_object() for page in writer.pages for each in page.get("/Annots", ())]
    written = [
        field["/T"]
        for field in fields
        if field["/FT"] == "/Tx" and b" Tj" in field["/AP"]["/N"].get_object().get_data()
    ]
    assert written == [code]


def _refused(path: Path, sheets: tuple[Sheet, ...] = (), **more: object) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        reading.read(path, sheets, **more)  # type: ignore[arg-type]
    return str(refused.value)


def _png_bomb() -> bytes:
    def part(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    return b"".join(
        (b"\x89PNG\r\n\x1a\n", part(b"IHDR", head), part(b"IDAT", zlib.compress(bytes(9_999))),
         part(b"IEND", b""))
    )  # fmt: skip


def _locked(pdf: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _many_pages() -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(files.MOST_PAGES + 1):
        writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _jpeg() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((400, 400), 50).save(out, "JPEG")
    return out.getvalue()


def test_every_bad_file_gets_one_plain_sentence(tmp_path: Path, pack: Printed) -> None:
    bad = {
        "empty": (b"", "is empty"),
        "text": (b"Dear advocate", "is no PDF, PNG or JPEG"),
        "zip": (b"PK\x03\x04", "is no PDF, PNG or JPEG"),
        "cut-off.pdf": (pack.pdf[:2_000], "is damaged"),
        "cut-off.jpg": (_jpeg()[:3_000], "is damaged"),
        "locked.pdf": (_locked(pack.pdf), "is locked with a password"),
        "bomb.png": (_png_bomb(), "is too large"),
        "pages.pdf": (_many_pages(), "is too large"),
        "noise.jpg": (_jpeg(), "No code was found"),
    }
    for name, (data, told_why) in bad.items():
        path = tmp_path / name
        path.write_bytes(data)
        said = _refused(path, (sheet(pack),))
        assert told_why in said
        assert name in said
    assert "cannot be read" in _refused(tmp_path / "nowhere.pdf")
    assert "cannot be read" in _refused(tmp_path)


def test_codes_from_elsewhere_are_told_apart_from_none(tmp_path: Path, page: Image.Image) -> None:
    path = tmp_path / "page.jpg"
    path.write_bytes(scans.scan(page))
    assert "are not from papers that were printed here" in _refused(path)


@pytest.mark.parametrize(
    "does",
    ["import os; os.abort()", "print('nonsense', flush=True)", "import time; time.sleep(60)"],
)
def test_a_process_that_crashes_or_hangs_is_a_damaged_file(tmp_path: Path, does: str) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(b"%PDF-1.7")
    assert "is damaged" in _refused(path, command=(sys.executable, "-c", does), patience=2.0)


def test_the_process_never_gets_the_pin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_PIN", "123456")
    path = tmp_path / "any.pdf"
    path.write_bytes(b"%PDF-1.7")
    does = (
        "import os; there = 'ALONGSIDE_PIN' in os.environ;"
        'print(\'{"type": "failed", "reason": "%s"}\' % (\'locked\' if there else \'empty\'))'
    )
    assert "is empty" in _refused(path, command=(sys.executable, "-c", does))
