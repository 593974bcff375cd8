"""Words as they were said, made safe to keep without changing what they say."""

import unicodedata

from app.model.errors import BadWordsError
from app.model.wording import N_

LONGEST_SENTENCE = 2_000
"""Characters. A sentence is read back in one go; what is longer belongs in several."""

LONGEST_NAME = 200
"""Characters of a name or a label."""

_KEPT_CONTROLS = {"\n", "\t"}


def without_controls(text: str) -> str:
    """The text without NUL, control characters and lone surrogates, which no font can show.

    Line breaks, tabs, joiners and direction marks stay: they are part of what was written.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        c for c in unified if c in _KEPT_CONTROLS or unicodedata.category(c) not in {"Cc", "Cs"}
    )


def spoken_words(text: str) -> str:
    """What somebody said, ready to keep as one sentence.

    Raises:
        BadWordsError: there is nothing in it, or it is longer than can be read back.

    """
    words = without_controls(text).strip()
    if is_blank(words):
        raise BadWordsError(N_("There are no words yet. Write down what was said, then try again."))
    if len(words) > LONGEST_SENTENCE:
        raise BadWordsError(
            N_(
                "That is too long to read back in one go. "
                "Please split it into shorter sentences, at most {most} letters each."
            ),
            most=LONGEST_SENTENCE,
        )
    return words


def name(text: str) -> str:
    """A name or label, on one line.

    Raises:
        BadWordsError: there is nothing in it, or it is longer than a name can be.

    """
    words = " ".join(without_controls(text).split())
    if is_blank(words):
        raise BadWordsError(N_("Please write a name."))
    if len(words) > LONGEST_NAME:
        raise BadWordsError(
            N_("That name is too long. Please use at most {most} letters."), most=LONGEST_NAME
        )
    return words


def is_blank(text: str) -> bool:
    """Whether nothing would be seen: only spaces and marks without width."""
    return all(c.isspace() or unicodedata.category(c) in {"Cf", "Cc"} for c in text)


def place_of_words(words: str, text: str) -> int | None:
    """Where these words first stand in a text, not as a part of other words; None where nowhere."""
    start = text.find(words) if words else -1
    while start >= 0:
        around = text[max(0, start - 1) : start] + text[start + len(words) :][:1]
        if not any(_within_words(sign) for sign in around):
            return start
        start = text.find(words, start + 1)
    return None


def _within_words(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"
