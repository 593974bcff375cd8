"""Hard words of care, explained in easy words, and where they stand in a text."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from app.model.errors import BadDataError
from app.model.ids import PictureRef
from app.model.record import Value
from app.model.wording import N_
from app.words.easyread.lists import Phrases


class HardWord(Value, frozen=True, kw_only=True):
    """One word and what it means.

    Attributes:
        word: as it is mostly written.
        means: what it is, in at most two short sentences.
        also: other names and forms.
        picture: shows it honestly; None where nothing does.

    """

    word: str
    means: str
    also: tuple[str, ...] = ()
    picture: PictureRef | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Explained:
    """A hard word where it stands in a text."""

    start: int
    end: int
    hard: HardWord


class Glossary:
    """All hard words. It is in English so far, and finds nothing in other languages."""

    def __init__(self, hard_words: tuple[HardWord, ...]) -> None:
        """Take the words.

        Raises:
            BadDataError: two of them have a name in common.

        """
        self._hard_words = hard_words
        self._by_word = {hard.word: hard for hard in hard_words}
        self._phrases = Phrases((hard.word, (hard.word, *hard.also)) for hard in hard_words)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Glossary":
        """Read what ``glossary.toml`` holds.

        Raises:
            BadDataError: a word lacks something.

        """
        try:
            return cls(msgspec.convert(data.get("word", []), tuple[HardWord, ...]))
        except msgspec.ValidationError as error:
            raise BadDataError(
                N_("The list of hard words is wrong: {problem}."), problem=str(error)
            ) from error

    def __iter__(self) -> Iterator[HardWord]:
        return iter(self._hard_words)

    def find(self, text: str, *, lang: str) -> tuple[Explained, ...]:
        """The hard words of a text where they stand, each the first time that it is met."""
        if lang.partition("-")[0].lower() != "en":
            return ()
        first: dict[str, Explained] = {}
        for found in self._phrases.find(text, 0, len(text)):
            hard = self._by_word[found.value]
            said = text[found.start : found.end]
            if _is_short_form(said) and said != hard.word:
                hard = msgspec.structs.replace(hard, word=f"{said} ({hard.word})")
            first.setdefault(found.value, Explained(found.start, found.end, hard))
        return tuple(first.values())


def _is_short_form(said: str) -> bool:
    """Whether it is one of initials, such as "DoLS": who meets it looks for it by them."""
    return " " not in said and sum(sign.isupper() for sign in said) > 1
