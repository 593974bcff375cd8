import pytest

from app.pictures.licences import author_in, licence_in
from app.pictures.naming import spoken, title


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("swim_,_to", "swim"),
        ("breakfast_1", "breakfast"),
        ("dentist_1a", "dentist"),
        ("celebrate_2_,_to", "celebrate"),
        ("brush-teeth", "brush-teeth"),
        ("hat_-_ladies", "hat ladies"),
        ("cheese_on_toast_,_melted", "cheese on toast, melted"),
        ("100", "100"),
        ("7", "7"),
        ("bus 42", "bus 42"),
        ("গোসল", "গোসল"),
        ("  ", ""),
    ],
)
def test_names_of_files_are_said_as_people_say_them(name, said):
    assert spoken(name) == said


def test_a_set_is_called_what_its_file_is_called():
    assert title("mulberry-symbols_v3") == "Mulberry symbols v3"


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("see https://creativecommons.org/licenses/by-nc-sa/4.0/deed.en", "CC BY-NC-SA 4.0"),
        ("Licence: CC BY-SA 4.0", "CC BY-SA 4.0"),
        ("Licence: CC-BY", "CC BY"),
        ("CC0", "CC0 1.0"),
        ("The MIT License (MIT)", "MIT"),
        ("All rights reserved.", ""),
        ("", ""),
    ],
)
def test_a_licence_is_taken_from_its_text_and_never_guessed(text, licence):
    assert licence_in(text) == licence


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Copyright 2018-2026 Steve Lee", "Steve Lee"),
        ("Copyright (c) 2020, 2021 Ada Example. All rights reserved", "Ada Example"),
        ("© Ada Example", "Ada Example"),
        ("The copyright holder says no", ""),
        ("nothing", ""),
    ],
)
def test_an_author_is_taken_from_the_same_text(text, author):
    assert author_in(text) == author
