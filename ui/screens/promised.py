"""What the screens of somebody's promises share: they are read, and read anew as they change."""

from app.model.change import Change
from app.model.ids import RecordId
from app.usecases import promises
from app.usecases.promises import Told
from ui.context import Context
from ui.screens.paged import PersonPageScreen


class PromisedScreen(PersonPageScreen):
    """A page about what was promised to the person who is here."""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, person=person)
        self._load()

    def changed(self, change: Change) -> None:
        """Something was promised to this person, or came of it."""
        if any(e.person == self.person_id and e.kind == "promise" for e in change.touched):
            self._load()

    def _load(self) -> None:
        notebook, person = self.ctx.open_notebook, self.person_id
        self.ctx.desk.do(
            lambda: promises.of_person(notebook, person=person), owner=self, then=self.show_promised
        )

    def show_promised(self, found: Told) -> None:
        """Put what was found on the page."""
        raise NotImplementedError
