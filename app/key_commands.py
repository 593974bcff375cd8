"""The commands about who can open a notebook, and about the recovery sheet.

No secret is ever an argument, where everybody on the computer could see it: it is asked for, or
read from a file or a variable.
"""

import argparse
import datetime
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.bootstrap import House
from app.model.errors import AlongsideError, BadSecretError, CannotWriteError, NotFoundError
from app.model.wording import N_, SourceWording
from app.terminal import (
    WORDS,
    add_command,
    add_language,
    ask,
    open_notebook,
    read_secret,
    say,
    secret_kind,
    wording,
)

if TYPE_CHECKING:
    from app.store.keys import Worker
    from app.store.notebook import NotebookFile

NEW_PIN_VARIABLE = "ALONGSIDE_NEW_PIN"
SHEET_VARIABLE = "ALONGSIDE_SHEET"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put them on the command line."""
    who = add_command(commands, "workers", workers, "say or change who can open a notebook")
    does = who.add_mutually_exclusive_group()
    does.add_argument("--add", metavar="NAME", help="let somebody open it with a PIN of their own")
    does.add_argument("--rename", metavar=("OLD", "NEW"), nargs=2, help="call somebody otherwise")
    does.add_argument("--change", metavar="NAME", help="give somebody another PIN or passphrase")
    does.add_argument("--remove", metavar="NAME", help="let somebody no longer open it")
    _add_new_pin(who)
    about = "make a recovery sheet, which opens the notebook without a PIN; it ends an older one"
    sheet = add_command(commands, "recovery-sheet", recovery_sheet, about)
    sheet.add_argument(
        "--to", metavar="OUT.pdf", type=Path, required=True, help="replaced if it is there"
    )
    add_language(sheet)
    about = "set a new PIN or passphrase with the recovery sheet"
    again = commands.add_parser(
        "recover", help=about, description=about[0].upper() + about[1:] + "."
    )
    again.add_argument("notebook", metavar="NOTEBOOK", type=Path)
    again.add_argument(
        "--worker", metavar="NAME", help="whose PIN is set (needed if several can open it)"
    )
    again.add_argument(
        "--sheet-file",
        metavar="FILE",
        type=Path,
        help=f"a file that holds what is on the sheet (or the variable {SHEET_VARIABLE})",
    )
    _add_new_pin(again)
    again.set_defaults(command=recover)


def workers(house: House, options: argparse.Namespace) -> int:
    """Say who can open a notebook, one a line, or change it."""
    changes = any((options.add, options.rename, options.change, options.remove))
    with open_notebook(house, options, to_read=not changes) as notebook:
        if not changes:
            _list(house, notebook)
        elif options.add is not None:
            secret, kind = _new_secret(options)
            made = house.add_worker(notebook, name=options.add, secret=secret, kind=kind)
            say(WORDS.t("{name} can open the notebook now.", name=made.name))
        elif options.rename is not None:
            old, new = options.rename
            worker = _worker(house, notebook, old)
            renamed = house.rename_worker(notebook, worker=worker.id, name=new)
            say(WORDS.t("{name} is called {new} now.", name=worker.name, new=renamed.name))
        elif options.change is not None:
            worker = _worker(house, notebook, options.change)
            # One's own is asked for once more: notes that were sealed to one stay open to one.
            present = read_secret(options) if worker == notebook.worker else ""
            secret, kind = _new_secret(options)
            house.change_secret(
                notebook, worker=worker.id, secret=secret, kind=kind, present=present
            )
            say(WORDS.t("{name} opens the notebook in the new way now.", name=worker.name))
        else:
            worker = _worker(house, notebook, options.remove)
            house.remove_worker(notebook, worker=worker.id)
            say(WORDS.t("{name} cannot open the notebook any more.", name=worker.name))
    return 0


def recovery_sheet(house: House, options: argparse.Namespace) -> int:
    """Make the recovery sheet anew and print it."""
    from app.usecases import printing  # noqa: PLC0415 - a command loads only what it needs

    words = wording(house, options.lang or SourceWording.lang)
    _refuse_place(options.to)
    with open_notebook(house, options) as notebook:
        printing.refuse_wrong_ending(options.to, ".pdf")
        house.warm_up_paper()  # what is wrong with a font is said before the old sheet ends
        code = house.make_recovery(notebook)
        today = datetime.date.today()  # noqa: DTZ011 - the day where the laptop is
        pdf = house.recovery_sheet(notebook, code, made_on=today, words=words)
    try:
        printing.write_file(options.to, pdf)
    except AlongsideError as error:
        raise CannotWriteError(
            N_(
                "The new recovery sheet could not be written to {file}, and the old one has ended. "
                "Please make room or choose another place, and make a new one."
            ),
            file=options.to,
        ) from error
    say(
        WORDS.t(
            "{file} is ready. Print it, keep it in a locked place, and remove the file. "
            "An older sheet does not work any more.",
            file=options.to,
        )
    )
    return 0


def recover(house: House, options: argparse.Namespace) -> int:
    """Set a new PIN with the recovery sheet, which stays good."""
    name = options.worker if options.worker is not None else _only_worker(house, options.notebook)
    sheet = _given(options.sheet_file, SHEET_VARIABLE)
    if sheet is None:
        sheet = ask(WORDS.t("The groups of the recovery sheet: "), _NOBODY_FOR_SHEET)
    secret, kind = _new_secret(options)
    opened = house.recover(
        options.notebook, sheet=sheet, worker_name=name, secret=secret, kind=kind
    )
    opened.close()
    say(WORDS.t("{name} can open the notebook now.", name=opened.worker.name))
    return 0


_NOBODY_FOR_SHEET = N_(
    "There is nobody to type the recovery sheet. Please use --sheet-file or ALONGSIDE_SHEET."
)
_NOBODY_FOR_NEW = N_(
    "There is nobody to type the new PIN. Please use --new-pin-file or ALONGSIDE_NEW_PIN."
)


def _add_new_pin(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--new-pin-file",
        metavar="FILE",
        type=Path,
        help=f"a file that holds the new PIN or passphrase (or the variable {NEW_PIN_VARIABLE})",
    )


def _list(house: House, notebook: "NotebookFile") -> None:
    for each in house.workers(notebook):
        say(each.name)
    if house.has_recovery_sheet(notebook):
        say(WORDS.t("There is a recovery sheet."))
    else:
        say(WORDS.t("There is no recovery sheet. The command recovery-sheet makes one."))


def _worker(house: House, notebook: "NotebookFile", name: str) -> "Worker":
    from app.store import keyring  # noqa: PLC0415 - a command loads only what it needs

    return keyring.named(house.workers(notebook), name)


def _only_worker(house: House, path: Path) -> str:
    known = house.workers_of(path)
    if len(known) != 1:
        raise NotFoundError(
            N_("Please say with --worker whose PIN is to be set. These can open it: {names}."),
            names=", ".join(each.name for each in known) or "-",
        )
    return known[0].name


def _new_secret(options: argparse.Namespace) -> tuple[str, Literal["pin", "passphrase"]]:
    secret = _given(options.new_pin_file, NEW_PIN_VARIABLE)
    if secret is None:
        secret = ask(WORDS.t("New PIN or passphrase: "), _NOBODY_FOR_NEW)
        if ask(WORDS.t("Once more: "), _NOBODY_FOR_NEW) != secret:
            raise BadSecretError(N_("The two were not the same. Please try again."))
    return secret, secret_kind(secret)


def _given(file: Path | None, variable: str) -> str | None:
    """What a file holds, else what a variable holds, else None."""
    if file is None:
        return os.environ.get(variable)
    try:
        return file.read_text("utf-8-sig").strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadSecretError(
            N_("The file {file} cannot be read. Please check its name and place."), file=file
        ) from error


def _refuse_place(to: Path) -> None:
    """Raise where nothing can be written, before the old sheet ends.

    Raises:
        CannotWriteError: something is there that is no file.
        OSError: the folder is not there or cannot be written.

    """
    if to.exists() and not to.is_file():
        raise CannotWriteError(
            N_("{file} is not a file that can be written. Please choose another name."), file=to
        )
    with tempfile.TemporaryFile(dir=to.absolute().parent):
        pass
