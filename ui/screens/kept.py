"""Where your words are kept and who can see them: what is true of this notebook, here."""

from collections.abc import Iterator
from typing import Any

from app.model.help import KeptFact
from ui.context import Context
from ui.screens.base import Route
from ui.screens.help import KEPT
from ui.screens.helping import HelpingScreen


class KeptScreen(HelpingScreen):
    """A few plain sentences with pictures."""

    title = KEPT

    def __init__(
        self, ctx: Context, *, behind: dict[str, Any], asked_on: str = "", back: Route | None = None
    ) -> None:
        super().__init__(ctx, behind=behind, asked_on=asked_on, back=back)
        house, notebook, page = ctx.house, ctx.notebook, self.page
        page.say(ctx.t(KEPT), "question")
        self.say_which_language()
        page.take_keys(ctx.t(KEPT))

        def names() -> tuple[str, ...]:
            return tuple(each.name for each in house.workers(notebook)) if notebook else ()

        ctx.desk.do(names, owner=self, then=self._show)

    def _show(self, names: tuple[str, ...]) -> None:
        for fact, values in self._facts(names):
            block = self.help.kept[fact]
            self.put_block(block, self.words.t(block.words, **values))
        self.show_page(self.page)

    def _facts(self, names: tuple[str, ...]) -> Iterator[tuple[KeptFact, dict[str, str]]]:
        """What holds here, with what fills its places."""
        notebook, backups = self.ctx.notebook, self.ctx.house.backup_folder()
        if notebook is None:
            yield "none_open", {}
        elif notebook.example:
            yield "example", {}
        else:
            yield "file", {"file": notebook.path.name, "folder": str(notebook.path.parent)}
        yield "locked", {}
        if notebook is not None and not notebook.example:
            yield "who", {"names": self.words.listed(names)}
            yield "sealed", {}
        if backups is not None:
            yield "backups", {"folder": str(backups)}
        elif notebook is None or not notebook.example:
            yield "no_backups", {}
        yield "network", {}
        yield "papers", {}
