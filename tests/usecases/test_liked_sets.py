"""A person's preferred set is used wherever it has the idea, else the next."""

import pytest

from app.model.ids import PictureRef
from app.model.person import BUILT_IN, LikedSet
from app.model.picture_sets import FoundPicture, NamedPicture
from app.shipped import Shipped
from app.usecases import liked_sets, offering, picture_sets
from app.usecases.liked_sets import SetNames
from app.usecases.offering import Offering
from tests.helpers.notebooks import make_notebook
from tests.helpers.picture_files import drawing, zipped
from tests.helpers.stored_notebook import add

IDEAS = Shipped().ideas
CUP, COFFEE, MACHINE, GRAVY = (
    PictureRef(f"set:{each}") for each in ("cup", "coffee", "machine", "gravy")
)
TEA = PictureRef("openmoji:2615")


def names(*named: tuple[str, str, PictureRef], set_id: str = "mine") -> SetNames:
    made = SetNames(set_id)
    for lang, name, ref in named:
        made.add(NamedPicture(set_id=set_id, lang=lang, name=name, ref=ref))
    return made


MINE = names(("en", "Coffee machine", MACHINE), ("en", "Coffee", COFFEE), ("en", "gravy", GRAVY))


def offered(known: Offering, text: str, lang: str = "en-GB") -> tuple[PictureRef, ...]:
    return offering.pictures(known, ideas=IDEAS, text=text, lang=lang, most=3)


def test_the_preferred_set_is_used_where_it_has_the_idea_and_the_next_where_it_has_not():
    liked = Offering(sets=(MINE, None), ordered=True)
    assert offered(liked, "Coffee with milk")[0] == COFFEE
    assert offered(liked, "I take the bus") == (PictureRef("openmoji:1F68C"),)


def test_a_picture_is_of_the_idea_only_if_it_is_called_so_and_nothing_more():
    machine = names(("en", "Coffee machine", MACHINE))
    assert MACHINE not in offered(Offering(sets=(machine, None), ordered=True), "I like coffee")


def test_the_first_word_of_an_idea_wins_over_its_others():
    both = names(("en", "cuppa", CUP), ("en", "tea", COFFEE))
    assert offered(Offering(sets=(both, None), ordered=True), "A cuppa")[0] == COFFEE


def test_what_the_program_has_no_picture_of_is_shown_by_a_set_that_has_one():
    assert offered(Offering(), "Gravy") == ()
    assert offered(Offering(sets=(None, MINE)), "Gravy") == (GRAVY,)


def test_words_that_share_an_idea_without_a_picture_do_not_share_their_pictures():
    found = offered(Offering(sets=(None, MINE)), "I eat plantain")
    assert GRAVY not in found
    chosen = Offering(chosen={"food-without-picture: plantain": CUP})
    assert CUP not in offered(chosen, "Gravy")


def test_names_in_another_language_are_found_by_the_idea_and_not_by_the_letters():
    assert offered(Offering(sets=(MINE, None), ordered=True), "Lubię kawę", "pl")[0] == COFFEE
    welsh = Offering(sets=(names(("cy", "coffi", CUP)), None), ordered=True)
    assert CUP in offered(welsh, "Dw i'n hoffi coffi", "cy")


def test_what_another_set_says_first_is_no_choice_once_the_person_put_the_sets_in_order():
    coffee = next(each for each in IDEAS.carried("coffee", lang="en")).idea
    chosen = {coffee.id: COFFEE}
    there = (None, MINE)
    assert offered(Offering(chosen=chosen, sets=there), "coffee") == (COFFEE,)
    assert offered(Offering(chosen=chosen, sets=there, ordered=True), "coffee") == (
        coffee.pictures[0],
    )


def test_a_search_finds_pictures_of_this_very_name_first_and_then_in_the_order_of_the_sets():
    def found(name, ref, set_id):
        return FoundPicture(ref=PictureRef(ref), name=name, lang="en", set_id=set_id)

    all_found = (
        found("coffee machine", "set:1", "a"), found("coffee", "set:2", "a"),
        found("coffee cup", "set:3", "b"), found("Coffee", "set:4", "b"),
    )  # fmt: skip
    ordered = liked_sets.found_in_order(all_found, "coffee", ("b", "a"))
    assert [each.ref for each in ordered] == ["set:4", "set:2", "set:3", "set:1"]


@pytest.fixture
def notebook(tmp_path):
    made = make_notebook(tmp_path / "n.alongside")
    yield made
    made.close()


def test_a_set_put_first_stays_first_and_is_offered_from_then_on(notebook, tmp_path):
    parts = {"Coffee.svg": drawing(), "LICENSE.txt": "CC0"}
    picture_sets.import_set(notebook, path=zipped(tmp_path / "My set.zip", parts), lang="en")
    (mine,) = picture_sets.imported_sets(notebook)
    ann, by = add(notebook, "Ann", "en-GB")
    assert [each.id for each in liked_sets.of_person(notebook, person=ann)] == [
        BUILT_IN, mine.details.id,
    ]  # fmt: skip
    known = offering.offering(notebook, person=ann, ideas=IDEAS)
    assert offered(known, "coffee")[0].startswith("openmoji:")

    liked_sets.put_first(notebook, person=ann, set_id=mine.details.id, by=by)

    order = liked_sets.of_person(notebook, person=ann)
    assert order[0] == LikedSet(id=mine.details.id, name="My set")
    known = offering.offering(notebook, person=ann, ideas=IDEAS)
    assert offered(known, "coffee")[0].startswith("set:")
    picture_sets.remove_set(notebook, set_id=mine.details.id)
    known = offering.offering(notebook, person=ann, ideas=IDEAS)
    assert offered(known, "coffee")[0].startswith("openmoji:")
