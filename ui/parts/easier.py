"""Easier words beside a sentence, and the question whether they say the same (rule R5)."""

from typing import Any

from app.model.statement import Statement
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.words import Words

YES = N_("Yes, they say the same")
NO = N_("No, take them away")


def show_easier(
    ctx: Context, column: Column, body: Statement, *, by: str, read: list[Any], ask: bool
) -> None:
    """Put the easier words into a column, with who wrote them.

    Args:
        ctx: what every part is handed.
        column: where they go.
        body: the sentence.
        by: who wrote them; empty if nobody knows.
        read: what of the screen is read aloud, in order.
        ask: whether the person is asked about them.

    """
    easy = Words(ctx, ctx.t(N_("In easier words: {words}"), words=body.easy), size="sentence")
    read.append(easy)
    column.add(easy)
    if by:
        wrote = ctx.t(N_("{name} wrote the easier words"), name=by)
        column.add(Words(ctx, wrote, size="note", ink="quiet_ink"))
    if ask:
        asked = Words(ctx, ctx.t(N_("Do they say the same? Only you can say so.")), size="label")
        read.append(asked)
        column.add(asked)
