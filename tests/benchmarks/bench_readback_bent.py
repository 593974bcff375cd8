"""How well boxes are cut out of photos of paper that does not lie flat, and ticks told from none.

``python tests/benchmarks/bench_readback_bent.py [PHOTOS]``. Each page of a pack is taken in each of
seven ways, in turn with a pen and a soft pencil, until there are so many photos of each (9 if left
out). Positions are those of all corners of squares and boxes that were given back, in points,
against where they truly are in the photo.
"""

import collections
import io
import itertools
import json
import math
import pathlib
import sys
import time
from unittest import mock

from PIL import Image

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from app.model.packs import MARKS, Area, PackLine
from app.readback import marks, pages
from app.readback.bent import Bent
from app.readback.protocol import Page
from tests.helpers import phones, scans
from tests.helpers.packs import printed, sheet, told
from tests.helpers.phones import Lie, Taken
from tests.helpers.printing import plan, sentence

SENTENCES = 24
PHOTOS = 9
STROKES = {"pen": scans.PEN, "pencil": scans.PENCIL}
WAYS = {
    "flat": Taken(turned=3),
    "folded": Taken(rises=18, turned=-3),
    "under_a_hand": Taken(rises=28, hand=0.45, blur=1.4, noise=11, quality=60, turned=2),
    "curled": Taken(rises=45, turned=-2, blur=1.2),
    "upside_down": Taken(rises=24, turned=180, hand=0.3),
    "on_its_side": Taken(rises=24, turned=87, size=(4000, 4000), fills=0.9),
    "in_the_dark": Taken(rises=20, hand=0.6, noise=16, blur=1.6, quality=55),
}
MADE = printed(
    told(plan(*(sentence(f"This is number {n}, and I want it so.") for n in range(SENTENCES))))
)
SHEET = sheet(MADE)
TICKED = {
    line.code: {MARKS[number % 3]} if number % 3 != 2 else set()
    for number, line in enumerate(SHEET.lines)
}
"""Two of three sentences have a tick, and words in their box."""


def main() -> None:
    photos = int(sys.argv[1]) if len(sys.argv) > 1 else PHOTOS
    images = {name: _filled(stroke) for name, stroke in STROKES.items()}
    seeds = itertools.count()
    print(
        json.dumps(
            {name: _way(taken, photos, images, seeds) for name, taken in WAYS.items()}, indent=2
        )
    )


def _filled(stroke: tuple[int, float]) -> list[Image.Image]:
    images = scans.pages(MADE.pdf, dpi=250)
    for number, line in enumerate(SHEET.lines):
        for mark in TICKED[line.code]:
            scans.write(images[line.page - 1], line.box, seed=number, stroke=stroke)
            tick = line.ticks[MARKS.index(mark)]
            scans.write(images[line.page - 1], tick, seed=number, stroke=stroke)
    return images


def _way(
    taken: Taken, photos: int, images: dict[str, list[Image.Image]], seeds: "itertools.count[int]"
) -> dict[str, object]:
    count: collections.Counter[str] = collections.Counter()
    offs: list[float] = []
    numbers = sorted({line.page for line in SHEET.lines})
    for number in itertools.islice(itertools.cycle(numbers), photos):
        seed = next(seeds)
        filled = images["pencil" if seed % 2 else "pen"]
        data, lie = phones.photo(filled[number - 1], taken, seed=seed)
        began = time.perf_counter()
        page, bent = _read(data)
        count["milliseconds"] += round(1000 * (time.perf_counter() - began))
        lines = [line for line in SHEET.lines if line.page == number]
        count += _told(page, lines)
        given = {box.code for box in page.boxes}
        if bent is not None:
            offs += (off for line in lines if line.code in given for off in _offs(line, bent, lie))
    offs.sort()
    return {
        "photos": photos,
        "codes": count["codes"],
        "codes_read": count["read"],
        "boxes_left_out_and_told": count["codes"] - count["boxes"],
        "squares": count["squares"],
        "false_ticks": count["false"],
        "missed_ticks": count["missed"],
        "off_points_median": round(offs[len(offs) // 2], 2),
        "off_points_p95": round(offs[len(offs) * 95 // 100], 2),
        "off_points_max": round(offs[-1], 2),
        "seconds_a_page": round(count["milliseconds"] / 1000 / photos, 2),
    }


def _read(data: bytes) -> tuple[Page, Bent | None]:
    """What is found in a photo, and how its page was taken to lie when the boxes were cut out."""
    found: list[Bent] = []
    really = marks.lie_of

    def noted(*asked: object) -> tuple[Bent, float] | None:
        lie = really(*asked)  # type: ignore[arg-type]
        if lie is not None:
            found.append(lie[0])
        return lie

    with mock.patch.object(marks, "lie_of", noted):
        page = pages.read(Image.open(io.BytesIO(data)).convert("L"), (SHEET,))
    return page, found[-1] if found else None


def _told(page: Page, lines: list[PackLine]) -> "collections.Counter[str]":
    count = collections.Counter({"codes": len(lines), "read": len(page.codes)})
    count["boxes"] = len(page.boxes)
    for box in page.boxes:
        count["squares"] += len(MARKS)
        count["false"] += len(set(box.marked) - TICKED[box.code])
        count["missed"] += len(TICKED[box.code] - set(box.marked))
    return count


def _offs(line: PackLine, bent: Bent, lie: Lie) -> list[float]:
    offs = []
    for corner in itertools.chain.from_iterable(_corners(each) for each in (*line.ticks, line.box)):
        there = lie.at(corner)
        point = math.dist(there, lie.at((corner[0] + 1, corner[1])))
        offs.append(math.dist(bent.at(corner), there) / point)
    return offs


def _corners(area: Area) -> list[tuple[float, float]]:
    lower = scans.A4_HIGH - area.bottom
    return [
        (x, y)
        for x in (area.left, area.left + area.wide)
        for y in (lower - area.high, lower)
    ]  # fmt: skip


if __name__ == "__main__":
    main()
