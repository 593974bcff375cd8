"""The thank-you at the end: that it is given, by whom, and whom the person thanks in turn."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.model.change import Change
from app.model.session import REFUSALS
from app.model.text import is_blank
from app.model.wording import N_
from app.usecases import recognition
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import THANKS, TICK
from ui.parts.words import Words
from ui.screens.moments.recognition import RecognitionView

_SECTION_OF_THANKS = "people"


class ThanksView(RecognitionView):
    """The thank-you: what was chosen before, that it is given, and whom the person thanks."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        self._whom: Field | None = None
        super().__init__(ctx, talk)

    def add_more(self, side: QVBoxLayout) -> None:
        """That it was given, and by whom; and thanking somebody too."""
        ctx = self.ctx
        chosen = self._chosen_before()
        if chosen:
            words = Words(ctx, ctx.t(N_("You chose before: {what}"), what=chosen), size="sentence")
            self._read.append(words)
            side.addWidget(words)
        body = self.body
        given = body is not None and body.given_on is not None
        helper = self.talk.name_of(ctx.by)
        give = self.button("given", N_("I got it today"), TICK)
        give.choose(given)
        give.clicked.connect(lambda: self._give(not given))
        thank = self.button("thank-somebody", N_("I want to thank somebody too"), THANKS)
        thank.clicked.connect(self._open_thanks)
        row = Flow(gap=4)
        row.addWidget(give)
        row.addWidget(thank)
        side.addLayout(row)
        if given and body is not None and body.given_on is not None:
            name = self.talk.name_of(body.given_by) or helper
            told = ctx.t(
                N_("Given by {name}, {day}."), name=name, day=ctx.words.date(body.given_on)
            )
            words = Words(ctx, told, size="label")
            self._read.append(words)
            side.addWidget(words)
        for each in self.talk.said:
            said = Pressable(
                ctx,
                each.body.original,
                picture=ctx.shows(THANKS),
                note=ctx.t(N_("You said thank you")),
                role="own",
                size="sentence",
                bold=False,
            )
            said.clicked.connect(self.hear.emit)
            self._read.append(said)
            side.addWidget(said)

    def unsaid(self) -> Callable[[], Change] | None:
        """Thanks that were written and not said yet come before all else."""
        if self._whom is not None and not is_blank(self._whom.text):
            return self._thanks(self._whom.text)
        return super().unsaid()

    def _chosen_before(self) -> str:
        """What was chosen before the work, where it was offered then."""
        for key, answer in self.talk.session.body.answers.items():
            moment = self.talk.conversation.guide.moment(key)
            if moment is None or moment.kind != "recognition" or answer.response in REFUSALS:
                continue
            words = [self.ctx.t(o.words) for o in moment.options if o.id in answer.choices]
            return answer.words or ", ".join(words)
        return ""

    def _give(self, given: bool) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        on = ctx.today if given else None
        self.do(
            lambda: recognition.give(
                self.notebook, session=session, step=step, on=on, by=ctx.writer, at=at
            ),
            focus="given",
        )

    def _open_thanks(self) -> None:
        if self._whom is not None:
            self._whom.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        ctx, column = self.ctx, self.place.column
        field = Field(ctx, ctx.t(N_("Whom do you thank, and what for?")))
        field.line.setObjectName("whom")
        done = main_deed(ctx, "say-thanks", ctx.t(N_("Say thank you")), TICK, self._say_thanks)
        field.line.returnPressed.connect(self._say_thanks)
        row = Flow()
        row.addWidget(done)
        column.insertWidget(self.after, field)
        column.insertLayout(self.after + 1, row)
        self._whom = field
        self.opened(field, done)

    def _say_thanks(self) -> None:
        if self._whom is None:
            return
        if is_blank(self._whom.text):
            self._whom.tell(self.ctx.t(N_("There are no words yet.")))
            return
        words = self._whom.text
        self._whom = None
        self.do(self._thanks(words), focus="thank-somebody")

    def _thanks(self, words: str) -> Callable[[], Change]:
        ctx, session, step = self.ctx, self.session, self.step.key
        notebook, lang = self.notebook, self.talk.person.body.home_language
        section = self.moment.section or _SECTION_OF_THANKS
        return lambda: recognition.thank(
            notebook,
            session=session,
            step=step,
            section=section,
            words=words,
            lang=lang,
            voice="own_spoken",
            by=ctx.writer,
        )
