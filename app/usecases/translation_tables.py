"""Translations in and out as a table: out with what is there, in as drafts, whole or not at all."""

import dataclasses
import typing
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from app.model.change import Change
from app.model.errors import AlongsideError, BadDataError, NotAllowedError, NotFoundError
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.statement import Statement
from app.model.translation import (
    Method,
    Translated,
    Translation,
    is_out_of_date,
    same_language,
)
from app.model.translation_table import LARGEST, Row
from app.model.wording import N_
from app.usecases import translated, translations
from app.usecases.by_machine import Guarding
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.translated import InLanguage
from app.usecases.translations import TAKEN_AWAY, Interpreter, Put
from app.words.languages import english_name

METHODS: tuple[str, ...] = typing.get_args(Method)
"""What may stand in the column "method"."""

_TOLD_WHY_NOT = "child"
"""Whoever writes that a child translated reads why not, so it is no unknown word; nor offered."""


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one row."""

    line: int
    problem: AlongsideError


@dataclasses.dataclass(frozen=True, slots=True)
class Otherwise:
    """A row whose words stand there already, made in another way; nothing of it is changed."""

    line: int
    method: Method


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a table.

    Attributes:
        change: what was written; None where anything is wrong, and then nothing was.
        added: how many translations, and ``known`` how many stood there already.
        otherwise: those of them that stand there by another method, which they keep.
        empty: how many rows have no translation yet.

    """

    change: Change | None
    faults: tuple[Fault, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
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

    What is out of date is left to be translated once more, like what is missing. Others are given
    no translation to which the person did not say yes (rule R4).

    Args:
        plan: a plan in one language.
        only: the sentences that whoever gets the table may see; None for the person's own.

    """
    if only is None:
        return tuple(_row(each.statement, each.translated) for each in plan.lines)
    return tuple(
        _row(each.statement, each.translated if each.counts else None)
        for each in plan.lines
        if each.statement.id in only
    )


def take_in(
    notebook: Notebook,
    *,
    person: RecordId,
    lang: str,
    rows: Iterable[Row],
    by: RecordId,
    guarding: Guarding,
) -> Taken:
    """Take the translations of a table in as drafts. One wrong row, and nothing is taken in.

    Rows without a translation are left out, and so is what stands there already: a table can be
    taken in once more when more of it is filled. What a machine made is guarded (rule R12).

    Raises:
        NotAllowedError: the person's plan is not kept in this language.
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        refuse_other_languages(work.records.get(person, Person).body, lang)
        said = translated.to_translate(work, person)
        by_code = {each.id: each for each in said}
        made = translated.every_of(work, person=person, statements=said)
        guard = guarding(work, person)
        faults: list[Fault] = []
        otherwise: list[Otherwise] = []
        added = known = empty = 0
        for row in rows:
            if not row.translation.strip():
                empty += 1
                continue
            try:
                which = _named(work, row, by_code)
                if there := _there(made.get(which.id, ()), row, lang):
                    known += 1
                    otherwise += _otherwise(work, person, row, there)
                    continue
                _write(work, which, row, lang=lang, by=by, guarding=lambda *_: guard)
                added += 1
            except AlongsideError as problem:
                faults.append(Fault(row.line, problem))
        if faults:
            return Taken(change=None, faults=tuple(faults))
        change = work.commit(N_("translations taken in"))
    return Taken(change=change, added=added, known=known, empty=empty, otherwise=tuple(otherwise))


def refuse_other_languages(person: Person, lang: str) -> None:
    """Raise unless their plan is kept in a language: nobody would see what is put into another.

    Raises:
        NotAllowedError: it is not; the sentence says where it is added.

    """
    if not any(same_language(lang, each) for each in person.plan_languages):
        raise NotAllowedError(
            N_(
                "This plan is not kept in {language} yet. Please add that language in the window "
                "first, under “The languages of my plan”."
            ),
            language=english_name(lang) or lang,
        )


def _row(said: Record[Statement], there: Translated | None) -> Row:
    if there is None or there.out_of_date:
        return Row(code=said.id, version=str(said.version), original=said.body.original)
    return Row(
        code=said.id,
        version=str(said.version),
        original=said.body.original,
        translation=there.body.text,
        who=there.by,
        method=there.body.method,
        back_translation=there.body.back_translation,
    )


def _write(
    work: UnitOfWork,
    which: Record[Statement],
    row: Row,
    *,
    lang: str,
    by: RecordId,
    guarding: Guarding,
) -> None:
    who = _who(row)
    translations.write_down(
        work,
        Put(
            statement=which.id,
            lang=lang,
            who=who,
            by=by,
            words=row.translation,
            back_translation=row.back_translation,
            guarding=guarding,
        ),
    )


def _who(row: Row) -> Interpreter:
    method = row.method.strip().casefold().replace(" ", "_").replace("-", "_")
    if method not in (*METHODS, _TOLD_WHY_NOT):
        raise BadDataError(
            N_("“{method}” is not a method. Please write one of these: {methods}."),
            method=row.method[:40],
            methods=", ".join(METHODS),
        )
    return Interpreter(method=typing.cast("Method", method), name=row.who)


def _otherwise(
    work: UnitOfWork, person: RecordId, row: Row, there: tuple[Translation, ...]
) -> Iterator[Otherwise]:
    """That the row names another method than the one by which its words stand there."""
    if row.method:
        method = translations.allowed(work, person, _who(row)).method
        if method not in {each.method for each in there}:
            yield Otherwise(row.line, there[-1].method)


def _named(
    work: UnitOfWork, row: Row, by_code: Mapping[RecordId, Record[Statement]]
) -> Record[Statement]:
    """The sentence that a row is about, as it stands now."""
    if row.code:
        found = by_code.get(RecordId(row.code))
        if found is None:
            raise NotFoundError(N_("No sentence of this plan has the code {code}."), code=row.code)
        _refuse_other_words(work, row, found)
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


def _refuse_other_words(work: UnitOfWork, row: Row, found: Record[Statement]) -> None:
    """Raise unless the row shows that it was made of the words that stand now."""
    if not (row.version or row.original):
        raise BadDataError(
            N_("Please keep the column “version” or “original” beside the code of a sentence.")
        )
    version = int(row.version) if row.version.isdecimal() else 0
    moved = row.version and is_out_of_date(version, found, work.records.history(found.id))
    other = row.original and _plain(row.original) != _plain(found.body.original)
    if moved or other:
        raise BadDataError(
            N_("This sentence says something else by now. Please write a new table.")
        )


def _there(made: Iterable[Translated], row: Row, lang: str) -> tuple[Translation, ...]:
    """Where these words stand already.

    Raises:
        NotAllowedError: they were turned down: a table does not bring them back.

    """
    same = [
        each.body
        for each in made
        if same_language(each.body.lang, lang)
        and not each.out_of_date
        and _plain(each.body.text) == _plain(row.translation)
    ]
    standing = tuple(each for each in same if each.stands)
    if standing:
        return standing
    if any(each.answer == "no" for each in same):
        raise NotAllowedError(
            N_("The person said no to this translation. Please write another one.")
        )
    if same:
        raise NotAllowedError(TAKEN_AWAY)
    return ()


def _plain(words: str) -> str:
    return " ".join(words.split())
