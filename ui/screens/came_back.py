"""What was written on paper, by an advocate or by the person at home, for eyes to read."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QBoxLayout

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import PictureRef, RecordId
from app.model.packs import PackComment
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.review_codes import NOT_FROM_THIS_PLAN
from app.model.wording import N_
from app.readback.protocol import Opened
from app.readback.reading import NO_CODE, PARTLY, SEVERAL
from app.readback.unread import Unread, unread
from app.usecases import boards_at_home, choices_at_home, comments, people, sheets_at_home
from app.usecases.boards_at_home import BoardBack
from app.usecases.choices_at_home import QuestionBack
from app.usecases.comments import CameBack
from ui.context import Context
from ui.parts import choosing
from ui.parts.bars import Button
from ui.parts.board_back import BoardBackCards
from ui.parts.box_picture import BoxPicture
from ui.parts.comment_back import QUOTED, CommentBackCards
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.pressable import Pressable
from ui.parts.progress import Progress
from ui.parts.question_back import QuestionBackCards
from ui.parts.refs import FROM_FILE, TICK, TODAY, WRITE
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen

_FILES = (".pdf", ".png", ".jpg", ".jpeg")
_NOTHING = N_("Nothing is written or ticked there.")
_AT_ONCE = 6
"""So many boxes that look empty are shown together."""


Back = CameBack | BoardBack | QuestionBack


class _Read(NamedTuple):
    """What a file held: what is to be looked at, boxes that look empty, and what was not read."""

    found: tuple[Back, ...]
    empty: tuple[CameBack, ...]
    opened: Opened
    left: Unread


class CameBackScreen(PersonPageScreen):
    """A code is typed or a file opened; then each box is looked at, and its words typed."""

    title = N_("What came back on paper")

    def __init__(self, ctx: Context, *, person: RecordId, back: str = "advocate_queries") -> None:
        super().__init__(ctx, person=person)
        self._behind = back
        self._left: tuple[Back, ...] = ()
        self._around: tuple[Record[Supporter], ...] = ()
        self._empty: tuple[CameBack, ...] = ()
        self._not_read: tuple[str, ...] = ()
        self._busy = False
        self._progress: Progress | None = None
        notebook = ctx.open_notebook

        def read() -> tuple[Record[Person], tuple[Record[Supporter], ...]]:
            around = people.supporters(notebook, person=person)
            return people.person(notebook, person=person), around

        ctx.desk.do(read, owner=self, then=lambda found: self._begin(*found))

    def way_back(self) -> Button:
        """To the screen it was opened from."""
        return self.back_button(Route(self._behind, {"person": self.person_id}))

    def _begin(self, person: Record[Person], around: tuple[Record[Supporter], ...]) -> None:
        self.person, self._around = person, around
        self._ask()

    def _ask(self, *told: str) -> None:
        """Ask for a code or a file; ``told`` is what came of the last one."""
        ctx, page = self.ctx, self.page
        page.begin_anew()
        self._left, self._empty, self._not_read = (), (), ()
        self._busy, self._progress = False, None
        page.say(ctx.t(self.title), "title")
        for each in told:
            page.say(each)
        field = Field(ctx, ctx.t(N_("The code on the paper")))
        field.line.setObjectName("code")
        page.add(field)
        find = ctx.t(N_("Find it"))
        page.put(main_deed(ctx, "find", find, TICK, lambda: self._find(field)))
        opening = ctx.t(N_("Open a scan, a photo or a PDF"))
        self._quiet_deed("open", opening, FROM_FILE).clicked.connect(self._choose_file)
        self.show_page(field.line)

    def _find(self, field: Field) -> None:
        if self._busy:
            return
        self._busy = True
        field.tell("")
        notebook, person, typed = self.ctx.open_notebook, self.person_id, field.text
        guides = self.ctx.house.guides

        def find() -> tuple[Back, ...]:
            if board := boards_at_home.of_code(notebook, typed=typed, person=person):
                return (board,)
            asked = choices_at_home.of_code(notebook, typed=typed, guides=guides, person=person)
            return asked or (comments.of_code(notebook, person=person, typed=typed),)

        self.ctx.desk.do(
            find,
            owner=self,
            then=self._found,
            failed=lambda error: self._slip(field, error),
        )

    def _slip(self, field: Field, error: AlongsideError) -> None:
        self._busy = False
        field.tell(error.said(self.ctx.words))

    def _choose_file(self) -> None:
        title = self.ctx.t(N_("Open a scan, a photo or a PDF"))
        choosing.choose_file(
            self.ctx, self, title, kind="PDF, PNG, JPEG", ends=_FILES, then=self._open
        )

    def _open(self, path: Path) -> None:
        if self._busy:
            return
        self._busy = True
        progress = self._show_progress()
        house, notebook, person = self.ctx.house, self.ctx.open_notebook, self.person_id

        def read() -> _Read:
            sheets = (
                *comments.sheets(notebook, person=person),
                *sheets_at_home.sheets(notebook, person=person),
            )
            opened = house.read_back(path, sheets, going=progress.told)
            about = comments.of_file(notebook, opened=opened, person=person)
            boards = boards_at_home.of_file(notebook, opened=opened, person=person)
            asked = choices_at_home.of_file(
                notebook, opened=opened, guides=house.guides, person=person
            )
            likely = tuple(each for each in about if each.filled)
            empty = tuple(each for each in about if not each.filled)
            return _Read((*likely, *boards, *asked), empty, opened, unread(opened, sheets))

        def then(read: _Read) -> None:
            told = self._told_of(path.name, len(read.opened.pages), read.left)
            self._found(read.found, read.empty, told)

        self.ctx.desk.do(read, owner=self, then=then, failed=self._refused, stopped=self._ask)

    def _show_progress(self) -> Progress:
        """How far a file is read; hundreds of pages take minutes."""
        self._progress = progress = Progress(self.ctx)
        self.page.begin_anew()
        self.page.say(self.ctx.t(self.title), "title")
        self.page.add(progress)
        self.show_page(progress.button)
        return progress

    def leave(self) -> None:
        """Stop what nobody waits for any more; nothing of it was kept."""
        if self._progress is not None:
            self._progress.stop()

    def _told_of(self, file: str, pages: int, left: Unread) -> tuple[str, ...]:
        """In sentences, what of a file was not read."""
        t = self.ctx.t
        whys = {
            **dict.fromkeys(left.pages, NO_CODE),
            **dict.fromkeys(left.partly, PARTLY),
            **dict.fromkeys(left.several, SEVERAL),
        }
        told = []
        for page, why in sorted(whys.items()):
            named = t(N_("Page {n} of {pages}"), n=page, pages=pages)
            told.append(t(why, file=f"{file} · {named}"))
        if left.strange:
            told.append(t(NOT_FROM_THIS_PLAN, person=self.person.body.preferred_name))
        return tuple(told)

    def _refused(self, error: AlongsideError) -> None:
        self._ask(error.said(self.ctx.words))

    def _found(
        self,
        found: tuple[Back, ...],
        empty: tuple[CameBack, ...] = (),
        not_read: tuple[str, ...] = (),
    ) -> None:
        self._busy, self._progress = False, None
        if not found and not empty:
            self._ask(*(not_read or (self.ctx.t(_NOTHING),)))
            return
        self._left, self._empty, self._not_read = found, empty, not_read
        self._next()

    def _next(self) -> None:
        """The next board or sentence that is written on; then the boxes that look empty."""
        ctx, page = self.ctx, self.page
        if not self._left and not self._empty:
            all_seen = ctx.t(N_("That was all. What is kept waits for the next talk."))
            self._ask(*self._not_read, all_seen)
            return
        if not self._left:
            page.begin_anew()
            self._show_empty(self._empty[:_AT_ONCE])
            return
        one = self._left[0]
        page.begin_anew()
        if isinstance(one, BoardBack):
            self._show_board(one)
        elif isinstance(one, QuestionBack):
            self._show_question(one)
        else:
            notebook = ctx.open_notebook
            ctx.desk.do(
                lambda: comments.kept_before(notebook, about=one),
                owner=self,
                then=functools.partial(self._show_comment, one),
                failed=functools.partial(self._not_looked_at, one),
            )

    def _show_empty(self, boxes: tuple[CameBack, ...]) -> None:
        """Boxes in which no ink was found, for somebody to say so or to type what is there."""
        ctx, page = self.ctx, self.page
        page.say(ctx.t(self.title), "title")
        told = N_("No writing was found in these boxes. Press a sentence if you see some.")
        page.say(ctx.t(told), "label", bold=False)
        cards = [self._empty_box(one) for one in boxes]
        page.begin_row()
        page.put(main_deed(ctx, "nothing", ctx.t(_NOTHING), TICK, self._are_empty))
        self.show_page(cards[0])

    def _empty_box(self, one: CameBack) -> Pressable:
        """A box, and beside it its sentence; in large words, below it."""
        ctx, page = self.ctx, self.page
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if ctx.look.stacked else way.LeftToRight)
        row.setSpacing(ctx.look.shape.gap)
        row.addWidget(BoxPicture(ctx, one.picture), 1)
        card = Pressable(
            ctx, ctx.t(QUOTED, words=one.words), picture=WRITE, picture_px=40, size="note"
        )
        card.setObjectName(f"box-{one.code}")
        card.clicked.connect(functools.partial(self._look_at, one))
        row.addWidget(card, 1)
        page.add_row(row)
        page.read.append(card)
        return card

    def _look_at(self, one: CameBack) -> None:
        self._empty = tuple(each for each in self._empty if each is not one)
        self._left = (one,)
        self._next()

    def _are_empty(self) -> None:
        self._empty = self._empty[_AT_ONCE:]
        self._next()

    def _show_board(self, one: BoardBack) -> None:
        """A board, for somebody to say where each card lies on the paper."""
        ctx, page, board = self.ctx, self.page, one.board.body
        scale, topic = ctx.house.topics.scale(board.scale), ctx.house.topics.topic(board.topic)
        asked = N_("{topic}. {question}")
        named = ctx.t(topic.words) if topic is not None else board.topic
        page.say(ctx.t(asked, topic=named, question=ctx.t(scale.ask)), "title")
        cards = BoardBackCards(ctx, page, one, scale)
        page.begin_row()
        keep = main_deed(
            ctx, "keep", ctx.t(N_("Keep it")), TICK, lambda: self._keep_board(one, cards.piles)
        )
        page.put(keep)
        leave = ctx.t(N_("Leave it out"))
        self._quiet_deed("leave", leave, TODAY).clicked.connect(self._after)
        self.show_page(cards.first)

    def _show_question(self, one: QuestionBack) -> None:
        """A question, for somebody to say, with the person, what is ticked on the paper."""
        ctx, page = self.ctx, self.page
        cards = QuestionBackCards(ctx, page, one, person=self.person, around=self._around)
        page.begin_row()
        first = cards.first
        if first is not None:
            keep = ctx.t(N_("Keep it"))
            page.put(main_deed(ctx, "keep", keep, TICK, lambda: self._keep_question(one, cards)))
        leave = self._quiet_deed("leave", ctx.t(N_("Leave it out")), TODAY)
        leave.clicked.connect(self._after)
        self.show_page(first or leave)

    def _keep_question(self, one: QuestionBack, cards: QuestionBackCards) -> None:
        ctx, chosen, own = self.ctx, tuple(cards.chosen), cards.own
        notebook, by, at, brought_by = ctx.open_notebook, ctx.writer, ctx.now(), cards.brought_by

        def keep() -> Change:
            return choices_at_home.keep(
                notebook, back=one, chosen=chosen, own=own, brought_by=brought_by,
                words=ctx.words, by=by, at=at,
            )  # fmt: skip

        self._write(keep, self._not_kept)

    def _keep_board(self, one: BoardBack, piles: dict[str, str]) -> None:
        notebook, by, today = self.ctx.open_notebook, self.ctx.writer, self.ctx.today

        def keep() -> Change:
            return boards_at_home.keep(notebook, back=one, piles=piles, on=today, by=by)

        self._write(keep, self._not_kept)

    def _not_kept(self, error: AlongsideError) -> None:
        self._busy = False
        self.told.emit(error.said(self.ctx.words))

    def _write(self, keep: Callable[[], Change], refused: Callable[[AlongsideError], None]) -> None:
        """Keep something once, and go on to the next."""
        if self._busy:
            return
        self._busy = True
        self.ctx.desk.do(keep, owner=self, then=lambda _: self._after(), failed=refused)

    def _not_looked_at(self, one: CameBack, error: AlongsideError) -> None:
        """What was kept before is not known, and the comment is still there to be kept."""
        self._show_comment(one, ())
        self.told.emit(error.said(self.ctx.words))

    def _show_comment(self, one: CameBack, before: tuple[Record[PackComment], ...]) -> None:
        """A sentence with what is written about it, and what was kept of it before."""
        ctx, page = self.ctx, self.page
        cards = CommentBackCards(ctx, page, one, before)
        keep = ctx.t(N_("Keep it"))
        page.put(main_deed(ctx, "keep", keep, TICK, lambda: self._keep(one, cards)))
        leave = ctx.t(N_("Leave it out"))
        self._quiet_deed("leave", leave, TODAY).clicked.connect(self._after)
        self.show_page(cards.field.line)

    def _quiet_deed(self, name: str, words: str, picture: PictureRef) -> Pressable:
        card = Pressable(self.ctx, words, picture=picture, picture_px=40, size="button")
        card.setObjectName(name)
        return self.page.put(card)

    def _keep(self, one: CameBack, cards: CommentBackCards) -> None:
        ctx, field, words, mark = self.ctx, cards.field, cards.field.text, cards.mark
        notebook, person = ctx.open_notebook, self.person_id
        by, today = ctx.writer, ctx.today

        def keep() -> Change:
            return comments.keep(
                notebook,
                person=person,
                about=one,
                mark=mark,
                words=words,
                commenter=one.commenter,
                on=today,
                by=by,
            )

        def refused(error: AlongsideError) -> None:
            self._busy = False
            field.tell(error.said(ctx.words))

        self._write(keep, refused)

    def _after(self) -> None:
        self._busy = False
        self._left = self._left[1:]
        self._next()
