import datetime
import os
import subprocess
import sys

import pytest
from babel import Locale

from app.words.languages import Catalogs, is_right_to_left, typed_in
from app.words.longest import longest_word
from app.words.pseudo import Pseudo
from app.words.tags import digits_table

DAY = datetime.date(2026, 3, 17)

CY = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=5; plural=(n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 0);\n"

msgid "Back"
msgstr "Yn ôl"

msgid "Empty"
msgstr ""

#, fuzzy
msgid "Unsure"
msgstr "Ansicr"

msgid "{name} said this."
msgstr "{enw} ddywedodd hyn."

msgid "{name} left."
msgstr "Aeth {name"

msgid "one dog"
msgid_plural "{n} dogs"
msgstr[0] "{n} ci"
msgstr[1] "un ci"
msgstr[2] "{n} gi"
msgstr[3] "{n} chi"
msgstr[4] "{n} chi"
"""

UR = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "{name} said this on page {n:d}."
msgstr "صفحہ {n:d} پر {name} نے کہا۔"
"""


@pytest.fixture
def catalogs(tmp_path):
    for lang, text in {"cy": CY, "ur": UR}.items():
        file = tmp_path / lang / "LC_MESSAGES" / "alongside.po"
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return Catalogs(tmp_path)


def test_the_languages_are_listed_by_their_own_names(catalogs):
    listed = [(each.tag, each.own_name, each.right_to_left) for each in catalogs.available()]
    assert listed == [
        ("en-GB", "English", False),
        ("cy", "Cymraeg", False),
        ("ur", "اردو", True),
    ]


def test_a_sentence_is_said_in_the_language(catalogs):
    welsh = catalogs.wording("cy")
    assert (welsh.lang, welsh.right_to_left) == ("cy", False)
    assert welsh.t("Back") == "Yn ôl"


@pytest.mark.parametrize("sentence", ["Empty", "Unsure", "Never heard of"])
def test_what_is_not_translated_is_said_in_english(catalogs, sentence):
    assert catalogs.wording("cy").t(sentence) == sentence


def test_a_broken_translation_falls_back_to_the_sentence(catalogs):
    assert catalogs.wording("cy").t("{name} said this.", name="Dele") == "Dele said this."
    assert catalogs.wording("cy").t("{name} left.", name="Dele") == "Dele left."


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 ci"), (1, "un ci"), (2, "2 gi"), (3, "3 chi"), (6, "6 chi")]
)
def test_plurals_follow_the_catalogs_own_rule(catalogs, n, said):
    assert catalogs.wording("cy").tn("one dog", "{n} dogs", n) == said


def test_a_plural_that_is_not_translated_follows_the_english_rule(catalogs):
    assert catalogs.wording("cy").tn("one cat", "{n} cats", 1) == "one cat"
    assert catalogs.wording("cy").tn("one cat", "{n} cats", 3) == "3 cats"


def test_names_are_isolated_in_a_right_to_left_sentence(catalogs):
    urdu = catalogs.wording("ur")
    assert urdu.right_to_left
    said = urdu.t("{name} said this on page {n:d}.", name="Dele (night)", n=7)
    assert "\u2068Dele (night)\u2069" in said
    assert "\u20687\u2069" in said


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ur", "ur"),
        ("ur-PK", "ur"),
        ("UR_pk", "ur"),
        ("ur-Arab-PK", "ur"),
        ("ur-Latn", "en-GB"),
        ("cy-GB", "cy"),
        ("en-US", "en-GB"),
        ("en-GB", "en-GB"),
        ("xx", "en-GB"),
        ("", "en-GB"),
        ("en-XA", "en-XA"),
        ("en-XL", "en-XL"),
        ("ur-Aran", "ur"),
        ("ur-u-nu-arabext", "ur"),
    ],
)
def test_the_nearest_language_answers(catalogs, asked, found):
    assert catalogs.wording(asked).lang == found


def test_a_language_in_another_script_is_not_near(tmp_path):
    file = tmp_path / "pa" / "LC_MESSAGES" / "alongside.po"
    file.parent.mkdir(parents=True)
    file.write_text(UR, "utf-8")
    assert Catalogs(tmp_path).wording("pa-IN").lang == "pa"
    assert Catalogs(tmp_path).wording("pa-PK").lang == "en-GB"
    assert Catalogs(tmp_path).wording("pa-Arab").lang == "en-GB"


