"""Printing any document, for the person or for a reader: gathered, cut down, set, given.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

import dataclasses
import datetime
import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.conversations import Conversations
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import new_record_id
from app.model.wording import N_

if TYPE_CHECKING:
    from app.model.contents import Contents
    from app.model.home_sheets import SheetLaid
    from app.model.ids import RecordId
    from app.model.plan import Line
    from app.model.print_order import PrintOrder
    from app.paper.press import Printed
    from app.store.notebook import NotebookFile
    from app.usecases.handing_over import ToGive
    from app.usecases.pictures import NotebookPictures
    from app.usecases.sheets_at_home import SheetBody
    from app.words.easyread.labelling import ReaderCheck

_CHANGED = N_("This has changed, so nothing was given to {name}. Please look at it once more.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetDocument:
    """A document that is set and has not left yet: it can be looked at first.

    Attributes:
        order: what was asked for.
        printed: the document.
        contents: what it holds.
        to_give: what the reader may have; None for the person's own copy.

    """

    order: "PrintOrder"
    printed: "Printed"
    contents: "Contents"
    to_give: "ToGive | None"

    def untranslated(self) -> dict[str, int]:
        """How many of its sentences stand in it only as they were said, by language of the copy.

        Counted are those whose words are on its pages: some documents leave sentences out for want
        of room, or print no words. Languages that lack none are not in it.
        """
        from app.model import translation_told

        text = self.printed.words()
        lines = (
            line
            for line in self.contents.lines()
            if any(each and _spaced(each) in text for each in _said_in(line))
        )
        return translation_told.untranslated(lines, self.order.langs)


def _said_in(line: "Line") -> tuple[str, ...]:
    return line.statement.body.original, line.statement.body.easy


def _spaced(words: str) -> str:
    return " ".join(words.split())


class PrintRoom(Conversations):
    """One way for every document, whoever it is for."""

    def pictures(self, notebook: "NotebookFile") -> "NotebookPictures":
        """Where the pictures of a plan come from: the notebook's photos and the symbols."""
        from app.usecases.pictures import NotebookPictures

        return NotebookPictures(notebook, self.symbols)

    def document(
        self,
        notebook: "NotebookFile",
        order: "PrintOrder",
        *,
        to: Path,
        checked: "ReaderCheck | None" = None,
    ) -> SetDocument:
        """Print a document and put it into a file; that it left is written down (rule R7).

        Args:
            notebook: open, to be written to.
            order: what is to be printed, and for whom.
            to: the file.
            checked: who uses easy read and read it, and when; whoever is written down in the
                notebook if left out (L24).

        Raises:
            NotAllowedError: no choice covers it, or it is for the person alone.
            OwnCopyFirstError: the person's own copy comes first.
            CannotWriteError: the file cannot be written there, or its name says that it is
                something else.
            NotFoundError: there is no such person, board or talk.

        """
        from app.usecases import printing

        printing.refuse_wrong_ending(to, order.kind.ending)
        made = self.set_document(notebook, order, checked=checked)
        self.give_document(notebook, made, put=lambda: printing.write_file(to, made.printed.file))
        return made

    def set_document(
        self,
        notebook: "NotebookFile",
        order: "PrintOrder",
        *,
        checked: "ReaderCheck | None" = None,
        pause: Callable[[], None] | None = None,
    ) -> SetDocument:
        """Set a document, to be looked at or given: nothing is written down, nothing leaves.

        Args:
            notebook: open.
            order: what is to be set, and for whom.
            checked: who uses easy read and read it, as for :meth:`document`.
            pause: called between sentences and between pages; what it raises ends the making.

        Raises:
            NotAllowedError: no choice covers it, or it is for the person alone.
            OwnCopyFirstError: the person's own copy comes first.
            NotFoundError: there is no such person, board or talk.

        """
        from app.paper import documents
        from app.paper.desk import no_pause
        from app.paper.job import Job
        from app.usecases import easy_read

        to_give, contents = self._gathered(notebook, order)
        whole = order.kind.tells_sentences and not order.kind.sections
        called = self._called(notebook, order, contents, checked) if whole else ""
        job = Job(
            contents=contents,
            made_on=order.made_on,
            words=order.words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.pictures(notebook),
            paper=order.paper or order.kind.papers[0],
            second_lang=order.second_lang,
            called=called,
            lacking=self._lacking(order, contents) if whole else (),
            hard_words=easy_read.hard_words(contents.plan, self.glossary, lang=order.words.lang),
            pause=pause or no_pause,
        )
        printed = documents.make(order.kind, job)
        return SetDocument(order=order, printed=printed, contents=contents, to_give=to_give)

    def give_document(
        self,
        notebook: "NotebookFile",
        made: SetDocument,
        *,
        put: Callable[[], object],
        today: datetime.date | None = None,
    ) -> Change:
        """Let a document leave, and write down that it did: for whom, and on which choice.

        The same document can leave more than once: printed, and then saved.

        Args:
            notebook: open, to be written to.
            made: what :meth:`set_document` made.
            put: puts the file in its place, or prints it.
            today: the day on which it leaves, where it was looked at first; left out where it was
                made just now. A yes may have ended with the day before.

        Raises:
            NotAllowedError: something was said or chosen since it was made, or it was made on
                another day (rule R7).
            NotFoundError: nothing stands on it.

        """
        from app.usecases import documents, events, handing_over, packs

        order, giving = made.order, made.order.giving
        documents.refuse_nothing(order.kind, made.contents)
        if made.to_give is None or giving is None:
            self._put_own(notebook, made, put)
            for person in made.contents.whose or (order.person or None,):
                events.note(
                    notebook,
                    what="printed",
                    person=person,
                    document=order.kind.key,
                    for_whom="person" if order.person else "",
                )
            return Change()
        pack, laid = made.contents.pack, made.printed.laid
        if today not in {None, giving.asked.on} or (made.to_give, made.contents) != self._gathered(
            notebook, order, pack=pack.pack if pack is not None else None
        ):
            raise NotAllowedError(_CHANGED, name=giving.asked.reader.name)
        asked = dataclasses.replace(giving.asked, document=order.kind.key)
        if pack is not None and laid is not None:
            put = functools.partial(
                packs.put, notebook, told=pack, asked=asked, laid=laid, by=giving.by, write=put
            )
        return handing_over.give(
            notebook,
            shared=made.to_give.shared,
            asked=asked,
            by=giving.by,
            put=put,
            own_declined=giving.own_declined,
        )

    def _put_own(
        self, notebook: "NotebookFile", made: SetDocument, put: Callable[[], object]
    ) -> None:
        """Put the person's own copy in its place; what is filled in and comes back is kept too."""
        from app.usecases import people, sheets_at_home

        order, sheet, laid = made.order, made.contents.sheet, made.printed.laid_sheet
        if sheet is None or laid is None:
            put()
            return
        worker = notebook.worker.id
        by = people.writer(notebook, person=order.person, worker=worker) or order.person
        body = self._sheet(made, laid)
        sheets_at_home.put(notebook, sheet=sheet, body=body, by=by, write=put)

    def _sheet(self, made: SetDocument, laid: "SheetLaid") -> "SheetBody":
        """What is kept of a sheet that goes home."""
        from app.model.session import Board
        from app.usecases import boards_at_home, choices_at_home

        if made.contents.questions is not None:
            return choices_at_home.sheet_of(
                made.contents.questions, laid, person=made.order.person, on=made.order.made_on
            )
        board = made.contents.one(Board)
        scale = self.topics.scale(board.body.scale)
        return boards_at_home.sheet_of(board, scale, laid, on=made.order.made_on)

    def _gathered(
        self, notebook: "NotebookFile", order: "PrintOrder", *, pack: "RecordId | None" = None
    ) -> "tuple[ToGive | None, Contents]":
        """What the document holds: what the reader may have, or all of it for the person.

        ``pack`` is the record that a pack will be, where it was gathered before.
        """
        from app.usecases import documents, handing_over, home_board, packs

        if order.kind.about == "home":
            return None, home_board.for_everybody(notebook, today=order.made_on, words=order.words)
        if order.giving is None and order.kind.comes_back:
            raise NotAllowedError(
                N_(
                    "This copy is for somebody who reads the plan with {person}. "
                    "Please say for whom it is."
                ),
                person=documents.name_of(notebook, order.person),
            )
        if order.giving is None:
            return None, dataclasses.replace(self._own(notebook, order), topics=self.topics)
        if order.kind.own_only or order.with_private:
            raise NotAllowedError(
                N_("What is private is for {person} alone, so no copy was made for {name}."),
                person=documents.name_of(notebook, order.person),
                name=order.giving.asked.reader.name,
            )
        given = handing_over.allowed_document(
            notebook,
            person=order.person,
            asked=order.giving.asked,
            kind=order.kind,
            about=order.about,
            sections=self.sections,
            guides=self.guides,
            own_declined=order.giving.own_declined,
            guarding=self.guard,
        )
        contents = dataclasses.replace(given.contents, topics=self.topics)
        if order.kind.comes_back:
            told = packs.told(
                notebook,
                contents=contents,
                asked=dataclasses.replace(order.giving.asked, document=order.kind.key),
                sections=self.sections,
                guides=self.guides,
                pack=pack,
            )
            contents = dataclasses.replace(contents, pack=told)
        return given, contents

    def _own(self, notebook: "NotebookFile", order: "PrintOrder") -> "Contents":
        from app.usecases import about_me, documents, plans

        plan = plans.plan(
            notebook,
            person=order.person,
            sections=self.sections,
            today=order.made_on,
            with_drawn=True,
            guarding=self.guard,
        )
        contents = documents.for_the_person(
            notebook, plan, order.kind, about=order.about, with_private=order.with_private
        )
        if order.kind.filled_in:
            return dataclasses.replace(contents, sheet=new_record_id(), questions=order.questions)
        if not order.kind.for_them_alone:
            return contents
        everything = about_me.about_me(
            notebook,
            person=order.person,
            sections=self.sections,
            guides=self.guides,
            topics=self.topics,
            today=order.made_on,
        )
        return dataclasses.replace(contents, everything=everything)

    def _lacking(self, order: "PrintOrder", contents: "Contents") -> tuple[str, ...]:
        """That sentences are not in a language of the copy, for its first page: a line for each."""
        from app.model import translation_told

        found = translation_told.untranslated(contents.lines(), order.langs)
        return tuple(
            translation_told.not_translated(order.words, number, self.language_name(lang))
            for lang, number in found.items()
        )

    def _called(
        self,
        notebook: "NotebookFile",
        order: "PrintOrder",
        contents: "Contents",
        checked: "ReaderCheck | None",
    ) -> str:
        """What kind of reading a booklet is, said on its cover (easy-read rule L24)."""
        from app.usecases import easy_read, reader_checks

        if contents.own and checked is None:
            last = reader_checks.last(notebook, plan=contents.plan, words=order.words)
            checked = last.check if last is not None else None
        return easy_read.said_on_cover(
            contents.plan, self.easy_read, order.words, order.made_on, checked
        )
