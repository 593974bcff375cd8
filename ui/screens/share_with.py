"""Choosing what somebody may see of the plan: all of it, some of it, ask me, or no; until when.

It is about one person by their face, about everybody in a role, or about somebody from outside.
"""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model import text
from app.model.ids import RecordId
from app.model.person import ROLE_WORDS, SupporterRole
from app.model.plan import Plan
from app.model.record import Record
from app.model.sharing import Part, SharedWith, SharingChoice
from app.model.sharing_rules import ELSEWHERE, TEAM, Reader, counts
from app.model.wording import N_
from app.usecases import plans, sharing, sharing_choices
from app.usecases.sharing import Sharing
from app.usecases.sharing_choices import MAY_END, Wish
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.days import Days
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import PLUS, SOME, TICK, WHEN
from ui.parts.sharing_panel import Item, Said, SharingPanel
from ui.parts.sharing_words import STILL_OPENS, face_card, photos_of, until
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class ShareWithScreen(PersonPageScreen):
    """A face, then what they may see. What was said before is shown, and changed by one press."""

    title = N_("Who can see my plan")
    kinds = frozenset({"sharing_choice", "statement", "supporter"})

    def __init__(
        self,
        ctx: Context,
        *,
        person: RecordId,
        reader: RecordId | None = None,
        role: SupporterRole | None = None,
        organisation: str = "",
    ) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=6), person=person)
        self._to: SharedWith | None = None
        if reader or role or organisation:
            self._to = SharedWith(supporter=reader, role=role, organisation=organisation)
        self._focus = ""
        self._load()

    def way_back(self) -> Button:
        """Back to who sees what."""
        return self.back_button(Route("who_sees", {"person": self.person_id, "at": self._at()}))

    def _at(self) -> str:
        to = self._to
        if to is None:
            return ""
        return f"reader-{to.supporter}" if to.supporter else f"to-{to.role or to.organisation}"

    def first_focus(self) -> QWidget | None:
        """The first answer, or the first face."""
        return self.page.first

    def _load(self) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, sections, today = ctx.open_notebook, ctx.house.sections, ctx.today

        house = ctx.house

        def read() -> tuple[Sharing, Plan, frozenset[str]]:
            return (
                sharing.sharing(notebook, person=person),
                plans.plan(notebook, person=person, sections=sections, today=today),
                frozenset(each.id for each in house.workers(notebook)),
            )

        ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def _show(self, found: Sharing, plan: Plan, keys: frozenset[str]) -> None:
        self.person, ctx = found.person, self.ctx
        self._keys = {each.id for each in found.supporters if each.body.worker in keys}
        self._found, self._plan = found, plan
        self.page.begin_anew()
        asked = N_("Press a face, then say what they can see.")
        self.page.say(ctx.t(asked), "question")
        first: QWidget | None = self._faces()
        if self._to is not None:
            panel = self._panel(self._to)
            self.page.add(panel, *panel.read)
            given = self._given(self._to)
            if given is not None and given.body.choice == "no" and self._to.supporter in self._keys:
                told = ctx.t(STILL_OPENS, name=found.name_of(self._to))
                self.page.say(told, "note", "quiet_ink", bold=False)
            first = panel.findChild(Pressable, self._focus or "say-yes") or first
        self.show_page(first)
        wanted = self.findChild(Pressable, self._focus) if self._focus else None
        if first is not None and self._to is not None:
            (wanted or first).setFocus(Qt.FocusReason.OtherFocusReason)

    # Whom it is about

    def _faces(self) -> Pressable:
        """Everybody around, those outside of whom something was said, and the way to others."""
        ctx, found = self.ctx, self._found
        photos = photos_of(found.supporters)
        outside = dict.fromkeys(
            each.body.to.organisation
            for each in found.standing(ctx.today)
            if each.body.to.organisation
        )
        if self._to is not None and self._to.organisation:
            outside[self._to.organisation] = None
        self.page.begin_row(gap=4, same=False)
        cards = []
        for reader in (*found.readers, *(Reader(name=x, organisation=x) for x in outside)):
            to = sharing.to_reader(reader)
            card = face_card(ctx, reader, photos, lambda _=False, to=to: self._choose(to))
            card.choose(to == self._to)
            cards.append(self.page.put(card))
        for name, words, picture, press in (
            ("by-role", N_("Everybody in one role"), SOME, self._show_roles),
            ("outside", N_("Somebody from outside"), PLUS, self._show_outside),
        ):
            card = Pressable(ctx, ctx.t(words), picture=picture, picture_px=52)
            card.setObjectName(name)
            card.choose(name == "by-role" and self._to is not None and self._to.role is not None)
            card.clicked.connect(press)
            cards.append(self.page.put(card))
        return cards[0]

    def _choose(self, to: SharedWith) -> None:
        self._to, self._focus = to, ""
        self._load()

    def _show_roles(self) -> None:
        """What people can be to the person; what is said is about those who are it now."""
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("Everybody in one role")), "question")
        page.say(ctx.t(N_("Whoever comes later is asked about anew.")), "label", bold=False)
        page.begin_row(gap=4)
        cards = []
        for role, words in ROLE_WORDS.items():
            if role == "other":
                continue
            card = Pressable(ctx, ctx.t(words), size="choice")
            card.setObjectName(f"role-{role}")
            card.choose(self._to == SharedWith(role=role))
            card.clicked.connect(lambda _=False, role=role: self._choose(SharedWith(role=role)))
            cards.append(page.put(card))
        self.show_page(cards[0])
        cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_outside(self) -> None:
        """A line for the name of a place or a service."""
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("Somebody from outside")), "question")
        asked = ctx.t(N_("What is it called? For example: the hospital."))
        self._line = Field(ctx, asked)
        self._line.line.setObjectName("organisation")
        self._line.line.returnPressed.connect(self._take_outside)
        page.add(self._line)
        page.begin_row(gap=4, same=False)
        page.put(main_deed(ctx, "take", ctx.t(N_("Take this")), TICK, self._take_outside))
        self.show_page(self._line.line)
        self._line.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_outside(self) -> None:
        name = self._line.checked(text.name)
        if name is not None:
            self._choose(SharedWith(organisation=name))

    # What they may see

    def _given(self, to: SharedWith) -> Record[SharingChoice] | None:
        """What was said last about the plan as a whole, or about sections of it."""
        said = [
            each
            for each in self._found.choices
            if each.body.to == to
            and counts(each.body, self.ctx.today)
            and each.body.basis not in ELSEWHERE
            and not all(part.startswith("sentence:") for part in each.body.parts)
        ]
        return next(
            (x for x in reversed(said) if x.body.choice == "yes_some"), said[-1] if said else None
        )

    def _role_of(self, to: SharedWith) -> SupporterRole | None:
        if to.supporter is None:
            return to.role
        return next((x.role for x in self._found.readers if x.supporter == to.supporter), None)

    def _panel(self, to: SharedWith) -> SharingPanel:
        ctx = self.ctx
        role, given = self._role_of(to), self._given(to)
        body = given.body if given is not None else None
        name, told = self._found.name_of(to), ""
        question = ctx.t(N_("Can {name} see your plan?"), name=name)
        if to.role is not None:
            name = ctx.t(ROLE_WORDS[to.role])
            question = ctx.t(N_("Can everybody in this role see your plan? {role}"), role=name)
            told = ctx.t(N_("Whoever comes later is asked about anew."))
        elif role in TEAM:
            told = ctx.t(
                N_("{name} is in the team that supports you, and can read it unless you say no."),
                name=name,
            )
        return SharingPanel(
            ctx,
            question=question,
            told=told,
            name=name,
            items=self._items(self._plan),
            purpose=body.purpose if body is not None else sharing.usual_purpose(role),
            given=body.choice if body is not None else None,
            seen=frozenset(body.parts if body is not None else ()),
            say=lambda said, focus: self._decide(to, said, focus),
            back=lambda: self._take_back(given),
            more=self._until(to, given),
        )

    # Until when

    def _until(self, to: SharedWith, given: Record[SharingChoice] | None) -> Pressable | None:
        """Until when a yes counts. The team reads the plan anyway, so theirs has no end."""
        ctx = self.ctx
        if given is None or given.body.choice not in MAY_END or self._role_of(to) in TEAM:
            return None
        day = given.body.until
        button = Pressable(
            ctx,
            ctx.t(N_("Until when")),
            picture=WHEN,
            picture_px=34,
            note=until(ctx, day) if day else ctx.t(N_("until you take it back")),
        )
        button.setObjectName("until")
        button.clicked.connect(lambda: self._show_days(given))
        return button

    def _show_days(self, given: Record[SharingChoice]) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("Until when can they see it?")), "question")
        page.begin_row(gap=4, same=False)
        none = Pressable(ctx, ctx.t(N_("Until I take it back")), size="choice")
        none.setObjectName("no-end")
        none.choose(given.body.until is None)
        none.clicked.connect(lambda: self._end_on(given, None))
        page.put(none)
        days = Days(ctx, chosen=given.body.until, pick=lambda day: self._end_on(given, day))
        page.add(days, *days.cards)
        self.show_page(none)
        none.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_on(self, given: Record[SharingChoice], day: datetime.date | None) -> None:
        ctx = self.ctx
        notebook, today, by = ctx.open_notebook, ctx.today, ctx.writer
        self._focus = "until"
        ctx.desk.do(
            lambda: sharing_choices.end_on(
                notebook, choice=given.id, until=day, today=today, by=by
            ),
            owner=self,
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

    def _decide(self, to: SharedWith, said: Said, focus: str) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, today, by, words = ctx.open_notebook, ctx.today, ctx.writer, ctx.words
        whole: tuple[Part, ...] = ("plan",)
        some = said.choice == "yes_some"
        given = self._given(to)
        wish = Wish(
            to=to,
            choice=said.choice,
            parts=said.seen if some else whole,
            purpose=said.purpose,
            until=given.body.until if given is not None and said.choice in MAY_END else None,
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
