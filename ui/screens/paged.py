"""Quiet screens: one page of sentences and cards, perhaps about one person."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.change import Change
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.usecases.ports import Notebook
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.screens.base import Frame, Readable, Screen, StillScreen, face_of


class PageScreen(Screen):
    """A screen that is one page.

    Attributes:
        page: what stands on it; where none is given, one with the usual margins.

    """

    def __init__(self, ctx: Context, page: Page | None = None) -> None:
        super().__init__(ctx)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.page = Page(ctx) if page is None else page
        outer.addWidget(self.page)

    def readables(self) -> tuple[Readable, ...]:
        """The sentences and the cards."""
        return tuple(self.page.read)

    def first_focus(self) -> QWidget | None:
        """Where the page has the keyboard begin."""
        return self.page.first

    def show_page(self, first: QWidget | None = None) -> None:
        """Everything stands on the page; the keyboard goes to ``first``."""
        self.page.fill(first)
        self.framed.emit()
        self.ready.emit()


class StillPageScreen(PageScreen, StillScreen):
    """A page that waits for nothing: it is complete as soon as it is shown."""


class PersonPageScreen(PageScreen):
    """A page about the person who is here.

    Attributes:
        title: what stands in the top bar, marked for translation.
        person_id: whose page it is.
        person: the same, once it was read.
        kinds: the kinds of records that stand on it; when one is written, it is read anew.

    """

    title = ""
    kinds: frozenset[str] = frozenset()

    def __init__(self, ctx: Context, page: Page | None = None, *, person: RecordId) -> None:
        super().__init__(ctx, page)
        self.person_id = person
        self.person: Record[Person] | None = None

    def way_back(self) -> Button:
        """The first button at the bottom."""
        raise NotImplementedError

    def changed(self, change: Change) -> None:
        """Something of these kinds was written about this person."""
        if any(e.person == self.person_id and e.kind in self.kinds for e in change.touched):
            self._load()

    def _load(self) -> None:
        """Read everything on it anew; for pages that say their :attr:`kinds`."""
        raise NotImplementedError

    def add_heard(self, card: Pressable) -> None:
        """Put a card on the page that is heard when it is pressed."""
        card.clicked.connect(self.hear.emit)
        self.page.add(card, card)

    def frame(self) -> Frame:
        """The way back, hear it, help."""
        faces = (face_of(self.person.body),) if self.person is not None else ()
        return Frame(
            title=self.ctx.t(self.title),
            faces=faces,
            buttons=(self.way_back(), self.hear_button(), self.help_button()),
        )


class ListScreen(PersonPageScreen):
    """A page that lists what stands about the person."""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, person=person)
        self._load()

    def find(self, notebook: Notebook) -> Any:
        """Read what stands on the page."""
        raise NotImplementedError

    def show_found(self, found: Any) -> None:
        """Put what was found on the page, anew."""
        raise NotImplementedError

    def _load(self) -> None:
        notebook = self.ctx.open_notebook
        self.ctx.desk.do(lambda: self.find(notebook), owner=self, then=self.show_found)
