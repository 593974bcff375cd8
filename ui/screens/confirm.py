"""The PIN once more, before what cannot be taken back or changes who can open the notebook."""

from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError
from app.model.wording import N_
from ui.context import Context
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.refs import KEY
from ui.parts.slow_deed import SlowDeed
from ui.screens.base import Frame, Route
from ui.screens.paged import StillPageScreen


def behind_pin(ctx: Context, to: Route, *, back: Route) -> Route:
    """The way to a screen that only the worker who has the notebook open may reach.

    An example has no PIN, and where it is only read nothing can be changed.
    """
    if ctx.open_notebook.example or ctx.open_notebook.read_only:
        return to
    about = {"to": to, "back": back}
    if "person" in to.about:
        about["person"] = to.about["person"]
    return Route("confirm", about)


class ConfirmScreen(StillPageScreen):
    """A place for the PIN, and nothing else."""

    def __init__(self, ctx: Context, *, to: Route, back: Route, person: str | None = None) -> None:
        super().__init__(ctx)
        self._to, self._back, self._person = to, back, person
        page = self.page
        page.say(ctx.t(N_("First, so that it is really you")), "question")
        self._secret = Field(ctx, ctx.t(N_("Your PIN or passphrase")), secret=True)
        self._secret.line.returnPressed.connect(self._confirm)
        page.add(self._secret)
        deed = main_deed(ctx, "confirm", ctx.t(N_("Go on")), KEY, self._confirm)
        self._deed = SlowDeed(ctx, deed)
        page.read.append(deed)
        page.add(self._deed)
        page.fill()

    def frame(self) -> Frame:
        """Back, and "Hear it"; help where a person is here."""
        help_ = (self.help_button(),) if self._person is not None else ()
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            buttons=(self.back_button(self._back), self.hear_button(), *help_),
        )

    def first_focus(self) -> QWidget | None:
        """The place for the PIN."""
        return self._secret.line

    def _confirm(self) -> None:
        if self._deed.waiting:
            return
        house, notebook, secret = self.ctx.house, self.ctx.open_notebook, self._secret.text
        self._secret.tell("")
        self._deed.wait()
        self.ctx.desk.do(
            lambda: house.confirm(notebook, secret=secret),
            owner=self,
            then=lambda _: self.go.emit(self._to),
            failed=self._refused,
        )

    def _refused(self, error: AlongsideError) -> None:
        self._deed.wait(False)
        self._secret.line.clear()
        self._secret.tell(error.said(self.ctx.words))
