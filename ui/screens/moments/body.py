"""A body to point at: the outline of a grown person, with a button for each place beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model.guide import Option
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.figure import PLACES, Figure
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.screens.moments.chosen import ChosenView

_LEFT = ("head", "chest", "arms", "legs")
_RIGHT = ("back", "tummy", "hands", "feet")
_TALL = 344
_SMALLER = 240
"""Where the text is large, so that the names of the places are in sight with it."""


class BodyView(ChosenView):
    """Press a place on the body, or its name; press it again to take it back. Several may be."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        options = {option.id: option for option in self.moment.options}
        self._buttons: dict[str, Pressable] = {}
        column = self.page()
        column.add(self.question(picture_px=56))
        if (explained := self.explanation()) is not None:
            column.add(explained)
        column.add_row(self._at_home.came_back())
        places = set(options) & PLACES
        self.figure = Figure(
            ctx,
            places=places,
            chosen=set(self.chosen),
            tall=_TALL if not ctx.look.stacked else _SMALLER,
        )
        self.figure.pressed.connect(self._pressed)
        named = [options[name] for name in (*_LEFT, *_RIGHT) if name in options]
        others = [option for option in self.moment.options if option not in named]
        if ctx.look.stacked:
            column.column.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignHCenter)
            column.add_row(self._flow([*named, *others]))
        else:
            column.add_row(self._beside(options, others))
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """The first place."""
        return next(iter(self._buttons.values()))

    def _beside(self, options: dict[str, Option], others: list[Option]) -> QBoxLayout:
        """The outline in the middle, names on both sides, what is no place at the far side."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._names([options[name] for name in _LEFT if name in options]))
        row.addWidget(self.figure)
        row.addLayout(self._names([options[name] for name in _RIGHT if name in options]))
        if others:
            row.addSpacing(self.ctx.look.shape.gap_large)
            row.addLayout(self._names(others))
        row.addStretch(1)
        return row

    def _names(self, options: list[Option]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        for option in options:
            column.addWidget(self._button(option))
        column.addStretch(1)
        return column

    def _flow(self, options: list[Option]) -> Flow:
        row = Flow(gap=4)
        for option in options:
            row.addWidget(self._button(option))
        return row

    def _button(self, option: Option) -> Pressable:
        ctx = self.ctx
        place = option.id in PLACES
        button = Pressable(
            ctx,
            ctx.t(option.words),
            picture=None if place else option.picture,
            picture_px=40,
            size="choice",
        )
        button.setObjectName(f"option-{option.id}")
        button.choose(option.id in self.chosen)
        button.clicked.connect(lambda: self._pressed(option.id))
        self._buttons[option.id] = button
        self._read.append(button)
        return button

    def _pressed(self, place: str) -> None:
        self.toggle(place, focus=f"option-{place}")
