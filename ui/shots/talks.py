"""Choosing a talk, with pieces of others left for another day, and the story of all talks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.usecases import halfsaid, sessions
from ui.shots import Shot
from ui.shots.one_moment import at

if TYPE_CHECKING:
    from ui.gallery import Gallery

_TWO = """
[[moment]]
id = "first"
kind = "question"
stage = "talk"
prompt = "What feels important this month?"
picture = "openmoji:2B50"
section = "important_to"
says = "important_to"

[[moment]]
id = "second"
kind = "question"
stage = "talk"
prompt = "What would make next week better?"
picture = "openmoji:1F3AF"
section = "goals"
says = "hope"
"""

_ONE = """
[[moment]]
id = "heard"
kind = "question"
stage = "talk"
prompt = "What did others see this month?"
picture = "openmoji:1F440"
section = "support_well"
says = "please_do"
whose = "others"
"""


_WHERE = """
[[moment]]
id = "where"
kind = "either_or"
stage = "talk"
prompt = "Where should your keyworker be now?"
picture = "openmoji:1FAAA"
explain = "Your keyworker goes out unless you want them here."
helper = "Go out unless the answer is: here. Someone else can help."
options = [
    { id = "yes", words = "Here with me", picture = "openmoji:1FA91", stays = true },
    { id = "no", words = "Outside", picture = "openmoji:1F6AA" },
]
"""


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Each screen, with something on it."""
    person = gallery.everyone()[0].id
    behind = {"screen": "talk", "person": person, "session": at(gallery, "left", _TWO)}
    yield "stop-in-a-talk", lambda: gallery.go("stop", behind=behind)
    yield "wound-up", lambda: gallery.press("wind-up")
    yield "talks", lambda: gallery.go("talks", person=person)
    yield "talks-half-said", lambda: _half_said(gallery, person)
    yield "story", lambda: gallery.go("story", person=person)
    yield "who-goes-out", lambda: at(gallery, "where", _WHERE)
    yield "who-was-sent-out", lambda: gallery.press("option-no")
    yield "who-has-not-gone", lambda: gallery.press("next")


def _half_said(gallery: "Gallery", person: RecordId) -> None:
    """Words of somebody who was not named, in a talk that is over."""
    talk, ctx = at(gallery, "heard", _ONE), gallery.window.ctx
    notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
    said = HalfSaid(words="He hums when the bus is late.", how="others")

    def end() -> None:
        halfsaid.keep(notebook, session=talk, step="heard", said=said)
        sessions.stop(notebook, session=talk, by=by, now=now)

    gallery.ask(end)
    gallery.go("talks", person=person)
