"""Whether a whole text may be called "Easy read" (rules W26, W27, L24)."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator

from app.model.wording import N_
from app.words.easyread.remarks import Remark, Rules, phrase

EASY_READ = N_("Easy read")
EASIER_WORDS = N_("Easier words")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """What the first page of a document says.

    Attributes:
        title: what this is.
        whose: whose it is.
        made_on: when it was made.
        starts_with_what_matters: the first thing in it is what matters most to the person; None
            where nobody knows.

    """

    title: str = ""
    whose: str = ""
    made_on: datetime.date | None = None
    starts_with_what_matters: bool | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReaderCheck:
    """Who read the document before others did, and when (L24): somebody who uses easy read."""

    reader: str
    on: datetime.date


def w26_what_whose_when(first_page: FirstPage, rules: Rules) -> Iterator[Remark]:
    """W26: the first page says what this is, whose it is, and when it was made."""
    if not (first_page.title.strip() and first_page.whose.strip() and first_page.made_on):
        yield rules.remark(
            "W26",
            (0, 0),
            phrase(
                N_("The first page does not say what this is, whose it is, or when it was made.")
            ),
            phrase(N_("Write the title, the name and the day on the first page.")),
        )


def w27_what_matters_first(first_page: FirstPage, rules: Rules) -> Iterator[Remark]:
    """W27: a document begins with what matters most to the person."""
    if first_page.starts_with_what_matters is False:
        yield rules.remark(
            "W27",
            (0, 0),
            phrase(N_("This does not begin with what matters most to the person.")),
            phrase(N_("Put what matters most first.")),
        )


def label(remarks: Iterable[Remark], checked: ReaderCheck | None, *, today: datetime.date) -> str:
    """L24: "Easy read" with no grave remark open and a named reader and day, else "Easier words".

    The words are marked for translation. A check of a day to come is none.
    """
    grave = any(remark.weight == "F" for remark in remarks)
    named = checked is not None and bool(checked.reader.strip()) and checked.on <= today
    return EASY_READ if named and not grave else EASIER_WORDS
