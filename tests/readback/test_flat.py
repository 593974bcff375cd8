"""From a page to its picture and back to its boxes."""

import cmath
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.readback.flat import Pair, View, fit

PAGE = [(70.0, 40.0), (520.0, 60.0), (510.0, 800.0), (80.0, 700.0), (300.0, 420.0), (110.0, 95.0)]
small = st.floats(-0.0002, 0.0002)
turn = st.floats(-1.0, 1.0)


def _pairs(view: View) -> list[Pair]:
    return [(point, view.at(point)) for point in PAGE]


@given(st.tuples(turn, turn, turn, turn), st.tuples(small, small))
def test_any_view_of_a_page_is_found_again(
    turned: tuple[float, ...], slant: tuple[float, float]
) -> None:
    a, b, d, e = turned
    view = View((2 + a, b, 50.0, d, 3 + e, 80.0, *slant))
    found = fit(_pairs(view))
    only_turned = found.terms[0] == found.terms[4] and found.terms[1] == -found.terms[3]
    assert found.off(_pairs(view)) <= (1.1 if only_turned else 1e-4)


@given(st.floats(0, 6.3), st.floats(1.4, 9), st.integers(0, 10**6))
def test_corners_read_to_whole_dots_bend_no_page(angle: float, scale: float, seed: int) -> None:
    """One code of a sentence and the page's own: the far corner of its box stays in its place."""
    chance, turned = random.Random(seed), cmath.rect(scale, angle)
    lies = View((turned.real, -turned.imag, 900.0, turned.imag, turned.real, 900.0, 0.0, 0.0))
    codes = ((71.0, 129.0, 34.0, 16.0), (488.0, 20.0, 51.0, 24.0))
    corners = [
        (left + wide * right, top + high * lower)
        for left, top, wide, high in codes
        for right, lower in ((0, 0), (1, 0), (1, 1), (0, 1))
    ]
    read = [
        tuple(round(each) + chance.choice((0, -0.3, 0.3)) for each in lies.at(at)) for at in corners
    ]
    found = fit([(at, (x, y)) for at, (x, y) in zip(corners, read, strict=True)])
    far = (540.0, 440.0)
    assert math.dist(found.at(far), lies.at(far)) / scale < 2.0


@given(st.floats(0, 595), st.floats(0, 842))
def test_a_point_that_is_seen_leads_back_to_the_page(x: float, y: float) -> None:
    view = View((2.1, 0.2, 5.0, -0.1, 2.4, 9.0, 0.0001, -0.00005))
    assert view.back(view.at((x, y))) == pytest.approx((x, y), abs=1e-6)


def test_codes_close_together_are_taken_for_flat() -> None:
    corners = [((70.0, 40.0), (140.0, 81.0)), ((104.0, 40.0), (208.0, 79.0)),
               ((104.0, 56.0), (207.0, 112.0)), ((70.0, 56.0), (141.0, 113.0))]  # fmt: skip
    assert fit(corners).terms[6:] == (0.0, 0.0)
