"""What the program and the reading process say to each other: one JSON object a line.

The process is given one file and where things stand on the packs that were printed, and gives what
it found. Pictures of boxes travel in the answer; none is written anywhere.
"""

from typing import Literal

import msgspec

from app.model.home_sheets import TickLine
from app.model.packs import Area, Mark, PackLine

Reason = Literal["not_there", "empty", "unknown", "damaged", "locked", "too_large", "crashed"]
"""Why a file cannot be read: it is no PDF, PNG or JPEG, is broken, has a password, is too large to
be opened safely, or took the process down with it."""


class Sheet(msgspec.Struct, frozen=True):
    """One pack, or sheet that was filled in at home, and where everything stands on it.

    Attributes:
        plan: the signs by which the codes of its pages name whose plan it is.
        pack: those by which its codes name it.
        corners: where the further codes of each page are.

    """

    plan: str
    pack: str
    lines: tuple[PackLine, ...]
    page_matrix: Area
    cards: tuple[TickLine, ...] = ()
    corners: tuple[Area, ...] = ()


class Read(msgspec.Struct, frozen=True, tag="read"):
    """Read a file."""

    path: str
    sheets: tuple[Sheet, ...]


class Box(msgspec.Struct, frozen=True):
    """A comment box as it was found on a page.

    Attributes:
        picture: of the box with its squares, as PNG, made straight.
        ink: how much of it is written over, from 0 to 1.
        ticks: the same of each square, in the order of :data:`app.model.packs.MARKS`.
        marked: the squares that look ticked. A person decides.

    """

    pack: str
    code: str
    picture: bytes
    ink: float
    ticks: tuple[float, ...]
    marked: tuple[Mark, ...]


class CardBox(msgspec.Struct, frozen=True):
    """A line of a sheet (a card of a board, a question) as it was found on a page.

    Attributes:
        picture: of all of it with its squares, as PNG, made straight.
        inks: how much of each square is written over, from 0 to 1. A person decides.

    """

    pack: str
    card: str
    picture: bytes
    inks: tuple[float, ...]


class Field(msgspec.Struct, frozen=True):
    """What was filled in on screen for one sentence."""

    code: str
    marks: tuple[Mark, ...] = ()
    words: str = ""


class Ticked(msgspec.Struct, frozen=True):
    """What was ticked on screen in one line of a sheet, or typed there.

    Attributes:
        code: of the sheet.
        line: counted from 1, in the order of :attr:`Sheet.cards`.
        squares: counted from 0.

    """

    code: str
    line: int
    squares: tuple[int, ...] = ()
    words: str = ""


class Page(msgspec.Struct, frozen=True):
    """What was found on one page of a file.

    Attributes:
        plan: the signs of the plan that its own code names; empty where that was not read.
        pack: the pack it is of, as far as its codes say.
        page: which page of the pack; 0 where no code says.
        codes: of the sentences, as they were read.
        missed: codes that should be there and were not read.
        off: how far, in points, the codes lie from where they would if the page lay flat.
        several: it shows more than one page, so that nothing of it is told apart.

    """

    plan: str = ""
    pack: str = ""
    page: int = 0
    codes: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    off: float = 0.0
    boxes: tuple[Box, ...] = ()
    cards: tuple[CardBox, ...] = ()
    several: bool = False


class Going(msgspec.Struct, frozen=True, tag="going"):
    """So many pages of a file are read."""

    done: int
    of: int


class Opened(msgspec.Struct, frozen=True, tag="opened"):
    """What stands in a file."""

    pages: tuple[Page, ...]
    fields: tuple[Field, ...] = ()
    ticked: tuple[Ticked, ...] = ()


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """The file could not be read."""

    reason: Reason


Event = Going | Opened | Failed

read_command = msgspec.json.Decoder[Read](Read).decode
"""The command of a line; ``msgspec.DecodeError`` if it is none."""

read_event = msgspec.json.Decoder[Event](Event).decode
"""The event of a line; ``msgspec.DecodeError`` if it is none."""
