"""Tables (CSV) that say what the pictures beside them are called, in whatever form they come."""

import codecs
import contextlib
import csv
import io
import itertools
import re
from collections.abc import Container, Iterator, Mapping

from app.pictures.naming import spoken, stem

Row = Mapping[str, str]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_ROWS = 100_000
_MOST_COLUMNS = 50
_DELIMITERS = ",;\t"
_NAME_COLUMN = re.compile(
    r"(?:symbol|name|label|word|title|text|term|keyword|caption)s?"
    r"(?:[ _-]([a-z]{2,3}(?:-[a-z]{2})?))?"
)
_TAG_COLUMN = re.compile(
    r"(?:tag|synonym|categor(?:y|ie)|group|subgroup|topic|theme)s?"
    r"(?:[ _-]([a-z]{2,3}(?:-[a-z]{2})?))?"
)
_BETWEEN_TAGS = re.compile(r"\s*[,;|/]\s*")
_LANGUAGE_COLUMN = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
_NO_LANGUAGES = frozenset({"id", "no", "nr"})
_TRIED = 400
"""Rows looked at to find the column that names the files."""


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or, failing both, Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:4]:
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def rows(data: bytes) -> Iterator[Row]:
    """The rows of a table by the names of its columns, as far as it is one."""
    text = decoded(data).replace("\0", "")
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    with contextlib.suppress(csv.Error):
        columns = [each.strip().casefold() for each in next(lines, [])[:_MOST_COLUMNS]]
        for line in itertools.islice(filter(None, lines), _MOST_ROWS):
            yield {key: value.strip() for key, value in zip(columns, line, strict=False)}


def by_stem(table: Iterator[Row], stems: Container[str]) -> dict[str, Row]:
    """The rows by the picture that each is about; none if no column names the pictures.

    Args:
        table: the rows.
        stems: the names of the picture files, without what tells their kind, in small letters.

    """
    tried = list(itertools.islice(table, _TRIED))
    columns = dict.fromkeys(key for row in tried for key in row)
    hits = {key: sum(_file_in(row.get(key, "")) in stems for row in tried) for key in columns}
    best = max(columns, key=lambda key: hits[key], default=None)
    if best is None or not hits[best]:
        return {}
    named = ((_file_in(row.get(best, "")), row) for row in itertools.chain(tried, table))
    return {name: row for name, row in named if name in stems}


def names_in(row: Row, *, lang: str) -> Iterator[tuple[str, str]]:
    """What a row calls its picture: language and name.

    Args:
        row: of a table.
        lang: the language of a column that does not say its own.

    """
    for column, value in row.items():
        found = _NAME_COLUMN.fullmatch(column)
        own = found[1] if found else _LANGUAGE_COLUMN.fullmatch(column) and column
        if not (found or own) or own in _NO_LANGUAGES:
            continue
        name = spoken(_without_end(value))
        if name:
            yield own or lang, name


def tags_in(row: Row, *, lang: str) -> Iterator[tuple[str, str]]:
    """What else a row says of its picture, by which it may be found: language and words.

    A column that does not say its language has that of the names, if they say theirs.

    Args:
        row: of a table.
        lang: the language where nothing says one.

    """
    named = [each for each, _ in names_in(row, lang="")]
    own = lang if lang in named else next(filter(None, named), lang)
    for column, value in row.items():
        found = _TAG_COLUMN.fullmatch(column)
        if found is None or found[1] in _NO_LANGUAGES:
            continue
        words = spoken(_BETWEEN_TAGS.sub(", ", value))
        if words:
            yield found[1] or own, words


def _file_in(value: str) -> str:
    return stem(value).casefold() if _has_end(value) else value.rpartition("/")[2].casefold()


def _has_end(value: str) -> bool:
    return bool(re.search(r"\.(?:svg|png|jpe?g|webp|gif|bmp)$", value, re.IGNORECASE))


def _without_end(value: str) -> str:
    return stem(value) if _has_end(value) else value
