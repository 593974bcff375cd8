"""A picture of a page: which page it is, how it lies, and what its boxes hold."""

import collections
import math
from collections.abc import Iterable, Mapping, Sequence

from PIL import Image

from app.model.pack_marks import PageMark, SentenceMark
from app.model.packs import Area, PackLine
from app.readback import marks
from app.readback.boxes import boxes, cards
from app.readback.marks import Marked, Seen
from app.readback.protocol import Page, Sheet

_CLOSER = 2
"""How often what was not read is looked for again, with what was read meanwhile."""


def read(image: Image.Image, sheets: Sequence[Sheet]) -> Page:
    """What is found on a page.

    Args:
        image: in greys.
        sheets: where everything stands on the packs that were printed.

    """
    seen: dict[Marked, Seen] = {}
    for codes in marks.looks(image):
        seen |= {each.mark: each for each in codes if each.mark not in seen}
        if _is_whole(seen, sheets):
            break
    if not seen:
        return Page()
    if len(_pages(seen, sheets)) > 1:
        return Page(several=True)
    pack = next(iter(seen)).pack
    sheet = next((each for each in sheets if each.pack == pack), None)
    number = _number(seen, sheet, pack)
    if sheet is None or not number:
        return _told(seen, pack, number)
    lines = [line for line in sheet.lines if line.page == number]
    areas = _areas(sheet, number, lines)
    for _ in range(_CLOSER):
        _look_again(image, seen, areas)
    found = marks.lie_of(list(seen.values()), areas)
    told = _told(seen, pack, number)
    if found is None:
        return told
    page, off = found
    missed = tuple(each.code for each in lines if each.code not in told.codes)
    dots = _dots_a_point(seen, areas)
    return Page(
        plan=told.plan,
        pack=pack,
        page=number,
        codes=told.codes,
        missed=missed,
        off=round(off / dots, 2),
        boxes=tuple(boxes(image, page, pack, lines, read=told.codes)),
        cards=tuple(
            cards(image, page, pack, (each for each in sheet.cards if each.page == number))
        ),
    )


def _pages(seen: Iterable[Marked], sheets: Sequence[Sheet]) -> set[tuple[str, int]]:
    """Of which packs and pages there are codes; a page is 0 where nothing says which it is."""
    places = {(each.pack, line.code): line.page for each in sheets for line in each.lines}
    found = {
        (mark.pack, mark.page if isinstance(mark, PageMark) else places.get((mark.pack, mark.code)))
        for mark in seen
    }
    known = {(pack, page) for pack, page in found if page is not None}
    return known | {(pack, 0) for pack, _ in found if pack not in {each for each, _ in known}}


def _is_whole(seen: Mapping[Marked, Seen], sheets: Sequence[Sheet]) -> bool:
    """Whether every code of a page was read, so that none has to be looked for any more."""
    for pack, number in _pages(seen, sheets):
        sheet = next((each for each in sheets if each.pack == pack), None)
        if sheet is not None and number:
            lines = [line for line in sheet.lines if line.page == number]
            return _areas(sheet, number, lines).keys() <= seen.keys()
    return False


def _number(seen: Mapping[Marked, Seen], sheet: Sheet | None, pack: str) -> int:
    """Which page it is, as its own code says; else as most of its sentences do."""
    said = [mark.page for mark in seen if isinstance(mark, PageMark) and mark.pack == pack]
    if said:
        return said[0]
    codes = {mark.code for mark in seen if isinstance(mark, SentenceMark) and mark.pack == pack}
    pages = [line.page for line in (sheet.lines if sheet else ()) if line.code in codes]
    return collections.Counter(pages).most_common(1)[0][0] if pages else 0


def _areas(sheet: Sheet, number: int, lines: Sequence[PackLine]) -> dict[Marked, Area]:
    """Where each code of a page stands."""
    areas: dict[Marked, Area] = {SentenceMark(sheet.pack, line.code): line.matrix for line in lines}
    for corner, area in enumerate((sheet.page_matrix, *sheet.corners), start=1):
        areas[PageMark(sheet.plan, sheet.pack, number, corner)] = area
    return areas


def _look_again(image: Image.Image, seen: dict[Marked, Seen], areas: Mapping[Marked, Area]) -> None:
    """Look for what was not read, at the places where it should be."""
    missing = {mark: area for mark, area in areas.items() if mark not in seen}
    found = marks.lie_of(list(seen.values()), areas) if missing else None
    if found is not None:
        for each in marks.look_closer(image, found[0], missing):
            seen[each.mark] = each


def _told(seen: Mapping[Marked, Seen], pack: str, number: int) -> Page:
    plan = next((mark.plan for mark in seen if isinstance(mark, PageMark)), "")
    codes = (mark.code for mark in seen if isinstance(mark, SentenceMark) and mark.pack == pack)
    return Page(plan=plan, pack=pack, page=number, codes=tuple(sorted(codes)))


def _dots_a_point(seen: Mapping[Marked, Seen], areas: Mapping[Marked, Area]) -> float:
    """How many dots of the picture a point of the page is, about."""
    for mark, area in areas.items():
        if mark in seen:
            left, right, *_ = seen[mark].corners
            return max(0.1, math.dist(left, right) / area.wide)
    return 1.0
