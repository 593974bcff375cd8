"""Translations in and out as a table: out with what is there, in as drafts, whole or not at all."""

import dataclasses
import typing
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.model.change import Change
from app.model.errors import AlongsideError, BadDataError, NotFoundError
from app.model.ids import RecordId
from app.model.record import Record
from app.model.statement import Statement
from app.model.translation import Method
from app.model.translation_table import LARGEST, Row
from app.model.wording import N_
from app.usecases import translated, translations
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.translated import Both, InLanguage
from app.usecases.translations import Interpreter, Put

METHODS: tuple[str, ...] = (*typing.get_args(Method), "child")
"""What may stand in the column: whoever writes that a child translated reads why not."""


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one row."""

    line: int
    problem: AlongsideError


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a table.

    Attributes:
        change: what was written; None where anything is wrong, and then nothing was.
        added: how many translations, and ``known`` how many stood there already.
        empty: how many rows have no translation yet.

    """

    change: Change | None
    faults: tuple[Fault, ...] = ()
    added: int = 0
    known: int = 0
    empty: int = 0


def read_file(path: Path) -> bytes:
    """What stands in a table, which is not read if it is far too large to be one.

    Raises:
        BadDataError: there is no such file, or it cannot be read.

    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise BadDataError(
            N_("The table {file} cannot be read. Please check its name and place."), file=path
        ) from error


def to_fill(plan: InLanguage, *, only: frozenset[RecordId] | None = None) -> tuple[Row, ...]:
    """A row for each sentence that was said in another language.

    What is out of date is left to be translated once more, like what is missing.

    Args:
        plan: a plan in one language.
        only: the sentences that whoever gets the table may see; None for the person's own.

    """
    return tuple(_row(each) for each in plan.lines if only is None or each.statement.id in only)


def take_in(
    notebook: Notebook, *, person: RecordId, lang: str, rows: Iterable[Row], by: RecordId
) -> Taken:
    """Take the translations of a table in as drafts. One wrong row, and nothing is taken in.

    Rows without a translation are left out, and so is what stands there already: a table can be
    taken in once more when more of it is filled.
    """
    with notebook.unit_of_work() as work:
        said = translated.to_translate(work, person)
        by_code = {each.id: each for each in said}
        beside = translated.read_in_language(work, person=person, lang=lang)
        there = {each.statement.id: each for each in beside.lines}
        faults: list[Fault] = []
        added = known = empty = 0
        for row in rows:
            if not row.translation.strip():
                empty += 1
                continue
            try:
                which = _named(row, by_code)
                if _stands(there.get(which.id), row):
                    known += 1
                    continue
                _write(work, which, row, lang=lang, by=by)
                added += 1
            except AlongsideError as problem:
                faults.append(Fault(row.line, problem))
        if faults:
            return Taken(change=None, faults=tuple(faults))
        change = work.commit(N_("translations taken in"))
    return Taken(change=change, added=added, known=known, empty=empty)


def _row(both: Both) -> Row:
    said, there = both.statement, both.translated
    if there is None or there.out_of_date:
        return Row(code=said.id, original=said.body.original)
    return Row(
        code=said.id,
        original=said.body.original,
        translation=there.body.text,
        who=there.by,
        method=there.body.method,
        back_translation=there.body.back_translation,
    )


def _write(
    work: UnitOfWork, which: Record[Statement], row: Row, *, lang: str, by: RecordId
) -> None:
    method = row.method.strip().casefold().replace(" ", "_").replace("-", "_")
    if method not in METHODS:
        raise BadDataError(
            N_("“{method}” is not a method. Please write one of these: {methods}."),
            method=row.method[:40],
            methods=", ".join(METHODS),
        )
    who = Interpreter(method=typing.cast("Method", method), name=row.who)
    translations.write_down(
        work,
        Put(
            statement=which.id,
            lang=lang,
            who=who,
            by=by,
            words=row.translation,
            back_translation=row.back_translation,
        ),
    )


def _named(row: Row, by_code: Mapping[RecordId, Record[Statement]]) -> Record[Statement]:
    """The sentence that a row is about, as it stands now."""
    if row.code:
        found = by_code.get(RecordId(row.code))
        if found is None:
            raise NotFoundError(N_("No sentence of this plan has the code {code}."), code=row.code)
        if row.original and _plain(row.original) != _plain(found.body.original):
            raise BadDataError(
                N_("This sentence says something else by now. Please write a new table.")
            )
        return found
    called = [x for x in by_code.values() if _plain(x.body.original) == _plain(row.original)]
    if not row.original or not called:
        raise NotFoundError(N_("No sentence of this plan says “{words}”."), words=row.original[:60])
    if len(called) > 1:
        raise NotFoundError(
            N_("Several sentences say “{words}”. Please write the code of one."),
            words=row.original[:60],
        )
    return called[0]


def _stands(both: Both | None, row: Row) -> bool:
    there = both.translated if both is not None else None
    return (
        there is not None
        and not there.out_of_date
        and _plain(there.body.text) == _plain(row.translation)
    )


def _plain(words: str) -> str:
    return " ".join(words.split())
