"""Picture sets in a notebook: kept once, found by name, and never taken from a plan."""

import pytest

from app.model.errors import BadPictureError
from app.model.picture_sets import NewPicture, SetDetails, set_ref
from app.model.pictures import Credit, Picture
from app.store import picture_sets
from tests.helpers.notebooks import add_person, add_statement
from tests.helpers.picture_files import dots, drawing

MADE = SetDetails(id="a" * 64, name="Made", author="Ada", licence="CC BY 4.0", source="made.zip")
OTHER = SetDetails(id="b" * 64, name="Other", author="", licence="CC0 1.0", source="other.zip")
MUG, DOG = Picture("image/svg+xml", drawing()), Picture("image/png", dots())


def put(notebook, picture=MUG, *, of=MADE, source_id="mug.svg", names=None, **more):
    new = NewPicture(
        source_id=source_id,
        names={"en": ("mug",)} if names is None else names,
        picture=picture,
        **more,
    )
    with notebook.unit_of_work() as work:
        work.sets.begin(of, of=1)
        work.sets.add(of.id, new)
        work.commit()
    return set_ref(picture.data)


def get(notebook, ref):
    with notebook.unit_of_work() as work:
        return work.sets.get(ref)


def found(notebook, words, *langs, most=50):
    with notebook.unit_of_work() as work:
        return [each.name for each in work.sets.search(words, langs=langs or ("en",), most=most)]


def remove(notebook, details=MADE):
    with notebook.unit_of_work() as work:
        work.sets.remove(details.id)
        work.commit()


def rows(notebook):
    names = ("picture_set", "set_image", "set_picture", "set_name")
    with notebook._engine.connect() as connection:
        return [
            connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar()  # noqa: S608
            for name in names
        ]


@pytest.mark.parametrize("picture", [MUG, DOG, Picture("image/jpeg", dots(kind="JPEG"))])
def test_a_picture_comes_back_as_it_was_with_its_credit(notebook, picture):
    ref = put(notebook, picture)
    assert ref == set_ref(picture.data)
    back = get(notebook, ref)
    assert (back.media_type, back.data) == (picture.media_type, picture.data)
    assert back.credit == Credit(set_name="Made", author="Ada", licence="CC BY 4.0")


def test_a_picture_of_somebody_else_has_its_own_credit(notebook):
    ref = put(notebook, author="Bo", licence="CC0 1.0")
    assert get(notebook, ref).credit == Credit(set_name="Made", author="Bo", licence="CC0 1.0")


def test_what_several_pictures_show_is_kept_once_and_drawings_are_small(notebook):
    large = Picture("image/svg+xml", drawing('<path d="M1 1h8v8z"/>' * 500))
    put(notebook, large)
    put(notebook, large, source_id="cup.svg", names={"en": ("cup",)})
    assert rows(notebook) == [1, 1, 2, 2]
    with notebook._engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT data FROM set_image").scalar()
    assert len(kept) < len(large.data) / 10


@pytest.mark.parametrize(
    "picture",
    [
        Picture("image/png", b"<svg/>"),
        Picture("image/svg+xml", dots()),
        Picture("image/jpeg", b"\xff\xd8\xff" * 5_000_000),
    ],
)
def test_what_is_not_what_it_says_or_is_too_large_is_refused(notebook, picture):
    with pytest.raises(BadPictureError):
        put(notebook, picture)
    assert rows(notebook) == [0, 0, 0, 0]


def test_a_set_knows_which_of_its_pictures_are_there(notebook):
    put(notebook)
    put(notebook)
    with notebook.unit_of_work() as work:
        work.sets.begin(OTHER, of=0)
        assert work.sets.there(MADE.id) == {"mug.svg"}
        assert work.sets.there(OTHER.id) == frozenset()
        assert [(each.details, each.pictures) for each in work.sets.all()] == [
            (MADE, 1),
            (OTHER, 0),
        ]


def test_a_set_knows_how_many_it_has_of_how_many_until_it_is_whole(notebook):
    put(notebook)
    with notebook.unit_of_work() as work:
        work.sets.begin(MADE, of=7)
        (half,) = work.sets.all()
        work.sets.finish(MADE.id)
        (whole,) = work.sets.all()
    assert [(each.pictures, each.of) for each in (half, whole)] == [(1, 7), (1, 0)]


def test_what_is_not_added_leaves_nothing_behind_and_is_not_counted(notebook):
    put(notebook)
    other = NewPicture(source_id="mug.svg", names={}, picture=DOG)
    same = NewPicture(source_id="mug.svg", names={}, picture=MUG)
    new = NewPicture(source_id="other.svg", names={}, picture=MUG)
    with notebook.unit_of_work() as work:
        assert [work.sets.add(MADE.id, each) for each in (other, same, new)] == [False, False, True]
        work.commit()
    assert rows(notebook) == [1, 1, 2, 1]


