"""Saying it aloud. The recorder comes later: until then the helper writes what is said."""

from app.model.wording import N_
from ui.parts.words import Words
from ui.screens.moments.question import QuestionView


class VoiceView(QuestionView):
    """A question like any other, which says honestly that nothing is recorded."""

    def explanation(self) -> Words:
        """What the guide explains, and that recording comes later."""
        ctx = self.ctx
        told = ctx.t(
            N_("Recording comes later. You can say it now, and your helper writes it down.")
        )
        if self.moment.explain:
            told = f"{ctx.t(self.moment.explain)}\n{told}"
        words = Words(ctx, told, size="label", bold=False)
        self._read.append(words)
        return words
