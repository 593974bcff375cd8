"""Trying a switch where nothing can go wrong, and showing the program which key it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.deeds import deed_card, main_deed
from ui.parts.page import Page
from ui.parts.refs import TICK
from ui.scanning.reach import Reach

_THINGS: tuple[tuple[str, str], ...] = (
    (N_("Tea"), "openmoji:1FAD6"),
    (N_("Music"), "openmoji:1F3B5"),
    (N_("A walk"), "openmoji:1F6B6"),
    (N_("The garden"), "openmoji:1F33B"),
    (N_("The bus"), "openmoji:1F68C"),
    (N_("A friend"), "openmoji:1F46B"),
)


class Layer(QWidget):
    """Lies over the window until it is left."""

    def __init__(self, ctx: Context, reach: Reach, over: QWidget) -> None:
        super().__init__(over)
        self.ctx, self.reach = ctx, reach
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.page = Page(ctx, margins=(60, 90, 60, 12))
        outer.addWidget(self.page)

    def leave(self) -> None:
        """Back to the screen under it."""
        self.reach.put_on_layer(None)


class Trying(Layer):
    """Six things to choose; choosing one only says that it was chosen."""

    def __init__(self, ctx: Context, reach: Reach, over: QWidget) -> None:
        super().__init__(ctx, reach, over)
        t = ctx.t
        self.page.say(t(N_("Try it here. Nothing of it is kept.")), "title")
        self.said = self.page.say(t(N_("Choose a picture.")))
        self.page.begin_row(same=True)
        for number, (words, picture) in enumerate(_THINGS):
            told = self._teller(t(words))
            self.page.put(deed_card(ctx, f"try-{number}", t(words), PictureRef(picture), told))
        done = main_deed(ctx, "tried", t(N_("I am done trying")), TICK, self.leave)
        self.page.begin_row()
        self.page.put(done)
        self.page.fill()

    def _teller(self, words: str) -> Callable[[], None]:
        return lambda: self.said.say(self.ctx.t(N_("You chose: {thing}"), thing=words))


class Learning(Layer):
    """Waits for a key or a click; Escape leaves it as it was.

    Signals:
        learnt: this is the switch; carries its name.

    """

    learnt = Signal(str)

    def __init__(self, ctx: Context, reach: Reach, over: QWidget) -> None:
        super().__init__(ctx, reach, over)
        self.page.say(ctx.t(N_("Press your switch now.")), "question")
        self.page.say(ctx.t(N_("Any key, or a click. Esc leaves it as it was.")))
        self.page.fill()
        reach.switches.caught.connect(self._caught)
        reach.switches.learn()

    def _caught(self, name: str) -> None:
        self.leave()
        if name:
            self.learnt.emit(name)
