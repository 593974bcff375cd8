"""What happens to a notebook on a disk that is really full, told as JSON.

Run in a mount of its own: the folder is a small disk, and a file of nothing on it leaves as much
room as is wanted, page by page. Arguments: the folder, and what is to meet the full disk.
"""

import datetime
import functools
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.bootstrap import House
from app.model.documents import document
from app.model.errors import AlongsideError
from app.model.ids import RecordId
from app.model.pictures import Picture
from app.model.print_order import PrintOrder
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.store import backup, backup_file, upgrade
from app.store.notebook import NotebookFile
from app.usecases import people, printing
from tests.helpers.notebooks import (
    BY,
    add_person,
    add_statement,
    make_notebook,
    open_again,
    statement,
)

OLD = Path(__file__).resolve().parents[1] / "store/data/schema-1.0.alongside"
NOW = datetime.datetime(2026, 4, 18, 14, 5, tzinfo=datetime.UTC)
PAGE = 4096
_MIGRATED = 80
"""Pages with which a notebook of form 1.0 can be copied and brought up to date."""
PNG = b"\x89PNG\r\n\x1a\n"


def can_mount() -> bool:
    """Whether a disk can be made for a test alone."""
    tried = ["unshare", "--mount", "--map-root-user", "true"]
    return bool(shutil.which("unshare")) and not subprocess.run(tried, check=False).returncode


class Ballast:
    """A file that fills a disk but for some pages."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "ballast"

    def leave(self, pages: int) -> None:
        """Fill the disk until only so many pages are free."""
        self.drop()
        free = shutil.disk_usage(self._file.parent).free // PAGE
        with self._file.open("wb") as filling:
            for _ in range(max(0, free - pages)):
                filling.write(bytes(PAGE))

    def drop(self) -> None:
        """Make room again."""
        self._file.unlink(missing_ok=True)


def commit(folder: Path, ballast: Ballast) -> list[dict[str, Any]]:
    """A sentence with a photo of 40 pages is kept or not, in ever more room."""
    notebook = make_notebook(folder / "Our notebook.alongside")
    joe = add_person(notebook).id
    promised: list[str] = []
    rounds = []
    for pages in range(60):
        ballast.leave(pages)
        said = refused(functools.partial(_sentence_with_photo, notebook, joe, pages, promised))
        while_full = there(notebook, joe) == promised and notebook.check() == ()
        notebook.close()
        ballast.drop()
        notebook = open_again(notebook.path)
        whole = there(notebook, joe) == promised and notebook.check() == ()
        add_statement(notebook, joe, f"With room {pages}")
        promised.append(f"With room {pages}")
        rounds.append({"pages": pages, "said": said, "whole": while_full and whole})
        notebook.close()
        notebook = open_again(notebook.path)
    notebook.close()
    return rounds


def back_up(folder: Path, ballast: Ballast) -> list[dict[str, Any]]:
    """A backup is made beside an earlier one or not, in ever more room."""
    notebook = open_again(folder.parent / "Our notebook.alongside")
    backup.make(notebook, folder, at=NOW)
    rounds = []
    for pages in range(0, notebook.path.stat().st_size // PAGE + 8, 2):
        ballast.leave(pages)
        before = sorted(folder.iterdir())
        said = refused(lambda: backup.make(notebook, folder, at=NOW, keep_all=True))
        whole = not said or sorted(folder.iterdir()) == before
        ballast.drop()
        backup.make(notebook, folder, at=NOW)
        for each in folder.iterdir():
            backup_file.copy_database(backup_file.read(each), None)
        rounds.append({"pages": pages, "said": said, "whole": whole and notebook.check() == ()})
    notebook.close()
    return rounds


def migrate(folder: Path, ballast: Ballast) -> list[dict[str, Any]]:
    """A notebook of form 1.0 is opened or not, in ever more room."""
    return [
        _migrated(folder, ballast, pages, functools.partial(ballast.leave, pages))
        for pages in range(_MIGRATED)
    ]


def migrate_once_copied(folder: Path, ballast: Ballast) -> list[dict[str, Any]]:
    """The same, with a disk that fills up between the copy and the change of form."""
    copy = upgrade._copy
    rounds = []
    for pages in range(_MIGRATED):

        def then_full(*given: Any, pages: int = pages, **more: Any) -> None:
            upgrade._copy = copy
            copy(*given, **more)
            ballast.leave(pages)

        upgrade._copy = then_full
        rounds.append(_migrated(folder, ballast, pages, ballast.drop))
    return rounds


def _migrated(
    folder: Path, ballast: Ballast, pages: int, fill: Callable[[], None]
) -> dict[str, Any]:
    path = folder / "Our notebook.alongside"
    shutil.copy(OLD, path)
    fill()
    said = refused(lambda: open_again(path).close())
    copied = upgrade.copy_of(path).exists()
    ballast.drop()
    again = open_again(path)
    names = [each.body.preferred_name for each in people.everyone(again)]
    whole = names == ["Ann Obi", "Halina"] and again.check() == ()
    again.close()
    whole = whole and [each.name for each in folder.iterdir()] == [path.name]
    path.unlink()
    return {"pages": pages, "said": said, "whole": whole, "copied": copied}


def print_it(folder: Path, ballast: Ballast) -> list[dict[str, Any]]:
    """A booklet is printed over an earlier one or not, in ever more room."""
    house, to = House(folder.parent, folder.parent), folder / "My plan.pdf"
    notebook = house.example_notebook(folder.parent)
    marcus = people.everyone(notebook)[0].id
    order = PrintOrder(
        kind=document("booklet"), person=marcus, made_on=NOW.date(), words=SourceWording()
    )
    made = house.set_document(notebook, order)
    rounds = []
    for pages in range(0, len(made.printed.file) // PAGE + 6, 2):
        to.write_bytes(PNG)
        ballast.leave(pages)
        put = functools.partial(printing.write_file, to, made.printed.file)
        said = refused(lambda put=put: house.give_document(notebook, made, put=put))
        left = [each.name for each in folder.iterdir()]
        whole = to.read_bytes() == (PNG if said else made.printed.file)
        ballast.drop()
        rounds.append({"pages": pages, "said": said, "whole": whole and len(left) == 2})
    notebook.close()
    return rounds


def refused(do: Callable[[], object]) -> str:
    """What was said if it could not be done; nothing if it was done."""
    try:
        do()
    except AlongsideError as error:
        return str(error)
    return ""


def there(notebook: NotebookFile, person: RecordId) -> list[str]:
    """The words of the person's sentences, in their order."""
    with notebook.unit_of_work() as work:
        return [each.body.original for each in work.records.find(Statement, person=person)]


def _sentence_with_photo(
    notebook: NotebookFile, joe: RecordId, number: int, promised: list[str]
) -> None:
    words = f"On a full disk {number}"
    with notebook.unit_of_work() as work:
        work.media.put(Picture("image/png", PNG + bytes([number]) * 40 * PAGE))
        work.records.add(statement(joe, words), by=BY)
        work.commit()
    promised.append(words)


def main() -> None:
    folder, what = Path(sys.argv[1]), sys.argv[2]
    ways = (commit, back_up, migrate, migrate_once_copied, print_it)
    rounds = {each.__name__: each for each in ways}
    print(json.dumps(rounds[what](folder, Ballast(folder))))  # noqa: T201


if __name__ == "__main__":
    main()
