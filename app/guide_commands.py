"""The commands about guides: checking them, adding one of one's own, saying which there are."""

import argparse
import sys
from pathlib import Path

from app.bootstrap import House
from app.model.guide_file import Fault
from app.terminal import WORDS, complain, say


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put them on the command line."""
    check = commands.add_parser(
        "guide-check", help="say everything that is wrong with guides, each with its line"
    )
    check.add_argument("file", metavar="FILE", type=Path, nargs="+")
    check.set_defaults(command=guide_check)
    add = commands.add_parser("guide-add", help="check a guide, and offer it from now on")
    add.add_argument("file", metavar="FILE", type=Path)
    add.add_argument(
        "--replace", action="store_true", help="put it in the place of one of the same name"
    )
    add.set_defaults(command=guide_add)
    known = commands.add_parser("guides", help="say which guides there are, one a line")
    known.set_defaults(command=guides)


def guide_check(house: House, options: argparse.Namespace) -> int:
    """Check guides; how many moments each has is said of those in which nothing is wrong."""
    wrong = False
    for path in options.file:
        checked = house.own_guides.check(path)
        _tell(checked.faults, path)
        _tell(checked.advice, path, mild=True)
        if checked.guide is None:
            wrong = True
            continue
        count = len(checked.guide.moments)
        say(
            WORDS.tn(
                "{file}: all is well. {n} moment.",
                "{file}: all is well. {n} moments.",
                count,
                file=path,
            )
        )
    return 1 if wrong else 0


def guide_add(house: House, options: argparse.Namespace) -> int:
    """Add a guide to those of this computer, if nothing is wrong with it."""
    checked = house.own_guides.check(options.file)
    _tell(checked.faults, options.file)
    _tell(checked.advice, options.file, mild=True)
    if checked.guide is None:
        return 1
    house.make_folder(house.own_guides.folder)
    to = house.own_guides.add(checked, replace=options.replace)
    say(
        WORDS.t(
            "{title} can be chosen from now on. It is kept in {file}.",
            title=checked.guide.title,
            file=to,
        )
    )
    return 0


def guides(house: House, options: argparse.Namespace) -> int:  # noqa: ARG001
    """Say which guides there are; those that are wrong are left out, and it is said why."""
    own = house.own_guides.guides
    for guide in sorted(house.guides.values(), key=lambda each: (each.id in own, each.place)):
        whose = WORDS.t("your own") if guide.id in own else WORDS.t("of the program")
        say(f"{guide.id}  {guide.title}  ({whose})")
    for fault in house.guide_faults:
        complain(_line(fault, str(house.own_guides.folder / fault.file)))
    return 0


def _tell(faults: tuple[Fault, ...], path: Path, *, mild: bool = False) -> None:
    for fault in faults:
        file = str(path) if fault.file == path.name else fault.file
        complain(_line(fault, file, mild=mild))
    sys.stderr.flush()


def _line(fault: Fault, file: str, *, mild: bool = False) -> str:
    at = f"{file}:{fault.line}" if fault.line else file
    note = WORDS.t("better: ") if mild else ""
    return f"{at}: {note}{fault.words}"
