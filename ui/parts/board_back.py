"""A board that came back from home: each card beside the picture of its squares."""

import functools
from collections.abc import Callable

from app.model.topics import Scale
from app.model.wording import N_
from app.usecases.boards_at_home import BoardBack, CardBack
from ui.context import Context
from ui.parts.box_picture import BoxPicture
from ui.parts.page import Page
from ui.parts.pressable import Pressable


class BoardBackCards:
    """Puts the cards on a page; whoever looks at them presses which square is ticked.

    What was ticked on screen is pressed beforehand; a mark in a scan is shown and never decided on.

    Attributes:
        piles: what was pressed, by card; pressed again, the card lies nowhere.
        first: the first square that can be pressed.

    """

    def __init__(self, ctx: Context, page: Page, back: BoardBack, scale: Scale) -> None:
        self.piles = {each.card.id: each.ticked[0] for each in back.cards if len(each.ticked) == 1}
        self.first: Pressable | None = None
        self._ctx, self._page, self._scale = ctx, page, scale
        page.say(ctx.t(N_("Press what is ticked on the paper.")))
        for each in back.cards:
            self._put(each)

    def _put(self, back: CardBack) -> None:
        ctx, card = self._ctx, back.card
        self._page.say(card.words, "label")
        if back.picture:
            self._page.add(BoxPicture(ctx, back.picture))
        self._page.begin_row()
        made: dict[str, Pressable] = {}
        for pile in self._scale.piles:
            words = ctx.t(pile.words)
            button = Pressable(ctx, words, picture=pile.picture, picture_px=40, size="button")
            button.setObjectName(f"lies-{card.id}-{pile.id}")
            button.setAccessibleName(f"{card.words}: {words}")
            button.choose(self.piles.get(card.id) == pile.id)
            made[pile.id] = self._page.put(button)
            self.first = self.first or button
        for name, button in made.items():
            press: Callable[[], None] = functools.partial(self._press, made, card.id, name)
            button.clicked.connect(press)

    def _press(self, made: dict[str, Pressable], card: str, pile: str) -> None:
        chosen = "" if self.piles.get(card) == pile else pile
        self.piles[card] = chosen
        for name, button in made.items():
            button.choose(name == chosen)
