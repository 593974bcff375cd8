"""A moment of two sides: a list to choose from, and the one thing that was chosen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.errors import AlongsideError
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.taborder import follow_layout
from ui.screens.base import Readable
from ui.screens.moments.view import View


class NestedView(View):
    """Shows one view inside itself at a time and hands everything on to it."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.inner: View | None = None

    def show_inner(self, view: View) -> None:
        """Show this one, and put away the one before."""
        old, self.inner = self.inner, view
        view.waiting = self._is_waiting
        for signal, mine in (
            (view.wish, self.wish),
            (view.end, self.end),
            (view.hear, self.hear),
            (view.go, self.go),
            (view.told, self.told),
            (view.picker_wanted, self.picker_wanted),
            (view.photo_wanted, self.photo_wanted),
            (view.voice_wanted, self.voice_wanted),
            (view.delete_wanted, self.delete_wanted),
            (view.settings_changed, self.settings_changed),
        ):
            signal.connect(mine)
        if old is not None:
            old.leave()
            self._place.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._place.addWidget(view)
        if old is not None:
            view.show()
            follow_layout(self)

    def _is_waiting(self) -> bool:
        return self.waiting()

    def readables(self) -> tuple[Readable, ...]:
        """What can be heard of the one that is shown."""
        return self.inner.readables() if self.inner is not None else ()

    def first_focus(self) -> QWidget | None:
        """Where the one that is shown begins."""
        return self.inner.first_focus() if self.inner is not None else None

    def leave(self) -> None:
        """Keep what is unfinished there."""
        if self.inner is not None:
            self.inner.leave()

    def refused(self, error: AlongsideError) -> bool:
        """Have it said there."""
        return self.inner is not None and self.inner.refused(error)

    def carry_over(self, old: View) -> None:
        """Hand what is not in the notebook on to the one that is shown."""
        if (
            isinstance(old, NestedView)
            and self.inner is not None
            and type(old.inner) is type(self.inner)
        ):
            self.inner.carry_over(old.inner)
