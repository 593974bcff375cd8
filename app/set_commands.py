"""The command that takes in picture sets of other programs."""
# ruff: noqa: PLC0415 - a command loads only what it needs

import argparse
import sys
from pathlib import Path

from app.bootstrap import House
from app.terminal import WORDS, add_command, complain, open_notebook, say


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put it on the command line."""
    about = (
        "take in a set of pictures: a zip or folder, boards (.obz, .obf), ARASAAC with its JSON, or"
        " one picture; stopped, the same command goes on from there"
    )
    made = add_command(commands, "import-pictures", import_pictures, about)
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--licence", metavar="TEXT", default="", help="if the file does not say it")
    made.add_argument("--author", metavar="NAME", default="", help="if the file does not say it")
    made.add_argument(
        "--no-people", action="store_true", help="there are no people in pictures that say nothing"
    )
    made.add_argument(
        "--lang", metavar="TAG", default="", help="language of the names, if the file does not say"
    )


def import_pictures(house: House, options: argparse.Namespace) -> int:
    """Take in a set, and report what came of it; 1 if nothing of it can be used."""
    from app.usecases import picture_sets

    looked = picture_sets.look_into(options.file)  # refused before a PIN is asked for
    if not looked.usable:
        for line in picture_sets.report_useless(looked.left_out, WORDS):
            complain(line)
        return 1
    with open_notebook(house, options) as notebook:
        imported = picture_sets.import_set(
            notebook,
            path=options.file,
            lang=options.lang,
            licence=options.licence,
            author=options.author,
            no_people=options.no_people,
            progress=_tell if sys.stderr.isatty() else lambda _done, _of: None,
        )
    for line in picture_sets.report(imported, WORDS):
        say(line)
    return 0 if imported.added or imported.already else 1


def _tell(done: int, of: int) -> None:
    """Count on the line where one waits."""
    if done and (done % 50 == 0 or done == of):
        sys.stderr.write(f"\r{done} / {of}" + ("\n" if done == of else ""))
        sys.stderr.flush()
