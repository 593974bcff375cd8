"""Who can see my plan: who sees what, since when, and one press to stop."""

import functools
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.ids import PictureRef, RecordId
from app.model.plan import Plan
from app.model.record import Record
from app.model.sharing import SharedWith, SharingChoice
from app.model.sharing_rules import ELSEWHERE, TEAM, Reader, counts
from app.model.wording import N_
from app.usecases import (
    plans,
    sharing,
    sharing_choices,
    sharing_glance,
)
from app.usecases.sharing import Sharing
from app.usecases.sharing_choices import Choice
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.pressable import Pressable
from ui.parts.refs import CHANGE, NOT_MINE, PAPER, SEES, SHOW, SOME
from ui.parts.sharing_words import (
    ANSWERS,
    PURPOSE_WORDS,
    SAID,
    STILL_OPENS,
    face_card,
    parts_in_words,
    photos_of,
    since_until,
)
from ui.parts.taborder import follow_layout
from ui.pixmaps import face_picture, initial
from ui.screens.base import Route
from ui.screens.copies import COPIES
from ui.screens.shared_anyway import SharedAnywayScreen

_Glances = dict[RecordId, Choice]

_MARKS: dict[Choice, str] = {
    "yes": "✓",
    "yes_some": "½",
    "ask_each_time": "?",
    "no": "–",
    "not_decided": "…",
}


