"""A plan as it is read: section by section, whose words, draft or kept."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from app.model.drawn import Circle, DayStory, PartOfDay
from app.model.facts import Card
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.sections import Section, Sections
from app.model.statement import Statement, VoiceGroup
from app.model.translation import Translated

Drawn = Circle | DayStory
"""What a person laid out in pictures, and what stands in a section as they laid it out."""

_CATCH_ALL = "also_worth_knowing"
_ORDER: dict[VoiceGroup, int] = {"own": 0, "shown": 1, "joint": 2, "others": 3}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a plan with the names that go with it.

    Attributes:
        statement: the sentence.
        said_by: the name of whose words they are, where they are not the person's.
        scribed_by: the name of who wrote them down.
        view: the person's reply to somebody else's sentence, if they gave one.
        differs_from: other sentences of the plan that say something else.
        translated: the same in other languages, as far as it stands.

    """

    statement: Record[Statement]
    said_by: str = ""
    scribed_by: str = ""
    view: str = ""
    differs_from: tuple[RecordId, ...] = ()
    translated: tuple[Translated, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PlanSection:
    """A section with its sentences: own words first, then shown, together, and others'.

    Attributes:
        cards: what stands in it beside the sentences: risks, rules, decisions.
        drawn: what the person laid out in pictures, the latest last.

    """

    section: Section
    lines: tuple[Line, ...]
    cards: tuple[Card, ...] = ()
    drawn: tuple[Drawn, ...] = ()

    @property
    def own(self) -> tuple[Line, ...]:
        """What the person said, showed or wrote together with somebody."""
        return tuple(x for x in self.lines if x.statement.body.voice_group != "others")

    @property
    def others(self) -> tuple[Line, ...]:
        """What others add."""
        return tuple(x for x in self.lines if x.statement.body.voice_group == "others")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One person's plan as it stands.

    Attributes:
        sections: those that hold something, in the plan's order.

    """

    person: Record[Person]
    supporters: tuple[Record[Supporter], ...]
    sections: tuple[PlanSection, ...]
    read_on: datetime.date

    @property
    def lines(self) -> tuple[Line, ...]:
        """All sentences in reading order."""
        return tuple(line for section in self.sections for line in section.lines)

    def only_kept(self, *, with_private: bool = False) -> "Plan":
        """The plan without drafts (rule R4), and without private sentences unless asked for.

        Cards stay: a limit that is really in place is never left out (rule R10). A circle stays
        once the person said that it is right. Of a day stays what was kept, and a part that has
        no words once the person said that the day is right.
        """
        seen = {
            line.statement.id: line.statement.body
            for line in self.lines
            if line.statement.body.kept and (with_private or not line.statement.body.private)
        }
        kept = []
        for section in self.sections:
            lines = tuple(line for line in section.lines if line.statement.id in seen)
            drawn = _drawn_to_keep(section.drawn, seen)
            if lines or section.cards or drawn:
                kept.append(dataclasses.replace(section, lines=lines, drawn=drawn))
        return dataclasses.replace(self, sections=tuple(kept))


def arrange(
    *,
    person: Record[Person],
    supporters: tuple[Record[Supporter], ...],
    statements: tuple[Record[Statement], ...],
    sections: Sections,
    today: datetime.date,
    cards: Mapping[str, tuple[Card, ...]] | None = None,
    drawn: Mapping[str, tuple[Drawn, ...]] | None = None,
    translated: Mapping[RecordId, tuple[Translated, ...]] | None = None,
    everything: bool = False,
) -> Plan:
    """Put sentences into their sections; those of a section no longer known to the last one.

    Hidden sentences, those the person said are not theirs, the person's replies, and what was said
    for a record alone (a hard day, feedback) stand in no section unless ``everything`` is asked
    for. ``cards`` and what is ``drawn`` stand in the section that they are under, and what is
    ``translated`` at its sentence.
    """
    cards, drawn, translated = cards or {}, drawn or {}, translated or {}
    names = {each.id: each.body.name for each in supporters}
    views = {
        each.body.answer_to.statement: each.body.answer_to.view
        for each in statements
        if each.body.answer_to is not None
    }
    differs = _differences(statements)
    by_section: dict[str, list[Line]] = {section.id: [] for section in sections}
    for each in statements:
        unseen = each.withdrawn or each.body.disowned or each.body.answer_to is not None
        if (unseen or not each.body.section) and not everything:
            continue
        line = Line(
            statement=each,
            said_by=names.get(each.body.said_by, "") if each.body.said_by else "",
            scribed_by=names.get(each.body.scribed_by, "") if each.body.scribed_by else "",
            view=views.get(each.id, ""),
            differs_from=differs.get(each.id, ()),
            translated=translated.get(each.id, ()),
        )
        known = each.body.section if each.body.section in sections else _CATCH_ALL
        by_section[known].append(line)
    filled = tuple(
        PlanSection(
            section=sections[name],
            lines=tuple(sorted(lines, key=_reading)),
            cards=cards.get(name, ()),
            drawn=drawn.get(name, ()),
        )
        for name, lines in by_section.items()
        if lines or cards.get(name) or drawn.get(name)
    )
    return Plan(person=person, supporters=supporters, sections=filled, read_on=today)


def _drawn_to_keep(drawn: Iterable[Drawn], seen: Mapping[RecordId, Statement]) -> tuple[Drawn, ...]:
    """The circle if it was confirmed, and the latest good and hard day with what is seen of it."""
    latest: dict[str, Drawn] = {}
    for each in drawn:
        if isinstance(each, DayStory):
            parts = tuple(_parts_to_keep(each, seen))
            if parts:
                latest[each.which] = msgspec.structs.replace(each, parts=parts)
        elif each.confirmed and any(one.ring for one in each.people):
            latest["circle"] = each
    return tuple(latest[name] for name in sorted(latest))


def _parts_to_keep(story: DayStory, seen: Mapping[RecordId, Statement]) -> Iterator[PartOfDay]:
    """What was chosen for words that are not seen is not seen either, nor what nobody said yes to.

    A picture or the weather without words is read back with the day as a whole.
    """
    for part in story.parts:
        said = tuple(each for each in part.said if each in seen)
        if said == part.said:
            if said or story.confirmed:
                yield part
        elif said:
            theirs = any(part.picture in seen[each].symbols for each in said)
            yield msgspec.structs.replace(part, said=said, picture=part.picture if theirs else None)


def _reading(line: Line) -> tuple[int, str]:
    return _ORDER[line.statement.body.voice_group], line.statement.id


def _differences(statements: tuple[Record[Statement], ...]) -> dict[RecordId, tuple[RecordId, ...]]:
    """Which sentences say something else than which, both ways round (rule R6)."""
    pairs: dict[RecordId, set[RecordId]] = {}
    for each in statements:
        for other in each.body.conflicts_with:
            pairs.setdefault(each.id, set()).add(other)
            pairs.setdefault(other, set()).add(each.id)
    return {one: tuple(sorted(others)) for one, others in pairs.items()}
