"""What ships with the program: its look, words, pictures and guides, each loaded when first asked.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app import resources
from app.model.benefits import Note, read_notes
from app.model.contacts import Contact, read_contacts
from app.model.guide import Guide
from app.model.guide_checks import Known
from app.model.guide_file import GuideFile
from app.model.guide_reading import read_guide
from app.model.help import Help, read_help
from app.model.look import Look
from app.model.look_again import LookAgain, read_look_again
from app.model.never_by_machine import Rules, read_never
from app.model.sections import Sections
from app.model.topics import Topics
from app.model.wording import Wording

if TYPE_CHECKING:
    from app.model.ids import RecordId
    from app.paper.text.fonts import FontBook
    from app.usecases.by_machine import Guard
    from app.usecases.ports import UnitOfWork
    from app.words.easyread.checker import EasyRead
    from app.words.easyread.glossary import Glossary
    from app.words.languages import Catalogs
    from app.words.lexicon import Ideas
    from app.words.names import PictureNames
    from app.words.number_words import NumberWords
    from app.words.phrasebook import Phrasebook
    from app.words.retelling import Retelling
    from app.words.spelling import Spelling
    from app.words.symbols import Symbols

NATION = "england"
FILLING_SETS = ("healthicons", "mdi")
"""Sets of which some drawings ship, for what OpenMoji does not have."""


class Shipped:
    """What is the same for everybody who has the program. Nothing of it is ever written."""

    @functools.cached_property
    def look(self) -> Look:
        """Sizes and colours."""
        return Look.from_data(resources.read_toml("look.toml"))

    @functools.cached_property
    def sections(self) -> Sections:
        """The sections of a plan."""
        return Sections.from_data(resources.read_toml("sections.toml"))

    @functools.cached_property
    def topics(self) -> Topics:
        """Topics with their cards, and scales."""
        return Topics.from_data(resources.read_toml("topics.toml"))

    @functools.cached_property
    def phrasebook(self) -> "Phrasebook":
        """Sentences that often stand in plans, in every language of the program."""
        from app.words.phrasebook import Phrasebook, words_of

        data = resources.read_toml("phrases.toml")
        return Phrasebook(data, self.wording, words_of(self.ideas))

    @functools.cached_property
    def shipped_guides(self) -> dict[str, Guide]:
        """Every conversation of ``resources/guides``, by its name."""
        parts = self.guide_parts
        whole = (
            read_guide(file, parts=parts, known=self.known_to_guides)
            for name, file in self._guide_files.items()
            if name not in parts
        )
        return {guide.id: guide for guide in whole}

    @functools.cached_property
    def guide_parts(self) -> dict[str, GuideFile]:
        """The parts that guides share, by name."""
        return {name: file for name, file in self._guide_files.items() if file.is_part}

    @functools.cached_property
    def known_to_guides(self) -> Known:
        """What a guide may name."""
        return Known(self.sections, self.topics)

    @functools.cached_property
    def _guide_files(self) -> dict[str, GuideFile]:
        files = sorted(resources.path("guides").glob("*.toml"))
        return {file.stem: GuideFile(file.read_text("utf-8"), name=file.name) for file in files}

    @functools.cached_property
    def offices(self) -> tuple[Contact, ...]:
        """Whom anybody can tell when they are not safe, in this nation."""
        return read_contacts(resources.read_toml("contacts.toml"), NATION)

    def help_in(self, tag: str) -> Help:
        """Help in this language, or in English where nobody has written it yet.

        ``Help.lang`` says which it is.
        """
        from app.words.tags import asked

        lang = asked(tag).lang
        names = (lang, lang.partition("-")[0])
        found = (resources.read_if_there("help", f"{name}.toml") for name in names)
        data = next((each for each in found if each), None)
        return read_help(data or resources.read_toml("help", "en.toml"))

    @functools.cached_property
    def benefit_notes(self) -> tuple[Note, ...]:
        """What is said about benefits where something is offered for a person's time."""
        return read_notes(resources.read_toml("benefits.toml"))

    @functools.cached_property
    def look_again(self) -> LookAgain:
        """When a limit on a person is looked at again."""
        return read_look_again(resources.read_toml("limits.toml"), NATION)

    @functools.cached_property
    def ideas(self) -> "Ideas":
        """Which words carry which picture."""
        from app.words.lexicon import Ideas

        return Ideas.from_data(
            resources.read_toml("words", "ideas.toml"),
            terms=lambda lang: resources.read_if_there("words", "terms", f"{lang}.toml"),
            forms=lambda lang: resources.read_if_there("words", "forms", f"{lang}.json"),
            names=self.picture_names,
        )

    @functools.cached_property
    def number_words(self) -> "NumberWords":
        """What numbers are called in each language."""
        from app.words.number_words import NumberWords

        return NumberWords.from_data(resources.read_toml("words", "number_words.toml"))

    @functools.cached_property
    def never_by_machine(self) -> Rules:
        """What only people translate (rule R12)."""
        files = resources.path("only_people").glob("*.toml")
        return read_never(
            resources.read_toml("translating.toml"),
            {each.stem: resources.read_toml("only_people", each.name) for each in files},
            sections=self.sections,
            is_idea=lambda name: self.ideas.idea(name) is not None,
        )

    def guard(self, work: "UnitOfWork", person: "RecordId") -> "Guard":
        """What of a person's plan only people translate, as it is now (rule R12)."""
        from app.usecases import by_machine

        return by_machine.guard(work, person=person, rules=self.never_by_machine, ideas=self.ideas)

    @functools.cached_property
    def idea_languages(self) -> tuple[str, ...]:
        """The languages in which the ideas have words, without their regions."""
        files = resources.path("words", "terms").glob("*.toml")
        return tuple(sorted(("en", *(file.stem for file in files))))

    @functools.cached_property
    def picture_names(self) -> "PictureNames":
        """What the pictures of the built-in set are called."""
        from app.words.names import PictureNames

        return PictureNames(lambda lang: resources.text_if_there("words", "names", f"{lang}.txt"))

    @functools.cached_property
    def easy_read(self) -> "EasyRead":
        """Advice for plain words."""
        from app.words.easyread.checker import EasyRead

        folder = ("words", "easyread")
        return EasyRead.from_data(
            resources.read_toml(*folder, "rules.toml"),
            resources.read_toml(*folder, "english.toml"),
            resources.read_toml(*folder, "respect.toml"),
            common=resources.path(*folder, "common_en.txt").read_text("utf-8").split(),
            pictured=(term for idea in self.ideas for term in idea.terms),
        )

    @functools.cached_property
    def glossary(self) -> "Glossary":
        """Hard words of care in easy words."""
        from app.words.easyread.glossary import Glossary

        return Glossary.from_data(resources.read_toml("words", "glossary.toml"))

    @functools.cached_property
    def spelling(self) -> "Spelling":
        """Dictionaries for what a helper types, with the words of care beside them."""
        from app.words.spelling import Spelling

        def english() -> Iterator[str]:
            yield from (term for idea in self.ideas for term in idea.terms)
            yield from (name for hard in self.glossary for name in (hard.word, *hard.also))

        return Spelling(resources.path("spelling"), {"en": english})

    @functools.cached_property
    def catalogs(self) -> "Catalogs":
        """The languages that the program speaks."""
        from app.words.languages import Catalogs

        return Catalogs(resources.root() / "translations")

    @functools.cached_property
    def retelling(self) -> "Retelling":
        """The program's sentences in another language than they are shown in."""
        from app.words.retelling import Retelling

        own = (each.words for each in self.phrasebook.phrases)
        return Retelling(self.catalogs, never=tuple(own))

    @functools.cached_property
    def symbols(self) -> "Symbols":
        """The built-in picture set."""
        from app.words.openmoji import OpenMoji
        from app.words.picture_words import PictureWords
        from app.words.symbols import DrawnSet, Symbols

        packaged = resources.path("openmoji")
        openmoji = OpenMoji(packaged) if packaged.is_dir() else OpenMoji.installed()
        own = DrawnSet("alongside", resources.path("pictures", "own"), skin=b"#FCEA2B")
        filling = (DrawnSet(name, resources.path("pictures", name)) for name in FILLING_SETS)
        words = PictureWords(self.picture_names, lambda: self.ideas)
        return Symbols(openmoji, own, *filling, words=words)

    @functools.cached_property
    def fonts(self) -> "FontBook":
        """The fonts for paper."""
        from app.paper.text.fonts import FontBook

        return FontBook.load(resources.read_toml("fonts", "fonts.toml"), resources.font)

    def forget_words(self) -> None:
        """Let go of what was kept of a plan to be faster: its notebook is open no longer."""
        for name in ("fonts", "easy_read"):
            if name in vars(self):
                vars(self)[name].forget()

    def wording(self, tag: str) -> Wording:
        """How the program speaks in a language, or in the nearest that there is."""
        return self.catalogs.wording(tag)

    def language_name(self, tag: str) -> str:
        """How the speakers of a language call it."""
        from app.words.languages import own_name

        return own_name(tag)
