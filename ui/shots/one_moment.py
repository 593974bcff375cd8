"""Bringing one moment of a guide written for the picture onto the screen."""

from typing import TYPE_CHECKING

from app.model.guide_file import GuideFile
from app.model.guide_reading import read_guide
from app.model.ids import RecordId
from app.usecases import sessions

if TYPE_CHECKING:
    from ui.gallery import Gallery

_GUIDE = """
[guide]
id = "{name}"
version = 1
title = "A talk"
type = "other"
picture = "openmoji:1F4AC"

[[stage]]
id = "talk"
title = "Talk"
picture = "openmoji:1F4AC"

{moment}

[[stage]]
include = "close"

[[moment]]
include = "close"
"""


def at(gallery: "Gallery", name: str, moment: str, *, person: int = 0) -> RecordId:
    """Start a talk that begins with this moment, and show it.

    Args:
        gallery: with the examples open.
        name: what the guide is called; no two of the same.
        moment: the ``[[moment]]`` blocks of its file, in the stage ``talk``.
        person: which of the people.

    Returns:
        The session.

    """
    window, house = gallery.window, gallery.window.house
    whose = gallery.everyone()[person]
    gallery.go("home", person=whose.id)
    gallery.settle()
    ctx = window.ctx
    file = GuideFile(_GUIDE.format(name=name, moment=moment), name=f"{name}.toml")
    guide = read_guide(file, parts=house.guide_parts, known=house.known_to_guides)
    house.guides[name] = guide
    notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
    change = gallery.ask(
        lambda: sessions.start(notebook, person=whose.id, guide=guide, by=by, now=now)
    )
    session = change.last("session")
    gallery.go("talk", session=session, person=whose.id)
    gallery.settle()
    return session
