"""A board filled in at home: it waits, says nothing yet, and is where the next talk begins."""

import copy

import pytest

from app.bootstrap import House
from app.model import pack_marks
from app.model.documents import document
from app.model.errors import NotAllowedError
from app.model.home_sheets import BoardSheet, SheetLaid, TickLine
from app.model.ids import RecordId, new_record_id
from app.model.packs import Area
from app.model.record import Record
from app.model.session import Board, Session
from app.model.statement import Statement
from app.model.wording import said
from app.readback.protocol import CardBox, Opened, Page
from app.usecases import (
    about_me,
    boards,
    boards_at_home,
    documents,
    due,
    people,
    sessions,
    sheets_at_home,
)
from app.usecases.boards_at_home import BoardBack

from .conftest import NOW, TODAY, Home
from .test_boards import WORDS, Table

AREA = Area(left=1, bottom=2, wide=3, high=4)


@pytest.fixture
def table(home: Home, house: House) -> Table:
    return Table(home, house)


def go_home(table: Table, write: object = None) -> RecordId:
    """Print the sheet of a board."""
    sheet = new_record_id()
    laid = SheetLaid(
        lines=tuple(
            TickLine(card=card.id, page=1, row=AREA, squares=(AREA,) * len(table.scale.piles))
            for card in table.topic.cards
        ),
        corners=(AREA, AREA),
    )
    board = boards.one(table.home.notebook, board=table.board)
    body = boards_at_home.sheet_of(board, table.scale, laid, on=TODAY)
    sheets_at_home.put(
        table.home.notebook, sheet=sheet, body=body, by=table.home.by,
        write=write or (lambda: None),  # type: ignore[arg-type]
    )  # fmt: skip
    return sheet


def come_back(table: Table, sheet: RecordId) -> BoardBack:
    """What a scan of it gives: the first square of every card is full of ink."""
    inks = (0.2, *[0.0] * (len(table.scale.piles) - 1))
    signs = pack_marks.pack_signs(sheet)
    cards = tuple(CardBox(signs, card.id, b"png", inks) for card in table.topic.cards)
    opened = Opened((Page(pack=signs, page=1, cards=cards),))
    (back,) = boards_at_home.of_file(table.home.notebook, opened=opened, person=table.home.person)
    return back


def keep(table: Table, **piles: str) -> Record[Board]:
    back = come_back(table, go_home(table))
    made = boards_at_home.keep(
        table.home.notebook, back=back, piles=piles, on=TODAY, by=table.home.by
    )
    return boards.one(table.home.notebook, board=made.last("board"))


def test_every_card_comes_back_with_its_picture_and_what_ink_is_there_decides_nothing(
    table: Table,
) -> None:
    back = come_back(table, go_home(table))
    assert [each.card.id for each in back.cards] == [card.id for card in table.topic.cards]
    assert back.cards[0].picture == b"png"
    assert back.cards[0].inks[table.scale.piles[0].id] == 0.2
    assert all(not each.card.pile for each in back.cards)


def test_a_sheet_of_another_plan_gives_nothing(table: Table, home: Home) -> None:
    sheet = go_home(table)
    other = people.add_person(
        home.notebook, preferred_name="Bo", home_language="en-GB", worker="w", worker_name="Sam",
        today=TODAY,
    ).last("person")  # fmt: skip
    signs = pack_marks.pack_signs(sheet)
    opened = Opened((Page(pack=signs, page=1, cards=(CardBox(signs, "x", b"", ()),)),))
    assert boards_at_home.of_file(home.notebook, opened=opened, person=other) == ()


def test_a_sheet_that_could_not_be_written_is_not_looked_for(table: Table) -> None:
    def full() -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        go_home(table, full)
    with table.home.notebook.unit_of_work() as work:
        assert work.records.find(BoardSheet) == ()


def test_r4_what_was_sorted_at_home_is_kept_as_said_there_and_says_nothing_yet(
    table: Table,
) -> None:
    card = table.topic.cards[0].id
    home_board = keep(table, **{card: table.says})
    assert home_board.body.at_home == TODAY
    assert home_board.created_by == table.home.by
    assert [c.id for c in home_board.body.cards if c.pile == table.says] == [card]
    assert not home_board.body.confirmed
    assert table.sentences() == []
    assert all(not each.pile for each in table.now().cards)


