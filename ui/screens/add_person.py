"""Adding a person: the name they like, and the language that feels like home."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import PERSON
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen
from ui.screens.people import notebook_name

HOME_LANGUAGES = (
    "en-GB", "cy", "pl", "ro", "pa", "ur", "bn", "gu", "ar", "so", "pt", "es", "it", "fr", "uk",
)  # fmt: skip


class AddPersonScreen(StillScreen):
    """Two questions. Everything else is talked about, not filled in."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._lang = "en-GB"
        self._adding = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(40, 24, 40, 16), gap=8)
        outer.addWidget(column)
        title = Words(ctx, ctx.t(N_("Whose plan is it?")), size="title")
        column.add(title)
        self._name = Field(ctx, ctx.t(N_("What name do you like?")))
        self._name.line.returnPressed.connect(self._add)
        column.add(self._name)
        asked = Words(ctx, ctx.t(N_("Which language feels like home?")), size="label")
        column.add(asked)
        row = Flow(gap=0)
        self._languages: dict[str, Pressable] = {}
        for tag in HOME_LANGUAGES:
            card = Pressable(ctx, ctx.house.language_name(tag), size="choice", lang=tag)
            card.setObjectName(f"home-{tag}")
            card.clicked.connect(lambda _=False, tag=tag: self._choose(tag))
            self._languages[tag] = card
            row.addWidget(card)
        column.add_row(row)
        add = main_deed(ctx, "add", ctx.t(N_("Add this person")), PERSON, self._add)
        end = Flow(gap=0)
        end.addWidget(add)
        column.add_row(end)
        column.fill()
        self._read: list[Readable] = [title, asked, add]
        self._choose(self._lang)

    def frame(self) -> Frame:
        """Back to the people."""
        return Frame(
            title=notebook_name(self.ctx),
            buttons=(self.back_button(Route("people")), self.hear_button()),
        )

    def readables(self) -> tuple[Readable, ...]:
        """The questions."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The name."""
        return self._name.line

    def _choose(self, tag: str) -> None:
        self._lang = tag
        for each, card in self._languages.items():
            card.choose(each == tag)

    def _add(self) -> None:
        if self._adding:
            return
        self._adding = True
        ctx, name, lang = self.ctx, self._name.text, self._lang
        notebook, today = ctx.open_notebook, ctx.today
        self._name.tell("")
        ctx.desk.do(
            lambda: people.add_person(
                notebook,
                preferred_name=name,
                home_language=lang,
                worker=notebook.worker.id,
                worker_name=notebook.worker.name,
                today=today,
            ),
            owner=self,
            then=self._added,
            failed=self._refused,
        )

    def _added(self, change: Change) -> None:
        self.go.emit(Route("home", {"person": change.last("person")}))

    def _refused(self, error: AlongsideError) -> None:
        self._adding = False
        self._name.tell(error.said(self.ctx.words))
