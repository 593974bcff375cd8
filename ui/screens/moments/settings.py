"""How shall we talk today: the person's settings, as they were last time, to keep or change."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.session import Session
from app.model.wording import N_
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.likes import Likes
from ui.parts.pressable import Pressable
from ui.parts.refs import CHANGE
from ui.parts.words import Words
from ui.screens.moments.view import View


class SettingsView(View):
    """The settings under the question: all of them at first, later only the way to them."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(ctx)
        outer.addWidget(self._column)
        self._column.add(self.question())
        self._change: Pressable | None = None
        met_before = any(each.id != talk.session.id for each in talk.of(Session))
        # Each change is seen at once, on a screen made anew: whoever is choosing goes on choosing.
        choosing = talk.person.changed_at > talk.session.created_at
        if met_before and not choosing:
            self._offer()
        else:
            self._open()

    def first_focus(self) -> QWidget | None:
        """The way to the settings, where they are not open."""
        return self._change

    def _offer(self) -> None:
        """It is as it was: whoever is content goes on at once."""
        ctx = self.ctx
        told = Words(ctx, ctx.t(N_("It is as you chose it last time.")), size="sentence")
        self._column.add(told)
        self._change = Pressable(ctx, ctx.t(N_("Change it")), picture=CHANGE, picture_px=44)
        self._change.setObjectName("change-settings")
        self._change.clicked.connect(self._open_now)
        row = Flow()
        row.addWidget(self._change)
        self._column.add_row(row)
        self._column.fill()
        self._read += [told, self._change]

    def _open_now(self) -> None:
        change, self._change = self._change, None
        assert change is not None
        change.hide()
        self._open()
        first = self._likes.findChild(Pressable)
        if first is not None:
            first.setFocus()

    def _open(self) -> None:
        column = self._column
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self._likes = Likes(self.ctx, self.talk.person.id)
        self._likes.changed.connect(self.settings_changed)
        column.add(self._likes)
        column.fill()
        self._read += self._likes.readables()
