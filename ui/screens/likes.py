"""How I like things: the person's settings, on a screen of their own."""

from PySide6.QtWidgets import QVBoxLayout

from app.model.ids import RecordId
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.likes import Likes
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, Screen


class LikesScreen(Screen):
    """Every setting applies the moment it is pressed."""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx)
        self._person = person
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(40, 20, 40, 16))
        outer.addWidget(column)
        self._title = Words(ctx, ctx.t(N_("How I like things")), size="title")
        column.add(self._title)
        self._likes = Likes(ctx, person)
        self._likes.changed.connect(self.settings_changed)
        column.add(self._likes)
        column.fill()

    def frame(self) -> Frame:
        """Home, hear it, help."""
        return Frame(
            title=self.ctx.t(N_("How I like things")),
            first=(
                self.home_button(Route("home", {"person": self._person})),
                self.hear_button(),
            ),
            last=(self.help_button(),),
        )

    def readables(self) -> tuple[Readable, ...]:
        """The questions."""
        return (self._title, *self._likes.readables())

    def showEvent(self, event: object) -> None:
        """It is complete as soon as it is shown."""
        super().showEvent(event)
        self.ready.emit()
