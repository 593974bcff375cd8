"""A picture in the place of another: of the one that is seen, and with its mark for "not"."""

from PySide6.QtWidgets import QPlainTextEdit

from app.model.ids import PictureRef, RecordId
from app.usecases import clear_pictures
from tests.helpers.driver import Driver, begin
from ui.screens.base import Route

from .test_liked_pictures import ASKED, BATH, BED, TEA, WORDS, like, said, say, show

NO_COFFEE = PictureRef("not:openmoji:2615")


def first_picture(driver: Driver) -> str:
    return next(n for n in driver.names() if n.startswith("picture-") and n != "picture-clear")


def choose(driver: Driver) -> None:
    driver.press("picture")
    driver.press(first_picture(driver))


def in_place_of(driver: Driver, which: RecordId) -> tuple[PictureRef, ...]:
    return next(each.body.symbols for each in said(driver) if each.id == which)


def test_another_picture_of_what_somebody_does_not_like_keeps_the_mark_for_not(own: Driver) -> None:
    which = say(own, "I do not like coffee.", NO_COFFEE)
    show(own, which)
    choose(own)
    (symbol,) = in_place_of(own, which)
    assert symbol.startswith("not:")
    assert symbol != NO_COFFEE


def test_the_mark_can_be_taken_off_also_where_nothing_says_not(own: Driver) -> None:
    which = say(own, "Coffee.", NO_COFFEE)
    show(own, which)
    own.press("picture")
    own.press("with-not")
    own.press(first_picture(own))
    (symbol,) = in_place_of(own, which)
    assert not symbol.startswith("not:")


def test_the_mark_is_offered_where_something_is_hated(own: Driver) -> None:
    show(own, say(own, "I hate coffee."))
    own.press("picture")
    assert own.find("with-not") is not None


def test_a_card_of_a_talk_keeps_the_mark_for_not_with_another_picture(own: Driver) -> None:
    begin(own, ASKED)
    own.write("I do not like coffee")
    own.settle()
    own.press("use-with-not")
    own.press("how-own_spoken")
    own.press("put-on-card")
    own.press(next(n for n in own.names() if n.startswith("statement-")))
    assert own.find("with-not") is not None
    own.press(first_picture(own))
    (kept,) = said(own)
    assert kept.body.symbols[0].startswith("not:")


def test_words_being_written_keep_the_mark_when_more_pictures_are_looked_at(own: Driver) -> None:
    begin(own, ASKED)
    own.write("I do not like coffee")
    own.settle()
    own.press("use-with-not")
    own.press("look-for-picture")
    own.press(first_picture(own))
    own.press("how-own_spoken")
    own.press("put-on-card")
    (kept,) = said(own)
    assert kept.body.symbols[0].startswith("not:")


def test_the_picture_that_is_seen_is_the_one_that_is_changed(own: Driver) -> None:
    like(own, pictures="key_words")
    which = say(own, WORDS, BED, BATH, TEA, keys=("gone", "bath", "Tea"))
    show(own, which)
    choose(own)
    first, second, third = in_place_of(own, which)
    assert (first, second) == (BED, BATH)
    assert third != TEA


def test_a_picture_that_is_not_clear_is_changed_where_it_stands(own: Driver) -> None:
    like(own, pictures="key_words")
    which = say(own, WORDS, TEA, BED, BATH, keys=("Tea", "bed", "bath"))
    ctx, person = own.window.ctx, own.person()
    own.ask(
        lambda: clear_pictures.say(
            ctx.open_notebook, person=person, picture=BATH, clear="not_clear", word="bath",
            by=person, on=ctx.today,
        )
    )  # fmt: skip
    own.window.show_route(Route("clear_pictures", {"person": person}))
    own.settle()
    own.press("picture-stop")
    own.press(f"unclear-{which}")
    own.press("picture")
    assert "bath" in own.seen()
    own.press(first_picture(own))
    first, second, third = in_place_of(own, which)
    assert (first, second) == (TEA, BED)
    assert third != BATH


def test_a_picture_just_said_to_be_unclear_is_the_one_that_is_changed(own: Driver) -> None:
    like(own, pictures="key_words")
    which = say(own, WORDS, TEA, BED, keys=("Tea", "bed"))
    show(own, which)
    own.press("picture-clear")
    own.press("picture-clear")
    own.press("picture-not_clear")
    choose(own)
    first, second = in_place_of(own, which)
    assert first == TEA
    assert second != BED


def test_no_picture_is_taken_by_itself_where_something_is_said_against_it(own: Driver) -> None:
    begin(own, ASKED)
    for words in ("The coffee was awful", "Coffee makes me sick"):
        own.write(words)
        own.press("how-own_spoken")
        own.press("put-on-card")
    assert [each.body.symbols for each in said(own)] == [(), ()]


def test_putting_a_sentence_differently_leaves_no_picture_that_says_the_opposite(
    own: Driver,
) -> None:
    which = say(own, "I do not like coffee", NO_COFFEE, keys=("coffee",))
    show(own, which)
    own.press("change")
    field = own.window.findChild(QPlainTextEdit, "new-words")
    assert field is not None
    field.setPlainText("I like coffee now")
    own.press("say-so")
    assert in_place_of(own, which) == ()