def test_the_exact_name_comes_first_then_what_begins_so_then_later_words(notebook):
    for number, name in enumerate(("tea bag", "teapot", "tea", "cup of tea", "steam", "Tea")):
        picture = Picture("image/svg+xml", drawing(f'<path d="M{number} 1h8"/>'))
        put(notebook, picture, source_id=str(number), names={"en": (name,)})
    assert found(notebook, " TEA ") == ["tea", "Tea", "teapot", "tea bag", "cup of tea"]
    assert found(notebook, "tea", most=2) == ["tea", "Tea"]
    assert found(notebook, "") == found(notebook, " . ") == found(notebook, "%") == []


def test_what_else_a_picture_is_found_by_comes_last_under_its_own_name(notebook):
    put(notebook, DOG, source_id="dog.svg", names={"en": ("dog", "hound")}, tags={"en": ("pet",)})
    put(notebook, source_id="a.svg", names={"en": ("petrol",)})
    put(notebook, source_id="b.svg", names={"en": ("mug",)}, tags={"en": ("Food Drink", "mug")})
    assert found(notebook, "pet") == ["petrol", "dog"]
    assert found(notebook, "drink") == ["mug"]
    assert found(notebook, "hound") == ["hound"]


def test_only_names_in_the_languages_asked_for_count_the_first_first(notebook):
    put(notebook, names={"en-GB": ("tea",), "cy": ("te",), "pl": ("herbata",)})
    put(notebook, DOG, source_id="2", names={"en": ("te",)})
    put(notebook, Picture("image/png", dots("red")), source_id="3", names={"": ("te",)})
    assert found(notebook, "herbata", "en", "cy") == []
    assert found(notebook, "herbata", "pl-PL") == ["herbata"]
    with notebook.unit_of_work() as work:
        langs = [each.lang for each in work.sets.search("te", langs=("cy", "en"))]
    assert langs == ["cy", "en", ""]


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Café", "cafe"), ("গোসল", "গোসল"), ("چائے", "چائے"), ("łazienka", "lazienka"), ("İz", "iz")],
)
def test_names_are_found_however_they_are_typed(notebook, name, typed):
    put(notebook, names={"en": (name,)})
    assert found(notebook, typed) == [name]


def test_a_set_that_is_removed_leaves_nothing_behind(notebook):
    put(notebook)
    put(notebook, DOG, of=OTHER, source_id="dog.png", names={"en": ("dog",)})
    remove(notebook)
    assert found(notebook, "mug") == []
    assert found(notebook, "dog") == ["dog"]
    assert rows(notebook) == [1, 1, 1, 1]


def test_a_picture_that_a_plan_shows_stays_with_its_credit(notebook, joe):
    mug = put(notebook)
    put(notebook, DOG, source_id="dog.png", names={"en": ("dog",)})
    add_statement(notebook, joe, "My mug", symbols=(mug,))
    remove(notebook)
    assert found(notebook, "mug") == []
    assert get(notebook, mug).credit.author == "Ada"
    assert get(notebook, set_ref(DOG.data)) is None
    assert notebook.check() == ()
    put(notebook)  # imported once more
    assert found(notebook, "mug") == ["mug"]


def test_a_picture_that_a_plan_brings_is_not_offered(notebook):
    credit = Credit(set_name="Far", author="Bo", licence="CC0 1.0")
    with notebook.unit_of_work() as work:
        ref = work.sets.carry(Picture("image/png", dots(), credit))
        assert work.sets.carry(Picture("image/png", dots(), credit)) == ref
        assert work.sets.all() == ()
        work.commit()
    assert get(notebook, ref).credit == credit


def test_a_picture_that_is_here_keeps_its_own_credit(notebook):
    ref = put(notebook, DOG)
    with notebook.unit_of_work() as work:
        work.sets.carry(Picture("image/png", DOG.data, Credit(set_name="X", author="", licence="")))
        work.commit()
    assert get(notebook, ref).credit.set_name == "Made"


def test_who_is_erased_takes_along_what_only_their_plan_brought(notebook, joe):
    ann = add_person(notebook, "Ann").id
    with notebook.unit_of_work() as work:
        both = work.sets.carry(MUG)
        own = work.sets.carry(DOG)
        work.commit()
    offered = put(notebook, Picture("image/png", dots("red")), source_id="red")
    add_statement(notebook, joe, "My mug", symbols=(both, own, offered))
    add_statement(notebook, ann, "My mug too", symbols=(both,))
    erased = notebook.erase(joe)
    assert erased.photos == 1
    assert get(notebook, own) is None
    assert get(notebook, both) is not None
    assert get(notebook, offered) is not None
    assert notebook.check() == ()


def test_damage_is_seen_and_a_second_import_mends_it(notebook):
    ref = put(notebook)
    with notebook._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE set_image SET data = x'00'")
        assert list(picture_sets.damaged(connection)) == [ref.removeprefix("set:")]
    assert any("picture of an imported set" in each for each in notebook.check())
    with pytest.raises(BadPictureError):
        get(notebook, ref)
    put(notebook)
    assert notebook.check() == ()
