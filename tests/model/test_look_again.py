"""When limits are looked at again: what the data file may say."""

from typing import Any

import pytest

from app import resources
from app.bootstrap import House
from app.model.errors import BadDataError
from app.model.look_again import read_look_again
from app.shipped import NATION

GOOD = {"new_or_changed_days": 14, "any_days": 60, "source": "A contract.", "sure": "guidance"}


def test_what_ships_can_be_read_and_says_that_its_days_are_nobody_elses(tmp_path) -> None:
    limits = House(tmp_path, tmp_path).look_again
    assert (limits.soon.days, limits.latest.days) == (28, 90)
    assert limits.sure == "own_choice"


def test_the_days_of_a_nation_are_those_of_the_file() -> None:
    limits = read_look_again({"wales": GOOD}, "wales")
    assert (limits.soon.days, limits.latest.days) == (14, 60)


@pytest.mark.parametrize(
    "wrong",
    [
        {"new_or_changed_days": 61},
        {"new_or_changed_days": 0},
        {"any_days": 367},
        {"any_days": "60"},
        {"source": ""},
        {"sure": "certain"},
        {"weeks": 4},
    ],
)
def test_days_that_make_no_sense_are_refused_plainly(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadDataError, match="rules are looked at again are wrong"):
        read_look_again({"wales": GOOD | wrong}, "wales")


@pytest.mark.parametrize("missing", [*GOOD, None])
def test_what_lacks_something_is_refused_plainly(missing: str | None) -> None:
    given = {name: value for name, value in GOOD.items() if name != missing}
    with pytest.raises(BadDataError, match="looked at again"):
        read_look_again({"wales": given} if missing else {}, "wales")


def test_every_nation_of_the_file_can_be_read() -> None:
    data = resources.read_toml("limits.toml")
    assert NATION in data
    for nation in data:
        read_look_again(data, nation)
