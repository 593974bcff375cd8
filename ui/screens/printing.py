"""Print: the person's own booklet, saved as a file that any printer takes."""

from pathlib import Path

from app.model.ids import RecordId
from app.model.plan import Plan
from app.model.wording import N_
from app.usecases import plans
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.column import clear
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.open_file import open_file
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import COPY, EASIER, LOCK, SAVE, SHOW, SOUND
from ui.parts.saving import save_booklet
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class PrintScreen(PersonPageScreen):
    """What is in the booklet, what is left out and why, and one button to make it."""

    title = N_("Print")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 24, 40, 16), gap=10), person=person)
        self._with_private = False
        self._lang = ""
        self._in: list[Pressable] = []
        notebook, sections, today = ctx.open_notebook, ctx.house.sections, ctx.today
        ctx.desk.do(
            lambda: plans.plan(notebook, person=person, sections=sections, today=today),
            owner=self,
            then=self._show,
        )

    def way_back(self) -> Button:
        """Home."""
        return self.home_button(Route("home", {"person": self.person_id}))

    def _show(self, plan: Plan) -> None:
        self.person = plan.person
        ctx, page, name = self.ctx, self.page, plan.person.body.preferred_name
        kept = len(plan.only_kept(with_private=True).lines)
        private = kept - len(plan.only_kept().lines)
        drafts = len(plan.lines) - kept
        page.say(ctx.t(N_("My booklet")), "question")
        page.say(ctx.t(N_("This copy is for {name}."), name=name))
        page.say(ctx.words.tn("{n} sentence you kept.", "{n} sentences you kept.", kept))
        if drafts:
            page.say(
                ctx.words.tn(
                    "{n} sentence is left out, because you have not kept it yet.",
                    "{n} sentences are left out, because you have not kept them yet.",
                    drafts,
                )
            )
        if private:
            self._private_card(private)
        save = main_deed(ctx, "save", ctx.t(N_("Save my booklet")), SAVE, self._save)
        page.begin_row()
        page.put(save)
        page.put(self._as_sound())
        if not ctx.open_notebook.read_only:
            page.put(self._for_others())
        page.put(self._are_words_easy())
        self._done = Flow()
        page.add_row(self._done)
        self._languages()
        self.show_page(save)

    def _languages(self) -> None:
        """What the program says in it can be printed in another language than the window's."""
        ctx, page = self.ctx, self.page
        page.say(ctx.t(N_("In which language?")), "label")
        page.begin_row(gap=0, same=False)
        for language in ctx.house.catalogs.available():
            card = Pressable(ctx, language.own_name, lang=language.tag)
            card.setObjectName(f"print-in-{language.tag}")
            card.choose(language.tag == ctx.words.lang)
            card.clicked.connect(lambda _=False, tag=language.tag: self._choose(tag))
            self._in.append(card)
            page.put(card)

    def _choose(self, lang: str) -> None:
        # As the window is set, if it is the window's language: its letters and digits with it.
        self._lang = "" if lang == self.ctx.words.lang else lang
        for card in self._in:
            card.choose(card.objectName() == f"print-in-{lang}")

    def _as_sound(self) -> Pressable:
        """The same, to be heard: many people do not read."""
        card = Pressable(self.ctx, self.ctx.t(N_("As sound")), picture=SOUND, picture_px=40)
        card.setObjectName("as-sound")
        route = Route("plan_sound", {"person": self.person_id})
        card.clicked.connect(lambda: self.go.emit(route))
        return card

    def _for_others(self) -> Pressable:
        """The person's own copy first; then others', each as far as the person shares it."""
        card = Pressable(
            self.ctx, self.ctx.t(N_("A copy for somebody else")), picture=SHOW, picture_px=40
        )
        card.setObjectName("for-others")
        route = Route("show_to", {"person": self.person_id})
        card.clicked.connect(lambda: self.go.emit(route))
        return card

    def _are_words_easy(self) -> Pressable:
        """What would make it easier, and who read it."""
        words = self.ctx.t(N_("Are the words easy?"))
        card = Pressable(self.ctx, words, picture=EASIER, picture_px=40)
        card.setObjectName("easy-words")
        route = Route("easy_words", {"person": self.person_id})
        card.clicked.connect(lambda: self.go.emit(route))
        return card

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

        card.clicked.connect(toggle)
        self.page.put(card)

    def _save(self) -> None:
        assert self.person is not None
        save_booklet(
            self.ctx,
            owner=self,
            person=self.person,
            with_private=self._with_private,
            lang=self._lang,
            then=self._saved,
        )

    def _saved(self, file: Path) -> None:
        ctx = self.ctx
        clear(self._done)
        told = ctx.t(
            N_("Your booklet is saved. It is called {file}, in {folder}."),
            file=file.name,
            folder=file.parent,
        )
        open_it = Pressable(
            ctx,
            ctx.t(N_("Open it to print it")),
            picture=COPY,
            picture_px=40,
            note=told,
            role="shown",
        )
        open_it.setObjectName("saved")
        open_it.clicked.connect(lambda: open_file(ctx, file))
        self._done.addWidget(open_it)
        open_it.setFocus()
