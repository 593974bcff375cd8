"""Between a command and whoever typed it: its place on the command line, what it says and asks.

What every command shares, so that each asks for the PIN and opens the notebook in the same way.
"""

import argparse
import contextlib
import getpass
import io
import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import House
from app.model.errors import BadSecretError, NotAllowedError, NotFoundError
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_, SourceWording, Wording

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile
    from app.store.pins import SecretKind

PIN_VARIABLE = "ALONGSIDE_PIN"
WORDS = SourceWording()
"""How the commands speak; what they print may be in another language."""

Command = Callable[[House, argparse.Namespace], int]
"""Does its work and gives back the exit code; the arguments are those of its own parser."""

_NOBODY = N_("There is nobody to type the PIN. Please use --pin-file or ALONGSIDE_PIN.")


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    command: Command,
    about: str,
) -> argparse.ArgumentParser:
    """Put a command about a notebook on the command line; what is returned takes its options."""
    made = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    made.add_argument("notebook", metavar="NOTEBOOK", type=Path)
    made.add_argument("--pin-file", metavar="FILE", type=Path, help="a file that holds the PIN")
    made.set_defaults(command=command)
    return made


def add_language(made: argparse.ArgumentParser) -> None:
    """Let a command be told which language the program speaks in."""
    made.add_argument("--lang", metavar="TAG", help="language of what the program says, as in cy")


def open_notebook(
    house: House,
    options: argparse.Namespace,
    *,
    to_read: bool = False,
    for_advocates: bool = False,
) -> "contextlib.closing[NotebookFile]":
    """Open the notebook; for what only reads, as it is now if a window has it open.

    Args:
        house: where the notebook is.
        options: what stands on the command line.
        to_read: nothing will be written.
        for_advocates: the command tells an advocate nothing that is not theirs (rule R7).

    Raises:
        BadSecretError: there is no PIN or passphrase to be had.
        NotAllowedError: it is an advocate's, and the command is not for advocates.
        AlongsideError: as of :meth:`House.open_notebook`.

    """
    from app.usecases import advocate_keys  # noqa: PLC0415 - a command loads only what it needs

    secret = read_secret(options)
    opened = house.open_notebook(options.notebook, secret=secret, or_read_only=to_read)
    if not for_advocates and advocate_keys.people_for(opened, worker=opened.worker.id) is not None:
        opened.close()
        raise NotAllowedError(
            N_(
                "This is an advocate's key. It opens the plans of its own people in the window, "
                "and not with this command."
            )
        )
    return contextlib.closing(opened)


def named_person(notebook: "NotebookFile", asked: str) -> Record[Person]:
    """The person of this id, or of this name if only one has it.

    Raises:
        NotFoundError: no name was given, there is nobody of it, or there are several.

    """
    from app.usecases import people  # noqa: PLC0415 - a command loads only what it needs

    if not asked.strip():
        raise NotFoundError(
            N_(
                "The name of the person is missing. Please write it after the notebook. "
                "The command people says who is there."
            )
        )
    everyone = people.everyone(notebook)
    for each in everyone:
        if each.id == RecordId(asked):
            return each
    name = " ".join(asked.split()).casefold()
    called = [each for each in everyone if each.body.preferred_name.casefold() == name]
    if not called:
        raise NotFoundError(
            N_("There is nobody called {name} in this notebook. The command people says who is."),
            name=asked,
        )
    if len(called) > 1:
        raise NotFoundError(
            N_("Several people are called {name}. Please use an id: {ids}."),
            name=asked,
            ids=", ".join(each.id for each in called),
        )
    return called[0]


def read_secret(options: argparse.Namespace, *, twice: bool = False) -> str:
    """The PIN or passphrase, which is never on the command line for all to see.

    Args:
        options: ``pin_file`` says where to read it; else a variable does, else somebody types it.
        twice: whoever types it does so twice.

    Raises:
        BadSecretError: the file cannot be read, nobody is there, or the two differ.

    """
    if options.pin_file is not None:
        try:
            return str(options.pin_file.read_text("utf-8-sig")).strip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise BadSecretError(
                N_("The PIN file {file} cannot be read. Please check its name and place."),
                file=options.pin_file,
            ) from error
    given = os.environ.get(PIN_VARIABLE)
    if given is not None:
        return given
    secret = ask(WORDS.t("PIN or passphrase: "))
    if twice and ask(WORDS.t("Once more: ")) != secret:
        raise BadSecretError(N_("The two were not the same. Please try again."))
    return secret


def secret_kind(secret: str) -> "SecretKind":
    """Whether what was typed is a new PIN or a new passphrase.

    Raises:
        BadSecretError: it is neither; what each has to be is said.

    """
    from app.store import pins  # noqa: PLC0415 - a command loads only what it needs

    kind: SecretKind = "pin" if secret.strip().isdecimal() else "passphrase"
    if pins.as_used(secret, kind) is None:
        raise BadSecretError(
            N_(
                "A PIN needs {fewest} to {most} digits, and a passphrase at least {letters} "
                "letters: three or four words are good."
            ),
            fewest=pins.FEWEST_PIN_DIGITS,
            most=pins.MOST_PIN_DIGITS,
            letters=pins.SHORTEST_PASSPHRASE,
        )
    return kind


def ask(question: str, nobody: str = _NOBODY) -> str:
    """What somebody types and nobody sees.

    Raises:
        BadSecretError: ``nobody`` is what it says where nobody can type.

    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(question)
        except (EOFError, getpass.GetPassWarning) as error:
            raise BadSecretError(nobody) from error


def wording(house: House, tag: str) -> Wording:
    """How the program speaks in the language that was asked for, never in another one.

    Raises:
        NotFoundError: it does not speak it.

    """
    words = house.wording(tag)
    asked = tag.replace("_", "-").split("-")[0].casefold()
    if words.lang.split("-")[0].casefold() != asked:
        raise NotFoundError(
            N_("Alongside does not speak {language} yet. It speaks: {languages}."),
            language=tag,
            languages=", ".join(each.tag for each in house.catalogs.available()),
        )
    return words


def say(line: str) -> None:
    """Tell a result, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def complain(line: str) -> None:
    """Tell what went wrong, in one line."""
    sys.stderr.write(f"{' '.join(line.split())}\n")


def use_utf8() -> None:
    """Say names as they are written, whatever the terminal's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def add_person(made: argparse.ArgumentParser, to: str) -> None:
    """Let a command be told whom it is about, and where to write."""
    made.add_argument("person", metavar="PERSON")
    made.add_argument("--to", metavar=to, type=Path, required=True, help="replaced if it is there")


def add_reader(made: argparse.ArgumentParser, about: str) -> None:
    """Let a command be told for whom a copy is."""
    made.add_argument("--for", dest="reader", metavar="NAME", default="", help=about)
