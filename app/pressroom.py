"""What a house prints: booklets, pages and sheets.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.documents import document
from app.model.home_questions import HomeQuestions
from app.model.ids import PictureRef, RecordId
from app.model.print_order import Giving, PrintOrder
from app.model.wording import Wording
from app.printroom import PrintRoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model.help import GuideName, Help
    from app.model.sharing_rules import Asked
    from app.paper.one_page import Fit
    from app.paper.press import Printed
    from app.store.notebook import NotebookFile
    from app.store.recovery import RecoveryCode
    from app.words.easyread.labelling import ReaderCheck


class PressRoom(PrintRoom):
    """What is made for people to hold, each thing written down as it leaves."""

    def booklet(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        copy_for: str,
        made_on: datetime.date,
        words: Wording,
        with_private: bool = False,
        checked: "ReaderCheck | None" = None,
        to: Path | None = None,
    ) -> "Printed":
        """Print a person's own easy-read booklet; that it was is written down once it lies there.

        Args:
            notebook: open, to be written to.
            person: whose booklet it is.
            copy_for: the name that it is made for; empty for the person.
            made_on: the day.
            words: the language of the booklet.
            with_private: sentences that are only for the person are in it too.
            checked: who uses easy read and read it, and when; whoever is written down in the
                notebook if left out (L24).
            to: the file; None where it is only looked at.

        Raises:
            CannotWriteError: the file cannot be written there.
            NotAllowedError: the copy is for somebody else: see :meth:`share_booklet` (rule R7).
            NotFoundError: there is no such person.

        """
        from app.usecases import people, printing

        whose = people.person(notebook, person=person)
        printing.own_copy(notebook, whose, for_whom=copy_for)
        order = PrintOrder(
            kind=document("booklet"),
            person=person,
            made_on=made_on,
            words=words,
            with_private=with_private,
        )
        return self._own_copy(notebook, order, to, checked=checked)

    def board_page(
        self,
        notebook: "NotebookFile",
        *,
        board: RecordId,
        made_on: datetime.date,
        words: Wording,
        to: Path | None = None,
        to_fill: bool = False,
    ) -> "Printed":
        """Print a sorting board for its person; that it was is written down once it lies there.

        Args:
            notebook: open, to be written to.
            board: the board.
            made_on: the day.
            words: the language of the page.
            to: the file; None where it is only looked at.
            to_fill: its cards lie nowhere, and it is filled in at home.

        Raises:
            CannotWriteError: the file cannot be written there.
            NotFoundError: there is no such board.

        """
        from app.usecases import boards

        order = PrintOrder(
            kind=document("board_to_fill" if to_fill else "board"),
            person=boards.one(notebook, board=board).body.person,
            made_on=made_on,
            words=words,
            about=board,
        )
        return self._own_copy(notebook, order, to)

    def choice_page(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        questions: HomeQuestions,
        made_on: datetime.date,
        words: Wording,
        to: Path | None = None,
    ) -> "Printed":
        """Print questions for their person, to be ticked at home.

        That it was printed is written down once it lies there.

        Args:
            notebook: open, to be written to.
            person: who is asked.
            questions: of one guide.
            made_on: the day.
            words: the language of the pages.
            to: the file; None where it is only looked at.

        Raises:
            CannotWriteError: the file cannot be written there.
            NotFoundError: there is no such person.

        """
        order = PrintOrder(
            kind=document("choice_page"),
            person=person,
            made_on=made_on,
            words=words,
            questions=questions,
        )
        return self._own_copy(notebook, order, to)

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
        order = PrintOrder(
            kind=document("booklet"),
            person=person,
            made_on=asked.on,
            words=words,
            giving=Giving(asked=asked, by=by, own_declined=own_declined),
        )
        return self.document(notebook, order, to=to).printed

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
        from app.model.contents import Contents
        from app.paper.job import Job
        from app.paper.one_page import fit
        from app.usecases import plans

        plan = plans.plan(
            notebook, person=person, sections=self.sections, today=today, guarding=self.guard
        )
        job = Job(
            contents=Contents(plan=plan, reader=plan.person.body.preferred_name, own=True),
            made_on=today,
            words=words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.pictures(notebook),
        )
        return fit(job, picks=picks, photo=photo)

    def about_me(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        made_on: datetime.date,
        words: Wording,
        to: Path | None = None,
    ) -> "Printed":
        """Print everything that is written about a person, for that person alone (rule R7).

        That it was printed is written down once it lies there.

        Args:
            notebook: open, to be written to.
            person: whose it is.
            made_on: the day.
            words: the language of the pages.
            to: the file; None where it is only looked at.

        Raises:
            CannotWriteError: the file cannot be written there.
            NotFoundError: there is no such person.

        """
        order = PrintOrder(kind=document("about_me"), person=person, made_on=made_on, words=words)
        return self._own_copy(notebook, order, to)

    def _own_copy(
        self,
        notebook: "NotebookFile",
        order: PrintOrder,
        to: Path | None,
        *,
        checked: "ReaderCheck | None" = None,
    ) -> "Printed":
        if to is None:
            return self.set_document(notebook, order, checked=checked).printed
        return self.document(notebook, order, to=to, checked=checked).printed

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

        plan = planfile.export_plan(notebook, person=person, at=at)
        to_read, to_carry = (
            files.free(folder / f"{name} {at:%Y-%m-%d %H%M}{end}")
            for name, end in (
                (words.t("Everything about me"), ".pdf"),
                (words.t("My plan"), ".json"),
            )
        )
        self.about_me(notebook, person=person, made_on=at.date(), words=words, to=to_read)
        printing.write_file(to_carry, plan)
        planfile.note_export(notebook, person=person)
        return to_read, to_carry

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

    def picture_guide(
        self, found: "Help", name: "GuideName", *, made_on: datetime.date, words: Wording
    ) -> "Printed":
        """Print a guide to the program; it is about nobody, and needs no notebook.

        Args:
            found: the help that it belongs to.
            name: whose guide it is.
            made_on: the day.
            words: the language that it is written in.

        """
        from app.paper.picture_guide import picture_guide

        return picture_guide(
            found.picture_guide(name),
            unchecked=found.is_unchecked(),
            made_on=made_on,
            words=words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.symbols,
        )
