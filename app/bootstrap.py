"""The one place where the parts are put together.

Everything is loaded when it is first asked for: a window paints before the database, the catalogs
and the printouts are there. Importing this module loads none of them.
"""
# ruff: noqa: PLC0415

import functools
import os
import re
import secrets
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from app import private_place, resources
from app.caretaker import Caretaker
from app.mishaps import Mishaps
from app.model.errors import CannotWriteError
from app.model.ids import new_uuid7
from app.model.wording import N_
from app.packroom import PackRoom
from app.runs import Runs
from app.sealkeeper import Sealkeeper
from app.soundroom import SoundRoom
from app.wordkeeper import WordKeeper

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile
    from app.store.pins import SecretKind
    from app.translate.shelf import Shelf

SUFFIX = ".alongside"
"""How the file of a notebook ends."""

EXAMPLES = ("marcus", "halina")
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


class House(Caretaker, PackRoom, SoundRoom, Sealkeeper, WordKeeper):
    """The program without its window.

    Attributes:
        home: what belongs to this computer alone: its secret, and which notebooks were opened.
        notebooks_folder: where new notebooks are made if nobody says where.
        mishaps: what went wrong since the program was started.
        runs: whether it was cut off before it was closed.

    """

    def __init__(self, home: Path, notebooks_folder: Path) -> None:
        self.home = home
        self.mishaps = Mishaps()
        self.runs = Runs(home / "running")
        self.notebooks_folder = notebooks_folder

    @classmethod
    def here(cls) -> "House":
        """The house of whoever runs the program, with the settings that were decided for it.

        ``ALONGSIDE_HOME`` puts it elsewhere.
        """
        named = os.environ.get("ALONGSIDE_HOME")
        if named:
            home = Path(named).absolute()
            house = cls(home, home / "notebooks")
        else:
            import platformdirs

            house = cls(
                platformdirs.user_data_path("Alongside", appauthor=False),
                platformdirs.user_documents_path() / "Alongside",
            )
        house.read_service_files()
        if wanted := house.service.settings.notebooks_folder:
            house.notebooks_folder = Path(wanted).expanduser()
        return house

    # What this computer knows

    def known_notebooks(self) -> tuple[Path, ...]:
        """Notebooks that were opened here and are still there, the last one first."""
        return self._remembered.notebooks()

    def remember(self, path: Path) -> None:
        """Know a notebook from now on."""
        self._remembered.notebook_opened(path)

    def remembered_language(self) -> str:
        """The language chosen for the window, as a BCP 47 tag; empty if none was."""
        return self._remembered.language()

    def remember_language(self, tag: str) -> None:
        """Know the language of the window from now on."""
        self._remembered.language_chosen(tag)

    @functools.cached_property
    def translators(self) -> "Shelf":
        """The translators that somebody took in on this computer; none is there by itself."""
        from app.translate.shelf import FOLDER, Shelf

        return Shelf(self.home / FOLDER)

    # Notebooks

    def notebook_path(self, name: str) -> Path:
        """Where a new notebook of this name goes; its folder is made if need be.

        Raises:
            CannotWriteError: the folder cannot be made, or nothing can be written there.

        """
        from app.store import faults, files

        try:
            self.notebooks_folder.mkdir(parents=True, exist_ok=True)
            files.try_out(self.notebooks_folder)
        except OSError as error:
            raise faults.in_own_folder(error, self.notebooks_folder) from error
        tidied = " ".join(_NOT_IN_FILE_NAMES.sub(" ", name).split()).strip(". ")
        return self.notebooks_folder / f"{tidied[:60].strip('. ') or 'Notebook'}{SUFFIX}"

    def free_notebook_path(self, name: str) -> Path:
        """The same, under a name that is free: ``NAME (2)`` where there is a ``NAME``.

        Raises:
            CannotWriteError: as of :meth:`notebook_path`.

        """
        from app.store import files
        from app.store.keyfile import key_file_of

        return files.free(self.notebook_path(name), beside=key_file_of)

    def create_notebook(
        self, path: Path, *, worker_name: str, secret: str, kind: "SecretKind"
    ) -> "NotebookFile":
        """Make an encrypted notebook and open it.

        Raises:
            BadSecretError: the PIN or passphrase cannot be used.
            BadWordsError: the worker's name cannot be used.
            CannotWriteError: there is something of this name, or the folder cannot be written.

        """
        from app.store import opening

        made = opening.create(
            path, worker_name=worker_name, secret=secret, kind=kind, device=self.device
        )
        made.note_opening()
        self.remember(path)
        return made

    def open_notebook(
        self, path: Path, *, secret: str, read_only: bool = False, or_read_only: bool = False
    ) -> "NotebookFile":
        """Open a notebook with a worker's PIN or passphrase.

        The slow key derivation runs beside the loading of the database.

        Args:
            path: the file.
            secret: the PIN or passphrase.
            read_only: open it as it is now, to look at; nobody is in the way and nobody is told.
            or_read_only: do so if somebody has it open; ``NotebookFile.read_only`` says whether.

        Raises:
            OpenElsewhereError: somebody has it open, and it was to be written to.
            WrongKeyError: the PIN or passphrase does not open it on this computer.
            TooSoonError: too many tries were wrong; this one was not made.
            NotANotebookError: it is missing, damaged or something else.
            NewerVersionError: a newer program made it.
            InUseError: another program holds it.

        """
        from app.store import keyfile, keys, unlocking

        device, path = self.device, path.absolute()
        key_file = keyfile.key_file_of(path)
        if not (path.is_file() and key_file.is_file()):
            from app.store import opening  # it says what is wrong

            return opening.open_with_secret(path, secret=secret, device=device)
        loading = threading.Thread(target=_load_database)
        loading.start()
        try:
            wrapping_key = keys.from_secret(secret, device)
            ways = unlocking.unlock(key_file, wrapping_key=wrapping_key, tries=self.tries)
        finally:
            loading.join()
        from app.store import opening

        opened = opening.open_unlocked(
            path, ways, device=device, read_only=read_only, or_read_only=or_read_only
        )
        try:
            if not opened.read_only:
                opened.note_opening()
        except BaseException:
            opened.close()
            raise
        self.remember(path)
        return opened

    def private_place(self) -> Path:
        """A folder for a throw-away notebook; :func:`app.private_place.discard` removes it.

        Raises:
            CannotWriteError: there is no room for one.

        """
        from app.store import snapshot

        return snapshot.place_for_copy()

    def example_notebook(self, folder: Path) -> "NotebookFile":
        """A notebook to look around in, with the example people, in a throw-away folder.

        Nobody knows its key, so that it cannot be opened again once it is closed.
        """
        from app.store import opening
        from app.store.keys import KEY_BYTES, Worker
        from app.usecases.planfile import import_plan

        made = opening.create_with_key(
            folder / f"example{SUFFIX}",
            key=secrets.token_bytes(KEY_BYTES),
            worker=Worker(id=new_uuid7(), name="Sam"),
            example=True,
        )
        try:
            for name in EXAMPLES:
                data = resources.path("examples", f"{name}.json").read_bytes()
                import_plan(made, data=data, sections=self.sections)
        except BaseException:
            made.close()
            raise
        return made

    def make_folder(self, folder: Path) -> None:
        """Make sure that a folder is there.

        Raises:
            CannotWriteError: it cannot be made.

        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteError(
                N_("The folder {folder} cannot be made. Please choose another place."),
                folder=folder,
            ) from error

    def warm_up(self) -> None:
        """Load what opening a notebook needs, while somebody still types their PIN.

        What a killed program left in the folder for temporary files goes, too.
        """
        private_place.clear_up()
        _load_database()
        _ = self.sections, self.guides, self.topics

    def warm_up_paper(self) -> None:
        """Load what printing needs, while something else is waited for."""
        from app.paper import booklet  # noqa: F401

        _ = self.look, self.sections, self.fonts, self.symbols


def _load_database() -> None:
    from app.store import opening  # noqa: F401
