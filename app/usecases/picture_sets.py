"""Picture sets of other programs: taking them in, finding pictures in them, letting them go."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

from app.model import text
from app.model.errors import BadPictureSetError
from app.model.picture_sets import FoundPicture, NewPicture, PictureSet, Reason, SetDetails
from app.model.pictures import Picture
from app.model.wording import N_, Wording
from app.pictures.found import MOST_NAMED, Found, LeftOut, LeftOutError, OpenedSet
from app.pictures.opening import opened_set
from app.usecases.ports import Notebook
from app.usecases.set_pictures import is_printable, ready_picture

Progress = Callable[[int, int], None]
"""Told how many pictures are done, and how many there are. Whatever it raises stops the import."""

_BATCH = 100
_BATCH_BYTES = 8_000_000
"""What is kept at once: so much is done again if the program is stopped or killed."""

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


def _nobody_asks(_done: int, _of: int) -> None:
    """The progress that nobody wants to see."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a file says about itself before it is taken in.

    Attributes:
        pictures: how many there seem to be.
        usable: at least one of them can be used.
        needs_licence: somebody has to say under which licence they may be used.
        may_show_people: somebody has to say whether there are people in them.
        left_out: how many cannot be used, and why; all of them where none is usable.

    """

    details: SetDetails
    pictures: int
    usable: bool
    needs_licence: bool
    may_show_people: bool
    left_out: LeftOut


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
    left_out: LeftOut
    screen_only: tuple[str, ...] = ()


def look_into(path: Path, *, progress: Progress = _nobody_asks) -> Looked:
    """What a file says about itself, and whether it is of any use; nothing is taken in.

    Args:
        path: as of :func:`import_set`.
        progress: as of :func:`import_set`.

    Raises:
        BadPictureSetError: it is no set of pictures, or is far too large.

    """
    with opened_set(path, told=lambda: progress(0, 1)) as opened:
        return Looked(
            details=opened.details,
            pictures=len(opened.pictures),
            usable=_is_any_usable(opened, progress),
            needs_licence=opened.needs_licence,
            may_show_people=opened.may_show_people,
            left_out=opened.left_out,
        )


def import_set(
    notebook: Notebook,
    *,
    path: Path,
    lang: str = "",
    licence: str = "",
    author: str = "",
    no_people: bool = False,
    progress: Progress = _nobody_asks,
) -> Imported:
    """Take in the pictures of a file, a hundred at a time.

    Whatever stops it, what was taken in stays, and the same file goes on from there. Where nothing
    can be taken in, the notebook stays as it was.

    Args:
        notebook: where they are kept.
        path: a zip, a folder, boards, or one picture.
        lang: the language of names that do not say theirs.
        licence: under which they may be used, where the file does not say so, nor did anybody who
            began to take it in.
        author: who made them, where the file does not say so.
        no_people: somebody has said that there are no people in them.
        progress: told how far it is.

    Raises:
        BadPictureSetError: it is no set of pictures, is far too large, nobody says under which
            licence the pictures may be used, or whether they may be photos of people.
        CannotWriteError: the disk is full.

    """
    with opened_set(path, lang=lang, told=lambda: progress(0, 1)) as opened:
        if opened.may_show_people and not no_people:
            raise _ask_for_people()
        details = _details(notebook, opened, licence, author)
        there = _begun(notebook, details, of=len(opened.pictures))
        new = [each for each in opened.pictures if each.source_id not in there]
        already, of = len(opened.pictures) - len(new), len(opened.pictures)
        ready = _ready(new, opened.left_out, lambda done: progress(already + done, of))
        screen_only: list[str] = []
        added = _keep_all(notebook, details, of, _noting_unprintable(ready, screen_only))
        if added or there:
            _finish(notebook, details)
    return Imported(
        details=details,
        added=added,
        already=already,
        left_out=opened.left_out,
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
    """What became of a file, a sentence or two for each thing there is to say."""
    if not imported.added and not imported.already:
        return report_useless(imported.left_out, words)
    n = imported.added
    told = [words.tn("{n} picture was taken in.", "{n} pictures were taken in.", n)]
    if n := imported.already:
        told.append(words.tn("{n} was there already.", "{n} were there already.", n))
    if n := len(imported.screen_only):
        some = imported.screen_only[:MOST_NAMED]
        names = ", ".join(some) + ("…" if n > len(some) else "")
        told.append(
            words.tn(
                "{n} picture is shown on screen, and not on paper: {names}.",
                "{n} pictures are shown on screen, and not on paper: {names}.",
                n,
                names=names,
            )
        )
    return (*told, *_said_left_out(imported.left_out, words))


def report_useless(left_out: LeftOut, words: Wording) -> tuple[str, ...]:
    """Why nothing of a file can be taken in."""
    if set(left_out) == {"only_an_address"}:
        addresses = words.tn(
            "Its {n} picture is only an address on the internet, and not in the file.",
            "Its {n} pictures are only addresses on the internet, and not in the file.",
            left_out["only_an_address"],
        )
        save_anew = N_("Please save the boards again, with their pictures in the file.")
        return addresses, words.t(save_anew)
    none = words.t(N_("None of the pictures in this file can be used. Nothing was taken in."))
    return none, *_said_left_out(left_out, words)


def _said_left_out(left_out: LeftOut, words: Wording) -> Iterator[str]:
    for reason, n in left_out.items():
        said = words.t(_LEFT_OUT[reason], n=n)
        if names := ", ".join(left_out.named[reason]):
            is_all = n == len(left_out.named[reason])
            which = N_("In the file: {names}.") if is_all else N_("The first of them: {names}.")
            said += " " + words.t(which, names=names)
        yield said


def _is_any_usable(opened: OpenedSet, progress: Progress) -> bool:
    """Look until one can be used; those that cannot are counted."""
    for done, found in enumerate(opened.pictures):
        progress(done, len(opened.pictures))
        try:
            ready_picture(found.read())
        except LeftOutError as error:
            opened.left_out.leave(error.reason, found.file)
        else:
            return True
    return False


def _ask_for_people() -> BadPictureSetError:
    return BadPictureSetError(
        N_(
            "Nothing says whether there are people in these pictures. If there are none, please "
            "say so with --no-people. Photos of people come in one by one, under “My photos”."
        )
    )


def _details(notebook: Notebook, opened: OpenedSet, licence: str, author: str) -> SetDetails:
    """Of the file; else what is said now; else what was said when it began to be taken in."""
    known = next(
        (each.details for each in imported_sets(notebook) if each.details.id == opened.details.id),
        opened.details,
    )
    details = dataclasses.replace(
        opened.details,
        licence=opened.details.licence or _line(licence) or known.licence,
        author=opened.details.author or _line(author) or known.author,
    )
    if opened.needs_licence and not details.licence:
        raise BadPictureSetError(
            N_(
                "This file does not say under which licence its pictures may be used. "
                "Please find out, and say it with --licence. For your own pictures, say so."
            )
        )
    return details


def _begun(notebook: Notebook, details: SetDetails, *, of: int) -> frozenset[str]:
    """What is there of a set from before; there is none before its first picture is kept."""
    with notebook.unit_of_work() as work:
        there = work.sets.there(details.id)
        if there:
            work.sets.begin(details, of=of)
            work.commit()
    return there


def _finish(notebook: Notebook, details: SetDetails) -> None:
    with notebook.unit_of_work() as work:
        work.sets.finish(details.id)
        work.commit()


def _ready(
    pictures: list[Found], left_out: LeftOut, told: Callable[[int], None]
) -> Iterator[tuple[Found, Picture]]:
    """The pictures, safe and clean; those that cannot be used are counted."""
    for done, found in enumerate(pictures):
        told(done)
        try:
            picture = ready_picture(found.read())
        except LeftOutError as error:
            left_out.leave(error.reason, found.file)
            continue
        yield found, picture
    told(len(pictures))


def _noting_unprintable(
    ready: Iterator[tuple[Found, Picture]], names: list[str]
) -> Iterator[NewPicture]:
    """What is to be kept; the names of those that cannot be printed are written down."""
    for found, picture in ready:
        if not is_printable(picture):
            usual = (name for each in found.names.values() for name in each)
            names.append(next(usual, found.file))
        yield NewPicture(
            source_id=found.source_id,
            names=found.names,
            tags=found.tags,
            picture=picture,
            author=_line(found.author),
            licence=_line(found.licence),
        )


def _keep_all(notebook: Notebook, details: SetDetails, of: int, ready: Iterator[NewPicture]) -> int:
    """Keep them in batches, each whole or not at all; gives how many the set did not have yet."""
    kept, batch, size = 0, list[NewPicture](), 0
    try:
        for each in ready:
            batch.append(each)
            size += len(each.picture.data)
            if len(batch) >= _BATCH or size >= _BATCH_BYTES:
                kept += _keep(notebook, details, of, batch)
                batch, size = [], 0
    finally:  # also what was made ready before somebody stopped it
        kept += _keep(notebook, details, of, batch)
    return kept


def _keep(notebook: Notebook, details: SetDetails, of: int, batch: list[NewPicture]) -> int:
    if not batch:
        return 0
    with notebook.unit_of_work() as work:
        work.sets.begin(details, of=of)
        kept = sum(work.sets.add(details.id, each) for each in batch)
        work.commit()
    return kept


def _line(words: str) -> str:
    return " ".join(text.without_controls(words).split())[: text.LONGEST_NAME]
