"""Choosing what one person may see of the plan: all of it, some of it, ask me, or no."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.ids import RecordId
from app.model.plan import Plan
from app.model.record import Record
from app.model.sharing import Part, SharingChoice
from app.model.sharing_rules import ELSEWHERE, TEAM, Reader, counts
from app.model.wording import N_
from app.usecases import plans, sharing, sharing_choices
from app.usecases.sharing import Sharing
from app.usecases.sharing_choices import Wish
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.sharing_panel import Item, Said, SharingPanel
from ui.parts.sharing_words import face_card, photos_of
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class ShareWithScreen(PersonPageScreen):
    """A face, then what they may see. What was said before is shown, and changed by one press."""

    title = N_("Who can see my plan")

    def __init__(self, ctx: Context, *, person: RecordId, reader: RecordId | None = None) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=6), person=person)
        self._wanted = reader
        self._focus = ""
        self._load()

    def way_back(self) -> Button:
        """Back to who sees what."""
        return self.back_button(
            Route("who_sees", {"person": self.person_id, "at": f"reader-{self._wanted}"})
        )

    def first_focus(self) -> QWidget | None:
        """The first answer, or the first face."""
        return self.page.first

    def changed(self, change: Change) -> None:
        """A choice changed."""
        if "sharing_choice" in change.kinds:
            self._load()

    def _load(self) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, sections, today = ctx.open_notebook, ctx.house.sections, ctx.today

        def read() -> tuple[Sharing, Plan]:
            return (
                sharing.sharing(notebook, person=person),
                plans.plan(notebook, person=person, sections=sections, today=today),
            )

        ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def _show(self, found: Sharing, plan: Plan) -> None:
        self.person, ctx = found.person, self.ctx
        self.page.begin_anew()
        photos = photos_of(found.supporters)
        asked = N_("Press a face, then say what they can see.")
        self.page.say(ctx.t(asked), "question")
        self.page.begin_row(gap=4, same=False)
        chosen: Reader | None = None
        faces = []
        for reader in found.readers:
            card = face_card(ctx, reader, photos, lambda _=False, who=reader: self._choose(who))
            card.choose(reader.supporter == self._wanted)
            faces.append(self.page.put(card))
            if reader.supporter == self._wanted:
                chosen = reader
        if not faces:
            self.page.say(ctx.t(N_("There is nobody around you in this notebook yet.")))
        first: QWidget | None = faces[0] if faces else None
        if chosen is not None:
            panel = self._panel(found, plan, chosen)
            self.page.add(panel, *panel.read)
            first = panel.findChild(Pressable, self._focus or "say-yes") or first
        self.show_page(first)
        if first is not None and chosen is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, reader: Reader) -> None:
        self._wanted, self._focus = reader.supporter, ""
        self._load()

    def _given(self, found: Sharing, reader: Reader) -> Record[SharingChoice] | None:
        """What was said last about the plan as a whole, or about sections of it."""
        said = [
            each
            for each in found.choices
            if each.body.to == sharing.to_reader(reader)
            and counts(each.body, self.ctx.today)
            and each.body.basis not in ELSEWHERE
            and not all(part.startswith("sentence:") for part in each.body.parts)
        ]
        return next(
            (x for x in reversed(said) if x.body.choice == "yes_some"), said[-1] if said else None
        )

    def _panel(self, found: Sharing, plan: Plan, reader: Reader) -> SharingPanel:
        ctx = self.ctx
        given = self._given(found, reader)
        body = given.body if given is not None else None
        told = ""
        if reader.role in TEAM:
            told = ctx.t(
                N_("{name} is in the team that supports you, and can read it unless you say no."),
                name=reader.name,
            )
        return SharingPanel(
            ctx,
            question=ctx.t(N_("Can {name} see your plan?"), name=reader.name),
            told=told,
            name=reader.name,
            items=self._items(plan),
            purpose=body.purpose if body is not None else sharing.usual_purpose(reader.role),
            given=body.choice if body is not None else None,
            seen=frozenset(body.parts if body is not None else ()),
            say=lambda said, focus: self._decide(reader, said, focus),
            back=lambda: self._take_back(given),
        )

    def _items(self, plan: Plan) -> tuple[Item, ...]:
        """The sections that hold something that may be shared as a whole."""
        return tuple(
            Item(
                part=f"section:{each.section.id}",
                words=self.ctx.t(each.section.easy),
                picture=each.section.picture,
            )
            for each in plan.only_kept().sections
            if not each.section.private
        )

    def _decide(self, reader: Reader, said: Said, focus: str) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, today, by, words = ctx.open_notebook, ctx.today, ctx.writer, ctx.words
        whole: tuple[Part, ...] = ("plan",)
        some = said.choice == "yes_some"
        wish = Wish(
            to=sharing.to_reader(reader),
            choice=said.choice,
            parts=said.seen if some else whole,
            purpose=said.purpose,
            shown_example=True,
        )
        self._focus = focus
        ctx.desk.do(
            lambda: sharing_choices.decide(
                notebook, person=person, wish=wish, on=today, by=by, words=words, whole=True
            ),
            owner=self,
        )

    def _take_back(self, given: Record[SharingChoice] | None) -> None:
        if given is None:
            return
        ctx = self.ctx
        notebook, today, by, words = ctx.open_notebook, ctx.today, ctx.writer, ctx.words
        self._focus = "say-yes"
        ctx.desk.do(
            lambda: sharing_choices.stop(notebook, choice=given.id, on=today, by=by, words=words),
            owner=self,
        )
