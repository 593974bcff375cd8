"""How a plan is told: what stands together in it, on paper and as it is heard."""

from collections.abc import Sequence

from app.model.drawn import DayStory
from app.model.ids import RecordId
from app.model.plan import Line, Plan
from app.model.statement import Statement
from app.model.wording import N_, Wording

PHOTO_OF_ME = N_("The photo of me")
ONLY_HEARD = N_("I said this into the computer. It can be heard there.")
"""What stands for a recording whose words nobody has written down, where it cannot be heard."""

_HERE = "\N{OBJECT REPLACEMENT CHARACTER}"
_ISOLATES = "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"
_MEANS = {
    "sure": N_("This means: {meaning}"),
    "think": N_("We think this means: {meaning}"),
    "guess": N_("We guess that this means: {meaning}"),
}


class Views:
    """Which sentences stand together because they say different things."""

    def __init__(self, lines: Sequence[Line]) -> None:
        by_id = {line.statement.id: line for line in lines}
        self._groups: dict[RecordId, tuple[Line, ...]] = {}
        for line in lines:
            if line.statement.id not in self._groups:
                group = self._reached(line, by_id)
                if len(group) > 1:
                    self._groups |= dict.fromkeys((each.statement.id for each in group), group)

    @staticmethod
    def _reached(line: Line, by_id: dict[RecordId, Line]) -> tuple[Line, ...]:
        """The sentence and all that differ from it or from one another, in the plan's order."""
        found: dict[RecordId, Line] = {}
        waiting = [line]
        while waiting:
            each = waiting.pop()
            if each.statement.id not in found:
                found[each.statement.id] = each
                waiting += [by_id[other] for other in each.differs_from if other in by_id]
        return tuple(each for known, each in by_id.items() if known in found)

    def differs(self, line: Line) -> bool:
        """Whether another printed sentence says something else."""
        return line.statement.id in self._groups

    def of(self, line: Line) -> tuple[Line, ...]:
        """All views that this sentence is one of; nothing where nobody sees it differently."""
        return self._groups.get(line.statement.id, ())

    def starting_with(self, line: Line) -> tuple[Line, ...]:
        """All views, if this sentence is the first of them; nothing otherwise."""
        group = self.of(line)
        return group if group and group[0] is line else ()


def told_in_days(plan: Plan) -> frozenset[RecordId]:
    """The sentences that stand within a day, and need not stand once more."""
    return frozenset(
        said
        for section in plan.sections
        for each in section.drawn
        if isinstance(each, DayStory)
        for part in each.parts
        for said in part.said
    )


def different_views(number: int, words: Wording) -> str:
    """What stands over sentences that say different things (rule R6)."""
    if number > 2:
        return words.tn("{n} different view", "{n} different views", number)
    return words.t(N_("Two different views"))


def as_it_was_said(body: Statement, words: Wording) -> str:
    """What stands over the first words of a sentence that has an easier wording (rule R5)."""
    if body.voice_group == "own":
        return words.t(N_("My own words"))
    return words.t(N_("The words as they were said"))


def meaning(body: Statement, words: Wording) -> str:
    """What is meant by it, and how sure that is; empty where nobody said."""
    if not (body.meaning and body.meaning_confidence):
        return ""
    return words.t(_MEANS[body.meaning_confidence], meaning=body.meaning)


def around_meaning(body: Statement, words: Wording) -> tuple[str, str]:
    """What stands before and after what is meant by it, in the language of ``words``."""
    sentence = _MEANS[body.meaning_confidence or "guess"]
    before, _, after = words.t(sentence, meaning=_HERE).partition(_HERE)
    return before.rstrip(_ISOLATES), after.lstrip(_ISOLATES)