def test_dates_have_their_weekday_in_every_language(catalogs):
    assert catalogs.wording("en-GB").date(DAY) == "Tuesday 17 March 2026"
    assert catalogs.wording("cy").date(DAY) == "Dydd Mawrth, 17 Mawrth 2026"
    assert catalogs.wording("ur").date(DAY) == "منگل، 17 مارچ، 2026"


def test_a_compiled_catalog_is_used_unless_its_source_is_newer(catalogs, tmp_path):
    from app.words.catalogs import compile_all  # noqa: PLC0415

    (made,) = compile_all(tmp_path, only="cy")
    source = made.with_suffix(".po")
    source.write_text(CY.replace("Yn ôl", "Nôl"), "utf-8")
    os.utime(source, (1, 1))
    assert Catalogs(tmp_path).wording("cy").t("Back") == "Yn ôl"
    os.utime(source, (2**31, 2**31))
    assert Catalogs(tmp_path).wording("cy").t("Back") == "Nôl"


def test_a_damaged_compiled_catalog_is_passed_over(tmp_path, catalogs):
    made = tmp_path / "cy" / "LC_MESSAGES" / "alongside.mo"
    for damage in (b"", b"not a catalog", b"\xde\x12\x04\x95" + b"\xff" * 30):
        made.write_bytes(damage)
        os.utime(made, (2**31, 2**31))
        assert Catalogs(tmp_path).wording("cy").t("Back") == "Yn ôl"


def test_a_damaged_source_leaves_english(tmp_path):
    file = tmp_path / "cy" / "LC_MESSAGES" / "alongside.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(b'msgid "\xff\xfe')
    assert Catalogs(tmp_path).wording("cy").t("Back") == "Back"