def test_a_sheet_on_which_nothing_is_ticked_is_not_kept(table: Table) -> None:
    back = come_back(table, go_home(table))
    with pytest.raises(NotAllowedError):
        boards_at_home.keep(
            table.home.notebook, back=back, piles={table.topic.cards[0].id: ""}, on=TODAY,
            by=table.home.by,
        )  # fmt: skip


def waiting(table: Table, session: RecordId | None = None) -> list[str]:
    with table.home.notebook.unit_of_work() as work:
        records = work.records.find(Board, person=table.home.person)
    found = due.of_person(records, name="Ann", today=TODAY, session=session)
    return [each.words for each in found if each.what == "sorted"]


def next_talk(table: Table) -> RecordId:
    home = table.home
    with home.notebook.unit_of_work() as work:
        open_ones = [each.id for each in work.records.find(Session) if each.body.open]
    for each in open_ones:
        sessions.stop(home.notebook, session=each, by=home.by, now=NOW)
    return sessions.start(
        home.notebook, person=home.person, guide=table.guide, by=home.by, now=NOW
    ).last("session")


def test_it_waits_as_a_card_until_the_person_was_asked_about_it(table: Table) -> None:
    card = table.topic.cards[1]
    home_board, talk = keep(table, **{card.id: table.says}), next_talk(table)
    assert waiting(table) == [WORDS.t(card.words)]
    for choice in ("not_today", "now"):
        due.choose(
            table.home.notebook, record=home_board.id, choice=choice, session=talk, step="due",
            by=table.home.by, at=NOW,
        )  # fmt: skip
        assert bool(waiting(table)) is (choice == "not_today")
    assert waiting(table, talk) == [WORDS.t(card.words)]


def test_r4_the_next_talk_lays_the_cards_as_at_home_and_the_person_says_if_that_is_right(
    table: Table,
) -> None:
    card = table.topic.cards[1].id
    keep(table, **{card: table.says})
    again = _laid_out(table)
    assert {c.id: c.pile for c in again.now().cards if c.pile} == {card: table.says}
    assert not again.now().confirmed
    assert again.sentences() == []
    assert waiting(table) == []
    again.confirm()
    assert [each.card for each in again.sentences()] == [card]
    assert isinstance(again.sentences()[0], Statement)
    assert not again.sentences()[0].kept


def test_what_was_sorted_in_a_talk_since_counts_more(table: Table) -> None:
    keep(table, **{table.topic.cards[0].id: table.says})
    _laid_out(table).place(1, table.says)
    assert all(not each.pile for each in _laid_out(table).now().cards)


def _laid_out(table: Table) -> Table:
    """The same topic on the table of another talk."""
    talk, home = next_talk(table), table.home
    again = copy.copy(table)
    again.session = talk
    again.board = boards.lay_out(
        home.notebook, session=talk, step=table.step, moment=table.moment, topic=table.topic,
        words=WORDS, by=home.by,
    ).last("board")  # fmt: skip
    return again


def test_r7_what_was_sorted_at_home_is_in_nobody_elses_copy_of_the_board(table: Table) -> None:
    home_board = keep(table, **{table.topic.cards[0].id: table.says})
    named = documents.latest(
        table.home.notebook, document("board"), person=table.home.person, named=""
    )
    assert named == table.board != home_board.id


def test_r5_what_was_sorted_at_home_is_told_with_everything_about_the_person(
    table: Table, house: House
) -> None:
    keep(table, **{table.topic.cards[0].id: table.says})
    told = about_me.about_me(
        table.home.notebook, person=table.home.person, sections=house.sections,
        guides=house.guides, topics=house.topics, today=TODAY,
    )  # fmt: skip
    labels = [
        said(fact.label, WORDS)
        for part in told.parts
        for group in part.groups
        for entry in group.entries
        for fact in entry.facts
    ]
    assert "Cards that I sorted at home" in labels
    assert "" not in labels
