"""Which sentences of a plan stand in which other language, and how far that can be relied on."""

import dataclasses
import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.statement import Statement
from app.model.translation import (
    Translated,
    Translation,
    is_out_of_date,
    language_key,
    same_language,
)
from app.usecases.ports import Notebook, UnitOfWork

if TYPE_CHECKING:
    from app.usecases.by_machine import Guard, Guarding


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """A sentence and what stands beside it in one other language.

    Attributes:
        statement: the sentence.
        translated: the translation on which most rests, of those that nobody turned down.
        newer: another one that was made later and waits for the person's yes.

    """

    statement: Record[Statement]
    translated: Translated | None = None
    newer: Translated | None = None

    @property
    def at_work(self) -> Translated | None:
        """The one with which something is to be done next."""
        return self.newer or self.translated

    @property
    def is_missing(self) -> bool:
        """Whether there is none, or only one of words that were changed since."""
        return self.translated is None or self.translated.out_of_date

    @property
    def counts(self) -> bool:
        """Whether one stands there to which the person said yes."""
        return self.translated is not None and self.translated.counts

    @property
    def is_open(self) -> bool:
        """Whether something is left to be done: it is missing, or waits for a yes or a check."""
        return self.at_work is None or not self.at_work.may_stand_alone

    @property
    def waits(self) -> bool:
        """Whether one of the words that stand now waits for the person's yes."""
        return self.at_work is not None and not self.is_missing and not self.at_work.agreed


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class InLanguage:
    """A person's plan in one other language.

    Attributes:
        lines: every sentence that was said in another one, in the order in which they were said.
        said: how many were said in this one.
        drafts: how many of all of them were not read back and kept yet.

    """

    person: Record[Person]
    lang: str
    lines: tuple[Both, ...]
    said: int = 0
    drafts: int = 0

    @property
    def there(self) -> int:
        """How many have a translation of the words that stand now."""
        return sum(not each.is_missing for each in self.lines)

    @property
    def out_of_date(self) -> int:
        """How many have one of words that were changed since."""
        return sum(each.is_missing and each.translated is not None for each in self.lines)

    @property
    def waiting(self) -> int:
        """How many wait for the person's yes."""
        return sum(each.waits for each in self.lines)

    @property
    def open(self) -> tuple[Both, ...]:
        """Those where something is left to be done."""
        return tuple(each for each in self.lines if each.is_open)


def in_language(
    notebook: Notebook, *, person: RecordId, lang: str, guarding: "Guarding | None" = None
) -> InLanguage:
    """Read how far a person's plan is kept in a language.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        lang: the language.
        guarding: says what only people translate; without it nothing counts that no person
            stands for.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        return read_in_language(work, person=person, lang=lang, guarding=guarding)


def in_all_languages(notebook: Notebook, *, person: RecordId) -> tuple[InLanguage, ...]:
    """The same for each language in which their plan is kept, their home language first.

    A language in which every sentence was said has no lines.
    """
    with notebook.unit_of_work() as work:
        body = work.records.get(person, Person).body
        home = body.home_language
        others = (each for each in body.plan_languages if each != home)
        return tuple(read_in_language(work, person=person, lang=each) for each in (home, *others))


def read_in_language(
    work: UnitOfWork, *, person: RecordId, lang: str, guarding: "Guarding | None" = None
) -> InLanguage:
    """The same as :func:`in_language`, within a unit of work."""
    every_one = to_translate(work, person)
    said = tuple(each for each in every_one if not _said_in(each, lang))
    found = _standing(work, person=person, statements=said, guarding=guarding)
    key = language_key(lang)
    return InLanguage(
        person=work.records.get(person, Person),
        lang=lang,
        lines=tuple(_both(each, found.get(each.id, {}).get(key, ())) for each in said),
        said=len(every_one) - len(said),
        drafts=sum(not each.body.kept for each in every_one),
    )


def to_translate(work: UnitOfWork, person: RecordId) -> tuple[Record[Statement], ...]:
    """The sentences that stand in a person's plan, in the order in which they were said."""
    return tuple(
        each
        for each in work.records.find(Statement, person=person)
        if each.body.section and each.body.answer_to is None and not each.body.disowned
    )


def beside_all(
    work: UnitOfWork,
    *,
    person: RecordId,
    statements: Iterable[Record[Statement]],
    guarding: "Guarding | None" = None,
) -> dict[RecordId, tuple[Translated, ...]]:
    """What stands beside each of these sentences: of each language that on which most rests.

    Only what stands beside *these* is told: a translation is as private as its sentence.
    """
    found = _standing(work, person=person, statements=statements, guarding=guarding)
    return {
        said: tuple(ranked[0] for ranked in by_language.values())
        for said, by_language in found.items()
    }


