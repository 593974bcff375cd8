"""Every document that the program prints, in any language, with a bit of everything in it."""

import contextlib
import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

from app.bootstrap import House
from app.model import home_questions
from app.model.contents import Contents
from app.model.documents import document
from app.model.documents import documents as documents_to_print
from app.model.documents.kind import DocumentKind
from app.model.drawn import Circle, DayStory, InCircle, PartOfDay
from app.model.facts import Card, Fact
from app.model.ids import PictureRef, RecordId
from app.model.person import Settings
from app.model.pictures import Picture, with_not
from app.model.plan import Plan
from app.model.print_order import PrintOrder
from app.model.sections import Sections
from app.model.session import Board, BoardCard
from app.model.wording import Phrase, Wording
from app.paper.board_page import BoardToPrint, board_page
from app.paper.documents import make
from app.paper.job import Job
from app.paper.recovery_sheet import recovery_sheet
from app.store.notebook import NotebookFile
from app.usecases import documents as gathering
from app.usecases import people
from tests.helpers import packs
from tests.helpers.picture_files import dots
from tests.helpers.printing import DAY, OpenMoji, plan, sentence, supporter

FACE = PictureRef("photo:face")
_PHOTOS = {FACE: Picture("image/jpeg", dots(kind="JPEG", size=(400, 300)))}
_CUP = PictureRef("openmoji:2615")
_PERSON = RecordId("person")
_CARD = Card(
    record=RecordId("knives"),
    kind="restriction",
    title="The knives are locked away.",
    status=Phrase("not complete"),
    mark=PictureRef("openmoji:1F6A9"),
    missing=(Phrase("what was tried instead"),),
    brief=(Fact(label=Phrase("Why there is this rule"), items=(("Somebody was cut.",),)),),
)


_OF_EXAMPLES_ALONE = frozenset(
    {
        "about_me",
        "board",
        "board_to_fill",
        "choice_page",
        "home_board",
        "changed_today",
        "you_said",
        "goals",
        "picture_profile",
    }
)
"""What is printed of more than sentences; and what reads a sentence out in place of a picture: a
checker takes the telephone number in one of them for no language."""

PRINTED = tuple(kind for kind in documents_to_print() if kind.ending == ".pdf")
KINDS = (
    *(kind.key for kind in PRINTED if not kind.comes_back),
    *(f"{kind.key} of everything" for kind in PRINTED if kind.key not in _OF_EXAMPLES_ALONE),
    "booklet without pictures", "board of everything", "recovery_sheet",
)  # fmt: skip


class Documents:
    """What is printed of example people, and of a plan that holds whatever can stand in one."""

    def __init__(self, house: House, notebook: NotebookFile) -> None:
        self._house = house
        self._notebook = notebook

    def in_language(self, kind: str, lang: str) -> bytes:
        """A document of a kind, in a language of the program."""
        words = self._house.wording(lang)
        if kind == "recovery_sheet":
            return self._recovery_sheet(words)
        if kind == "board of everything":
            return self._board(words)
        if kind == "booklet without pictures":
            bare = whole_plan(words, self._house.sections, Settings(pictures="none", text_pt=24))
            return self._of(document("booklet"), bare, words)
        key, _, whole = kind.partition(" ")
        if whole:
            return self._of(document(key), whole_plan(words, self._house.sections), words)
        return self._of_somebody(document(key), words)

    def _of_somebody(self, kind: DocumentKind, words: Wording) -> bytes:
        somebody = people.everyone(self._notebook)[0].id
        about = None
        if kind.about in {"board", "talk"}:
            about = gathering.latest(self._notebook, kind, person=somebody, named="")
        asks = kind.about == "question"
        order = PrintOrder(
            kind=kind, person=somebody, made_on=DAY, words=words, about=about,
            questions=home_questions.named(self._house.guides, "passport") if asks else None,
        )  # fmt: skip
        return self._house.set_document(self._notebook, order).printed.pdf

    def _of(self, kind: DocumentKind, which: Plan, words: Wording) -> bytes:
        if kind.comes_back:
            which = which.only_kept()
        pack = packs.told(which) if kind.comes_back else None
        return make(
            kind,
            Job(
                contents=Contents(plan=which, reader="Keisha", own=False, pack=pack),
                made_on=DAY,
                words=words,
                look=self._house.look,
                fonts=self._house.fonts,
                pictures=OpenMoji(_PHOTOS),
                paper=kind.papers[0],
                hard_words=list(self._house.glossary)[:3],
            ),
        ).pdf

    def _board(self, words: Wording) -> bytes:
        scale = self._house.topics.scales[0]
        cards = tuple(
            BoardCard(id=str(at), words=words.t("I agree."), symbol=_CUP, pile=pile.id, order=at)
            for at, pile in enumerate(scale.piles)
        )
        return board_page(
            whole_plan(words, self._house.sections).person.body,
            BoardToPrint(
                board=Board(
                    person=_PERSON, session=RecordId("s"), moment="m", topic="t", scale=scale.id,
                    cards=cards, picture=FACE,
                ),
                scale=scale,
                topic=words.t("Who I am"),
                sorted_on=DAY,
            ),
            made_on=DAY,
            words=words,
            look=self._house.look,
            fonts=self._house.fonts,
            pictures=OpenMoji(_PHOTOS),
        ).pdf  # fmt: skip

    def _recovery_sheet(self, words: Wording) -> bytes:
        return recovery_sheet(
            ("7K3M", "0123", "WWWW", "MMMM", "8"),
            notebook="Rose House",
            made_on=DAY,
            words=words,
            look=self._house.look,
            fonts=self._house.fonts,
            pictures=self._house.symbols,
        )


