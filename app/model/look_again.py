"""When a limit on a person is looked at again, for each nation: data, not code."""

import datetime
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec

from app.model.errors import BadDataError
from app.model.record import Value
from app.model.wording import N_

_Days = Annotated[int, msgspec.Meta(ge=1, le=366)]


class LookAgain(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """After how many days at the latest.

    Attributes:
        new_or_changed_days: for a rule that is new or was changed.
        any_days: for any rule, unless a reason says why not.
        source: where the days come from.
        sure: how sure that is; ``own_choice`` where nothing outside the program asks for them.

    """

    new_or_changed_days: _Days
    any_days: _Days
    source: Annotated[str, msgspec.Meta(min_length=1)]
    sure: Literal["law", "guidance", "own_choice"]

    def __post_init__(self) -> None:
        """Raise ValueError where a new rule would be looked at later than an old one."""
        if self.new_or_changed_days > self.any_days:
            raise ValueError("new_or_changed_days is more than any_days")

    @property
    def soon(self) -> datetime.timedelta:
        """After which a rule that is new or was changed is looked at again (domain C.7)."""
        return datetime.timedelta(days=self.new_or_changed_days)

    @property
    def latest(self) -> datetime.timedelta:
        """After which any rule is looked at again, unless a reason says why not."""
        return datetime.timedelta(days=self.any_days)


def read_look_again(data: Mapping[str, Any], nation: str) -> LookAgain:
    """What ``resources/limits.toml`` holds for one nation.

    Raises:
        BadDataError: it holds nothing for this nation, or something that is wrong.

    """
    try:
        return msgspec.convert(data.get(nation), LookAgain)
    except msgspec.ValidationError as error:
        raise BadDataError(
            N_("The days after which rules are looked at again are wrong: {problem}."),
            problem=error,
        ) from error
