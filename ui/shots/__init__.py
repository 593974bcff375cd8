"""What the gallery draws beside the screens that it walks through itself, one module a subject."""

import importlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.gallery import Gallery

Shot = tuple[str, Callable[[], None]]
"""A name, and how to bring what it names onto the screen."""

MODULES: tuple[str, ...] = (
    "talks", "sharing", "records", "making", "layouts", "passport", "goals", "sealed", "photos",
    "picture_sets", "easywords", "liked_pictures", "reaching", "came_back", "at_home",
    "hearing", "voice", "plan_sound", "plan_langs", "languages", "on_paper",
    "translators", "help",
)  # fmt: skip
"""Each has a function ``shots`` that is given the gallery, with the examples open."""


def all_shots(only: str = "") -> tuple[Callable[["Gallery"], Iterator[Shot]], ...]:
    """The shots of every subject, or of one."""
    return tuple(
        importlib.import_module(f"ui.shots.{name}").shots for name in MODULES if only in {"", name}
    )
