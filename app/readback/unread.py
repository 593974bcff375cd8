"""What of a file that came back was not read, and must be told rather than passed over."""

import dataclasses
from collections.abc import Iterable

from app.readback.protocol import Opened, Page, Sheet


@dataclasses.dataclass(frozen=True, slots=True)
class Unread:
    """What was not read of a file.

    Attributes:
        pages: which pages of the file, counted from 1, hold no code that was found.
        partly: on which of them not every box was found.
        several: which show more than one page.
        strange: whether something in it is from papers that are not among these.

    """

    pages: tuple[int, ...] = ()
    partly: tuple[int, ...] = ()
    several: tuple[int, ...] = ()
    strange: bool = False


def unread(opened: Opened, sheets: Iterable[Sheet]) -> Unread:
    """What of a file was not read.

    Args:
        opened: what was found in it.
        sheets: the papers that it may be of.

    """
    known = {each.pack: each for each in sheets}
    codes = {line.code for each in known.values() for line in each.lines}
    numbered = tuple(enumerate(opened.pages, start=1))
    return Unread(
        pages=tuple(at for at, page in numbered if not page.pack and not page.several),
        partly=tuple(
            at
            for at, page in numbered
            if page.pack in known and not page.several and not _whole(page, known[page.pack])
        ),
        several=tuple(at for at, page in numbered if page.several),
        strange=any(page.pack and page.pack not in known for page in opened.pages)
        or any(field.code not in codes for field in opened.fields)
        or any(each.code[:-1] not in known for each in opened.ticked),
    )


def _whole(page: Page, sheet: Sheet) -> bool:
    """Whether everything was found that was printed on a page."""
    found = {*(box.code for box in page.boxes), *(box.card for box in page.cards)}
    lines = (line.code for line in sheet.lines if line.page == page.page)
    cards = (line.card for line in sheet.cards if line.page == page.page)
    return page.page > 0 and {*lines, *cards} <= found
