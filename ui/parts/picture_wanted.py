"""What is asked for where a picture is to be chosen, and who is told which it is."""

import dataclasses
from collections.abc import Callable

from app.model.change import Change
from app.model.ids import PictureRef
from app.model.record import Record
from app.model.showing import to_change
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import clear_pictures
from ui.context import Context

_SHOWN_WORDS = 60


def picture_question(ctx: Context, words: str) -> str:
    """Ask which picture goes with these words."""
    if not words:
        return ctx.t(N_("Which picture?"))
    short = words if len(words) <= _SHOWN_WORDS else f"{words[:_SHOWN_WORDS]}…"
    return ctx.t(N_("Which picture goes with: {words}"), words=short)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PictureWanted:
    """A picture that is to be chosen.

    Attributes:
        title: what is asked for.
        told: is given the picture, None for "no picture", and its words.
        goes_with: the sentence that it is for, and its language.
        instead_of: the picture in the place of which it will stand.
        may_be_none: no picture can be chosen; else the words alone are an answer.

    """

    title: str
    told: Callable[[PictureRef | None, str], None]
    goes_with: tuple[str, str] = ("", "")
    instead_of: PictureRef | None = None
    may_be_none: bool = True


def another_picture(
    ctx: Context,
    record: Record[Statement],
    do: Callable[[Callable[[], Change]], None],
    meant: PictureRef | None = None,
) -> PictureWanted:
    """Ask for a picture in the place of one beside a sentence.

    Args:
        ctx: what every part is handed.
        record: the sentence.
        do: carries the change out.
        meant: which picture, where that is known; else it is the first one that is seen.

    """
    notebook, by, body = ctx.open_notebook, ctx.writer, record.body
    old = to_change(body, ctx.settings.pictures, meant)

    def told(ref: PictureRef | None, _words: str) -> None:
        do(
            lambda: clear_pictures.another_picture(
                notebook,
                statement=record.id,
                instead_of=old and old.picture,
                picture=ref,
                by=by,
            )
        )

    return PictureWanted(
        title=picture_question(ctx, (old and old.word) or body.original),
        told=told,
        goes_with=(body.original, body.original_lang),
        instead_of=old and old.picture,
    )
