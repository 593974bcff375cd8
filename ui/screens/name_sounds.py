"""How is this name said? A spelling for the voice, beside each name, and hearing it at once."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.ids import RecordId
from app.model.person import Person
from app.model.wording import N_
from app.usecases import name_sounds
from app.usecases.name_sounds import Named
from app.usecases.ports import Notebook
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.fields import Field
from ui.parts.pressable import Pressable
from ui.pixmaps import face_picture
from ui.screens.base import Route
from ui.screens.paged import ListScreen


class NameSoundsScreen(ListScreen):
    """The person's name, then those around them. What is written is kept when a line is left."""

    title = N_("How are the names said?")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        self._lines: dict[RecordId, tuple[Named, Field]] = {}
        super().__init__(ctx, person=person)

    def way_back(self) -> Button:
        """To what the person likes."""
        return self.back_button(Route("likes", {"person": self.person_id}))

    def find(self, notebook: Notebook) -> tuple[Named, ...]:
        """Whose names there are."""
        return name_sounds.named(notebook, person=self.person_id)

    def show_found(self, found: tuple[Named, ...]) -> None:
        """A line for each name."""
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(self.title), "title")
        page.say(
            ctx.t(
                N_(
                    "Does the voice say a name wrong? Write it the way it sounds, "
                    "such as “Neev” for Niamh."
                )
            ),
            "label",
            bold=False,
        )
        for each in found:
            if isinstance(each.body, Person):
                self.person = each  # type: ignore[assignment]
            self._add(each)
        first = next(iter(self._lines.values()))[1].line
        self.show_page(first)

    def leave(self) -> None:
        """Keep what is in the lines."""
        for record in self._lines:
            self._keep(record)

    def _add(self, each: Named) -> None:
        ctx, page, body = self.ctx, self.page, each.body
        name = name_sounds.name_of(each)
        card = Pressable(
            ctx,
            name,
            picture=face_picture(body.photo, name),
            picture_px=48,
            note=ctx.t(N_("Press here to hear it.")),
            size="choice",
        )
        card.setObjectName(f"hear-name-{each.id}")
        card.setAccessibleName(ctx.t(N_("Hear the name {name}"), name=name))
        card.clicked.connect(lambda: self._hear(each.id, card))
        field = Field(ctx, ctx.t(N_("The way {name} sounds"), name=name), text=body.said_as)
        field.line.setObjectName(f"said-as-{each.id}")
        field.line.setReadOnly(ctx.open_notebook.read_only)
        field.line.editingFinished.connect(lambda: self._keep(each.id))
        both = QWidget()
        row = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)(both)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(card, 2)
        row.addWidget(field, 3)
        page.add(both, card)
        self._lines[each.id] = each, field

    def _hear(self, record: RecordId, card: Pressable) -> None:
        """The name as it would be said now, kept or not."""
        each, field = self._lines[record]
        name = name_sounds.name_of(each)
        taught = {key: said for key, said in self.ctx.taught.items() if key != name}
        self.ctx.taught = taught | name_sounds.sounds(name, field.text)
        self.hear_these.emit((card,))

    def _keep(self, record: RecordId) -> None:
        ctx, person = self.ctx, self.person_id
        each, field = self._lines[record]
        said, kept = field.text, each.body.said_as
        if said.strip() == kept.strip() or ctx.open_notebook.read_only:
            return
        notebook, by = ctx.open_notebook, ctx.writer
        ctx.desk.do(
            lambda: name_sounds.teach(notebook, person=person, record=record, said_as=said, by=by),
            owner=self,
            failed=lambda error: field.tell(error.said(ctx.words)),
        )
