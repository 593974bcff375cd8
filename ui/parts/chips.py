"""A row of a few things of which one is chosen, on a screen that asks for several of them."""

from collections.abc import Callable

from app.model.ids import PictureRef
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable


class Chips(Flow):
    """Buttons beside each other; the chosen one is marked."""

    def __init__(self, ctx: Context, *, name: str) -> None:
        super().__init__(gap=2)
        self.ctx = ctx
        self._name = name
        self.buttons: dict[str, Pressable] = {}

    def add(
        self,
        which: str,
        words: str,
        press: Callable[[], None],
        picture: PictureRef | None = None,
    ) -> Pressable:
        """Add a button called ``NAME-WHICH``."""
        button = Pressable(self.ctx, words, picture=picture, picture_px=30, size="note")
        button.setObjectName(f"{self._name}-{which}")
        button.clicked.connect(lambda _=False: press())
        self.buttons[which] = button
        self.addWidget(button)
        return button

    def choose(self, which: str) -> None:
        """Mark one as chosen, or none."""
        for each, button in self.buttons.items():
            button.choose(each == which)
