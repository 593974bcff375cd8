"""What people see who know somebody that uses no words, and the person's own answer (B.1.7)."""

from app.model.guide import Option
from app.model.ids import PictureRef
from app.model.record import Record
from app.model.session import Answer
from app.model.statement import Statement
from app.model.wording import N_
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import EYES, PEOPLE, THOUGHT
from ui.parts.words import Words
from ui.screens.moments.chart_row import ChartRowView
from ui.screens.moments.row_parts import WHO, Part

_ANSWERS = (
    Option(id="like", words=N_("Likes it"), picture=PictureRef("openmoji:1F642")),
    Option(id="not", words=N_("Does not like it"), picture=PictureRef("openmoji:1F641")),
    Option(id="turned_away", words=N_("Turns away"), picture=PictureRef("openmoji:1F645")),
)
"""How somebody answers who is shown a thing; a guide may have others."""


class ObserveView(ChartRowView):
    """What is seen is never the person's words: it is shown by them, and its meaning is ours."""

    parts = (
        Part("does", N_("What do you see? What does {name} do?"), N_("What we see"), EYES),
        Part("means", N_("What may it mean?"), N_("What it may mean"), THOUGHT),
        Part(WHO, N_("Who saw it, and how often?"), N_("Who saw it"), PEOPLE),
    )
    whose = False

    def listed(self) -> tuple[Record[Statement], ...]:
        """What was seen at this moment."""
        return self.talk.said

    def add_answer(self, column: Column) -> None:
        """Show it or try it, then watch: the person's answer."""
        ctx = self.ctx
        asked = Words(
            ctx, ctx.t(N_("Show it or try it. How does {name} answer?"), name=self.name),
            size="title",
        )  # fmt: skip
        self._read.append(asked)
        column.add(asked)
        row = Flow(gap=4, same=True)
        given = self.talk.session.body.answers.get(self.step.key)
        for option in self.moment.options or _ANSWERS:
            card = Pressable(
                ctx,
                ctx.t(option.words),
                picture=option.picture,
                picture_px=56,
                size="choice",
            )
            card.setObjectName(f"option-{option.id}")
            card.choose(given is not None and option.id in given.choices)
            card.clicked.connect(lambda _=False, option=option: self._answer(option))
            self._read.append(card)
            row.addWidget(card)
        column.add_row(row)

    def _answer(self, option: Option) -> None:
        answer = Answer(
            response="chosen", field=self.moment.field, choices=(option.id,), at=self.now()
        )
        self.give_answer(answer, focus=f"option-{option.id}")
