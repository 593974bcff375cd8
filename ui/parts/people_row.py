"""Faces to press: the person first, then those around them."""

from collections.abc import Callable, Iterable

from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.wording import N_
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.pixmaps import face_picture


def people_row(
    ctx: Context,
    person: Record[Person] | None,
    supporters: Iterable[Record[Supporter]],
    *,
    chosen: Iterable[RecordId],
    pick: Callable[[RecordId], None],
    name: str,
) -> tuple[Flow, list[Pressable]]:
    """A row of faces, and the buttons in it.

    Args:
        ctx: what every part is handed.
        person: the person; None where it is about the others alone.
        supporters: who is around them; who has left is not asked for.
        chosen: who is chosen now.
        pick: called with whoever is pressed.
        name: what the buttons' names begin with.

    """
    row, buttons, now = Flow(gap=0), [], set(chosen)
    everybody = [
        (each.id, each.body.name, each.body.photo, each.body.left_on) for each in supporters
    ]
    if person is not None:
        me = ctx.t(N_("{name} (me)"), name=person.body.preferred_name)
        everybody.insert(0, (person.id, me, person.body.photo, None))
    for who, called, photo, left_on in everybody:
        if left_on is not None and who not in now:
            continue
        button = Pressable(ctx, called, picture=face_picture(photo, called), picture_px=44)
        button.setObjectName(f"{name}-{who}")
        button.choose(who in now)
        button.clicked.connect(lambda _=False, who=who: pick(who))
        row.addWidget(button)
        buttons.append(button)
    return row, buttons
