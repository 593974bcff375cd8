"""The languages of my plan: which there are, how much is in each, and another one."""

import functools

from app.model.ids import PictureRef, RecordId
from app.model.person import HowWell, KnownLanguage
from app.model.translation import same_language
from app.model.wording import N_
from app.usecases import translated, translations
from app.usecases.ports import Notebook
from app.usecases.translated import InLanguage
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.in_languages import how_much
from ui.parts.pressable import Pressable
from ui.parts.refs import INTERPRETER, LANGUAGES, LIST, NOT_MINE, ONE_BY_ONE, PLUS, READER, STAFF
from ui.screens.base import Route
from ui.screens.paged import ListScreen

OFFERED = (
    "en-GB", "cy", "pl", "ro", "pa", "pa-Arab", "ur", "bn", "syl", "gu", "ar", "so", "pt", "es",
    "it", "fr", "uk", "lt", "bg", "tr", "hu", "el", "fa", "ku",
)  # fmt: skip
"""The languages that most people in England and Wales speak (domain H), where there is a font."""

_HOW: tuple[tuple[str, HowWell, HowWell, str, PictureRef], ...] = (
    ("read", "well", "well", N_("I speak and read it"), READER),
    ("speak", "well", "none", N_("I speak it. I do not read it"), INTERPRETER),
    ("others", "none", "none", N_("It is for the people who support me"), STAFF),
)

Found = tuple[InLanguage, ...]


class PlanLanguagesScreen(ListScreen):
    """For the whole plan, or to choose into which language one sentence is put."""

    title = N_("The languages of my plan")
    kinds = ("person", "statement", "translation")

    def __init__(
        self,
        ctx: Context,
        *,
        person: RecordId,
        statement: RecordId | None = None,
        section: str = "",
    ) -> None:
        self._statement, self._section = statement, section
        self._adding = ""
        self._found: Found = ()
        super().__init__(ctx, person=person)

    def way_back(self) -> Button:
        """To the sentence, or to what the person likes."""
        if self._statement is None:
            return self.back_button(Route("likes", {"person": self.person_id}))
        about = {
            "person": self.person_id, "statement": self._statement, "section": self._section,
        }  # fmt: skip
        return self.back_button(Route("sentence", about))

    def find(self, notebook: Notebook) -> Found:
        """How much is in each language."""
        return translated.in_all_languages(notebook, person=self.person_id)

    def show_found(self, found: Found) -> None:
        """Each language with what can be done in it."""
        ctx, page = self.ctx, self.page
        self._found, self.person = found, found[0].person
        self._adding = ""
        page.begin_anew()
        first = None
        offered = [each for each in found if self._is_offered(each)]
        if self._statement is not None:
            page.say(ctx.t(N_("Into which language?")), "question")
        for each in offered:
            card = self._choice(each) if self._statement is not None else self._language(each)
            first = first or card
        if self._statement is None and (drafts := found[0].drafts):
            # They are not among the sentences that the person's home counts.
            told = ctx.words.tn("{n} sentence to read back", "{n} sentences to read back", drafts)
            page.say(told, "label", bold=False)
        if not ctx.open_notebook.read_only:
            page.begin_row()
            another = ctx.t(N_("Another language"))
            added = page.card("add-language", another, PLUS, self._ask_which)
            first = first or added
        self.show_page(first)

    def _is_offered(self, each: InLanguage) -> bool:
        return self._statement is None or any(
            line.statement.id == self._statement for line in each.lines
        )

    def _choice(self, each: InLanguage) -> Pressable:
        """One language into which the sentence can be put."""
        name = self.ctx.house.language_name(each.lang)
        about = {
            "person": self.person_id, "lang": each.lang, "statement": self._statement,
            "section": self._section, "came_from": "sentence",
        }  # fmt: skip
        press = functools.partial(self.go.emit, Route("interpreting", about))
        return self.page.card(f"into-{each.lang}", name, LANGUAGES, press)

    def _language(self, each: InLanguage) -> Pressable | None:
        ctx, page = self.ctx, self.page
        how_much(ctx, page, each)
        if not each.lines:
            return None
        about = {"person": self.person_id, "lang": each.lang}
        page.begin_row()
        first = None
        if each.open and not ctx.open_notebook.read_only:
            first = self._button(
                f"go-through-{each.lang}", ctx.t(N_("One after another")), ONE_BY_ONE,
                Route("interpreting", {**about, "came_from": "plan_languages"}),
            )  # fmt: skip
        listed = self._button(
            f"list-{each.lang}", ctx.t(N_("As a list")), LIST, Route("in_language", about)
        )
        return first or listed

    def _button(self, name: str, words: str, picture: PictureRef, route: Route) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=40)
        button.setObjectName(name)
        button.clicked.connect(functools.partial(self.go.emit, route))
        return self.page.put(button)

    # Another language

    def _ask_which(self) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("Which language?")), "question")
        first = None
        for tag in OFFERED:
            if any(same_language(tag, each.lang) for each in self._found):
                continue
            card = Pressable(ctx, ctx.house.language_name(tag), lang=tag)
            card.setObjectName(f"add-{tag}")
            card.clicked.connect(functools.partial(self._ask_how, tag))
            first = first or page.put(card)
            if first is not card:
                page.put(card)
        page.begin_row()
        page.card("not-now", ctx.t(N_("Not now")), NOT_MINE, self._load)
        self.show_page(first)

    def _ask_how(self, tag: str) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.house.language_name(tag), "question")
        cards = [
            page.card(
                f"how-{name}", ctx.t(words), picture, functools.partial(self._add, tag, speak, read)
            )
            for name, speak, read, words, picture in _HOW
        ]
        page.card("not-now", ctx.t(N_("Not now")), NOT_MINE, self._load)
        self.show_page(cards[0])

    def _add(self, tag: str, speak: HowWell, read: HowWell) -> None:
        assert self.person is not None
        ctx, person = self.ctx, self.person_id
        notebook, by = ctx.open_notebook, ctx.writer
        new = KnownLanguage(code=tag, speak=speak, read=read)
        known = (*self.person.body.languages, new)
        ctx.desk.do(
            lambda: translations.keep_languages(notebook, person=person, languages=known, by=by),
            owner=self,
        )
