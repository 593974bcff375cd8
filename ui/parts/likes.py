"""How I like things: the person's settings as cards to press; each applies the moment it is."""

from typing import Any

from app.model.ids import PictureRef, RecordId
from app.model.person import Settings
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.hear_bar import RATES
from ui.parts.likes_input import LikesInput
from ui.parts.likes_language import LikesLanguage
from ui.parts.likes_rows import LikesRows
from ui.parts.likes_sets import LikedSets
from ui.parts.pressable import Pressable
from ui.parts.words import Words

_PEOPLE = "plain:openmoji:1F44B"

Choice = tuple[Any, str, str]
"""A value, its words (marked for translation), and its picture."""

ROWS: tuple[tuple[str, str, tuple[Choice, ...]], ...] = (
    (
        "text_percent",
        N_("How big are the words?"),
        (
            (100, N_("Usual"), ""),
            (125, N_("A bit bigger"), ""),
            (150, N_("Bigger"), ""),
            (200, N_("Much bigger"), ""),
            (250, N_("Very big"), ""),
            (300, N_("The biggest"), ""),
        ),
    ),
    (
        "theme",
        N_("Which colours?"),
        (
            ("paper", N_("Warm"), "openmoji:1F4DC"),
            ("white", N_("White"), "openmoji:2B1C"),
            ("dark", N_("Dark"), "openmoji:1F319"),
            ("black_yellow", N_("Black and yellow"), "openmoji:1F7E8"),
        ),
    ),
    (
        "pictures",
        N_("Pictures?"),
        (
            ("one_per_idea", N_("One picture"), "openmoji:1F5BC"),
            ("key_words", N_("Pictures with their words"), "openmoji:1F523"),
            ("photo", N_("Only photos"), "openmoji:1F4F7"),
            ("none", N_("Only words"), "openmoji:1F524"),
        ),
    ),
    (
        "picture_size",
        N_("How big are the pictures?"),
        (
            ("usual", N_("Usual"), ""),
            ("bigger", N_("Bigger"), ""),
            ("biggest", N_("The biggest"), ""),
        ),
    ),
    (
        "speech_rate",
        N_("How fast is the voice?"),
        tuple(
            (rate, words, f"openmoji:{code}")
            for (rate, words), code in zip(RATES, ("1F40C", "1F422", "1F6B6", "1F3C3"), strict=True)
        ),
    ),
    (
        "read_to_me",
        N_("Shall each screen be read to you?"),
        (
            ("off", N_("Only when I press “Hear it”"), "openmoji:1F507"),
            ("questions", N_("Read me the questions"), "openmoji:2753"),
            ("everything", N_("Read me everything"), "openmoji:1F50A"),
        ),
    ),
    (
        "guess_words",
        N_("Which words light up while they are read?"),
        (
            (False, N_("Only when it is sure which word it is"), ""),
            (True, N_("Always, even if it is not quite sure"), ""),
        ),
    ),
    (
        "recordings",
        N_("Where you said something into the computer?"),
        (
            (True, N_("Hear your own voice"), "openmoji:1F399"),
            (False, N_("Hear the computer’s voice"), "openmoji:1F5A5"),
        ),
    ),
    (
        "plan_shown",
        N_("Where your plan is in two languages?"),
        (
            ("both", N_("Show me both"), "openmoji:1F310"),
            ("home", N_("Only the language of my home"), "openmoji:1F3E0"),
            ("original", N_("Only the way it was said"), "openmoji:1F4AC"),
        ),
    ),
    (
        "scale_flip",
        N_("On which side is the good end?"),
        (
            (False, N_("Good first"), "openmoji:1F44D"),
            (True, N_("Good last"), "openmoji:1F44D"),
        ),
    ),
)

SKIN_TONES: tuple[int | None, ...] = (None, 1, 2, 3, 4, 5)


class Likes(LikesRows):
    """A row of cards for each setting."""

    def __init__(self, ctx: Context, person: RecordId) -> None:
        super().__init__(ctx, person)
        self._languages = LikesLanguage(ctx, person)
        self._languages.changed.connect(self.changed)
        self.column.addWidget(self._languages)
        for field, asked, choices in ROWS:
            row = self.row(asked)
            for value, words, picture in choices:
                row.addWidget(self._card(field, value, ctx.t(words), picture))
        row = self.row(N_("Which hand looks like yours?"))
        for tone in SKIN_TONES:
            row.addWidget(self._tone_card(tone))
        self._sets = LikedSets(ctx, person)
        self._sets.changed.connect(self.changed)
        self.column.addWidget(self._sets)
        self._reaching = LikesInput(ctx, person)
        self._reaching.changed.connect(self.changed)
        self.column.addWidget(self._reaching)

    def readables(self) -> tuple[Words, ...]:
        """The questions."""
        return (*self._languages.heads, *self.heads, *self._sets.heads, *self._reaching.heads)

    def _card(self, field: str, value: Any, words: str, picture: str) -> Pressable:
        card = Pressable(
            self.ctx,
            words,
            picture=PictureRef(picture) if picture else None,
            picture_px=34,
            size="choice",
            after=field == "scale_flip" and bool(value),
        )
        return self._finish(card, field, value)

    def _tone_card(self, tone: int | None) -> Pressable:
        card = _ToneCard(self.ctx, tone)
        card.setAccessibleName(
            self.ctx.t(N_("Skin tone {n}"), n=tone) if tone else self.ctx.t(N_("Plain yellow"))
        )
        return self._finish(card, "skin_tone", tone)

    def _finish(self, card: Pressable, field: str, value: Any) -> Pressable:
        card.setObjectName(f"{field}-{value}")
        card.choose(getattr(self.ctx.settings, field) == value)
        card.clicked.connect(lambda: self._choose(field, value))
        return card

    def _choose(self, field: str, value: Any) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, by = ctx.open_notebook, ctx.writer

        def keep() -> Settings:
            people.change_setting(notebook, person=person, field=field, value=value, by=by)
            return people.person(notebook, person=person).body.ui

        ctx.desk.do(keep, owner=self, then=self.changed.emit)


class _ToneCard(Pressable):
    """A waving hand in one tone."""

    def __init__(self, ctx: Context, tone: int | None) -> None:
        codes = ("", "-1F3FB", "-1F3FC", "-1F3FD", "-1F3FE", "-1F3FF")
        super().__init__(
            ctx,
            "",
            picture=PictureRef(_PEOPLE + codes[tone or 0]),
            picture_px=48,
            arrange="above",
        )
