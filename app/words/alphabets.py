"""The letters of a language in rows, for writing without a keyboard."""

from functools import cache

from app import resources

Rows = tuple[tuple[str, ...], ...]


@cache
def letters(lang: str) -> Rows:
    """The letters of a language, in rows; the English ones where it has none of its own here."""
    known = resources.read_toml("alphabets.toml")["letters"]
    return _rows(known.get(_language(lang), known["en"]))


@cache
def signs(lang: str) -> Rows:
    """Full stop, comma, digits and what else is written in a language, in rows."""
    known = resources.read_toml("alphabets.toml")["signs"]
    return _rows(known.get(_language(lang), known["usual"]))


def _language(lang: str) -> str:
    return lang.split("-", maxsplit=1)[0].lower()


def _rows(rows: list[str]) -> Rows:
    return tuple(tuple(row.split()) for row in rows)
