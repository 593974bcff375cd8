"""Which voice says a sentence: the one of its own language, or none rather than a wrong one."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Protocol

from app.model.wording import N_

_SAME_LANGUAGE = {"nn": "nb", "iw": "he", "in": "id"}
"""Tags that people use for what voices list under another name."""

_ONLY_SCRIPT = {"pa": "guru", "ku": "latn"}
"""Languages written in two scripts whose voice reads only this one: the other would be spelt out
letter by letter. Panjabi in Shahmukhi is ``pa-Arab``, Sorani Kurdish is sometimes ``ku-Arab``."""


NONE_AT_ALL = N_("Reading aloud is not working on this computer: there is no voice at all.")

NO_VOICE_ANYWHERE = {
    "so": N_(
        "There is no voice for Somali anywhere yet. Somebody who speaks it can say the words "
        "into the computer: recordings stand in for a voice."
    ),
}
"""Languages that many people here speak and that no voice without a network does."""

BUNDLED = "espeak-ng"
"""The engine that came with the program and is on every computer."""


class HasLanguages(Protocol):
    """A voice, wherever one knows it from."""

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags."""


@dataclasses.dataclass(frozen=True, slots=True)
class Voice:
    """A voice of an engine.

    Attributes:
        id: the engine's own name for it.
        languages: BCP 47 tags it can say, in any case.
        engine: ``espeak-ng``, or the operating system's (``sapi5``, ``nsss``).
        name: what people call it.
        gender: ``male``, ``female`` or empty.

    """

    id: str
    languages: tuple[str, ...]
    engine: str = BUNDLED
    name: str = ""
    gender: str = ""

    @property
    def key(self) -> str:
        """Its name among the voices of all engines; what a person's settings hold."""
        return f"{self.engine}:{self.id}"


def voice_for(
    lang: str, voices: Iterable[Voice], chosen: Mapping[str, str] | None = None
) -> Voice | None:
    """The voice for a BCP 47 tag, or None where there is no voice of this language.

    The one that was chosen comes first, if this computer has it and it says the language. Then a
    voice of the operating system, which sounds more like a person, then a bundled one. A voice of
    the very tag is better than another of the same language. Among equals the one with the
    shortest name is the language's main voice (``gmw/en`` before ``gmw/en-029``).

    Args:
        lang: what is to be said.
        voices: those there are.
        chosen: the key of a voice for each language, as of :attr:`Voice.key`; what is said for
            ``cy`` counts for ``cy-GB`` too.

    """
    tag = _normal(lang)
    primary, *rest = tag.split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if script and _ONLY_SCRIPT.get(primary, script) != script:
        return None
    fitting = [
        (voice.engine == BUNDLED, tag not in _tags(voice), len(voice.id), place, voice)
        for place, voice in enumerate(voices)
        if speaks(voice, lang)
    ]
    by_language = {_normal(each): key for each, key in (chosen or {}).items()}
    wanted = by_language.get(tag, by_language.get(primary))
    for *_, voice in fitting:
        if voice.key == wanted:
            return voice
    return min(fitting)[-1] if fitting else None


def speaks(voice: HasLanguages, lang: str) -> bool:
    """Whether a voice is one of this language."""
    primary = language_of(lang)
    return any(_primary(tag) == primary for tag in _tags(voice))


def spoken_languages(voices: Iterable[HasLanguages]) -> tuple[str, ...]:
    """The primary languages that can be said, in alphabetical order."""
    return tuple(sorted({_primary(tag) for voice in voices for tag in _tags(voice)}))


def language_of(tag: str) -> str:
    """The primary language of a tag, under the name that voices list it by."""
    return _primary(_normal(tag))


def _tags(voice: HasLanguages) -> tuple[str, ...]:
    return tuple(_normal(tag) for tag in voice.languages)


def _primary(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]


def _normal(tag: str) -> str:
    """Lower case, hyphens, today's name for the language."""
    primary, *rest = tag.strip().lower().replace("_", "-").split("-")
    return "-".join([_SAME_LANGUAGE.get(primary, primary), *rest])
