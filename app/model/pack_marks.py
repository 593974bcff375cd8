"""What stands in the codes that a scanner reads from a pack: each sentence's and each page's."""

import dataclasses
import re

from app.model.ids import RecordId
from app.model.review_codes import SIGNS, signs_of

DOTS_WIDE, DOTS_HIGH = 26, 12
"""Of every code: up to 22 of our signs fit into this pattern, which is wide and low as a line."""

_PACK, _PLAN = 7, 6
_SIGN = f"[{SIGNS}]"
_SENTENCE_MARK = re.compile(f"AL1({_SIGN}{{{_PACK}}})({_SIGN}{{8}})")
_PAGE_MARK = re.compile(f"ALP({_SIGN}{{{_PLAN}}})({_SIGN}{{{_PACK}}})([0-9]{{3}})([2-4]?)")
_MOST_PAGES = 999


@dataclasses.dataclass(frozen=True, slots=True)
class SentenceMark:
    """Which sentence, in which pack."""

    pack: str
    code: str


@dataclasses.dataclass(frozen=True, slots=True)
class PageMark:
    """Which page, of which pack, of whose plan.

    Attributes:
        corner: which of the codes of the page it is, counted from 1.

    """

    plan: str
    pack: str
    page: int
    corner: int = 1


def pack_signs(pack: RecordId) -> str:
    """The signs that stand for a pack."""
    return signs_of(pack, _PACK)


def plan_signs(person: RecordId) -> str:
    """The signs that stand for a person's plan."""
    return signs_of(person, _PLAN)


def of_sentence(pack: RecordId, code: str) -> str:
    """What stands in the code beside a sentence."""
    return f"AL1{pack_signs(pack)}{code}"


def of_page(person: RecordId, pack: RecordId, page: int, corner: int = 1) -> str:
    """What stands in the code of a page, or in one of its four."""
    which = str(corner) if corner > 1 else ""
    return f"ALP{plan_signs(person)}{pack_signs(pack)}{min(page, _MOST_PAGES):03}{which}"


def read(text: str) -> SentenceMark | PageMark | None:
    """What a code says; None if it is not one of ours."""
    if found := _SENTENCE_MARK.fullmatch(text):
        return SentenceMark(*found.groups())
    if found := _PAGE_MARK.fullmatch(text):
        plan, pack, page, corner = found.groups()
        return PageMark(plan, pack, int(page), int(corner or 1))
    return None
