"""What is to be printed, of whom, for whom: everything that is decided before it is set."""

import dataclasses
import datetime

from app.model.documents.kind import DocumentKind, PaperSize
from app.model.home_questions import HomeQuestions
from app.model.ids import RecordId
from app.model.sharing_rules import Asked
from app.model.wording import Wording

NOBODY = RecordId("")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Giving:
    """That a copy is for somebody else.

    Attributes:
        asked: who is to have it, for what, in which way.
        by: who gives it.
        own_declined: the person was offered their own copy just now, and did not want one.

    """

    asked: Asked
    by: RecordId
    own_declined: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """One document that somebody asked for.

    Attributes:
        person: whose it is; nobody where it is for everybody at home.
        giving: to whom it is given; None for the person's own copy.
        words: the language of the document, and ``second_lang`` the tag of another one in which
            its sentences stand below.
        about: the board or the talk that it is about; ``questions`` those that it asks.
        paper: its size; the usual one if left out.
        with_private: sentences that are only for the person are in it too; only in their own copy.

    """

    kind: DocumentKind
    made_on: datetime.date
    words: Wording
    person: RecordId = NOBODY
    giving: Giving | None = None
    about: RecordId | None = None
    questions: HomeQuestions | None = None
    second_lang: str = ""
    paper: PaperSize | None = None
    with_private: bool = False

    @property
    def langs(self) -> tuple[str, ...]:
        """The tags of the languages that it is in, its own one first."""
        return tuple(filter(None, (self.words.lang, self.second_lang)))
