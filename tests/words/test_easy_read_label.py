"""What the first page says (W26, W27)."""

import datetime

import pytest

from app.shipped import Shipped
from app.words.easyread.labelling import FirstPage, w26_what_whose_when, w27_what_matters_first

RULES = Shipped().easy_read.rules
DAY = datetime.date(2026, 3, 4)


def test_w26_a_first_page_that_says_what_whose_and_when():
    assert (
        list(w26_what_whose_when(FirstPage(title="My plan", whose="Ann", made_on=DAY), RULES)) == []
    )


@pytest.mark.parametrize(
    "page",
    [
        FirstPage(whose="Ann", made_on=DAY),
        FirstPage(title="My plan", whose=" ", made_on=DAY),
        FirstPage(title="My plan", whose="Ann"),
    ],
)
def test_w26_without_one_of_them_it_is_grave(page):
    assert [each.weight for each in w26_what_whose_when(page, RULES)] == ["F"]


@pytest.mark.parametrize(("starts", "said"), [(True, []), (None, []), (False, ["I"])])
def test_w27_what_matters_first_is_only_worth_knowing(starts, said):
    page = FirstPage(starts_with_what_matters=starts)
    assert [each.weight for each in w27_what_matters_first(page, RULES)] == said
