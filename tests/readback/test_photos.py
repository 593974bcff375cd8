"""Photos as phones take them: bent paper, shade, a soft pencil, half a page, two pages."""

import io
from pathlib import Path

import pytest
from PIL import Image

from app.readback import files, pages, reading
from app.readback.protocol import Page
from app.readback.reading import UnreadableFileError
from app.readback.unread import Unread, unread
from tests.helpers import phones, scans
from tests.helpers.packs import printed, sheet, told
from tests.helpers.phones import Taken
from tests.helpers.printing import plan, sentence

MADE = printed(told(plan(*(sentence(f"This is number {n}.") for n in range(8)), name="Rosa")))
SHEET = sheet(MADE)
LINES = [line for line in SHEET.lines if line.page == 2]


def _page(stroke: tuple[int, float] = scans.PEN) -> Image.Image:
    """The second page, with a cross in a square of all sentences but the last."""
    image = scans.pages(MADE.pdf, dpi=250)[1]
    for number, line in enumerate(LINES[:-1]):
        scans.write(image, line.ticks[number], seed=number, stroke=stroke)
    return image


def _read(data: bytes) -> Page:
    return pages.read(Image.open(io.BytesIO(data)).convert("L"), (SHEET,))


FOLDED = Taken(rises=18, turned=3)
UPSIDE_DOWN = Taken(rises=24, turned=180, hand=0.3)
UNDER_A_HAND = Taken(rises=28, turned=-2, hand=0.45, blur=1.4, noise=11, quality=60)


@pytest.mark.parametrize(
    ("taken", "stroke"),
    [
        pytest.param(UNDER_A_HAND, scans.PENCIL, id="under a hand, pencil"),
        pytest.param(UNDER_A_HAND, scans.PEN, id="under a hand, pen", marks=pytest.mark.slow),
        pytest.param(UPSIDE_DOWN, scans.PENCIL, id="upside down, pencil", marks=pytest.mark.slow),
        pytest.param(UPSIDE_DOWN, scans.PEN, id="upside down, pen", marks=pytest.mark.slow),
        pytest.param(FOLDED, scans.PENCIL, id="folded, pencil", marks=pytest.mark.slow),
        pytest.param(FOLDED, scans.PEN, id="folded, pen", marks=pytest.mark.slow),
    ],
)
def test_ticks_on_bent_paper_are_told_from_empty_squares(
    taken: Taken, stroke: tuple[int, float]
) -> None:
    data, _ = phones.photo(_page(stroke), taken, seed=5)
    found = _read(data)
    assert found.missed == ()
    ticks = [("yes",), ("unsure",), ("no",)][: len(LINES) - 1]
    assert [box.marked for box in found.boxes] == [*ticks, ()]


def test_a_square_that_is_blackened_all_over_is_ticked() -> None:
    image, square = _page(), LINES[-1].ticks[1]
    dots = image.height / scans.A4_HIGH
    upper = scans.A4_HIGH - square.bottom - square.high
    place = (square.left, upper, square.left + square.wide, upper + square.high)
    image.paste(45, tuple(round(each * dots) for each in place))
    assert _read(scans.scan(image)).boxes[-1].marked == ("unsure",)


def test_of_a_page_cut_off_no_box_is_made_up_and_the_rest_is_told() -> None:
    image, last = _page(), LINES[-1].box
    through_it = round(image.height * (1 - (last.bottom + last.high / 2) / scans.A4_HIGH))
    found = _read(scans.scan(image.crop((0, 0, image.width, through_it)), degrees=0))
    assert 0 < len(found.boxes) < len(LINES)
    assert unread(reading.Opened((found,)), (SHEET,)) == Unread(partly=(1,))


def _refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError) as refused:
        reading.read(path, (SHEET,))
    return str(refused.value)


def test_two_pages_in_one_picture_are_refused(tmp_path: Path) -> None:
    first, second = scans.pages(MADE.pdf)[:2]
    both = Image.new("L", (first.width * 2, first.height), 255)
    both.paste(first, (0, 0))
    both.paste(second, (first.width, 0))
    said = _refused(tmp_path / "two.jpg", scans.scan(both, degrees=1))
    assert "two.jpg shows more than one page" in said


def test_where_only_a_code_is_in_the_picture_that_is_told(tmp_path: Path) -> None:
    image = scans.pages(MADE.pdf)[1]
    corner = image.crop((image.width // 2, 0, image.width, 250))
    assert "A part of corner.png was not read" in _refused(
        tmp_path / "corner.png", scans.scan(corner, degrees=0)
    )


@pytest.mark.slow
def test_a_photo_of_108_million_dots_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    data, _ = phones.photo(_page(), Taken(), seed=2)
    large = Image.open(io.BytesIO(data)).resize((9_000, 12_000))
    large.convert("RGB").save(path, "JPEG", quality=80)
    (found,) = reading.read(path, (SHEET,)).pages
    assert found.missed == ()
    with files.opened(path) as picture:
        assert isinstance(picture, Image.Image)
        assert max(picture.size) == 6_000


def _scanned(path: Path, count: int) -> Path:
    first, *others = [scans.pages(MADE.pdf, dpi=100)[1]] * count
    first.save(path, "PDF", resolution=100, save_all=True, append_images=others)
    return path


def test_how_far_a_long_file_is_read_is_told_page_by_page(tmp_path: Path) -> None:
    told_of: list[tuple[int, int]] = []
    path = _scanned(tmp_path / "long.pdf", 3)
    opened = reading.read(path, (SHEET,), going=lambda done, of: told_of.append((done, of)))
    assert told_of == [(1, 3), (2, 3), (3, 3)]
    assert len(opened.pages) == 3


def test_reading_can_be_stopped_after_any_page(tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    told_of: list[int] = []

    def stop(done: int, of: int) -> None:
        told_of.append(done)
        raise StoppedError

    with pytest.raises(StoppedError):
        reading.read(_scanned(tmp_path / "long.pdf", 5), (SHEET,), going=stop)
    assert told_of == [1]
