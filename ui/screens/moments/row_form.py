"""Writing a row of the chart part by part: each part a question of its own, large."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.model.guide import Moment
from app.model.halfsaid import OTHERS, HalfRow, HalfSaid
from app.model.ids import PictureRef, RecordId
from app.model.statement import Sure
from app.model.wording import N_
from app.usecases import rows
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.chips import Chips
from ui.parts.column import clear
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.in_sight import bring_into_sight
from ui.parts.keeping import Keeping
from ui.parts.pressable import Pressable
from ui.parts.refs import FEWER, NONE, PICTURE, PLUS, TICK, UNSURE
from ui.parts.strokes import ONWARD
from ui.parts.taborder import follow_layout
from ui.parts.telling import HOW_TOLD, SURE
from ui.parts.words import Words
from ui.pixmaps import face_picture
from ui.screens.moments.row_parts import WHO, Part

_MOST_SHOWN = 40
_MOST_SEEN = 999


class RowForm(QWidget):
    """The place to write a row.

    Attributes:
        read: what can be heard of it, in reading order.

    Signals:
        done: the row is to be put on a card; carries a :class:`HalfSaid`.
        left: what was being changed is left as it was.
        picture_wanted: a picture is to be chosen.

    """

    done = Signal(object)
    left = Signal()
    picture_wanted = Signal()

    def __init__(self, ctx: Context, talk: Talk, parts: tuple[Part, ...], *, whose: bool) -> None:
        super().__init__()
        self.ctx, self.talk = ctx, talk
        self._parts = parts
        self._whose = whose
        self._now = talk.typing
        self.read: list[Words | Pressable] = []
        self.field: QPlainTextEdit | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._keeping = Keeping(
            self, ctx, place=talk.session.id, key=talk.conversation.step.key,
            standing=lambda: self.standing, kept=talk.typing,
        )  # fmt: skip
        self._begin()
        self._show()

    # What the owner asks of it

    @property
    def standing(self) -> HalfSaid:
        """The row as it stands."""
        return self._now

    @property
    def row(self) -> HalfRow:
        """Its parts."""
        return self._now.row or HalfRow()

    def use(self, said: HalfSaid, *, part: str = "") -> None:
        """Write on at another row, or at this one as it stands elsewhere."""
        self._now = said
        self._begin()
        if part:
            self._set(part=part)
        self._show()

    def begin_anew(self) -> None:
        """The row is on a card: an empty one stands here, of which nobody said whose it is."""
        self._now = HalfSaid()
        self._begin()
        self._keeping.settled()

    def take_picture(self, ref: PictureRef | None) -> None:
        """Use this picture, or none."""
        self._now = msgspec.structs.replace(self._now, picture=ref, picture_chosen=True)
        self.changed()
        self._show()

    def lacks_whose(self) -> bool:
        """Whether only this is missing of the row: whose words it is; then it is asked."""
        if self.standing.blank or rows.missing(self._now, self._moment) != rows.WHOSE:
            return False
        self._go_to(self._parts[-1])
        self.tell(self.ctx.t(rows.WHOSE))
        return True

    def tell(self, sentence: str) -> None:
        """Say above the way onward what is wrong, in sight."""
        clear(self._told)
        told = Words(self.ctx, sentence, size="label", ink="stop_ink")
        self._told.addWidget(told)
        bring_into_sight(self._deed, told)

    def ask_to_finish(self) -> None:
        """Another row is to be opened, and this one is still being written."""
        self._show()
        self.tell(self.ctx.t(N_("Put this one on a card first, or empty it.")))

    def begin_here(self) -> None:
        """The part on screen starts at its question, with the keyboard where it is written."""
        first = self.field or self.findChild(Pressable, f"part-{self._part.field}")
        if first is not None:
            first.show()  # until a layout shows it, it takes no focus
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self._deed, self.field or self._asked, self._asked)

    def changed(self) -> None:
        """What stands here is kept soon."""
        words = rows.in_one_text(self.row) or self.row.means or self.row.means_else
        self._now = msgspec.structs.replace(self._now, words=words)
        self._keeping.soon()

    def keep_now(self) -> None:
        """Keep what stands here, if it is not kept yet."""
        self._keeping.now()

    # How it is made

    def _begin(self) -> None:
        if self._now == HalfSaid():
            # Whose words a row is says how sure it is: that is never taken for granted.
            self._now = msgspec.structs.replace(self._now, how="")
        if not self._now.lang:
            home = self.talk.person.body.home_language
            self._now = msgspec.structs.replace(self._now, lang=home)
        if not self._whose:
            self._now = msgspec.structs.replace(self._now, how="shown_by_behaviour")

    @property
    def _moment(self) -> Moment:
        return self.talk.conversation.step.moment

    @property
    def _part(self) -> Part:
        found = (part for part in self._parts if part.field == self.row.part)
        return next(found, self._parts[0])

    def _show(self) -> None:
        clear(self._column)
        self.read = []
        self.field = None
        part = self._part
        self._column.addLayout(self._path())
        asked = Words(self.ctx, self.ctx.t(part.asks, name=self._name), size="title")
        self._asked = asked
        self.read.append(asked)
        self._column.addWidget(asked)
        if part.field == WHO:
            self._show_who()
        else:
            self._show_part(part)
        self._told = QVBoxLayout()
        self._column.addLayout(self._told)
        self._column.addLayout(self._onward(part))
        follow_layout(self)

    @property
    def _name(self) -> str:
        return self.talk.person.body.preferred_name

    def _path(self) -> Flow:
        """Every part, with what is written there: each is one press away."""
        row = Flow(gap=2)
        for part in self._parts:
            said = "" if part.field == WHO else getattr(self.row, part.field)
            if part.field == "means" and self.row.unsure:
                said = self.ctx.t(N_("Not sure"))
            short = said if len(said) <= _MOST_SHOWN else f"{said[:_MOST_SHOWN]}…"
            card = Pressable(
                self.ctx,
                self.ctx.t(part.words),
                picture=self.ctx.shows(part.picture),
                picture_px=30,
                note=" ".join(short.split()),
                size="note",
                widest=round(300 * max(1.0, self.ctx.look.percent / 125)),
            )
            card.setObjectName(f"part-{part.field}")
            card.choose(part == self._part)
            card.clicked.connect(lambda _=False, part=part: self._go_to(part))
            row.addWidget(card)
        return row

    def _show_part(self, part: Part) -> None:
        self.field = self._text(part.field, self.ctx.t(part.asks, name=self._name))
        self._column.addWidget(self.field)
        if part.field == "means":
            self._show_meaning()

    def _text(self, field: str, name: str) -> QPlainTextEdit:
        place = QPlainTextEdit(getattr(self.row, field))
        place.setObjectName(f"row-{field}")
        place.setFont(self.ctx.look.font("sentence"))
        place.setTabChangesFocus(True)
        place.setAccessibleName(name)
        place.setFixedHeight(self.ctx.look.lines("sentence", 2) + 20)
        place.moveCursor(QTextCursor.MoveOperation.End)

        def typed() -> None:
            self._set(**{field: place.toPlainText()})
            self.changed()

        place.textChanged.connect(typed)
        return place

    def _show_meaning(self) -> None:
        """How sure anybody is; that nobody knows; and a second thing that it may mean."""
        ctx = self.ctx
        sure = Chips(ctx, name="sure")
        for each, words in SURE:
            self.read.append(sure.add(each, ctx.t(words), lambda each=each: self._choose(each)))
        unsure = sure.add("unknown", ctx.t(N_("Not sure what it means")), self._not_sure, UNSURE)
        self.read.append(unsure)
        sure.choose("unknown" if self.row.unsure else self._now.sure or "")
        self._column.addLayout(sure)
        if self.row.unsure:
            return
        if self.row.means_else or self._two:
            asked = Words(ctx, ctx.t(N_("It could also mean this:")), size="label")
            self._column.addWidget(asked)
            self._column.addWidget(self._text("means_else", asked.words))
        else:
            more = self._button("means-else", ctx.t(N_("It could mean something else too")), PLUS)
            more.clicked.connect(self._second_meaning)
            row = Flow()
            row.addWidget(more)
            self._column.addLayout(row)

    _two = False

    def _second_meaning(self) -> None:
        self._two = True
        self._show()
        place = self.findChild(QPlainTextEdit, "row-means_else")
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_who(self) -> None:
        if self._whose and self.row.changes is None:
            self._show_whose()
        if any(part.field == "does" for part in self._parts[:2]):
            self._show_seen()

    def _show_whose(self) -> None:
        ctx = self.ctx
        hows = Chips(ctx, name="how")
        for how, words, picture in HOW_TOLD:
            hows.add(how, ctx.t(words), lambda how=how: self._choose_how(how), PictureRef(picture))
        hows.choose(self._now.how)
        self._column.addLayout(hows)
        if self._now.how == OTHERS:
            self._column.addWidget(Words(ctx, ctx.t(N_("Whose words?")), size="label"))
            who = self._people("said-by", self._choose_whose)
            who.choose(self._now.said_by or "")
            self._column.addLayout(who)

    def _show_seen(self) -> None:
        ctx, count = self.ctx, self.row.seen_count
        often = ctx.words.tn("Seen {n} time", "Seen {n} times", count)
        seen = Words(ctx, often if count else ctx.t(N_("How often was it seen?")), size="label")
        self.read.append(seen)
        fewer = self._button("seen-less", ctx.t(N_("Once less")), FEWER)
        fewer.clicked.connect(lambda: self._count(-1))
        more = self._button("seen-more", ctx.t(N_("Once more")), PLUS)
        more.clicked.connect(lambda: self._count(1))
        row = Flow(gap=6)
        row.addWidget(seen)
        row.addWidget(more)
        row.addWidget(fewer)
        fewer.setEnabled(count > 0)
        fewer.setVisible(count > 0)
        self._column.addLayout(row)
        self._column.addWidget(Words(ctx, ctx.t(N_("Who saw it?")), size="label"))
        who = self._people("seen-by", self._choose_seer)
        who.choose(self.row.seen_by or "")
        self._column.addLayout(who)

    def _people(self, name: str, choose: Callable[[RecordId], None]) -> Chips:
        chips = Chips(self.ctx, name=name)
        for each in self.talk.supporters:
            face = face_picture(each.body.photo, each.body.name)
            chips.add(each.id, each.body.name, lambda who=each.id: choose(who), face)
        return chips

    def _onward(self, part: Part) -> Flow:
        """On to the next part; what is written can be put on a card from each of them."""
        ctx, row, deeds = self.ctx, Flow(gap=6), []
        at, last = self._parts.index(part), part == self._parts[-1]
        if not last:
            following = self._parts[at + 1]
            on = self._button(
                "next-part", ctx.t(N_("On to: {part}"), part=ctx.t(following.words)), ONWARD
            )
            on.clicked.connect(lambda: self._go_to(following))
            deeds.append(on)
        if last or not self.standing.blank:
            put = main_deed(ctx, "put-on-card", ctx.t(N_("Put it on a card")), TICK, self._put)
            self.read.append(put)
            deeds.append(put)
        if last:
            shown = self._now.picture or PICTURE
            picture = self._button("choose-picture", ctx.t(N_("A picture")), shown)
            picture.clicked.connect(self.picture_wanted.emit)
            deeds.append(picture)
        self._deed = deeds[-1]
        for each in deeds:
            row.addWidget(each)
        if self.row.changes is not None:
            leave = self._button("leave-it", ctx.t(N_("Leave it as it was")), NONE)
            leave.clicked.connect(self.left.emit)
            row.addWidget(leave)
        return row

    def _button(self, name: str, words: str, picture: PictureRef) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=30)
        button.setObjectName(name)
        self.read.append(button)
        return button

    # What happens

    def _set(self, **parts: object) -> None:
        row = msgspec.structs.replace(self.row, **parts)
        self._now = msgspec.structs.replace(self._now, row=row)

    def _go_to(self, part: Part) -> None:
        self._set(part=part.field)
        self.changed()
        self._show()
        self.begin_here()

    def _choose(self, sure: Sure) -> None:
        self._set(unsure=False)
        self._now = msgspec.structs.replace(self._now, sure=sure)
        self._again(f"sure-{sure}")

    def _not_sure(self) -> None:
        self._set(unsure=not self.row.unsure)
        self._again("sure-unknown")

    def _choose_how(self, how: str) -> None:
        self._now = msgspec.structs.replace(self._now, how=how)
        self._again(f"how-{how}")

    def _choose_whose(self, who: RecordId) -> None:
        self._now = msgspec.structs.replace(self._now, said_by=who)
        self._again(f"said-by-{who}")

    def _choose_seer(self, who: RecordId) -> None:
        self._set(seen_by=None if who == self.row.seen_by else who)
        self._again(f"seen-by-{who}")

    def _count(self, more: int) -> None:
        self._set(seen_count=min(_MOST_SEEN, max(0, self.row.seen_count + more)))
        self._again("seen-more" if more > 0 or not self.row.seen_count else "seen-less")

    def _again(self, focus: str) -> None:
        self.changed()
        self._show()
        button = self.findChild(Pressable, focus)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self) -> None:
        if self.lacks_whose():
            return
        problem = rows.missing(self._now, self._moment)
        if problem:
            self.tell(self.ctx.t(problem))
        else:
            self.done.emit(self._now)
