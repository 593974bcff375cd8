"""What came of a promise, in sentences for the person."""

import datetime

from app.model.promises import Promise
from app.model.wording import N_
from ui.context import Context
from ui.parts.goal_words import COULD_NOT


def late_words(ctx: Context, due: datetime.date) -> str:
    """That a promise should have been kept by now: it is late, and nobody is blamed for it."""
    return ctx.t(N_("This should have been done by {day}."), day=ctx.words.date(due))


def outcome_words(ctx: Context, body: Promise, *, name: str) -> list[str]:
    """What was done; or why not, what can be done instead, and what the person can do (R13).

    Of what is still to be done after its day that is said first.
    """
    said = [late_words(ctx, body.due)] if body.late(ctx.today) else []
    said += [body.what_changed] if body.what_changed else []
    if body.response == "could_not_change" and body.could_not_because is not None:
        reason = ctx.t(COULD_NOT[body.could_not_because][0])
        said += [
            ctx.t(N_("Why: {reason}. {words}"), reason=reason, words=body.because_plain),
            ctx.t(N_("What we can do instead: {words}"), words=body.instead),
            ctx.t(N_("If {name} does not agree: {words}"), name=name, words=body.how_to_challenge),
        ]
    return said
