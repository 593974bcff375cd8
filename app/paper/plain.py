"""The sections of a plan as lines of text, in the order in which the booklet has them."""

from collections.abc import Iterable, Iterator

from app.model import translation_told
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
from app.model.telling import (
    ONLY_HEARD,
    Views,
    as_it_was_said,
    different_views,
    meaning,
    told_in_days,
)
from app.model.translation import Translated
from app.model.whose_words import whose_words
from app.model.wording import N_, Wording, said


class PlainLines:
    """A plan in lines of text.

    Args:
        plan: what is told.
        words: the language of the copy; ``second_lang`` is the tag of the one below it.

    """

    def __init__(self, plan: Plan, words: Wording, second_lang: str = "") -> None:
        self._plan, self._words = plan, words
        self._langs = (words.lang, second_lang)
        self._views = Views(plan.lines)
        self._lines = {line.statement.id: line for line in plan.lines}
        self._in_days = told_in_days(plan)

    def section(self, section: PlanSection) -> Iterator[str]:
        """Cards, what is drawn, own words, differing views together, and what others add."""
        for card in section.cards:
            yield from self._card(card)
        for each in section.drawn:
            yield from self._day(each) if isinstance(each, DayStory) else self._circle(each)
        for line in self._alone(section.own):
            yield from self._told(line)
        for line in section.lines:
            group = self._views.starting_with(line)
            if group:
                yield from ("", different_views(len(group), self._words))
            for view in group:
                yield from self._told(view, by_name=True)
        others = tuple(self._alone(section.others))
        if others:
            yield from ("", self._words.t(N_("Others add")))
        for line in others:
            yield from self._told(line)

    def _alone(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Those that are told neither within a day nor beside another view."""
        for line in lines:
            if not self._views.differs(line) and line.statement.id not in self._in_days:
                yield line

    def _card(self, card: Card) -> Iterator[str]:
        """A risk, a rule or a decision in short; one that is not complete says so (rule R10)."""
        words = self._words
        yield from ("", said(card.title, words), card.standing(words))
        for fact in card.brief:
            yield fact.label.said(words)
            yield from (said(line, words) for item in fact.items for line in item)
        if card.written:
            yield said(card.written, words)

    def _circle(self, circle: Circle) -> Iterator[str]:
        t = self._words.t
        yield from ("", t(CIRCLE_WORDS))
        for ring in RINGS:
            names = [each.name for each in circle.people if each.ring == ring]
            if names:
                yield from ("", t(RING_WORDS[ring][0]), *names)

    def _day(self, story: DayStory) -> Iterator[str]:
        t = self._words.t
        yield from ("", t(DAY_WORDS[story.which]))
        for part in story.parts:
            yield from ("", t(TIME_WORDS[part.time][0]))
            if part.felt is not None:
                yield t(FELT_WORDS[part.felt][0])
            for each in part.said:
                line = self._lines[each]
                yield from self._told(line)
                if self._views.differs(line):
                    yield different_views(2, self._words)

    def _told(self, line: Line, *, by_name: bool = False) -> Iterator[str]:
        """The words, in each language of the copy, then whose they are, as the mark says it."""
        person = self._plan.person.body
        shown = translation_told.beside(line, self._langs, home=person.known_home)
        yield ""
        yield from (text for each in shown.before for text in self._translated(each))
        yield from self._as_said(line)
        yield from (text for each in shown.after for text in self._translated(each))
        whose = whose_words(line, person=person.preferred_name, words=self._words, by_name=by_name)
        yield f"({whose})"

    def _as_said(self, line: Line) -> Iterator[str]:
        body, words = line.statement.body, self._words
        if body.easy and body.easy_ok_by_person:
            yield body.easy
            yield as_it_was_said(body, words)
        yield body.original or words.t(ONLY_HEARD)
        if meant := meaning(body, words):
            yield meant

    def _translated(self, each: Translated) -> tuple[str, str]:
        """What it says, and who says so; a computer is named as one (rule R12)."""
        return each.body.text, f"({translation_told.told(each, self._words)})"
