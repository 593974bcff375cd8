"""Whether this account can keep things where the program really keeps them.

The other checks work in a throw-away folder. This one tries the account's own, and leaves them as
they were.
"""

from collections.abc import Iterator
from pathlib import Path

from app.bootstrap import House
from app.store import faults, files

_OWN = "where the program keeps its settings"
_NOTEBOOKS = "where new notebooks are made"
_BACKUPS = "where backups go"
_ALLOW = "Please let this account write there"


def problems(house: House, folder: Path) -> Iterator[str]:  # noqa: ARG001 - not a throw-away one
    """Which of the account's own folders cannot be written to."""
    yield from wrong_with(House.here())


def wrong_with(house: House) -> Iterator[str]:
    """Which folders of a house cannot be written to, a sentence each."""
    yield from _tried(house.home, _OWN, f"{_ALLOW}.")
    also = f"{_ALLOW}, or name another folder in the settings file."
    yield from _tried(house.notebooks_folder, _NOTEBOOKS, also)
    backups = house.backup_folder()
    if backups is None:
        return
    if not backups.exists():  # a backup never makes the folder that it is for
        yield (
            f"There is no folder {backups}, {_BACKUPS}. Please make it or plug in its disk, or "
            "choose another folder."
        )
        return
    yield from _tried(backups, _BACKUPS, f"{_ALLOW}, or choose another folder.")


def _tried(folder: Path, what: str, otherwise: str) -> Iterator[str]:
    try:
        files.try_out(folder)
    except OSError as error:
        if faults.finds_no_room(error):
            yield f"There is no room in the folder {folder}, {what}. Please make some room there."
        else:
            yield f"Nothing can be written in the folder {folder}, {what}. {otherwise}"