def test_english_never_loads_babel(tmp_path):
    code = (
        "import sys, pathlib; from app.words.languages import Catalogs; "
        "words = Catalogs(pathlib.Path(sys.argv[1])).wording('en-GB'); words.t('Back'); "
        "import datetime; words.date(datetime.date.today()); "
        "sys.exit(any(name.split('.')[0] == 'babel' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 0


@pytest.mark.parametrize(
    "tag", ["ar", "bn", "cy", "fa", "gu", "pa", "pa-Arab", "pl", "ps", "ro", "so", "ur", "he", "ta"]
)
def test_the_direction_agrees_with_the_unicode_locale_data(tag):
    assert is_right_to_left(tag) == (Locale.parse(tag, sep="-").text_direction == "rtl")


def test_the_made_up_language_is_longer_bracketed_and_keeps_its_places():
    words = Pseudo()
    said = words.t("Please ask {name} what they would like to say.", name="Marcus")
    assert said.startswith("⟦")
    assert said.endswith("⟧")
    assert "Marcus" in said
    assert len(said) > 1.3 * len("Please ask Marcus what they would like to say.")
    assert words.t("Back") != "Back"
    assert words.tn("{n} dog", "{n} dogs", 3).startswith("⟦3 ď")
    assert words.date(DAY).startswith("⟦")


@pytest.mark.parametrize(
    ("text", "expected", "lang"),
    [
        ("He wants quiet.", "ur", "en-GB"),
        ("وہ خاموشی چاہتا ہے", "ur", "ur"),
        ("TV کے بغیر", "ur", "ur"),
        ("Spokój.", "pl", "pl"),
        ("07700 900123", "bn", "bn"),
        ("Він хоче тиші.", "uk", "uk"),
    ],
)
def test_words_in_none_of_its_letters_are_taken_for_english(text, expected, lang):
    assert typed_in(text, expected) == lang


FACTS = """
[ur]
letters = [{ style = "Arab", name = "نسخ" }, { style = "Aran", name = "نستعلیق" }]
digits = ["latn", "arabext"]
checked = [{ by = "Amina Khan", on = 2026-11-01 }]

[cy]
dates = "en-GB"
"""


@pytest.fixture
def with_facts(catalogs, tmp_path):
    (tmp_path / "languages.toml").write_text(FACTS, "utf-8")
    return Catalogs(tmp_path)


@pytest.mark.parametrize(
    ("tag", "style", "date"),
    [
        ("ur", "", "منگل، 17 مارچ، 2026"),
        ("ur-Aran", "Aran", "منگل، 17 مارچ، 2026"),
        ("ur-u-nu-arabext", "", "منگل، ۱۷ مارچ، ۲۰۲۶"),
        ("ur-Aran-u-nu-arabext", "Aran", "منگل، ۱۷ مارچ، ۲۰۲۶"),
        ("ur-u-nu-beng", "", "منگل، 17 مارچ، 2026"),
        ("cy-Aran", "", "Tuesday, 17 March 2026"),
    ],
)
def test_letters_and_digits_are_chosen_by_the_tag_where_a_language_has_them(
    with_facts, tag, style, date
):
    words = with_facts.wording(tag)
    assert (words.style, words.date(DAY)) == (style, date)


def test_numbers_are_said_in_the_chosen_digits_and_what_is_typed_is_not(with_facts):
    said = with_facts.wording("ur-u-nu-arabext").t(
        "{name} said this on page {n:d}.", name="020 7946", n=7
    )
    assert "۷" in said
    assert "020 7946" in said


def test_who_checked_a_language_is_told_with_the_day(with_facts):
    (checked,) = with_facts.facts.of("ur").checked
    assert (checked.by, checked.on) == ("Amina Khan", datetime.date(2026, 11, 1))
    assert with_facts.facts.of("cy").checked == ()


def test_names_are_listed_as_the_language_does(with_facts):
    assert with_facts.wording("en-GB").listed(["Ann", "Bo", "Cy"]) == "Ann, Bo and Cy"
    assert with_facts.wording("en-GB").listed(["Ann"]) == "Ann"
    urdu = with_facts.wording("ur").listed(["Ann (night)", "Bo"])
    assert urdu == "\u2068Ann (night)\u2069 اور \u2068Bo\u2069"


def test_an_urdu_name_in_an_english_sentence_keeps_its_own_direction(catalogs):
    english = catalogs.wording("en-GB")
    assert english.t("For {name}.", name="آمنہ (3)") == "For \u2068آمنہ (3)\u2069."
    assert english.t("For {name}.", name="Dele (3)") == "For Dele (3)."
    assert english.beside(["آمنہ", "", "Dele"]) == "\u2068آمنہ\u2069 · Dele"


def test_notes_beside_each_other_run_as_the_language_does(catalogs):
    urdu = catalogs.wording("ur")
    assert urdu.beside(["اردو", "\u2068Omar\u2069 نے دیکھا", "Dele"]) == (
        "اردو · \u2068Omar\u2069 نے دیکھا · \u2068Dele\u2069"
    )
    assert urdu.beside(["Dele", "اردو"]) == "\u2068Dele\u2069 · اردو"


def test_a_name_and_what_it_stands_for_run_as_the_language_does_beside_others(catalogs):
    urdu = catalogs.wording("ur")
    fact = urdu.t("{label}: {value}", label="Until", value="May, June")
    assert urdu.beside([fact]) == f"\u2067{fact}\u2069"


def test_the_longest_of_all_languages_is_at_least_as_long_as_each(catalogs):
    sentence = "{name} said this on page {n:d}."
    longest = catalogs.wording("en-XL").t(sentence, name="Dele", n=7)
    every = [catalogs.wording(tag).t(sentence, name="Dele", n=7) for tag in ("en-GB", "cy", "ur")]
    assert longest in every
    assert all(len(longest) + 6 >= len(each) for each in every)
    widest = catalogs.wording("en-XW").t("Back")
    assert widest == "Back"
    assert longest_word("a bcd e\u0301f") == 3


def test_each_kind_of_digits_has_the_digits_that_unicode_gives_it():
    for name in ("arab", "arabext", "beng", "guru", "gujr"):
        assert [int(each) for each in "0123456789".translate(digits_table(name))] == [*range(10)]
    assert digits_table("latn") == {}
