"""The plan in a second language: interpreting a sentence, the languages, and both read together."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from app.model.change import Change
from app.model.halfsaid import HalfSaid, Offered, translation_key
from app.model.ids import RecordId
from app.model.person import KnownLanguage
from app.usecases import halfsaid, statements, translated, translations
from app.usecases.statements import Said
from app.usecases.translations import Interpreter, Put
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_WORDS = "مجھے صبح سب سے پہلے چائے پسند ہے، دودھ اور دو چمچ چینی کے ساتھ۔"
_BACK = "First thing in the morning I like tea, with milk and two spoons of sugar."
_SANA = Interpreter(method="professional", name="Sana Malik")
_OMAR = Interpreter(method="bilingual_staff", name="Omar Aziz")
_RUBI = Interpreter(method="family", name="Aunt Rubi")
_MACHINE = Interpreter(method="machine_offline")


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Somebody whose home language is Urdu, from the first question to the plan in both."""
    person = gallery.everyone()[0].id
    gallery.go("home", person=person)
    gallery.settle()
    lines = _prepare(gallery, person)
    yield "languages-who", lambda: _interpret(gallery, person, lines[5])
    yield "languages-child", lambda: gallery.press("by-child")
    yield "languages-family", lambda: _family(gallery)
    yield "languages-write", lambda: _write(gallery, person, lines[5])
    yield "languages-from-list", lambda: _offered(gallery, person)
    yield "languages-machine", lambda: _machine_draft(gallery, person)
    yield "languages-other-words", lambda: _of_other_words(gallery, person, lines[6])
    yield "languages-another", lambda: _another(gallery, person, lines[0])
    yield "languages-say-back", lambda: _interpret(gallery, person, lines[4], _SANA)
    yield "languages-ask", lambda: _interpret(gallery, person, lines[3], _SANA)
    yield "languages-ask-others", lambda: _ask_others(gallery, person)
    yield "languages-refused", lambda: gallery.press("answer-no")
    yield "languages-answered", lambda: _interpret(gallery, person, lines[0], _RUBI)
    yield "languages-out-of-date", lambda: _interpret(gallery, person, lines[1], _SANA)
    yield "languages-all", lambda: gallery.go("plan_languages", person=person)
    yield "languages-list", lambda: gallery.go("in_language", person=person, lang="ur")
    yield "languages-which", lambda: _add(gallery, person)
    yield "languages-how", lambda: gallery.press("add-so")
    yield "languages-plan", lambda: gallery.go("plan", person=person, section="important_to")
    about = {"person": person, "section": "important_to"}
    yield "languages-history", lambda: gallery.go("history", statement=lines[1], **about)
    yield "languages-story", lambda: gallery.go("story", person=person)
    yield (
        "languages-sentence",
        lambda: gallery.go("sentence", person=person, statement=lines[0], section="important_to"),
    )


def _prepare(gallery: "Gallery", person: RecordId) -> tuple[RecordId, ...]:
    """Their languages, and translations of every kind; the sentences in their order."""
    ctx = gallery.window.ctx
    notebook, by, on = ctx.open_notebook, ctx.writer, ctx.today
    known = (KnownLanguage(code="ur", home=True), KnownLanguage(code="en-GB"))
    gallery.ask(
        lambda: translations.keep_languages(notebook, person=person, languages=known, by=by)
    )
    plan = gallery.ask(lambda: translated.in_language(notebook, person=person, lang="ur"))
    lines = tuple(
        each.statement.id
        for each in plan.lines
        if each.statement.body.section == "important_to"
        and each.statement.body.voice_group == "own"
    )
    lines += tuple(each.statement.id for each in plan.lines if each.statement.id not in lines)

    def put(line: RecordId, who: Interpreter, back: str = "") -> RecordId:
        given = Put(
            statement=line, lang="ur", who=who, by=by, words=_WORDS, back_translation=back,
            guarding=ctx.house.guard,
        )  # fmt: skip
        return gallery.ask(lambda: translations.put(notebook, given)).last("translation")

    def answer(record: RecordId) -> Callable[[], Change]:
        return lambda: translations.answer(
            notebook, translation=record, answer="yes", seen=_WORDS, on=on, by=by
        )

    checked = put(lines[0], _SANA, _BACK)
    gallery.ask(answer(checked))
    gallery.ask(lambda: translations.check(notebook, translation=checked, who=_OMAR, on=on, by=by))
    gallery.ask(answer(put(lines[1], _RUBI, _BACK)))
    words = "I like to be by the water on a quiet day."
    gallery.ask(lambda: statements.change_words(notebook, statement=lines[1], words=words, by=by))
    put(lines[2], _MACHINE)
    put(lines[3], _SANA, _BACK)
    put(lines[4], _SANA)
    return lines


