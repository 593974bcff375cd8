"""A sorting board: one card at a time, put on one of the piles, moved again at any time."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.drawn import OwnTopic
from app.model.errors import BadWordsError
from app.model.ids import PictureRef
from app.model.pictures import Picture
from app.model.session import BoardCard
from app.model.text import is_blank
from app.model.topics import Pile, Topic
from app.model.wording import N_
from app.usecases import boards, people
from app.usecases.own_topics import with_own
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.board_pages import board_pages
from ui.parts.dragging import Carrying
from ui.parts.flow import Flow
from ui.parts.picture_wanted import PictureWanted
from ui.parts.pileframe import PileFrame
from ui.parts.pressable import Pressable, Role
from ui.parts.refs import CHANGE, MORE, PLUS, TICK
from ui.parts.words import Words
from ui.screens.moments.view import View

_ROLES: dict[int, list[Role]] = {
    2: ["own", "others"],
    3: ["own", "plain", "others"],
    4: ["own", "plain", "plain", "others"],
    5: ["own", "plain", "plain", "plain", "others"],
}


class BoardView(View):
    """Press a card, then press where it goes. Only the person's pressing counts as theirs."""

    written_is_name = True

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._scale = ctx.house.topics.scale(self.moment.scale)
        self._in_hand = ""
        self._taken = False
        self._piles: list[Pressable] = []
        self.complete = talk.board is not None
        self._build() if self.complete else self._lay_out_soon()

    def first_focus(self) -> QWidget | None:
        """The card in hand."""
        return self.findChild(Pressable, f"card-{self._in_hand}")

    # Laying out

    def lay_out(self) -> Change:
        """Lay the topic's cards out."""
        return boards.lay_out(
            self.notebook,
            session=self.session,
            step=self.step.key,
            moment=self.moment,
            topic=self._topic(),
            words=self.ctx.words,
            by=self.ctx.writer,
        )

    def _lay_out_soon(self) -> None:
        QTimer.singleShot(0, self, lambda: self.do(self.lay_out))

    def _topic(self) -> Topic:
        name = self.step.about or self.moment.topic
        known = with_own(self.ctx.house.topics.topics, self.talk.of(OwnTopic))
        gone = Topic(id=name, words=name, picture=self.moment.picture, cards=())
        return next((topic for topic in known if topic.id == name), gone)

    # How it looks

    def _build(self) -> None:
        board = self.talk.board
        assert board is not None
        waiting = [card for card in board.body.cards if not card.pile]
        self._in_hand = waiting[0].id if waiting else ""
        none = not board.body.cards
        hand = self._first_card() if none else self._hand(waiting) if waiting else self._right()
        column = self.page(under=hand)
        column.add(self.question(self._title(), self._picture(), 64))
        self._table = self._pile_row()
        column.column.addWidget(self._table, 1)
        if self.ctx.look.stacked:
            column.add(hand)
        if not self.ctx.look.roomy:
            column.add_row(self.refusals())

    def _title(self) -> str:
        ctx = self.ctx
        if self.moment.practice:
            return ctx.t(self.moment.prompt)
        return ctx.t(
            N_("{topic}. {question}"),
            topic=ctx.t(self._topic().words),
            question=ctx.t(self._scale.ask),
        )

    def _picture(self) -> PictureRef:
        return self.moment.picture if self.moment.practice else self._topic().picture

    def _pile_row(self) -> QWidget:
        table = QWidget()
        row = (QVBoxLayout if self.ctx.look.stacked else QHBoxLayout)(table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        piles = list(self._scale.piles)
        roles = list(_ROLES[len(piles)])
        if self.ctx.settings.scale_flip:
            piles.reverse()
            roles.reverse()
        for pile, role in zip(piles, roles, strict=True):
            row.addWidget(self._pile(pile, role), 1)
        return table

    def _pile(self, pile: Pile, role: Role) -> QWidget:
        ctx, board = self.ctx, self.talk.board
        assert board is not None
        holder = PileFrame(ctx, role)
        head = Pressable(
            ctx,
            ctx.t(pile.words),
            picture=pile.picture,
            picture_px=46,
            role="bare",
            size="button",
        )
        head.setObjectName(f"pile-{pile.id}")
        head.clicked.connect(lambda: self._put(pile.id))
        holder.setObjectName(f"place-{pile.id}")
        holder.pressed.connect(head.click)
        self._piles.append(head)
        self._read.append(head)
        holder.column.addWidget(head)
        cards = Flow(gap=0)
        on_pile = [card for card in board.body.cards if card.pile == pile.id]
        for card in sorted(on_pile, key=lambda card: card.order):
            cards.addWidget(self._placed(card))
        holder.column.addLayout(cards)
        holder.column.addStretch(1)
        return holder

    def _card(self, card: BoardCard) -> Pressable:
        made = Pressable(
            self.ctx,
            card.words,
            picture=card.symbol,
            picture_px=56,
            arrange="above",
            size="note",
            bold=False,
            widest=round(168 * max(1.0, self.ctx.look.percent / 130)),
        )
        made.setObjectName(f"card-{card.id}")
        made.choose(card.id == self._in_hand)
        made.clicked.connect(lambda: self._take(card.id))
        self._can_be_carried(made, card.id)
        return made

    def _placed(self, card: BoardCard) -> Pressable:
        made = Pressable(
            self.ctx, card.words, picture=card.symbol, picture_px=30, role="quiet", size="note"
        )
        made.setObjectName(f"card-{card.id}")
        made.choose(card.id == self._in_hand)
        made.clicked.connect(lambda: self._press_placed(card))
        self._can_be_carried(made, card.id)
        return made

    def _can_be_carried(self, made: Pressable, card: str) -> None:
        Carrying(made, over=self, dropped=lambda place: self._drop(card, place))

    def _drop(self, card: str, at: QPoint) -> None:
        """Let go over a pile: the card lies there. Anywhere else: it is where it was."""
        for pile in self._scale.piles:
            place = self.findChild(PileFrame, f"place-{pile.id}")
            if place is not None and place.rect().contains(place.mapFrom(self, at)):
                self._in_hand = card
                self._put(pile.id)

    def _first_card(self) -> QWidget:
        """A topic of somebody's own begins with no cards."""
        words = self.ctx.t(N_("Make a card for each thing that belongs here."))
        said = Words(self.ctx, words, size="label", bold=False)
        self._read.append(said)
        return self._beside(self._blank(), said)

    def _hand(self, waiting: list[BoardCard]) -> QWidget:
        ctx = self.ctx
        together = self.talk.person.body.ui.cards_shown == "all" and len(waiting) > 1
        shown = [self._card(card) for card in (waiting if together else waiting[:1])]
        self._read += shown
        if together:
            return self._all_cards(shown)
        return self._beside(
            Words(ctx, ctx.t(N_("Next card")), size="label", bold=False),
            *shown,
            self._blank(),
            self._one_or_all("all", N_("Show all cards")),
            Words(
                ctx,
                ctx.t(N_("Press a card, then press where it goes. You can move it again.")),
                size="note",
                bold=False,
            ),
            Words(
                ctx,
                ctx.words.tn("{n} card left", "{n} cards left", len(waiting)),
                size="note",
                bold=False,
            ),
        )

    def _all_cards(self, cards: list[Pressable]) -> QWidget:
        """The whole pile at once, for those who like to see what there is."""
        holder = QWidget()
        flow = Flow(holder, gap=8)
        for widget in (*cards, self._blank(), self._one_or_all("one", N_("One card at a time"))):
            flow.addWidget(widget)
        return holder

    def _one_or_all(self, value: str, words: str) -> Pressable:
        """Other cards shown from now on: it follows the person."""
        ctx, person = self.ctx, self.talk.person.id
        other = Pressable(ctx, ctx.t(words), picture=MORE, picture_px=26, role="quiet", size="note")
        other.setObjectName(f"cards-{value}")
        other.clicked.connect(
            lambda: self.do(
                lambda: people.change_setting(
                    self.notebook, person=person, field="cards_shown", value=value, by=ctx.writer
                )
            )
        )
        return other

    def _beside(self, *widgets: QWidget) -> QWidget:
        """One row of things, the words in the middle of its height; wrapped for large text."""
        holder = QWidget()
        if self.ctx.look.stacked:
            flow = Flow(holder, gap=8)
            for widget in widgets:
                flow.addWidget(widget)
            return holder
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        longest = max((w for w in widgets if isinstance(w, Words)), key=lambda w: len(w.words))
        for widget in widgets:
            row.addWidget(widget, 1 if widget is longest else 0)
        return holder

    def _blank(self) -> Pressable:
        blank = Pressable(
            self.ctx,
            self.ctx.t(N_("Something else")),
            picture=PLUS,
            picture_px=40,
            arrange="above",
            size="note",
            bold=False,
            dashed=True,
            widest=round(168 * max(1.0, self.ctx.look.percent / 130)),
        )
        blank.setObjectName("something-else")
        blank.clicked.connect(self._something_else)
        return blank

    def _right(self) -> QWidget:
        ctx, board = self.ctx, self.talk.board
        assert board is not None
        if board.body.confirmed:
            done = Words(ctx, ctx.t(N_("You said: that is right.")), size="title")
            topic = ctx.t(self._topic().words)
            tell = self.told.emit
            pages = board_pages(ctx, owner=self, board=board.id, topic=topic, tell=tell)
            shown = [done, *pages]
            self._read += shown
            return self._beside(*shown, self._blank())
        asked = Words(ctx, ctx.t(N_("Is it right like this?")), size="title")
        yes = Pressable(
            ctx, ctx.t(N_("Yes, that is right")), picture=TICK, picture_px=40, size="button"
        )
        yes.setObjectName("right")
        yes.clicked.connect(self._confirm)
        no = Pressable(ctx, ctx.t(N_("No, I want to move a card")), picture=CHANGE, picture_px=40)
        no.setObjectName("not-right")
        no.clicked.connect(self._put_down)
        self._read += [asked, yes, no]
        return self._beside(asked, yes, no, self._blank())

    # What happens

    def _press_placed(self, card: BoardCard) -> None:
        """With a card in hand, a pile is pressed wherever it is pressed; else the card is taken."""
        if self._in_hand and self._in_hand != card.id:
            self._put(card.pile)
        else:
            self._take(card.id)

    def _put_down(self) -> None:
        """Nothing in hand: any card can be taken."""
        self._in_hand = ""
        self._mark()

    def _take(self, card: str) -> None:
        if card == self._in_hand and self._taken:
            self._taken = False
            self._put_down()
            return
        self._taken = True
        self._in_hand = card
        self._mark()
        if self._piles:
            self._piles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self) -> None:
        for each in self.findChildren(Pressable):
            if each.objectName().startswith("card-"):
                each.choose(each.objectName() == f"card-{self._in_hand}")

    def _put(self, pile: str) -> None:
        board = self.talk.board
        if board is None or not self._in_hand:
            return
        card, ctx = self._in_hand, self.ctx
        self.do(
            lambda: boards.place(self.notebook, board=board.id, card=card, pile=pile, by=ctx.writer)
        )

    def _something_else(self) -> None:
        board, ctx = self.talk.board, self.ctx
        assert board is not None

        def picked(ref: PictureRef | None, words: str) -> None:
            if is_blank(words):
                told = N_("Write a word for the photo first, then choose it again.")
                ctx.desk.trouble.emit(BadWordsError(told))
                return
            self.do(
                lambda: boards.add_card(
                    self.notebook, board=board.id, words=words, symbol=ref, by=ctx.writer
                )
            )

        title = ctx.t(N_("Something else"))
        self.picker_wanted.emit(PictureWanted(title=title, told=picked, may_be_none=False))

    def _confirm(self) -> None:
        self.do(self._say_piles(right=True))

    def _seen(self) -> Picture | None:
        """The finished board as it looks now, to be kept with it."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not self._table.grab().save(buffer, "PNG"):
            return None
        return Picture("image/png", bytes(buffer.data().data()))

    def unsaid(self) -> Callable[[], Change] | None:
        """What is still to be kept when the board is left with cards on it, not confirmed."""
        board = self.talk.board
        if board is None or board.body.confirmed or self.moment.practice:
            return None
        if self.talk.conversation.refused(self.step):  # then its cards say nothing (rule R3)
            return None
        placed = any(card.pile for card in board.body.cards)
        return self._say_piles(right=False) if placed else None

    def _say_piles(self, *, right: bool) -> Callable[[], Change]:
        board, ctx, at = self.talk.board, self.ctx, self.now()
        assert board is not None
        picture = self._seen() if right and not self.moment.practice else None
        return lambda: boards.confirm(
            self.notebook,
            board=board.id,
            moment=self.moment,
            scale=self._scale,
            words=ctx.words,
            by=ctx.writer,
            at=at,
            right=right,
            picture=picture,
        )
