"""The photos that are in a person's plan already, newest first, with the words they go with."""

import dataclasses
import datetime
import functools
import typing
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from app.model import shape
from app.model.ids import PictureRef, RecordId
from app.model.kinds import KINDS
from app.model.photo_facts import PhotoFacts
from app.model.picture_said import PictureSaid
from app.model.record import Body, Record
from app.model.session import Board
from app.model.statement import Statement
from app.usecases import photo_facts
from app.usecases.ports import Notebook, UnitOfWork
from app.words.matching import folded
from app.words.splitting import words

IdeasOf = Callable[[str, str], frozenset[str]]
"""The ideas in some words of a language (the second), by name."""

_PHOTO = "photo:"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OwnPhoto:
    """One photo of the plan.

    Attributes:
        words: what it goes with, in a line.
        last_used: when it was last put beside something.
        all_words: every word that it goes with, as they are compared.
        ideas: the ideas in those words.
        loose: it stands beside nothing, and can be taken away.
        agreed: others may see it, for everybody in it said yes.

    """

    photo: PictureRef
    words: str
    last_used: datetime.datetime
    all_words: frozenset[str]
    ideas: frozenset[str]
    loose: bool
    agreed: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OwnPhotos:
    """The photos of one person's plan.

    Attributes:
        offered: those that can be used again.
        held: those to which somebody in them said no: not offered until that changes.

    """

    offered: tuple[OwnPhoto, ...] = ()
    held: tuple[OwnPhoto, ...] = ()

    def matching(self, looked_for: str, *, lang: str, ideas_of: IdeasOf) -> tuple[OwnPhoto, ...]:
        """The offered ones whose words go with what is looked for; none when unsure.

        A photo goes with it where both carry the same idea ("swimming" and "I swim"), or where
        every word that was written begins a word of the photo, as for a name.
        """
        wanted = [folded(word) for word in words(looked_for)]
        if not wanted:
            return ()
        ideas = ideas_of(looked_for, lang)
        return tuple(
            each
            for each in self.offered
            if each.ideas & ideas
            or all(any(w.startswith(begun) for w in each.all_words) for begun in wanted)
        )


@dataclasses.dataclass(frozen=True, slots=True)
class _Use:
    photo: PictureRef
    words: str
    lang: str
    at: datetime.datetime
    beside: bool


def own_photos(notebook: Notebook, *, person: RecordId, lang: str, ideas_of: IdeasOf) -> OwnPhotos:
    """Read the photos of a person's plan.

    Args:
        notebook: the open notebook.
        person: whose; nobody else's photos are looked at.
        lang: the language of words of which it is not said.
        ideas_of: finds the ideas in words.

    """
    with notebook.unit_of_work() as work:
        uses = sorted(_uses(work, person, lang), key=lambda use: use.at, reverse=True)
        held = photo_facts.refused(work, person)
        not_agreed = photo_facts.held_back(work, person)
    by_photo: dict[PictureRef, list[_Use]] = {}
    for use in uses:
        by_photo.setdefault(use.photo, []).append(use)
    found = [
        _photo(each, ideas_of, agreed=photo not in not_agreed) for photo, each in by_photo.items()
    ]
    return OwnPhotos(
        offered=tuple(each for each in found if each.photo not in held),
        held=tuple(each for each in found if each.photo in held),
    )


def _photo(uses: list[_Use], ideas_of: IdeasOf, *, agreed: bool) -> OwnPhoto:
    said = [use for use in uses if use.words]
    return OwnPhoto(
        photo=uses[0].photo,
        words=said[0].words.split("\n")[0] if said else "",
        last_used=uses[0].at,
        all_words=frozenset(folded(word) for use in said for word in words(use.words)),
        ideas=frozenset().union(*(ideas_of(use.words, use.lang) for use in said)),
        loose=not any(use.beside for use in uses),
        agreed=agreed,
    )


def _uses(work: UnitOfWork, person: RecordId, lang: str) -> Iterator[_Use]:
    for kind in KINDS.values():
        if kind is PictureSaid or not _shows_pictures(kind):  # what was said of it is no use of it
            continue
        found: tuple[Record[Body], ...] = work.records.find(kind, person=person)
        for record in found:
            beside = not isinstance(record.body, PhotoFacts)
            spoken = record.body.original_lang if isinstance(record.body, Statement) else lang
            for photo, said in _shown(record.body, _words_of(record)):
                yield _Use(photo, said, spoken, record.changed_at, beside)


def _words_of(record: Record[Body]) -> str:
    """What a search finds it by; the cards of a board have words of their own."""
    body = record.body
    return "" if isinstance(body, Board) else body.facets(record.id).words


def _shown(struct: msgspec.Struct, around: str) -> Iterator[tuple[PictureRef, str]]:
    """Each photo, with the words that stand nearest to it."""
    said = _said(struct) or around
    for name, hint in shape.hints(type(struct)).items():
        value = getattr(struct, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, msgspec.Struct):
                yield from _shown(each, said)
            elif isinstance(each, str) and each.startswith(_PHOTO) and _is_picture(hint):
                yield PictureRef(each), said


def _said(struct: msgspec.Struct) -> str:
    if isinstance(struct, PhotoFacts):
        return struct.taken_for
    name = getattr(struct, "name", "") or getattr(struct, "preferred_name", "")
    return name or ("" if isinstance(struct, Body) else shape.words(struct))


def _is_picture(hint: Any) -> bool:
    return shape.single(shape.items(hint) or hint) is PictureRef


@functools.cache
def _shows_pictures(hint: Any) -> bool:
    """Whether a picture may stand in values of this type, however deep."""
    bare = shape.single(hint)
    if bare is PictureRef:
        return True
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct):
        return any(_shows_pictures(each) for each in shape.hints(bare).values())
    return any(_shows_pictures(each) for each in typing.get_args(bare) if each is not Ellipsis)