def _interpret(
    gallery: "Gallery", person: RecordId, line: RecordId, who: Interpreter | None = None
) -> None:
    gallery.window.ctx.interpreting = (person, who) if who is not None else None
    gallery.go("interpreting", person=person, lang="ur", statement=line)
    gallery.settle()


def _family(gallery: "Gallery") -> None:
    gallery.press("by-again")
    gallery.settle()
    gallery.press("by-family")


def _write(gallery: "Gallery", person: RecordId, line: RecordId) -> None:
    _interpret(gallery, person, line, _RUBI)
    fields = gallery.window.findChildren(QPlainTextEdit, "new-words")
    next(each for each in fields if each.isVisible()).setPlainText(_WORDS)


def _offered(gallery: "Gallery", person: RecordId) -> None:
    """A sentence of the list, with something in it that the list does not know."""
    ctx = gallery.window.ctx
    notebook = ctx.open_notebook
    said = Said(
        person=person, words="I like my blue mug.", lang="en-GB", section="important_to",
        kind="preference", voice="own_spoken", by=ctx.writer,
    )  # fmt: skip
    line = gallery.ask(lambda: statements.say(notebook, said)).last("statement")
    _interpret(gallery, person, line, _SANA)


def _machine_draft(gallery: "Gallery", person: RecordId) -> None:
    """What a machine wrote stands in the writing place, and what to look at beside it."""
    ctx = gallery.window.ctx
    notebook = ctx.open_notebook
    said = Said(
        person=person, words="I do not like 3 spoons of sugar with Halina.", lang="en-GB",
        section="important_to", kind="preference", voice="own_spoken", by=ctx.writer,
    )  # fmt: skip
    line = gallery.ask(lambda: statements.say(notebook, said)).last("statement")
    offered = Offered(words=_WORDS, method="machine_offline", made_with="English-Urdu 1.9")
    half = HalfSaid(words=_WORDS, offered=offered, of=said.words)
    key = translation_key(line, "ur")
    gallery.ask(lambda: halfsaid.keep(notebook, session=person, step=key, said=half))
    _interpret(gallery, person, line, _SANA)


def _of_other_words(gallery: "Gallery", person: RecordId, line: RecordId) -> None:
    """What stands in the writing place was half written of words that were changed since."""
    notebook = gallery.window.ctx.open_notebook
    half, key = HalfSaid(words=_WORDS, of="I like milk."), translation_key(line, "ur")
    gallery.ask(lambda: halfsaid.keep(notebook, session=person, step=key, said=half))
    _interpret(gallery, person, line, _SANA)


def _another(gallery: "Gallery", person: RecordId, line: RecordId) -> None:
    """A later one waits for the person's yes; the one that is checked stands meanwhile."""
    ctx = gallery.window.ctx
    notebook = ctx.open_notebook
    given = Put(
        statement=line, lang="ur", who=_SANA, by=ctx.writer, words=_WORDS, back_translation=_BACK
    )
    gallery.ask(lambda: translations.put(notebook, given))
    _interpret(gallery, person, line, _SANA)


def _ask_others(gallery: "Gallery", person: RecordId) -> None:
    """What somebody else says, long, and said back without its number and its name."""
    ctx = gallery.window.ctx
    notebook, by = ctx.open_notebook, ctx.writer
    words = "With Halina it takes 3 people to move the piano, and never on Mondays."
    said = Said(
        person=person, words=words, lang="en-GB", section="important_to", kind="preference",
        voice="from_old_record", by=by,
    )  # fmt: skip
    line = gallery.ask(lambda: statements.say(notebook, said)).last("statement")
    back = "It takes people to move the piano, and never on Mondays."
    given = Put(statement=line, lang="ur", who=_SANA, by=by, words=_WORDS, back_translation=back)
    gallery.ask(lambda: translations.put(notebook, given))
    _interpret(gallery, person, line, _SANA)


def _add(gallery: "Gallery", person: RecordId) -> None:
    gallery.go("plan_languages", person=person)
    gallery.settle()
    gallery.press("add-language")
