"""Whether the program works on this computer: each part is tried, and what is missing is said.

Everything happens in a throw-away folder. What is said is for whoever installs or looks after the
program and, like the rest of the command line, in English.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from app import private_place
from app.bootstrap import House
from app.model.errors import AlongsideError
from app.terminal import WORDS, say, use_utf8

AGAIN = "Please install Alongside again."
"""What helps where something of the program itself is gone."""


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
    from app.self_test import notebook, paper, photos, shipped, voice  # noqa: PLC0415 - loads on use

    return (
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
    """What one check found; a fault of the program is found, too, and the others still tried."""
    folder = private_place.make()
    try:
        yield from check.problems(House(folder / "home", folder / "notebooks"), folder)
    except AlongsideError as error:
        yield error.said(WORDS)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what was looked for
        yield f"{type(error).__name__}: {error}. This did not work: {check.works}"
    finally:
        private_place.discard(folder)
