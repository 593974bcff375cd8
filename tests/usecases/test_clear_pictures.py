"""Which pictures a person finds clear: asked, kept as their answer, and heeded."""

import msgspec
import pytest

from app.model.ids import PictureRef
from app.model.person import Person
from app.model.picture_said import PictureSaid
from app.model.statement import Statement
from app.shipped import Shipped
from app.usecases import clear_pictures, offering, statements
from app.usecases.offering import Offering

from .conftest import TODAY

IDEAS = Shipped().ideas
TEA, MUM = PictureRef("openmoji:1FAD6"), PictureRef("photo:mum")


def say(home, words, *symbols, keys=()):
    statements.say(
        home.notebook,
        statements.Said(
            person=home.person, by=home.by, words=words, lang="en-GB", section="food",
            kind="preference", voice="own_spoken", symbols=symbols, key_words=keys,
        ),
    )  # fmt: skip


def answer(home, ref, clear, word="tea"):
    return clear_pictures.say(
        home.notebook, person=home.person, picture=ref, clear=clear, word=word, by=home.by, on=TODAY
    )


def pictures(home) -> clear_pictures.PicturesOfPlan:
    return clear_pictures.of_plan(home.notebook, person=home.person, ideas=IDEAS)


def answers(home) -> list[PictureSaid]:
    with home.notebook.unit_of_work() as work:
        return [each.body for each in work.records.find(PictureSaid, person=home.person)]


def idea(word):
    return next(iter(IDEAS.carried(word, lang="en"))).idea


def test_each_picture_is_asked_about_once_with_the_word_it_stands_for(home):
    bus = idea("bus").pictures[0]
    say(home, "I take the bus to town", bus)
    say(home, "The bus is loud", PictureRef(f"not:{bus}"))
    say(home, "Mum helps me", MUM, keys=("Mum",))
    shown = pictures(home).shown
    assert [(each.picture, each.word) for each in shown] == [(bus, "take the bus"), (MUM, "Mum")]


def test_a_picture_of_which_nobody_knows_the_word_stands_beside_its_sentence(home):
    say(home, "Mondays", TEA)
    assert [each.word for each in pictures(home).shown] == ["Mondays"]


def test_an_answer_is_the_persons_and_a_new_one_takes_its_place(home):
    answer(home, PictureRef(f"not:{TEA}"), "not_clear")
    answer(home, TEA, "clear")
    (kept,) = answers(home)
    assert (kept.picture, kept.clear, kept.voice) == (TEA, "clear", "own_choice_symbol")
    assert kept.asked_by == home.by


def test_those_not_asked_about_come_first(home):
    say(home, "Tea", TEA)
    say(home, "Mum", MUM)
    answer(home, TEA, "not_sure")
    assert [each.picture for each in pictures(home).shown] == [MUM, TEA]


def test_every_place_of_a_picture_that_is_not_clear_is_listed(home):
    say(home, "Tea", TEA)
    say(home, "Mum makes tea", MUM, TEA, keys=("Mum", "tea"))
    answer(home, TEA, "not_clear")
    places = pictures(home).not_clear
    assert [each.statement.body.original for each in places] == ["Tea", "Mum makes tea"]
    answer(home, TEA, "clear")
    assert pictures(home).not_clear == ()


def offered(known: Offering, text: str) -> tuple[PictureRef, ...]:
    return offering.pictures(known, ideas=IDEAS, text=text, lang="en-GB", most=3)


def test_a_picture_that_is_not_clear_is_not_offered_but_another_of_the_idea_or_none(home):
    several = next(each for each in IDEAS if len(each.pictures) > 1)
    word = IDEAS.words_for(several, "en")[0]
    answer(home, several.pictures[0], "not_clear")
    for ref in idea("bus").pictures:
        answer(home, ref, "not_clear")
    known = offering.offering(home.notebook, person=home.person, ideas=IDEAS)
    assert offered(known, word) == (several.pictures[1],)
    assert offered(known, "I take the bus") == ()


def test_a_clear_picture_comes_before_another_of_the_same_idea(home):
    several = next(each for each in IDEAS if len(each.pictures) > 1)
    answer(home, several.pictures[1], "clear")
    known = offering.offering(home.notebook, person=home.person, ideas=IDEAS)
    word = IDEAS.words_for(several, "en")[0]
    assert offered(known, word)[0] == several.pictures[1]


@pytest.mark.parametrize("clear", ["clear", "not_sure"])
def test_not_being_sure_changes_nothing(home, clear):
    answer(home, idea("bus").pictures[0], clear)
    known = offering.offering(home.notebook, person=home.person, ideas=IDEAS)
    assert offered(known, "I take the bus") == idea("bus").pictures[:1]


def like(home, **settings):
    with home.notebook.unit_of_work() as work:
        me = work.records.get(home.person, Person)
        ui = msgspec.structs.replace(me.body.ui, **settings)
        work.records.revise(me.id, msgspec.structs.replace(me.body, ui=ui), by=home.by)
        work.commit()


def test_who_wants_photos_is_offered_photos_alone(home):
    say(home, "Swimming with Mum", MUM)
    like(home, pictures="photo")
    known = offering.offering(home.notebook, person=home.person, ideas=IDEAS)
    assert offered(known, "I like to swim") == (MUM,)
    assert offered(known, "I take the bus") == ()


def test_who_wants_no_pictures_is_offered_none(home):
    like(home, pictures="none")
    known = offering.offering(home.notebook, person=home.person, ideas=IDEAS)
    assert offered(known, "I take the bus") == ()


def test_each_picture_is_offered_with_the_words_it_stands_for(home):
    known = offering.offering(home.notebook, person=home.person, ideas=IDEAS)
    found = offering.offered(known, ideas=IDEAS, text="The bus, then a bath", lang="en", most=3)
    assert [each.word for each in found] == ["bus", "bath"]


def sentence(home):
    with home.notebook.unit_of_work() as work:
        return work.records.find(Statement, person=home.person)[-1]


def another(home, instead_of, picture):
    clear_pictures.another_picture(
        home.notebook, statement=sentence(home).id, instead_of=instead_of, picture=picture,
        by=home.by,
    )  # fmt: skip


def test_another_picture_takes_the_place_of_the_one_that_is_meant(home):
    say(home, "Mum makes tea", MUM, TEA, keys=("Mum", "tea"))
    mug = PictureRef("photo:mug")
    another(home, TEA, mug)
    assert sentence(home).body.symbols == (MUM, mug)
    assert sentence(home).body.key_words == ("Mum", "tea")


@pytest.mark.parametrize("gone", [None, PictureRef("openmoji:2615")])
def test_another_picture_takes_the_place_of_the_main_one_where_none_is_meant(home, gone):
    say(home, "Mum makes tea", MUM, TEA, keys=("Mum", "tea"))
    mug = PictureRef("photo:mug")
    another(home, gone, mug)
    assert sentence(home).body.symbols == (mug, TEA)
    another(home, mug, None)
    assert (sentence(home).body.symbols, sentence(home).body.key_words) == ((), ())
