"""The commands about languages: what the program speaks, and what is wrong with it."""

import json

import pytest

from app import resources
from tests.helpers.commands import Run, refused


def test_languages_tells_the_same_facts_of_every_language(run: Run) -> None:
    code, out, err = run("languages", "--json")
    assert (code, err) == (0, "")
    told = {each["tag"]: each for each in json.loads(out)}
    keys = {tuple(each) for each in told.values()}
    assert len(keys) == 1
    assert next(iter(told)) == "en-GB"
    assert told["en-GB"]["translated"] == told["en-GB"]["sentences"] > 4000
    assert all(each["translated"] <= each["sentences"] for each in told.values())
    issue = {"cy", "pl", "ro", "pa", "ur", "bn", "gu", "ar", "so", "pt", "es", "it", "fr", "uk"}
    assert issue <= set(told)
    assert {tag for tag, each in told.items() if each["direction"] == "rtl"} == {"ar", "ur"}
    assert told["so"]["voice"] is None
    assert told["cy"]["voice"]
    assert told["uk"]["font"] == "Noto Sans"
    assert told["ur"]["letters"] == ["Arab", "Aran"]
    assert told["bn"]["digits"] == ["latn", "beng"]
    assert all(each["checked"] == [] for each in told.values()), "nobody has checked any yet"


def test_languages_is_a_line_each(run: Run) -> None:
    code, out, _ = run("languages")
    assert code == 0
    welsh = next(line for line in out.splitlines() if line.startswith("cy "))
    assert "Cymraeg" in welsh
    assert "not checked" in welsh


def test_catalog_check_of_one_language_says_its_counts(run: Run) -> None:
    _, out, _ = run("catalog-check", "--lang", "cy")
    assert out.startswith("cy: ")
    assert "missing" in out


def test_catalog_check_of_a_language_without_a_catalog_is_refused(run: Run) -> None:
    assert "tlh" in refused(run("catalog-check", "--lang", "tlh"))


def test_in_the_packaged_program_the_compiled_catalogs_are_held_against_the_packed_list(
    run: Run, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.words import catalogs  # noqa: PLC0415

    source = resources.root() / "translations"
    root = tmp_path / "packaged"
    folder = root / "translations" / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (root / "resources").symlink_to(resources.root() / "resources")
    for name in ("alongside.pot", "languages.toml"):
        (root / "translations" / name).write_bytes((source / name).read_bytes())
    (folder / "alongside.po").write_bytes((source / "cy/LC_MESSAGES/alongside.po").read_bytes())
    catalogs.compile_all(root / "translations")
    (folder / "alongside.po").unlink()
    monkeypatch.setattr(resources, "root", lambda: root)
    _, out, _ = run("catalog-check", "--lang", "cy")
    assert out.startswith("cy: ")
    assert "0 obsolete" in out
    assert " 0 translated" not in out
