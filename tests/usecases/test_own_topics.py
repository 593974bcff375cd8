"""Topics and cards of somebody's own, made at the table and kept for next time."""

import pytest

from app.bootstrap import House
from app.model.drawn import OwnTopic
from app.model.errors import BadWordsError, NotAllowedError
from app.model.ids import PictureRef, RecordId
from app.model.topics import Topic
from app.model.wording import SourceWording
from app.usecases import boards, own_topics, sessions
from app.usecases.own_topics import with_own

from .conftest import NOW, Home

BEES = PictureRef("openmoji:1F41D")


@pytest.fixture
def talk(home: Home, house: House) -> RecordId:
    guide = house.guides["review"]
    return sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW).last(
        "session"
    )


def bring(home: Home, talk: RecordId, words: str, added_by: str = "person") -> None:
    own_topics.bring(
        home.notebook, session=talk, step="topics", words=words, picture=BEES,
        added_by=added_by, by=home.by, at=NOW,
    )  # fmt: skip


def own(home: Home) -> tuple[OwnTopic, ...]:
    with home.notebook.unit_of_work() as work:
        return tuple(each.body for each in work.records.find(OwnTopic, person=home.person))


def offered(home: Home, house: House) -> dict[str, Topic]:
    with home.notebook.unit_of_work() as work:
        kept = work.records.find(OwnTopic, person=home.person)
    return {topic.id: topic for topic in with_own(house.topics.topics, kept)}


def lay_out(home: Home, house: House, talk: RecordId, topic: str) -> RecordId:
    moment = house.guides["review"].moment("sorting")
    assert moment is not None
    return boards.lay_out(
        home.notebook, session=talk, step=f"sorting:{topic}", moment=moment,
        topic=offered(home, house)[topic], words=SourceWording(), by=home.by,
    ).last("board")  # fmt: skip


def add_card(home: Home, board: RecordId, words: str) -> None:
    boards.add_card(home.notebook, board=board, words=words, symbol=BEES, by=home.by)


def test_a_topic_of_ones_own_lies_on_the_table_and_is_offered_again(
    home: Home, talk: RecordId, house: House
) -> None:
    bring(home, talk, "My bees")
    agenda = sessions.session(home.notebook, session=talk).body.agenda
    assert [topic.topic for topic in agenda] == ["My bees"]
    assert offered(home, house)["My bees"].picture == BEES


def test_the_same_topic_is_kept_once(home: Home, talk: RecordId) -> None:
    bring(home, talk, "My bees")
    bring(home, talk, " My  bees ")
    assert [topic.words for topic in own(home)] == ["My bees"]


def test_a_topic_needs_words(home: Home, talk: RecordId) -> None:
    with pytest.raises(BadWordsError):
        bring(home, talk, "  ")
    assert own(home) == ()


def test_a_helpers_third_topic_is_not_taken_and_not_kept(home: Home, talk: RecordId) -> None:
    for words in ("Bees", "Boats"):
        bring(home, talk, words, added_by="supporter")
    with pytest.raises(NotAllowedError):
        bring(home, talk, "Bills", added_by="supporter")
    assert [topic.words for topic in own(home)] == ["Bees", "Boats"]


def test_a_card_of_ones_own_is_there_again_the_next_time(
    home: Home, talk: RecordId, house: House
) -> None:
    add_card(home, lay_out(home, house, talk, "food"), "Honey")
    (again,) = offered(home, house)["food"].cards[-1:]
    assert (again.words, again.picture) == ("Honey", BEES)
    assert [card.words for card in house.topics.topic("food").cards].count("Honey") == 0


def test_a_card_is_kept_once_and_a_practice_card_never(
    home: Home, talk: RecordId, house: House
) -> None:
    board = lay_out(home, house, talk, "food")
    add_card(home, board, "Honey")
    add_card(home, board, "honey")
    assert [card.words for card in own(home)[0].cards] == ["Honey"]
    practice = house.guides["review"].moment("practice")
    tried = boards.lay_out(
        home.notebook, session=talk, step="practice", moment=practice,
        topic=house.topics.topic("practice"), words=SourceWording(), by=home.by,
    ).last("board")  # fmt: skip
    add_card(home, tried, "Lemonade")
    assert len(own(home)) == 1


def test_cards_of_an_own_topic_stay_with_it(home: Home, talk: RecordId, house: House) -> None:
    bring(home, talk, "My bees")
    add_card(home, lay_out(home, house, talk, "My bees"), "Honey")
    assert [card.words for card in offered(home, house)["My bees"].cards] == ["Honey"]
    assert len(own(home)) == 1
