"""Help: its first page, both guides, where words are kept, the report, and what it is made with."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.model.errors import CannotWriteError
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_PINS = ("2468", "1357")
"""Of a throw-away notebook."""


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Asked for in the middle of things, and before a notebook is open."""
    person = gallery.everyone()[0].id
    about = {"behind": {"person": person}, "asked_on": "home"}
    yield "help-stop", lambda: gallery.go("stop", **about)
    yield "help-home", lambda: gallery.go("help", **about)
    for guide in ("person", "keyworker"):
        yield (
            f"help-guide-{guide}",
            lambda guide=guide: gallery.go("picture_guide", guide=guide, **about),
        )
        yield f"help-guide-{guide}-2", lambda: gallery.press("next")
        yield f"help-guide-{guide}-3", lambda: gallery.press("next")
    yield "help-kept", lambda: gallery.go("kept", **about)
    yield "help-wrong", lambda: _after_an_error(gallery, about)
    yield "help-about", lambda: gallery.go("about", **about)
    yield "help-licences", lambda: gallery.go("licences", **about)
    yield "help-licence", lambda: gallery.go("licence", name="LGPL-3.0", **about)
    yield "help-kept-of-a-notebook", lambda: _with_a_notebook(gallery)
    yield "help-keeping", lambda: gallery.go("keeping")
    yield "help-welcome", lambda: gallery.go("welcome")
    yield "help-before", lambda: gallery.go("help", behind={}, asked_on="welcome")


def _after_an_error(gallery: "Gallery", about: dict[str, object]) -> None:
    gallery.window.house.mishaps.note(CannotWriteError("Nothing was written."))
    gallery.go("wrong", **about)


def _with_a_notebook(gallery: "Gallery") -> None:
    house = gallery.window.house
    made = gallery.ask(
        lambda: house.create_notebook(
            house.notebook_path("Ash House"), worker_name="Sam", secret=_PINS[0], kind="pin"
        )
    )
    gallery.ask(lambda: house.add_worker(made, name="Amina", secret=_PINS[1], kind="pin"))
    gallery.window.holding.take(made)
    gallery.settle()
    gallery.go("kept", behind={})
