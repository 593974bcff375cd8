"""The person's own copy is offered before anybody else's (moment Z4)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.model.ids import PictureRef
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from ui.context import Context
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import NONE, SAVE
from ui.parts.saving import save_booklet


def offer_own_copy(
    ctx: Context,
    page: Page,
    *,
    owner: QWidget,
    person: Record[Person],
    had: Callable[[], None],
    declined: Callable[[], None],
) -> Pressable:
    """Put the offer on an empty page; gives what the keyboard begins with.

    Args:
        ctx: what every part is handed.
        page: where it stands.
        owner: the screen that asks.
        person: who is offered it.
        had: called once they have it.
        declined: called when they do not want one.

    """
    page.say(ctx.t(N_("First your own copy. Would you like one?")), "question")
    page.begin_row(gap=4, same=False)

    def button(name: str, words: str, picture: PictureRef, press: Callable[[], None]) -> Pressable:
        made = Pressable(ctx, ctx.t(words), picture=picture, picture_px=40)
        made.setObjectName(name)
        made.clicked.connect(press)
        return page.put(made)

    def save() -> None:
        save_booklet(ctx, owner=owner, person=person, then=lambda _: had())

    mine = button("own-copy", N_("Save my booklet"), SAVE, save)
    button("no-own-copy", N_("No copy for me today"), NONE, declined)
    return mine
