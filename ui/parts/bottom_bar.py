"""The lower bar: each button in the place of its kind, and what can be undone after them."""

import functools

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.ids import PictureRef
from ui.context import Context
from ui.parts.bar_button import BarButton
from ui.parts.bar_places import FIRST, ONWARD, Place, Width, shared
from ui.parts.bars import Button
from ui.parts.nearing import Nearing
from ui.parts.pressable import Pressable
from ui.parts.taborder import follow_layout

_LARGE = 200
"""Percent of text from which words and pictures need not go beside each other."""
_LEAST = 165
"""Px of a place at the usual size of text, where there is room."""
_OFFERED = 320
"""Px that the name of what can be undone or done again takes at most."""
_PICTURE, _SMALLER = 34, 28
_BESIDE = (3, 2, 1)
"""So many pictures have room in each bar beside the places, also where there are none: else the
places would be narrower where there are some. As many as leave all words on as few lines as can be:
for what a screen has of its own, then what can be undone, then what can be done again. For one
alone only where the text is so large that another line would take much of the page."""
_PLACES = (*FIRST, ONWARD)


class BottomBar(QWidget):
    """The buttons of the screen, laid out by their kind; see :mod:`ui.parts.bar_places`.

    Attributes:
        buttons: by their names; without what can be undone, which comes and goes.

    """

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("bottombar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ctx = ctx
        self.buttons: dict[str, Pressable] = {}
        self._placed: dict[Place, QWidget] = {}
        self._pictures: dict[BarButton, PictureRef] = {}
        self._more: list[BarButton] = []
        self._offered: list[BarButton] = []
        self._short: dict[BarButton, str] = {}
        self._empty = QWidget()
        self._row = QHBoxLayout(self)
        side = 12 if ctx.look.stacked else 20
        self._row.setContentsMargins(side, 6, side, 6)
        self._row.setSpacing(4 if ctx.look.stacked else ctx.look.shape.gap_small)

    # What stands in it

    def show_buttons(self, buttons: tuple[Button, ...]) -> None:
        """Show these, each in the place of its kind, in whatever order they come."""
        own = {place: _standing_in(place, buttons) for place in _PLACES}
        for place in FIRST:
            self._put(place, own[place])
        self._row.addWidget(self._empty)
        self._empty.hide()
        self._row.addStretch(1)
        for button in buttons:
            if button not in own.values():
                self._more.append(self._made(button))
                self._row.addWidget(self._more[-1])
        self._put(ONWARD, own[ONWARD])
        self._fit()

    def offer(self, buttons: tuple[Button, ...]) -> None:
        """Show what can be undone and done again; nothing else moves, and the bar grows no higher.

        It stands far from "Next", which is pressed most. Undo stands first, and where only doing
        again is left its place stays empty: a second press in the same spot must not do what was
        just undone.
        """
        for each in self._offered:
            each.hide()
            each.deleteLater()
        self._offered, self._short = [], {}
        at = self._row.indexOf(self._empty) + 1
        for button in sorted(buttons, key=lambda each: each.name == "undo"):
            made = BarButton(
                self.ctx, button.words, button.picture, picture_px=_SMALLER, size="note", bold=False
            )
            made.setObjectName(button.name)
            made.clicked.connect(button.press)
            self._row.insertWidget(at, made)
            self._offered.insert(0, made)
            self._short[made] = button.short
        self._empty.setVisible([each.name for each in buttons] == ["redo"])
        self._fit_offered()
        follow_layout(self)

    def _put(self, place: Place, button: Button | None) -> None:
        if button is None:
            self._placed[place] = QWidget()
        else:
            made = self._placed[place] = self._made(button)
            self._pictures[made] = button.picture
        self._row.addWidget(self._placed[place])

    def _made(self, button: Button) -> BarButton:
        made = BarButton(
            self.ctx,
            button.words,
            button.picture,
            picture_px=_PICTURE,
            role=button.role,
            after=button.after,
        )
        made.setObjectName(button.name)
        made.clicked.connect(button.press)
        if button.near is not None:
            Nearing(made, button.near)
        self.buttons[button.name] = made
        return made

    # How much room it has

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew whether the pictures and the words have room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Give every place the width that it has on each screen.

        At large text, pictures are left out where words would not stand beside them.
        """
        if not self._pictures:
            return
        wanted = [self._wanted(place, pictures=True) for place in _PLACES]
        room = self._room(wanted)
        pictures = self.ctx.look.percent < _LARGE or sum(each.usual for each in wanted) <= room
        if not pictures:
            wanted = [self._wanted(place, pictures=False) for place in _PLACES]
            room = self._room(wanted)
        for place, width in zip(_PLACES, shared(wanted, room), strict=True):
            standing = self._placed[place]
            whole = (
                standing.least_width_with(standing.said, picture=pictures)
                if isinstance(standing, BarButton)
                else 0
            )
            standing.setFixedWidth(max(width, whole))
        for made, picture in self._pictures.items():
            made.show_picture(picture if pictures else None)
        self._fit_more()

    def _wanted(self, place: Place, *, pictures: bool) -> Width:
        """What a place takes, whatever stands in it just now."""
        ctx, model = self.ctx, next(iter(self._pictures))
        usual = [ctx.t(words) for words in place.words]
        every = [*usual, *map(ctx.t, place.seldom)]
        on_one = functools.partial(model.width_with, picture=pictures)
        on_two = functools.partial(model.width_on_two_lines, picture=pictures)
        least = max(model.least_width_with(words, picture=pictures) for words in every)
        two_lines = max(least, *map(on_two, usual))
        natural = max(two_lines, *map(on_one, usual))
        if ctx.look.stacked:
            return Width(natural, natural, two_lines, least)
        roomy = max(round(_LEAST * ctx.look.percent / 100), *map(on_one, every))
        return Width(roomy, natural, two_lines, least)

    def _fit_more(self) -> None:
        """What a screen has of its own shows its words where they have room."""
        widths = [each.width_with(each.said) for each in self._more]
        enough = sum(widths) <= self._left(len(self._more) + 2) - self._alone(2)
        for each, width in zip(self._more, widths, strict=True):
            each.show_words(each.said if enough else "")
            each.setFixedWidth(width if enough else each.width_without())
        self._fit_offered()

    def _fit_offered(self) -> None:
        """All words, fewer or none: as many as need no higher bar.

        Where there is no room for a picture either, its key does it all the same.
        """
        if not self._offered:
            return
        places = len(self._offered) + self._empty.isVisibleTo(self)
        taken = sum(each.maximumWidth() for each in self._more)
        left = max(0, self._left(places + len(self._more)) - taken) // places
        wide = min(left, round(_OFFERED * self.ctx.look.percent / 100))
        words = self._words_that_stand(wide)
        for each in self._offered:
            each.show_words(words[each])
            width = each.width_with(words[each]) if words[each] else each.width_without()
            each.setFixedWidth(wide if words[each] == each.said else width)
        # Half of the room at least: as far as the middle of an undo that had all of it.
        self._empty.setFixedWidth(max(wide, self._offered[0].maximumWidth()))
        room = left * places - (self._empty.maximumWidth() if self._empty.isVisibleTo(self) else 0)
        for each in self._offered:
            room -= each.maximumWidth()
            each.setVisible(room >= 0)

    def _words_that_stand(self, wide: int) -> dict[BarButton, str]:
        own = (*self._pictures, *self._more)
        high = max(each.heightForWidth(each.maximumWidth()) for each in own)
        for words in ({each: each.said for each in self._offered}, self._short):
            if all(_stands(each, words[each], wide, high) for each in self._offered):
                return words
        return dict.fromkeys(self._offered, "")

    def _room(self, wanted: list[Width]) -> int:
        """Px for the places, the same on every screen."""
        beside = _BESIDE if self.ctx.look.percent >= _LARGE else _BESIDE[:-1]
        rooms = [self._inside(len(_PLACES) + each) - self._alone(each) for each in beside]
        for needed in (sum(each.usual for each in wanted), sum(each.two_lines for each in wanted)):
            for room in rooms:
                if needed <= room:
                    return room
        return max(1, rooms[-1])

    def _alone(self, pictures: int) -> int:
        """Px of so many buttons with their pictures alone."""
        return pictures * next(iter(self._pictures)).width_without()

    def _inside(self, things: int) -> int:
        """Px for so many things beside each other."""
        margins = self._row.contentsMargins()
        gaps = self._row.spacing() * max(0, things - 1)
        return max(0, self.width() - margins.left() - margins.right() - gaps)

    def _left(self, others: int) -> int:
        """Px that the places leave to so many others."""
        taken = sum(each.maximumWidth() for each in self._placed.values())
        return self._inside(len(_PLACES) + others) - taken


def _standing_in(place: Place, buttons: tuple[Button, ...]) -> Button | None:
    return next((each for each in buttons if each.name in place.buttons), None)


def _stands(button: BarButton, words: str, wide: int, high: int) -> bool:
    """Whether it shows these words whole in so much room."""
    if not words or button.least_width_with(words) > wide:
        return False
    button.show_words(words)
    return button.heightForWidth(wide) <= high
