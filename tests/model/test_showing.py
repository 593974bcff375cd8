"""Which pictures of a sentence are shown, as its person likes them."""

import pytest

from app.model.halfsaid import FurtherPicture, HalfSaid
from app.model.ids import PictureRef, RecordId
from app.model.showing import KeyPicture, as_read, first_shown, is_photo, shown
from app.model.statement import Statement

TEA, BED, MUM, MARKED = (
    PictureRef(each)
    for each in ("openmoji:2615", "openmoji:1F6CF", "photo:mum", "not:openmoji:2615")
)


def said(words: str, *symbols: PictureRef, keys: tuple[str, ...] = ()) -> Statement:
    return Statement(
        person=RecordId("p"), section="food", kind="preference", voice="own_spoken",
        original=words, symbols=symbols, key_words=keys,
    )  # fmt: skip


@pytest.mark.parametrize("mode", ["one_per_idea", "key_words"])
def test_a_sentence_of_before_shows_its_first_picture_and_no_word_is_made_up(mode):
    assert shown(said("Tea in bed", TEA, BED), mode) == (KeyPicture(TEA),)


def test_with_key_words_each_picture_stands_over_its_word_as_the_sentence_comes_to_it():
    sentence = said("Tea in bed with Mum", TEA, MUM, BED, keys=("Tea", "Mum", "bed"))
    assert shown(sentence, "key_words") == (
        KeyPicture(TEA, "Tea"), KeyPicture(BED, "bed"), KeyPicture(MUM, "Mum"),
    )  # fmt: skip
    assert shown(sentence, "one_per_idea") == (KeyPicture(TEA),)


@pytest.mark.parametrize(
    ("words", "begins_right", "turned"),
    [("Tea", False, False), ("Tea", True, True), ("چائے", True, False), ("چائے", False, True)],
)
def test_the_pictures_run_as_the_words_do_on_any_page(words, begins_right, turned):
    keys = (KeyPicture(TEA, "1"), KeyPicture(BED, "2"))
    row = as_read(keys, said(words), right_to_left=begins_right)
    assert row == (keys[::-1] if turned else keys)


def test_never_more_than_three():
    words = ("one", "two", "three", "four")
    assert len(shown(said("one two three four", *[TEA] * 4, keys=words), "key_words")) == 3


def test_a_word_that_is_not_in_the_sentence_any_more_is_not_shown():
    sentence = said("Coffee in bed", TEA, BED, keys=("Tea", "bed"))
    assert shown(sentence, "key_words") == (KeyPicture(BED, "bed"),)
    assert shown(sentence, "key_words", text="I sleep") == (KeyPicture(TEA),)


def test_a_mark_over_a_picture_stays_over_it():
    sentence = said("I do not like tea in bed", MARKED, BED, keys=("tea", "bed"))
    assert shown(sentence, "key_words") == (KeyPicture(MARKED, "tea"), KeyPicture(BED, "bed"))
    assert shown(sentence, "one_per_idea") == (KeyPicture(MARKED),)


def test_only_photos_where_the_person_wants_photos():
    assert shown(said("Tea with Mum", TEA, MUM), "photo") == (KeyPicture(MUM),)
    assert shown(said("Tea", TEA), "photo") == ()
    assert is_photo(PictureRef("not:photo:mum"))
    assert not is_photo(PictureRef("set:abc"))


def test_nothing_where_the_person_wants_none():
    assert shown(said("Tea with Mum", MUM, keys=("Mum",)), "none") == ()
    assert first_shown((MUM,), "none") is None


def test_what_is_being_written_keeps_words_and_pictures_in_their_places():
    further = (FurtherPicture(ref=BED, word="bed"),)
    writing = HalfSaid(words="tea in bed", picture=TEA, key_word="tea", further=further)
    assert (writing.symbols, writing.key_words) == ((TEA, BED), ("tea", "bed"))
    assert HalfSaid(words="tea", picture=TEA).key_words == ()
    assert HalfSaid(words="tea").symbols == ()
