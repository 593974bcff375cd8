"""The sorting board: carried or pressed, own topics and cards, kept and printed as it was left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.model.session import Board
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.parts.pileframe import PileFrame

SORTING = moment(
    "sorting",
    kind="board",
    stage="sort",
    topic="food",
    section="working_not_working",
    scale="doing_ok",
)
TOPICS = moment("topics", kind="topics", section="", field="agenda")
EACH = {**SORTING, "topic": "", "for_each": "agenda"}


@pytest.fixture
def board(own: Driver) -> Driver:
    begin(own, guide(SORTING))
    return own


def table(driver: Driver) -> Board:
    record = driver.talk.board
    assert record is not None
    return record.body


def carry(driver: Driver, card: str, to: str) -> None:
    """Press the card down, move to the place, let go."""
    held = driver.find(card)
    assert held is not None
    place = driver.window.findChild(PileFrame, to)
    target = place.mapTo(driver.window, place.rect().center()) if place else QPoint(5, 5)
    there = held.mapFrom(driver.window, target)
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    for step in range(1, 5):
        QTest.mouseMove(held, QPoint(20, 20) + (there - QPoint(20, 20)) * step / 4)
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=there)
    driver.settle()


def sort_all(driver: Driver) -> None:
    for _ in table(driver).cards:
        driver.press("pile-going_well")


def test_r2_a_card_is_carried_to_its_pile(board: Driver) -> None:
    carry(board, "card-breakfast", "place-not_going_well")
    assert {c.id: c.pile for c in table(board).cards}["breakfast"] == "not_going_well"


def test_a_card_that_slips_is_where_it_was(board: Driver) -> None:
    carry(board, "card-breakfast", "nowhere")
    assert all(not card.pile for card in table(board).cards)
    board.press("pile-going_well")
    carry(board, "card-breakfast", "place-so_so")
    assert table(board).cards[0].pile == "so_so"


def test_the_finished_board_is_kept_as_a_picture_until_a_card_moves(board: Driver) -> None:
    sort_all(board)
    board.press("right")
    picture = table(board).picture
    assert picture is not None
    notebook = board.window.ctx.open_notebook

    def seen() -> bytes:
        with notebook.unit_of_work() as work:
            found = work.media.get(picture)
        assert found is not None
        return found.data

    assert board.ask(seen).startswith(b"\x89PNG")
    carry(board, "card-breakfast", "place-so_so")
    assert table(board).picture is None


def test_the_finished_board_is_made_a_page_to_print(board: Driver, tmp_path: Path) -> None:
    sort_all(board)
    board.press("right")
    board.press("print-board")
    board.choose(tmp_path)
    (page,) = tmp_path.glob("*.pdf")
    assert page.read_bytes().startswith(b"%PDF")


def test_a_topic_of_ones_own_gets_its_own_cards(own: Driver) -> None:
    begin(own, guide(TOPICS, EACH))
    own.press("own-topic")
    own.window.screen._picker.search.setText("My bees")
    own.settle()
    own.press("only-words")
    assert [topic.topic for topic in own.talk.session.body.agenda] == ["My bees"]
    own.next()
    assert "My bees" in own.seen()
    assert table(own).cards == ()


def test_all_cards_lie_there_together_for_whoever_likes_it_so(board: Driver) -> None:
    assert "card-cooking" not in board.names()
    board.press("cards-all")
    assert "card-cooking" in board.names()
    board.press("card-cooking")
    board.press("pile-so_so")
    assert {c.id: c.pile for c in table(board).cards}["cooking"] == "so_so"
    board.press("cards-one")
    assert "card-drinks" not in board.names()