def beside(
    work: UnitOfWork, said: Record[Statement], *, guarding: "Guarding | None" = None
) -> tuple[Translated, ...]:
    """What stands beside one sentence, one of each language."""
    found = beside_all(work, person=said.body.person, statements=(said,), guarding=guarding)
    return found.get(said.id, ())


def _standing(
    work: UnitOfWork,
    *,
    person: RecordId,
    statements: Iterable[Record[Statement]],
    guarding: "Guarding | None",
) -> dict[RecordId, dict[tuple[str, str], tuple[Translated, ...]]]:
    """By sentence and language all that nobody turned down, that on which most rests first."""
    found = [each for each in work.records.find(Translation, person=person) if each.body.stands]
    if not found:
        return {}
    needed = guarding is not None and not all(each.body.is_stood_for for each in found)
    guard = guarding(work, person) if guarding is not None and needed else None
    names, said = _names(work, person), {each.id: each for each in statements}
    standing: dict[RecordId, dict[tuple[str, str], tuple[Translated, ...]]] = {}
    for each in found:
        of = said.get(each.body.source)
        if of is None:
            continue
        by_language = standing.setdefault(of.id, {})
        key = language_key(each.body.lang)
        one = translated(work, each, of=of, names=names, guard=guard)
        ranked = sorted((*by_language.get(key, ()), one), key=lambda x: x.rank, reverse=True)
        by_language[key] = tuple(ranked)
    return standing


def _both(said: Record[Statement], ranked: tuple[Translated, ...]) -> Both:
    """A sentence with what is shown beside it, and what was made later and waits.

    What no person stands for does not come up where something counts already (rule R12).
    """
    if not ranked:
        return Both(statement=said)
    shown, *others = ranked
    later = [
        each
        for each in others
        if each.record.created_at > shown.record.created_at and not each.out_of_date
    ]
    waiting = (each for each in later if each.body.is_stood_for or not shown.counts)
    newer = max(waiting, key=lambda each: each.record.created_at, default=None)
    return Both(statement=said, translated=shown, newer=newer)


def every(
    notebook: Notebook, *, statement: RecordId, guarding: "Guarding | None" = None
) -> tuple[Translated, ...]:
    """Every translation of a sentence, also those that were turned down, the first first.

    Raises:
        NotFoundError: there is no such sentence.

    """
    with notebook.unit_of_work() as work:
        said = work.records.get(statement, Statement)
        guard = guarding(work, said.body.person) if guarding is not None else None
        found = every_of(work, person=said.body.person, statements=(said,), guard=guard)
        return found.get(said.id, ())


def every_of(
    work: UnitOfWork,
    *,
    person: RecordId,
    statements: Iterable[Record[Statement]],
    guard: "Guard | None" = None,
) -> dict[RecordId, tuple[Translated, ...]]:
    """The same for several sentences of a person, within a unit of work."""
    names, said = _names(work, person), {each.id: each for each in statements}
    made = [x for x in work.records.find(Translation, person=person) if x.body.source in said]
    made.sort(key=lambda each: each.body.source)  # within a sentence they stay in their order
    return {
        source: tuple(
            translated(work, each, of=said[source], names=names, guard=guard) for each in group
        )
        for source, group in itertools.groupby(made, key=lambda each: each.body.source)
    }


def translated(
    work: UnitOfWork,
    record: Record[Translation],
    *,
    of: Record[Statement],
    names: dict[RecordId, str],
    guard: "Guard | None" = None,
) -> Translated:
    """A translation with who made it, whether its sentence is another by now, and what R12 says."""
    body = record.body
    moved = body.source_version != of.version and is_out_of_date(
        body.source_version, of, work.records.history(of.id)
    )
    why_not: str | None = ""
    if not body.is_stood_for:
        why_not = guard.why_not(of) if guard is not None else None
    return Translated(
        record=record,
        by=names.get(body.made_by, "") if body.made_by else body.made_by_name,
        out_of_date=moved or bool(of.others),
        why_not=why_not,
    )


def _names(work: UnitOfWork, person: RecordId) -> dict[RecordId, str]:
    around = work.records.find(Supporter, person=person, withdrawn=True)
    return {each.id: each.body.name for each in around}


def _said_in(statement: Record[Statement], lang: str) -> bool:
    return same_language(statement.body.original_lang, lang)
