"""How shall we talk today: the person's settings, as they were last time, to keep or change."""

from PySide6.QtWidgets import QVBoxLayout

from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.likes import Likes
from ui.screens.moments.view import View


class SettingsView(View):
    """The panel of the person's settings under the question."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx)
        outer.addWidget(column)
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self.likes = Likes(ctx, talk.person.id)
        self.likes.changed.connect(self.settings_changed)
        column.add(self.likes)
        column.fill()
        self._read += self.likes.readables()
