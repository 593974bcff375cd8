"""The people circle: who is in the person's life, and how close each of them is."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.drawn import RING_WORDS, RINGS, Circle, InCircle, Ring
from app.model.errors import BadWordsError
from app.model.ids import PictureRef
from app.model.text import is_blank
from app.model.wording import N_
from app.usecases import circles
from app.usecases.circles import called
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.picture_wanted import PictureWanted
from ui.parts.pressable import Pressable
from ui.parts.refs import NONE, PLUS, TICK
from ui.parts.rings import Rings
from ui.parts.words import Words
from ui.pixmaps import face_picture
from ui.screens.base import face_of
from ui.screens.moments.view import View

_NEARER = {Qt.Key.Key_Up, Qt.Key.Key_Left}
_FARTHER = {Qt.Key.Key_Down, Qt.Key.Key_Right}


class CircleView(View):
    """Press somebody, then press how close they are. They can be moved again at any time."""

    written_is_name = True

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        found = talk.of(Circle)
        self._circle = found[0].body if found else Circle(person=talk.person.id)
        self._people = self._everyone()
        self._in_hand = ""
        self._heads: dict[Ring, Pressable] = {}
        self._out: Pressable | None = None
        hand = QWidget()
        column = self.page(under=hand)
        column.add(self.question(picture_px=56))
        if (explained := self.explanation()) is not None:
            column.add(explained)
        face = face_of(talk.person.body)
        self._rings = Rings(ctx, name=face.name, face=face.picture)
        for ring, band in zip(RINGS, self._rings.bands, strict=True):
            self._fill(ring, band.column)
            band.pressed.connect(self._heads[ring].click)
        self._fill_hand(hand)
        if ctx.look.stacked:
            column.add(hand)
        column.column.addWidget(self._rings, 1)
        if not ctx.look.roomy:
            column.add_row(self.refusals())

    def first_focus(self) -> QWidget | None:
        """The first of those who are still to be placed; else the first ring."""
        waiting = next((called(each) for each in self._people if not each.ring), "")
        return self.findChild(Pressable, f"who-{waiting}") or self._heads["love"]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys bring somebody nearer or farther away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _NEARER | _FARTHER:
                sideways = key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
                mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
                nearer = (key in _NEARER) != (sideways and mirrored)
                self._move(watched.objectName().removeprefix("who-"), -1 if nearer else 1)
                return True
        return super().eventFilter(watched, event)

    # How it looks

    def _everyone(self) -> list[InCircle]:
        """Those in the circle as they are called today, and who could still come into it."""
        around = {each.id: each.body for each in self.talk.supporters}
        inside = {each.supporter for each in self._circle.people}
        people = list(circles.as_known(self._circle.people, around))
        return people + [
            InCircle(name=body.name, supporter=who, photo=body.photo)
            for who, body in around.items()
            if who not in inside and body.left_on is None
        ]

    def _fill(self, ring: Ring, column: QVBoxLayout) -> None:
        words, picture = RING_WORDS[ring]
        head = Pressable(
            self.ctx, self.ctx.t(words), picture=picture, picture_px=36, role="bare", size="label"
        )
        head.setObjectName(f"ring-{ring}")
        head.clicked.connect(lambda: self._put(ring))
        self._heads[ring] = head
        self._read.append(head)
        column.addWidget(head)
        people = Flow(gap=0)
        for each in self._people:
            if each.ring == ring:
                people.addWidget(self._face(each))
        column.addLayout(people)
        column.addStretch(1)

    def _face(self, each: InCircle) -> Pressable:
        ctx = self.ctx
        face = Pressable(
            ctx,
            each.name,
            picture=face_picture(each.photo, each.name),
            picture_px=40,
            arrange="above",
            size="note",
            bold=False,
            widest=round(132 * max(1.0, ctx.look.percent / 130)),
        )
        who = called(each)
        face.setObjectName(f"who-{who}")
        if each.ring:
            ring = ctx.t(RING_WORDS[each.ring][0])
            face.setAccessibleName(f"{each.name}. {ring}")
        face.installEventFilter(self)
        face.clicked.connect(lambda: self._take(who))
        self._read.append(face)
        return face

    def _fill_hand(self, hand: QWidget) -> None:
        """Who is still to be placed, a blank card, and whether it is right like this."""
        ctx = self.ctx
        row = Flow(hand, gap=0)
        for each in self._people:
            if not each.ring:
                row.addWidget(self._face(each))
        blank = self._card("somebody-else", N_("Somebody else"), PLUS, self._somebody_else)
        row.addWidget(blank)
        out = self._card("take-out", N_("Not in my circle"), NONE, lambda: self._put(""))
        out.hide()
        self._out = out
        row.addWidget(out)
        tip = Words(ctx, ctx.t(self._tip()), size="label", bold=False)
        self._read.append(tip)
        row.addWidget(tip)
        if any(each.ring for each in self._people) and not self._circle.confirmed:
            row.addWidget(self._card("right", N_("Yes, that is right"), TICK, self._confirm))

    def _tip(self) -> str:
        if self._circle.confirmed:
            return N_("You said: that is right.")
        if any(each.ring for each in self._people):
            return N_("Is it right like this?")
        return N_("Press somebody, then press how close they are. You can move them again.")

    def _card(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        card = Pressable(
            self.ctx,
            self.ctx.t(words),
            picture=picture,
            picture_px=34,
            size="note",
            dashed=name == "somebody-else",
        )
        card.setObjectName(name)
        card.clicked.connect(press)
        self._read.append(card)
        return card

    # What happens

    def _take(self, who: str) -> None:
        """Take somebody in hand, or put them down again; with somebody in hand the rings wait."""
        now = next(each for each in self._people if called(each) == who)
        if self._in_hand and self._in_hand != who and now.ring:
            self._put(now.ring)
            return
        self._in_hand = "" if self._in_hand == who else who
        for face in self.findChildren(Pressable):
            if face.objectName().startswith("who-"):
                face.choose(face.objectName() == f"who-{self._in_hand}")
        if self._out is not None:
            self._out.setVisible(bool(self._in_hand) and (bool(now.ring) or not now.supporter))
        if self._in_hand:
            self._heads[now.ring or "love"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, who: str, places: int) -> None:
        """One ring nearer or farther; from beyond the last ring into it, and out of it."""
        now = next(each.ring for each in self._people if called(each) == who)
        order: list[Ring | Literal[""]] = [*RINGS, ""]
        at = max(0, min(len(RINGS), order.index(now) + places))
        self._place(who, order[at])

    def _put(self, ring: Ring | Literal[""]) -> None:
        if self._in_hand:
            self._place(self._in_hand, ring)

    def _place(self, who: str, ring: Ring | Literal[""]) -> None:
        now = next(each for each in self._people if called(each) == who)
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        if now.ring == ring and (ring or now.supporter):
            self._in_hand = ""
            return
        if not ring and not now.ring:
            self.do(
                lambda: circles.take_out(
                    self.notebook, session=session, step=step, who=who, by=ctx.writer, at=at
                )
            )
            return
        self.do(
            lambda: circles.place(
                self.notebook,
                session=session,
                step=step,
                who=who,
                ring=ring,
                by=ctx.writer,
                at=at,
            ),
            focus=f"who-{who}",
        )

    def _confirm(self) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self.do(
            lambda: circles.confirm(self.notebook, session=session, step=step, by=ctx.writer, at=at)
        )

    def _somebody_else(self) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()

        def picked(ref: PictureRef | None, words: str) -> None:
            if is_blank(words):
                told = N_("Write their name first, then choose the photo again.")
                ctx.desk.trouble.emit(BadWordsError(told))
                return
            self.do(
                lambda: circles.add(
                    self.notebook,
                    session=session,
                    step=step,
                    name=words,
                    photo=ref,
                    by=ctx.writer,
                    at=at,
                ),
                focus=f"who-{' '.join(words.split())}",
            )

        title = ctx.t(N_("Who is it? Write their name."))
        self.picker_wanted.emit(PictureWanted(title=title, told=picked, may_be_none=False))
