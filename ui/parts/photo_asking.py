"""What is asked once of every photo: who is in it, did each of them say yes, what is it."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.model.ids import PictureRef
from app.model.photo_facts import InPhoto, SaidYes
from app.model.session import Response
from app.model.wording import N_
from app.usecases.photo_facts import Told
from ui.context import Context
from ui.parts.photo_question import Choice, PhotoName, PhotoQuestion
from ui.parts.photo_who import Around, PhotoWho
from ui.parts.pressable import Pressable
from ui.parts.refs import ASKED, JUST_ME, KEEP, NOT_MINE, TAKE_OUT
from ui.parts.taborder import follow_layout
from ui.parts.words import Words

Page = PhotoWho | PhotoQuestion | PhotoName
Step = Callable[[int], None]
"""Shows a question; is told the how manieth it is."""

_SAID: tuple[tuple[SaidYes, str, PictureRef], ...] = (
    ("yes", N_("Yes"), KEEP),
    ("no", N_("No"), NOT_MINE),
    ("not_asked", N_("Not asked yet"), ASKED),
)


class PhotoAsking(QWidget):
    """The questions of one photo, one a page; each page leads back to the one before.

    Args:
        ctx: what every part is handed.
        photo: the photo, as the pixmaps know it.
        around: who may be in it.
        told: what was answered before.

    Signals:
        answered: carries a :class:`~app.usecases.photo_facts.Told`.
        left_out: the photo is not wanted after all; carries what was told until then.

    """

    answered = Signal(object)
    left_out = Signal(object)

    def __init__(self, ctx: Context, photo: PictureRef, *, around: Around, told: Told) -> None:
        super().__init__()
        self.ctx = ctx
        self._photo, self._around = photo, around
        self._told = self._before = told
        self._who: dict[str, InPhoto] = {}
        self._said = {around.key(each): each.agreed for each in told.who}
        self._steps: list[Step] = []
        self._pages: list[Page] = []
        self._layers = QStackedLayout(self)
        first = PhotoWho(ctx, photo, around=around, told=told)
        first.answered.connect(self._begin)
        self._put(first)

    @property
    def read(self) -> list[Words | Pressable]:
        """What can be heard of the page on top."""
        return self._pages[-1].read

    def first_focus(self) -> QWidget | None:
        """The first answer on top."""
        return self._pages[-1].first_focus()

    def go_on(self) -> None:
        """Go on as the page on top does."""
        self._pages[-1].go_on()

    def step_back(self) -> bool:
        """Go back a question; False at the first one."""
        if len(self._pages) < 2:
            return False
        page = self._pages.pop()
        self._layers.removeWidget(page)
        page.deleteLater()
        self._show_last()
        return True

    # The questions, in their order

    def _begin(self, told: Told) -> None:
        """Who is in it is known: each of them is asked about, then what the photo is called."""
        if told.answer != "said":
            self.answered.emit(told)
            return
        self._told, me = told, self._around.person.id
        self._who = {self._around.key(each): each for each in told.who}
        said_no = {self._around.key(e): e for e in self._before.who if e.agreed == "no"}
        dropped = (each for key, each in said_no.items() if key not in self._who)
        self._steps = [
            *(self._still_in(each) for each in dropped),
            *(self._agreed(each) for each in told.who if each.supporter != me),
            self._ask_name,
        ]
        self._steps[0](0)

    def _on(self, nth: int) -> None:
        self._steps[nth + 1](nth + 1)

    def _still_in(self, each: InPhoto) -> Step:
        """Somebody's no goes only where the person says that they are not in the photo."""
        key = self._around.key(each)

        def ask(nth: int) -> None:
            def answered(name: str) -> None:
                self._who.pop(key, None)
                if name == f"in-it-{key}":
                    self._who[key] = each
                self._on(nth)

            def leave() -> None:
                answered(f"in-it-{key}")

            self._ask(
                N_("{name} said no to this photo. Is {name} in it?"),
                each,
                choices=(
                    (f"in-it-{key}", N_("Yes, in the photo"), KEEP),
                    (f"not-in-it-{key}", N_("No, not in the photo"), NOT_MINE),
                ),
                answered=answered,
                refused=lambda _: leave(),
                passed=leave,
            )

        return ask

    def _agreed(self, each: InPhoto) -> Step:
        """Whether somebody said yes; not to tell leaves a no that was said before."""
        key = self._around.key(each)

        def ask(nth: int) -> None:
            def keep(said: SaidYes) -> None:
                self._said[key] = said
                self._who[key] = msgspec.structs.replace(each, agreed=said)
                if said == "no":
                    self._tell_what_no_does(each, nth)
                else:
                    self._on(nth)

            def leave(response: SaidYes) -> None:
                self._said[key] = "no" if self._said.get(key) == "no" else response
                self._who[key] = msgspec.structs.replace(each, agreed=self._said[key])
                self._on(nth)

            names = {f"agreed-{said}-{key}": said for said, _, _ in _SAID}
            self._ask(
                N_("Did {name} say yes to this photo?"),
                each,
                choices=tuple((f"agreed-{s}-{key}", words, shown) for s, words, shown in _SAID),
                below=N_("Until {name} says yes, only you see this photo."),
                chosen=f"agreed-{self._said.get(key)}-{key}",
                answered=lambda name: keep(names[name]),
                refused=leave,
                passed=lambda: leave("skip"),
            )

        return ask

    def _tell_what_no_does(self, each: InPhoto, nth: int) -> None:
        def answered(name: str) -> None:
            if name == "leave-photo-out":
                self.left_out.emit(self._all_told(self._before.taken_for))
            else:
                self._on(nth)

        self._ask(
            N_("{name} said no to this photo."),
            each,
            note=N_("Only you see this photo. Nobody else gets it."),
            choices=(
                ("keep-for-me", N_("Keep it for me"), JUST_ME),
                ("leave-photo-out", N_("Leave the photo out"), TAKE_OUT),
            ),
            answered=answered,
            passed=lambda: self._on(nth),
        )

    def _ask_name(self, _nth: int) -> None:
        """A photo is called after who is in it; where nobody is, it is asked what it shows."""
        who = tuple(self._who.values())
        if who:
            self._finish(", ".join(filter(None, map(self._around.name, who))))
            return
        page = PhotoName(self.ctx, self._photo, words=self._before.taken_for)
        page.answered.connect(self._finish)
        self._put(page)

    def _finish(self, name: str) -> None:
        self.answered.emit(self._all_told(name))

    def _all_told(self, name: str) -> Told:
        return Told(taken_for=name, answer=self._told.answer, who=tuple(self._who.values()))

    # Its pages

    def _ask(
        self,
        asked: str,
        about: InPhoto,
        *,
        choices: tuple[tuple[str, str, PictureRef], ...],
        answered: Callable[[str], None],
        passed: Callable[[], None],
        note: str = "",
        below: str = "",
        chosen: str = "",
        refused: Callable[[Response], None] | None = None,
    ) -> None:
        ctx = self.ctx
        name = self._around.name(about) or ctx.t(N_("Somebody else"))
        page = PhotoQuestion(
            ctx,
            self._photo,
            asked=ctx.t(asked, name=name),
            choices=tuple(Choice(each, ctx.t(words), shown) for each, words, shown in choices),
            note=ctx.t(note) if note else "",
            below=ctx.t(below, name=name) if below else "",
            chosen=chosen,
            refused=refused,
        )
        page.answered.connect(answered)
        page.passed.connect(passed)
        self._put(page)

    def _put(self, page: Page) -> None:
        self._pages.append(page)
        self._layers.addWidget(page)
        self._show_last()

    def _show_last(self) -> None:
        page = self._pages[-1]
        self._layers.setCurrentWidget(page)
        follow_layout(self)
        first = page.first_focus()
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)
