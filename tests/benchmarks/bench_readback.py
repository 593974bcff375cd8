"""How much of printed packs, boards and questions is read back, and how long it takes.

``python tests/benchmarks/bench_readback.py``. The pages are turned by 3 degrees at 200 dpi, with
blur, noise and JPEG, or seen from the side with shade over them, as a phone sees them.
"""

import json
import pathlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator

from PIL import Image

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from app.model import pack_marks
from app.model.packs import MARKS, PackLine
from app.paper.press import Printed
from app.readback import reading
from app.readback.protocol import Page, Sheet
from tests.helpers import board_sheets, choice_sheets, scans
from tests.helpers.packs import PACK, laid, printed, told
from tests.helpers.printing import plan, sentence, supporter

SENTENCES = 210
WRITTEN = 3
"""Every third box is written in."""
INK = 0.004
TICKED = 0.03
BOARDS = tuple(
    (topic, scale)
    for topic in ("food", "home", "night")
    for scale in ("feeling", "importance", "doing_ok", "help", "happening", "sure")
)
QUESTIONS_TIMES = 4
"""Each time with other squares ticked, and other noise."""
LANGS = ("en-GB", "cy", "ur")
SEEN: dict[str, Callable[[Image.Image, int], bytes]] = {
    "scan_200dpi_turned_3_degrees": lambda image, seed: scans.scan(
        image, degrees=3 if seed % 2 else -3, seed=seed
    ),
    "phone": lambda image, seed: scans.photo(image, seed=seed),
}


def main() -> None:
    said = (sentence(f"This is number {n}, and I want it so.") for n in range(SENTENCES))
    whose = plan(*said, supporters={"d": supporter("Dele")}, name="Rosa")
    began = time.perf_counter()
    made = printed(told(whose))
    seconds = time.perf_counter() - began
    sheet = Sheet(
        pack_marks.plan_signs("person"),
        pack_marks.pack_signs(PACK),
        laid(made).lines,
        laid(made).page_matrix,
    )
    images = scans.pages(made.pdf)
    for number, line in enumerate(laid(made).lines):
        if number % WRITTEN == 0:
            scans.write(images[line.page - 1], line.box, seed=number)
            scans.write(images[line.page - 1], line.ticks[number % len(MARKS)], seed=number)
    found: dict[str, object] = {
        "codes": SENTENCES,
        "pages": len(images),
        "print_seconds": round(seconds, 3),
    }
    for name, seen in SEEN.items():
        files = (seen(image, seed) for seed, image in enumerate(images))
        found[name] = _read(files, sheet, laid(made).lines)
    for what, printed_ones in (("boards", _boards), ("questions", _questions)):
        found[what] = {name: _sheets(seen, printed_ones()) for name, seen in SEEN.items()}
    print(json.dumps(found, indent=2))


def _sheets(
    seen: Callable[[Image.Image, int], bytes], printed: Iterable[tuple[Printed, Sheet]]
) -> dict[str, object]:
    """Sheets that were filled in at home, a square of each line ticked."""
    right = lines = pages = known = 0
    took, worst_off = [], 0.0
    for number, (made, sheet) in enumerate(printed):
        images, ticked = scans.pages(made.pdf), {}
        for at, line in enumerate(sheet.cards, start=number):
            ticked[line.card] = at % len(line.squares)
            scans.write(images[line.page - 1], line.squares[ticked[line.card]], seed=at)
        for seed, image in enumerate(images, start=number):
            data = seen(image, seed)
            began = time.perf_counter()
            page = _page(data, sheet)
            took.append(time.perf_counter() - began)
            pages, known = pages + 1, known + bool(page.page)
            worst_off = max(worst_off, page.off)
            for line in page.cards:
                looks = [at for at, ink in enumerate(line.inks) if ink > TICKED]
                right += looks == [ticked[line.card]]
        lines += len(ticked)
    return {
        "pages": pages,
        "pages_known": known,
        "lines": lines,
        "ticks_told_right": right,
        "share": round(right / lines, 4),
        "farthest_off_points": worst_off,
        "seconds_a_page": round(sum(took) / len(took), 3),
    }


def _boards() -> Iterator[tuple[Printed, Sheet]]:
    """Boards of every scale of the program."""
    for number, (topic, scale) in enumerate(BOARDS):
        made = board_sheets.printed(topic=topic, scale=scale, lang=LANGS[number % len(LANGS)])
        yield made, board_sheets.sheet(made)


def _questions() -> Iterator[tuple[Printed, Sheet]]:
    """Every question of the program that can go home, in several languages."""
    for _ in range(QUESTIONS_TIMES):
        for asked in ("passport", "first_plan"):
            for lang in LANGS:
                made = choice_sheets.printed(asked, lang=lang)
                yield made, choice_sheets.sheet(made)


def _page(data: bytes, sheet: Sheet) -> Page:
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "page.jpg")
        path.write_bytes(data)
        return reading.read(path, (sheet,)).pages[0]


def _read(files: Iterator[bytes], sheet: Sheet, lines: tuple[PackLine, ...]) -> dict[str, object]:
    pages: list[Page] = []
    took = []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "page.jpg")
        for data in files:
            path.write_bytes(data)
            began = time.perf_counter()
            pages += reading.read(path, (sheet,)).pages
            took.append(time.perf_counter() - began)
    codes = {code for page in pages for code in page.codes}
    boxes = {box.code: box for page in pages for box in page.boxes}
    written = {line.code: number % WRITTEN == 0 for number, line in enumerate(lines)}
    ticked = {
        line.code: {MARKS[number % len(MARKS)]} if number % WRITTEN == 0 else set()
        for number, line in enumerate(lines)
    }
    return {
        "read": len(codes),
        "share": round(len(codes) / len(lines), 4),
        "pages_known": sum(bool(page.page) for page in pages),
        "boxes": len(boxes),
        "ink_told_right": sum((box.ink > INK) == written[code] for code, box in boxes.items()),
        "ticks_told_right": sum(set(box.marked) == ticked[code] for code, box in boxes.items()),
        "farthest_off_points": max(page.off for page in pages),
        "seconds_a_page": round(sum(took) / len(took), 3),
    }


if __name__ == "__main__":
    main()
