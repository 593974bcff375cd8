"""Saying it aloud: into the computer, or to the helper, who writes it down."""

from app.model.wording import N_
from ui.parts.words import Words
from ui.screens.moments.question import QuestionView


class VoiceView(QuestionView):
    """A question like any other, which says that the answer can be recorded."""

    def explanation(self) -> Words:
        """What the guide explains, and that it can be said into the computer."""
        ctx = self.ctx
        told = ctx.t(
            N_("You can say it into the computer. Or your helper writes down what you say.")
        )
        if self.moment.explain:
            told = f"{ctx.t(self.moment.explain)}\n{told}"
        words = Words(ctx, told, size="label", bold=False)
        self._read.append(words)
        return words
