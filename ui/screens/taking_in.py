"""What is taken in from a file, which may take minutes: a page beside keeping the notebook."""

from ui.context import Context
from ui.parts.progress import Progress
from ui.screens.base import Frame, Route
from ui.screens.paged import PageScreen


class TakingInScreen(PageScreen):
    """For helpers: what there is, and the way of a file into the program or the notebook."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._progress: Progress | None = None

    def frame(self) -> Frame:
        """Back to keeping the notebook safe."""
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            buttons=(self.back_button(Route("keeping")), self.hear_button()),
        )

    def leave(self) -> None:
        """Stop what nobody waits for any more."""
        if self._progress is not None:
            self._progress.stop()
