"""The recovery sheet: what opens a notebook when every PIN is forgotten, on one page of A4.

It says what it is, what to type, where to keep it and what ends it. It bears the notebook's name
and the day; nobody's name, and no PIN. The code is drawn and is nowhere else in the file.
"""

import dataclasses
import datetime
from collections.abc import Iterator

from app.model.look import Look, Theme
from app.model.pictures import PictureSource
from app.model.wording import N_, Wording
from app.paper.blocks import HEAD_INSET, Part, SectionHead, SentenceBlock, SubHead
from app.paper.desk import BOTTOM_MARGIN, START_MARGIN, TOP_MARGIN, WIDTH, Desk
from app.paper.flow import Block, paginate
from app.paper.sheet import A4, MM, Sheets
from app.paper.symbols import Pictures
from app.paper.text.fonts import FontBook
from app.paper.text.layout import SetText, Setting, Typesetter

_TITLE_SIZE = 30.0
_BODY_SIZE = 14.0
_GROUP_SIZE = 24.0
_IN_A_ROW = 4
_CARD_GAP = 4 * MM
_CARD_WIDTH = (WIDTH - (_IN_A_ROW - 1) * _CARD_GAP) / _IN_A_ROW
_CARD_PAD = 9.0
_CARD_INSET = 6.0
_CARD_LINE = 1.5
_CARD_RADIUS = 6.0
_SMALL_GAP = 8.0
_GAP = 20.0

_WHAT = N_(
    "This sheet opens the notebook {notebook} when a PIN or a passphrase is forgotten. "
    "Whoever has this sheet and the notebook can read everything in it."
)
_KEEP = N_(
    "Keep this sheet in a locked place, away from the computer. "
    "Do not take a photo of it. Do not send it to anybody. "
    "Tell the people you work with where it is."
)
_USE = N_(
    "Open Alongside and choose the notebook. Then choose the recovery sheet. "
    "Type the groups from 1 to {last}. After that you choose a new PIN."
)
_TYPE = N_(
    "Capital or small letters, and gaps, make no difference. "
    "There is no letter I, L, O or U in it: what looks like one is the digit 1 or 0. "
    "Group {last} is a check. It tells you if something was typed wrongly."
)
_ENDS = N_(
    "When a new recovery sheet is made, this one does not work any more. Then tear it up. "
    "A sheet that is lost or was seen by somebody else: make a new one at once."
)


def recovery_sheet(
    groups: tuple[str, ...],
    *,
    notebook: str,
    made_on: datetime.date,
    words: Wording,
    look: Look,
    fonts: FontBook,
    pictures: PictureSource,
) -> bytes:
    """Print a recovery sheet.

    Args:
        groups: what is to be typed, group by group; the last is the check.
        notebook: what the notebook is called.
        made_on: the day that is printed on it.
        words: the language of the sheet.
        look: its colours.
        fonts: for every script.
        pictures: where the picture of a key comes from.

    Returns:
        A PDF.

    Raises:
        BadDataError: a font file is missing or damaged.

    """
    title = words.t(N_("Recovery sheet"))
    sheets = Sheets(title=title, lang=words.lang, rtl=words.right_to_left, day=made_on)
    held = Pictures(pictures, sheets, words=words, skin_tone=None, longest=20 * MM)
    sheets.draw_signs_with(held.find)
    desk = Desk(
        words=words,
        theme=look.themes["white"],
        setter=Typesetter(fonts, held.of_sign),
        pictures=held,
        size=_BODY_SIZE,
    )
    blocks = _blocks(desk, groups, title=title, notebook=notebook, made_on=made_on)
    for page in paginate(blocks, A4[1] - TOP_MARGIN - BOTTOM_MARGIN):
        for block, top in page:
            block.draw(sheets, TOP_MARGIN + top)
        sheets.showPage()
    return sheets.finished()


