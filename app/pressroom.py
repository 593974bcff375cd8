"""What a house prints: booklets, pages and sheets.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

import dataclasses
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.conversations import Conversations
from app.model.ids import PictureRef, RecordId
from app.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model.event import Document
    from app.model.plan import Plan
    from app.model.sharing_rules import Asked
    from app.paper.one_page import Fit
    from app.paper.press import Printed
    from app.store.notebook import NotebookFile
    from app.store.recovery import RecoveryCode
    from app.usecases.pictures import NotebookPictures
    from app.words.easyread.labelling import ReaderCheck


class PressRoom(Conversations):
    """What is made for people to hold, each thing written down as it leaves."""

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
        from app.usecases import plans, printing, reader_checks

        plan = plans.plan(
            notebook, person=person, sections=self.sections, today=made_on, with_drawn=True
        )
        reader = printing.own_copy(plan.person, for_whom=copy_for)
        kept = plan.only_kept(with_private=with_private)
        last = reader_checks.last(notebook, plan=kept, words=words)
        printed = self._set_booklet(
            notebook,
            plan,
            reader=reader,
            made_on=made_on,
            words=words,
            with_private=with_private,
            checked=checked or (last.check if last is not None else None),
        )
        _put(notebook, printed, to, person=person, document="booklet")
        return printed

    def _set_booklet(
        self,
        notebook: "NotebookFile",
        plan: "Plan",
        *,
        reader: str,
        made_on: datetime.date,
        words: Wording,
        with_private: bool = False,
        checked: "ReaderCheck | None" = None,
    ) -> "Printed":
        from app.paper.booklet import BookletChoices, booklet
        from app.usecases import easy_read

        kept = plan.only_kept(with_private=with_private)
        return booklet(
            plan,
            choices=BookletChoices(
                copy_for=reader,
                made_on=made_on,
                with_private=with_private,
                called=easy_read.said_on_cover(kept, self.easy_read, words, made_on, checked),
                hard_words=easy_read.hard_words(kept, self.glossary, lang=words.lang),
            ),
            words=words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.pictures(notebook),
        )

    def board_page(
        self,
        notebook: "NotebookFile",
        *,
        board: RecordId,
        made_on: datetime.date,
        words: Wording,
        to: Path | None = None,
    ) -> "Printed":
        """Print a sorting board for its person; that it was is written down once it lies there.

        Args:
            notebook: open, to be written to.
            board: the board.
            made_on: the day.
            words: the language of the page.
            to: the file; None where it is only looked at.

        Raises:
            CannotWriteError: the file cannot be written there.
            NotFoundError: there is no such board.

        """
        from app.paper.board_page import BoardToPrint, board_page
        from app.usecases import boards, people

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
        _put(notebook, printed, to, person=body.person, document="board")
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
        printed = self._set_booklet(
            notebook, shared.plan, reader=asked.reader.name, made_on=asked.on, words=words
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
        from app.paper import about_me as paper
        from app.usecases import about_me

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
        _put(notebook, printed, to, person=person, document="about_me")
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


def _put(
    notebook: "NotebookFile",
    printed: "Printed",
    to: Path | None,
    *,
    person: RecordId,
    document: "Document",
) -> None:
    """Put what was made for the person where they want it, and only then write down that it was."""
    from app.usecases import events, printing

    if to is not None:
        printing.write_file(to, printed.pdf)
        events.note(notebook, what="printed", person=person, document=document, for_whom="person")
