"""My plan: section by section, whose words, draft or kept."""

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.facts import Card
from app.model.ids import RecordId
from app.model.kinds import kind_of
from app.model.plan import Line, Plan, PlanSection
from app.model.wording import N_
from app.usecases import plan_cards, plans
from ui.context import Context
from ui.parts.bars import HEAR, HOME, Button
from ui.parts.column import Column, clear
from ui.parts.explained import hard_words
from ui.parts.goal_words import MOVED
from ui.parts.in_sight import show_in_scroll_area
from ui.parts.more import more_card
from ui.parts.paper_ahead import make_ready
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.record_card import RecordCard
from ui.parts.refs import PRINT
from ui.parts.statement_card import statement_card
from ui.parts.taborder import follow_layout
from ui.parts.translation_card import shown_in, translation_card
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, Screen, face_of

MOST_AT_ONCE = 40


class PlanScreen(Screen):
    """The sections that hold something on one side, what stands in one on the other."""

    def __init__(
        self, ctx: Context, *, person: RecordId, section: str = "", at: RecordId | None = None
    ) -> None:
        super().__init__(ctx)
        self._at = at
        self._person = person
        self._wanted = section
        self._plan: Plan | None = None
        self._read: list[Readable] = []
        self._ways: list[Readable] = []
        outer = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._search = self._search_line()
        self._list = Column(ctx, margins=(6, 8, 6, 8), gap=1)
        self._list.setObjectName("sidelist")
        self._list.inside.setObjectName("sidelist")
        self._list.inside.setStyleSheet(
            f"QWidget#sidelist {{ background: {ctx.look.theme.helper}; }}"
        )
        self._lines = Column(ctx, margins=(26, 18, 26, 18), gap=2)
        side = QWidget()
        side.setObjectName("sidelist")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(8, 10, 8, 0)
        beside.addWidget(self._search)
        beside.addWidget(self._list, 1)
        outer.addWidget(side, 26 if not ctx.look.stacked else 38)
        outer.addWidget(self._lines, 74 if not ctx.look.stacked else 62)
        self._load()

    def frame(self) -> Frame:
        """Whose plan, and which of its sections is read."""
        ctx = self.ctx
        home = self.home_button(Route("home", {"person": self._person}))
        buttons = (home, self.hear_button(), self.help_button())
        if self._plan is None:
            return Frame(title=ctx.t(N_("My plan")), buttons=buttons)
        sections = self._plan.sections
        aside = ""
        if sections:
            place = [each.section.id for each in sections].index(self._wanted) + 1
            aside = ctx.t(
                N_("{title} · {place} of {all}"),
                title=ctx.t(sections[place - 1].section.easy),
                place=place,
                all=len(sections),
            )
        return Frame(
            title=ctx.t(N_("My plan")),
            faces=(face_of(self._plan.person.body),),
            aside=aside,
            buttons=(*buttons, self._print_button()),
        )

    def _print_button(self) -> Button:
        return Button(
            name="print",
            words=self.ctx.t(N_("Print")),
            picture=PRINT,
            press=lambda: self.go.emit(Route("print", {"person": self._person, "back": "plan"})),
            near=lambda: make_ready(self.ctx, owner=self, person=self._person),
        )

    def readables(self) -> tuple[Readable, ...]:
        """The section's title, cards and sentences, then the other sections."""
        return (*self._read, *self._ways)

    def first_focus(self) -> QWidget | None:
        """The sentence one comes back from, else the chosen section."""
        if self._at is not None:
            card = self.findChild(Pressable, f"statement-{self._at}") or self.findChild(
                Pressable, f"record-{self._at}"
            )
            if card is not None:
                QTimer.singleShot(0, card, lambda: self._bring_into_view(card))
                return card
        return self.findChild(Pressable, f"section-{self._wanted}")

    def _bring_into_view(self, card: Pressable) -> None:
        """Once everything has its place: what stands within a card gets it later than the card."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        show_in_scroll_area(card)

    def changed(self, change: Change) -> None:
        """A sentence, a risk, a rule or a decision of this person changed."""
        shown = {"statement", "translation", *map(kind_of, plan_cards.SHAPES)}
        if any(t.person == self._person and t.kind in shown for t in change.touched):
            self._load()

    def _search_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("search")
        line.setFont(self.ctx.look.font("note", bold=False))
        line.setPlaceholderText(self.ctx.t(N_("Find a word")))
        line.setAccessibleName(self.ctx.t(N_("Find a word in my plan")))
        line.textChanged.connect(self._find)
        return line

    def _find(self, words: str) -> None:
        if not words.strip():
            self._show_section()
            return
        notebook, person = self.ctx.open_notebook, self._person
        self.ctx.desk.do(
            lambda: plans.search(notebook, person=person, words=words),
            owner=self,
            then=lambda found: self._show_found(words, {each.id for each in found}),
        )

    def _show_found(self, words: str, found: set[RecordId]) -> None:
        if self._plan is None or words != self._search.text():
            return
        clear(self._lines.column)
        self._read = []
        lines = [line for line in self._plan.lines if line.statement.id in found]
        told = self.ctx.words.tn("Found {n} sentence.", "Found {n} sentences.", len(lines))
        self._say(told if lines else self.ctx.t(N_("Nothing found. Try another word.")))
        for line in lines:
            self._add(line)
        self._lines.fill()
        follow_layout(self)

    def _load(self) -> None:
        ctx, person = self.ctx, self._person
        notebook, sections, today = ctx.open_notebook, ctx.house.sections, ctx.today
        guarding = ctx.house.guard
        ctx.desk.do(
            lambda: plans.plan(
                notebook, person=person, sections=sections, today=today, guarding=guarding
            ),
            owner=self,
            then=self._show,
        )

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        names = [each.section.id for each in plan.sections]
        if self._wanted not in names:
            self._wanted = names[0] if names else ""
        self._show_list()
        self._show_section()
        self.framed.emit()
        self.ready.emit()

    def _show_list(self) -> None:
        assert self._plan is not None
        clear(self._list.column)
        self._ways = []
        for each in self._plan.sections:
            button = Pressable(
                self.ctx,
                self.ctx.t(each.section.easy),
                picture=each.section.picture,
                picture_px=38,
                role="plain" if each.section.id == self._wanted else "bare",
                size="note",
                bold=each.section.id == self._wanted,
            )
            button.setObjectName(f"section-{each.section.id}")
            if each.section.id == self._wanted:
                button.setAccessibleDescription(self.ctx.t(N_("You are here.")))
            button.clicked.connect(lambda _=False, name=each.section.id: self._choose(name))
            self._list.add(button)
            self._ways.append(button)
        self._list.fill()

    def _choose(self, name: str) -> None:
        self._wanted = name
        with QSignalBlocker(self._search):
            self._search.clear()
        self._show_list()
        self._show_section()
        self.framed.emit()
        follow_layout(self)
        chosen = self.findChild(Pressable, f"section-{name}")
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_section(self) -> None:
        plan = self._plan
        assert plan is not None
        clear(self._lines.column)
        self._read = []
        section = next((s for s in plan.sections if s.section.id == self._wanted), None)
        if section is None:
            self._say(self.ctx.t(N_("There is nothing in your plan yet. Talk together to begin.")))
            begin = Pressable(
                self.ctx, self.ctx.t(N_("Home")), picture=HOME, picture_px=40, size="button"
            )
            begin.setObjectName("begin")
            begin.clicked.connect(lambda: self.go.emit(Route("home", {"person": self._person})))
            self._lines.add(begin)
        else:
            self._show_lines(section)
        self._lines.fill()
        self._lines.verticalScrollBar().setValue(0)

    def _say(self, sentence: str, size: str = "title") -> None:
        words = Words(self.ctx, sentence, size=size)
        self._read.append(words)
        self._lines.add(words)

    def _show_lines(self, section: PlanSection) -> None:
        ctx = self.ctx
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 0, 8, 6)
        row.setSpacing(22)
        if ctx.shows(section.section.picture):
            row.addWidget(PictureOnly(ctx, section.section.picture, 72))
        title = Words(ctx, ctx.t(section.section.easy), size="title")
        self._read.append(title)
        row.addWidget(title, 1)
        row.addWidget(self._reading())
        self._lines.add(head)
        for each in section.cards:
            self._add_card(each)
        if section.section.id == "goals":
            self._add_way_to_goals()
        self._add_some(section.own)
        if section.others:
            self._lines.column.addSpacing(8)
            self._say(ctx.t(N_("Others add")), size="label")
            self._add_some(section.others)

    def _reading(self) -> Pressable:
        """Reads this section; "Hear it" reads the names of the others, too."""
        reading = Pressable(
            self.ctx, self.ctx.t(N_("Read this section")), picture=HEAR, picture_px=34, size="note"
        )
        reading.setObjectName("read-section")
        reading.clicked.connect(lambda: self.hear_these.emit(tuple(self._read)))
        return reading

    def _add_card(self, card: Card) -> None:
        about = {"person": self._person, "kind": card.kind, "record": card.record}
        shown = RecordCard(self.ctx, card, lambda: self.go.emit(Route("record", about)))
        self._read += shown.read
        self._lines.add(shown)

    def _add_way_to_goals(self) -> None:
        """From the sentences of this section to the goals that were made of them."""
        words = self.ctx.t(N_("My goals, and how they moved"))
        way = Pressable(self.ctx, words, picture=MOVED, picture_px=40)
        way.setObjectName("goals")
        way.clicked.connect(lambda: self.go.emit(Route("goals", {"person": self._person})))
        self._read.append(way)
        self._lines.add(way)

    def _add_some(self, lines: tuple[Line, ...]) -> None:
        """The first of many sentences; the rest is one press away."""
        here = [line.statement.id for line in lines]
        most = MOST_AT_ONCE if self._at not in here[MOST_AT_ONCE:] else len(lines)
        for line in lines[:most]:
            self._add(line)
        rest = lines[most:]
        if not rest:
            return
        more = more_card(self.ctx, len(rest))

        def show_more() -> None:
            place = self._lines.column.indexOf(more)
            more.hide()
            for line in reversed(rest):
                self._add(line, at=place)
            follow_layout(self)

        more.clicked.connect(show_more)
        self._lines.add(more)

    def _add(self, line: Line, at: int = -1) -> None:
        assert self._plan is not None
        person = self._plan.person.body
        about = {
            "person": self._person,
            "statement": line.statement.id,
            "section": line.statement.body.section,
        }
        together: list[QWidget] = []

        def to_sentence() -> None:
            self.go.emit(Route("sentence", about))

        shown = shown_in(self.ctx, line.statement.body, line.translated, home=person.home_language)
        for each in shown.before:
            together.append(translation_card(self.ctx, each, press=to_sentence, first=True))
        if shown.original:
            card = statement_card(
                self.ctx,
                line.statement,
                person=person.preferred_name,
                said_by=line.said_by,
                view=line.view,
            )
            card.clicked.connect(to_sentence)
            together.append(card)
        else:
            together[0].setObjectName(f"statement-{line.statement.id}")
        together += [translation_card(self.ctx, x, press=to_sentence) for x in shown.after]
        self._read += together
        if shown.original:
            together += self._explained(line, card)
        together += [self._differs()] if line.differs_from else []
        for widget in together if at < 0 else reversed(together):
            self._lines.column.insertWidget(at, widget)

    def _explained(self, line: Line, card: Pressable) -> list[QWidget]:
        """Hard words that others use; the person's own need no explaining to them."""
        body = line.statement.body
        if body.voice_group == "own":
            return []
        lang = body.original_lang
        explained = hard_words(self.ctx, card, body.original, lang=lang, read=self._read)
        return [] if explained is None else [explained]

    def _differs(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(28, 0, 8, 6)
        words = self.ctx.t(N_("Somebody sees this differently. Both views stay."))
        row.addWidget(Words(self.ctx, words, size="helper", bold=True))
        return holder
