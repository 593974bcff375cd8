"""What languages are called, and which way they are written."""

import pytest

from app.words.languages import is_right_to_left, name_in, own_name, typed_in


@pytest.mark.parametrize(
    ("tag", "lang", "name"),
    [
        ("ur", "en-GB", "Urdu"),
        ("ur", "ur", "اردو"),
        ("en-GB", "cy", "Saesneg"),
        ("pa-Arab", "en-GB", "Punjabi (Shahmukhi)"),
        ("pa-Arab", "ur", "پنجابی (شاہ مکھی)"),
        ("syl", "en-GB", "Sylheti"),
        ("so", "en-XA", "Somali"),
    ],
)
def test_a_language_is_named_in_the_language_of_the_window(tag: str, lang: str, name: str) -> None:
    assert name_in(tag, lang) == name


def test_a_language_that_nobody_has_named_yet_has_its_own_name() -> None:
    assert own_name("syl") == "সিলেটি"


@pytest.mark.parametrize(
    ("tag", "so"),
    [
        ("ur", True),
        ("pa", False),
        ("pa-Arab", True),
        ("ur-Aran", True),
        ("ur-Aran-u-nu-arabext", True),
        ("ar-u-nu-arab", True),
        ("en-u-nu-arab", False),
        ("PA_arab", True),
    ],
)
def test_the_script_says_which_way_it_is_written(tag: str, so: bool) -> None:
    assert is_right_to_left(tag) == so


@pytest.mark.parametrize("tag", ["ur", "ur-Aran", "ur-Aran-u-nu-arabext"])
def test_a_style_of_letters_is_no_script_of_its_own(tag: str) -> None:
    assert typed_in("چائے", tag) == tag


def test_panjabi_in_arabic_letters_is_called_as_its_readers_call_it() -> None:
    assert own_name("pa-Arab") == "شاہ مکھی پنجابی"
