"""What leaves on paper, as it is seen before: the person's own booklet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.parts.pressable import Pressable

if TYPE_CHECKING:
    from ui.gallery import Gallery
    from ui.shots import Shot


def shots(gallery: "Gallery") -> Iterator["Shot"]:
    """The first page, one further on, larger, as large as can be, and how it goes to a printer."""
    person = gallery.everyone()[0]
    gallery.like_person(person)
    yield "on-paper", lambda: gallery.go("print", person=person.id)
    yield "on-paper-further", lambda: _press(gallery, "next-page", "next-page", "next-page")
    yield "on-paper-larger", lambda: _press(gallery, "larger")
    yield "on-paper-largest", lambda: _press(gallery, "larger")
    yield "on-paper-passport", lambda: _press(gallery, "smaller", "smaller", "print-passport")
    yield "on-paper-no-printer", lambda: _press(gallery, "print-booklet", "print-it")


def _press(gallery: "Gallery", *names: str) -> None:
    """Press each that can be pressed."""
    for name in names:
        found = gallery.window.findChildren(Pressable, name)
        if any(each.isVisible() and each.isEnabled() for each in found):
            gallery.press(name)
            gallery.settle()
