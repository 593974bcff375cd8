"""Drawings of a plan that is made into sound: what is to be made, how far it is, where it lies."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.errors import OwnCopyFirstError
from app.model.sharing_rules import Asked
from app.soundroom import SoundMade
from app.usecases import sharing
from app.usecases.plan_sound import Unsaid
from ui.screens.base import Route
from ui.screens.plan_sound import PlanSoundScreen
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_FOLDER = Path("/home/marcus/Documents/My plan as sound 2026-03-04 1405")
_SOMALI = Unsaid("Waxaan jeclahay shaaha oo sonkor leh.", "so")


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """From choosing what is said to hearing it."""
    marcus = gallery.everyone()[0].id
    yield "plan-sound-print", lambda: gallery.go("print", person=marcus)
    yield "plan-sound", lambda: gallery.go("plan_sound", person=marcus)
    yield "plan-sound-part", lambda: gallery.press("part")
    yield "plan-sound-one-part", lambda: gallery.press("part-people")
    yield "plan-sound-made", lambda: _made(gallery)
    yield "plan-sound-own-first", lambda: _own_first(gallery)
    yield "plan-sound-reader", lambda: _for_reader(gallery, "family")
    yield "plan-sound-for-keyworker", lambda: _for_reader(gallery, "keyworker")


def _screen(gallery: "Gallery") -> PlanSoundScreen:
    screen = gallery.window.screen
    assert isinstance(screen, PlanSoundScreen)
    return screen


def _made(gallery: "Gallery") -> None:
    files = (_FOLDER / "my-plan.mp3",)
    made = SoundMade(files=files, unsaid=(_SOMALI,), frame_lang="en-GB")
    _screen(gallery)._made(made)  # noqa: SLF001 - a file dialog is in the way else
    gallery.settle()


def _for_reader(gallery: "Gallery", role: str) -> None:
    notebook, today = gallery.window.ctx.open_notebook, gallery.window.ctx.today
    marcus = gallery.everyone()[0].id
    found = gallery.ask(lambda: sharing.sharing(notebook, person=marcus))
    reader = next(each for each in found.readers if each.role == role)
    asked = Asked(reader=reader, purpose=sharing.usual_purpose(reader.role), on=today)
    gallery.window.show_route(Route("plan_sound", {"person": marcus, "asked": asked}))
    gallery.settle()


def _own_first(gallery: "Gallery") -> None:
    _screen(gallery)._refused(OwnCopyFirstError(""))  # noqa: SLF001 - as above
    gallery.settle()
