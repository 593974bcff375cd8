"""Printing from the command line: a person's own copy, one for a reader, and the examples."""
# ruff: noqa: PLC0415 - a command loads only what it needs

import argparse
import contextlib
import datetime
import tempfile
import threading
import typing
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import House
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.sharing import How, Purpose
from app.model.wording import N_, SourceWording, Wording
from app.terminal import (
    WORDS,
    add_command,
    add_language,
    add_person,
    add_reader,
    complain,
    named_person,
    open_notebook,
    say,
    wording,
)

if TYPE_CHECKING:
    from app.model.sharing_rules import Asked
    from app.paper.press import Printed
    from app.store.notebook import NotebookFile


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that prints."""
    made = add_command(
        commands,
        "print",
        print_,
        "print a person's own copy as PDF, or for a reader what the person shares with them",
    )
    add_person(made, "OUT.pdf")
    made.add_argument("--as", dest="form", choices=[*_PRINTS], required=True, help="what to print")
    add_reader(made, "whose copy it is (the person's)")
    add_purpose(made)
    made.add_argument(
        "--checked-with",
        metavar="NAME",
        default="",
        help="somebody who uses easy read and read this booklet today (the person's own copy)",
    )
    add_language(made)


def add_purpose(made: argparse.ArgumentParser) -> None:
    """Let a command be told what a copy is for, and whether what is private goes with it."""
    made.add_argument(
        "--purpose",
        choices=typing.get_args(Purpose),
        default="",
        help="what somebody else's copy is for (what their role usually has it for)",
    )
    made.add_argument(
        "--with-private", action="store_true", help="also what is for the person alone"
    )


def add_example_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that prints the examples."""
    made = commands.add_parser("show-example", help="print the booklets of both example people")
    made.add_argument("--to", metavar="DIR", type=Path, required=True)
    add_language(made)
    made.set_defaults(command=show_example)


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
    from app.usecases import printing, reader_checks
    from app.words.easyread.labelling import ReaderCheck

    if not printing.is_the_person(person, options.reader):
        return _for_somebody_else(house, notebook, person, words, options)
    today = datetime.date.today()  # noqa: DTZ011 - the day where the laptop is
    checked = None
    if options.checked_with.strip():
        reader_checks.named(notebook, person=person.id, name=options.checked_with)
        checked = ReaderCheck(reader=options.checked_with, on=today)
    return house.booklet(
        notebook,
        person=person.id,
        copy_for=options.reader,
        made_on=today,
        words=words,
        with_private=options.with_private,
        checked=checked,
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
    asked = asked_for(notebook, person, options, how="paper")
    by = by_whom(notebook, person)
    return house.share_booklet(
        notebook, person=person.id, asked=asked, by=by, to=options.to, words=words
    )


def asked_for(
    notebook: "NotebookFile", person: Record[Person], options: argparse.Namespace, *, how: How
) -> "Asked":
    """For whom a copy is and what for, as the command line says.

    Raises:
        NotAllowedError: what is private was asked for too, or nobody of that name may be asked.
        NotFoundError: several are called so.

    """
    from app.model.sharing_rules import Asked
    from app.usecases import sharing

    if options.with_private:
        raise NotAllowedError(
            N_("What is private is for {person} alone, so no copy was made for {name}."),
            person=person.body.preferred_name,
            name=options.reader,
        )
    found = sharing.sharing(notebook, person=person.id)
    reader = sharing.reader_named(found, options.reader)
    return Asked(
        reader=reader,
        purpose=options.purpose or sharing.usual_purpose(reader.role),
        on=datetime.date.today(),  # noqa: DTZ011 - the day where the laptop is
        how=how,
    )


def by_whom(notebook: "NotebookFile", person: Record[Person]) -> RecordId:
    """Who gives a copy: whoever opened the notebook, as the person knows them.

    Raises:
        NotAllowedError: they are nobody to the person yet.

    """
    from app.usecases import people

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
    return by


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
