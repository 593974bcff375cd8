"""Sentences with translations beside them, in a notebook in memory."""

from typing import Any

from app.model.ids import RecordId
from app.model.statement import Statement
from app.model.translation import Translated
from app.usecases import people, statements, translated, translations
from app.usecases.by_machine import Guarding
from app.usecases.translations import Interpreter, Put
from tests.usecases.conftest import TODAY, Home

SANA = Interpreter(method="professional", name="Sana Malik")
OMAR = Interpreter(method="bilingual_staff", name="Omar Aziz")
MACHINE = Interpreter(method="machine_offline", name="ignored")
TEA, CHAI, COFFEE = "I like tea.", "مجھے چائے پسند ہے۔", "مجھے کافی پسند ہے۔"


def say(home: Home, words: str = TEA, section: str = "important_to", **more: Any) -> RecordId:
    said = statements.Said(
        person=home.person, words=words, lang="en-GB", section=section, kind="preference",
        voice="own_spoken", by=home.by, **more,
    )  # fmt: skip
    record = statements.say(home.notebook, said).last("statement")
    statements.read_back(
        home.notebook, statement=record, result="keep", method="", on=TODAY, by=home.by
    )
    return record


def put(home: Home, statement: RecordId, words: str = CHAI, **more: Any) -> RecordId:
    given: dict[str, Any] = {"lang": "ur", "who": SANA, "by": home.by, **more}
    made = translations.put(home.notebook, Put(statement=statement, words=words, **given))
    return made.last("translation")


def answer(home: Home, translation: RecordId, said: Any = "yes", seen: str = CHAI) -> None:
    translations.answer(
        home.notebook, translation=translation, answer=said, seen=seen, on=TODAY, by=home.by
    )


def check(home: Home, translation: RecordId, who: Interpreter = OMAR) -> None:
    translations.check(home.notebook, translation=translation, who=who, on=TODAY, by=home.by)


def decide_on(home: Home, translation: RecordId) -> None:
    translations.use(home.notebook, translation=translation, use_for="decision", by=home.by)


def beside(
    home: Home, statement: RecordId, guarding: Guarding | None = None
) -> tuple[Translated, ...]:
    with home.notebook.unit_of_work() as work:
        said = work.records.get(statement, Statement)
        return translated.beside(work, said, guarding=guarding)


def shown(home: Home, statement: RecordId, guarding: Guarding | None = None) -> Translated:
    (one,) = beside(home, statement, guarding)
    return one


def change_words(home: Home, statement: RecordId, words: str) -> None:
    statements.change_words(home.notebook, statement=statement, words=words, by=home.by)


def add(home: Home, name: str, role: Any) -> RecordId:
    made = people.add_supporter(home.notebook, person=home.person, name=name, role=role, by=home.by)
    return made.last("supporter")
