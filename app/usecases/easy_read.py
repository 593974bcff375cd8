"""Reading a whole plan with the easy-read rules: what is open, and what it may be called.

It is advice: nothing here blocks saving or printing, and nothing is counted.
"""

import bisect
import dataclasses
import datetime
from collections.abc import Iterable, Iterator

from app.model.facts import Card
from app.model.ids import RecordId
from app.model.plan import Line, Plan, PlanSection
from app.model.wording import N_, Wording, said
from app.words.easyread import labelling
from app.words.easyread.checker import EasyRead
from app.words.easyread.glossary import Glossary, HardWord
from app.words.easyread.labelling import FirstPage, ReaderCheck
from app.words.easyread.remarks import Remark
from app.words.splitting import Span, words


@dataclasses.dataclass(frozen=True, slots=True)
class OnPlan:
    """A remark and where it belongs.

    Attributes:
        statement: the sentence that it is about; None if it is about a title or about all of it.
        words: the words that it is about, as they stand there.

    """

    remark: Remark
    statement: RecordId | None
    words: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PlanRead:
    """What the rules say about a plan.

    Attributes:
        remarks: in the order of the plan.
        label: "Easy read" or "Easier words", to be translated (L24).
        not_read: sentences in other languages than that of the copy.

    """

    remarks: tuple[OnPlan, ...]
    label: str
    not_read: tuple[RecordId, ...]

    @property
    def open(self) -> tuple[OnPlan, ...]:
        """The grave ones: with these it is not called "Easy read"."""
        return tuple(each for each in self.remarks if each.remark.weight == "F")


@dataclasses.dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    statement: RecordId | None = None
    own: bool = False
    heading: bool = False


def read_plan(
    plan: Plan,
    *,
    easy_read: EasyRead,
    titles: Wording,
    made_on: datetime.date,
    checked: ReaderCheck | None = None,
) -> PlanRead:
    """Read what a booklet of this plan says, as it says it.

    The person's own words are exempt (R5), and their words and the names of people around them are
    everyday words here, whoever writes them.

    Args:
        plan: as it is printed: without drafts, without what the reader may not see.
        easy_read: the rules.
        titles: how the titles of sections are said; what is in its language is read.
        made_on: the day of the copy.
        checked: who read the copy before, and when; None if nobody did.

    """
    remarks = (
        *(OnPlan(each, None, "") for each in _of_first_page(plan, made_on, easy_read)),
        *_of_pieces(plan, easy_read, titles),
    )
    not_read = tuple(
        line.statement.id
        for line in plan.lines
        if not same_language(line.statement.body.original_lang, titles.lang)
    )
    found = [each.remark for each in remarks]
    return PlanRead(
        remarks=remarks,
        # What no rule has looked at is not called easy.
        label=labelling.label(found, None if not_read else checked, today=made_on),
        not_read=not_read,
    )


def _of_pieces(plan: Plan, easy_read: EasyRead, titles: Wording) -> Iterator[OnPlan]:
    """What the rules say about all of its words as one text, and where in it."""
    pieces, place = list(_pieces(plan, titles)), 0
    spans: list[Span] = []
    for piece in pieces:
        spans.append((place, place + len(piece.text)))
        place += len(piece.text) + 2
    text = "\n\n".join(piece.text for piece in pieces)
    own = [span for span, piece in zip(spans, pieces, strict=True) if piece.own]
    vocabulary = _vocabulary(plan)
    for each in easy_read.document(text, lang=titles.lang, own=own, vocabulary=vocabulary):
        at = _piece_at(each, spans, pieces)
        # The booklet has the heading again on each page, so there is never much under one.
        if each.rule != "W22" or at.heading:
            yield OnPlan(each, at.statement, text[each.start : each.end])


