"""One thing on a pictured scale: two to five places, always with the same words."""

from PySide6.QtWidgets import QWidget

from app.model.topics import Pile, Scale
from app.model.wording import N_
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.track import Track
from ui.parts.words import Words
from ui.screens.moments.chosen import ChosenView
from ui.screens.moments.thing import Thing, thing_of


class ScaleView(ChosenView):
    """Press the place where it is; pressing another moves it, pressing it again takes it off."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._scale = ctx.house.topics.scale(self.moment.scale)
        self._places: list[Pressable] = []
        column = self.page()
        column.add(self.question(ctx.t(self.moment.prompt)))
        if (explained := self.explanation()) is not None:
            column.add(explained)
        if self.moment.practice:
            tried = Words(ctx, ctx.t(N_("This is to try it out. It is not kept in your plan.")))
            self._read.append(tried)
            column.add(tried)
        words, picture = self._thing()
        if words:
            column.add(self.named(words, picture))
        column.add(self._track())
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """The place that was chosen; else the first."""
        return next((each for each in self._places if each.isChecked()), self._places[0])

    def placed_on(self) -> tuple[Scale | None, str]:
        """The scale, and the thing on it."""
        return self._scale, self._thing()[0]

    def _thing(self) -> Thing:
        """What is placed; no words where the question says it."""
        ctx, moment = self.ctx, self.moment
        if moment.options:
            return ctx.t(moment.options[0].words), moment.options[0].picture
        if moment.for_each:
            return thing_of(ctx, self.talk)
        topic = ctx.house.topics.topic(moment.topic)
        return (ctx.t(topic.words), topic.picture) if topic is not None else (moment.topic, None)

    def _track(self) -> Track:
        """The places. Asked the other way round they stand the other way round (B.1.6)."""
        track = Track(self.ctx)
        piles = list(self._scale.piles)
        if self.ctx.settings.scale_flip != bool(self.moment.again):
            piles.reverse()
        for pile in piles:
            track.row.addWidget(self._place(pile), 1)
        return track

    def _place(self, pile: Pile) -> Pressable:
        ctx = self.ctx
        chosen = pile.id in self.chosen
        place = Pressable(
            ctx,
            ctx.t(pile.words),
            picture=pile.picture,
            picture_px=44 if ctx.look.stacked else 80,
            arrange="beside" if ctx.look.stacked else "above",
            size="button",
            bold=False,
        )
        name = f"place-{pile.id}"
        place.setObjectName(name)
        place.choose(chosen)
        place.clicked.connect(lambda: self.keep_choices(() if chosen else (pile.id,), focus=name))
        self._places.append(place)
        self._read.append(place)
        return place
