"""What the program can offer for a translation: words from its list, or a translator's (R12).

Nothing is put anywhere by itself. What only people translate is offered from neither: a list of
sentences knows no more than a machine what somebody means by one.
"""

import dataclasses
from typing import TYPE_CHECKING, Protocol

import msgspec

from app.model.halfsaid import HalfSaid, said_back_key, translation_key
from app.model.ids import RecordId
from app.model.translation import Translated, Translation, same_language
from app.model.wording import Phrase
from app.usecases import halfsaid, machine_alarms, translated
from app.usecases.by_machine import Guard
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.translated import Both, InLanguage
from app.words.lexicon import Ideas
from app.words.number_words import NumberWords

if TYPE_CHECKING:
    from app.translate.shelf import Shelf, Translator
    from app.words.phrasebook import InOtherWords, Phrasebook


_IN_ONE_LANGUAGE = frozenset(
    {
        machine_alarms.NUMBERS,
        machine_alarms.NUMBERS_GONE,
        machine_alarms.NUMBERS_NEW,
        machine_alarms.NAME,
        machine_alarms.NOT_GONE,
        machine_alarms.NOT_NEW,
    }
)
"""What can be asked also of two sentences in the same language."""


class Sources(Protocol):
    """Where translations come from: the house."""

    @property
    def phrasebook(self) -> "Phrasebook":
        """Sentences that often stand in plans."""

    @property
    def translators(self) -> "Shelf":
        """The translators of this computer."""

    @property
    def ideas(self) -> Ideas:
        """What words are about."""

    @property
    def number_words(self) -> NumberWords:
        """What numbers are called."""

    def guard(self, work: UnitOfWork, person: RecordId) -> Guard:
        """What of a person's plan only people translate."""


@dataclasses.dataclass(frozen=True, slots=True)
class Offers:
    """What can be offered for one sentence in one language.

    Attributes:
        listed: the same sentence from the list, where it has it.
        translator: reads its language and writes the other; None where there is none.
        why_not: why only people translate this one, marked for translation; empty where a machine
            may.

    """

    listed: "InOtherWords | None" = None
    translator: "Translator | None" = None
    why_not: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class AtSentence:
    """What a page of the interpreter's shows.

    Attributes:
        plan: the plan in the language, and ``both`` the sentence; None where every one is done.
        said: what is half written for it.
        offers: what can be offered for it.
        names: of the person, and of people around them.
        look_at: what to look at in a translation by a machine that nobody has checked yet.
        lost: what to look at in what was said back in the first language.
        refused: the last translation, where the person said no to it.

    """

    plan: InLanguage
    both: Both | None = None
    said: HalfSaid = dataclasses.field(default_factory=HalfSaid)
    offers: Offers = Offers()
    names: tuple[str, ...] = ()
    look_at: tuple[Phrase, ...] = ()
    lost: tuple[Phrase, ...] = ()
    refused: Translated | None = None


def at_sentence(
    notebook: Notebook,
    *,
    person: RecordId,
    lang: str,
    sources: Sources,
    at: RecordId | None = None,
    anew: bool = False,
) -> AtSentence:
    """Read what stands at one sentence of a plan, and what can be offered there.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        lang: the language into which it is put.
        sources: where translations come from.
        at: the sentence; the first that is open, if it is none of the plan.
        anew: another translation is wanted beside the one there is.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        plan = translated.read_in_language(work, person=person, lang=lang, guarding=sources.guard)
        named = (each for each in plan.lines if each.statement.id == at)
        both = next(iter((*named, *plan.open)), None)
        if both is None:
            return AtSentence(plan)
        there = both.at_work
        writes = anew or there is None or there.out_of_date
        if there is None or writes:
            key = translation_key(both.statement.id, lang)
        else:
            key = said_back_key(there.record.id)
        said = halfsaid.at(work, session=person, step=key)
        if writes:
            said = _still_theirs(said, both)
        may_offer = writes and not _counts(both)
        offers = _offers(work, both, lang, sources) if may_offer else Offers()
        names = machine_alarms.names_around(work, person)
        look_at: tuple[Phrase, ...] = ()
        if there is not None:
            body = both.statement.body
            look_at = machine_alarms.of_draft(
                body, there, ideas=sources.ideas, numbers=sources.number_words, names=names
            )
        return AtSentence(
            plan=plan,
            both=both,
            said=said,
            offers=offers,
            names=names,
            look_at=look_at,
            lost=() if writes else _lost(both, sources, names),
            refused=_refused(work, both, lang),
        )


def _counts(both: Both) -> bool:
    """Whether something stands there that the person said yes to and people stand for (R12)."""
    return both.translated is not None and both.translated.may_stand_alone


def _still_theirs(said: HalfSaid, both: Both) -> HalfSaid:
    """What is half written, without what was offered for other words or is not offered any more.

    A machine's words stay a machine's while they are mended, so that they go whole.
    """
    if said.offered is None or not (_counts(both) or said.is_of_other_words(both.statement.body)):
        return said
    if said.offered.made(said.words):
        return HalfSaid()
    return msgspec.structs.replace(said, offered=None)


def _lost(both: Both, sources: Sources, names: tuple[str, ...]) -> tuple[Phrase, ...]:
    """What to look at in what was said back: it is in the language of the original."""
    there, said = both.at_work, both.statement.body
    if there is None or not there.body.back_translation or not said.original:
        return ()
    lang = said.original_lang
    found = machine_alarms.alarms(
        said.original, there.body.back_translation, source=lang, target=lang,
        ideas=sources.ideas, numbers=sources.number_words, names=names,
    )  # fmt: skip
    return tuple(each for each in found if each.sentence in _IN_ONE_LANGUAGE)


def _refused(work: UnitOfWork, both: Both, lang: str) -> Translated | None:
    """The newest one, if the person said no to it and nothing was put there since."""
    said = both.statement
    made = (
        each
        for each in work.records.find(Translation, person=said.body.person)
        if each.body.source == said.id and same_language(each.body.lang, lang)
    )
    newest = max(made, key=lambda each: each.created_at, default=None)
    if newest is None or newest.body.answer != "no":
        return None
    found = translated.translated(work, newest, of=said, names={})
    return None if found.out_of_date else found


def _offers(work: UnitOfWork, both: Both, lang: str, sources: Sources) -> Offers:
    body = both.statement.body
    if not body.original:  # it was only recorded
        return Offers()
    translator = sources.translators.between(body.original_lang, lang)
    found = sources.phrasebook.same(body.original, lang=body.original_lang)
    listed = sources.phrasebook.translated(found, lang=lang) if found is not None else None
    if translator is None and listed is None:
        return Offers()
    why_not = sources.guard(work, body.person).why_not(both.statement)
    return Offers(None if why_not else listed, translator, why_not)
