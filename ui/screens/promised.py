"""What the screens of somebody's promises share: they are read, and read anew as they change."""

from app.usecases import promises
from app.usecases.ports import Notebook
from app.usecases.promises import Told
from ui.screens.paged import ListScreen


class PromisedScreen(ListScreen):
    """A page about what was promised to the person who is here."""

    kinds = frozenset({"promise"})

    def find(self, notebook: Notebook) -> Told:
        """Everything that was promised."""
        return promises.of_person(notebook, person=self.person_id)
