"""When the law or an emergency asks for sharing: named, with its reason, and told to the person."""

from typing import Literal

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import PictureRef, RecordId
from app.model.plan import Plan
from app.model.sharing import Part, SharedWith
from app.model.sharing_rules import Reader
from app.model.wording import N_
from app.usecases import overriding, plans, sharing
from app.usecases.sharing import Sharing
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import BY_LAW, TICK
from ui.parts.sharing_words import face_card, photos_of
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen

Basis = Literal["legal_duty", "vital_emergency"]

_BASES: dict[Basis, tuple[str, PictureRef]] = {
    "legal_duty": (N_("The law asks for it"), BY_LAW),
    "vital_emergency": (N_("It is an emergency, today"), PictureRef("openmoji:1F6A8")),
}


class OverrideScreen(PersonPageScreen):
    """For helpers, in front of the person: who, what, why, and that the person is told.

    What is only for the person stays so. Nothing is decided here: somebody decided it, and their
    name stands beside it.
    """

    title = N_("When the law or an emergency asks for it")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=6), person=person)
        self._basis: Basis = "legal_duty"
        self._reader: Reader | None = None
        self._parts: set[Part] = set()
        self._told = True
        self._writing = False
        notebook, sections, today = ctx.open_notebook, ctx.house.sections, ctx.today

        def read() -> tuple[Sharing, Plan]:
            return (
                sharing.sharing(notebook, person=person),
                plans.plan(notebook, person=person, sections=sections, today=today),
            )

        ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def way_back(self) -> Button:
        """Back to who sees what."""
        return self.back_button(Route("who_sees", {"person": self.person_id}))

    def _show(self, found: Sharing, plan: Plan) -> None:
        self.person, ctx, page = found.person, self.ctx, self.page
        name = found.person.body.preferred_name
        page.say(ctx.t(N_("This shares words of {name} without a yes."), name=name), "question")
        honest = N_(
            "It stays on the list of {name}, with your name and the reason. "
            "What is only for {name} is never shown."
        )
        page.say(ctx.t(honest, name=name), "label", bold=False)
        self._row("basis", N_("What asks for it?"), _BASES, "legal_duty")
        page.say(ctx.t(N_("Who has to see it?")), "label", bold=True)
        page.begin_row(gap=0, same=False)
        photos = photos_of(found.supporters)
        self._faces = {
            each.supporter: page.put(
                face_card(ctx, each, photos, lambda _=False, who=each: self._choose_reader(who))
            )
            for each in found.readers
        }
        self._sections(plan)
        self._why = Field(ctx, ctx.t(N_("Why does it have to be shared?")))
        self._why.line.setObjectName("why")
        page.add(self._why)
        told: dict[str, tuple[str, PictureRef]] = {
            "yes": (N_("{name} was told today"), TICK),
            "no": (N_("{name} is not told yet"), PictureRef("openmoji:1F910")),
        }
        self._row("told", N_("Does the person know?"), told, "yes", name=name)
        self._why_not = Field(ctx, ctx.t(N_("Why is the person not told?")))
        self._why_not.line.setObjectName("why-not")
        self._why_not.hide()
        page.add(self._why_not)
        page.begin_row(gap=4, same=False)
        self._deed = main_deed(
            ctx, "write-down", ctx.t(N_("Share it, and write it down")), BY_LAW, self._write_down
        )
        page.put(self._deed)
        self.show_page(self.findChild(Pressable, "basis-legal_duty"))

    def _row(
        self,
        field: str,
        asked: str,
        choices: dict,  # type: ignore[type-arg]
        chosen: str,
        **names: str,
    ) -> None:
        self.page.say(self.ctx.t(asked), "label", bold=True)
        self.page.begin_row(gap=0, same=False)
        for each, (words, picture) in choices.items():
            card = Pressable(self.ctx, self.ctx.t(words, **names), picture=picture, picture_px=34)
            card.setObjectName(f"{field}-{each}")
            card.choose(each == chosen)
            card.clicked.connect(lambda _=False, each=each: self._pick(field, each))
            self.page.put(card)

    def _pick(self, field: str, value: str) -> None:
        for card in self.findChildren(Pressable):
            if card.objectName().startswith(f"{field}-"):
                card.choose(card.objectName() == f"{field}-{value}")
        if field == "basis":
            self._basis = "legal_duty" if value == "legal_duty" else "vital_emergency"
        else:
            self._told = value == "yes"
            self._why_not.setVisible(not self._told)

    def _choose_reader(self, reader: Reader) -> None:
        self._reader = reader
        for who, card in self._faces.items():
            card.choose(who == reader.supporter)

    def _sections(self, plan: Plan) -> None:
        ctx, page = self.ctx, self.page
        page.say(ctx.t(N_("Which parts of the plan? Only what is needed.")), "label", bold=True)
        page.begin_row(gap=0, same=False)
        for each in plan.only_kept().sections:
            if each.section.private:
                continue
            part: Part = f"section:{each.section.id}"
            card = Pressable(
                ctx,
                ctx.t(each.section.easy),
                picture=ctx.shows(each.section.picture),
                picture_px=34,
                size="note",
                bold=False,
            )
            card.setObjectName(f"part-{each.section.id}")
            card.choose(False)

            def turn(_: bool = False, part: Part = part, card: Pressable = card) -> None:
                self._parts ^= {part}
                card.choose(part in self._parts)

            card.clicked.connect(turn)
            page.put(card)

    def _write_down(self) -> None:
        """Write it down; what is missing is said, and nothing is shared without it."""
        ctx, person, reader = self.ctx, self.person_id, self._reader
        if self._writing:
            return
        if reader is None or not self._parts:
            self.told.emit(ctx.t(N_("Please choose who has to see it, and which parts.")))
            return
        parts = tuple(sorted(self._parts))
        sections = self.ctx.house.sections
        what = ", ".join(ctx.t(sections[each.partition(":")[2]].easy) for each in parts)
        notebook, today, by, basis = ctx.open_notebook, ctx.today, ctx.writer, self._basis
        why, told, why_not = self._why.text, self._told, self._why_not.text

        def work() -> Change:
            reason = overriding.reason_for(
                what=what, why=why, by=by, on=today, told=told, why_not_told=why_not
            )
            return overriding.override(
                notebook,
                person=person,
                to=SharedWith(supporter=reader.supporter),
                parts=parts,
                basis=basis,
                reason=reason,
                purpose=sharing.usual_purpose(reader.role),
                on=today,
                by=by,
            )

        self._writing = True
        ctx.desk.do(work, owner=self, then=self._written, failed=self._refused)

    def _written(self, _change: Change) -> None:
        self.go.emit(Route("who_sees", {"person": self.person_id, "at": "override"}))

    def _refused(self, error: AlongsideError) -> None:
        self._writing = False
        self.told.emit(error.said(self.ctx.words))
