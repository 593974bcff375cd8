"""A plan as it is said: what stands in its booklet, in the same order, in chapters.

Nothing is chosen here: what is handed in was filtered for whoever will listen (rules R4 and R7).
"""

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence

from app.model import booklet_words, translation_told, wording
from app.model.drawn import (
    CIRCLE_WORDS,
    DAY_WORDS,
    FELT_WORDS,
    RING_WORDS,
    RINGS,
    TIME_WORDS,
    Circle,
    DayStory,
)
from app.model.facts import Card
from app.model.plan import Line, Plan, PlanSection
from app.model.record import Record
from app.model.statement import Statement
from app.model.telling import (
    ONLY_HEARD,
    Views,
    around_meaning,
    as_it_was_said,
    different_views,
    meaning,
    told_in_days,
)
from app.model.translation import Translation
from app.model.whose_words import whose_words
from app.model.wording import N_, Wording, said

_MARK_GOES_ON = " · "


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """Something that is said in one go.

    Attributes:
        lang: its language, a BCP 47 tag.
        statement: the sentence, or the translation, whose own words these are: a recording can take
            their place.

    """

    text: str
    lang: str
    statement: Record[Statement] | Record[Translation] | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a plan that can be found in a sound file.

    Attributes:
        section: the section of the plan that it is; empty for what is said around them.

    """

    title: str
    passages: tuple[Passage, ...]
    section: str = ""


LanguageOf = Callable[[str, str], str]


def _as_expected(_text: str, lang: str) -> str:
    """The language that words are in if nothing speaks against it."""
    return lang


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said besides the plan itself.

    Attributes:
        copy_for: the name of who will listen.
        made_on: the day.
        hard_words: those that stand in it, each with what it means.
        lang_of: the language of words that somebody typed, who did not say which: told the words,
            and the language that they are in if nothing speaks against it.

    """

    copy_for: str
    made_on: datetime.date
    hard_words: Sequence[tuple[str, str]] = ()
    lang_of: LanguageOf = _as_expected


def chapters(kept: Plan, told: Told, words: Wording) -> tuple[Chapter, ...]:
    """The whole plan: what it is and for whom, every section, and what to do if it is wrong.

    Args:
        kept: those sentences and no others that are to be heard.
        told: what is said around them.
        words: the language of what the program says.

    """
    teller = _Teller(kept, words, told.lang_of)
    return (
        Chapter(words.t(N_("My plan")), tuple(teller.beginning(told))),
        *(teller.section(each) for each in kept.sections),
        *teller.end(told),
    )


def one_section(kept: Plan, section: str, told: Told, words: Wording) -> tuple[Chapter, ...]:
    """One section, which begins with whose plan it is, for whom, and of which day; or nothing."""
    teller = _Teller(kept, words, told.lang_of)
    found = (each for each in kept.sections if each.section.id == section)
    return tuple(
        dataclasses.replace(made, passages=(*teller.beginning(told), *made.passages))
        for made in map(teller.section, found)
    )


