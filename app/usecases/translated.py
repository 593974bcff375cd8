"""Which sentences of a plan stand in which other language, and how far that can be relied on."""

import dataclasses
from collections.abc import Iterable

from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.statement import Statement
from app.model.translation import Translated, Translation, is_out_of_date, same_language
from app.usecases.ports import Notebook, UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """A sentence and what stands beside it in one other language.

    Attributes:
        statement: the sentence.
        translated: the newest translation that nobody turned down, if there is one.

    """

    statement: Record[Statement]
    translated: Translated | None = None

    @property
    def is_missing(self) -> bool:
        """Whether there is none, or only one of words that were changed since."""
        return self.translated is None or self.translated.out_of_date

    @property
    def is_open(self) -> bool:
        """Whether something is left to be done: it is missing, or waits for the person's yes."""
        return self.translated is None or not self.translated.counts


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class InLanguage:
    """A person's plan in one other language.

    Attributes:
        lines: every sentence that was said in another one, in the order in which they were said.

    """

    person: Record[Person]
    lang: str
    lines: tuple[Both, ...]

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
        return sum(each.is_open and not each.is_missing for each in self.lines)

    @property
    def open(self) -> tuple[Both, ...]:
        """Those where something is left to be done."""
        return tuple(each for each in self.lines if each.is_open)


def in_language(notebook: Notebook, *, person: RecordId, lang: str) -> InLanguage:
    """Read how far a person's plan is kept in a language.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        return read_in_language(work, person=person, lang=lang)


def in_all_languages(notebook: Notebook, *, person: RecordId) -> tuple[InLanguage, ...]:
    """The same for each language in which their plan is kept, their home language first.

    A language in which every sentence was said has no lines.
    """
    with notebook.unit_of_work() as work:
        body = work.records.get(person, Person).body
        home = body.home_language
        others = (each for each in body.plan_languages if each != home)
        return tuple(read_in_language(work, person=person, lang=each) for each in (home, *others))


def read_in_language(work: UnitOfWork, *, person: RecordId, lang: str) -> InLanguage:
    """The same as :func:`in_language`, within a unit of work."""
    said = tuple(each for each in to_translate(work, person) if not _said_in(each, lang))
    beside = beside_all(work, person=person, statements=said)
    return InLanguage(
        person=work.records.get(person, Person),
        lang=lang,
        lines=tuple(
            Both(statement=each, translated=_in(beside.get(each.id, ()), lang)) for each in said
        ),
    )


def to_translate(work: UnitOfWork, person: RecordId) -> tuple[Record[Statement], ...]:
    """The sentences that stand in a person's plan, in the order in which they were said."""
    return tuple(
        each
        for each in work.records.find(Statement, person=person)
        if each.body.section and each.body.answer_to is None and not each.body.disowned
    )


def beside_all(
    work: UnitOfWork, *, person: RecordId, statements: Iterable[Record[Statement]]
) -> dict[RecordId, tuple[Translated, ...]]:
    """What stands beside each of these sentences, the newest of each language.

    Only what stands beside *these* is told: a translation is as private as its sentence.
    """
    found = work.records.find(Translation, person=person)
    if not found:
        return {}
    names = _names(work, person)
    newest: dict[RecordId, dict[str, Record[Translation]]] = {}
    for each in found:
        if each.body.stands:
            newest.setdefault(each.body.source, {})[each.body.lang] = each
    return {
        said.id: tuple(
            translated(work, each, of=said, names=names) for each in newest[said.id].values()
        )
        for said in statements
        if said.id in newest
    }


def beside(work: UnitOfWork, said: Record[Statement]) -> tuple[Translated, ...]:
    """What stands beside one sentence, the newest of each language."""
    return beside_all(work, person=said.body.person, statements=(said,)).get(said.id, ())


def every(notebook: Notebook, *, statement: RecordId) -> tuple[Translated, ...]:
    """Every translation of a sentence, also those that were turned down, the first first.

    Raises:
        NotFoundError: there is no such sentence.

    """
    with notebook.unit_of_work() as work:
        said = work.records.get(statement, Statement)
        person = said.body.person
        names = _names(work, person)
        return tuple(
            translated(work, each, of=said, names=names)
            for each in work.records.find(Translation, person=person)
            if each.body.source == statement
        )


def translated(
    work: UnitOfWork,
    record: Record[Translation],
    *,
    of: Record[Statement],
    names: dict[RecordId, str],
) -> Translated:
    """A translation with the name of who made it, and whether its sentence is another by now."""
    body = record.body
    moved = body.source_version != of.version and is_out_of_date(
        body.source_version, of, work.records.history(of.id)
    )
    by = names.get(body.made_by, "") if body.made_by else body.made_by_name
    return Translated(record=record, by=by, out_of_date=moved or bool(of.others))


def _names(work: UnitOfWork, person: RecordId) -> dict[RecordId, str]:
    around = work.records.find(Supporter, person=person, withdrawn=True)
    return {each.id: each.body.name for each in around}


def _said_in(statement: Record[Statement], lang: str) -> bool:
    return same_language(statement.body.original_lang, lang)


def _in(found: tuple[Translated, ...], lang: str) -> Translated | None:
    """The newest of those in a language, however its tag is written."""
    own = [each for each in found if same_language(each.body.lang, lang)]
    return max(own, key=lambda each: each.record.created_at, default=None)
