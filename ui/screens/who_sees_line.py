"""Who can see this line: a face each, whether they see it and why, and one press to change it."""

from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.ids import RecordId
from app.model.sharing_rules import REASONS, Reader, Verdict
from app.model.wording import N_
from app.usecases import sentences, sharing, sharing_choices
from app.usecases.sentences import Sentence
from app.usecases.sharing import Sharing
from app.usecases.sharing_choices import Choice, Wish
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.sharing_words import ANSWERS, face_card, photos_of
from ui.parts.statement_card import statement_card
from ui.parts.taborder import follow_layout
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen

_Rulings = tuple[tuple[Reader, Verdict], ...]

_ANSWERS: tuple[Choice, ...] = ("yes", "ask_each_time", "no")


class WhoSeesLineScreen(PersonPageScreen):
    """The sentence, then a row for each person around: sees it or not, yes, ask me, no."""

    title = N_("Who can see this line?")

    def __init__(
        self, ctx: Context, *, person: RecordId, statement: RecordId, section: str
    ) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=6), person=person)
        self._statement = statement
        self._back_to = Route(
            "sentence", {"person": person, "statement": statement, "section": section}
        )
        self._focus = ""
        self._load()

    def way_back(self) -> Button:
        """Back to the sentence."""
        return self.back_button(self._back_to)

    def first_focus(self) -> QWidget | None:
        """What was pressed last, else the first answer."""
        return self.page.first

    def changed(self, change: Change) -> None:
        """A choice changed, or the sentence did."""
        if change.kinds & {"sharing_choice", "statement"}:
            self._load()

    def _load(self) -> None:
        ctx, person, statement = self.ctx, self.person_id, self._statement
        notebook, sections, today = ctx.open_notebook, ctx.house.sections, ctx.today

        def read() -> tuple[Sentence, Sharing, _Rulings]:
            return (
                sentences.sentence(notebook, statement=statement),
                sharing.sharing(notebook, person=person),
                sharing.who_sees(notebook, statement=statement, sections=sections, on=today),
            )

        ctx.desk.do(
            read,
            owner=self,
            then=lambda found: self._show(*found),
            failed=lambda _: self.go.emit(self._back_to),
        )

    def _show(self, sentence: Sentence, found: Sharing, rulings: _Rulings) -> None:
        self.person, ctx, page = sentence.person, self.ctx, self.page
        page.begin_anew()
        card = statement_card(
            ctx,
            sentence.statement,
            person=sentence.person.body.preferred_name,
            said_by=sentence.said_by,
        )
        card.setObjectName("sentence")
        card.clicked.connect(self.hear.emit)
        page.add(card, card)
        if not sentence.statement.body.kept:
            page.say(ctx.t(N_("Nobody else sees it before you keep it.")))
        if not rulings:
            page.say(ctx.t(N_("There is nobody around you in this notebook yet.")))
        photos = photos_of(found.supporters)
        first: Pressable | None = None
        for reader, ruling in rulings:
            page.begin_row(gap=0, same=False)
            note = ctx.t(N_("Sees it")) if ruling.seen else ctx.t(N_("Does not see it"))
            face = face_card(ctx, reader, photos, self.hear.emit, note=note)
            page.put(face)
            for choice in _ANSWERS:
                button = self._answer(found, reader, choice)
                page.put(button)
                first = first or button
            why = ctx.t(
                REASONS[ruling.why],
                person=sentence.person.body.preferred_name,
                name=reader.name,
            )
            page.say(why, "label", bold=False)
        wanted = self.findChild(Pressable, self._focus) if self._focus else None
        self.show_page(wanted or first or card)
        follow_layout(self)
        if wanted is not None:
            wanted.setFocus()

    def _answer(self, found: Sharing, reader: Reader, choice: Choice) -> Pressable:
        ctx = self.ctx
        words, picture = ANSWERS[choice]
        button = Pressable(ctx, ctx.t(words), picture=picture, picture_px=30, size="note")
        button.setObjectName(f"{choice}-{reader.supporter}")
        button.setAccessibleName(f"{reader.name}. {ctx.t(words)}")
        given = sharing_choices.about_line(
            found.choices,
            to=sharing.to_reader(reader),
            purpose=sharing.usual_purpose(reader.role),
            statement=self._statement,
            on=ctx.today,
        )
        button.choose(given is not None and given.body.choice == choice)
        button.setEnabled(not ctx.open_notebook.read_only)
        taken_back = given is not None and given.body.choice == choice

        def press() -> None:
            notebook, today, by, said = ctx.open_notebook, ctx.today, ctx.writer, ctx.words
            person, statement = self.person_id, self._statement
            self._focus = button.objectName()
            wish = Wish(
                to=sharing.to_reader(reader),
                choice=choice,
                parts=(f"sentence:{statement}",),
                purpose=sharing.usual_purpose(reader.role),
                shown_example=True,
            )
            ctx.desk.do(
                lambda: (
                    sharing_choices.take_line_back(
                        notebook, person=person, wish=wish, on=today, by=by, words=said
                    )
                    if taken_back
                    else sharing_choices.decide(
                        notebook, person=person, wish=wish, on=today, by=by, words=said
                    )
                ),
                owner=self,
            )

        button.clicked.connect(press)
        return button
