"""The picture guides on paper: three pages each, with every sentence, and about nobody."""

import datetime
import io
import typing

import pypdf
import pytest

from app.bootstrap import House
from app.model.help import PAGES, GuideName
from app.paper.press import Printed


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    folder = tmp_path_factory.mktemp("house")
    return House(folder, folder)


def printed(house: House, name: GuideName, lang: str = "en-GB") -> Printed:
    guide = house.help_in(lang).picture_guide(name)
    day = datetime.date(2026, 3, 4)
    return house.picture_guide(guide, made_on=day, words=house.wording("en-GB"))


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


def test_the_same_day_gives_the_same_bytes(house: House) -> None:
    assert printed(house, "person").pdf == printed(house, "person").pdf
