"""The command that writes a person's plan, or a section of it, as sound."""
# ruff: noqa: PLC0415 - a command loads only what it needs

import argparse
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import House
from app.model.wording import SourceWording
from app.print_commands import add_purpose, asked_for, by_whom
from app.soundroom import SoundMade, SoundWanted
from app.speech_commands import rate_given
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

if TYPE_CHECKING:
    from app.model.person import Person
    from app.model.record import Record
    from app.model.wording import Wording
    from app.store.notebook import NotebookFile


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that reads a plan into sound files."""
    made = add_command(
        commands,
        "read",
        read,
        "write a person's plan as sound, to be heard anywhere; the files are not encrypted",
    )
    made.add_argument("person", metavar="PERSON")
    made.add_argument(
        "--to",
        metavar="DIR",
        type=Path,
        required=True,
        help="the folder for the files, made if it is not there; one with sound in it is refused",
    )
    made.add_argument(
        "--section", metavar="S", default="", help="only this section (the whole plan)"
    )
    add_reader(made, "whose copy it is (the person's)")
    add_purpose(made)
    made.add_argument(
        "--format",
        dest="form",
        choices=("wav", "mp3", "ogg"),
        default="wav",
        help="wav: a file for each section; mp3 or ogg (Opus): one file with chapters (wav)",
    )
    made.add_argument("--voice", metavar="KEY", help="a voice as the command voices lists it")
    made.add_argument(
        "--rate", type=rate_given, help="0.6 (slower) to 1.2 (faster); the person's own if left out"
    )
    add_language(made)


def read(house: House, options: argparse.Namespace) -> int:
    """Write the files, say where they are, and name what could not be said."""
    words = wording(house, options.lang) if options.lang else None
    with open_notebook(house, options) as notebook:
        person = named_person(notebook, options.person)
        words = words or house.wording(person.body.ui.language or SourceWording.lang)
        made = _made(house, notebook, person, words, options)
    for file in made.files:
        say(str(file))
    if made.frame_lang.split("-")[0] != words.lang.split("-")[0]:
        complain(WORDS.t("No voice speaks “{lang}”: titles are said in English.", lang=words.lang))
    if made.unsaid:
        complain(WORDS.t("These could not be said:"))
    for each in made.unsaid:
        complain(f"{each.lang}: {each.text}")
    return 0


def _made(
    house: House,
    notebook: "NotebookFile",
    person: "Record[Person]",
    words: "Wording",
    options: argparse.Namespace,
) -> SoundMade:
    from app.usecases import printing

    wanted = SoundWanted(
        folder=options.to,
        form=options.form,
        section=options.section,
        rate=options.rate,
        voice=options.voice or "",
    )
    if printing.is_the_person(notebook, person, options.reader):
        return house.plan_sound(
            notebook,
            person=person.id,
            copy_for=options.reader,
            made_on=datetime.date.today(),  # noqa: DTZ011 - the day where the laptop is
            words=words,
            wanted=wanted,
            with_private=options.with_private,
        )
    return house.share_plan_sound(
        notebook,
        person=person.id,
        asked=asked_for(notebook, person, options, how="file"),
        by=by_whom(notebook, person),
        words=words,
        wanted=wanted,
    )
