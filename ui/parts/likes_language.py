"""Which language I like: of the window, its letters and digits, and of what is read aloud."""

from app.model.ids import RecordId
from app.model.person import Settings
from app.model.wording import N_
from app.usecases import people
from app.words import tags
from app.words.languages import Language
from ui.context import Context
from ui.parts.languages import checked, language_card, not_checked
from ui.parts.likes_rows import LikesRows
from ui.parts.pressable import Pressable
from ui.parts.words import Words

_SAMPLE = "1 2 3"


class LikesLanguage(LikesRows):
    """The language first; what can be chosen about it only where there is a choice."""

    def __init__(self, ctx: Context, person: RecordId) -> None:
        super().__init__(ctx, person)
        self._asked = tags.asked(ctx.settings.language or ctx.words.lang)
        languages = ctx.house.catalogs.available()
        now = next((each for each in languages if each.tag == ctx.words.lang), None)
        row = self.row(N_("Which language?"))
        for language in languages:
            card = language_card(ctx, language, note=checked(ctx, language))
            card.clicked.connect(lambda _=False, tag=language.tag: self._choose("language", tag))
            row.addWidget(card)
        if told := not_checked(ctx):
            words = Words(ctx, told, size="note", ink="quiet_ink", bold=False)
            self.column.addWidget(words)
            self.heads.append(words)
        if now is not None:
            self._letters(now)
            self._digits(now)
        self._aloud(languages)

    def _letters(self, language: Language) -> None:
        """Styles of the script, each shown as it is."""
        if len(language.facts.letters) < 2:
            return
        row = self.row(N_("Which letters?"))
        for style, name in language.facts.letters:
            tag = tags.asked(f"{language.tag}-{style}")
            # With its script in the tag it is set in its own letters, whatever the window's are.
            card = Pressable(self.ctx, name, size="choice", lang=f"{language.tag}-{style}")
            self._finish(card, f"letters-{style}", tag.style == self.ctx.words.style)
            wanted = tags.Asked(language.tag, tag.style, self._asked.digits).tag
            card.clicked.connect(lambda _=False, tag=wanted: self._choose("language", tag))
            row.addWidget(card)

    def _digits(self, language: Language) -> None:
        if len(language.facts.digits) < 2:
            return
        row = self.row(N_("Which numbers?"))
        for digits in language.facts.digits:
            asked = tags.Asked(language.tag, self.ctx.words.style, digits)
            shown = _SAMPLE.translate(tags.digits_table(digits))
            card = Pressable(self.ctx, shown, size="choice")
            self._finish(card, f"digits-{digits}", digits == self._asked.digits)
            card.clicked.connect(lambda _=False, tag=asked.tag: self._choose("language", tag))
            row.addWidget(card)

    def _aloud(self, languages: tuple[Language, ...]) -> None:
        """What the program says can be heard in another language than it is read in."""
        row = self.row(N_("In which language is it read to you?"))
        wanted = self.ctx.settings.aloud_in
        as_written = Pressable(self.ctx, self.ctx.t(N_("As it is written")), size="choice")
        self._finish(as_written, "aloud_in-as-written", not wanted)
        as_written.clicked.connect(lambda: self._choose("aloud_in", ""))
        row.addWidget(as_written)
        for language in languages:
            card = Pressable(self.ctx, language.own_name, size="choice", lang=language.tag)
            self._finish(card, f"aloud_in-{language.tag}", wanted == language.tag)
            card.clicked.connect(lambda _=False, tag=language.tag: self._choose("aloud_in", tag))
            row.addWidget(card)

    def _finish(self, card: Pressable, name: str, chosen: bool) -> None:
        card.setObjectName(name)
        card.choose(chosen)

    def _choose(self, field: str, value: str) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, by = ctx.open_notebook, ctx.writer

        def keep() -> Settings:
            people.change_setting(notebook, person=person, field=field, value=value, by=by)
            return people.person(notebook, person=person).body.ui

        ctx.desk.do(keep, owner=self, then=self.changed.emit)
