"""Which pictures stay beside a sentence whose words are changed."""

import pytest

from app.model.ids import PictureRef
from app.model.statement import Statement
from app.shipped import Shipped
from app.usecases import statements

from .conftest import Home

IDEAS = Shipped().ideas
CUP, TEA, MUM = PictureRef("openmoji:2615"), PictureRef("openmoji:1FAD6"), PictureRef("photo:mum")
NO_CUP = PictureRef("not:openmoji:2615")


def put(home: Home, before: str, symbols, keys, after: str, *, tell=IDEAS.denies, lang="en-GB"):
    """The pictures and key words of a sentence after it was put differently."""
    said = statements.Said(
        person=home.person, by=home.by, words=before, lang=lang, section="food",
        kind="preference", voice="own_spoken", symbols=symbols, key_words=keys,
    )  # fmt: skip
    which = statements.say(home.notebook, said).last("statement")
    statements.change_words(home.notebook, statement=which, words=after, by=home.by, denies=tell)
    with home.notebook.unit_of_work() as work:
        body = work.records.get(which, Statement).body
    assert body.original == after
    return body.symbols, body.key_words


@pytest.mark.parametrize(
    ("before", "picture", "after"),
    [
        ("I do not like coffee", NO_CUP, "I like coffee now"),
        ("I like coffee", CUP, "I do not like coffee"),
        ("I like coffee", CUP, "I hate coffee"),
        ("I like coffee", CUP, "Coffee is disgusting"),
    ],
)
@pytest.mark.parametrize("key", [("coffee",), ()])
def test_no_drawing_is_left_to_say_the_opposite(home: Home, before, picture, after, key):
    assert put(home, before, (picture,), key, after) == ((), ())


@pytest.mark.parametrize(
    ("before", "picture", "after"),
    [
        ("I like coffee", CUP, "I really like coffee"),
        ("I do not like coffee", NO_CUP, "I never drink coffee"),
    ],
)
def test_a_picture_whose_word_still_stands_and_means_the_same_stays(
    home: Home, before, picture, after
):
    assert put(home, before, (picture,), ("coffee",), after) == ((picture,), ("coffee",))


def test_a_picture_goes_with_its_word(home: Home):
    symbols, keys = put(
        home, "Mum makes tea", (MUM, TEA), ("Mum", "tea"), "Tea is made with a steamer"
    )
    assert (symbols, keys) == ((TEA,), ("Tea",))


def test_part_of_another_word_is_not_the_word(home: Home):
    assert put(home, "I like tea", (TEA,), ("tea",), "I like steam") == ((), ())


def test_a_photo_without_a_word_stays_whatever_is_said(home: Home):
    assert put(home, "I like this", (MUM,), (), "I do not like this") == ((MUM,), ())


def test_a_photo_whose_word_still_stands_stays(home: Home):
    after = "I do not like it when Mum shouts"
    assert put(home, "I like Mum", (MUM,), ("Mum",), after) == ((MUM,), ("Mum",))


def test_where_nobody_can_tell_what_is_denied_no_drawing_stays(home: Home):
    after = put(home, "Tea with Mum", (TEA, MUM), (), "Tea, then Mum", tell=None)
    assert after == ((MUM,), ())


def test_the_same_words_change_nothing(home: Home):
    assert put(home, "Tea", (TEA,), (), "Tea", tell=None) == ((TEA,), ())


def test_what_is_denied_is_known_in_the_language_of_the_sentence(home: Home):
    assert put(home, "Lubię kawę", (CUP,), (), "Nie lubię kawy", lang="pl") == ((), ())
