"""Topics with their cards, and scales."""

from tests.helpers.content import the_topics


def test_a_topic_has_few_cards_each_with_a_name_of_its_own() -> None:
    topics = the_topics().topics
    assert 14 <= len(topics) <= 18
    for topic in topics:
        names = [card.id for card in topic.cards]
        assert len(set(names)) == len(names)
        if topic.id != "practice":
            assert 5 <= len(names) <= 7, topic.id


def test_the_words_on_cards_are_short() -> None:
    for topic in the_topics().topics:
        assert all(len(card.words.split()) <= 5 for card in topic.cards), topic.id


def test_the_six_scales_have_three_piles_each_with_the_good_end_first() -> None:
    first = {scale.id: scale.piles[0].id for scale in the_topics().scales}
    assert first == {
        "feeling": "like",
        "importance": "really",
        "doing_ok": "going_well",
        "help": "myself",
        "happening": "happens",
        "sure": "sure",
    }
    assert all(len(scale.piles) == 3 for scale in the_topics().scales)


def test_a_pile_that_says_something_says_it_with_its_card() -> None:
    for scale in the_topics().scales:
        for pile in scale.piles:
            assert bool(pile.says) == bool(pile.sentence) == ("{card}" in pile.sentence)
