import pytest

from app.bootstrap import House
from app.model.errors import BadWordsError
from app.model.ids import RecordId
from app.model.session import Board
from app.model.statement import Statement
from app.model.topics import Topic
from app.model.wording import SourceWording
from app.usecases import boards, sessions, statements
from tests.helpers.guides import KNOWN

from .conftest import NOW, TODAY, Home

WORDS = SourceWording()


class Table:
    """A sorting board laid out on the first topic of the program."""

    def __init__(self, home: Home, house: House, *, practice: bool = False) -> None:
        self.home = home
        self.guide = house.guides["review"]
        self.moment = next(
            m for m in self.guide.moments if m.kind == "board" and m.practice == practice
        )
        self.topic: Topic = house.topics.topics[0]
        self.scale = house.topics.scale(self.moment.scale)
        self.says = next(pile.id for pile in self.scale.piles if pile.says)
        self.silent = next((pile.id for pile in self.scale.piles if not pile.says), "")
        start = sessions.start(
            home.notebook, person=home.person, guide=self.guide, by=home.by, now=NOW
        )
        self.session = start.last("session")
        self.step = f"{self.moment.id}:{self.topic.id}"
        self.board: RecordId = boards.lay_out(
            home.notebook, session=self.session, step=self.step, moment=self.moment,
            topic=self.topic, words=WORDS, by=home.by,
        ).last("board")  # fmt: skip

    def now(self) -> Board:
        found = boards.board(self.home.notebook, session=self.session, step=self.step)
        assert found is not None
        return found.body

    def place(self, card: int, pile: str) -> None:
        boards.place(
            self.home.notebook, board=self.board, card=self.topic.cards[card].id, pile=pile,
            by=self.home.by,
        )  # fmt: skip

    def confirm(self) -> None:
        boards.confirm(
            self.home.notebook, board=self.board, moment=self.moment, scale=self.scale,
            words=WORDS, by=self.home.by, at=NOW,
        )  # fmt: skip

    def sentences(self) -> list[Statement]:
        with self.home.notebook.unit_of_work() as work:
            return [each.body for each in work.records.find(Statement, session=self.session)]


@pytest.fixture
def table(home: Home, house: House) -> Table:
    return Table(home, house)


def test_a_board_is_laid_out_with_every_card_still_to_be_placed(table: Table) -> None:
    assert [card.id for card in table.now().cards] == [card.id for card in table.topic.cards]
    assert {card.pile for card in table.now().cards} == {""}


def test_a_card_can_be_moved_at_any_time_and_has_to_be_confirmed_again(table: Table) -> None:
    table.place(0, table.says)
    table.place(1, table.says)
    table.confirm()
    table.place(0, table.says)
    cards = {card.id: card for card in table.now().cards}
    assert cards[table.topic.cards[0].id].order == 2
    assert not table.now().confirmed
    table.place(0, "")
    assert table.now().cards[0].pile == ""


def test_confirming_makes_each_placed_card_a_draft_in_the_persons_voice(table: Table) -> None:
    table.place(1, table.says)
    table.confirm()
    (sentence,) = table.sentences()
    card = WORDS.t(table.topic.cards[1].words)
    assert card.casefold() in sentence.original.casefold()
    assert sentence.voice == "own_choice_symbol"
    assert not sentence.kept
    assert sentence.section == table.moment.section
    answers = sessions.session(table.home.notebook, session=table.session).body.answers
    assert answers[table.step].response == "chosen"


def test_confirming_again_hides_the_draft_of_a_card_that_was_moved(table: Table) -> None:
    table.place(0, table.says)
    table.place(1, table.says)
    table.confirm()
    table.place(0, table.silent)
    table.confirm()
    assert len(table.sentences()) == 1
    assert table.topic.cards[1].words.casefold() in table.sentences()[0].original.casefold()
    table.confirm()
    assert len(table.sentences()) == 1


def test_what_the_person_kept_stays_when_its_card_is_moved(table: Table) -> None:
    table.place(0, table.says)
    table.confirm()
    with table.home.notebook.unit_of_work() as work:
        (sentence,) = work.records.find(Statement, session=table.session)
    statements.read_back(
        table.home.notebook, statement=sentence.id, result="keep", method="", on=TODAY,
        by=table.home.by,
    )  # fmt: skip
    table.place(0, table.silent)
    table.confirm()
    assert [each.original for each in table.sentences()] == [sentence.body.original]


def test_the_blank_card_takes_the_persons_own_words(table: Table) -> None:
    boards.add_card(
        table.home.notebook, board=table.board, words=" My  cat ", symbol=None, by=table.home.by
    )
    card = table.now().cards[-1]
    assert (card.words, card.added, card.pile) == ("My cat", True, "")
    with pytest.raises(BadWordsError):
        boards.add_card(
            table.home.notebook, board=table.board, words=" ", symbol=None, by=table.home.by
        )


def test_a_practice_board_says_nothing(home: Home, house: House) -> None:
    table = Table(home, house, practice=True)
    for card in range(len(table.topic.cards)):
        table.place(card, table.scale.piles[0].id)
    table.confirm()
    assert table.now().confirmed
    assert table.sentences() == []


def test_a_card_on_another_pile_says_what_that_pile_says(table: Table) -> None:
    feeling = KNOWN.topics.scale("feeling")
    table.scale = feeling
    table.place(0, "like")
    table.confirm()
    table.place(0, "do_not_like")
    table.confirm()
    (sentence,) = table.sentences()
    assert sentence.original.endswith("I do not like it.")
