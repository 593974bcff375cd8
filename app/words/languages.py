"""The program's sentences in people's languages, from gettext catalogs.

The program's own language, British English, needs no catalog and loads nothing. Babel is loaded
when a date is said, when the languages are listed, or when a catalog has not been compiled; never
to say a sentence from a compiled one.
"""

import contextlib
import dataclasses
import datetime
import gettext
import io
import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from app.model.places import Filling
from app.model.scripts import script_of
from app.model.wording import BESIDE, SourceWording, Wording
from app.words import tags
from app.words.facts import Facts, LanguageFacts
from app.words.longest import MEASURES, Longest
from app.words.pseudo import Pseudo

DOMAIN = "alongside"
"""The name of the catalogs' files."""

_Read = tuple[bytes, gettext.GNUTranslations | None]
_NOTHING: _Read = (b"", None)

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Nkoo"})


@dataclasses.dataclass(frozen=True, slots=True)
class Language:
    """A language that the program can speak.

    Attributes:
        tag: BCP 47.
        own_name: how its speakers call it ("Cymraeg").
        facts: who checked its words, and how it can be written.

    """

    tag: str
    own_name: str
    right_to_left: bool
    facts: Facts


class Catalogs:
    """The catalogs of a folder: ``<language>/LC_MESSAGES/alongside.po`` and ``.mo``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said: dict[str, Wording] = {}
        self.facts = LanguageFacts(folder)

    def known_tags(self) -> tuple[str, ...]:
        """The tags of the languages that the program can speak."""
        return ("en-GB", *sorted(self._tags()))

    def available(self) -> tuple[Language, ...]:
        """English and the languages that have a catalog, in the order of their tags."""
        english = Language("en-GB", "English", right_to_left=False, facts=Facts())
        others = (
            Language(tag, own_name(tag), is_right_to_left(tag), self.facts.of(tag))
            for tag in sorted(self._tags())
        )
        return (english, *others)

    def wording(self, tag: str) -> Wording:
        """How the program speaks in a language, or in the nearest that there is.

        "ur-PK" is answered in Urdu; a language without a catalog, or whose catalog cannot be
        read, in English. ``en-XA``, ``en-XL`` and ``en-XW`` are the made-up languages of
        the gallery. A tag may ask for a
        style of letters and for digits (:mod:`app.words.tags`); what the language does not have is
        passed over.
        """
        if tag not in self._said:
            asked = tags.asked(tag)
            self._said[tag] = self._new_wording(self._nearest(asked.lang), asked)
        return self._said[tag]

    def wording_with(self, changes: bytes, tag: str) -> Wording:
        """How the program speaks in a language where a compiled catalog of changes comes first."""
        asked = tags.asked(tag)
        return self._new_wording(self._nearest(asked.lang), asked, changes)

    def _new_wording(self, tag: str, asked: tags.Asked, changes: bytes = b"") -> Wording:
        if tag == Pseudo.lang:
            return Pseudo()
        if tag in MEASURES:
            return Longest(tag, (self.wording(each.tag) for each in self.available()))
        translations = self._translations(tag)
        if translations is None:
            return SourceWording()
        if changes:
            first = gettext.GNUTranslations(io.BytesIO(changes))
            first.add_fallback(translations)
            translations = first
        facts = self.facts.of(tag)
        return Translated(
            tag,
            translations,
            style=asked.style if asked.style in dict(facts.letters) else "",
            digits=asked.digits if asked.digits in facts.digits else tags.LATIN,
            dates=facts.dates,
        )

    def _nearest(self, tag: str) -> str:
        wanted = tag.replace("_", "-").casefold()
        for made_up in (Pseudo.lang, *MEASURES):
            if wanted == made_up.casefold():
                return made_up
        by_name = {each.casefold(): each for each in self._tags()}
        script = ""
        while wanted:
            if wanted in by_name:
                near = by_name[wanted]
                return near if _same_script(near, tag, script) else SourceWording.lang
            wanted, _, left_off = wanted.rpartition("-")
            script = left_off if len(left_off) == 4 else script
        return SourceWording.lang

    def _tags(self) -> frozenset[str]:
        """Language tags, each mapped from its folder's name (``pa_Arab`` is ``pa-Arab``)."""
        files = (*self._folder.glob("*/LC_MESSAGES/*.po"), *self._folder.glob("*/LC_MESSAGES/*.mo"))
        return frozenset(
            file.parent.parent.name.replace("_", "-") for file in files if file.stem == DOMAIN
        )

    def compiled(self, tag: str) -> bytes:
        """The compiled catalog of a language; empty if there is none that can be read."""
        return self._catalog(tag)[0]

    def _translations(self, tag: str) -> gettext.GNUTranslations | None:
        return self._catalog(tag)[1]

    def _catalog(self, tag: str) -> _Read:
        source = self._folder / tag.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po"
        made = source.with_suffix(".mo")
        if made.exists() and not (
            source.exists() and source.stat().st_mtime > made.stat().st_mtime
        ):
            with contextlib.suppress(OSError, ValueError, struct.error):
                return _read(made.read_bytes())
        return _compiled(source) if source.exists() else _NOTHING


