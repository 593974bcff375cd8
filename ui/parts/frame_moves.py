"""Moving the frame on a photo by pressing: for who has no pointer to hold and no arrow keys."""

from collections.abc import Callable

from app.model.ids import PictureRef
from app.model.photo_work import STEP
from app.model.wording import N_
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.photo_frame import PhotoFrame
from ui.parts.pressable import Pressable
from ui.parts.refs import CHANGE, DOWN, UP

LEFT = PictureRef("openmoji:2B05")
RIGHT = PictureRef("openmoji:27A1")
_FAR = 4 * STEP
"""One press moves as far as several presses of an arrow key."""

_NEED_THEM = frozenset({"switch", "two_switches", "eye", "partner"})


def frame_moves(ctx: Context, frame: PhotoFrame) -> Flow | None:
    """Buttons that move the frame or one of its corners; none for who uses a mouse or a finger."""
    if ctx.settings.input not in _NEED_THEM:
        return None
    row = Flow(gap=0)
    for name, words, picture, press in (
        ("frame-part", N_("Another corner"), CHANGE, frame.go_to_next_part),
        ("frame-left", N_("Left"), LEFT, lambda: frame.nudge(-_FAR, 0)),
        ("frame-right", N_("Right"), RIGHT, lambda: frame.nudge(_FAR, 0)),
        ("frame-up", N_("Up"), UP, lambda: frame.nudge(0, -_FAR)),
        ("frame-down", N_("Down"), DOWN, lambda: frame.nudge(0, _FAR)),
    ):
        row.addWidget(_button(ctx, name, ctx.t(words), picture, press))
    return row


def _button(
    ctx: Context, name: str, words: str, picture: PictureRef, press: Callable[[], None]
) -> Pressable:
    button = Pressable(ctx, words, picture=picture, picture_px=28, size="note")
    button.setObjectName(name)
    button.clicked.connect(press)
    return button
