"""What can be done without a window: each command a function of its arguments.

Results go to standard output, and everything else to standard error, one plain line each. A
command returns only when its work is done; what went wrong is raised.
"""
# ruff: noqa: PLC0415 - a command loads only what it needs

import argparse
import contextlib
import datetime
import getpass
import json
import os
import sys
import tempfile
import threading
import typing
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import House
from app.model.errors import AlongsideError, NotAllowedError
from app.model.person import Person
from app.model.record import Record
from app.model.sharing import Purpose
from app.model.wording import N_, SourceWording, Wording
from app.terminal import (
    PIN_VARIABLE,
    WORDS,
    Command,
    add_command,
    add_language,
    complain,
    named_person,
    open_notebook,
    read_secret,
    say,
    use_utf8,
    wording,
)

if TYPE_CHECKING:
    from app.paper.press import Printed
    from app.store.notebook import NotebookFile


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
        return command(House.here(), options)
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
    from app import backup_commands, guide_commands, history_commands, key_commands, rights_commands

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
    commands = top.add_subparsers(metavar="COMMAND", required=True)
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
    _add_person(exported, "PLAN.json")
    _add_reader(exported, "whose copy it is; nobody but the person can have one")
    _add_print(
        add_command(
            commands,
            "print",
            print_,
            "print a person's own copy as PDF, or for a reader what the person shares with them",
        )
    )
    whole = add_command(commands, "verify", verify, "check that a notebook is whole")
    whole.add_argument(
        "--trace",
        metavar="TEXT",
        action="append",
        default=[],
        help="say whether words or an id stand anywhere in the file, also in its empty places",
    )
    rights_commands.add_to(commands)
    history_commands.add_to(commands)
    key_commands.add_to(commands)
    backup_commands.add_to(commands)
    guide_commands.add_to(commands)
    schema = commands.add_parser("plan-schema", help="print the JSON Schema of the plan file")
    schema.set_defaults(command=plan_schema)
    show = commands.add_parser("show-example", help="print the booklets of both example people")
    show.add_argument("--to", metavar="DIR", type=Path, required=True)
    add_language(show)
    show.set_defaults(command=show_example)
    return top


