"""The first screen: look around with example people, open a notebook, or start a new one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bootstrap import SUFFIX
from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.languages import FirstLanguages, not_checked
from ui.parts.pressable import Pressable
from ui.parts.refs import BACKUP, EXAMPLES, KEY, NOTEBOOK, OPEN
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen

MOST_KNOWN = 3


def places_of_namesakes(paths: Sequence[Path]) -> list[str]:
    """For each notebook as much of its place as tells it from others of its name; else nothing."""
    return [_place(path, [each for each in paths if each != path]) for path in paths]


def _place(path: Path, others: Sequence[Path]) -> str:
    namesakes = [each.parts for each in others if each.stem == path.stem]
    if not namesakes:
        return ""
    told = (path.parts[-n:] for n in range(1, len(path.parts) + 1))
    shortest = next(tail for tail in told if all(each[-len(tail) :] != tail for each in namesakes))
    return str(Path(*shortest[:-1])) if len(shortest) > 1 else path.name


class WelcomeScreen(StillScreen):
    """What Alongside is, in one sentence, and the ways in.

    Signals:
        language_chosen: another language for the window.
        examples_wanted: look around with example people.

    """

    language_chosen = Signal(str)
    examples_wanted = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(40, 14, 40, 8), gap=6)
        outer.addWidget(column)
        title = Words(
            ctx, ctx.t(N_("Write your plan together, in your own words.")), size="question"
        )
        more = Words(
            ctx,
            ctx.t(
                N_("Sit side by side. Talk. Everything stays on this computer, locked with a key.")
            ),
            size="label",
            bold=False,
        )
        column.add(FirstLanguages(ctx, self.language_chosen.emit))
        if told := not_checked(ctx):
            column.add(Words(ctx, told, size="note", ink="quiet_ink", bold=False))
        column.column.addSpacing(6)
        column.add(title)
        column.add(more)
        column.column.addSpacing(6)
        self._cards = Flow(gap=6, same=True)
        known = ctx.house.known_notebooks()[:MOST_KNOWN]
        for path, place in zip(known, places_of_namesakes(known), strict=True):
            self._known(path, place)
        self._card("new", ctx.t(N_("Start a new notebook")), NOTEBOOK, lambda: self._to("new"))
        self._card(
            "examples",
            ctx.t(N_("Look around with example people")),
            EXAMPLES,
            self.examples_wanted.emit,
        )
        self._card("open", ctx.t(N_("Open another notebook")), OPEN, self._choose_file)
        self._card("restore", ctx.t(N_("From a backup")), BACKUP, self._from_backup)
        column.add_row(self._cards)
        column.fill()
        self._read: list[Readable] = [title, more]
        self._read += [w for w in self._widgets() if isinstance(w, Pressable)]

    def frame(self) -> Frame:
        """Only "Hear it": there is nothing to stop yet."""
        return Frame(title="Alongside", buttons=(self.hear_button(),))

    def readables(self) -> tuple[Readable, ...]:
        """The sentence and the cards."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The first card."""
        return self._widgets()[0]

    def _widgets(self) -> list[QWidget]:
        items = [self._cards.itemAt(i) for i in range(self._cards.count())]
        return [w for item in items if item is not None and (w := item.widget()) is not None]

    def _known(self, path: Path, place: str) -> None:
        card = self._card(
            f"known-{place or path.stem}",
            path.stem,
            KEY,
            lambda: self.go.emit(Route("unlock", {"path": path})),
            note="\n".join(filter(None, (place, self.ctx.t(N_("Open with your PIN"))))),
        )
        card.setToolTip(str(path))

    def _card(
        self, name: str, words: str, picture: PictureRef, press: object, note: str = ""
    ) -> Pressable:
        card = Pressable(
            self.ctx,
            words,
            picture=picture,
            picture_px=96,
            note=note,
            arrange="above",
            size="button",
            widest=round(300 * max(1.0, self.ctx.look.percent / 125)),
        )
        card.setObjectName(name)
        card.clicked.connect(press)
        self._cards.addWidget(card)
        return card

    def _to(self, screen: str) -> None:
        self.go.emit(Route(screen))

    def _choose_file(self) -> None:
        choosing.choose_file(
            self.ctx,
            self,
            self.ctx.t(N_("Open a notebook")),
            kind=self.ctx.t(N_("Notebooks")),
            ends=(SUFFIX,),
            start=self.ctx.house.notebooks_folder,
            then=lambda file: self.go.emit(Route("unlock", {"path": file})),
        )

    def _from_backup(self) -> None:
        choosing.choose_backup(
            self.ctx, self, lambda file: self.go.emit(Route("restore", {"file": file}))
        )
