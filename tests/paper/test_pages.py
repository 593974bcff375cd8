"""A finished document drawn page by page, and the words of each page as they are heard."""

import pytest

from app.paper import pages
from tests.helpers.printing import RightToLeftWording, plan, printed, sentence


def test_a_page_is_drawn_as_wide_as_is_asked_for_and_as_high_as_it_is() -> None:
    made = printed(plan(sentence("I like tea.")))
    sizes = pages.sizes(made.pdf)
    assert len(sizes) == made.pages
    for wide in (1, 397, 700, 1286):
        drawn = pages.drawn(made.pdf, 0, wide=wide)
        assert drawn.width == wide
        assert drawn.height == pytest.approx(wide * sizes[0][1] / sizes[0][0], abs=1)
        assert len(drawn.dots) == drawn.row * drawn.height


def test_what_is_drawn_is_the_file_itself() -> None:
    empty, full = (printed(plan(*said)).pdf for said in ((), (sentence("I like tea."),)))
    white = set(pages.drawn(empty, 0, wide=200).dots)
    assert white != {255}
    assert pages.drawn(empty, 0, wide=200).dots == pages.drawn(empty, 0, wide=200).dots
    assert pages.drawn(empty, 1, wide=200).dots != pages.drawn(full, 1, wide=200).dots


def test_the_words_of_a_page_are_known_in_reading_order_with_their_language() -> None:
    urdu = "مجھے چائے پسند ہے۔ فون 0958 7946 20"
    made = printed(
        plan(sentence("I like tea. I like it hot."), sentence(urdu, original_lang="ur")),
        words=RightToLeftWording(),
    )
    assert len(made.said) == made.pages
    said = {each.words: each.lang for page in made.said for each in page}
    assert said["I like tea. I like it hot."] == "en-GB"
    assert said[urdu] == "ur"
    assert not any(each.words.startswith("Page 1 of") for page in made.said for each in page)


def test_words_are_known_with_their_place_on_the_page() -> None:
    made = printed(plan(sentence("I like tea.")))
    width, height = pages.sizes(made.pdf)[0]
    for page in made.said:
        for each in page:
            left, top, wide, high = each.box
            assert 0 <= left < left + wide <= width
            assert 0 <= top < top + high <= height
