"""The commands about a person's rights over what is written about them: erasing it."""

import argparse
import datetime
import sys
from pathlib import Path

from app.bootstrap import House
from app.model.errors import NotAllowedError
from app.model.wording import N_
from app.terminal import WORDS, add_command, complain, named_person, open_notebook, say


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put them on the command line."""
    about = "erase everything about a person, which cannot be undone, and prove that it is gone"
    gone = add_command(commands, "erase", erase, about)
    gone.add_argument("person", metavar="PERSON")
    copy = gone.add_mutually_exclusive_group(required=True)
    copy.add_argument(
        "--copy-to", metavar="FOLDER", type=Path, help="first save everything there, for the person"
    )
    copy.add_argument(
        "--without-copy", action="store_true", help="the person has one, or does not want one"
    )
    gone.add_argument(
        "--name", metavar="NAME", help="the person's name once more, so that nobody else is erased"
    )


def erase(house: House, options: argparse.Namespace) -> int:
    """Erase a person, say what was looked through, and which backups still hold them."""
    with open_notebook(house, options) as notebook:
        person = named_person(notebook, options.person)
        _refuse_another(person.body.preferred_name, options.name)
        if options.copy_to is not None:
            house.make_folder(options.copy_to)
            saved = house.save_everything(
                notebook,
                person=person.id,
                folder=options.copy_to,
                at=datetime.datetime.now().astimezone(),
                words=house.wording(person.body.ui.language or WORDS.lang),
            )
            for file in saved:
                say(str(file))
        erased = house.erase(notebook, person=person.id)
        backups = house.backups_of(notebook)
        ever = house.last_backup(notebook.path) is not None
    say(
        WORDS.t(
            "Erased: {records} records in {revisions} versions, and {photos} photos. All {pages} "
            "pages of the file were looked through: no trace of {person} is left.",
            records=erased.records,
            revisions=erased.revisions,
            photos=erased.photos,
            pages=erased.pages,
            person=person.id,
        )
    )
    for file in backups:
        complain(WORDS.t("This older backup still holds the plan: {file}", file=file))
    if ever and not backups:
        complain(WORDS.t("Older backups may still hold the plan, wherever they are kept."))
    return 0


def _refuse_another(name: str, typed: str | None) -> None:
    """Raise unless somebody writes the name of the person who is to be erased."""
    if typed is None:
        asked = WORDS.t("Everything about {name} will be erased. Write the name: ", name=name)
        sys.stderr.write(asked)
        sys.stderr.flush()
        typed = sys.stdin.readline()
    if " ".join(typed.split()).casefold() != name.casefold():
        raise NotAllowedError(
            N_("That is not the name of the person. Nothing was erased."),
        )
