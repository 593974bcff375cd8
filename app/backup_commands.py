"""The commands that make a backup, and a notebook of a backup."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from app.bootstrap import SUFFIX, House
from app.model.errors import BadSecretError
from app.model.wording import N_
from app.terminal import WORDS, add_command, open_notebook, read_secret, say
from app.usecases import printing


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put them on the command line."""
    made = add_command(
        commands, "backup", backup, "make an encrypted backup, read it back, and say its name"
    )
    made.add_argument(
        "--to", metavar="FOLDER", type=Path, required=True, help="where to, for example a stick"
    )
    made.add_argument(
        "--keep-all",
        action="store_true",
        help="remove none (else the last of 7 days, 8 weeks and 12 months stay)",
    )
    about = "make a new notebook of a backup, with the PINs, passphrases and sheet of that day"
    again = commands.add_parser(
        "restore", help=about, description=f"{about[0].upper()}{about[1:]}."
    )
    again.add_argument("backup", metavar="BACKUP", type=Path)
    again.add_argument("--to", metavar="NEW.alongside", type=Path, required=True)
    how = again.add_mutually_exclusive_group()
    how.add_argument("--pin-file", metavar="FILE", type=Path, help="a file that holds the PIN")
    how.add_argument(
        "--sheet-file", metavar="FILE", type=Path, help="or one with what the recovery sheet says"
    )
    again.set_defaults(command=restore)


def backup(house: House, options: argparse.Namespace) -> int:
    """Make a backup and say where it is; it works while a window has the notebook open, too."""
    with open_notebook(house, options, to_read=True) as notebook:
        made = house.backup(notebook, options.to, keep_all=options.keep_all, progress=_progress())
    say(str(made.file))
    return 0


def restore(house: House, options: argparse.Namespace) -> int:
    """Make a notebook of a backup; whatever is there already stays."""
    printing.refuse_ending_of_others(options.to, SUFFIX)
    if options.sheet_file is None:
        given = {"secret": read_secret(options)}
    else:
        given = {"sheet": _sheet(options.sheet_file)}
    house.restore(options.backup, options.to, progress=_progress(), **given).close()
    say(
        WORDS.t(
            "{notebook} is ready. Keep the file {keys} beside it.",
            notebook=options.to,
            keys=f"{options.to.name}.keys",
        )
    )
    return 0


def _sheet(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSecretError(
            N_("The file {file} cannot be read. Please check its name and place."), file=file
        ) from error


def _progress() -> Callable[[int, int], None]:
    """Shows how far it is on a terminal, in place; nothing elsewhere."""
    shown = -1

    def show(done: int, of: int) -> None:
        nonlocal shown
        percent = 100 * done // max(of, 1)
        if percent == shown or not sys.stderr.isatty():
            return
        shown = percent
        line = WORDS.t("{percent} % done", percent=percent)
        sys.stderr.write(f"\r{line}" + ("\n" if percent >= 100 else ""))
        sys.stderr.flush()

    return show
