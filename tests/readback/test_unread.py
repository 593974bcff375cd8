"""What of a file was not read is found, so that it can be told."""

from app.model.ids import RecordId, RevisionId
from app.model.packs import Area, PackLine
from app.readback.protocol import Box, Field, Opened, Page, Sheet
from app.readback.unread import Unread, unread

AREA = Area(left=0, bottom=0, wide=10, high=10)


def _line(code: str, page: int) -> PackLine:
    return PackLine(
        statement=RecordId("s"), version=RevisionId("v"), code=code, page=page, matrix=AREA,
        ticks=(AREA, AREA, AREA), box=AREA,
    )  # fmt: skip


SHEET = Sheet("PLAN", "PACK", (_line("ONE", 1), _line("TWO", 1), _line("TRE", 2)), AREA)


def _box(code: str) -> Box:
    return Box("PACK", code, b"png", 0.0, (), ())


def test_a_whole_page_and_one_without_boxes_of_its_own_are_read() -> None:
    whole = Page(pack="PACK", page=1, boxes=(_box("ONE"), _box("TWO")))
    lists = Page(pack="PACK", page=3)
    assert unread(Opened((whole, lists), (Field("TRE"),)), (SHEET,)) == Unread()


def test_pages_without_a_code_and_those_with_boxes_missing_or_no_number_are_named() -> None:
    half = Page(pack="PACK", page=1, boxes=(_box("ONE"),))
    opened = Opened((half, Page(), Page(pack="PACK"), Page(pack="PACK", page=2)))
    assert unread(opened, (SHEET,)) == Unread(pages=(2,), partly=(1, 3, 4))


def test_a_picture_of_two_pages_is_named_as_that_alone() -> None:
    assert unread(Opened((Page(several=True),)), (SHEET,)) == Unread(several=(1,))


def test_pages_and_fields_of_other_papers_are_strange() -> None:
    assert unread(Opened((Page(pack="HERS", page=1),)), (SHEET,)) == Unread(strange=True)
    assert unread(Opened((), (Field("HERS"),)), (SHEET,)) == Unread(strange=True)
