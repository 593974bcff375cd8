import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from app.words import catalogs
from app.words.catalog_check import account_of
from app.words.languages import Catalogs

CODE = """
from app.model.wording import N_
# Translators: a button
LATER = N_("Not today")

def draw(words, n, kept):
    words.t(
        # Translators: the person's name
        # and nothing else
        "Hello {name}", name="x")
    words.t("Kept" if kept else "Draft")
    words.tn("{n} sentence", "{n} sentences", n)
    words.t(LATER)
    words.t("Join" "ed")
"""
DATA = """
[[section]]
id = "home"
title = "My home"
prompts = ["What do you like?", ""]
picture = "openmoji:1F3E0"
"""


@pytest.fixture
def project(tmp_path):
    for name, text in {
        "app/draw.py": CODE,
        "ui/__init__.py": "",
        "resources/sections.toml": DATA,
        "resources/guides/review.toml": '[guide]\nid = "review"\ntitle = "Review"\n',
        "translations/languages.toml": "[cy]\ncomplete = true\n",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path


def run(project, *arguments):
    return catalogs.main([*arguments, "--root", str(project)])


def po(project, lang="cy"):
    return project / "translations" / lang / "LC_MESSAGES" / "alongside.po"


def edit(file, change):
    with file.open("rb") as source:
        catalog = read_po(source, locale=file.parent.parent.name)
    for message in catalog:
        if message.id:
            change(message)
    made = io.BytesIO()
    write_po(made, catalog)
    file.write_bytes(made.getvalue())


def translate(message):
    forms = (message.id,) if isinstance(message.id, str) else (*message.id, *[message.id[1]] * 3)
    message.string = tuple(f"cy {each}" for each in forms) if len(forms) > 1 else f"cy {forms[0]}"


def test_sentences_are_found_in_code_and_data(project):
    template = catalogs.template_of(project)
    found = [message.id for message in template if message.id]
    assert found == [
        "Not today",
        "Hello {name}",
        "Kept",
        "Draft",
        ("{n} sentence", "{n} sentences"),
        "Joined",
        "Review",
        "My home",
        "What do you like?",
    ]
    assert template.get("Not today").auto_comments == ["a button"]
    assert template.get("Hello {name}").auto_comments == ["the person's name and nothing else"]
    assert template.get("My home").auto_comments == ["title of home"]
    assert template.get("My home").locations[0][0] == "resources/sections.toml"


def test_a_new_language_goes_round_from_source_to_screen(project):
    assert run(project, "update", "--lang", "cy") == 0
    edit(po(project), translate)
    assert run(project, "check") == 0
    assert run(project, "compile") == 0
    po(project).unlink()
    welsh = Catalogs(project / "translations").wording("cy")
    assert welsh.t("Hello {name}", name="Ewa") == "cy Hello Ewa"
    assert welsh.tn("{n} sentence", "{n} sentences", 3) == "cy 3 sentences"


def test_updating_twice_changes_nothing(project, capsys):
    run(project, "update", "--lang", "cy")
    before = po(project).read_bytes()
    capsys.readouterr()
    assert run(project, "update") == 0
    assert capsys.readouterr().out == ""
    assert po(project).read_bytes() == before


def test_moving_a_sentence_within_its_file_changes_nothing(project):
    run(project, "update", "--lang", "cy")
    before = po(project).read_bytes()
    (project / "app/draw.py").write_text("\n\n\n" + CODE, "utf-8")
    run(project, "update")
    assert po(project).read_bytes() == before


def test_what_was_translated_stays_and_what_is_gone_is_kept_as_obsolete(project, capsys):
    run(project, "update", "--lang", "cy")
    edit(po(project), translate)
    (project / "app/draw.py").write_text(CODE.replace("Not today", "Not now"), "utf-8")
    run(project, "update")
    capsys.readouterr()
    assert run(project, "check") == 1
    said = capsys.readouterr().out
    assert "8 translated, 1 missing, 0 fuzzy, 1 obsolete" in said
    assert "'Not now'" in said


def test_the_check_sees_sentences_that_no_update_has_seen(project, capsys):
    run(project, "update", "--lang", "cy")
    edit(po(project), translate)
    (project / "app/more.py").write_text('N_("Brand new")', "utf-8")
    assert run(project, "check") == 1
    assert "'Brand new'" in capsys.readouterr().out


def test_an_incomplete_language_passes_unless_it_is_called_complete(project):
    run(project, "update", "--lang", "ur")
    assert run(project, "check", "--lang", "ur") == 0
    assert run(project, "check") == 1


def test_an_empty_plural_counts_as_missing(project, capsys):
    run(project, "update", "--lang", "cy")
    edit(po(project), translate)

    def empty_one_form(message):
        if not isinstance(message.id, str):
            message.string = (*message.string[:-1], "")

    edit(po(project), empty_one_form)
    assert run(project, "check") == 1
    assert "1 missing" in capsys.readouterr().out


def test_fuzzy_counts_as_missing(project, capsys):
    run(project, "update", "--lang", "cy")
    edit(po(project), translate)
    edit(po(project), lambda message: message.flags.add("fuzzy"))
    assert run(project, "check") == 1
    assert "0 translated, 0 missing, 9 fuzzy" in capsys.readouterr().out


@pytest.mark.parametrize(
    "translation",
    [
        "Helo",
        "Helo {enw}",
        "Helo {name} {extra}",
        "Helo %(name)s",
        "Helo {name} %s",
        "Helo {name",
        "Helo {name} ",
        "\nHelo {name}",
        "PDF میں {name}",
    ],
)
def test_a_translation_that_would_break_is_an_error_in_any_language(project, capsys, translation):
    run(project, "update", "--lang", "pl")

    def break_one(message):
        if message.id == "Hello {name}":
            message.string = translation

    edit(po(project, "pl"), break_one)
    assert run(project, "check", "--lang", "pl") == 1
    assert "wrong: 'Hello {name}'" in capsys.readouterr().out


@pytest.mark.parametrize("translation", ["{name} نے PDF بنایا", "PDF", "({name}) ہیلو"])
def test_names_and_signs_do_not_say_which_way_a_sentence_runs(translation):
    template, catalog = Catalog(), Catalog(locale="ur")
    places = "{name}" if "{" in translation else ""
    template.add(f"PDF {places}")
    catalog.add(f"PDF {places}", translation)
    assert [each for each in account_of(catalog, template).errors if "script" in each] == []


def test_per_cent_in_a_sentence_is_no_place():
    template, catalog = Catalog(), Catalog(locale="pl")
    template.add("Text 200 % large")
    catalog.add("Text 200 % large", "Tekst 200 % większy")
    assert account_of(catalog, template).errors == ()


def test_a_plural_form_may_leave_out_the_number_but_not_all_of_them():
    template, catalog = Catalog(), Catalog(locale="cy")
    template.add(("One dog", "{n} dogs"))
    catalog.add(("One dog", "{n} dogs"), ("{n} ci", "Un ci", "Dau gi", "{n} chi", "{n} chi"))
    assert account_of(catalog, template).errors == ()
    catalog = Catalog(locale="cy")
    catalog.add(("One dog", "{n} dogs"), ("ci", "ci", "ci", "ci", "ci"))
    assert account_of(catalog, template).errors != ()


@pytest.mark.parametrize("damage", [b"not a catalog", b'msgid "\xff"', b'msgstr[x] "b"'])
def test_a_damaged_catalog_is_said_in_words(project, capsys, damage):
    run(project, "update", "--lang", "cy")
    po(project).write_bytes(damage)
    assert run(project, "check") == 1
    assert "cy: cannot be read" in capsys.readouterr().out
    assert run(project, "compile") == 1
    assert capsys.readouterr().err
    assert po(project).read_bytes() == damage


def test_an_unknown_language_is_not_begun(project, capsys):
    assert run(project, "update", "--lang", "zz") == 1
    assert capsys.readouterr().err
    assert not po(project, "zz").exists()
