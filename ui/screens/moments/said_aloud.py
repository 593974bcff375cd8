"""The person's own voice as an answer: the way to give it, and what was said."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from app.model.ids import SoundRef
from app.model.wording import N_
from ui.context import Context
from ui.own_voice import say_with
from ui.parts.bars import HEAR
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import MICROPHONE, TAKE_OUT
from ui.screens.base import Readable

SPEAK = "answer-with-voice"
"""The name of the button that records an answer."""


def speak_button(ctx: Context, press: Callable[[], None]) -> Pressable:
    """The way to answer in one's own voice."""
    words = ctx.t(N_("Record"))  # short: the ways not to answer stay on one row with it
    speak = Pressable(ctx, words, picture=MICROPHONE, picture_px=30)
    speak.setToolTip(ctx.t(N_("Say it into the computer")))
    speak.setObjectName(SPEAK)
    speak.clicked.connect(press)
    return speak


class SaidAloud(Flow):
    """What was said into the computer, to be heard, taken off or deleted.

    Attributes:
        readables: what can be heard of it, in reading order.

    Signals:
        take_off: the answer is to be without it.
        delete: it is to be deleted for good.

    """

    take_off = Signal()
    delete = Signal()

    def __init__(self, ctx: Context, recording: SoundRef) -> None:
        super().__init__(gap=4)
        said = Pressable(
            ctx,
            ctx.t(N_("You said this into the computer.")),
            picture=HEAR,
            picture_px=48,
            note=ctx.t(N_("Press here to hear it.")),
            note_heard="no",
            role="own",
            size="label",
        )
        said.setObjectName("said-aloud")
        say_with(said, recording)
        off = _taking_out(ctx, ctx.t(N_("Without the recording")), "said-aloud-off")
        off.clicked.connect(self.take_off)
        gone = _taking_out(ctx, ctx.t(N_("Delete the recording for good")), "said-aloud-delete")
        gone.clicked.connect(self.delete)
        self.readables: tuple[Readable, ...] = (said, off, gone)
        for each in (said, off, gone):
            self.addWidget(each)


def _taking_out(ctx: Context, words: str, name: str) -> Pressable:
    button = Pressable(ctx, words, picture=TAKE_OUT, picture_px=30, size="label")
    button.setObjectName(name)
    return button
