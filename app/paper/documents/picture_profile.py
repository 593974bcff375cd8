"""The profile in pictures alone; each is read out as the sentence that it stands for."""

import dataclasses
import unicodedata
from collections.abc import Iterator, Sequence

from app.model import translation_told
from app.model.look import Theme
from app.model.plan import Line
from app.model.translation_told import Beside
from app.model.wording import N_
from app.paper.blocks import SectionHead, under
from app.paper.desk import START_MARGIN, Desk
from app.paper.ends import credit_lines, nothing_kept
from app.paper.flow import Block, paginate
from app.paper.heads import head
from app.paper.job import Job
from app.paper.one_page import chosen, in_order
from app.paper.press import Printed
from app.paper.sheet import MM, Sheets
from app.paper.story import section_head
from app.paper.symbols import Shown

_FACE = 45 * MM
_IN_A_ROW = 3
_GAP = 8 * MM


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Pictures beside each other, as large as the page lets them be."""

    theme: Theme
    pictures: tuple[Shown, ...]
    side: float
    gap: float = _GAP
    keeps: int = 0
    new_page: bool = False
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        return self.side

    def draw(self, sheets: Sheets, top: float) -> None:
        for at, shown in enumerate(self.pictures):
            start = START_MARGIN + at * (self.side + _GAP)
            with sheets.item():
                sheets.picture(shown, start=start, top=top, side=self.side, high=self.side)

    def split(self, _room: float) -> None:
        return None


def make(job: Job) -> Printed:
    """The photo, and for each section its pictures. A sentence without one is not in it.

    No words of the sentences stand on it; in two languages both are read out.
    """
    title = job.words.t(N_("Profile in pictures"))
    press = job.press(title)
    desk = dataclasses.replace(press.desk, mode="one_per_idea")
    picks, photo = chosen(job)
    plan = job.contents.plan
    rows: list[Block] = []
    for section in plan.sections:
        made = list(_rows(desk, in_order(section.lines, picks)))
        if made:
            over = dataclasses.replace(section_head(desk, section), keeps=1)
            rows += under(over, made)
    top = head(desk, plan, title=title, side=_FACE, photo=photo)
    blocks = [top, *(rows or nothing_kept(desk))]
    footer = job.footer(press, *credit_lines(desk))
    return press.bind(paginate(blocks, press.room(footer)), footer)


def _rows(desk: Desk, lines: Sequence[Line]) -> Iterator[_Row]:
    side = (desk.width - (_IN_A_ROW - 1) * _GAP) / _IN_A_ROW
    shown = [found for line in lines if (found := _shown(desk, line)) is not None]
    for at in range(0, len(shown), _IN_A_ROW):
        yield _Row(theme=desk.theme, pictures=tuple(shown[at : at + _IN_A_ROW]), side=side)


def _shown(desk: Desk, line: Line) -> Shown | None:
    """The picture of a sentence, which is read out as the sentence."""
    found = desk.said(line.statement.body.symbols)
    return found.called(_read_out(desk, line), lang=_first_lang(desk, line)) if found else None


def _read_out(desk: Desk, line: Line) -> str:
    """The sentence in each language of the copy, with who translated it (rule R12)."""
    body, words = line.statement.body, desk.words
    said = body.easy if body.easy and body.easy_ok_by_person else body.original
    given = _beside(desk, line)
    before, after = (
        [words.beside((each.body.text, translation_told.told(each, words))) for each in some]
        for some in (given.before, given.after)
    )
    return _in_letters(" ".join((*before, said, *after)))


def _first_lang(desk: Desk, line: Line) -> str:
    """That of the words which are read out first."""
    before = _beside(desk, line).before
    return before[0].body.lang if before else line.statement.body.original_lang


def _beside(desk: Desk, line: Line) -> Beside:
    return translation_told.beside(line, (desk.words.lang, desk.second_lang), home=desk.home)


def _in_letters(text: str) -> str:
    """Without the emoji that stand in it, which would be read out among the words."""
    letters = (" " if unicodedata.category(sign) == "So" else sign for sign in text)
    return " ".join("".join(letters).split())
