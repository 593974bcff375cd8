"""Printing: who may have a copy, and putting a finished file in its place whole."""

import mimetypes
from pathlib import Path

from app.model.errors import CannotWriteError, NotAllowedError
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.store import faults, files
from app.usecases.ports import Notebook
from app.usecases.sharing import NOT_CHOSEN, several_called, sharing

_BELONGS_TO_A_NOTEBOOK = ".alongside"
"""In the name of a notebook, its key file, its journals and its backups: never written over."""


def own_copy(notebook: Notebook, person: Record[Person], *, for_whom: str = "") -> str:
    """The name that goes on the person's own copy, which is always theirs to have.

    Anybody else's copy holds what they may see and no more, and is made in another way:
    :mod:`app.usecases.handing_over`.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        for_whom: a name; empty for the person.

    Raises:
        NotAllowedError: it is for somebody else (rule R7).
        NotFoundError: somebody around the person is called so too.

    """
    if is_the_person(notebook, person, for_whom):
        return person.body.preferred_name
    raise NotAllowedError(NOT_CHOSEN, person=person.body.preferred_name, name=for_whom)


def refuse_other_readers(notebook: Notebook, person: Record[Person], *, for_whom: str = "") -> None:
    """Make sure that what holds everything about a person is for them alone (rule R7).

    No sharing choice covers it: it also holds what the person wished to be hidden.

    Args:
        notebook: the open notebook.
        person: whom it is about.
        for_whom: a name; empty for the person.

    Raises:
        NotAllowedError: it is for somebody else.
        NotFoundError: somebody around the person is called so too.

    """
    if not is_the_person(notebook, person, for_whom):
        raise NotAllowedError(
            N_(
                "This holds everything that is written about {person}, also what is hidden. "
                "It is for {person} alone, so no copy was made for {name}."
            ),
            person=person.body.preferred_name,
            name=for_whom,
        )


def is_the_person(notebook: Notebook, person: Record[Person], name: str) -> bool:
    """Whether a name or an identifier is the person's own; an empty name is.

    Raises:
        NotFoundError: it is also the name of somebody around the person, who gets no more than the
            person chose (rule R7).

    """
    plain = " ".join(name.split()).casefold()
    if plain in {"", person.id}:
        return True
    if plain not in {person.body.preferred_name.casefold(), person.body.legal_name.casefold()}:
        return False
    around = sharing(notebook, person=person.id).readers
    if namesakes := [each for each in around if each.name.casefold() == plain]:
        raise several_called(name, person.id, *(each.supporter for each in namesakes))
    return True


def refuse_wrong_ending(path: Path, ending: str) -> None:
    """Let no file be called what it is not: whoever opens it by its name would find it damaged.

    Args:
        path: where it is to be put.
        ending: how the name of such a file ends, such as ``.pdf``.

    Raises:
        CannotWriteError: its name ends otherwise.

    """
    if path.suffix.casefold() != ending:
        raise CannotWriteError(
            N_("This is written as {ending}. Please give {file} a name that ends so."),
            ending=ending,
            file=path,
        )


def refuse_ending_of_others(path: Path, ending: str) -> None:
    """The same, but that a name will do which ends as no other file does: "St. Mary" is a name.

    Raises:
        CannotWriteError: its name ends as that of another kind of file does.

    """
    of_ours = path.suffix.casefold().startswith(ending) or ending in path.suffixes[:-1]
    if of_ours or mimetypes.guess_type(path.name)[0] is not None:
        refuse_wrong_ending(path, ending)


def write_file(path: Path, data: bytes) -> None:
    """Put a file in its place whole: a reader finds the old one or the new one, never a part.

    Only whoever runs the program may read it; that is theirs to change.

    Raises:
        CannotWriteError: the folder is not there or cannot be written, the disk is full, or the
            name is that of a notebook or of a file that belongs to one.

    """
    folder = path.absolute().parent
    if _BELONGS_TO_A_NOTEBOOK in path.name.casefold():
        raise CannotWriteError(
            N_("{file} is the name of a notebook. Please choose another name."), file=path.name
        )
    try:
        if path.exists() and not path.is_file():
            raise CannotWriteError(
                N_("{file} is not a file that can be written. Please choose another name."),
                file=path,
            )
        if not folder.is_dir():
            raise CannotWriteError(
                N_("There is no folder {folder}. Please make it first, or choose another."),
                folder=folder,
            )
        files.write_whole(path, data)
    except OSError as error:
        raise faults.from_system(error, folder) from error
