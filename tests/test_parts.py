"""What the program is made with: every part is named with its licence."""

from app import parts, resources


def test_every_installed_package_says_its_licence():
    found = {part.name: part.licence for part in parts.packages()}
    assert {"pyside6-essentials", "sqlalchemy", "reportlab"} <= set(found)
    assert [name for name, licence in found.items() if licence == parts.UNKNOWN] == []


def test_every_folder_of_pictures_fonts_and_words_from_others_is_credited():
    credited = {part.place for part in parts.bundled()}
    drawn = {f"resources/pictures/{each.name}" for each in resources.path("pictures").iterdir()}
    assert drawn | {"resources/fonts", "resources/spelling", "resources/words/names"} <= credited


def test_no_two_parts_have_the_same_name():
    names = [part.name for part in (*parts.bundled(), *parts.packages())]
    assert len(names) == len(set(names))
