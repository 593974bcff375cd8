"""What to talk about: the person picks topic cards, and the order in which they come."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.drawn import OwnTopic
from app.model.errors import BadWordsError
from app.model.ids import PictureRef
from app.model.text import is_blank
from app.model.topics import Topic
from app.model.wording import N_
from app.usecases import own_topics, sessions
from app.usecases.own_topics import with_own
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.picture_wanted import PictureWanted
from ui.parts.pressable import Pressable
from ui.parts.refs import MARKS, MORE, PLUS
from ui.parts.taborder import follow_layout
from ui.screens.moments.view import View

PRACTICE = "practice"
AT_ONCE = 2
"""Rows of as many cards as the person likes on one screen."""


class TopicsView(View):
    """A few topic cards at a time. The first pressed comes first; pressing again takes it off."""

    written_is_name = True

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._picked = [each.topic for each in talk.session.body.agenda]
        self._helpers = {
            each.topic for each in talk.session.body.agenda if each.added_by == "supporter"
        }
        self._added_by: Literal["person", "supporter"] = "person"
        column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self._cards = Flow(gap=4, same=True)
        column.add_row(self._cards)
        self._show()
        turn = Flow()
        turn.addWidget(self._helpers_turn())
        column.add_row(turn)
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """The first card."""
        item = self._cards.itemAt(0)
        return item.widget() if item is not None else None

    def _show(self) -> None:
        everything = with_own(self.ctx.house.topics.topics, self.talk.of(OwnTopic))
        all_topics = [topic for topic in everything if topic.id != PRACTICE]
        known = {topic.id for topic in self.ctx.house.topics.topics}
        most = AT_ONCE * self.ctx.settings.choices_per_screen
        hidden = False
        for place, topic in enumerate(all_topics):
            card = self._card(topic)
            shown = place < most or topic.id in self._picked or topic.id not in known
            card.setVisible(shown)
            hidden = hidden or not shown
            self._cards.addWidget(card)
        if hidden:
            self._cards.addWidget(self._more())
        self._cards.addWidget(self._something_else())

    def _something_else(self) -> Pressable:
        """The blank card: a topic of one's own, which is there again next time."""
        blank = Pressable(
            self.ctx,
            self.ctx.t(N_("Something else")),
            picture=PLUS,
            picture_px=60,
            arrange="above",
            size="note",
            bold=False,
            dashed=True,
        )
        blank.setObjectName("own-topic")
        title = self.ctx.t(N_("What else shall we talk about?"))
        wanted = PictureWanted(title=title, told=self._bring, may_be_none=False)
        blank.clicked.connect(lambda: self.picker_wanted.emit(wanted))
        self._read.append(blank)
        return blank

    def _bring(self, picture: PictureRef | None, words: str) -> None:
        if is_blank(words):
            told = N_("Write a word for the photo first, then choose it again.")
            self.ctx.desk.trouble.emit(BadWordsError(told))
            return
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        added_by = self._added_by
        self.do(
            lambda: own_topics.bring(
                self.notebook,
                session=session,
                step=step,
                words=words,
                picture=picture,
                added_by=added_by,
                by=ctx.writer,
                at=at,
            )
        )

    def _note(self, topic: str, place: int) -> str:
        if not place:
            return ""
        number = self.ctx.t(N_("Number {n}"), n=place)
        if topic not in self._helpers:
            return number
        return f"{number} · {self.talk.name_of(self.ctx.by)}"

    def _more(self) -> Pressable:
        more = Pressable(
            self.ctx,
            self.ctx.t(N_("More topics")),
            picture=MORE,
            picture_px=60,
            arrange="above",
            size="note",
            bold=False,
            dashed=True,
        )
        more.setObjectName("more-topics")

        def show_all() -> None:
            first: QWidget | None = None
            for index in range(self._cards.count()):
                item = self._cards.itemAt(index)
                card = item.widget() if item is not None else None
                if card is not None and card is not more and not card.isVisible():
                    card.show()
                    first = first or card
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
            more.hide()
            follow_layout(self)

        more.clicked.connect(show_all)
        return more

    def _card(self, topic: Topic) -> Pressable:
        ctx = self.ctx
        place = self._picked.index(topic.id) + 1 if topic.id in self._picked else 0
        card = Pressable(
            ctx,
            ctx.t(topic.words),
            picture=topic.picture,
            picture_px=60,
            note=self._note(topic.id, place),
            arrange="above",
            size="note",
            bold=False,
            widest=round(240 * max(1.0, ctx.look.percent / 130)),
        )
        card.setObjectName(f"topic-{topic.id}")
        card.choose(bool(place))
        card.clicked.connect(lambda: self._toggle(topic.id))
        self._read.append(card)
        return card

    def _helpers_turn(self) -> Pressable:
        """Whose topic is picked next: a helper may add up to two, marked with their name (O6)."""
        name = self.talk.name_of(self.ctx.by)
        turn = Pressable(
            self.ctx,
            self.ctx.t(N_("{name} adds a topic"), name=name),
            picture=MARKS["others"],
            picture_px=26,
            role="quiet",
            size="helper",
        )
        turn.setObjectName("helpers-turn")

        def take_turn() -> None:
            self._added_by = "supporter" if self._added_by == "person" else "person"
            turn.choose(self._added_by == "supporter")

        turn.clicked.connect(take_turn)
        return turn

    def _toggle(self, topic: str) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        added_by = self._added_by
        self.do(
            lambda: sessions.pick_topic(
                self.notebook,
                session=session,
                step=step,
                topic=topic,
                added_by=added_by,
                by=ctx.writer,
                at=at,
            ),
            focus=f"topic-{topic}",
        )
