"""The commands about translators: which there are, taking one in, taking one out."""

import argparse
import json
from pathlib import Path

from app.bootstrap import House
from app.terminal import WORDS, complain, say


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put them on the command line."""
    known = commands.add_parser(
        "translators", help="say which translators were taken in on this computer, one a line"
    )
    known.add_argument("--json", action="store_true", help="as JSON, for other programs")
    known.set_defaults(command=translators)
    add = commands.add_parser(
        "add-translator", help="take a translator in, whole or not at all, and try it once"
    )
    add.add_argument("file", metavar="FILE.argosmodel", type=Path)
    add.add_argument(
        "--replace", action="store_true", help="put it in the place of one of the same languages"
    )
    add.set_defaults(command=add_translator)
    remove = commands.add_parser("remove-translator", help="take a translator out")
    remove.add_argument("name", metavar="NAME", help="as the command translators says it: en_cy")
    remove.set_defaults(command=remove_translator)


def translators(house: House, options: argparse.Namespace) -> int:
    """Say which there are; where none of them can work, what is missing is said beside."""
    from app.translate import shelf  # noqa: PLC0415 - a command loads only what it needs

    found = house.translators.translators()
    if options.json:
        about = [
            {
                "name": each.details.id,
                "from": each.details.source,
                "to": each.details.target,
                "title": each.details.name,
                "version": each.details.version,
                "sha256": each.details.sha256,
            }
            for each in found
        ]
        say(json.dumps(about, ensure_ascii=False, indent=2))
    for each in () if options.json else found:
        say(f"{each.details.id}  {each.details.made_with}")
    missing = shelf.missing()
    if missing:
        complain(WORDS.t(missing))
    elif not found:
        complain(WORDS.t("No translator was taken in yet. The command add-translator does so."))
    return 0


def add_translator(house: House, options: argparse.Namespace) -> int:
    """Take a translator in; what it writes stays unchecked until a person checks it."""
    added = house.translators.add(options.file, replace=options.replace)
    say(
        WORDS.t(
            "{name} is there as {id}. What it writes is marked as not checked.",
            name=added.details.name,
            id=added.details.id,
        )
    )
    return 0


def remove_translator(house: House, options: argparse.Namespace) -> int:
    """Take a translator out."""
    house.translators.remove(options.name)
    say(WORDS.t("{id} was taken out. What it translated stays where it is.", id=options.name))
    return 0
