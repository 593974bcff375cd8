"""Who is in a photo and whether they said yes; photos of one's own used again."""

import contextlib
import json

import msgspec
import pytest

from app.bootstrap import House
from app.model.errors import NotAllowedError, NotFoundError
from app.model.ids import PictureRef, RecordId
from app.model.person import Supporter
from app.model.photo_facts import InPhoto, PhotoFacts
from app.model.pictures import Picture
from app.model.sharing_rules import Asked
from app.model.statement import ReadBack, Statement
from app.usecases import (
    clear_pictures,
    own_photos,
    people,
    photo_facts,
    planfile,
    sharing,
    statements,
    undo,
)
from app.usecases.own_photos import OwnPhotos
from app.usecases.photo_facts import Told
from tests.helpers.everything import everything, told
from tests.helpers.plans import photo

from .conftest import NOW, TODAY, Home, new_home


def keep(
    home: Home, colour: str, *who: InPhoto, words: str = "", answer: str = "said"
) -> PictureRef:
    made = Picture("image/png", photo(colour))
    change = photo_facts.keep(
        home.notebook,
        person=home.person,
        photo=made,
        told=Told(taken_for=words, answer=answer, who=who),
        by=home.by,
        on=TODAY,
    )
    with home.notebook.unit_of_work() as work:
        return work.records.get(change.last("photo_facts"), PhotoFacts).body.picture


def helper(said: str, home: Home) -> InPhoto:
    return InPhoto(supporter=home.by, agreed=said)  # type: ignore[arg-type]


def all_facts(home: Home) -> list[PhotoFacts]:
    with home.notebook.unit_of_work() as work:
        return [each.body for each in work.records.find(PhotoFacts, person=home.person)]


def say(home: Home, words: str, *symbols: PictureRef) -> RecordId:
    with home.notebook.unit_of_work() as work:
        added = work.records.add(
            Statement(
                person=home.person, section="important_to", kind="important_to",
                voice="own_spoken", original=words, symbols=symbols, original_lang="en",
                read_back=ReadBack(result="keep", on=TODAY),
            ),
            by=home.by,
        )  # fmt: skip
        work.commit()
    return added.id


def mine(home: Home, house: House) -> OwnPhotos:
    return own_photos.own_photos(
        home.notebook, person=home.person, lang="en", ideas_of=lambda w, lang: ideas(house, w, lang)
    )


def ideas(house: House, words: str, lang: str) -> frozenset[str]:
    return frozenset(each.idea for each in house.ideas.suggest(words, lang=lang))


def matching(home: Home, house: House, looked_for: str) -> list[PictureRef]:
    found = mine(home, house).matching(
        looked_for, lang="en", ideas_of=lambda w, lang: ideas(house, w, lang)
    )
    return [each.photo for each in found]


# Who is in it


def test_a_photo_and_who_is_in_it_are_kept_together(home: Home) -> None:
    ref = keep(home, "teal", helper("yes", home), InPhoto(name="Auntie Bea"), words="The sea")
    (facts,) = all_facts(home)
    assert facts.picture == ref
    assert ref in home.notebook.photos
    assert facts.who == (
        InPhoto(supporter=home.by, agreed="yes"),
        InPhoto(name="Auntie Bea", agreed="not_asked"),
    )
    assert (facts.taken_for, facts.written_by, facts.on) == ("The sea", home.by, TODAY)


def test_r3_not_saying_who_is_in_it_is_an_answer(home: Home) -> None:
    keep(home, "teal", answer="dont_want_to_say")
    assert all_facts(home)[0].answer == "dont_want_to_say"
    assert not all_facts(home)[0].refused


def test_a_photo_that_comes_again_is_known_and_its_facts_change_in_place(home: Home) -> None:
    ref = keep(home, "teal", helper("not_asked", home), words="The sea")
    known = photo_facts.of_photo(home.notebook, person=home.person, photo=ref)
    assert known is not None
    keep(home, "teal", helper("no", home))
    (facts,) = all_facts(home)
    assert facts.refused
    assert facts.taken_for == "The sea"
    undo.undo(home.notebook, person=home.person, by=home.by)
    assert not all_facts(home)[0].refused


@pytest.mark.parametrize("wrong", [{}, {"name": "  "}, {"name": "Bea", "supporter": "x"}])
def test_somebody_in_a_photo_is_one_person_or_a_name(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="one person, or a name"):
        InPhoto(**wrong)  # type: ignore[arg-type]


def test_it_is_told_in_plain_words_among_everything_about_me(home: Home, house: House) -> None:
    keep(
        home, "teal", helper("no", home), InPhoto(name="Auntie Bea", agreed="yes"), words="The sea"
    )
    said = told(everything(home.notebook, home.person, house))
    for words in ("Who is in my photos", "Auntie Bea", "The sea", "They said yes to the photo"):
        assert words in said


