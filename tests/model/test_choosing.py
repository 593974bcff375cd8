"""Choosing and ordering: nothing is lost or doubled, whatever is pressed."""

from hypothesis import given
from hypothesis import strategies as st

from app.model.choosing import moved, toggled

CHOICES = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1).map(tuple)


@given(CHOICES, st.sampled_from("abcdefgh"))
def test_pressing_twice_leaves_the_others_in_their_order(
    choices: tuple[str, ...], one: str
) -> None:
    others = tuple(each for each in choices if each != one)
    twice = toggled(toggled(choices, one), one)
    assert tuple(each for each in twice if each != one) == others
    assert (one in twice) == (one in choices)


@given(CHOICES, st.sampled_from("abcdefgh"))
def test_what_is_pressed_first_stays_first(choices: tuple[str, ...], one: str) -> None:
    if one not in choices:
        assert toggled(choices, one) == (*choices, one)


@given(st.data(), CHOICES, st.integers(-10, 10))
def test_moving_loses_and_doubles_nothing(
    data: st.DataObject, choices: tuple[str, ...], places: int
) -> None:
    one = data.draw(st.sampled_from(choices))
    after = moved(choices, one, places)
    assert sorted(after) == sorted(choices)
    assert [each for each in after if each != one] == [each for each in choices if each != one]
    wanted = choices.index(one) + places
    assert after.index(one) == max(0, min(len(choices) - 1, wanted))


@given(st.data(), CHOICES)
def test_moving_there_and_back_changes_nothing(
    data: st.DataObject, choices: tuple[str, ...]
) -> None:
    one = data.draw(st.sampled_from(choices[1:] or choices))
    if choices.index(one):
        assert moved(moved(choices, one, -1), one, 1) == choices
