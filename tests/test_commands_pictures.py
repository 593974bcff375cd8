"""The command that says which pictures would be offered."""

import json

import pytest

from tests.helpers.commands import Run


def told(run: Run, text: str, lang: str = "en-GB") -> dict:
    code, out, err = run("pictures", text, "--lang", lang, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_what_is_offered_is_said_in_order(run: Run) -> None:
    assert run("pictures", "Bus 55 to the allotment.") == (
        0,
        "openmoji:1F68C  bus  Bus\nopenmoji:E344  allotment  allotment\n",
        "",
    )


def test_as_json_what_a_search_finds_stands_apart(run: Run) -> None:
    found = told(run, "kawa", "pl")
    assert [each["idea"] for each in found["suggested"]] == ["coffee"]
    assert found["found"][0]["idea"] == "coffee"
    assert found["negated"] is False


def test_a_no_is_said(run: Run) -> None:
    assert told(run, "I do not like coffee")["negated"] is True
    assert "not" in run("pictures", "I do not like coffee")[1]


@pytest.mark.parametrize("text", ["", "   ", "xyzzy", "\x00", "🚌"])
def test_for_nothing_known_nothing_is_offered(run: Run, text: str) -> None:
    assert told(run, text)["suggested"] == []
    code, out, _ = run("pictures", text)
    assert (code, out) == (0, "Nothing is offered by itself.\n")


@pytest.mark.parametrize("lang", ["xx", "../en", "", "lt"])
def test_a_language_without_words_is_refused_in_one_sentence(run: Run, lang: str) -> None:
    code, out, err = run("pictures", "bus", "--lang", lang)
    assert (code, out) == (1, "")
    assert "ar, bn, cy, en, gu, pa, pl, ro, so, ur" in err
    assert err.count("\n") == 1