# A no that was said before


@pytest.mark.parametrize("answer", ["not_today", "dont_know", "dont_want_to_say", "skip"])
def test_r3_r7_refusing_to_say_keeps_a_no_that_was_said_before(home: Home, answer: str) -> None:
    ref = keep(home, "red", helper("no", home))
    keep(home, "red", answer=answer)
    (facts,) = all_facts(home)
    assert facts.answer == answer
    assert facts.who == (helper("no", home),)
    with home.notebook.unit_of_work() as work:
        assert photo_facts.refused(work, home.person) == {ref}


def test_r7_refusing_to_say_of_a_removed_photo_that_comes_again_keeps_the_no(home: Home) -> None:
    ref = keep(home, "red", helper("no", home))
    photo_facts.remove(home.notebook, person=home.person, photo=ref, by=home.by)
    keep(home, "red", answer="not_today")
    with home.notebook.unit_of_work() as work:
        assert photo_facts.refused(work, home.person) == {ref}


# Where somebody said no


def everybody_else_sees(home: Home, house: House, reader: RecordId) -> sharing.SharedPlan:
    found = sharing.sharing(home.notebook, person=home.person)
    asked = Asked(
        reader=next(each for each in found.readers if each.supporter == reader),
        purpose="support", on=TODAY, how="paper", document="booklet",
    )  # fmt: skip
    return sharing.shared_plan(
        home.notebook, person=home.person, asked=asked, sections=house.sections
    )


def test_r7_a_photo_to_which_somebody_said_no_is_not_in_what_others_see(
    home: Home, house: House
) -> None:
    yes, no = keep(home, "teal", helper("yes", home)), keep(home, "red", helper("no", home))
    say(home, "We go to the sea.", no, yes)
    shared = everybody_else_sees(home, house, home.by)
    assert [line.statement.body.symbols for line in shared.plan.lines] == [(yes,)]
    keep(home, "red", helper("yes", home))
    shared = everybody_else_sees(home, house, home.by)
    assert [line.statement.body.symbols for line in shared.plan.lines] == [(no, yes)]


@pytest.mark.parametrize(
    "said", ["not_asked", "not_today", "dont_know", "dont_want_to_say", "skip"]
)
def test_r7_until_everybody_in_it_said_yes_others_do_not_get_a_photo(
    home: Home, house: House, said: str
) -> None:
    bea = InPhoto(name="Auntie Bea", agreed="yes")
    ref = keep(home, "teal", bea, helper(said, home))
    say(home, "We go to the sea.", ref)
    people.change_photo(home.notebook, person=home.person, photo=ref, by=home.by)
    shared = everybody_else_sees(home, house, home.by)
    assert [line.statement.body.symbols for line in shared.plan.lines] == [()]
    assert shared.plan.person.body.photo is None
    keep(home, "teal", bea, helper("yes", home))
    shared = everybody_else_sees(home, house, home.by)
    assert [line.statement.body.symbols for line in shared.plan.lines] == [(ref,)]
    assert shared.plan.person.body.photo == ref


@pytest.mark.parametrize("answer", ["not_today", "dont_know", "dont_want_to_say", "skip"])
def test_r7_until_it_is_said_who_is_in_it_others_do_not_get_a_photo(
    home: Home, house: House, answer: str
) -> None:
    say(home, "We go to the sea.", keep(home, "teal", answer=answer))
    (line,) = everybody_else_sees(home, house, home.by).plan.lines
    assert line.statement.body.symbols == ()


def test_the_person_themselves_need_not_be_asked_about_a_photo_they_chose(
    home: Home, house: House
) -> None:
    ref = keep(home, "teal", InPhoto(supporter=home.person))
    say(home, "We go to the sea.", ref)
    (line,) = everybody_else_sees(home, house, home.by).plan.lines
    assert line.statement.body.symbols == (ref,)


def test_a_photo_not_everybody_said_yes_to_is_still_offered_for_ones_own_plan(
    home: Home, house: House
) -> None:
    keep(home, "teal", helper("not_asked", home), words="The sea")
    keep(home, "red", helper("yes", home), words="My beach hut")
    found = {each.words: each.agreed for each in mine(home, house).offered}
    assert found == {"The sea": False, "My beach hut": True}


def test_r7_the_key_word_of_a_photo_that_is_held_back_goes_with_it(
    home: Home, house: House
) -> None:
    yes, no = keep(home, "teal", helper("yes", home)), keep(home, "red", helper("no", home))
    line = say(home, "Bea and I go to the sea.", no, yes)
    statements.change_pictures(
        home.notebook, statement=line, symbols=(no, yes), key_words=("Bea", "sea"), by=home.by
    )
    (shared,) = everybody_else_sees(home, house, home.by).plan.lines
    assert shared.statement.body.symbols == (yes,)
    assert shared.statement.body.key_words == ("sea",)


