"""Which pictures of a sentence are shown, as its person likes them."""

import dataclasses
import unicodedata
from collections.abc import Iterable

import msgspec

from app.model.halfsaid import FurtherPicture, HalfSaid
from app.model.ids import PictureRef
from app.model.person import PictureMode
from app.model.pictures import PHOTO, has_not, without_not
from app.model.statement import Statement
from app.model.text import place_of_words
from app.model.wording import N_, Wording

MOST_KEY_WORDS = 3
"""More than a few pictures slow reading; a picture on every word slows it most."""
NOT_WORD = N_("not: {word}")
"""The word beside the mark for "not", or what it is drawn over."""
_STRONG = frozenset({"L", "R", "AL"})


@dataclasses.dataclass(frozen=True, slots=True)
class KeyPicture:
    """A picture and the word of its sentence that it stands for; no word where it is the only one.

    Attributes:
        picture: what is shown.
        word: as it stands in the sentence, or empty.

    """

    picture: PictureRef
    word: str = ""


def key_pictures(said: HalfSaid) -> tuple[KeyPicture, ...]:
    """The pictures of words that are being written, each with its word."""
    words = said.key_words or ("",) * len(said.symbols)
    return tuple(map(KeyPicture, said.symbols, words))


def with_pictures(said: HalfSaid, keys: tuple[KeyPicture, ...], *, chosen: bool) -> HalfSaid:
    """What is being written with these pictures, the main one first.

    Args:
        said: what stands in the writing place.
        keys: its pictures from now on.
        chosen: somebody chose them, and they are not only suggested by the words.

    """
    return msgspec.structs.replace(
        said,
        picture=keys[0].picture if keys else None,
        key_word=keys[0].word if keys else "",
        further=tuple(FurtherPicture(ref=key.picture, word=key.word) for key in keys[1:]),
        picture_chosen=chosen,
    )


def is_photo(ref: PictureRef) -> bool:
    """Whether it is a photo, or was drawn by hand, and is no drawing of a set."""
    return without_not(ref).startswith(PHOTO)


def first_shown(refs: Iterable[PictureRef], mode: PictureMode) -> PictureRef | None:
    """Which of some pictures is shown where only one is."""
    if mode == "none":
        return None
    return next((ref for ref in refs if mode != "photo" or is_photo(ref)), None)


def as_read(
    keys: tuple[KeyPicture, ...], said: Statement, *, right_to_left: bool
) -> tuple[KeyPicture, ...]:
    """The pictures in the order in which a row begins them, so that they run as the words do.

    Args:
        keys: as the sentence comes to them.
        said: the sentence: English words stand from left to right on an Urdu page too.
        right_to_left: rows begin at the right.

    """
    kinds = map(unicodedata.bidirectional, said.original)
    runs_left = next((kind != "L" for kind in kinds if kind in _STRONG), right_to_left)
    return keys if runs_left == right_to_left else keys[::-1]


def shown(said: Statement, mode: PictureMode, *, text: str = "") -> tuple[KeyPicture, ...]:
    """The pictures beside a sentence.

    Args:
        said: the sentence.
        mode: how its person likes pictures.
        text: the words that they stand beside, where these are not the sentence's own; a word
            that is not in them is not said again.

    Returns:
        With key words those pictures whose words stand in the text, as they come in it; in every
        other way of showing, and where there are no such words, one picture at most.

    """
    if mode == "key_words":
        beside = text or said.original
        keys = [
            (place, KeyPicture(ref, word))
            for ref, word in zip(said.symbols, said.key_words, strict=False)
            if (place := place_of_words(word, beside)) is not None
        ]
        if keys:
            in_order = sorted(keys, key=lambda each: each[0])
            return tuple(key for _, key in in_order[:MOST_KEY_WORDS])
    first = first_shown(said.symbols, mode)
    return () if first is None else (KeyPicture(first),)


def caption(key: KeyPicture, words: Wording) -> str:
    """What stands under a picture: beside the mark for "not" the word alone would mislead."""
    if key.word and has_not(key.picture):
        return words.t(NOT_WORD, word=key.word)
    return key.word


def to_change(
    said: Statement, mode: PictureMode, meant: PictureRef | None = None
) -> KeyPicture | None:
    """The picture of a sentence that another is to take the place of.

    It is the one that is meant, where that is known and still stands there; else the first of
    those that are seen, for nobody means one that they do not see. None where none is seen.
    """
    bare = meant and without_not(meant)
    for at, ref in enumerate(said.symbols):
        if without_not(ref) == bare:
            word = said.key_words[at] if at < len(said.key_words) else ""
            stands = place_of_words(word, said.original) is not None
            return KeyPicture(ref, word if stands else "")
    return next(iter(shown(said, mode)), None)
