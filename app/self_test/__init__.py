"""Whether the program works on this computer: each part is tried, and what is missing is said.

Everything happens in a throw-away folder, but that the account's own are tried, too. What is said
is for whoever installs or looks after the program and, like the rest of the command line, in
English.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from app import private_place
from app.bootstrap import House
from app.model.errors import AlongsideError
from app.store import faults, files
from app.terminal import WORDS, say, use_utf8

AGAIN = "Please install Alongside again."
"""What helps where something of the program itself is gone."""

_ROOM = 2_000_000
"""Bytes. Every check was seen to have enough of it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Check:
    """One thing that is tried.

    Attributes:
        works: what is so if nothing is wrong.
        problems: tries it in a folder of its own, and gives a sentence for each thing that is
            missing or wrong.

    """

    works: str
    problems: Callable[[House, Path], Iterable[str]]


def checks() -> tuple[Check, ...]:
    """What can be tried without a window."""
    from app.self_test import folders, notebook, paper, photos, shipped, voice  # noqa: PLC0415

    return (
        Check("This account can keep its notebooks and settings.", folders.problems),
        Check("A notebook can be made, written, closed and read again.", notebook.problems),
        Check("Every letter that ships is there.", shipped.letters),
        Check("Every language of the program is there.", shipped.languages),
        Check("Every picture that the program names is there.", shipped.pictures),
        Check("Booklets print in English, Urdu and Bengali, with their words.", paper.problems),
        Check("Photos of every form can be taken in, and drawings kept.", photos.problems),
        Check("A voice speaks, and its sound can be kept in a file.", voice.problems),
    )


def run(tried: Iterable[Check]) -> int:
    """Try everything, also after something was wrong, and say how it went, one line each.

    Returns:
        0 if nothing is wrong, 1 if something is.

    """
    use_utf8()
    wrong = 0
    for check in tried:
        found = tuple(_found(check))
        wrong += len(found)
        for line in (f"missing  {each}" for each in found):
            say(line)
        if not found:
            say(f"good     {check.works}")
    say("Alongside works here." if not wrong else "Alongside does not work as it should here.")
    return 1 if wrong else 0


def _found(check: Check) -> Iterator[str]:
    """What one check found; if there was no room to try it in, only that."""
    try:
        folder = private_place.make()
    except OSError:
        yield (
            "Nothing can be written in this computer's folder for what is only needed for a moment,"
            f" so this could not be tried: {check.works} Please make some room there, or let this"
            " account write there."
        )
        return
    try:
        found = tuple(_tried(check, folder))
        if found and _has_no_room(folder):
            yield (
                f"There is no room on the disk of {folder.parent}, so this could not be tried:"
                f" {check.works} Please make some room there, then try again."
            )
        else:
            yield from found
    finally:
        private_place.discard(folder)


def _tried(check: Check, folder: Path) -> Iterator[str]:
    """A fault of the program is found, too, and the others still tried."""
    try:
        yield from check.problems(House(folder / "home", folder / "notebooks"), folder)
    except AlongsideError as error:
        yield error.said(WORDS)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what was looked for
        yield f"{type(error).__name__}: {error}. This did not work: {check.works}"


def _has_no_room(folder: Path) -> bool:
    try:
        files.try_out(folder, room=_ROOM)
    except OSError as error:
        return faults.finds_no_room(error)
    return False