class _Teller:
    def __init__(self, plan: Plan, words: Wording, lang_of: LanguageOf) -> None:
        self._plan, self._words, self._lang_of = plan, words, lang_of
        self._views = Views(plan.lines)
        self._in_days = told_in_days(plan)
        self._lines = {line.statement.id: line for line in plan.lines}

    def beginning(self, told: Told) -> Iterator[Passage]:
        """Whose plan, what it is, for whom, of which day."""
        yield self._ours(self._plan.person.body.preferred_name)
        yield self._ours(self._words.t(booklet_words.WHAT))
        for fact in booklet_words.facts(
            self._plan,
            copy_for=told.copy_for,
            made_on=told.made_on,
            words=self._words,
        ):
            yield self._ours(fact)

    def section(self, section: PlanSection) -> Chapter:
        """A section: its title, its cards, what is drawn, own words, differing views, others'."""
        title = self._words.t(section.section.easy)
        passages = (
            self._ours(title),
            *(passage for card in section.cards for passage in self._card(card)),
            *self._drawn(section),
            *self._marked(self._alone(section.own)),
            *self._differing(section),
            *self._added(section),
        )
        return Chapter(title, passages, section.section.id)

    def end(self, told: Told) -> Iterator[Chapter]:
        """What to do if something is wrong, and what hard words mean."""
        t = self._words.t
        wrong = t(booklet_words.IF_WRONG)
        advice = booklet_words.advice(self._plan, self._words)
        yield Chapter(wrong, tuple(map(self._ours, (wrong, *advice))))
        if told.hard_words:
            meanings = t(booklet_words.MEANINGS)
            each = (f"{word}: {means}" for word, means in told.hard_words)
            yield Chapter(meanings, tuple(map(self._ours, (meanings, *each))))

    def _ours(self, text: str) -> Passage:
        return Passage(text, self._words.lang)

    def _card(self, card: Card) -> Iterator[Passage]:
        words = self._words
        yield self._ours(said(card.title, words))
        yield self._ours(card.standing(words))
        for fact in card.brief:
            yield self._ours(f"{fact.label.said(words)}:")
            for item in fact.items:
                yield from map(self._typed, item)
        if card.written:
            yield self._ours(said(card.written, words))

    def _drawn(self, section: PlanSection) -> Iterator[Passage]:
        for each in section.drawn:
            if isinstance(each, DayStory):
                yield from self._day(each)
            else:
                yield from self._circle(each)

    def _circle(self, circle: Circle) -> Iterator[Passage]:
        yield self._ours(self._words.t(CIRCLE_WORDS))
        for ring in RINGS:
            names = [each.name for each in circle.people if each.ring == ring]
            if names:
                called = self._words.t(RING_WORDS[ring][0])
                yield self._ours(f"{called}: {', '.join(names)}.")

    def _day(self, story: DayStory) -> Iterator[Passage]:
        t = self._words.t
        yield self._ours(t(DAY_WORDS[story.which]))
        for part in story.parts:
            felt = t(FELT_WORDS[part.felt][0]) if part.felt is not None else ""
            when = t(TIME_WORDS[part.time][0])
            yield self._ours(f"{when}: {felt}" if felt else when)
            for statement in part.said:
                line = self._lines[statement]
                yield from self._marked((line,))
                if self._views.differs(line):
                    yield self._ours(different_views(2, self._words))

    def _alone(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Those that are said neither within a day nor beside another view."""
        for line in lines:
            if not self._views.differs(line) and line.statement.id not in self._in_days:
                yield line

    def _marked(self, lines: Iterable[Line]) -> Iterator[Passage]:
        """Sentences; whose words they are is said first, and once for several of the person's."""
        before = ""
        for line in lines:
            mark = self._whose(line)
            if mark != before:
                yield self._ours(mark)
            others = line.statement.body.voice_group == "others"
            before = "" if others else mark
            yield from self._sentence(line)

    def _differing(self, section: PlanSection) -> Iterator[Passage]:
        for line in section.lines:
            group = self._views.starting_with(line)
            if group:
                yield self._ours(different_views(len(group), self._words))
            for view in group:
                yield self._ours(self._whose(view, by_name=True))
                yield from self._sentence(view)

    def _added(self, section: PlanSection) -> Iterator[Passage]:
        lines = tuple(self._alone(section.others))
        if lines:
            yield self._ours(self._words.t(N_("Others add")))
        yield from self._marked(lines)

    def _whose(self, line: Line, *, by_name: bool = False) -> str:
        person = self._plan.person.body.preferred_name
        mark = whose_words(line, person=person, words=self._words, by_name=by_name)
        return f"{mark.replace(_MARK_GOES_ON, ', ')}:"

    def _sentence(self, line: Line) -> Iterator[Passage]:
        """The easy wording the person agreed to, then the words as they were said (rule R5).

        What was translated into the language of the copy is said before, each in its own voice.
        """
        body = line.statement.body
        translated = tuple(self._translated(line))
        yield from translated
        if translated and not (body.easy and body.easy_ok_by_person):
            yield self._ours(f"{as_it_was_said(body, self._words)}:")
        if body.easy and body.easy_ok_by_person:
            yield Passage(body.easy, body.original_lang)
            yield self._ours(f"{as_it_was_said(body, self._words)}:")
        only_heard = self._words.t(ONLY_HEARD)
        text, lang = body.original, body.original_lang
        yield Passage(text or only_heard, lang if text else self._words.lang, line.statement)
        yield from self._meaning(body)

    def _translated(self, line: Line) -> Iterator[Passage]:
        """Who or what translated it and whether it was checked, and then what it says (R12)."""
        for each in translation_told.beside(line, (self._words.lang,)).before:
            yield self._ours(f"{translation_told.told(each, self._words)}:")
            yield Passage(each.body.text, each.body.lang, each.record)

    def _meaning(self, body: Statement) -> Iterator[Passage]:
        """What is meant, in the voice of its own language."""
        meant = meaning(body, self._words)
        same = body.original_lang.split("-")[0] == self._words.lang.split("-")[0]
        if meant and same:
            yield self._ours(meant)
        elif meant:
            before, after = around_meaning(body, self._words)
            yield self._ours(before)
            yield Passage(body.meaning, body.original_lang)
            if any(map(str.isalpha, after)):
                yield self._ours(after)

    def _typed(self, line: wording.Told) -> Passage:
        """A line of a card: a sentence of the program, or typed by somebody."""
        text = said(line, self._words)
        lang = self._lang_of(text, self._words.lang) if isinstance(line, str) else self._words.lang
        return Passage(text, lang)
