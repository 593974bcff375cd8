import pytest

from app.pictures.opening import opened_set
from tests.helpers.picture_files import (
    TABLE,
    dots,
    drawing,
    mulberry_like,
    unpacked,
    zipped,
)


def names(path, lang="en"):
    with opened_set(path, lang=lang) as opened:
        return {each.file: dict(each.names) for each in opened.pictures}


def test_a_release_with_table_and_licence_is_read(tmp_path):
    with opened_set(mulberry_like(tmp_path / "mulberry-symbols.zip")) as opened:
        details = opened.details
        found = {each.source_id: dict(each.names) for each in opened.pictures}
        assert not opened.needs_licence
        assert not opened.left_out
    assert (details.name, details.author) == ("Mulberry symbols", "Ada Example")
    assert details.licence == "CC BY-SA 4.0"
    assert found == {
        "EN-symbols/mug_1.svg": {"en": ("mug",), "fr": ("tasse",)},
        "EN-symbols/swim_,_to.svg": {"en": ("swim",), "fr": ("nager",)},
    }


def test_a_folder_is_read_like_a_zip(tmp_path):
    folder = unpacked(tmp_path / "set", {"a/brown dog.png": dots(), "cat.svg": drawing()})
    assert names(folder) == {"a/brown dog.png": {"en": ("brown dog",)}, "cat.svg": {"en": ("cat",)}}


def test_without_a_licence_somebody_has_to_say_it(tmp_path):
    with opened_set(zipped(tmp_path / "a.zip", {"dog.png": dots()})) as opened:
        assert opened.needs_licence
        assert opened.details.licence == ""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_in_any_encoding_and_with_any_delimiter(tmp_path, encoding, delimiter):
    table = delimiter.join(("file", "name")) + "\r\n" + delimiter.join(("p1.png", "café"))
    path = zipped(tmp_path / "a.zip", {"p1.png": dots(), "names.csv": table.encode(encoding)})
    assert names(path) == {"p1.png": {"en": ("café",)}}


def test_a_table_may_have_a_column_for_each_language(tmp_path):
    table = "id,image,en,cy,name-pl\n1,p1,dog,ci,pies\n"
    path = zipped(tmp_path / "a.zip", {"p1.png": dots(), "names.csv": table})
    assert names(path) == {"p1.png": {"en": ("dog",), "cy": ("ci",), "pl": ("pies",)}}


@pytest.mark.parametrize("table", ["", "\n\n", '"open', "a,b\n1", "\0\0\0", b"\xff\xfe\xff"])
def test_a_table_that_is_none_leaves_the_names_of_the_files(tmp_path, table):
    path = zipped(tmp_path / "a.zip", {"dog.png": dots(), "names.csv": table})
    assert names(path) == {"dog.png": {"en": ("dog",)}}


def test_each_picture_may_have_an_author_and_a_licence_of_its_own(tmp_path):
    table = "file,name,author,licence\ndog.png,dog,Bo,CC0 1.0\n"
    path = zipped(tmp_path / "a.zip", {"dog.png": dots(), "names.csv": table})
    with opened_set(path) as opened:
        (dog,) = opened.pictures
        assert not opened.needs_licence
    assert (dog.author, dog.licence) == ("Bo", "CC0 1.0")


def test_a_picture_with_the_wrong_end_or_none_is_found(tmp_path):
    path = zipped(tmp_path / "a.zip", {"dog": dots(), "cat.dat": drawing(), "notes.txt": "hello"})
    assert names(path) == {"dog": {"en": ("dog",)}, "cat.dat": {"en": ("cat",)}}


def test_one_photo_alone_is_a_set(tmp_path):
    photo = tmp_path / "our garden.jpg"
    photo.write_bytes(dots(kind="JPEG"))
    assert names(photo) == {"our garden.jpg": {"en": ("our garden",)}}


def test_what_computers_leave_behind_is_passed_over(tmp_path):
    parts = {"dog.png": dots(), "__MACOSX/._dog.png": b"x", ".thumbs/a.png": dots()}
    assert names(zipped(tmp_path / "a.zip", parts)) == {"dog.png": {"en": ("dog",)}}


def test_the_same_content_is_the_same_set_under_any_name(tmp_path):
    one, other = mulberry_like(tmp_path / "a.zip"), mulberry_like(tmp_path / "b.zip")
    changed = zipped(tmp_path / "c.zip", {"dog.png": dots(), "symbol-info.csv": TABLE})
    ids = []
    for path in (one, other, changed):
        with opened_set(path) as opened:
            ids.append(opened.details.id)
    assert ids[0] == ids[1] != ids[2]


def tags(path, lang="en"):
    with opened_set(path, lang=lang) as opened:
        return {each.file: dict(each.tags) for each in opened.pictures}


def test_tags_and_categories_are_what_else_a_picture_is_found_by(tmp_path):
    assert tags(mulberry_like(tmp_path / "m.zip"), lang="cy") == {
        "EN-symbols/mug_1.svg": {"en": ("drink", "Kitchen")},
        "EN-symbols/swim_,_to.svg": {"en": ("sport", "Sport")},
    }


def test_synonyms_may_be_separated_in_any_way_and_say_their_language(tmp_path):
    table = "file;synonyms-pl;tags\nmug.svg;kubek|filiżanka;drink/hot\n"
    path = zipped(tmp_path / "a.zip", {"mug.svg": drawing(), "names.csv": table})
    assert tags(path, lang="cy") == {
        "mug.svg": {"pl": ("kubek, filiżanka",), "cy": ("drink, hot",)}
    }