@contextlib.contextmanager
def documents(folder: Path) -> Iterator[Documents]:
    """All documents, with the example people in a notebook of their own."""
    house = House(folder, folder)
    with contextlib.closing(house.example_notebook(folder)) as notebook:
        yield Documents(house, notebook)


def whole_plan(words: Wording, sections: Sections, settings: Settings | None = None) -> Plan:
    """A plan in a language of the program, with sentences of other languages among them.

    It has faces, a circle, a day, a card, differing views, key pictures, emoji and "not", easy
    words, telephone numbers, and a sentence that is longer than a page.
    """
    here, agree = words.lang, words.t("I agree.")
    k = RecordId("k")
    told = plan(
        sentence(f"{agree} 🐕 +44 20 7946 0958.", original_lang=here, symbols=(_CUP,)),
        sentence("Me and Pip.", easy=agree, easy_ok_by_person=True, symbols=(with_not(_CUP),)),
        sentence("Rwy’n hoffi te.", original_lang="cy", symbols=(FACE,), section="important_to"),
        sentence("مجھے چائے (گرم) پسند ہے۔", original_lang="ur", symbols=(_CUP,)),
        sentence("ਮੈਨੂੰ ਚਾਹ ਪਸੰਦ ਹੈ।", original_lang="pa", section="important_to"),
        sentence(long_sentence(words, sections), original_lang=here, symbols=(_CUP,)),
        sentence(agree, voice="shown_by_behaviour", meaning=agree, meaning_confidence="guess"),
        sentence(agree, voice="staff", said_by=k, conflicts_with=(RecordId("s0"),)),
        sentence(agree, voice="staff", said_by=k, section="also_worth_knowing"),
        sentence("", recording="sound:1", section="who_i_am"),
        supporters={"k": supporter("Keisha", photo=FACE), "a": supporter("Ala", "advocate")},
        settings=settings or Settings(pictures="key_words"),
        drawn={"who_i_am": (_circle(), _day())},
        photo=FACE,
        review_due=datetime.date(2026, 9, 1),
    )  # fmt: skip
    first, *more = told.sections
    return dataclasses.replace(told, sections=(dataclasses.replace(first, cards=(_CARD,)), *more))


def long_sentence(words: Wording, sections: Sections) -> str:
    """Words in a language that take more than a page."""
    return " ".join(f"{words.t(each.easy)}. {words.t(each.why)}" for each in sections)


def _circle() -> Circle:
    names = (("Mum", "love", FACE), ("Ali", "like", None), ("Sam", "paid", None))
    inside = tuple(InCircle(name=name, ring=ring, photo=face) for name, ring, face in names)  # type: ignore[arg-type]
    return Circle(person=_PERSON, people=inside, confirmed=True)


def _day() -> DayStory:
    parts = (
        PartOfDay(time="morning", said=(RecordId("s0"),), picture=_CUP, felt="sun"),
        PartOfDay(time="evening", said=(RecordId("s1"),)),
    )
    return DayStory(person=_PERSON, which="good", parts=parts, confirmed=True)
