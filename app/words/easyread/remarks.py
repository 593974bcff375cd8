"""What the easy-read helper says about a text: advice with its place, never a score."""

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from app.model.errors import BadDataError
from app.model.record import Value
from app.model.wording import N_, Phrase, Told

Weight = Literal["I", "W", "F"]
"""Information, warning, or a text with this is not called "Easy read". Nothing blocks saving."""

ABOUT_OTHERS = frozenset({"W13", "W29"})
"""Rules about how others speak of a person: nobody's own words are ever measured by them."""


class Rule(Value, frozen=True, kw_only=True):
    """One rule as the table has it.

    Attributes:
        id: its number, such as W01.
        about: what it looks at.
        weight: from mild to grave.
        limits: the numbers of the rule, if it has any.
        own: the person's own words are exempt from it (R5).

    """

    id: str
    about: str
    weight: tuple[Weight, ...]
    limits: tuple[int, ...] = ()
    own: bool = False

    def reached(self, count: float) -> Weight | None:
        """How grave it is to have so many, by the limits; None if that is not too many."""
        over = sum(count > limit for limit in self.limits[: len(self.weight)])
        return self.weight[over - 1] if over else None


@dataclasses.dataclass(frozen=True, slots=True)
class Remark:
    """One piece of advice.

    Attributes:
        rule: the rule's number.
        start: where in the text what it is about begins, and ``end`` where it ends.
        says: what it is, in one plain sentence.
        change: one change that would help.

    """

    rule: str
    start: int
    end: int
    weight: Weight
    says: Phrase
    change: Phrase


class Rules:
    """The table of rules."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = {rule.id: rule for rule in rules}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Rules":
        """Read what ``rules.toml`` holds.

        Raises:
            BadDataError: a rule lacks something.

        """
        try:
            return cls(tuple(msgspec.convert({"id": key, **data[key]}, Rule) for key in data))
        except (msgspec.ValidationError, TypeError) as error:
            raise BadDataError(
                N_("The list of easy-read rules is wrong: {problem}."), problem=str(error)
            ) from error

    def __getitem__(self, rule: str) -> Rule:
        return self._rules[rule]

    def exempts_own_words(self, rule: str) -> bool:
        """Whether the person's own words are never remarked on by it (R5)."""
        return self._rules[rule].own

    def remark(
        self,
        rule: str,
        place: tuple[int, int],
        says: Phrase,
        change: Phrase,
        *,
        weight: Weight | None = None,
    ) -> Remark:
        """A remark of this rule, as grave as the table says unless ``weight`` is given."""
        return Remark(rule, *place, weight or self[rule].weight[-1], says, change)


def phrase(sentence: str, **values: Told) -> Phrase:
    """A marked sentence with what fills its places."""
    return Phrase(sentence, tuple(values.items()))
