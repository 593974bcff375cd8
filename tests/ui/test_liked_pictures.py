"""Pictures as each person likes them: which are shown, how large, and whether they are clear."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from app.model.ids import PictureRef, RecordId
from app.model.person import BUILT_IN
from app.model.picture_said import PictureSaid
from app.model.record import Record
from app.model.statement import Statement
from app.usecases import people, picture_sets
from app.usecases import statements as statements_
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.helpers.picture_files import drawing
from ui.parts.key_words import KeyWordCard
from ui.parts.pressable import Pressable
from ui.screens.base import Route

ASKED = guide(moment("likes", kind="question"))
TEA, BED, BATH = (PictureRef(f"openmoji:{each}") for each in ("1FAD6", "1F6CF", "1F6C0"))
WORDS = "Tea in bed and then a bath."


def like(driver: Driver, **settings: object) -> RecordId:
    """Have the person like this, and the window with them."""
    person = driver.person()
    ctx = driver.window.ctx
    for field, value in settings.items():
        driver.ask(
            lambda field=field, value=value: people.change_setting(
                ctx.open_notebook, person=person, field=field, value=value, by=person
            )
        )
    kept = driver.ask(lambda: people.person(ctx.open_notebook, person=person))
    driver.window.use_settings(kept.body.ui)
    driver.settle()
    return person


def said(driver: Driver) -> list[Record[Statement]]:
    notebook = driver.window.ctx.open_notebook

    def read() -> list[Record[Statement]]:
        with notebook.unit_of_work() as work:
            return list(work.records.find(Statement))

    return driver.ask(read)


def answers(driver: Driver) -> list[PictureSaid]:
    notebook = driver.window.ctx.open_notebook

    def read() -> list[PictureSaid]:
        with notebook.unit_of_work() as work:
            return [each.body for each in work.records.find(PictureSaid)]

    return driver.ask(read)


def say(driver: Driver, words: str, *symbols: PictureRef, keys: tuple[str, ...] = ()) -> RecordId:
    ctx, person = driver.window.ctx, driver.person()
    sentence = statements_.Said(
        person=person, words=words, lang="en-GB", section="important_to", kind="preference",
        voice="own_spoken", by=person, symbols=symbols, key_words=keys,
    )  # fmt: skip
    return driver.ask(lambda: statements_.say(ctx.open_notebook, sentence)).last("statement")


def show(driver: Driver, statement: RecordId) -> Pressable:
    about = {"person": driver.person(), "statement": statement, "section": "important_to"}
    driver.window.show_route(Route("sentence", about))
    driver.settle()
    card = driver.find("sentence")
    assert card is not None
    return card


def chips(driver: Driver) -> list[Pressable]:
    found = driver.window.findChildren(Pressable)
    return [each for each in found if each.isVisible() and each.objectName().startswith("use-o")]


def test_several_pictures_are_pressed_while_writing_and_kept_with_their_words(own: Driver) -> None:
    like(own, pictures="key_words")
    begin(own, ASKED)
    own.write(WORDS)
    own.settle()
    assert [chip.words for chip in chips(own)] == ["Tea", "in bed", "bath"]
    assert [chip.isChecked() for chip in chips(own)] == [True, False, False]
    own.press(f"use-{chips(own)[2].objectName().removeprefix('use-')}")
    own.press("put-on-card")
    (kept,) = said(own)
    assert kept.body.key_words == ("Tea", "bath")
    assert len(kept.body.symbols) == 2


def test_a_picture_that_is_pressed_again_goes_and_the_others_stay(own: Driver) -> None:
    like(own, pictures="key_words")
    begin(own, ASKED)
    own.write(WORDS)
    own.settle()
    own.press(chips(own)[1].objectName())
    own.press(chips(own)[0].objectName())
    assert [chip.isChecked() for chip in chips(own)] == [False, True, False]
    own.press("use-none")
    assert not any(chip.isChecked() for chip in chips(own))


def test_words_left_half_written_keep_their_pictures_when_they_come_onto_a_card(
    own: Driver,
) -> None:
    like(own, pictures="key_words")
    begin(own, ASKED)
    own.write(WORDS)
    own.settle()
    own.press(chips(own)[2].objectName())
    own.press("next")
    (kept,) = said(own)
    assert kept.body.key_words == ("Tea", "bath")


def test_only_one_picture_is_used_where_one_is_wanted(own: Driver) -> None:
    begin(own, ASKED)
    own.write(WORDS)
    own.settle()
    own.press(chips(own)[1].objectName())
    assert [chip.isChecked() for chip in chips(own)] == [False, True, False]


def test_a_sentence_shows_its_key_words_only_to_whom_likes_them(own: Driver) -> None:
    like(own, pictures="key_words")
    which = say(own, WORDS, TEA, BED, keys=("Tea", "bed"))
    assert isinstance(show(own, which), KeyWordCard)
    like(own, pictures="one_per_idea")
    assert not isinstance(show(own, which), KeyWordCard)


@pytest.mark.parametrize("mode", ["photo", "none"])
def test_a_drawing_is_not_shown_to_whom_wants_photos_or_nothing(own: Driver, mode: str) -> None:
    like(own, pictures=mode)
    assert show(own, say(own, WORDS, TEA))._picture is None


def test_pictures_on_cards_grow_as_the_person_likes_and_signs_on_buttons_do_not(
    own: Driver,
) -> None:
    look = own.window.ctx.look
    card, sign = look.picture(72), look.picture(24)
    like(own, picture_size="biggest")
    assert own.window.ctx.look.picture(72) > card
    assert own.window.ctx.look.picture(24) == sign


def test_one_picture_at_a_time_is_asked_about_and_what_is_not_clear_is_listed(own: Driver) -> None:
    person = like(own)
    tea = say(own, WORDS, TEA)
    say(own, "A bath", BATH)
    own.window.show_route(Route("likes", {"person": person}))
    own.settle()
    own.press("clear-pictures")
    own.press("picture-not_clear")
    own.press("picture-clear")
    assert {each.picture: each.clear for each in answers(own)} == {TEA: "not_clear", BATH: "clear"}
    own.press(f"unclear-{tea}")
    assert own.window.route.screen == "sentence"


def test_stopping_keeps_nothing_of_the_picture_on_screen(own: Driver) -> None:
    person = like(own)
    say(own, WORDS, TEA)
    own.window.show_route(Route("clear_pictures", {"person": person}))
    own.settle()
    own.press("picture-stop")
    assert answers(own) == []
    own.press("pictures-again")
    assert own.find("picture-asked") is not None


def test_a_plan_without_pictures_says_so(own: Driver) -> None:
    person = like(own)
    own.window.show_route(Route("clear_pictures", {"person": person}))
    own.settle()
    assert "There are no pictures beside your words yet." in own.seen()


def test_the_picture_of_a_sentence_is_asked_about_from_it_and_back(own: Driver) -> None:
    like(own)
    say(own, "A bath", BATH)
    show(own, say(own, WORDS, TEA))
    own.press("picture-clear")
    own.press("picture-not_clear")
    assert own.window.route.screen == "sentence"
    assert [each.picture for each in answers(own)] == [TEA]


def test_what_is_not_clear_is_in_the_chooser_no_more(own: Driver) -> None:
    like(own)
    which = say(own, WORDS, TEA)
    show(own, which)
    own.press("picture")
    search = next(each for each in own.window.findChildren(QLineEdit) if each.isVisible())
    search.setText("bath")
    own.settle()
    before = own.names()
    assert any(name.startswith("picture-bath") for name in before)
    show(own, say(own, "A bath", BATH))
    own.press("picture-clear")
    own.press("picture-not_clear")
    own.press("picture")
    search = next(each for each in own.window.findChildren(QLineEdit) if each.isVisible())
    search.setText("bath")
    own.settle()
    shown = [each._picture for each in own.window.findChildren(Pressable) if each.isVisible()]
    assert BATH not in shown


def test_the_chooser_shows_no_drawings_where_only_photos_are_wanted(own: Driver) -> None:
    like(own, pictures="photo")
    show(own, say(own, WORDS, TEA))
    own.press("picture")
    assert "Only photos are shown here." in own.seen()
    assert not any(name.startswith("picture-") for name in own.names())


@pytest.fixture
def known(own: Driver, tmp_path: Path) -> Driver:
    """With a set of two pictures in the notebook."""
    path = tmp_path / "Pictures we know.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("bath.svg", drawing())
        made.writestr("hoist.svg", drawing('<circle cx="5" cy="5" r="4"/>'))
        made.writestr("LICENSE.txt", "CC0")
    notebook = own.window.ctx.open_notebook
    own.ask(lambda: picture_sets.import_set(notebook, path=path, lang="en"))
    return own


def test_the_sets_are_put_in_order_once_there_is_more_than_one(known: Driver) -> None:
    person = like(known)
    known.window.show_route(Route("likes", {"person": person}))
    known.settle()
    (other,) = (n for n in known.names() if n.startswith("set-first-") and BUILT_IN not in n)
    assert "1. Pictures of this program" in known.seen()
    known.press(other)
    assert "1. Pictures we know" in known.seen()
    kept = known.ask(
        lambda: people.person(known.window.ctx.open_notebook, person=person)
    ).body.ui.sets
    assert kept[0].name == "Pictures we know"
    begin(known, ASKED)
    known.write("I like a bath")
    known.settle()
    assert any(name.startswith("use-set:") for name in known.names())


def test_nobody_is_asked_about_sets_where_there_is_only_one(own: Driver) -> None:
    person = like(own)
    own.window.show_route(Route("likes", {"person": person}))
    own.settle()
    assert not any(name.startswith("set-first-") for name in own.names())


def test_in_large_words_pictures_are_in_sight_and_the_other_ways_one_press_away(
    own: Driver,
) -> None:
    like(own, text_percent=200)
    begin(own, ASKED)
    own.press("answer-with-picture")
    shown = next(each for each in own.window.findChildren(Pressable, "picture-home"))
    assert not shown.visibleRegion().isEmpty()
    assert own.find("my-photos") is None
    own.press("other-ways")
    assert own.find("my-photos") is not None
