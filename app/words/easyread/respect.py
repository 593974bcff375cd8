"""The rule about words that hurt the person they are about: W29, ours (domain words, 0.4)."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec
import regex

from app.model.errors import BadDataError
from app.model.record import Value
from app.model.wording import N_, Phrase
from app.words.easyread.lists import Found, Phrases
from app.words.easyread.remarks import Remark, phrase
from app.words.easyread.sentence import Knowing, Sentence
from app.words.matching import folded

_NOTHING_AFTER = regex.compile(r"\s*+(?:[.,;:!?)]|$|(?:and|but|or|so|because|when|if)(?!\p{L}))")
_NO_THING_AFTER = regex.compile(
    r"""
    \s*+ (?: [.,;:!?)] | $
      | (?: and | or | but | are | is | were | was | have | has | had | can | cannot | may | must
        | should | will | would | do | does | who | to | in | at | on | from | with | need
        ) (?! \p{L} )
    )
    """,
    regex.IGNORECASE | regex.VERBOSE,
)
_HANGING = (" to", " with", " from")

ASKED: Mapping[str, str] = {
    "happened": N_("Say what happened, and what it may be telling us."),
    "abilities": N_("Leave this out. Say what the person can do and what help they want."),
    "answer": N_("Say what the person said yes or no to."),
    "adult": N_("Say it as you would to any adult."),
}
"""What is asked for where no other word does it."""


class RespectData(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``respect.toml`` holds."""

    use: dict[str, str]
    people: dict[str, str]
    ask: dict[Literal["happened", "abilities", "answer", "adult"], tuple[str, ...]]


class Respect:
    """Words that hurt, and what is said in their place."""

    def __init__(self, data: RespectData) -> None:
        """Take the lists."""
        asked = [(f"?{kind}", terms) for kind, terms in data.ask.items()]
        used = [(f"={said}", (term,)) for term, said in data.use.items()]
        self._phrases = Phrases((*asked, *used))
        self._people = data.people
        called = "|".join(sorted(map(regex.escape, data.people), key=len, reverse=True))
        self._called = regex.compile(rf"(?<!\p{{L}})the\s+({called})(?!\p{{L}})", regex.I)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Respect":
        """Read the lists.

        Raises:
            BadDataError: a list is missing or has something else in it.

        """
        try:
            return cls(msgspec.convert(data, RespectData))
        except msgspec.ValidationError as error:
            raise BadDataError(
                N_("The list of easy-read words is wrong: {problem}."), problem=str(error)
            ) from error

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[Found, Phrase]]:
        """Where such words stand in a part of the text, each with what would be better."""
        for found in self._phrases.find(text, start, end):
            kind, value = found.value[0], found.value[1:]
            if kind == "?":
                yield found, phrase(ASKED[value])
                continue
            if _NOTHING_AFTER.match(text, found.end, end):
                for hanging in _HANGING:
                    value = value.removesuffix(hanging)
            yield found, phrase(N_("Use: {words}"), words=value)
        for called in self._called.finditer(text, start, end):
            if _NO_THING_AFTER.match(text, called.end(), end):
                people = self._people.get(" ".join(folded(called[1]).split()), "")
                if people:
                    place = Found(called.start(), called.end(), people)
                    yield place, phrase(N_("Use: {words}"), words=people)


def w29_words_with_respect(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W29: what happened, never what somebody is; no word that makes a person less."""
    for found, change in knowing.hurtful(sentence.text, sentence.start, sentence.end):
        said = sentence.text[found.start : found.end]
        if folded(said) not in knowing.vocabulary:
            yield knowing.rules.remark(
                "W29",
                (found.start, found.end),
                phrase(N_("“{word}” can hurt the person it is about."), word=said),
                change,
            )
