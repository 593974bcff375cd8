"""Check the words: a speaker reads what the program says, and writes what is said better."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from app.model.errors import AlongsideError
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.fields import Field
from ui.parts.in_sight import bring_into_sight
from ui.parts.languages import not_checked
from ui.parts.pressable import Pressable
from ui.parts.refs import EASIER, NONE, SAVE, TICK
from ui.parts.words import Words
from ui.screens.base import Frame, Route
from ui.screens.paged import StillPageScreen

if TYPE_CHECKING:
    from app.words.finding import Found
    from app.words.suggestions import Suggestion


class CheckingWordsScreen(StillPageScreen):
    """What checking is, its switch, and all that was suggested."""

    def __init__(self, ctx: Context, *, back: Route) -> None:
        super().__init__(ctx)
        self._back = back
        self._show()

    def frame(self) -> Frame:
        """Back to where it was asked for."""
        return Frame(
            title=self.ctx.t(N_("Check the words")),
            buttons=(self.back_button(self._back), self.hear_button()),
        )

    def _show(self) -> None:
        ctx, page = self.ctx, self.page
        checking = ctx.checking
        assert checking is not None
        page.begin_anew()
        page.say(ctx.t(N_("Do you speak this language well?")), "title")
        if told := not_checked(ctx):
            page.say(told)
        page.say(ctx.t(N_("You can write what the program says in better words.")))
        if checking.on:
            page.say(ctx.t(N_("On each screen, press “Check the words” and choose a sentence.")))
            page.say(ctx.t(N_("The key F8 does the same.")))
        words = ctx.t(N_("Stop checking") if checking.on else N_("Start checking"))
        switch = Pressable(ctx, words, picture=EASIER, role="action", size="button")
        switch.setObjectName("check-stop" if checking.on else "check-start")
        switch.clicked.connect(lambda: checking.turn(not checking.on))
        page.put(switch)
        aside = ctx.house.suggestions_put_aside(ctx.words.lang)
        if aside is not None:
            told = N_("Earlier words cannot be read. They were put aside in this file: {file}")
            page.say(ctx.t(told, file=aside))
        known = ctx.house.suggestions(ctx.words.lang)
        if known:
            self._ask_speaker()
            self._list(known)
        self.show_page(switch)

    def _ask_speaker(self) -> None:
        """The name of who speaks the language: it goes with the file, and nowhere else."""
        ctx = self.ctx
        known = ctx.house.speaker(ctx.words.lang)
        asked = Field(ctx, ctx.t(N_("Your name, to be sent with the words")), text=known)
        asked.line.setObjectName("speaker")
        asked.line.editingFinished.connect(lambda: self._keep_speaker(asked.text))
        self.page.add(asked)

    def _keep_speaker(self, name: str) -> None:
        ctx = self.ctx
        try:
            ctx.house.say_who_speaks(ctx.words.lang, name)
        except AlongsideError as error:
            self.told.emit(error.said(ctx.words))

    def _list(self, known: "tuple[Suggestion, ...]") -> None:
        ctx, page = self.ctx, self.page
        told = ctx.words.tn(
            "{n} sentence in better words", "{n} sentences in better words", len(known)
        )
        page.say(told, "title")
        save = Pressable(ctx, ctx.t(N_("Save them as a file to send")), picture=SAVE, size="button")
        save.setObjectName("save-suggestions")
        save.clicked.connect(self._save)
        page.put(save)
        for number, each in enumerate(known):
            page.say(each.strings[-1], "sentence")
            page.say(each.ids[-1], "note")
            back = Pressable(ctx, ctx.t(N_("Take this back")), picture=NONE, role="quiet")
            back.setObjectName(f"take-back-{number}")
            back.clicked.connect(lambda _=False, ids=each.ids: self._take_back(ids))
            page.put(back)

    def _take_back(self, ids: tuple[str, ...]) -> None:
        ctx = self.ctx
        assert ctx.checking is not None
        try:
            ctx.house.take_suggestion_back(ctx.words.lang, ids)
        except AlongsideError as error:
            self.told.emit(error.said(ctx.words))
            return
        ctx.checking.show_anew()

    def _save(self) -> None:
        ctx, lang = self.ctx, self.ctx.words.lang

        def save(place: Path) -> Path:
            ctx.house.save_suggestions(lang, place)
            return place

        choosing.save_place(
            ctx,
            self,
            ctx.t(N_("Where to save the better words")),
            name=ctx.t(N_("Better words")),
            end=".po",
            then=lambda place: ctx.desk.do(lambda: save(place), owner=self, then=self._saved),
        )

    def _saved(self, file: Path) -> None:
        self.told.emit(self.ctx.t(N_("Saved as {file}."), file=file.name))


class WordsHereScreen(StillPageScreen):
    """The program's sentences of one screen, to choose from."""

    def __init__(self, ctx: Context, *, found: "tuple[Found, ...]", back: Route) -> None:
        super().__init__(ctx)
        self._back = back
        page = self.page
        page.say(ctx.t(N_("Which sentence do you want to say better?")), "title")
        here = Route("words_here", {"found": found, "back": back})
        for number, each in enumerate(found):
            shown = each.entry.strings[each.form]
            card = Pressable(
                ctx, shown, note=each.entry.ids[-1], size="choice", bold=True, note_bold=False
            )
            card.setObjectName(f"sentence-{number}")
            card.clicked.connect(
                lambda _=False, each=each: self.go.emit(
                    Route("better_words", {"found": each, "back": here})
                )
            )
            page.put(card)
        self.show_page()

    def frame(self) -> Frame:
        """Back to that screen."""
        return Frame(
            title=self.ctx.t(N_("Check the words")),
            buttons=(self.back_button(self._back), self.hear_button()),
        )


