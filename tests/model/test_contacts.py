"""Whom a person can tell when they are not safe: what the list of them may hold."""

from typing import Any

import pytest

from app.model.contacts import Number, read_contacts
from app.model.errors import BadDataError
from app.resources import read_toml
from app.shipped import NATION
from app.words.extraction import marked_in_data
from app.words.openmoji import OpenMoji

GOOD = {"words": "The police", "picture": "openmoji:1F46E"}


def contacts(*listed: Any) -> Any:
    return {"england": {"contact": list(listed)}}


def test_a_number_is_read_digit_by_digit() -> None:
    assert Number(number="03000 616161").heard == "0 3 0 0 0 6 1 6 1 6 1"


def test_each_shipped_contact_has_a_picture_that_there_is() -> None:
    pictures = OpenMoji.installed()
    found = read_contacts(read_toml("contacts.toml"), NATION)
    assert all(pictures.picture(each.picture, None) is not None for each in found)


def test_every_word_of_a_contact_is_translated() -> None:
    data = contacts(GOOD | {"explain": "Ask.", "numbers": [{"words": "Now", "number": "999"}]})
    marked = [each.ids for each in marked_in_data(data, file="contacts.toml")]
    assert marked == [("The police",), ("Ask.",), ("Now",)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": "The police"},
        GOOD | {"words": " "},
        GOOD | {"picture": "police.png"},
        GOOD | {"numbers": [{"number": "nine"}]},
        GOOD | {"numbers": [{"number": ""}]},
        GOOD | {"numbers": ["999"]},
        GOOD | {"telephone": "999"},
        "The police",
    ],
)
def test_a_wrong_contact_is_refused_in_one_sentence(wrong: Any) -> None:
    with pytest.raises(BadDataError, match=r"The list of people to tell is wrong: .+\."):
        read_contacts(contacts(wrong), "england")


@pytest.mark.parametrize("data", [{}, {"england": {}}, {"england": {"contact": []}}])
def test_a_nation_without_contacts_is_refused(data: Any) -> None:
    with pytest.raises(BadDataError, match="There is no list of people to tell for england"):
        read_contacts(data, "england")
