"""Choosing a talk, with pieces of others left for another day, and the story of all talks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from app.model.conversation import Conversation
from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.usecases import halfsaid, sessions
from ui.parts.phrase_offers import PhraseOffers
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
    yield "story-half-said", lambda: _not_today(gallery, person)
    yield "phrases-offered", lambda: _begin_a_sentence(gallery)
    yield "who-goes-out", lambda: at(gallery, "where", _WHERE)
    yield "who-was-sent-out", lambda: gallery.press("option-no")
    yield "who-has-not-gone", lambda: gallery.press("next")


_UNNAMED = HalfSaid(words="He hums when the bus is late.", how="others")


def _begin_a_sentence(gallery: "Gallery") -> None:
    """Somebody has begun to write, and pauses."""
    at(gallery, "begun", _TWO)
    screen = gallery.window.screen
    assert screen is not None
    field, offers = screen.findChild(QPlainTextEdit, "writing"), screen.findChild(PhraseOffers)
    assert field is not None
    assert offers is not None
    field.setPlainText("I like t")
    offers.look()


def _half_said(gallery: "Gallery", person: RecordId) -> None:
    """Words of somebody who was not named, in a talk that was walked to its end."""
    talk, ctx = at(gallery, "heard", _ONE), gallery.window.ctx
    notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
    guide = ctx.house.guides["heard"]

    def end() -> None:
        halfsaid.keep(notebook, session=talk, step="heard", said=_UNNAMED)
        while (body := sessions.session(notebook, session=talk).body).open:
            step = Conversation(guide, body).step
            sessions.go_on(notebook, session=talk, guide=guide, step=step, by=by, now=now)

    gallery.ask(end)
    gallery.go("talks", person=person)


def _not_today(gallery: "Gallery", person: RecordId) -> None:
    """The same in a talk that the person ended: nothing asks for them again."""
    talk, ctx = at(gallery, "not-today", _ONE), gallery.window.ctx
    notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()

    def stop() -> None:
        halfsaid.keep(notebook, session=talk, step="heard", said=_UNNAMED)
        sessions.stop(notebook, session=talk, by=by, now=now)

    gallery.ask(stop)
    gallery.go("story", person=person)
