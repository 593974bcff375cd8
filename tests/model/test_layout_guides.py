"""What a guide may not say of scales, days and of what is asked again."""

import pytest

from app.model.errors import BadDataError
from tests.helpers.guides import guide, moment

THING = {"id": "bus", "words": "The bus", "picture": "openmoji:1F68C"}
SCALE = moment("bus", kind="scale", scale="feeling", options=[THING])
TWO = [{**THING, "id": name} for name in ("like", "do_not_like")]


@pytest.mark.parametrize(
    ("moments", "problem"),
    [
        ([{**SCALE, "options": []}], "has no name"),
        ([{**SCALE, "options": TWO}], "only one thing"),
        ([{**SCALE, "scale": ""}], "needs a scale"),
        ([moment("d", kind="day", about="good", section="", says="")], "'says' cannot be"),
        ([moment("d", kind="day", about="good", section="")], "needs a section"),
        ([moment("d", kind="day")], "good or hard"),
        ([SCALE, moment("last", only_if="bus:bus")], "would never come"),
        ([SCALE, moment("check", kind="either_or", options=TWO, again="bus")], "not the same"),
        ([moment("first"), {**SCALE, "again": "first"}], "'again' is for"),
        ([{**SCALE, "again": "nowhere"}], "no moment before it"),
    ],
)
def test_a_guide_nobody_could_answer_is_refused(moments: list[dict], problem: str) -> None:
    with pytest.raises(BadDataError, match=problem):
        guide(*moments)


def test_the_places_of_a_scale_are_its_answers() -> None:
    wanted = moment("last", only_if="bus:like")
    again = {**SCALE, "id": "check", "section": "", "again": "bus"}
    assert len(guide(SCALE, again, wanted).moments) == len(("bus", "check", "last", "read_back"))


def test_what_a_scale_fills_is_checked_against_its_places() -> None:
    filling = {**SCALE, "section": "", "fills": "hard_day.safe_now"}
    with pytest.raises(BadDataError, match="'safe_now' cannot be 'like'"):
        guide(filling)
    assert guide({**filling, "fills": "hard_day.place"}).moments
