"""Print: the person's own booklet, seen first, then printed or saved as a file."""

from app.model.ids import PictureRef, RecordId
from app.model.plan import Plan
from app.model.print_order import NOBODY, PrintOrder
from app.model.wording import N_
from app.usecases import plans
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.pressable import Pressable
from ui.parts.refs import EASIER, FROM_FILE, LOCK, SHOW, SOUND
from ui.screens.base import Route
from ui.screens.on_paper import OnPaperScreen


class PrintScreen(OnPaperScreen):
    """The booklet as it will be, what is left out and why, and ways to have it."""

    title = N_("Print")
    of_the_plan = N_("My plan")

    def __init__(self, ctx: Context, *, person: RecordId, back: str = "rights") -> None:
        super().__init__(ctx, person=person)
        self._behind = back
        self._with_private = False
        notebook, sections, today = ctx.open_notebook, ctx.house.sections, ctx.today
        ctx.desk.do(
            lambda: plans.plan(notebook, person=person, sections=sections, today=today),
            owner=self,
            then=self._show,
        )

    def way_back(self) -> Button:
        """To the screen it was opened from."""
        return self.back_button(Route(self._behind, {"person": self.person_id}))

    def order(self) -> PrintOrder:
        """The person's own copy, in the languages that were chosen; or what is about all here."""
        assert self.languages is not None
        return PrintOrder(
            kind=self.kind,
            person=NOBODY if self.kind.about == "home" else self.person_id,
            made_on=self.ctx.today,
            words=self.languages.words,
            second_lang=self.languages.second,
            with_private=self._with_private,
        )

    def kind_chosen(self) -> None:
        """The page says at its top what it is; of what is about all here, nobody's name."""
        own = self.kind.key == "booklet"
        self._heading.say(self.ctx.t(N_("My booklet") if own else self.kind.title))
        self._of_whom.setVisible(self.kind.about != "home")

    def _show(self, plan: Plan) -> None:
        self.person = plan.person
        ctx, page, name = self.ctx, self.page, plan.person.body.preferred_name
        kept = len(plan.only_kept(with_private=True).lines)
        private = kept - len(plan.only_kept().lines)
        drafts = len(plan.lines) - kept
        self._heading = page.say(ctx.t(N_("My booklet")), "title")
        told = [
            ctx.t(N_("This copy is for {name}."), name=name),
            ctx.words.tn("{n} sentence you kept.", "{n} sentences you kept.", kept),
        ]
        if drafts:
            told.append(
                ctx.words.tn(
                    "{n} sentence is left out, because you have not kept it yet.",
                    "{n} sentences are left out, because you have not kept them yet.",
                    drafts,
                )
            )
        self._of_whom = page.say(" ".join(told), "label", bold=False)
        first = self.put_deeds()
        self.put_documents(own=True)
        if private:
            page.begin_row()
            self._private_card(private)
        page.begin_row()
        self._way("as-sound", N_("As sound"), SOUND, "plan_sound")
        if not ctx.open_notebook.read_only:
            self._way("for-others", N_("A copy for somebody else"), SHOW, "show_to")
            words = N_("What came back on paper")
            self._way("came-back", words, FROM_FILE, "came_back", back="print")
        self._way("easy-words", N_("Are the words easy?"), EASIER, "easy_words")
        self.show_page(first)
        self.make()

    def _way(
        self, name: str, words: str, picture: PictureRef, screen: str, **about: object
    ) -> None:
        """Put a card that leads to another screen: what is done with a plan beside printing it."""
        card = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=40)
        card.setObjectName(name)
        route = Route(screen, {"person": self.person_id, **about})
        card.clicked.connect(lambda: self.go.emit(route))
        self.page.put(card)

    def _private_card(self, private: int) -> None:
        card = Pressable(
            self.ctx,
            self.ctx.words.tn(
                "Print my {n} private sentence too",
                "Print my {n} private sentences too",
                private,
            ),
            picture=LOCK,
            picture_px=36,
        )
        card.setObjectName("with-private")

        def toggle() -> None:
            self._with_private = not self._with_private
            card.choose(self._with_private)
            self.make()

        card.clicked.connect(toggle)
        self.page.put(card)
