"""Choosing a talk, with pieces of others left for another day, and the story of all talks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

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


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Each screen, with something on it."""
    person = gallery.everyone()[0].id
    behind = {"screen": "talk", "person": person, "session": at(gallery, "left", _TWO)}
    yield "stop-in-a-talk", lambda: gallery.go("stop", behind=behind)
    yield "wound-up", lambda: gallery.press("wind-up")
    yield "talks", lambda: gallery.go("talks", person=person)
    yield "story", lambda: gallery.go("story", person=person)
