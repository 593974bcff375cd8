"""The choice of a language with its letters and digits, and where its words are checked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.words.finding import Entry, Found
from ui.screens.base import Route
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_FOUND = (
    Found(Entry(("Which colours?",), ("Pa liwiau?",))),
    Found(Entry(("This copy is for {name}.",), ("Mae'r copi hwn i {name}.",))),
    Found(
        Entry(
            ("{n} sentence you kept.", "{n} sentences you kept."),
            ("{n} brawddeg a gadwoch.", "1 frawddeg a gadwoch."),
        )
    ),
)


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """The likes, and the three screens of checking."""
    person = gallery.everyone()[0].id
    back = Route("likes", {"person": person})
    yield "language-welcome", lambda: gallery.go("welcome")
    yield "language-likes", lambda: gallery.go("likes", person=person)
    yield "language-checking", lambda: gallery.go("checking_words", back=back)
    yield "language-sentences", lambda: gallery.go("words_here", found=_FOUND, back=back)
    yield "language-better", lambda: gallery.go("better_words", found=_FOUND[1], back=back)
