"""What can be done without a window: each command a function of its arguments.

Results go to standard output, and everything else to standard error, one plain line each. A
command returns only when its work is done; what went wrong is raised.
"""
# ruff: noqa: PLC0415 - a command loads only what it needs

import argparse
import datetime
import getpass
import json
import os
import sys
from pathlib import Path

from app import __version__
from app.bootstrap import SUFFIX, House
from app.model.errors import AlongsideError
from app.model.wording import N_
from app.terminal import (
    PIN_VARIABLE,
    WORDS,
    Command,
    add_command,
    add_person,
    add_reader,
    complain,
    named_person,
    open_notebook,
    read_secret,
    say,
    secret_kind,
    use_utf8,
)


def run(arguments: list[str]) -> int:
    """Carry out one command.

    Returns:
        0 if it was done, 1 if not, 2 if the command line cannot be understood.

    """
    use_utf8()
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    command: Command = options.command
    try:
        house = House.here()
        for fault in house.service.faults:
            complain(fault.said(WORDS))
        return command(house, options)
    except AlongsideError as error:
        complain(error.said(WORDS))
    except KeyboardInterrupt:
        complain(WORDS.t("Stopped."))
    except BrokenPipeError:
        # Whoever read the results has heard enough; Python must not complain at its end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        complain(
            WORDS.t(
                "That could not be done: {problem} ({file}). Please check the name and the place.",
                problem=error.strerror or type(error).__name__,
                file=error.filename or "",
            )
        )
    return 1


