"""Goals on paper: what is to be drawn stands with the goal that it is of."""

import pytest

from app.model.contents import Contents
from app.model.documents import document
from app.model.goals import Anchors, Goal, GoalStep
from app.model.ids import RecordId
from app.paper.documents import make
from tests.helpers.printing import job, plan, record, sentence

DRAW, LADDER = "Here I can draw.", "All the steps"


def pages(steps: int, words: str = "Ask Jo.", goals: int = 2) -> list[list[str]]:
    which = plan(*(sentence(f"Goal {n}.", kind="hope") for n in range(goals)))
    person = which.person.id
    wanted = [
        record(Goal(person=person, words=RecordId(f"s{n}"), anchors=Anchors(hoped="Joy.")), f"g{n}")
        for n in range(goals)
    ]
    ladder = [
        record(GoalStep(person=person, goal=goal.id, words=words, who=person), f"{goal.id}.{n}")
        for goal in wanted
        for n in range(steps)
    ]
    contents = Contents(plan=which, reader="Marcus", own=True, others=(*wanted, *ladder))
    made = make(document("goals"), job(which, contents=contents))
    return [[each.words for each in page] for page in made.said]


@pytest.mark.parametrize("steps", [0, 1, 4, 30])
def test_the_room_to_draw_is_on_the_page_of_its_goal(steps: int) -> None:
    found = [page for page in pages(steps) if DRAW in page]
    assert len(found) == 2
    for number, page in enumerate(found):
        assert f"Goal {number}." in page
        assert LADDER in page


@pytest.mark.parametrize("steps", [0, 1, 4])
def test_a_goal_with_a_ladder_of_four_steps_is_one_page(steps: int) -> None:
    assert len(pages(steps)) == 2
