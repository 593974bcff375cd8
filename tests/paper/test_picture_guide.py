"""The picture guides on paper: three pages each, with every sentence, and about nobody."""

import datetime
import io
import typing

import pypdf
import pytest

from app.bootstrap import House
from app.model.help import NOBODY_CHECKED, PAGES, GuideName
from app.paper.press import Printed
from tests.helpers.spoken_pdf import spoken


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    folder = tmp_path_factory.mktemp("house")
    return House(folder, folder)


def printed(house: House, name: GuideName, lang: str = "en-GB") -> Printed:
    day = datetime.date(2026, 3, 4)
    return house.picture_guide(house.help_in(lang), name, made_on=day, words=house.wording(lang))


@pytest.mark.parametrize("name", typing.get_args(GuideName))
def test_each_page_of_it_is_a_page_with_all_its_sentences(house: House, name: GuideName) -> None:
    made = printed(house, name)
    assert (made.pages, made.missing, made.left_out_pictures) == (PAGES, (), ())
    pages = [
        " ".join(p.extract_text().split()) for p in pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    ]
    for page, text in zip(house.help_in("en").picture_guide(name).page, pages, strict=True):
        assert page.title in text
        assert all(block.words in text for block in page.block)


def test_the_first_page_says_what_it_is(house: House) -> None:
    first = pypdf.PdfReader(io.BytesIO(printed(house, "person").pdf)).pages[0]
    assert "How my plan is made" in first.extract_text()


@pytest.mark.parametrize("lang", ["en-GB", "cy", "ur", "uk", "bn", "so"])
def test_it_says_at_once_where_nobody_has_checked_its_words(house: House, lang: str) -> None:
    told = house.wording(lang).t(NOBODY_CHECKED)
    made = printed(house, "keyworker", lang)
    heard = [each.text for each in spoken(made.pdf) if each.text.strip()]
    assert made.pages == PAGES
    assert (heard[1] == told) is house.help_in(lang).is_unchecked()


def test_the_same_day_gives_the_same_bytes(house: House) -> None:
    assert printed(house, "person").pdf == printed(house, "person").pdf
