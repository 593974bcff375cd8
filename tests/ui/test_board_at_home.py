"""A board that goes home on paper: printed in a talk, ticked, scanned, and read by a person."""

from pathlib import Path

import pytest

from app.model.home_sheets import BoardSheet
from app.model.session import Board
from tests.helpers import scans
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.screens.base import Route

SORTING = moment(
    "sorting", kind="board", stage="sort", topic="food", section="working_not_working",
    scale="doing_ok",
)  # fmt: skip


@pytest.fixture
def scan(own: Driver, tmp_path: Path) -> Path:
    """A scan of the first page, on which breakfast is not going well, on the screen for it."""
    begin(own, guide(SORTING))
    for _ in own.talk.board.body.cards:
        own.press("pile-going_well")
    own.press("right")
    own.press("print-to-fill")
    own.choose(tmp_path)
    (page,) = tmp_path.glob("*.pdf")
    (sheet,) = own.records(BoardSheet)
    line = sheet.body.cards[0]
    image = scans.pages(page.read_bytes())[line.page - 1]
    scans.write(image, line.squares[sheet.body.piles.index("not_going_well")])
    (tmp_path / "scan.jpg").write_bytes(scans.scan(image))
    own.window.show_route(Route("came_back", {"person": own.talk.person.id}))
    own.settle()
    return tmp_path / "scan.jpg"


def test_each_card_is_shown_and_a_person_presses_where_it_lies(own: Driver, scan: Path) -> None:
    own.press("open")
    own.choose(scan)
    assert "Food and meals. How is this going?" in own.seen()
    marked = own.find("lies-breakfast-not_going_well")
    assert marked is not None
    assert not marked.isChecked()
    own.press("lies-breakfast-not_going_well")
    own.press("keep")
    assert "What is kept waits for the next talk." in own.seen()
    of_the_talk, at_home = own.records(Board)
    assert of_the_talk.body.confirmed
    assert at_home.body.at_home == own.window.ctx.today
    assert {c.id: c.pile for c in at_home.body.cards if c.pile} == {"breakfast": "not_going_well"}


def test_where_nothing_was_pressed_nothing_is_kept(own: Driver, scan: Path) -> None:
    own.press("open")
    own.choose(scan)
    own.press("lies-breakfast-so_so")
    own.press("lies-breakfast-so_so")
    own.press("keep")
    assert "Nothing is written or ticked there." in own.seen()
    own.press("leave")
    assert len(own.records(Board)) == 1
