"""The command about the settings that whoever looks after many laptops decides."""

import argparse
import json
from pathlib import Path

import msgspec

from app import service_files
from app.bootstrap import House
from app.terminal import WORDS, complain, say


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put it on the command line."""
    about = "say which settings hold on this computer, and from which file"
    made = commands.add_parser("settings", help=about, description=f"{about.capitalize()}.")
    made.add_argument("--json", action="store_true", help="as JSON, for other programs")
    made.add_argument(
        "--check", metavar="FILE", type=Path, help="only say what is wrong with a file, if anything"
    )
    made.set_defaults(command=settings)


def settings(house: House, options: argparse.Namespace) -> int:
    """Say one setting on each line, or all as JSON; not done if a file is not used."""
    if options.check is not None:
        return _check(house, options.check)
    found = house.service
    told = msgspec.to_builtins(found.settings) | {
        "notebooks_folder": str(house.notebooks_folder),
        "backup_folder": str(house.backup_folder() or ""),
    }
    where = {name: [str(file) for file in files] for name, files in found.files.items()}
    if house.backup_folder_was_chosen:
        where["backup_folder"] = ["chosen in the program"]
    if options.json:
        looked = [{"file": str(file), "there": file.is_file()} for file in house.service_files]
        faults = [fault.said(WORDS) for fault in found.faults]
        whole = {"settings": told, "from": where, "looked_for": looked, "faults": faults}
        say(json.dumps(whole, ensure_ascii=False, indent=2))
    else:
        for file in house.service_files:
            say(f"# {file} {_state(file, found)}")
        for name, value in told.items():
            say(f"{name} = {json.dumps(value, ensure_ascii=False)}  ({', '.join(where[name])})")
    return 1 if found.faults else 0


def _state(file: Path, found: service_files.Found) -> str:
    if file in found.not_used:
        return "has a mistake: nothing in it counts, but that it may make notebooks lock sooner."
    return "is there." if file.is_file() else "is not there."


def _check(house: House, file: Path) -> int:
    problems = service_files.problems(file, languages=house.catalogs.known_tags())
    for problem in problems:
        complain(problem)
    if not problems:
        say(f"{file} can be used.")
    return 1 if problems else 0
