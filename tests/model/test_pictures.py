"""The pictures of the program's own data."""

from collections import Counter

from app.model.ids import PictureRef
from app.model.pictures import has_not, with_not, without_not
from tests.helpers.content import (
    PUZZLE_PIECE,
    is_drawn,
    program_pictures,
    the_guides,
    the_moments,
    the_sections,
    the_topics,
)


def test_every_picture_is_there() -> None:
    assert [ref for ref in program_pictures() if not is_drawn(ref)] == []


def test_the_puzzle_piece_is_never_shown() -> None:
    assert PUZZLE_PIECE not in set(program_pictures())


def test_no_two_things_that_are_shown_together_have_the_same_picture() -> None:
    together = [
        [section.picture for section in the_sections()],
        [topic.picture for topic in the_topics().topics],
        *([stage.picture for stage in guide.stages] for guide in the_guides()),
        [guide.picture for guide in the_guides()],
        *([card.picture for card in topic.cards] for topic in the_topics().topics),
        *([pile.picture for pile in scale.piles] for scale in the_topics().scales),
        *([option.picture for option in moment.options] for moment in the_moments()),
    ]
    for pictures in together:
        assert [p for p, times in Counter(pictures).items() if times > 1] == []


def test_a_drawing_takes_the_mark_for_not_and_gives_it_back() -> None:
    cup = PictureRef("openmoji:2615")
    assert has_not(with_not(cup))
    assert not has_not(cup)
    assert without_not(with_not(cup)) == without_not(cup) == cup
    assert with_not(with_not(cup)) == with_not(cup)


def test_nobody_is_crossed_out() -> None:
    assert with_not(PictureRef("photo:1")) == "photo:1"
