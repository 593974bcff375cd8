"""One thing on a pictured scale: two to five places, always with the same words."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.ids import PictureRef
from app.model.statement import Statement
from app.model.topics import Pile, Scale
from app.model.wording import N_
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.track import Track
from ui.parts.words import Words
from ui.screens.moments.chosen import ChosenView


class ScaleView(ChosenView):
    """Press the place where it is; pressing another moves it, pressing it again takes it off."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._scale = ctx.house.topics.scale(self.moment.scale)
        self._places: list[Pressable] = []
        column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        if self.moment.practice:
            tried = Words(ctx, ctx.t(N_("This is to try it out. It is not kept in your plan.")))
            self._read.append(tried)
            column.add(tried)
        words, picture = self._thing()
        if words:
            column.add(self._shown(words, picture))
        column.add(self._track())
        self.end_chosen(column)

    def first_focus(self) -> QWidget | None:
        """The place that was chosen; else the first."""
        return next((each for each in self._places if each.isChecked()), self._places[0])

    def placed_on(self) -> tuple[Scale | None, str]:
        """The scale, and the thing on it."""
        return self._scale, self._thing()[0]

    def _thing(self) -> tuple[str, PictureRef | None]:
        """What is placed, in words, and its picture; no words where the question says it."""
        ctx, about = self.ctx, self.step.about
        if self.moment.options:
            only = self.moment.options[0]
            return ctx.t(only.words), only.picture
        topic = ctx.house.topics.topic(about or self.moment.topic)
        if topic is not None:
            return ctx.t(topic.words), topic.picture
        for each in self.talk.of(Statement):
            if each.id == about:
                return each.body.original, next(iter(each.body.symbols), None)
        for who in self.talk.supporters:
            if who.id == about:
                return who.body.name, who.body.photo
        earlier = self.talk.conversation.guide.moment(self.moment.repeats_answer_of)
        for option in earlier.options if earlier is not None else ():
            if option.id == about:
                return ctx.t(option.words), option.picture
        return about or self.moment.topic, None

    def _shown(self, words: str, picture: PictureRef | None) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 0, 8, 4)
        row.setSpacing(18)
        shown = self.ctx.shows(picture)
        if shown is not None:
            row.addWidget(PictureOnly(self.ctx, shown, 60))
        named = Words(self.ctx, words, size="title")
        self._read.append(named)
        row.addWidget(named, 1)
        return holder

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
