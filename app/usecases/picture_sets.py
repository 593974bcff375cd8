"""Picture sets of other programs: taking them in, finding pictures in them, letting them go."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from app.model import text
from app.model.errors import BadPictureSetError
from app.model.picture_sets import FoundPicture, NewPicture, PictureSet, Reason, SetDetails
from app.model.wording import N_, Wording
from app.pictures.found import Found, LeftOutError
from app.pictures.opening import opened_set
from app.usecases.ports import Notebook
from app.usecases.set_pictures import is_printable, ready_picture

Progress = Callable[[int, int], None]
"""Told how many pictures are done, and how many there are. Whatever it raises stops the import."""

_BATCH = 100
_BATCH_BYTES = 8_000_000
"""What is kept at once: so much is done again if the program is stopped or killed."""

_MOST_NAMED = 40
"""So many names are read; more would hide the other sentences."""

_LEFT_OUT: dict[Reason, str] = {
    "only_an_address": N_("Left out ({n}): only an address on the internet, and not in the file."),
    "not_there": N_("Left out ({n}): named in the file, and not in it."),
    "unsafe": N_("Left out ({n}): a drawing that does more than show something."),
    "no_picture": N_("Left out ({n}): damaged, or no picture."),
    "too_large": N_("Left out ({n}): too large."),
    "not_for_plans": N_("Left out ({n}): made to show sex or violence."),
    "no_name": N_("Left out ({n}): nobody says what the picture is called."),
    "unsafe_place": N_("Left out ({n}): a link, or a path to a place outside of the file."),
    "locked": N_("Left out ({n}): locked with a password."),
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a file says about itself before it is taken in.

    Attributes:
        pictures: how many there seem to be.
        needs_licence: somebody has to say under which licence they may be used.

    """

    details: SetDetails
    pictures: int
    needs_licence: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a file.

    Attributes:
        added: how many pictures were taken in now.
        already: how many were there from before.
        left_out: how many cannot be used, and why.
        screen_only: the names of those taken in now that cannot be printed.

    """

    details: SetDetails
    added: int
    already: int
    left_out: Mapping[Reason, int]
    screen_only: tuple[str, ...] = ()


def look_into(path: Path) -> Looked:
    """What a file says about itself; nothing is taken in.

    Raises:
        BadPictureSetError: it is no set of pictures, or is far too large.

    """
    with opened_set(path) as opened:
        return Looked(
            details=opened.details,
            pictures=len(opened.pictures),
            needs_licence=opened.needs_licence,
        )


def import_set(
    notebook: Notebook,
    *,
    path: Path,
    lang: str = "",
    licence: str = "",
    author: str = "",
    progress: Progress = lambda _done, _of: None,
) -> Imported:
    """Take in the pictures of a file, a hundred at a time.

    Whatever stops it, what was taken in stays, and the same file goes on from there.

    Args:
        notebook: where they are kept.
        path: a zip, a folder, boards, or one picture.
        lang: the language of names that do not say theirs.
        licence: under which they may be used, where the file does not say so.
        author: who made them, where the file does not say so.
        progress: told how far it is.

    Raises:
        BadPictureSetError: it is no set of pictures, is far too large, or nobody says under which
            licence the pictures may be used.
        CannotWriteError: the disk is full.

    """
    with opened_set(path, lang=lang) as opened:
        if opened.needs_licence and not licence.strip():
            raise BadPictureSetError(
                N_(
                    "This file does not say under which licence its pictures may be used. "
                    "Please find out, and say it with --licence. For your own pictures, say so."
                )
            )
        details = dataclasses.replace(
            opened.details,
            licence=opened.details.licence or _line(licence),
            author=opened.details.author or _line(author),
        )
        with notebook.unit_of_work() as work:
            there = work.sets.begin(details)
            work.commit()
        new = [each for each in opened.pictures if each.source_id not in there]
        left_out = Counter(opened.left_out)
        already = len(opened.pictures) - len(new)
        ready = _ready(new, left_out, lambda done: progress(already + done, len(opened.pictures)))
        screen_only: list[str] = []
        added = _keep_all(notebook, details.id, _noting_unprintable(ready, screen_only))
    return Imported(
        details=details,
        added=added,
        already=already,
        left_out=left_out,
        screen_only=tuple(screen_only),
    )


def search(
    notebook: Notebook, *, words: str, langs: tuple[str, ...], most: int = 50
) -> tuple[FoundPicture, ...]:
    """The pictures of imported sets with this name, then those whose name begins so.

    Args:
        notebook: where the sets are.
        words: what was typed.
        langs: the languages of the person and of the program, the person's first.
        most: how many are wanted.

    """
    with notebook.unit_of_work() as work:
        return work.sets.search(words, langs=langs, most=most)


def imported_sets(notebook: Notebook) -> tuple[PictureSet, ...]:
    """The sets that were imported and not removed."""
    with notebook.unit_of_work() as work:
        return work.sets.all()


def remove_set(notebook: Notebook, *, set_id: str) -> None:
    """Let a set go; the pictures that some plan shows stay with it, and so does their credit."""
    with notebook.unit_of_work() as work:
        work.sets.remove(set_id)
        work.commit()


def report(imported: Imported, words: Wording) -> tuple[str, ...]:
    """What became of a file, a sentence each."""
    n = imported.added
    told = [words.tn("{n} picture was taken in.", "{n} pictures were taken in.", n)]
    if n := imported.already:
        told.append(words.tn("{n} was there already.", "{n} were there already.", n))
    if n := len(imported.screen_only):
        some = imported.screen_only[:_MOST_NAMED]
        names = ", ".join(some) + ("…" if n > len(some) else "")
        told.append(
            words.tn(
                "{n} picture is shown on screen, and not on paper: {names}.",
                "{n} pictures are shown on screen, and not on paper: {names}.",
                n,
                names=names,
            )
        )
    told += [words.t(_LEFT_OUT[reason], n=n) for reason, n in imported.left_out.items() if n]
    return tuple(told)


def _ready(
    pictures: list[Found], left_out: Counter[Reason], told: Callable[[int], None]
) -> Iterator[NewPicture]:
    """The pictures, safe and clean; those that cannot be used are counted."""
    for done, found in enumerate(pictures):
        told(done)
        try:
            picture = ready_picture(found.read())
        except LeftOutError as error:
            left_out[error.reason] += 1
            continue
        yield NewPicture(
            source_id=found.source_id,
            names=found.names,
            tags=found.tags,
            picture=picture,
            author=_line(found.author),
            licence=_line(found.licence),
        )
    told(len(pictures))


def _noting_unprintable(ready: Iterator[NewPicture], names: list[str]) -> Iterator[NewPicture]:
    """The same pictures; the names of those that cannot be printed are written down."""
    for each in ready:
        if not is_printable(each.picture):
            first = next((name for names in each.names.values() for name in names), each.source_id)
            names.append(first)
        yield each


def _keep_all(notebook: Notebook, set_id: str, ready: Iterator[NewPicture]) -> int:
    """Keep them in batches, each whole or not at all; gives how many."""
    kept, batch, size = 0, list[NewPicture](), 0
    try:
        for each in ready:
            batch.append(each)
            size += len(each.picture.data)
            if len(batch) >= _BATCH or size >= _BATCH_BYTES:
                kept += _keep(notebook, set_id, batch)
                batch, size = [], 0
    finally:  # also what was made ready before somebody stopped it
        kept += _keep(notebook, set_id, batch)
    return kept


def _keep(notebook: Notebook, set_id: str, batch: list[NewPicture]) -> int:
    if batch:
        with notebook.unit_of_work() as work:
            for each in batch:
                work.sets.add(set_id, each)
            work.commit()
    return len(batch)


def _line(words: str) -> str:
    return " ".join(text.without_controls(words).split())[: text.LONGEST_NAME]
