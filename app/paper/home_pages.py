"""What every page has that is filled in at home and comes back: its codes, and fields to tick.

In the corners of each page are codes, by which a scan or a photo of it finds its way back; at its
foot the same for whoever types it. Over each square lies a field, for whoever ticks it on screen.
"""

from collections.abc import Callable, Sequence

from app.model import pack_marks
from app.model.home_sheets import SheetLaid, TickLine
from app.model.ids import RecordId
from app.model.packs import Area
from app.model.review_codes import of_sheet, shown
from app.model.wording import N_, Wording
from app.paper.form import Form
from app.paper.matrix import PAGE_DOT, matrix
from app.paper.sheet import A4, MM, Sheets

_EDGE = 7 * MM
"""Between the codes and the upper and lower edge."""
_SIDE = 12 * MM
_WIDE, _HIGH = pack_marks.DOTS_WIDE * PAGE_DOT, pack_marks.DOTS_HIGH * PAGE_DOT
_CORNERS = tuple(
    (left, top) for top in (_EDGE, A4[1] - _EDGE - _HIGH) for left in (A4[0] - _SIDE - _WIDE, _SIDE)
)
"""Where each code begins: from the left, whichever way lines run, and from the top."""


class HomePages:
    """Says on the pages of one sheet which it is, and keeps where everything stands on them."""

    def __init__(self, person: RecordId, sheet: RecordId, form: Form) -> None:
        self._person = person
        self._sheet = sheet
        self._form = form
        self._code = of_sheet(sheet)
        self._lines: list[TickLine] = []

    def footer(self, words: Wording) -> str:
        """The code as it is typed, in a line for the foot of each page."""
        return words.t(N_("Code of this page: {code}"), code=shown(self._code))

    def mark(self, sheets: Sheets, number: int) -> None:
        """Draw the codes of a page."""
        for corner, (left, top) in enumerate(_CORNERS, start=1):
            text = pack_marks.of_page(self._person, self._sheet, number, corner)
            start = A4[0] - left - _WIDE if sheets.rtl else left
            sheets.dots(matrix(text), start=start, top=top, dot=PAGE_DOT)

    def note(self, labels: Sequence[str]) -> Callable[[TickLine], None]:
        """What is to be told where a line stands, once it is drawn.

        Args:
            labels: what is heard of each of its squares.

        """

        def drawn(line: TickLine) -> None:
            self._lines.append(line)
            for at, (area, label) in enumerate(zip(line.squares, labels, strict=True), start=1):
                name = f"{self._code}.{len(self._lines)}.{at}"
                self._form.tick(area, name=name, label=label)

        return drawn

    def write(self, area: Area, label: str) -> None:
        """Let words be typed over a place for them; it belongs to the line that is drawn next."""
        name = f"{self._code}.{len(self._lines) + 1}.words"
        self._form.text(area, name=name, label=label)

    def laid(self) -> SheetLaid:
        """Where everything stands, once all is drawn."""
        corners = (
            Area(left=left, bottom=A4[1] - top - _HIGH, wide=_WIDE, high=_HIGH)
            for left, top in _CORNERS
        )
        return SheetLaid(lines=tuple(self._lines), corners=tuple(corners))
