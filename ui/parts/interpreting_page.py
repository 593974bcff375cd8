"""One sentence being interpreted: the original, its translation, and the next thing to do."""

import functools
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QWidget

from app.model.halfsaid import said_back_key, translation_key
from app.model.ids import PictureRef, RecordId
from app.model.translation import METHOD_WORDS, Answer, Translated
from app.model.wording import N_
from app.usecases.translated import Both
from app.usecases.translations import NEVER_FAMILY, Interpreter
from app.words.languages import is_right_to_left
from ui.context import Context
from ui.parts import refs
from ui.parts.deeds import deed_card, main_deed
from ui.parts.in_sight import bring_into_sight
from ui.parts.kept_field import KeptField
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.statement_card import statement_card
from ui.parts.translation_card import translation_card

ANSWERS: tuple[tuple[Answer, str, PictureRef], ...] = (
    ("yes", N_("Yes, I said this"), refs.KEEP),
    ("no", N_("No, I did not say this"), refs.NOT_MINE),
    ("not_sure", N_("I am not sure"), refs.UNSURE),
)


class InterpretingPage(Page):
    """The same sentence on each of its pages, so that nobody has to remember it.

    Args:
        ctx: what every part is handed.
        person: whose plan it is, and ``name`` what they are called.
        both: the sentence, and its translation if there is one.
        lang: the language into which it is put.

    Attributes:
        field: the place for words, where there is one.

    Signals:
        hear_these: these alone are to be heard.
        put_beside: these words are the translation.
        spoken: the translation is to be said into the computer.
        left: what stands there stays as it was.
        said_back: these words are what it says in the first language.
        not_said_back: nobody says it back.
        answered: the person's answer.
        anew: another translation is wanted.
        checked: somebody has checked it.
        used: what it may be used for.
        rejected: it is to be taken away.
        other_interpreter: somebody else interprets.

    """

    hear_these = Signal(object)
    put_beside = Signal(str)
    spoken = Signal(str)
    left = Signal()
    said_back = Signal(str)
    not_said_back = Signal()
    answered = Signal(str)
    anew = Signal()
    checked = Signal()
    used = Signal(str)
    rejected = Signal()
    other_interpreter = Signal()

    def __init__(self, ctx: Context, *, person: RecordId, name: str, both: Both, lang: str) -> None:
        super().__init__(ctx, margins=(60, 14, 60, 12), gap=8)
        self._person, self._both, self._lang = person, both, lang
        self.field: KeptField | None = None
        self._needed: list[QWidget] = []
        card = statement_card(ctx, both.statement, person=name, large=not ctx.look.stacked)
        card.setObjectName("original")
        self._show(card)
        if both.translated is not None:
            first = not both.translated.out_of_date
            known = translation_card(
                ctx, both.translated, press=lambda: None, first=first, brief=True
            )
            self._show(known)

    def _show(self, card: Pressable) -> None:
        card.clicked.connect(functools.partial(self.hear_these.emit, (card,)))
        self.add(card, card)

    def finish(self, who: Interpreter | None) -> None:
        """Say who interprets in this sitting, and that it can be somebody else."""
        ctx = self.ctx
        if who is not None and who.method != "child":
            if who.method == "family":
                self.say(ctx.t(NEVER_FAMILY), "label", bold=False)
            now = N_("Interpreting now: {name}, {how}. Somebody else?")
            words = ctx.t(now, name=who.name, how=ctx.t(METHOD_WORDS[who.method]))
            change = Pressable(
                ctx, words, picture=refs.INTERPRETER, picture_px=28, role="quiet", size="note"
            )
            change.setObjectName("change-interpreter")
            change.clicked.connect(self.other_interpreter)
            self.begin_row()
            self.put(change)
        self.fill(self.first or self.findChild(Pressable, "original"))
        if self._needed:
            bring_into_sight(*self._needed)

    def write(self, said: str, *, may_leave: bool, spoken_first: bool) -> None:
        """A place for the translation, typed or spoken.

        Args:
            said: what is half written there.
            may_leave: there is one already, which can stay.
            spoken_first: the person speaks this language, and does not read it.

        """
        ctx, lang, which = self.ctx, self._lang, self._both.statement.id
        self.say(ctx.t(N_("Say the same in {language}"), language=ctx.language(lang)), "title")
        field = self._open_field(said, translation_key(which, lang), lang)
        ways: list[tuple[str, str, PictureRef, Callable[[], None]]] = [
            (
                "put-translation", N_("Put it beside"), refs.TICK,
                lambda: self.put_beside.emit(field.toPlainText()),
            ),
            (
                "speak-translation", N_("Say it into the computer"), refs.MICROPHONE,
                lambda: self.spoken.emit(field.toPlainText()),
            ),
        ]  # fmt: skip
        (name, main, picture, press), other = reversed(ways) if spoken_first else ways
        self._main(name, ctx.t(main), picture, press)
        name, words, picture, press = other
        self._button(name, ctx.t(words), picture, press)
        if may_leave:
            leave = ctx.t(N_("Leave it as it was"))
            self._button("leave-translation", leave, refs.UNSURE, self.left.emit)

    def say_back(self, there: Translated, said: str) -> None:
        """A place for what it says in the first language."""
        ctx, first = self.ctx, self._both.statement.body.original_lang
        asked = N_("Say it back in {language}: what does it say?")
        self.say(ctx.t(asked, language=ctx.language(first)), "title")
        field = self._open_field(said, said_back_key(there.record.id), first)
        keep = ctx.t(N_("This is what it says"))
        self._main(
            "keep-said-back", keep, refs.TICK, lambda: self.said_back.emit(field.toPlainText())
        )
        without = ctx.t(N_("Go on without"))
        self._button("without-said-back", without, refs.CARRY_ON, self.not_said_back.emit)

    def ask(self, there: Translated) -> None:
        """What the person says to it; then what else can be done with it."""
        ctx, body = self.ctx, there.body
        if body.back_translation:
            self.say(ctx.t(N_("Said back: {words}"), words=body.back_translation))
        self.say(ctx.t(N_("Is this what I said?")), "title")
        for answer, words, picture in ANSWERS:
            press = functools.partial(self.answered.emit, answer)
            name = f"answer-{answer}"
            if ctx.look.stacked:  # low from the beginning: what is brought into sight stays there
                card = self._button(name, ctx.t(words), picture, press)
            else:
                card = self.put(deed_card(ctx, name, ctx.t(words), picture, press))
            card.choose(body.answer == answer)
            self._needed.append(card)
            self.first = self.first or card
        self.begin_row()
        another = ctx.t(N_("Another translation"))
        self._button("translate-anew", another, refs.CHANGE, self.anew.emit)
        if body.status != "checked":
            somebody = ctx.t(N_("Somebody checked it"))
            self._button("check", somebody, refs.LOOK, self.checked.emit)
        if body.answer == "yes":
            deciding = body.use_for == "decision"
            use = N_("Only to read along") if deciding else N_("Use it to decide")
            press = functools.partial(self.used.emit, "reading" if deciding else "decision")
            self._button("use-to-decide", ctx.t(use), refs.BY_LAW, press)
        away = ctx.t(N_("Take this translation away"))
        self._button("reject", away, refs.TAKE_OUT, self.rejected.emit)

    def _open_field(self, said: str, key: str, lang: str) -> KeptField:
        """A place for words that runs in the direction of its language, also while it is empty."""
        ctx = self.ctx
        field = KeptField(ctx, self._person, self._both.statement.id, said, key=key)
        field.setAccessibleName(ctx.t(N_("The same in {language}"), language=ctx.language(lang)))
        rows = 3 if ctx.look.stacked else 4
        if is_right_to_left(lang):
            rows += 1  # lines of Arabic script are high
            option = QTextOption(Qt.AlignmentFlag.AlignRight)
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            field.document().setDefaultTextOption(option)
        field.setFixedHeight(ctx.look.size("sentence") * rows)
        self.add(field)
        self.field = self.first = field
        return field

    def _main(self, name: str, words: str, picture: PictureRef, press: Callable[[], None]) -> None:
        main = self.put(main_deed(self.ctx, name, words, picture, press))
        assert self.field is not None
        self._needed = [main, self.field]

    def _button(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=34)
        button.setObjectName(name)
        button.clicked.connect(press)
        self.put(button)
        return button
