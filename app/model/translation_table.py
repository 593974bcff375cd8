"""A table of sentences and their translations, as interpreters fill it: CSV, TSV or JSON."""

import csv
import dataclasses
import io
import json
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import msgspec

from app.model.errors import BadDataError
from app.model.wording import N_

Form = Literal["csv", "tsv", "json"]

COLUMNS: Final = (
    "code", "version", "original", "translation", "who", "method", "back_translation",
)  # fmt: skip
"""The columns, in their order; each by its name, in any order, when a table is read."""

LARGEST: Final = 5_000_000
"""Bytes. A plan of a thousand sentences with their translations is a tenth of it."""

_FORMULA = ("=", "+", "-", "@")
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One sentence.

    Attributes:
        line: where it stands: the line of a CSV or TSV file, the number of the entry in JSON.
        code: the identifier of the sentence; else its words are in ``original``.
        version: how many versions the sentence had when the table was written.
        who: the name of whoever translated, and ``method`` as what.

    """

    line: int = 0
    code: str = ""
    version: str = ""
    original: str = ""
    translation: str = ""
    who: str = ""
    method: str = ""
    back_translation: str = ""


def form_of(name: str) -> Form:
    """The form that a file of this name has.

    Raises:
        BadDataError: it is none of them.

    """
    match name.casefold().rpartition(".")[2]:
        case "csv":
            return "csv"
        case "tsv" | "tab":
            return "tsv"
        case "json":
            return "json"
    raise BadDataError(N_("Please use a file whose name ends in .csv, .tsv or .json."))


def write(rows: Iterable[Row], form: Form) -> bytes:
    """A table that :func:`read` reads, and that spreadsheets open with the right letters."""
    entries = [{name: getattr(row, name) for name in COLUMNS} for row in rows]
    if form == "json":
        return (json.dumps(entries, ensure_ascii=False, indent=2) + "\n").encode()
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, COLUMNS, delimiter=_delimiter(form))
    writer.writeheader()
    writer.writerows({name: _as_text(value) for name, value in each.items()} for each in entries)
    return (_BYTE_ORDER_MARK + made.getvalue()).encode()


def read(data: bytes, form: Form) -> tuple[Row, ...]:
    """Every row of a table.

    Raises:
        BadDataError: it is no such table; the sentence says what is wrong with it.

    """
    if len(data) > LARGEST:
        raise BadDataError(N_("This table is far too large. Please give a part of it."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadDataError(
            N_("This table is not in UTF-8. Please save it as CSV UTF-8 and try again.")
        ) from error
    return tuple(_of_json(text) if form == "json" else _of_lines(text, form))


def _of_json(text: str) -> Iterator[Row]:
    try:
        entries = msgspec.json.decode(text, type=list[dict[str, str | None]])
    except (msgspec.DecodeError, RecursionError) as error:
        raise BadDataError(
            N_("This is no list of entries in JSON, each with text in its fields ({problem})."),
            problem=error,
        ) from error
    for number, each in enumerate(entries, 1):
        _refuse_unknown(each)
        yield Row(line=number, **{name: (value or "").strip() for name, value in each.items()})
    if not entries:
        raise _nothing()


def _of_lines(text: str, form: Form) -> Iterator[Row]:
    if not text.strip():
        raise _nothing()
    heading = text.split("\n", 1)[0]
    delimiter = _delimiter(form)
    if form == "csv" and heading.count(";") > heading.count(","):  # as spreadsheets do abroad
        delimiter = ";"
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    end = 0
    try:
        names = [name.strip().casefold().replace("-", "_") for name in next(lines)]
        _refuse_unknown(names)
        for cells in lines:
            start, end = max(end, 1) + 1, lines.line_num
            if len(cells) > len(names):
                raise BadDataError(
                    N_("Line {line} has more columns than the first line."), line=start
                )
            filled = {name: _from_text(cell) for name, cell in zip(names, cells, strict=False)}
            if any(filled.values()):
                yield Row(line=start, **filled)
    except csv.Error as error:
        raise BadDataError(
            N_("Line {line} of this table cannot be read ({problem})."),
            line=lines.line_num, problem=error,
        ) from error  # fmt: skip


def _refuse_unknown(names: Iterable[str]) -> None:
    """Raise unless these are columns of ours, and those that are needed are there."""
    found = list(names)
    for name in found:
        if name not in COLUMNS or found.count(name) > 1:
            raise BadDataError(
                N_("There is a column “{name}”. The columns are: {columns}."),
                name=name[:40],
                columns=", ".join(COLUMNS),
            )
    if "translation" not in found or not {"code", "original"} & set(found):
        raise BadDataError(
            N_("This table needs a column “translation”, and one “code” or “original”.")
        )


def _nothing() -> BadDataError:
    return BadDataError(N_("There is nothing in this table."))


def _delimiter(form: Form) -> str:
    return "\t" if form == "tsv" else ","


def _as_text(cell: str) -> str:
    """Words that a spreadsheet would take for a formula, marked as words."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _from_text(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell
