"""A sentence of the program is found by what is shown of it."""

import struct

import pytest

from app.words.catalogs import compile_all
from app.words.finding import Entry, Finder, entries
from app.words.languages import Catalogs
from app.words.retelling import Retelling

PL = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\n"

msgid "Back"
msgstr "Wstecz"

msgid "For {name}."
msgstr "Dla: {name}."

msgid "A copy for {name} and {other}."
msgstr "Kopia dla: {name} i {other}."

msgid "{n} dog"
msgid_plural "{n} dogs"
msgstr[0] "{n} pies"
msgstr[1] "{n} psy"
msgstr[2] "{n} psów"
"""


@pytest.fixture
def catalogs(tmp_path):
    file = tmp_path / "pl" / "LC_MESSAGES" / "alongside.po"
    file.parent.mkdir(parents=True)
    file.write_text(PL, "utf-8")
    compile_all(tmp_path)
    return Catalogs(tmp_path)


def test_the_entries_of_a_compiled_catalog_have_all_their_forms(catalogs):
    found = set(entries(catalogs.compiled("pl")))
    assert Entry(("Back",), ("Wstecz",)) in found
    assert Entry(("{n} dog", "{n} dogs"), ("{n} pies", "{n} psy", "{n} psów")) in found
    assert len(found) == 4


def test_big_endian_catalogs_are_read_too(catalogs):
    data = catalogs.compiled("pl")
    numbers = (len(data) - len(data) % 4) // 4
    head = struct.unpack_from("<7I", data)
    tables = head[2] * 4 + 7
    swapped = struct.pack(f">{tables}I", *struct.unpack_from(f"<{tables}I", data))
    assert numbers > tables
    assert set(entries(swapped + data[len(swapped) :])) == set(entries(data))


def test_nothing_is_in_no_catalog(catalogs):
    assert list(entries(catalogs.compiled("xx"))) == []


@pytest.mark.parametrize(
    ("shown", "ids", "values"),
    [
        ("Wstecz", ("Back",), ()),
        ("Dla: Ewa Nowak.", ("For {name}.",), (("name", "Ewa Nowak"),)),
        ("Dla: \u2068Ewa\u2069.", ("For {name}.",), (("name", "Ewa"),)),
        ("12 psów", ("{n} dog", "{n} dogs"), (("n", "12"),)),
    ],
)
def test_a_sentence_is_found_with_what_fills_its_places(catalogs, shown, ids, values):
    found = Finder(entries(catalogs.compiled("pl"))).find(shown)
    assert found is not None
    assert (found.entry.ids, found.values) == (ids, values)


def test_the_sentence_with_more_fixed_words_is_meant(catalogs):
    found = Finder(entries(catalogs.compiled("pl"))).find("Kopia dla: Ewa i Dele.")
    assert found is not None
    assert dict(found.values) == {"name": "Ewa", "other": "Dele"}


def test_own_words_are_no_sentence_of_the_program(catalogs):
    assert Finder(entries(catalogs.compiled("pl"))).find("Lubię herbatę.") is None


@pytest.mark.parametrize(
    ("text", "shown", "wanted", "said"),
    [
        ("Back", "en-GB", "pl", "Wstecz"),
        ("Wstecz", "pl", "en-GB", "Back"),
        ("For Ewa.", "en-GB", "pl", "Dla: Ewa."),
        ("3 psy", "pl", "en-GB", "3 dogs"),
        ("1 dog", "en-GB", "pl", "1 pies"),
        ("22 dogs", "en-GB", "pl", "22 psy"),
        ("I like tea.", "en-GB", "pl", ""),
        ("Back", "en-GB", "en-GB", ""),
        ("Back", "en-GB", "xx", ""),
    ],
)
def test_what_is_shown_is_said_in_the_other_language(catalogs, text, shown, wanted, said):
    assert Retelling(catalogs).retold(text, shown=shown, wanted=wanted) == said
