"""A paragraph cut into stretches of one direction, one script and one font."""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.model.ids import PictureRef
from app.paper.text.fonts import Face, FontBook, script_of

_JOINERS = "\u200c\u200d"
_REPLACEMENT = "\ufffd"
_MAYBE_PICTURE = re.compile(
    "[\u203c\u2049\u20e3\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001ffff]"
)
_WORD_OR_GAP = re.compile(r"\s+|\S+")

FindPicture = Callable[[str], PictureRef | None]
"""The picture that stands for a sign such as an emoji; None if there is none."""


class Item(NamedTuple):
    """A stretch of a paragraph that is set in one go.

    Attributes:
        level: its embedding level, odd from right to left.
        face: the font; that of the space where a picture stands.
        picture: what is drawn in place of glyphs.
        shown: what is shaped in place of the text where no font has it.

    """

    start: int
    end: int
    level: int
    script: str
    face: Face
    picture: PictureRef | None = None
    shown: str = ""


class _Choice(NamedTuple):
    face: Face
    picture: PictureRef | None = None
    shown: str = ""


def may_hold_pictures(text: str) -> bool:
    """Whether there is a sign in it in whose place a picture may stand."""
    return _MAYBE_PICTURE.search(text) is not None


def itemise(
    text: str,
    levels: Sequence[int | None],
    *,
    book: FontBook,
    lang: str,
    bold: bool,
    find_picture: FindPicture,
    report: Callable[[str], None],
) -> list[Item]:
    """Cut a paragraph; characters that are never seen belong to no item.

    Args:
        text: the paragraph.
        levels: its embedding levels; those that are None take their neighbour's.
        book: the fonts.
        lang: BCP 47 tag.
        bold: whether it is set in bold.
        find_picture: looks up a picture for a sign.
        report: is told each sign that neither a font nor a picture has.

    """
    scripts = _scripts(text)
    choices: list[_Choice | None] = [None] * len(text)
    faces = book.faces(script="", lang=lang, bold=bold)
    for start, end, picture in _pictures(text, faces, find_picture):
        choices[start:end] = [_Choice(faces[0], picture)] * (end - start)
    for start, end in _stretches(text, scripts, choices):
        faces = book.faces(script=scripts[start], lang=lang, bold=bold)
        for first, last, choice in _choose(text, start, end, faces):
            if choice is None or choice.shown:
                report(text[first:last])
            choices[first:last] = [choice] * (last - first)
    return list(_items(text, levels, scripts, choices))


def _scripts(text: str) -> list[str]:
    """The script of each character; signs that many scripts share go with their neighbours."""
    scripts = [script_of(character) for character in text]
    last = ""
    for at, script in enumerate(scripts):
        last = scripts[at] = script or last
    following = ""
    for at in range(len(scripts) - 1, -1, -1):
        following = scripts[at] = scripts[at] or following
    return scripts


@functools.lru_cache(4096)
def _hidden(character: str) -> bool:
    """Whether it is never seen: direction marks, soft hyphens, variation selectors, controls."""
    if character in _JOINERS:
        return False
    kind = unicodedata.category(character)
    if kind == "Cf":
        return unicodedata.bidirectional(character) != "AN"
    code = ord(character)
    return (
        kind in {"Cc", "Cs", "Zl", "Zp"} or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    )


def _pictures(
    text: str, faces: tuple[Face, ...], find: FindPicture
) -> Iterator[tuple[int, int, PictureRef]]:
    """The signs of a text that have a picture; of joined ones that have none, each part's.

    A sign such as ™ that a font has is a letter, unless it is followed by the mark of an emoji.
    """
    if not may_hold_pictures(text):
        return
    start = 0
    for cluster in graphemes(text):
        end = start + len(cluster)
        letter = len(cluster) == 1 and any(face.has(cluster) for face in faces)
        if _MAYBE_PICTURE.search(cluster) and not letter:
            picture = find(cluster)
            if picture is not None:
                yield start, end, picture
            else:
                yield from _parts(cluster, start, find)
        start = end


def _parts(cluster: str, start: int, find: FindPicture) -> Iterator[tuple[int, int, PictureRef]]:
    for part in cluster.split("\u200d"):
        if part != cluster and (picture := find(part)) is not None:
            yield start, start + len(part), picture
        start += len(part) + 1


def graphemes(text: str) -> list[str]:
    """What a reader takes for one sign each (UAX #29)."""
    import regex  # noqa: PLC0415 - few sentences hold emoji or need a word broken; 40 ms

    found: list[str] = regex.findall(r"\X", text)
    return found


def _stretches(
    text: str, scripts: Sequence[str], choices: Sequence[_Choice | None]
) -> Iterator[tuple[int, int]]:
    """Words and gaps, each in one script, pictures left out."""
    for match in _WORD_OR_GAP.finditer(text):
        start = match.start()
        for at in range(match.start(), match.end() + 1):
            if at == match.end() or scripts[at] != scripts[start] or choices[at] is not None:
                if at > start and choices[start] is None:
                    yield start, at
                start = at


def _choose(
    text: str, start: int, end: int, faces: tuple[Face, ...]
) -> Iterator[tuple[int, int, _Choice | None]]:
    """One face for all letters of a stretch if there is one, so that no word is a patchwork.

    A bracket or a full stop that this face lacks falls back alone: it does not take the word with
    it into a face of another style.
    """
    seen = "".join(c for c in text[start:end] if c not in _JOINERS and not _hidden(c))
    letters = "".join(c for c in seen if unicodedata.category(c)[0] in "LMN")
    main = next((face for face in faces if face.has(letters)), None)
    if main is not None and main.has(seen):
        yield start, end, _Choice(main)
        return
    preferred = faces if main is None else (main, *faces)
    first = start
    for at in range(start + 1, end + 1):
        if at < end and (text[at] in _JOINERS or unicodedata.category(text[at])[0] == "M"):
            continue
        yield first, at, _one_sign(text[first:at], preferred)
        first = at


def _one_sign(sign: str, faces: tuple[Face, ...]) -> _Choice | None:
    seen = "".join(c for c in sign if c not in _JOINERS and not _hidden(c))
    composed = unicodedata.normalize("NFC", seen)
    for face in faces:
        if face.has(seen) or face.has(composed):
            return _Choice(face)
    for face in faces:
        if face.has(_REPLACEMENT):
            return _Choice(face, shown=_REPLACEMENT)
    return None


def _items(
    text: str,
    levels: Sequence[int | None],
    scripts: Sequence[str],
    choices: Sequence[_Choice | None],
) -> Iterator[Item]:
    current: Item | None = None
    level = next((found for found in levels if found is not None), 0)
    for at, character in enumerate(text):
        found = levels[at]
        level = level if found is None else found
        choice = choices[at]
        if choice is None or (choice.picture is None and _hidden(character)):
            continue
        alone = choice.picture is not None or bool(choice.shown)
        if (
            current is not None
            and current.end == at
            and current[2:5] == (level, scripts[at], choice.face)
            and (choices[at - 1] is choice or not (alone or current.picture or current.shown))
        ):
            current = current._replace(end=at + 1)
            continue
        if current is not None:
            yield current
        current = Item(at, at + 1, level, scripts[at], *choice)
    if current is not None:
        yield current