def _blocks(
    desk: Desk, groups: tuple[str, ...], *, title: str, notebook: str, made_on: datetime.date
) -> Iterator[Block]:
    t, last = desk.words.t, len(groups)
    key = desk.ornament("openmoji:1F511")
    room = WIDTH - HEAD_INSET if key else WIDTH
    yield SectionHead(
        theme=desk.theme,
        title=desk.heading(title, _TITLE_SIZE, width=room),
        name=title,
        picture=key,
        keeps=0,
    )
    yield _sentences(desk, t(_WHAT, notebook=notebook))
    yield _sentences(desk, t(N_("Made on {day}."), day=desk.words.date(made_on)))
    yield _Groups(
        theme=desk.theme,
        groups=tuple(_signs(desk, group) for group in groups),
        numbers=tuple(desk.label(f"{n}", width=_CARD_WIDTH) for n in range(1, last + 1)),
    )
    for heading, sentences in (
        (N_("When the PIN is forgotten"), (t(_USE, last=last), t(_TYPE, last=last))),
        (N_("Where to keep it"), (t(_KEEP),)),
        (N_("When it ends"), (t(_ENDS),)),
    ):
        yield SubHead(
            theme=desk.theme, title=_small_heading(desk, t(heading)), start=START_MARGIN, gap=_GAP
        )
        for each in sentences:
            yield _sentences(desk, each)


def _sentences(desk: Desk, text: str) -> SentenceBlock:
    return SentenceBlock(
        theme=desk.theme,
        start=START_MARGIN,
        parts=(Part(text=desk.label(text, width=WIDTH, bold=False)),),
        gap=_SMALL_GAP,
    )


def _small_heading(desk: Desk, text: str) -> SetText:
    return desk.heading(text, _BODY_SIZE + 4)


def _signs(desk: Desk, group: str) -> SetText:
    """The signs of a group, from left to right in every language."""
    setting = Setting(size=_GROUP_SIZE, width=_CARD_WIDTH, bold=True, lang="en", tight=True)
    return desk.setter.set(group, setting)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Groups:
    """The groups in rows of four, each on a card with its number."""

    theme: Theme
    groups: tuple[SetText, ...] = dataclasses.field(repr=False)
    numbers: tuple[SetText, ...]
    gap: float = _GAP
    keeps: int = 0
    new_page: bool = False
    heading: None = None

    @property
    def height(self) -> float:
        """Of all rows."""
        rows = -(-len(self.groups) // _IN_A_ROW)
        return rows * self._card + (rows - 1) * _CARD_GAP

    @property
    def _card(self) -> float:
        return max(text.height for text in (*self.groups, *self.numbers)) + 2 * _CARD_PAD

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw it, the first group where lines begin."""
        for at, (group, number) in enumerate(zip(self.groups, self.numbers, strict=True)):
            row, column = divmod(at, _IN_A_ROW)
            start = START_MARGIN + column * (_CARD_WIDTH + _CARD_GAP)
            self._draw_card(sheets, group, number, start, top + row * (self._card + _CARD_GAP))

    def _draw_card(
        self, sheets: Sheets, group: SetText, number: SetText, start: float, top: float
    ) -> None:
        sheets.card(
            start=start,
            top=top,
            wide=_CARD_WIDTH,
            high=self._card,
            fill=self.theme.card,
            edge=self.theme.quiet_ink,
            line=_CARD_LINE,
            radius=_CARD_RADIUS,
        )
        middle = top + self._card / 2
        left = _CARD_INSET + number.width
        inset = left + (_CARD_WIDTH - left - group.width) / 2
        with sheets.item():
            sheets.words(
                number,
                start=start + _CARD_INSET,
                top=middle - number.height / 2,
                colour=self.theme.quiet_ink,
                role="Lbl",
            )
            sheets.words(
                group, start=start + inset, top=middle - group.height / 2, colour=self.theme.ink
            )

    def split(self, room: float) -> None:  # noqa: ARG002
        """The code stays whole."""
        return
