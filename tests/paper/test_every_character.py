"""No box in the place of a letter: each character that the program says is in a bundled font."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import resources
from app.shipped import Shipped

SAID_IN = (
    "translations/*/LC_MESSAGES/*.po",
    "resources/**/*.toml",
    "resources/**/*.json",
    "resources/words/**/*.txt",
    "app/**/*.py",
    "ui/**/*.py",
)
NOT_DRAWN = {"Cc", "Cf", "Zs", "Zl", "Zp"}


def characters(file: Path) -> set[str]:
    return {
        each
        for each in set(file.read_text("utf-8"))
        if not each.isspace() and unicodedata.category(each) not in NOT_DRAWN
    }


def files() -> Iterator[Path]:
    for pattern in SAID_IN:
        yield from resources.root().glob(pattern)


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_every_character_of_every_catalog_and_data_file_is_in_a_bundled_font(bold: bool) -> None:
    faces = Shipped().fonts.faces(script="", lang="en-GB", bold=bold)
    missing = {
        f"{each} U+{ord(each):04X} in {file.name}"
        for file in files()
        for each in characters(file)
        if not any(face.has(each) for face in faces)
    }
    assert not missing


@pytest.mark.parametrize(
    "signs", ["✓●", "ŵŷ", "ąćęłńóśźż", "șțăâî", "ґєії’", "ێ؟،۔", "ੴ", "৳", "૱"]
)
def test_letters_and_signs_of_the_languages_are_there(signs: str) -> None:
    faces = Shipped().fonts.faces(script="", lang="en-GB", bold=False)
    assert all(any(face.has(each) for face in faces) for each in signs)


def test_a_whole_sentence_of_a_latin_or_cyrillic_language_is_in_its_first_font() -> None:
    """A page in one family reads more calmly than words that change theirs."""
    book = Shipped().fonts
    letters = {
        "cy": "ŵŷâêîôû",
        "pl": "ąćęłńóśźż",
        "ro": "șțăâî",
        "pt": "ãõçáâàéêíóôú",
        "es": "ñáéíóúü¿¡",
        "it": "àèéìòù",
        "fr": "àâçéèêëîïôœùûü",
        "so": "abcdefghijklmnopqrstuvwxyz'",
    }
    for lang, each in letters.items():
        assert book.faces(script="Latn", lang=lang, bold=False)[0].has(each), lang
    assert book.faces(script="Cyrl", lang="uk", bold=False)[0].has(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    )
