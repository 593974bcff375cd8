"""The command that takes translations in as a table, and writes the table to be filled."""
# ruff: noqa: PLC0415 - a command loads only what it needs

import argparse
import datetime
import typing
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import House
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.translation import Method
from app.model.wording import N_
from app.terminal import WORDS, add_command, add_reader, complain, named_person, open_notebook, say
from app.words_commands import language

if TYPE_CHECKING:
    from app.model.translation_table import Form
    from app.store.notebook import NotebookFile
    from app.usecases.translated import InLanguage

_HOW = (
    "The columns are code and version (or original), translation, who, method and "
    "back_translation. The method is one of these: {methods}. The file is CSV, TSV or JSON, by "
    "its name. What is taken in is a draft until the person says yes to it. If one row is wrong, "
    "nothing is taken in, and each wrong row is named by its line."
)

_OTHERWISE = N_(
    "These words stand there already with the method “{method}”. Nothing was changed there."
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put it on the command line."""
    about = "take in the translations of a table, or write the table to be filled"
    made = add_command(commands, "translate", translate, about)
    methods = ", ".join(typing.get_args(Method))
    made.description = f"{made.description} {_HOW.format(methods=methods)}"
    made.add_argument("person", metavar="PERSON")
    made.add_argument("--lang", metavar="TAG", required=True, help="language of the translations")
    way = made.add_mutually_exclusive_group(required=True)
    way.add_argument("--from", dest="taken", metavar="FILE", type=Path, help="take this table in")
    way.add_argument(
        "--to",
        metavar="FILE",
        type=Path,
        help="write the table there, to be filled; replaced if it is there. In each row that you "
        f"fill, write your name under who, and under method one of these: {methods}",
    )
    add_reader(made, "whose table it is (the person's); for others, only what they may see")


def translate(house: House, options: argparse.Namespace) -> int:
    """Take a table in, or write one."""
    from app.model import translation_table

    lang = language(options.lang)
    form = translation_table.form_of((options.taken or options.to).name)
    if options.taken is None:
        return _write(house, options, lang, form)
    if options.reader:
        raise NotAllowedError(N_("--for is for writing a table. Please leave it out."))
    return _take_in(house, options, lang, form)


def _take_in(house: House, options: argparse.Namespace, lang: str, form: "Form") -> int:
    from app.model import translation_table
    from app.usecases import translation_tables

    rows = translation_table.read(translation_tables.read_file(options.taken), form)
    with open_notebook(house, options) as notebook:
        person = named_person(notebook, options.person)
        by = _writer(notebook, person)
        taken = translation_tables.take_in(
            notebook, person=person.id, lang=lang, rows=rows, by=by, guarding=house.guard
        )
    for fault in taken.faults:
        complain(f"{options.taken}:{fault.line}: {fault.problem.said(WORDS)}")
    for each in taken.otherwise:
        told = WORDS.t(_OTHERWISE, method=each.method)
        complain(f"{options.taken}:{each.line}: {told}")
    if taken.change is None:
        return 1
    say(WORDS.tn("{n} translation was taken in.", "{n} translations were taken in.", taken.added))
    if taken.known:
        say(WORDS.tn("{n} stood there already.", "{n} stood there already.", taken.known))
    if taken.empty:
        say(WORDS.tn("{n} row is still empty.", "{n} rows are still empty.", taken.empty))
    return 0


def _write(house: House, options: argparse.Namespace, lang: str, form: "Form") -> int:
    from app.model import translation_table
    from app.usecases import planfile, printing, translated, translation_tables

    with open_notebook(house, options, to_read=not options.reader) as notebook:
        person = named_person(notebook, options.person)
        translation_tables.refuse_other_languages(person.body, lang)
        plan = translated.in_language(notebook, person=person.id, lang=lang)
        if not printing.is_the_person(notebook, person, options.reader):
            _give(house, notebook, plan, options, form)
            return 0
        rows = translation_tables.to_fill(plan)
        printing.write_file(options.to, translation_table.write(rows, form))
        planfile.note_export(notebook, person=person.id)
    return 0


def _give(
    house: House,
    notebook: "NotebookFile",
    plan: "InLanguage",
    options: argparse.Namespace,
    form: "Form",
) -> None:
    """A table with what somebody else may see as a file; it is written down (rule R7)."""
    from app.model import translation_table
    from app.model.sharing_rules import Asked
    from app.usecases import handing_over, printing, sharing, translation_tables

    person = plan.person
    found = sharing.sharing(notebook, person=person.id)
    reader = sharing.reader_named(found, options.reader)
    by = _writer(notebook, person)
    asked = Asked(
        reader=reader,
        purpose=sharing.usual_purpose(reader.role),
        on=datetime.date.today(),  # noqa: DTZ011 - the day where the laptop is
        how="file",
        document="plan_file",
    )
    shared = handing_over.allowed(
        notebook, person=person.id, asked=asked, sections=house.sections, guides=house.guides
    )
    seen = frozenset(line.statement.id for line in shared.plan.lines)
    data = translation_table.write(translation_tables.to_fill(plan, only=seen), form)
    handing_over.give(
        notebook, shared=shared, asked=asked, by=by,
        put=lambda: printing.write_file(options.to, data),
    )  # fmt: skip


def _writer(notebook: "NotebookFile", person: Record[Person]) -> RecordId:
    """Who writes for the person when this worker has the notebook open."""
    from app.usecases import people

    worker = notebook.worker
    by = people.writer(notebook, person=person.id, worker=worker.id, example=notebook.example)
    if by is None:
        raise NotAllowedError(
            people.WHO_IS_NOT_SAID,
            worker=worker.name,
            person=person.body.preferred_name,
        )
    return by