class WhoSeesScreen(SharedAnywayScreen):
    """A face, a name and one answer each; pressing it opens everything that stands about it."""

    title = N_("Who can see my plan")
    kinds = frozenset({"sharing_choice", "statement", "supporter"})

    def __init__(self, ctx: Context, *, person: RecordId, at: str = "") -> None:
        super().__init__(ctx, person=person, at=at)
        self._opened = ""
        self._load()

    def way_back(self) -> Button:
        """Home."""
        return self.home_button(Route("home", {"person": self.person_id}))

    def first_focus(self) -> QWidget | None:
        """What was pressed last, else the first face."""
        wanted = self.findChild(Pressable, self._at) if self._at else None
        return wanted or self.page.first

    def _load(self) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, sections, today = ctx.open_notebook, ctx.house.sections, ctx.today

        house = ctx.house

        def read() -> tuple[Sharing, Plan, _Glances, frozenset[str]]:
            return (
                sharing.sharing(notebook, person=person),
                plans.plan(notebook, person=person, sections=sections, today=today),
                sharing_glance.glances(notebook, person=person, sections=sections, on=today),
                frozenset(each.id for each in house.workers(notebook)),
            )

        ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def _show(self, found: Sharing, plan: Plan, glances: _Glances, keys: frozenset[str]) -> None:
        self.person = found.person
        self._found, self._glances = found, glances
        self._keys = {each.id for each in found.supporters if each.body.worker in keys}
        self._sentences = {line.statement.id: line.statement.body.original for line in plan.lines}
        self._photos = photos_of(found.supporters)
        self._draw()

    def _draw(self) -> None:
        self.page.begin_anew()
        self.page.say(self.ctx.t(N_("You choose who can see your plan.")), "question")
        self._deeds()
        self._answers()
        self._not_asked()
        self._by_law()
        first = self.findChild(Pressable, "show-to" if self._writes else "copies")
        self.show_page(first)
        follow_layout(self)
        wanted = self.findChild(Pressable, self._at) if self._at else None
        if wanted is not None:
            wanted.show()
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    # What can be done

    def _deeds(self) -> None:
        self.page.begin_row(gap=4, same=False)
        if self._writes:
            self._button("show-to", N_("Show it or give a copy"), SHOW, lambda: self._to("show_to"))
            self._button("choose", N_("Choose who sees what"), SEES, lambda: self._to("share_with"))
        self._button("copies", COPIES, PAPER, lambda: self._to("copies"))

    def _answers(self) -> None:
        """Everybody's answer side by side, and under them what stands about the one pressed."""
        self.page.begin_row(gap=4, same=False)
        opened: Callable[[], None] | None = None
        for reader in self._found.readers:
            if self._sees_nothing(reader):
                continue
            assert reader.supporter is not None
            name = f"reader-{reader.supporter}"
            photo = face_picture(self._photos.get(reader.supporter), reader.name)
            self._answer(name, reader.name, photo, self._glances[reader.supporter])
            if self._opened == name:
                opened = functools.partial(self._details, reader)
        for to in self._roles_and_outside():
            name = f"to-{to.role or to.organisation}"
            called = self._name_of(to)
            self._answer(name, called, SOME if to.role else initial(called), self._whole(to))
            if self._opened == name:
                opened = functools.partial(self._details_of_many, to)
        if opened is not None:
            opened()

    def _answer(self, name: str, who: str, face: PictureRef, now: Choice) -> None:
        """Whose it is and what holds; the mark says the same without colour or picture."""
        ctx = self.ctx
        said = ctx.t(N_("{name}: {words}"), name=who, words=ctx.t(ANSWERS[now][0]))
        note = f"{ctx.t(ANSWERS[now][0])}  {_MARKS[now]}"
        card = Pressable(ctx, who, picture=face, picture_px=52, note=note)
        card.setObjectName(name)
        card.setAccessibleName(said)
        card.choose(self._opened == name)
        card.clicked.connect(lambda: self._open_details(name))
        self.page.put(card)

    def _open_details(self, name: str) -> None:
        self._opened = "" if self._opened == name else name
        self._at = name
        self._draw()

    def _sees_nothing(self, reader: Reader) -> bool:
        """Whether the person said nothing about somebody, so that they see nothing."""
        assert reader.supporter is not None
        return (
            not self._standing(sharing.to_reader(reader))
            and reader.role not in TEAM
            and self._glances[reader.supporter] == "no"
        )

    def _details(self, reader: Reader) -> None:
        """Everything that was said about somebody, and the way to change it."""
        assert reader.supporter is not None
        choices = self._standing(sharing.to_reader(reader))
        self.page.say(reader.name, "sentence", bold=True)
        if self._glances[reader.supporter] != "yes" and reader.supporter in self._keys:
            self.page.say(self.ctx.t(STILL_OPENS, name=reader.name), "note", bold=False)
        in_team = reader.role in TEAM
        if in_team and not any(self._is_about_all(each) for each in choices):
            told = self.ctx.t(
                N_("{name} reads your plan to support you, but not what is only for you."),
                name=reader.name,
            )
            self._line(
                told,
                f"stop-team-{reader.supporter}",
                N_("Stop this"),
                NOT_MINE,
                lambda: self._no_to_all(reader),
            )
        for each in choices:
            self._choice(each)
        for each in self._by_role(reader):
            self.page.say(self._name_of(each.body.to), "label", bold=True)
            self._choice(each)
        if self._writes:
            self.page.begin_row(gap=4, same=False)
            self._button("change", N_("Change it"), CHANGE, self._open(reader))

    def _by_role(self, reader: Reader) -> list[Record[SharingChoice]]:
        """What was said about everybody in somebody's role."""
        return self._standing(SharedWith(role=reader.role)) if reader.role is not None else []

    def _open(self, reader: Reader) -> Callable[[], None]:
        if not self._writes:
            return lambda: None
        return lambda: self._to("share_with", reader=reader.supporter)

    def _standing(self, to: SharedWith) -> list[Record[SharingChoice]]:
        return [
            each
            for each in self._found.choices
            if each.body.to == to
            and counts(each.body, self.ctx.today)
            and each.body.basis not in ELSEWHERE
        ]

    @staticmethod
    def _is_about_all(choice: Record[SharingChoice]) -> bool:
        """Whether it says of the whole plan what the team would read to support the person."""
        return "plan" in choice.body.parts and choice.body.purpose == "support"

    def _choice(self, choice: Record[SharingChoice]) -> None:
        ctx, body = self.ctx, choice.body
        what = parts_in_words(ctx, body, ctx.house.sections, self._sentences)
        told = ctx.t(
            N_("{answer}: {what} ({purpose}, {since})."),
            answer=ctx.t(SAID[body.choice]),
            what=what,
            purpose=ctx.t(PURPOSE_WORDS[body.purpose]),
            since=since_until(ctx, body),
        )
        words = N_("Take the no back") if body.choice == "no" else N_("Stop this")
        self._line(told, f"stop-{choice.id}", words, NOT_MINE, lambda: self._stop(choice))

    def _roles_and_outside(self) -> list[SharedWith]:
        """The roles and organisations about whom something was said."""
        others = {
            each.body.to
            for each in self._found.standing(self.ctx.today)
            if each.body.to.supporter is None and each.body.basis not in ELSEWHERE
        }
        return sorted(others, key=lambda each: each.role or each.organisation)

    def _whole(self, to: SharedWith) -> Choice:
        """One answer for everything that was said about a role or an organisation."""
        said = {each.body.choice for each in self._standing(to)}
        return said.pop() if len(said) == 1 else "yes_some"

    def _details_of_many(self, to: SharedWith) -> None:
        self.page.say(self._name_of(to), "sentence", bold=True)
        if to.role is not None:
            now = self.ctx.t(N_("Whoever comes later is asked about anew."))
            self.page.say(now, "label", bold=False)
        for each in self._standing(to):
            self._choice(each)
        if self._writes:
            self.page.begin_row(gap=4, same=False)
            self._button("change", N_("Change it"), CHANGE, self._opener(to))

    def _opener(self, to: SharedWith) -> Callable[[], None]:
        return lambda: self._to("share_with", role=to.role, organisation=to.organisation)

    def _not_asked(self) -> None:
        """Those around the person who see nothing."""
        rest = [each for each in self._found.readers if self._sees_nothing(each)]
        if not rest:
            return
        self.page.say(self.ctx.t(N_("They see nothing of your plan:")), "sentence", bold=True)
        self.page.begin_row(gap=4, same=False)
        for each in rest:
            self.page.put(face_card(self.ctx, each, self._photos, self._open(each)))

    # What is written

    def _stop(self, choice: Record[SharingChoice]) -> None:
        """Taking a yes back from somebody in the team is a no: they would read it all the same."""
        ctx = self.ctx
        if choice.body.choice != "no" and self._is_about_all(choice):
            for reader in self._found.readers:
                if reader.role in TEAM and choice.body.to == sharing.to_reader(reader):
                    self._no_to_all(reader)
                    return
        notebook, today, by, words = ctx.open_notebook, ctx.today, ctx.writer, ctx.words
        self._do(
            lambda: sharing_choices.stop(notebook, choice=choice.id, on=today, by=by, words=words),
            f"reader-{choice.body.to.supporter}",
        )

    def _no_to_all(self, reader: Reader) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, today, by, words = ctx.open_notebook, ctx.today, ctx.writer, ctx.words
        wish = sharing_choices.Wish(
            to=sharing.to_reader(reader), choice="no", parts=("plan",), purpose="support"
        )
        self._do(
            lambda: sharing_choices.decide(
                notebook, person=person, wish=wish, on=today, by=by, words=words, whole=True
            ),
            f"reader-{reader.supporter}",
        )