def test_what_was_said_of_a_photo_does_not_make_it_stand_beside_something(
    home: Home, house: House
) -> None:
    ref = keep(home, "teal", words="The sea")
    clear_pictures.say(
        home.notebook, person=home.person, picture=ref, clear="clear", word="Sea", by=home.by,
        on=TODAY,
    )  # fmt: skip
    assert [each.loose for each in mine(home, house).offered] == [True]


def test_the_persons_own_plan_and_their_own_file_keep_it(home: Home, house: House) -> None:
    no = keep(home, "red", helper("no", home), words="The sea")
    line = say(home, "We go to the sea.", no)
    with home.notebook.unit_of_work() as work:
        assert work.records.get(line, Statement).body.symbols == (no,)
    data = planfile.export_plan(home.notebook, person=home.person, at=NOW)
    assert no in json.loads(data)["pictures"]
    other = new_home()
    planfile.import_plan(other.notebook, data=data, sections=house.sections)
    with other.notebook.unit_of_work() as work:
        (facts,) = work.records.find(PhotoFacts, person=home.person)
        assert facts.body == all_facts(home)[0]
        assert work.media.get(no) is not None


def test_it_is_not_offered_again_until_that_changes(home: Home, house: House) -> None:
    ref = keep(home, "red", helper("no", home), words="The sea")
    assert mine(home, house).offered == ()
    assert [each.photo for each in mine(home, house).held] == [ref]
    assert matching(home, house, "sea") == []
    photo_facts.keep(
        home.notebook, person=home.person, photo=ref, told=Told(who=(helper("yes", home),)),
        by=home.by, on=TODAY,
    )  # fmt: skip
    assert matching(home, house, "sea") == [ref]
    assert mine(home, house).held == ()


# Photos of one's own


def test_own_photos_come_newest_first_each_once_with_the_words_they_were_taken_for(
    home: Home, house: House
) -> None:
    sea, hut = keep(home, "teal", words="The sea"), keep(home, "red", words="My beach hut")
    say(home, "I like to swim.", sea, PictureRef("openmoji:1F3CA"))
    found = mine(home, house).offered
    assert [(each.photo, each.words) for each in found] == [
        (sea, "I like to swim."),
        (hut, "My beach hut"),
    ]


@pytest.mark.parametrize("looked_for", ["swimming", "I swim every week.", "sea", "The se"])
def test_an_own_photo_is_found_by_its_words_and_by_their_idea(
    home: Home, house: House, looked_for: str
) -> None:
    sea = keep(home, "teal", words="The sea")
    say(home, "I like to swim.", sea)
    assert matching(home, house, looked_for) == [sea]


@pytest.mark.parametrize(
    "looked_for", ["", "I like tea.", "The dentist", "I like that the bus comes"]
)
def test_where_the_words_do_not_match_no_own_photo_is_offered(
    home: Home, house: House, looked_for: str
) -> None:
    keep(home, "teal", words="The sea")
    say(home, "I like to swim.", PictureRef("openmoji:1F3CA"))
    assert matching(home, house, looked_for) == []


def test_the_name_of_somebody_in_the_plan_brings_up_their_photo(home: Home, house: House) -> None:
    face = keep(home, "teal")
    people.add_supporter(
        home.notebook, person=home.person, name="Zainab", role="friend", by=home.by
    )
    with home.notebook.unit_of_work() as work:
        (friend,) = (each for each in work.records.find(Supporter) if each.body.name == "Zainab")
        work.records.revise(friend.id, msgspec.structs.replace(friend.body, photo=face), by=home.by)
        work.commit()
    assert matching(home, house, "zain") == [face]


def test_nobody_elses_photos_are_looked_at(home: Home, house: House) -> None:
    keep(home, "teal", words="The sea")
    change = people.add_person(
        home.notebook, preferred_name="Bo", home_language="en", worker="worker-1",
        worker_name="Jo", today=TODAY,
    )  # fmt: skip
    other = Home(home.notebook, change.last("person"), change.last("supporter"))
    assert mine(other, house) == OwnPhotos()


def test_a_photo_of_a_sentence_that_was_taken_out_is_not_offered(home: Home, house: House) -> None:
    with home.notebook.unit_of_work() as work:
        loose = work.media.put(Picture("image/png", photo("red")))
        work.commit()
    line = say(home, "I like to swim.", loose)
    assert matching(home, house, "swim") == [loose]
    statements.withdraw(home.notebook, statement=line, by=home.by)
    assert matching(home, house, "swim") == []


# Removing a photo


