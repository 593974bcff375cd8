"""Printing from the command line: a person's own copy, one for a reader, and the examples."""
# ruff: noqa: PLC0415 - a command loads only what it needs

import argparse
import contextlib
import dataclasses
import datetime
import tempfile
import threading
import typing
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import House
from app.model.documents import document, documents
from app.model.documents.kind import DocumentKind, PaperSize
from app.model.errors import NotAllowedError, NotFoundError
from app.model.help import HELP_IN_ENGLISH, GuideName
from app.model.ids import RecordId
from app.model.person import Person
from app.model.print_order import Giving, PrintOrder
from app.model.record import Record
from app.model.sharing import How, Purpose
from app.model.translation_told import not_translated
from app.model.wording import N_, SourceWording, Wording
from app.terminal import (
    WORDS,
    add_command,
    add_language,
    add_reader,
    complain,
    named_person,
    open_notebook,
    say,
    wording,
)
from app.words_commands import language

if TYPE_CHECKING:
    from app.model.home_questions import HomeQuestions
    from app.model.sharing_rules import Asked
    from app.paper.press import Printed
    from app.store.notebook import NotebookFile
    from app.words.easyread.labelling import ReaderCheck

_SHEET = "recovery-sheet"
"""The printout that is about no person, and so is made in another way: a command is called so."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that prints."""
    made = add_command(
        commands,
        "print",
        print_,
        "print a person's own copy, or for a reader what the person shares with them",
    )
    made.add_argument("person", metavar="PERSON", nargs="?", default="")
    made.add_argument(
        "--to", metavar="OUT", type=Path, required=True, help="replaced if it is there"
    )
    made.add_argument("--list", action=_List, nargs=0, help="what can be printed, a line each")
    made.add_argument(
        "--as", dest="kind", metavar="DOC", type=_kind, required=True, help="what to print"
    )
    made.add_argument(
        "--about",
        metavar="ID",
        default="",
        help="which board or talk (the last one if left out), or GUIDE:QUESTION,QUESTION "
        "(left out, choice-page says which there are)",
    )
    made.add_argument("--paper", choices=typing.get_args(PaperSize), help="the size of the sheet")
    made.add_argument(
        "--second-lang",
        metavar="TAG",
        default="",
        help="another language in which the sentences stand below",
    )
    add_reader(made, "whose copy it is (the person's)")
    add_purpose(made)
    made.add_argument(
        "--own-copy-declined",
        action="store_true",
        help="the person was offered their own copy just now, and did not want one",
    )
    made.add_argument(
        "--checked-with",
        metavar="NAME",
        default="",
        help="somebody who uses easy read and read this booklet today (the person's own copy)",
    )
    add_language(made)


class _List(argparse.Action):
    """Says what can be printed, and that is all, like the help does."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        for kind in documents():
            say(_listed(kind.spelt, ", ".join(kind.papers), kind.line))
        say(_listed(_SHEET, "A4", f"opens the notebook without a PIN; made by: {_SHEET}"))
        parser.exit()


def _listed(name: str, papers: str, line: str) -> str:
    return f"{name:18} {papers:31} {line}"


def _kind(named: str) -> DocumentKind:
    if named.replace("_", "-") == _SHEET:
        raise argparse.ArgumentTypeError(
            WORDS.t(
                "The recovery sheet is made by a command of its own: {command}.", command=_SHEET
            )
        )
    try:
        return document(named)
    except NotFoundError as error:
        raise argparse.ArgumentTypeError(error.said(WORDS)) from error


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


def add_guide_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that prints a guide to the program, for which no notebook is needed."""
    made = commands.add_parser("print-guide", help="print a picture guide to the program")
    made.add_argument("--to", metavar="OUT", type=Path, required=True)
    made.add_argument(
        "--for",
        dest="guide",
        choices=typing.get_args(GuideName),
        default="person",
        help="whose guide it is (the person's)",
    )
    add_language(made)
    made.set_defaults(command=print_guide)


def print_guide(house: House, options: argparse.Namespace) -> int:
    """Print a guide in the language in which it is written, and say which if it is another."""
    from app.usecases import printing

    printing.refuse_wrong_ending(options.to, ".pdf")
    wanted = wording(house, options.lang or SourceWording.lang)
    found = house.help_in(wanted.lang)
    if found.lang.partition("-")[0] != wanted.lang.partition("-")[0]:
        complain(wanted.t(HELP_IN_ENGLISH))
    words = house.wording(found.lang)
    printed = house.picture_guide(found, options.guide, made_on=_today(), words=words)
    printing.write_file(options.to, printed.pdf)
    _warn_of(printed)
    return 0