class Translated:
    """One language through its catalog."""

    def __init__(
        self,
        tag: str,
        translations: gettext.NullTranslations,
        *,
        style: str = "",
        digits: str = tags.LATIN,
        dates: str = "",
    ) -> None:
        self._tag = tag
        self._translations = translations
        self._style = style
        self._digits = tags.digits_table(digits)
        self._dates = (dates or tag).replace("-", "_")
        self._rtl = is_right_to_left(tag)
        self._filling = Filling(right_to_left=self._rtl, digits=self._digits)

    @property
    def lang(self) -> str:
        """BCP 47 tag."""
        return self._tag

    @property
    def style(self) -> str:
        """Script subtag of the style of letters it is set in; empty for the usual letters."""
        return self._style

    @property
    def right_to_left(self) -> bool:
        """Whether the script runs from right to left."""
        return self._rtl

    def knows(self, sentence: str, /) -> bool:
        """Whether the catalog has a translation that is used."""
        return self._translations.gettext(sentence) != sentence

    def t(self, sentence: str, /, **values: object) -> str:
        """The translation, or the sentence itself where there is none or it is broken."""
        return self._said(self._translations.gettext(sentence), sentence, values)

    def tn(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form that the catalog's plural rule chooses for ``n``."""
        source = one if n == 1 else many
        return self._said(self._translations.ngettext(one, many, n), source, {**values, "n": n})

    def date(self, day: datetime.date, /) -> str:
        """The date with its weekday, by the Unicode locale data of the language."""
        from babel.dates import format_date  # noqa: PLC0415 - 50 ms that English never pays

        return format_date(day, "full", locale=self._dates).translate(self._digits)

    def listed(self, items: Sequence[str], /) -> str:
        """The items as the Unicode locale data lists them; with commas where it is of no help."""
        from babel.lists import format_list  # noqa: PLC0415 - as above

        apart = [self._filling.isolated(each) for each in items]
        try:
            bare = format_list([""] * len(items), style="standard", locale=self._dates)
        except KeyError:
            return ", ".join(apart)
        if "(" in bare:  # Welsh data leave the choice between two words for "and" to us: "a(c)"
            return ", ".join(apart)
        return format_list(apart, style="standard", locale=self._dates)

    def beside(self, parts: Iterable[str], /) -> str:
        """Notes beside each other, each with its own direction."""
        return BESIDE.join(self._filling.apart(each) for each in parts if each)

    def _said(self, translation: str, source: str, values: Mapping[str, object]) -> str:
        if not values:
            return translation or source
        try:
            return self._filling.filled(translation or source, values)
        except (LookupError, ValueError, AttributeError):
            return self._filling.filled(source, values)


def _read(compiled: bytes) -> _Read:
    """A compiled catalog and what it says.

    Raises:
        OSError, ValueError, struct.error: it is none.

    """
    return compiled, gettext.GNUTranslations(io.BytesIO(compiled))


def _compiled(source: Path) -> _Read:
    """A catalog that was not compiled, compiled now; nothing if it cannot be read.

    Babel has to be told the language: it leaves a catalog's plural rule out otherwise.
    """
    from babel import UnknownLocaleError  # noqa: PLC0415 - as below
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - compiled catalogs do without
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    name = source.parent.parent.name
    made = io.BytesIO()
    try:
        with source.open("rb") as file:
            write_mo(made, read_po(file, locale=name, abort_invalid=True))
        return _read(made.getvalue())
    except (OSError, ValueError, PoFileError, UnknownLocaleError):
        return _NOTHING


_OWN_NAMES, _NAMES = {"syl": "সিলেটি", "pa-Arab": "شاہ مکھی پنجابی"}, {"syl": "Sylheti"}
"""Of languages that Unicode's list has no name for: in a script their speakers read, and ours."""
_SCRIPTS = {("pa", "Arab"): ("Shahmukhi", "شاہ مکھی")}
"""What a script is called where it writes this language, in our letters and in its own; Unicode's
list says otherwise.
"""


def own_name(tag: str) -> str:
    """How its speakers call a language ("Cymraeg"); the tag itself where nobody knows."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where languages are listed

    tag = tags.asked(tag).lang
    if tag in _OWN_NAMES:
        return _OWN_NAMES[tag]
    try:
        name = Locale.parse(tag, sep="-").get_display_name() or tag
    except (UnknownLocaleError, ValueError):
        return tag
    return name[:1].upper() + name[1:]


def name_in(tag: str, lang: str) -> str:
    """What a language is called in another one ("Urdu", "Panjabi (Arabic)"), without a country.

    Args:
        tag: the language.
        lang: the one in which it is named; English where nobody knows a name in that.

    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where languages are listed

    language, *others = tag.split("-")
    script = next((part.title() for part in others if len(part) == 4), "")
    for named in (lang.split("-", maxsplit=1)[0], "en"):
        try:
            known = Locale.parse(named)
        except (UnknownLocaleError, ValueError):
            continue
        if name := known.languages.get(language):
            written = known.scripts.get(script, script)
            if (language, script) in _SCRIPTS:
                written = _SCRIPTS[language, script][is_right_to_left(lang)]
            return f"{name} ({written})" if script else str(name)
    return _NAMES.get(tag) or own_name(tag)


def english_name(tag: str) -> str:
    """What a language is called in English ("Welsh"); empty if there is no such language."""
    from babel import Locale  # noqa: PLC0415 - only where it is asked

    return str(Locale("en").languages.get(tag.partition("-")[0].lower(), ""))


def is_right_to_left(tag: str) -> bool:
    """Whether a language is read from right to left, in the script that its tag names."""
    language, *others = tags.asked(tag).lang.split("-")
    script = next((part.title() for part in others if len(part) == 4), None)
    return script in _RIGHT_TO_LEFT_SCRIPTS if script else language.lower() in _RIGHT_TO_LEFT


def _same_script(near: str, asked: str, script: str) -> bool:
    """Whether who asked for a language can read the nearest: Panjabi has two scripts.

    Only asked when a part of the tag had to be left off.
    """
    if near.casefold() == asked.replace("_", "-").casefold():
        return True
    return script_of(near) == (script.title() or script_of(asked))


def typed_in(text: str, expected: str) -> str:
    """The language of words that somebody typed and nobody named: the expected one, or English.

    Words in none of its letters are taken for English ones, so that a voice can say them at all.
    """
    letters = [each for each in text if each.isalpha()]
    if not letters or any(_is_written_with(each, expected) for each in letters):
        return expected
    return SourceWording.lang


def is_written_in(text: str, lang: str) -> bool:
    """Whether every letter is one of the script in which the language is written."""
    return all(_is_written_with(each, lang) for each in text if each.isalpha())


def _is_written_with(letter: str, lang: str) -> bool:
    import regex  # noqa: PLC0415 - no screen needs it to be painted

    return regex.match(rf"\p{{Script_Extensions={script_of(lang)}}}", letter) is not None