def test_a_photo_beside_nothing_is_removed_and_the_history_keeps_that_there_was_one(
    home: Home, house: House
) -> None:
    ref = keep(home, "teal", words="The sea")
    assert mine(home, house).offered[0].loose
    photo_facts.remove(home.notebook, person=home.person, photo=ref, by=home.by)
    assert mine(home, house) == OwnPhotos()
    assert ref not in home.notebook.photos
    assert undo.next_undo(home.notebook, person=home.person) is None
    facts = photo_facts.of_photo(home.notebook, person=home.person, photo=ref)
    assert facts is not None
    assert facts.withdrawn
    assert facts.body.removed


def test_undoing_what_was_done_before_does_not_bring_a_removed_photo_back(
    home: Home, house: House
) -> None:
    ref = keep(home, "teal")
    keep(home, "teal", helper("yes", home))
    photo_facts.remove(home.notebook, person=home.person, photo=ref, by=home.by)
    with contextlib.suppress(NotAllowedError):
        undo.undo(home.notebook, person=home.person, by=home.by)
    assert mine(home, house) == OwnPhotos()


def test_a_photo_that_stands_beside_words_is_only_offered_no_more(home: Home, house: House) -> None:
    ref = keep(home, "teal")
    say(home, "We go to the sea.", ref)
    assert not mine(home, house).offered[0].loose
    photo_facts.remove(home.notebook, person=home.person, photo=ref, by=home.by)
    assert ref in home.notebook.photos
    facts = photo_facts.of_photo(home.notebook, person=home.person, photo=ref)
    assert facts is not None
    assert not facts.body.removed


def test_a_removed_photo_can_come_again(home: Home, house: House) -> None:
    ref = keep(home, "teal", words="The sea")
    photo_facts.remove(home.notebook, person=home.person, photo=ref, by=home.by)
    keep(home, "teal")
    assert ref in home.notebook.photos
    assert [each.photo for each in mine(home, house).offered] == [ref]


def test_a_plan_with_a_removed_photo_in_its_history_goes_into_another_notebook(
    home: Home, house: House
) -> None:
    ref = keep(home, "teal")
    line = say(home, "We go to the sea.", ref)
    statements.change_pictures(home.notebook, statement=line, symbols=(), by=home.by)
    photo_facts.remove(home.notebook, person=home.person, photo=ref, by=home.by)
    data = planfile.export_plan(home.notebook, person=home.person, at=NOW)
    assert ref not in json.loads(data)["pictures"]
    other = new_home()
    planfile.import_plan(other.notebook, data=data, sections=house.sections)
    assert ref not in other.notebook.photos


def test_r7_a_no_outlives_the_photo_that_was_removed(home: Home, house: House) -> None:
    ref = keep(home, "red", helper("no", home))
    photo_facts.remove(home.notebook, person=home.person, photo=ref, by=home.by)
    say(home, "We go to the sea.", ref)
    (line,) = everybody_else_sees(home, house, home.by).plan.lines
    assert line.statement.body.symbols == ()
    keep(home, "red", helper("yes", home))
    (line,) = everybody_else_sees(home, house, home.by).plan.lines
    assert line.statement.body.symbols == (ref,)


def test_a_photo_nobody_was_asked_about_cannot_be_removed(home: Home) -> None:
    with pytest.raises(NotFoundError, match="not there any more"):
        photo_facts.remove(
            home.notebook, person=home.person, photo=PictureRef("photo:x"), by=home.by
        )


def test_r7_a_photo_somebody_said_no_to_is_nobodys_face(home: Home) -> None:
    ref = keep(home, "#ff0000", helper("yes", home))
    people.change_photo(home.notebook, person=home.person, photo=ref, by=home.by)
    keep(home, "#ff0000", helper("no", home))
    assert people.person(home.notebook, person=home.person).body.photo is None
    with pytest.raises(NotAllowedError):
        people.change_photo(home.notebook, person=home.person, photo=ref, by=home.by)


def test_r7_a_photo_that_is_left_out_goes_from_every_sentence_and_one_undo_brings_it_back(
    home: Home,
) -> None:
    ref = keep(home, "#ff0000", helper("yes", home))
    cup = PictureRef("openmoji:2615")
    said = [say(home, "With Bea", ref), say(home, "Tea with Bea", cup, ref)]
    photo_facts.leave_out(
        home.notebook, person=home.person, photo=ref, by=home.by, on=TODAY,
        told=Told(who=(helper("no", home),)),
    )  # fmt: skip

    def shown() -> list[tuple[PictureRef, ...]]:
        with home.notebook.unit_of_work() as work:
            return [work.records.get(each, Statement).body.symbols for each in said]

    assert shown() == [(), (cup,)]
    undo.undo(home.notebook, person=home.person, by=home.by)
    assert shown() == [(ref,), (cup, ref)]
