"""How I say yes, no and stop: pictures to press, and any other way to tell it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.usecases import sessions
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_SIGNS = ("say_yes", "say_no", "say_stop", "say_hurt", "say_enough", "say_happy")


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Each sign as it is asked, one with two answers, and what something else leads to."""
    ctx, guide = gallery.window.ctx, gallery.window.house.guides["passport"]
    person = gallery.everyone()[-1].id
    gallery.go("home", person=person)
    gallery.settle()
    notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
    change = gallery.ask(
        lambda: sessions.start(notebook, person=person, guide=guide, by=by, now=now)
    )
    session = change.last("session")
    for sign in _SIGNS:
        yield sign, lambda sign=sign: gallery.stand_at(person, session, sign)
    gallery.stand_at(person, session, _SIGNS[0])
    gallery.settle()
    yield "say_yes-nod", lambda: gallery.press("option-nod")
    yield "say_yes-both", lambda: gallery.press("option-something_else")
    yield "say_yes-own", lambda: gallery.press("next")
