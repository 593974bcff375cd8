"""Choosing among what is there already: the person's own sentences, or the people around them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.more import more_card
from ui.parts.pressable import Pressable
from ui.parts.statement_card import statement_card
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.pixmaps import face_picture
from ui.screens.moments.chosen import ChosenView

AT_ONCE = 8


class PickView(ChosenView):
    """The person's own sentences of a section; pressing one picks it."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._cards: list[Pressable] = []
        column = self._page = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        found = sorted(self._sentences(), key=self._said_before)
        for each in found[:AT_ONCE]:
            column.add(self._card(each))
        if found[AT_ONCE:]:
            column.add(self._more(found[AT_ONCE:]))
        if not found:
            nothing = Words(ctx, ctx.t(N_("There is nothing here yet to choose from.")))
            self._read.append(nothing)
            column.add(nothing)
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """The first sentence."""
        return self._cards[0] if self._cards else None

    def _sentences(self) -> list[Record[Statement]]:
        """The person's own: those that were kept, and those of this talk."""
        moment = self.moment
        return [
            each
            for each in self.talk.of(Statement)
            if each.body.voice_group != "others"
            and not each.body.disowned
            and (each.body.kept or each.body.session == self.session)
            and moment.section in {"", each.body.section}
            and moment.says in {None, each.body.kind}
        ]

    def _said_before(self, each: Record[Statement]) -> tuple[bool, bool]:
        return each.id not in self.chosen, each.body.session != self.session

    def _card(self, record: Record[Statement]) -> Pressable:
        card = statement_card(
            self.ctx, record, person=self.name, new=record.body.session == self.session
        )
        name = f"pick-{record.id}"
        card.setObjectName(name)
        card.choose(record.id in self.chosen)
        card.clicked.connect(lambda: self.toggle(record.id, focus=name))
        self._cards.append(card)
        self._read.append(card)
        return card

    def _more(self, older: list[Record[Statement]]) -> Pressable:
        more = more_card(self.ctx, len(older))

        def show() -> None:
            more.hide()
            cards = [self._card(each) for each in older]
            for card in cards:
                self._page.column.insertWidget(self._page.column.indexOf(more), card)
            follow_layout(self)
            cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

        more.clicked.connect(show)
        return more


class PickPeopleView(ChosenView):
    """The faces of the people around the person; pressing one picks them."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self._faces = Flow(gap=4, same=True)
        for each in talk.supporters:
            if each.body.left_on is None or each.id in self.chosen:
                picture = face_picture(each.body.photo, each.body.name)
                face = Pressable(
                    ctx,
                    each.body.name,
                    picture=picture,
                    picture_px=92,
                    arrange="above",
                    widest=round(230 * max(1.0, ctx.look.percent / 130)),
                )
                name = f"pick-{each.id}"
                face.setObjectName(name)
                face.choose(each.id in self.chosen)
                face.clicked.connect(
                    lambda _=False, who=each.id, name=name: self.toggle(who, focus=name)
                )
                self._read.append(face)
                self._faces.addWidget(face)
        column.add_row(self._faces)
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """The first face."""
        item = self._faces.itemAt(0)
        return item.widget() if item is not None else None