def print_(house: House, options: argparse.Namespace) -> int:
    """Print one document, and warn of what is not printed as it was written."""
    kind: DocumentKind = options.kind
    words = wording(house, options.lang) if options.lang else None
    asked = _questions(house, kind, options.about)
    loading = threading.Thread(target=house.warm_up_paper)  # beside the slow key derivation
    loading.start()
    try:
        notebook_opened = open_notebook(
            house, options, to_read=not (options.reader or kind.filled_in)
        )
    finally:
        loading.join()
    with notebook_opened as notebook:
        if kind.about == "home":
            words = words or wording(house, SourceWording.lang)
            order = PrintOrder(kind=kind, made_on=_today(), words=words)
            _warn_of(house.document(notebook, order, to=options.to).printed)
            return 0
        person = named_person(notebook, options.person)
        words = words or house.wording(person.body.ui.language or SourceWording.lang)
        order = _order(notebook, kind, person, words, options)
        order = dataclasses.replace(order, questions=asked)
        checked = _checked(notebook, person, options)
        made = house.document(notebook, order, to=options.to, checked=checked)
        for lang, lacking in made.untranslated().items():
            complain(not_translated(WORDS, lacking, house.language_name(lang)))
        _warn_of(made.printed)
    return 0


def _order(
    notebook: "NotebookFile",
    kind: DocumentKind,
    person: Record[Person],
    words: Wording,
    options: argparse.Namespace,
) -> PrintOrder:
    """What is asked for: the person's own copy, or what a reader may see (rule R7)."""
    from app.usecases import printing

    giving = None
    if not printing.is_the_person(notebook, person, options.reader):
        if kind.own_only:
            printing.refuse_other_readers(notebook, person, for_whom=options.reader)
        giving = Giving(
            asked=asked_for(notebook, person, options, how=_how(kind)),
            by=by_whom(notebook, person),
            own_declined=options.own_copy_declined,
        )
    return PrintOrder(
        kind=kind,
        person=person.id,
        made_on=_today(),
        words=words,
        giving=giving,
        about=_about(notebook, kind, person, options.about),
        second_lang=_second(person, options.second_lang),
        paper=options.paper,
        with_private=options.with_private,
    )


def _second(person: Record[Person], tag: str) -> str:
    """The other language of a copy, if one was asked for.

    Raises:
        BadWordsError: it is no language.
        NotAllowedError: the plan is not kept in it, so that nothing of it would be printed.

    """
    from app.usecases.translation_tables import refuse_other_languages

    if tag:
        refuse_other_languages(person.body, language(tag))
    return tag


def _how(kind: DocumentKind) -> How:
    """Text that is for a machine to read out leaves as a file, all else on paper."""
    return "paper" if kind.ending == ".pdf" else "file"


def _questions(house: House, kind: DocumentKind, named: str) -> "HomeQuestions | None":
    """The questions of a guide that a document asks, if it asks any.

    Raises:
        NotFoundError: there are none of these names.

    """
    from app.model import home_questions

    return home_questions.named(house.guides, named) if kind.about == "question" else None


def _about(
    notebook: "NotebookFile", kind: DocumentKind, person: Record[Person], named: str
) -> RecordId | None:
    """The board or the talk that a document is about: the one that is named, or the last.

    Raises:
        NotFoundError: there is none, or none of that name.

    """
    from app.usecases import documents as gathering

    if kind.about not in {"board", "talk"}:
        return None
    return gathering.latest(notebook, kind, person=person.id, named=named)


def _checked(
    notebook: "NotebookFile", person: Record[Person], options: argparse.Namespace
) -> "ReaderCheck | None":
    """Who uses easy read and read it today, as the command line says."""
    from app.usecases import reader_checks
    from app.words.easyread.labelling import ReaderCheck

    if not options.checked_with.strip():
        return None
    reader_checks.named(notebook, person=person.id, name=options.checked_with)
    return ReaderCheck(reader=options.checked_with, on=_today())


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011 - the day where the laptop is


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
        on=_today(),
        how=how,
    )


def by_whom(notebook: "NotebookFile", person: Record[Person]) -> RecordId:
    """Who gives a copy: whoever opened the notebook, as the person knows them.

    Raises:
        NotAllowedError: they have not said yet who they are to the person.

    """
    from app.usecases import people

    worker = notebook.worker
    by = people.writer(notebook, person=person.id, worker=worker.id)
    if by is None:
        raise NotAllowedError(
            people.WHO_IS_NOT_SAID,
            worker=worker.name,
            person=person.body.preferred_name,
        )
    return by


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
                made_on=_today(),
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
    if printed.left_in_plan:
        complain(
            WORDS.t(
                "Nobody has picked yet what stands on this page, so not all of it does. "
                "The talk about the one-page profile asks for it."
            )
        )
