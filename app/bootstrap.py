"""The one place where the parts are put together.

Everything is loaded when it is first asked for: a window paints before the database, the catalogs
and the printouts are there. Importing this module loads none of them.
"""
# ruff: noqa: PLC0415

import dataclasses
import datetime
import functools
import os
import re
import secrets
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from app import own_guides, private_place, resources
from app.model.errors import CannotWriteError
from app.model.guide import Guide
from app.model.guide_file import Fault
from app.model.ids import PictureRef, RecordId, new_uuid7
from app.model.wording import N_, Wording
from app.own_guides import OwnGuides
from app.safekeeper import Safekeeper
from app.sealkeeper import Sealkeeper
from app.shipped import Shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model.sharing_rules import Asked
    from app.paper.one_page import Fit
    from app.paper.press import Printed
    from app.store.keys import SecretKind
    from app.store.notebook import NotebookFile
    from app.store.recovery import RecoveryCode
    from app.usecases.pictures import NotebookPictures

SUFFIX = ".alongside"
"""How the file of a notebook ends."""

EXAMPLES = ("marcus", "halina")
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


class House(Shipped, Safekeeper, Sealkeeper):
    """The program without its window.

    Attributes:
        home: what belongs to this computer alone: its secret, and which notebooks were opened.
        notebooks_folder: where new notebooks are made if nobody says where.

    """

    def __init__(self, home: Path, notebooks_folder: Path) -> None:
        self.home = home
        self.notebooks_folder = notebooks_folder

    @classmethod
    def here(cls) -> "House":
        """The house of whoever runs the program; ``ALONGSIDE_HOME`` puts it elsewhere."""
        named = os.environ.get("ALONGSIDE_HOME")
        if named:
            home = Path(named).absolute()
            return cls(home, home / "notebooks")
        import platformdirs

        return cls(
            platformdirs.user_data_path("Alongside", appauthor=False),
            platformdirs.user_documents_path() / "Alongside",
        )

    # Conversations

    @functools.cached_property
    def guides(self) -> dict[str, Guide]:
        """Every conversation there is, by its name: those of the program, then one's own."""
        return {**self.shipped_guides, **self.own_guides.guides}

    @functools.cached_property
    def own_guides(self) -> OwnGuides:
        """Those that somebody added on this computer."""
        return OwnGuides(
            self.home / own_guides.FOLDER,
            shipped=self.shipped_guides,
            parts=self.guide_parts,
            known=self.known_to_guides,
            is_drawn=lambda ref: self.symbols.picture(ref) is not None,
        )

    @property
    def guide_faults(self) -> tuple[Fault, ...]:
        """What is wrong with guides of one's own that are not offered."""
        return self.own_guides.faults

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

    # Notebooks

    def notebook_path(self, name: str) -> Path:
        """Where a new notebook of this name goes; its folder is made if need be.

        Raises:
            CannotWriteError: the folder cannot be made.

        """
        self.make_folder(self.notebooks_folder)
        tidied = " ".join(_NOT_IN_FILE_NAMES.sub(" ", name).split()).strip(". ")
        return self.notebooks_folder / f"{tidied[:60].strip('. ') or 'Notebook'}{SUFFIX}"

    def free_notebook_path(self, name: str) -> Path:
        """The same, under a name that is free: ``NAME (2)`` where there is a ``NAME``.

        Raises:
            CannotWriteError: the folder cannot be made.

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

    def pictures(self, notebook: "NotebookFile") -> "NotebookPictures":
        """Where the pictures of a plan come from: the notebook's photos and the symbols."""
        from app.usecases.pictures import NotebookPictures

        return NotebookPictures(notebook, self.symbols)

    def booklet(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        copy_for: str,
        made_on: datetime.date,
        words: Wording,
        with_private: bool = False,
    ) -> "Printed":
        """Print a person's own easy-read booklet; that it was printed is written down.

        Raises:
            NotAllowedError: the copy is for somebody else: see :meth:`share_booklet` (rule R7).
            NotFoundError: there is no such person.

        """
        from app.paper.booklet import BookletChoices, booklet
        from app.usecases import events, plans, printing

        plan = plans.plan(notebook, person=person, sections=self.sections, today=made_on)
        reader = printing.own_copy(plan.person, for_whom=copy_for)
        printed = booklet(
            plan,
            choices=BookletChoices(copy_for=reader, made_on=made_on, with_private=with_private),
            words=words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.pictures(notebook),
        )
        events.note(notebook, what="printed", person=person, document="booklet", for_whom="person")
        return printed

    def board_page(
        self,
        notebook: "NotebookFile",
        *,
        board: RecordId,
        made_on: datetime.date,
        words: Wording,
    ) -> "Printed":
        """Print a sorting board for its person; that it was printed is written down.

        Raises:
            NotFoundError: there is no such board.

        """
        from app.paper.board_page import BoardToPrint, board_page
        from app.usecases import boards, events, people

        record = boards.one(notebook, board=board)
        body = record.body
        topic = self.topics.topic(body.topic)
        printed = board_page(
            people.person(notebook, person=body.person).body,
            BoardToPrint(
                board=body,
                scale=self.topics.scale(body.scale),
                topic=words.t(topic.words) if topic is not None else body.topic,
                sorted_on=record.changed_at.astimezone().date(),
            ),
            made_on=made_on,
            words=words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.pictures(notebook),
        )
        events.note(
            notebook, what="printed", person=body.person, document="board", for_whom="person"
        )
        return printed

    def share_booklet(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        asked: "Asked",
        by: RecordId,
        to: Path,
        words: Wording,
        own_declined: bool = False,
    ) -> "Printed":
        """Print a booklet for somebody else, with exactly the sentences that they may see (R7).

        What was given is written down with the choice on which it rests; if no choice covers it,
        nothing is made and nothing written.

        Args:
            notebook: open, to be written to.
            person: whose plan it is.
            asked: for whom, for what, on which day; on paper or as a file.
            by: who gives it.
            to: the file.
            words: the language of the booklet.
            own_declined: the person was offered their own copy just now, and did not want one.

        Raises:
            NotAllowedError: no choice covers it, or the person's own copy comes first.
            CannotWriteError: the file cannot be written there.

        """
        from app.paper.booklet import BookletChoices, booklet
        from app.usecases import handing_over, printing

        asked = dataclasses.replace(asked, document="booklet")
        shared = handing_over.allowed(
            notebook,
            person=person,
            asked=asked,
            sections=self.sections,
            guides=self.guides,
            own_declined=own_declined,
        )
        printed = booklet(
            shared.plan,
            choices=BookletChoices(copy_for=asked.reader.name, made_on=asked.on),
            words=words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.pictures(notebook),
        )
        handing_over.give(
            notebook,
            shared=shared,
            asked=asked,
            by=by,
            put=lambda: printing.write_file(to, printed.pdf),
            own_declined=own_declined,
        )
        return printed

    def fit_on_one_page(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        picks: "Sequence[RecordId]",
        photo: PictureRef | None,
        today: datetime.date,
        words: Wording,
    ) -> "Fit":
        """Whether what a person picked fits on one page, laid out as it is printed.

        Raises:
            NotFoundError: there is no such person.

        """
        from app.paper.one_page import fit
        from app.usecases import plans

        plan = plans.plan(notebook, person=person, sections=self.sections, today=today)
        return fit(
            plan,
            picks=picks,
            photo=photo,
            words=words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.pictures(notebook),
        )

    def about_me(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        made_on: datetime.date,
        words: Wording,
    ) -> "Printed":
        """Print everything that is written about a person, for that person alone (rule R7).

        That it was printed is written down.

        Raises:
            NotFoundError: there is no such person.

        """
        from app.paper import about_me as paper
        from app.usecases import about_me, events

        everything = about_me.about_me(
            notebook,
            person=person,
            sections=self.sections,
            guides=self.guides,
            topics=self.topics,
            today=made_on,
        )
        printed = paper.about_me(
            everything,
            made_on=made_on,
            words=words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.pictures(notebook),
        )
        events.note(notebook, what="printed", person=person, document="about_me", for_whom="person")
        return printed

    def save_everything(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        folder: Path,
        at: datetime.datetime,
        words: Wording,
    ) -> tuple[Path, ...]:
        """Save everything that is written about a person, to be read and as a plan file.

        Args:
            notebook: open.
            person: whose it is; the files are for them alone (rule R7).
            folder: where to; nothing that is there is written over.
            at: now, in the time zone whose day is meant.
            words: the language of what is to be read.

        Returns:
            The two files.

        Raises:
            CannotWriteError: the folder is not there, or cannot be written.
            NotFoundError: there is no such person.

        """
        from app.store import files
        from app.usecases import planfile, printing

        to_read = self.about_me(notebook, person=person, made_on=at.date(), words=words).pdf
        plan = planfile.export_plan(notebook, person=person, at=at)
        saved = []
        for name, end, data in (
            (words.t("Everything about me"), ".pdf", to_read),
            (words.t("My plan"), ".json", plan),
        ):
            file = files.free(folder / f"{name} {at:%Y-%m-%d %H%M}{end}")
            printing.write_file(file, data)
            saved.append(file)
        planfile.note_export(notebook, person=person)
        return tuple(saved)

    def recovery_sheet(
        self,
        notebook: "NotebookFile",
        code: "RecoveryCode",
        *,
        made_on: datetime.date,
        words: Wording,
    ) -> bytes:
        """Print the recovery sheet of a code that :meth:`make_recovery` made."""
        from app.paper.recovery_sheet import recovery_sheet

        return recovery_sheet(
            code.groups,
            notebook=notebook.path.stem,
            made_on=made_on,
            words=words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.symbols,
        )

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
