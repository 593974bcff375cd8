"""Printing: who may have a copy, and putting a finished file in its place whole."""

from pathlib import Path

from app.model.errors import CannotWriteError, NotAllowedError
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.store import faults, files
from app.usecases.sharing import NOT_CHOSEN

_BELONGS_TO_A_NOTEBOOK = ".alongside"
"""In the name of a notebook, its key file, its journals and its backups: never written over."""


def own_copy(person: Record[Person], *, for_whom: str = "") -> str:
    """The name that goes on the person's own copy, which is always theirs to have.

    Anybody else's copy holds what they may see and no more, and is made in another way:
    :mod:`app.usecases.handing_over`.

    Args:
        person: whose plan it is.
        for_whom: a name; empty for the person.

    Raises:
        NotAllowedError: it is for somebody else (rule R7).

    """
    if is_the_person(person, for_whom):
        return person.body.preferred_name
    raise NotAllowedError(NOT_CHOSEN, person=person.body.preferred_name, name=for_whom)


def refuse_other_readers(person: Record[Person], *, for_whom: str = "") -> None:
    """Make sure that what holds everything about a person is for them alone (rule R7).

    No sharing choice covers it: it also holds what the person wished to be hidden.

    Args:
        person: whom it is about.
        for_whom: a name; empty for the person.

    Raises:
        NotAllowedError: it is for somebody else.

    """
    if not is_the_person(person, for_whom):
        raise NotAllowedError(
            N_(
                "This holds everything that is written about {person}, also what is hidden. "
                "It is for {person} alone, so no copy was made for {name}."
            ),
            person=person.body.preferred_name,
            name=for_whom,
        )


def is_the_person(person: Record[Person], name: str) -> bool:
    """Whether a name is the person's own; empty is."""
    own = (person.body.preferred_name, person.body.legal_name, "")
    return " ".join(name.split()).casefold() in {each.casefold() for each in own}


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
