"""A row of the communication chart: what is seen comes first, then what it means (domain C.4)."""

from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError, BadWordsError, NotAllowedError
from app.model.halfsaid import HalfSaid
from app.model.ids import PictureRef
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import rows
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.in_sight import bring_into_sight
from ui.parts.picture_wanted import PictureWanted, picture_question
from ui.parts.pressable import Pressable
from ui.parts.statement_card import statement_card
from ui.parts.words import Words
from ui.screens.moments.row_form import RowForm
from ui.screens.moments.row_parts import FROM_PERSON, TO_PERSON
from ui.screens.moments.view import View


class ChartRowView(View):
    """One row at a time, part by part; the rows that are there stand under it as cards."""

    parts = FROM_PERSON
    whose = True

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._sent: HalfSaid | None = None
        self._newest: Pressable | None = None
        to_person = self.moment.about == rows.TO_PERSON
        parts = TO_PERSON if to_person and self.whose else self.parts
        column = self.page()
        column.add(self.question(picture_px=64))
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self.form = RowForm(ctx, talk, parts, whose=self.whose)
        self.form.done.connect(self._say)
        self.form.left.connect(self._leave_it)
        self.form.picture_wanted.connect(self._choose_picture)
        column.add(self.form)
        self.add_answer(column)
        self._add_cards(column)
        self.end_page(column)

    def add_answer(self, column: Column) -> None:
        """Put the person's own answer on the page, where the moment has one."""

    def readables(self) -> tuple[Words | Pressable, ...]:  # type: ignore[override]
        """The question, the part that is on screen, and the cards."""
        head = [each for each in self._read if isinstance(each, Words)]
        cards = [each for each in self._read if isinstance(each, Pressable)]
        return (*head, *self.form.read, *cards)

    def first_focus(self) -> QWidget | None:
        """The part that is being written."""
        return self.form.field

    def leave(self) -> None:
        """Keep what is unfinished."""
        self.form.keep_now()

    def holds_back(self) -> bool:
        """A row waits until somebody says whose words it is: nobody makes that up."""
        return self.form.lacks_whose()

    def carry_over(self, old: View) -> None:
        """What is being written stays; the card that was just made comes into sight."""
        if not isinstance(old, ChartRowView):
            return
        if old.form.standing != self.form.standing:
            self.form.use(old.form.standing)
        if self._newest is not None and len(self.talk.said) > len(old.talk.said):
            bring_into_sight(self._newest)

    def refused(self, error: AlongsideError) -> bool:
        """Put the row back, and say beside it why it could not be kept."""
        if not isinstance(error, BadWordsError | NotAllowedError):
            return False
        if self._sent is not None and self.form.standing.blank:
            self.form.use(self._sent)
        self.form.tell(error.said(self.ctx.words))
        return True

    def listed(self) -> tuple[Record[Statement], ...]:
        """The rows that stand under the form."""
        wanted = self.moment.about or "from_person"
        return tuple(
            each
            for each in self.talk.of(Statement)
            if each.body.kind == "chart_row"
            and each.body.chart is not None
            and each.body.chart.direction == wanted
            and not each.body.disowned
        )

    def _add_cards(self, column: Column) -> None:
        ctx, new = self.ctx, {each.id for each in self.talk.said}
        shown = self.listed()
        if shown and self.whose:
            head = Words(ctx, ctx.t(N_("The chart so far")), size="label", ink="quiet_ink")
            self._read.append(head)
            column.add(head)
        for each in shown:
            card = statement_card(
                ctx,
                each,
                person=self.name,
                said_by=self.talk.name_of(each.body.said_by),
                new=each.id in new,
            )
            if each.body.voice_group == "others":
                card.clicked.connect(self.hear.emit)
            else:
                card.setToolTip(ctx.t(N_("Put it differently")))
                card.clicked.connect(lambda _=False, each=each: self._change(each))
            self._read.append(card)
            column.add(card)
            if each.id in new:
                self._newest = card

    def _change(self, record: Record[Statement]) -> None:
        """Open a row to be put differently. A row that is half written is not lost for it."""
        standing = self.form.standing
        if not standing.blank and self.form.row.changes != record.id:
            self.form.ask_to_finish()
            return
        self.form.use(rows.half(record.id, record.body))
        self.form.changed()
        self.form.begin_here()

    def _leave_it(self) -> None:
        self.form.use(HalfSaid())
        self.form.keep_now()

    def _say(self, said: HalfSaid) -> None:
        if self.waiting():
            return
        ctx, session, step, at = self.ctx, self.session, self.step, self.now()
        self._sent = said
        self.form.begin_anew()
        self.do(
            lambda: rows.say(
                self.notebook, session=session, step=step, said=said, by=ctx.writer, at=at
            )
        )

    def _choose_picture(self) -> None:
        def picked(ref: PictureRef | None, _words: str) -> None:
            self.form.take_picture(ref)

        said = self.form.row.does or self.form.row.happening
        self.picker_wanted.emit(
            PictureWanted(
                title=picture_question(self.ctx, said),
                told=picked,
                goes_with=(said, self.form.standing.lang),
                instead_of=self.form.standing.picture,
            )
        )