def parser() -> argparse.ArgumentParser:
    """The command line."""
    from app import (
        backup_commands,
        guide_commands,
        history_commands,
        interpreting_commands,
        key_commands,
        language_commands,
        picture_commands,
        print_commands,
        readback_commands,
        rights_commands,
        service_commands,
        set_commands,
        sound_commands,
        speech_commands,
        translator_commands,
        words_commands,
    )  # fmt: skip

    packaged = getattr(sys, "frozen", False)
    top = argparse.ArgumentParser(
        prog="alongside app" if packaged else "python -m app",
        description="Work with Alongside notebooks without a window.",
        epilog=(
            "The PIN or passphrase is asked for, or read from --pin-file or the variable "
            f"{PIN_VARIABLE}. PERSON is an id, or a name if only one person has it. "
            "Exit code: 0 done, 1 not done, 2 wrong usage."
        ),
    )
    top.add_argument("--version", action="version", version=f"Alongside {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    _add_first(commands)
    print_commands.add_to(commands)
    readback_commands.add_to(commands)
    set_commands.add_to(commands)
    _add_verify(commands)
    rights_commands.add_to(commands)
    history_commands.add_to(commands)
    key_commands.add_to(commands)
    backup_commands.add_to(commands)
    guide_commands.add_to(commands)
    picture_commands.add_to(commands)
    words_commands.add_to(commands)
    interpreting_commands.add_to(commands)
    language_commands.add_to(commands)
    speech_commands.add_to(commands)
    sound_commands.add_to(commands)
    translator_commands.add_to(commands)
    service_commands.add_to(commands)
    schema = commands.add_parser("plan-schema", help="print the JSON Schema of the plan file")
    schema.set_defaults(command=plan_schema)
    print_commands.add_example_to(commands)
    print_commands.add_guide_to(commands)
    return top


def _add_first(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What makes a notebook, says who is in it, and takes people in and out."""
    add_command(commands, "new", new, "make an encrypted notebook").add_argument(
        "--worker", metavar="NAME", help="who opens it with this PIN (default: your account's name)"
    )
    add_command(commands, "people", people, "say who is in a notebook").add_argument(
        "--json", action="store_true", help="as JSON, with languages and numbers of sentences"
    )
    add_command(
        commands, "import", import_, "take in a plan file, whole or not at all; print people's ids"
    ).add_argument("plan", metavar="PLAN.json", type=Path)
    about = (
        "write everything about one person, also drafts, private and hidden words, to a plan file, "
        "which is not encrypted and is for the person alone"
    )
    exported = add_command(commands, "export", export, about)
    add_person(exported, "PLAN.json")
    add_reader(exported, "whose copy it is; nobody but the person can have one")


def _add_verify(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    whole = add_command(commands, "verify", verify, "check that a notebook is whole")
    whole.add_argument(
        "--trace",
        metavar="TEXT",
        action="append",
        default=[],
        help="say whether words or an id stand anywhere in the file, also in its empty places",
    )


def new(house: House, options: argparse.Namespace) -> int:
    """Make a notebook; whatever is there already stays."""
    from app.usecases import printing

    printing.refuse_ending_of_others(options.notebook, SUFFIX)
    secret = read_secret(options, twice=True)
    worker = options.worker if options.worker is not None else _account_name()
    made = house.create_notebook(
        options.notebook,
        worker_name=worker,
        secret=secret,
        kind=secret_kind(secret),
    )
    made.close()
    say(
        WORDS.t(
            "{notebook} is ready. Keep the file {keys} beside it.",
            notebook=options.notebook,
            keys=f"{options.notebook.name}.keys",
        )
    )
    return 0


def people(house: House, options: argparse.Namespace) -> int:
    """Say who is in a notebook, one a line; to an advocate, whom they speak up with."""
    from app.usecases import advocate_keys, plans
    from app.usecases import people as circle

    today = datetime.date.today()  # noqa: DTZ011 - the day where the laptop is
    found = []
    with open_notebook(house, options, to_read=True, for_advocates=True) as notebook:
        theirs = advocate_keys.people_for(notebook, worker=notebook.worker.id)
        for each in circle.everyone(notebook) if theirs is None else theirs:
            plan = plans.plan(notebook, person=each.id, sections=house.sections, today=today)
            kept = sum(line.statement.body.kept for line in plan.lines)
            found.append(
                {
                    "id": each.id,
                    "name": each.body.preferred_name,
                    "languages": [language.code for language in each.body.languages],
                    "kept": kept,
                    "draft": len(plan.lines) - kept,
                }
            )
    if options.json:
        say(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        say("{id}  {name}  ({kept} kept, {draft} draft)".format(**one))
    return 0


def import_(house: House, options: argparse.Namespace) -> int:
    """Take in a plan file and print the ids of its people, one a line."""
    from app.usecases import planfile

    data = planfile.read_file(options.plan)
    with open_notebook(house, options) as notebook:
        change = planfile.import_plan(notebook, data=data, sections=house.sections)
    for each in change.touched:
        if each.kind == "person":
            say(each.record)
    return 0


def export(house: House, options: argparse.Namespace) -> int:
    """Write one person's plan to a plan file."""
    from app.usecases import planfile, printing

    with open_notebook(house, options, to_read=True) as notebook:
        person = named_person(notebook, options.person)
        printing.refuse_other_readers(notebook, person, for_whom=options.reader)
        now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        data = planfile.export_plan(notebook, person=person.id, at=now)
        printing.write_file(options.to, data)
        planfile.note_export(notebook, person=person.id)
    return 0


def verify(house: House, options: argparse.Namespace) -> int:
    """Check every page and every record of a notebook, and look for traces if asked."""
    whole = not options.trace
    with open_notebook(house, options, to_read=True, for_advocates=whole) as notebook:
        problems = notebook.check()
        looked = [(text, notebook.look_for(text)) for text in options.trace]
    for problem in problems:
        complain(WORDS.t(problem))
    if not problems:
        say(WORDS.t("{notebook} is whole.", notebook=options.notebook))
    for text, found in looked:
        if found.pieces:
            complain(WORDS.t('"{text}" stands in this notebook.', text=text))
        else:
            none = N_('No trace of "{text}" in all {pages} pages, also not in the empty ones.')
            say(WORDS.t(none, text=text, pages=found.pages))
    return 1 if problems or any(found.pieces for _, found in looked) else 0


def plan_schema(house: House, options: argparse.Namespace) -> int:  # noqa: ARG001
    """Print the JSON Schema of the plan file."""
    from app.model.planschema import plan_file_schema

    say(json.dumps(plan_file_schema(), ensure_ascii=False, indent=2))
    return 0


def _account_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return WORDS.t("Keyworker")