def said_on_cover(
    plan: Plan,
    easy_read: EasyRead,
    words: Wording,
    made_on: datetime.date,
    checked: ReaderCheck | None = None,
) -> str:
    """What the cover of a booklet says: that it is easy read, and who read it, or easier words.

    It follows easy-read rule L24, in a whole sentence: one word alone tells nobody anything.
    """
    found = read_plan(plan, easy_read=easy_read, titles=words, made_on=made_on, checked=checked)
    if found.label == labelling.EASY_READ and checked is not None:
        sentence = N_("Easy read. Checked with {reader} on {day}.")
        return words.t(sentence, reader=checked.reader.strip(), day=words.date(checked.on))
    return words.t(N_("This copy is in easier words."))


def _of_first_page(plan: Plan, made_on: datetime.date, easy_read: EasyRead) -> Iterator[Remark]:
    first = plan.lines[0].statement.body.voice_group if plan.lines else None
    page = FirstPage(
        title="plan",
        whose=plan.person.body.preferred_name,
        made_on=made_on,
        starts_with_what_matters=None if first is None else first != "others",
    )
    yield from labelling.w26_what_whose_when(page, easy_read.rules)
    yield from labelling.w27_what_matters_first(page, easy_read.rules)


def _pieces(plan: Plan, titles: Wording) -> Iterator[_Piece]:
    bodies = (line.statement.body for line in plan.lines)
    own = frozenset(body.original for body in bodies if body.voice_group == "own")
    for section in plan.sections:
        of_section = [*_of_cards(section, own, titles), *_of_section(section, titles.lang)]
        if of_section:
            yield _Piece(f"# {titles.t(section.section.easy)}", heading=True)
            yield from of_section


def _of_cards(section: PlanSection, own: frozenset[str], titles: Wording) -> Iterator[_Piece]:
    for card in section.cards:
        for words_said in words_of_card(card, titles):
            yield _Piece(_as_block(words_said), own=words_said in own)


def words_of_card(card: Card, titles: Wording) -> Iterator[str]:
    """What is printed of a risk, rule or decision, in whatever language it was written."""
    known = (line for fact in card.brief for item in fact.items for line in item)
    for each in (card.title, *known):
        words_said = said(each, titles)
        if words_said.strip():
            yield words_said


def _of_section(section: PlanSection, lang: str) -> Iterator[_Piece]:
    for line in section.lines:
        body = line.statement.body
        if not same_language(body.original_lang, lang):
            continue
        if body.easy and body.easy_ok_by_person:
            yield _Piece(_as_block(body.easy), line.statement.id)
        own = body.voice_group == "own"
        yield _Piece(_as_block(body.original), line.statement.id, own=own)


def _as_block(said: str) -> str:
    """One block, whatever lines it was written in; a word that is cut in two stays cut."""
    return "\n".join(line for line in said.splitlines() if line.strip())


def _vocabulary(plan: Plan) -> Iterable[str]:
    own: Iterable[Line] = (line for line in plan.lines if line.statement.body.voice_group == "own")
    yield from names_around(plan)
    for line in own:
        yield from words(line.statement.body.original)


def hard_words(plan: Plan, glossary: Glossary, *, lang: str) -> tuple[HardWord, ...]:
    """The hard words that a booklet of this plan says in a language, in the order of its words."""
    found: dict[str, HardWord] = {}
    for line in plan.lines:
        body = line.statement.body
        if same_language(body.original_lang, lang):
            for said in (body.original, body.easy if body.easy_ok_by_person else ""):
                for each in glossary.find(said, lang=lang):
                    found.setdefault(each.hard.word, each.hard)
    return tuple(found.values())


def names_around(plan: Plan) -> tuple[str, ...]:
    """The words in the names of the person and of those around them."""
    names = [plan.person.body.preferred_name, *(each.body.name for each in plan.supporters)]
    return tuple(word for name in names for word in words(name))


_NOWHERE = _Piece("")


def _piece_at(remark: Remark, spans: list[Span], pieces: list[_Piece]) -> _Piece:
    """The piece that the whole remark lies in; an empty one if it is about more than one."""
    at = bisect.bisect_right(spans, remark.start, key=lambda span: span[0]) - 1
    within = at >= 0 and remark.start < remark.end <= spans[at][1]
    return pieces[at] if within else _NOWHERE


def same_language(one: str, other: str) -> bool:
    """Whether two tags are of one language, wherever it is spoken."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()
