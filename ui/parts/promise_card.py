"""A promise as a card: what is to be done, by whom, by when, and what came of it."""

from collections.abc import Iterable

from app.model.outcome import OUTCOMES
from app.model.person import Person, Supporter
from app.model.promises import Promise
from app.model.record import Record
from app.model.wording import N_
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.pixmaps import face_picture


def promise_card(
    ctx: Context,
    record: Record[Promise],
    *,
    people: Iterable[Record[Person] | Record[Supporter]],
) -> Pressable:
    """A card with the face and the name of whoever promised it.

    Args:
        ctx: what every part is handed.
        record: the promise.
        people: the person and those around them.

    """
    body = record.body
    name, photo = ctx.t(N_("Someone else")), None
    for each in people:
        if each.id == body.owner:
            name = each.body.preferred_name if isinstance(each.body, Person) else each.body.name
            photo = each.body.photo
    words, mark = OUTCOMES[body.response]
    by_when = ctx.t(N_("{name}, by {day}"), name=name, day=ctx.words.date(body.due))
    card = Pressable(
        ctx,
        body.words,
        picture=face_picture(photo, name),
        picture_px=60,
        note=f"{ctx.t(words)} · {by_when}",
        note_picture=mark,
        role="others",
        size="sentence",
        bold=False,
    )
    card.setObjectName(f"promise-{record.id}")
    return card
