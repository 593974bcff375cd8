"""The command that checks words, reading from standard input."""

import io
import json
import sys
from collections.abc import Callable

import pytest

from tests.helpers.commands import Run, Said, refused

Check = Callable[..., Said]


@pytest.fixture
def check(run: Run, monkeypatch: pytest.MonkeyPatch) -> Check:
    def given(text: str | bytes, *arguments: str) -> Said:
        data = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        return run("check-words", *arguments)

    return given


def test_check_words_says_each_remark_on_a_line_with_its_place(check: Check) -> None:
    code, out, err = check("I like tea.\nCome at 14:30, ok?\n", "--lang", "en")
    assert (code, err) == (0, "")
    assert out == (
        "2:9: W19 (Times as people say them) F: Not everybody reads “14:30” as a time."
        " Use: 2:30 in the afternoon\n"
    )


def test_check_words_as_json_has_the_places_in_the_text(check: Check) -> None:
    code, out, _ = check("Zjem 30% tego.", "--lang", "pl", "--json")
    assert code == 0
    assert json.loads(out) == [
        {
            "rule": "W17",
            "about": "Numbers in figures, no percentages",
            "weight": "F",
            "start": 5,
            "end": 8,
            "text": "30%",
            "says": "“30%” is hard to read as a number.",
            "change": "Use: 3 out of 10",
        }
    ]


def test_check_words_is_silent_where_there_is_nothing_to_say(check: Check) -> None:
    assert check("I like tea.", "--lang", "en") == (0, "", "")
    assert check("I like tea.", "--lang", "en", "--json") == (0, "[]\n", "")


@pytest.mark.parametrize(
    ("text", "lang", "part"),
    [
        ("", "en", "no words"),
        (" \n\t", "en", "no words"),
        (b"\xff\xfe", "en", "UTF-8"),
        ("tea", "../x", "tag of a language"),
        ("tea", "zz", "no language “zz”"),
        ("tea " * 30_000, "en", "longer than"),
    ],
)
def test_check_words_refuses_bad_input_in_one_line(
    check: Check, text: str | bytes, lang: str, part: str
) -> None:
    assert part in refused(check(text, "--lang", lang))


def test_check_words_needs_a_language(check: Check) -> None:
    assert check("I like tea.")[0] == 2


@pytest.mark.parametrize(("lang", "name"), [("ur", "Urdu"), ("cy", "Welsh"), ("hu", "Hungarian")])
def test_check_words_says_which_rules_it_looked_at_where_it_does_not_have_all(
    check: Check, lang: str, name: str
) -> None:
    for more in ([], ["--json"]):
        code, out, err = check("x", "--lang", lang, *more)
        assert code == 0
        assert out == ("[]\n" if more else "")
        assert f"In {name} only the rules that hold in every language were looked at" in err


def test_check_words_explains_what_its_lines_say(run: Run) -> None:
    said = " ".join(run("check-words", "--help")[1].split())
    assert "the number and the name of the rule" in said
    assert "F, with it a text is not called Easy read" in said
