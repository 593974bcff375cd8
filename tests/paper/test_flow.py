"""Blocks onto pages."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from app.paper.flow import Placed, paginate
from app.paper.sheet import Sheets

ROOM = 100.0


@dataclasses.dataclass(frozen=True)
class Box:
    """A block of whole lines of 10 points."""

    lines: int
    keeps: int = 0
    new_page: bool = False
    gap: float = 5.0
    whole: bool = False
    heading: "Box | None" = None

    @property
    def height(self) -> float:
        return self.lines * 10.0

    def draw(self, sheets: Sheets, top: float) -> None:
        """Nothing to see."""

    def split(self, room: float) -> tuple["Box", "Box"] | None:
        taken = int(room // 10)
        if self.whole or not 0 < taken < self.lines:
            return None
        return Box(taken), dataclasses.replace(self, lines=self.lines - taken, new_page=False)


def heights(pages: list[list[Placed]]) -> list[list[float]]:
    return [[placed.block.height for placed in page] for page in pages]


def test_blocks_follow_one_another_with_their_gap() -> None:
    ((first, second),) = paginate([Box(3), Box(4)], ROOM)
    assert (first.top, second.top) == (0, 35)


def test_a_block_that_does_not_fit_starts_a_page() -> None:
    assert heights(paginate([Box(6), Box(4)], ROOM)) == [[60], [40]]


def test_a_heading_stays_with_the_blocks_it_heads() -> None:
    assert heights(paginate([Box(4), Box(1, keeps=2), Box(1), Box(4)], ROOM)) == [
        [40],
        [10, 10, 40],
    ]


def test_a_block_that_wants_a_page_of_its_own_gets_one() -> None:
    assert heights(paginate([Box(1), Box(1, new_page=True)], ROOM)) == [[10], [10]]


def test_only_a_block_taller_than_a_page_is_cut() -> None:
    assert heights(paginate([Box(1), Box(25), Box(2)], ROOM)) == [[10], [100], [100], [50, 20]]


def test_what_cannot_be_cut_is_placed_all_the_same() -> None:
    assert heights(paginate([Box(30, whole=True)], ROOM)) == [[300]]


def test_a_heading_is_repeated_where_its_blocks_go_on() -> None:
    box = Box(6, heading=Box(1))
    assert heights(paginate([Box(2), box, box], ROOM)) == [[20, 60], [10, 60]]


def test_no_blocks_make_no_pages() -> None:
    assert paginate([], ROOM) == []


@given(st.lists(st.builds(Box, st.integers(1, 25), st.integers(0, 3), st.booleans()), max_size=30))
def test_nothing_is_lost_and_nothing_runs_off_a_page(boxes: list[Box]) -> None:
    pages = paginate(boxes, ROOM)
    assert sum(map(sum, heights(pages))) == sum(box.height for box in boxes)
    for page in pages:
        assert page[-1].top + page[-1].block.height <= ROOM
