"""Which pictures are offered for a sentence, to this person."""

import msgspec
import pytest

from app.model.ids import PictureRef
from app.model.person import Person, Supporter
from app.model.photo_facts import InPhoto
from app.model.pictures import with_not
from app.shipped import Shipped
from app.usecases import offering, photo_facts, statements
from app.usecases.offering import Offering
from app.usecases.photo_facts import Told

from .conftest import TODAY

IDEAS = Shipped().ideas
BUS, MUG = PictureRef("openmoji:1F68C"), PictureRef("photo:mug")
MUM, ME = PictureRef("photo:mum"), PictureRef("photo:me")


def offered(known: Offering, text: str, lang: str = "en-GB") -> tuple[PictureRef, ...]:
    return offering.pictures(known, ideas=IDEAS, text=text, lang=lang, most=3)


def say(home, words, symbol):
    statements.say(
        home.notebook,
        statements.Said(
            person=home.person, by=home.by, words=words, lang="en-GB", section="food",
            kind="preference", voice="own_spoken", symbols=(symbol,),
        ),
    )  # fmt: skip


def test_what_was_chosen_with_the_mark_for_not_is_offered_without_it(home):
    mug = PictureRef("openmoji:1F375")
    say(home, "I do not like coffee", with_not(mug))
    assert offered(known(home), "I like coffee")[0] == mug


def known(home) -> Offering:
    return offering.offering(home.notebook, person=home.person, ideas=IDEAS)


def test_with_nothing_known_it_is_what_the_words_carry():
    assert offered(Offering(), "I take the bus") == (BUS,)
    assert offered(Offering(), "Xyzzy") == ()


@pytest.mark.parametrize("text", ["Mum takes me", "I see mum", "mum's bus"])
def test_who_is_named_is_shown_by_their_own_photo_first(text):
    assert offered(Offering(faces=((("mum",), MUM),)), text)[0] == MUM


def test_a_name_is_whole_words():
    faces = ((("jo", "ann"), MUM),)
    assert offered(Offering(faces=faces), "Jo Ann comes") == (MUM,)
    assert offered(Offering(faces=faces), "Jo Anna comes") == ()


def test_the_photos_of_the_person_and_of_those_around_them_are_known(home):
    with home.notebook.unit_of_work() as work:
        me = work.records.get(home.person, Person)
        body = msgspec.structs.replace(me.body, photo=ME)
        work.records.revise(me.id, body, by=home.by)
        mum = Supporter(person=home.person, role="family", name="Mum", paid=False, photo=MUM)
        work.records.add(mum, by=home.by)
        work.commit()
    name = body.preferred_name
    assert offered(known(home), f"{name} and Mum")[:2] == (ME, MUM)


def test_what_was_chosen_last_time_comes_first_and_the_last_choice_counts(home):
    usual = offered(known(home), "A cup of tea")[0]
    say(home, "I like my tea strong", MUG)
    assert offered(known(home), "Tea at four")[0] == MUG
    say(home, "Tea, not coffee", usual)
    assert offered(known(home), "Tea at four")[0] == usual


@pytest.mark.parametrize("text", ["I will go to the shop", "Will you come with me?", "It may rain"])
def test_a_name_that_is_an_everyday_word_too_shows_nobody_where_it_is_the_word(text):
    faces = ((("will",), ME), (("may",), MUM))
    assert not {ME, MUM} & set(offered(Offering(faces=faces), text))


def test_a_name_that_is_an_everyday_word_too_shows_its_face_where_it_is_written_as_a_name():
    assert offered(Offering(faces=((("will",), ME),)), "I like it when Will comes")[0] == ME


def test_r7_a_photo_somebody_said_no_to_is_offered_neither_by_name_nor_as_chosen_before(home):
    with home.notebook.unit_of_work() as work:
        mum = Supporter(person=home.person, role="family", name="Mum", paid=False, photo=MUM)
        work.records.add(mum, by=home.by)
        work.commit()
    say(home, "I like my tea strong", MUG)
    for ref in (MUM, MUG):
        photo_facts.keep(
            home.notebook, person=home.person, photo=ref, by=home.by, on=TODAY,
            told=Told(who=(InPhoto(name="Bea", agreed="no"),)),
        )  # fmt: skip
    assert MUM not in offered(known(home), "Mum comes")
    assert MUG not in offered(known(home), "Tea at four")
