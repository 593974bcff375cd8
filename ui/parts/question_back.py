"""A question that came back from home: what can be ticked beside the picture of the paper."""

import functools

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.model.guide import Moment
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.refusals import AT_HOME, REFUSAL_PICTURES
from app.model.wording import N_
from app.usecases.choices_at_home import GONE, QuestionBack
from ui.context import Context
from ui.parts.box_picture import BoxPicture
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.page import Page
from ui.parts.people_row import people_row
from ui.parts.pressable import Pressable
from ui.parts.words import Words

_HIGHEST = 400
"""Pixels of the paper: all of a question is on it."""
_NO_WORDS = N_("Is something written there too? Please say it in the next talk.")
_CHANGED = N_("It was changed since. Now it says: “{words}”")


class QuestionBackCards:
    """Puts a question on a page; whoever looks at it, with the person, presses what is ticked.

    What was ticked on screen is pressed beforehand; a mark in a scan is shown and never decided on.

    Attributes:
        chosen: what is pressed, in the order of pressing; pressed again, it is not any more.
        brought_by: who brought the page back; the person, unless somebody else is pressed.
        first: the first square that can be pressed; None where nothing can be kept.

    """

    def __init__(
        self,
        ctx: Context,
        page: Page,
        back: QuestionBack,
        *,
        person: Record[Person],
        around: tuple[Record[Supporter], ...],
    ) -> None:
        self.chosen = list(back.ticked)
        self.brought_by = person.id
        self.first: Pressable | None = None
        self._ctx, self._page, self._back = ctx, page, back
        self._own: Field | None = None
        page.say(ctx.t(back.question.asked), "title")
        if back.now is None:
            page.say(ctx.t(GONE))
        elif back.old:
            page.say(ctx.t(_CHANGED, words=self._now(back)), "label")
        row = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)()
        row.setSpacing(ctx.look.shape.gap)
        if back.picture:
            paper = QVBoxLayout()
            paper.addWidget(BoxPicture(ctx, back.picture, highest=_HIGHEST))
            paper.addStretch(1)
            row.addLayout(paper, 1)
        self._side = QVBoxLayout()
        row.addLayout(self._side, 1)
        page.add_row(row)
        if back.now is not None:
            self._put_choices(back.now)
            self._put_own_words()
            self._put_people(person, around)
        self._side.addStretch(1)

    @property
    def own(self) -> str:
        """What is written on the paper beside what is ticked."""
        return self._own.text if self._own is not None else ""

    def _now(self, back: QuestionBack) -> str:
        """How it is asked today; its choices, where these alone are others."""
        assert back.now is not None
        if back.now.prompt != back.question.asked:
            return self._ctx.t(back.now.prompt)
        return self._ctx.words.beside(self._ctx.t(each.words) for each in back.now.options)

    def _say(self, sentence: str) -> None:
        words = Words(self._ctx, sentence, size="label")
        self._side.addWidget(words)
        self._page.read.append(words)

    def _put_choices(self, now: Moment) -> None:
        ctx, cards = self._ctx, Flow(gap=4)
        self._say(ctx.t(N_("Press what is ticked on the paper.")))
        pictures = {option.id: option.picture for option in now.options}
        pictures |= {name: REFUSAL_PICTURES[name] for name in AT_HOME}
        for each in self._back.question.choices:
            card = Pressable(
                ctx, ctx.t(each.words), picture=pictures.get(each.id), picture_px=40, size="button"
            )
            card.setObjectName(f"ticked-{each.id}")
            card.choose(each.id in self.chosen)
            card.clicked.connect(functools.partial(self._press, card, each.id))
            cards.addWidget(card)
            self._page.read.append(card)
            self.first = self.first or card
        self._side.addLayout(cards)

    def _put_own_words(self) -> None:
        """A place to type what is written, where the talk makes a sentence of it."""
        if not self._back.may_hold_words:
            self._say(self._ctx.t(_NO_WORDS))
            return
        label = self._ctx.t(N_("What is written there, word for word"))
        self._own = Field(self._ctx, label, text=self._back.words)
        self._own.line.setObjectName("own-words")
        self._side.addWidget(self._own)

    def _press(self, card: Pressable, name: str) -> None:
        if name in self.chosen:
            self.chosen.remove(name)
        else:
            self.chosen.append(name)
        card.choose(name in self.chosen)

    def _put_people(self, person: Record[Person], around: tuple[Record[Supporter], ...]) -> None:
        ctx = self._ctx
        self._say(ctx.t(N_("Who brought it back?")))
        buttons: list[Pressable] = []

        def pick(who: str) -> None:
            self.brought_by = next(x for x in (person.id, *(y.id for y in around)) if x == who)
            for button in buttons:
                button.choose(button.objectName() == f"brought-{who}")

        row, made = people_row(ctx, person, around, chosen=(person.id,), pick=pick, name="brought")
        buttons += made
        self._side.addLayout(row)
        self._page.read += made