def new(house: House, options: argparse.Namespace) -> int:
    """Make a notebook; whatever is there already stays."""
    secret = read_secret(options, twice=True)
    worker = options.worker if options.worker is not None else _account_name()
    made = house.create_notebook(
        options.notebook,
        worker_name=worker,
        secret=secret,
        kind="pin" if secret.strip().isdecimal() else "passphrase",
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
    from app.usecases import advocates, plans
    from app.usecases import people as circle

    today = datetime.date.today()  # noqa: DTZ011 - the day where the laptop is
    found = []
    with open_notebook(house, options, to_read=True, for_advocates=True) as notebook:
        theirs = advocates.people_for(notebook, worker=notebook.worker.id)
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
        printing.refuse_other_readers(person, for_whom=options.reader)
        now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        data = planfile.export_plan(notebook, person=person.id, at=now)
        printing.write_file(options.to, data)
        planfile.note_export(notebook, person=person.id)
    return 0


def print_(house: House, options: argparse.Namespace) -> int:
    """Print one of a person's documents, and warn of what is not printed as it was written."""
    words = wording(house, options.lang) if options.lang else None
    loading = threading.Thread(target=house.warm_up_paper)  # beside the slow key derivation
    loading.start()
    try:
        notebook_opened = open_notebook(house, options, to_read=not options.reader)
    finally:
        loading.join()
    with notebook_opened as notebook:
        person = named_person(notebook, options.person)
        words = words or house.wording(person.body.ui.language or SourceWording.lang)
        printed = _PRINTS[options.form](house, notebook, person, words, options)
    _warn_of(printed)
    return 0


def _booklet(
    house: House,
    notebook: "NotebookFile",
    person: Record[Person],
    words: Wording,
    options: argparse.Namespace,
) -> "Printed":
    from app.usecases import printing

    if not printing.is_the_person(person, options.reader):
        return _for_somebody_else(house, notebook, person, words, options)
    return house.booklet(
        notebook,
        person=person.id,
        copy_for=options.reader,
        made_on=datetime.date.today(),  # noqa: DTZ011 - the day where the laptop is
        words=words,
        with_private=options.with_private,
        to=options.to,
    )


def _for_somebody_else(
    house: House,
    notebook: "NotebookFile",
    person: Record[Person],
    words: Wording,
    options: argparse.Namespace,
) -> "Printed":
    """A booklet with what this reader may see; that it was given is written down (rule R7)."""
    from app.model.sharing_rules import Asked
    from app.usecases import people, sharing

    if options.with_private:
        raise NotAllowedError(
            N_("What is private is for {person} alone, so no copy was made for {name}."),
            person=person.body.preferred_name,
            name=options.reader,
        )
    found = sharing.sharing(notebook, person=person.id)
    reader = sharing.reader_named(found, options.reader)
    worker = notebook.worker
    by = people.writer(notebook, person=person.id, worker=worker.id)
    if by is None:
        raise NotAllowedError(
            N_(
                "{worker} is nobody to {person} yet, so nothing was given. Please open the "
                "notebook in the window, and say who you are to {person}."
            ),
            worker=worker.name,
            person=person.body.preferred_name,
        )
    asked = Asked(
        reader=reader,
        purpose=options.purpose or sharing.usual_purpose(reader.role),
        on=datetime.date.today(),  # noqa: DTZ011 - the day where the laptop is
        how="paper",
    )
    return house.share_booklet(
        notebook, person=person.id, asked=asked, by=by, to=options.to, words=words
    )


def _about_me(
    house: House,
    notebook: "NotebookFile",
    person: Record[Person],
    words: Wording,
    options: argparse.Namespace,
) -> "Printed":
    from app.usecases import printing

    printing.refuse_other_readers(person, for_whom=options.reader)
    today = datetime.date.today()  # noqa: DTZ011 - the day where the laptop is
    return house.about_me(notebook, person=person.id, made_on=today, words=words, to=options.to)


_PRINTS = {"booklet": _booklet, "about-me": _about_me}


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


def show_example(house: House, options: argparse.Namespace) -> int:
    """Print both example people's booklets and say where, keeping no notebook."""
    from app.usecases import people as circle

    words = wording(house, options.lang or SourceWording.lang)
    house.make_folder(options.to)
    with (
        tempfile.TemporaryDirectory(prefix="alongside-") as folder,
        contextlib.closing(house.example_notebook(Path(folder))) as notebook,
    ):
        for each in circle.everyone(notebook):
            to = options.to / f"{each.body.preferred_name.casefold()}.pdf"
            printed = house.booklet(
                notebook,
                person=each.id,
                copy_for="",
                made_on=datetime.date.today(),  # noqa: DTZ011 - the day where the laptop is
                words=words,
                to=to,
            )
            _warn_of(printed)
            say(str(to))
    return 0


def _add_person(made: argparse.ArgumentParser, to: str) -> None:
    made.add_argument("person", metavar="PERSON")
    made.add_argument("--to", metavar=to, type=Path, required=True, help="replaced if it is there")


def _add_print(made: argparse.ArgumentParser) -> None:
    _add_person(made, "OUT.pdf")
    made.add_argument("--as", dest="form", choices=[*_PRINTS], required=True, help="what to print")
    _add_reader(made, "whose copy it is (the person's)")
    made.add_argument(
        "--purpose",
        choices=typing.get_args(Purpose),
        default="",
        help="what somebody else's copy is for (what their role usually has it for)",
    )
    made.add_argument(
        "--with-private", action="store_true", help="also what is for the person alone"
    )
    add_language(made)


def _add_reader(made: argparse.ArgumentParser, about: str) -> None:
    made.add_argument("--for", dest="reader", metavar="NAME", default="", help=about)


def _account_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return WORDS.t("Keyworker")


def _warn_of(printed: "Printed") -> None:
    for missing in printed.missing:
        complain(
            WORDS.t(
                'No font has {signs} (in "{sentence}").',
                signs=" ".join(f"U+{ord(sign):04X}" for part in missing.signs for sign in part),
                sentence=missing.sentence[:60],
            )
        )
    for ref in printed.left_out_pictures:
        complain(WORDS.t("The picture {picture} was left out: it cannot be drawn.", picture=ref))
