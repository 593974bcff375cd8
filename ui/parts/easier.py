"""Easier words beside a sentence, and the question whether they say the same (rule R5)."""

from collections.abc import Callable
from typing import Any

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import easy_words
from ui.context import Context
from ui.parts.column import Column
from ui.parts.refs import KEEP, NOT_MINE, UNSURE
from ui.parts.words import Words

NOT_SURE = "easier-unsure"


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


def easier_answers(
    ctx: Context, record: Record[Statement], *, session: RecordId | None = None
) -> tuple[tuple[str, str, PictureRef, Callable[[], Change]], ...]:
    """The person's three answers: the name of each, its words, its picture, and what keeps it.

    Args:
        ctx: what every part is handed.
        record: the sentence, as it is on screen.
        session: the talk in which it is asked, if in one.

    """
    notebook, which, seen, by = ctx.open_notebook, record.id, record.body.easy, ctx.writer

    def answer(*, ok: bool) -> Change:
        return easy_words.answer(
            notebook, statement=which, ok=ok, seen=seen, by=by, session=session
        )

    def leave() -> Change:
        """No answer is one too: they go on waiting."""
        return easy_words.leave(
            notebook, statement=which, seen=seen, on=ctx.today, by=by, session=session
        )

    return (
        ("easier-yes", ctx.t(N_("Yes, they say the same")), KEEP, lambda: answer(ok=True)),
        ("easier-no", ctx.t(N_("No, take them away")), NOT_MINE, lambda: answer(ok=False)),
        (NOT_SURE, ctx.t(N_("Not sure")), UNSURE, leave),
    )