class BetterWordsScreen(StillPageScreen):
    """One sentence: in English, as it is now, and a place to say it better."""

    def __init__(self, ctx: Context, *, found: "Found", back: Route) -> None:
        super().__init__(ctx)
        self._found, self._back = found, back
        page, ids = self.page, found.entry.ids
        now = found.entry.strings[found.form]
        page.say(ctx.t(N_("In English")), "label")
        page.say(ids[min(found.form, len(ids) - 1)])
        page.say(ctx.t(N_("What it says now")), "label")
        page.say(now)
        page.say(ctx.t(N_("Say it better")), "label")
        self._field = QPlainTextEdit(now.strip())
        self._field.setObjectName("better-words")
        self._field.setFont(ctx.look.font("sentence"))
        self._field.setTabChangesFocus(True)
        self._field.setAccessibleName(ctx.t(N_("Say it better")))
        self._field.setFixedHeight(ctx.look.lines("sentence", 3) + 36)
        page.add(self._field)
        self._refused = Words(ctx, "", size="label")
        self._refused.setObjectName("refused")
        self._refused.hide()
        page.add(self._refused, self._refused)
        keep = Pressable(ctx, ctx.t(N_("Keep it")), picture=TICK, role="action", size="button")
        keep.setObjectName("keep-better-words")
        keep.clicked.connect(self._keep)
        self._button = page.put(keep)
        self.show_page(self._field)

    def frame(self) -> Frame:
        """Back to where it was chosen."""
        return Frame(
            title=self.ctx.t(N_("Check the words")),
            buttons=(self.back_button(self._back), self.hear_button()),
        )

    def _keep(self) -> None:
        ctx, found = self.ctx, self._found
        assert ctx.checking is not None
        try:
            ctx.house.suggest(
                ctx.words.lang, found.entry, form=found.form, words=self._field.toPlainText()
            )
        except AlongsideError as error:
            self._refuse(error.said(ctx.words))
            return
        behind = self._back.about.get("back", self._back)
        self.go.emit(behind)
        ctx.checking.show_anew()

    def _refuse(self, why: str) -> None:
        """Say it where it is written: at the bottom it would take the room of the button."""
        self._refused.say(why)
        self._refused.show()
        self._field.setFocus()
        bring_into_sight(self._refused, self._button)
        self.turned.emit(why)
