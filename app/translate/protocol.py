"""What the window and the translating process say to each other: one JSON object a line.

Commands go to the process's standard input, events come from its standard output. The words go
through the pipe and never to disk.
"""

from typing import Literal

import msgspec

Reason = Literal["not_installed", "cannot_load", "no_answer"]
"""Why there is no translation: the extra is not there, the translator's files are not what they
should be, or it failed at these words."""


class Load(msgspec.Struct, frozen=True, tag="load"):
    """Load the translator that lies in this folder. A process does so once.

    Attributes:
        prefix: as :class:`~app.translate.model_file.Details` has it.

    """

    folder: str
    prefix: str = ""


class Translate(msgspec.Struct, frozen=True, tag="translate"):
    """Translate these texts, each of them cut into sentences.

    Attributes:
        number: which order this is; the answers say it again.
        texts: for each text its sentences.

    """

    number: int
    texts: tuple[tuple[str, ...], ...]


class Quit(msgspec.Struct, frozen=True, tag="quit"):
    """End the process. The end of standard input means the same."""


class Loaded(msgspec.Struct, frozen=True, tag="loaded"):
    """The translator is there, and has translated one word to show that it can."""


class Translated(msgspec.Struct, frozen=True, tag="translated"):
    """One text is done.

    Attributes:
        number: of the order.
        at: which of its texts, from 0; they come in their order.
        sentences: each in the other language.

    """

    number: int
    at: int
    sentences: tuple[str, ...]


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """There is no translation, and no other one comes."""

    reason: Reason


Command = Load | Translate | Quit
Event = Loaded | Translated | Failed

read_command = msgspec.json.Decoder[Command](Command).decode
"""The command of a line; ``msgspec.DecodeError`` if it is none."""

read_event = msgspec.json.Decoder[Event](Event).decode
"""The event of a line; ``msgspec.DecodeError`` if it is none."""
