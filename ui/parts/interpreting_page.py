"""One sentence being interpreted: the original, its translation, and the next thing to do."""

import functools
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.halfsaid import HalfSaid, said_back_key, translation_key
from app.model.ids import PictureRef, RecordId
from app.model.translation import METHOD_WORDS, Translated
from app.model.wording import N_, Phrase
from app.usecases.offered_translations import AtSentence, Offers
from app.usecases.translations import NEVER_FAMILY, TRANSLATE_ANEW, Interpreter
from ui.context import Context
from ui.parts import refs
from ui.parts.asked_translation import ANSWERS, LARGE, SHORT_ANSWERS
from ui.parts.deeds import deed_card, main_deed
from ui.parts.in_sight import bring_into_sight, show_in_scroll_area
from ui.parts.kept_field import KeptField
from ui.parts.pinned import PinnedPage
from ui.parts.pressable import Pressable
from ui.parts.statement_card import heading_card, statement_card
from ui.parts.translation_card import translation_card
from ui.parts.translation_offers import TranslationOffers
from ui.parts.words import Words

_USUAL = ("question", 128), ("sentence", 72), ("label", 44)
_LARGE_TEXT = ("sentence", 72), ("label", 44)
_GAP = 6


class InterpretingPage(PinnedPage):
    """The same sentence on each of its pages, so that nobody has to remember it.

    Args:
        ctx: what every part is handed.
        person: whose plan it is, and ``name`` what they are called.
        here: the sentence, its translation if there is one, and what is known about them.
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

    _answers: Sequence[Pressable] = ()  # Qt asks for them while the page is being made

    def __init__(
        self, ctx: Context, *, person: RecordId, name: str, here: AtSentence, lang: str
    ) -> None:
        around = (26, 6, 26, 12) if ctx.look.stacked else (60, 14, 60, 12)
        super().__init__(ctx, margins=around, gap=8)
        both = here.both
        assert both is not None
        self._here, self._both, self._name = here, both, name
        self._person, self._lang, self._names = person, lang, here.names
        self.field: KeptField | None = None
        self._needed: list[QWidget] = []
        self._answers: list[Pressable] = []

    def show_original(self) -> None:
        """What was said, large: everything on the page is about it."""
        ctx, both = self.ctx, self._both
        large = not ctx.look.stacked
        card = statement_card(ctx, both.statement, person=self._name, large=large)
        card.setObjectName("original")
        self._show(card)
        sizes = _USUAL if large else _LARGE_TEXT
        self.pin(card, *(functools.partial(card.write_in, *each) for each in sizes))
        for each in (both.translated, both.newer):
            if each is not None:
                at_work = each is both.at_work
                known = translation_card(
                    ctx,
                    each,
                    press=_nothing,
                    first=at_work and not each.out_of_date,
                    brief=True,
                    look_at=self._here.look_at if at_work else (),
                )
                self._show(known)

    def _show(self, card: Pressable) -> Pressable:
        self.add(self._hears(card), card)
        return card

    def _hears(self, card: Pressable) -> Pressable:
        card.clicked.connect(functools.partial(self.hear_these.emit, (card,)))
        return card

    def _pin_translation(self, there: Translated, *under: Words) -> None:
        """What is asked about stands above all, the largest; these stand with it."""
        ctx = self.ctx
        card = self._hears(
            translation_card(
                ctx, there, press=_nothing, first=True, brief=True, look_at=self._here.look_at
            )
        )
        card.show_picture(ctx.shows_said(self._both.statement.body.symbols))
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (card, *under):
            column.addWidget(each)
        self.add(block, card, *under)

        marks = self._marks = Words(ctx, card.note, size="note")

        def size(name: str, picture_px: int, low: bool, marked: bool) -> None:
            card.write_in(name, picture_px)
            card.add_note(marks.words if marked else "")
            self._turn(marks, not marked)
            for each in self._answers:
                each.stand("low" if low else "tall")

        self.pin(block, *(functools.partial(size, *each) for each in LARGE))

    def _add_marks(self) -> None:
        self.add(self._marks)
        self._marks.hide()

    def _small_original(self) -> Pressable:
        body = self._both.statement.body
        card = self._hears(heading_card(self.ctx, body))
        card.setObjectName("original")
        return card

    def _tell_refused(self, refused: Translated) -> Words:
        """Say that the last one is not used, since the person said no to it; and what it said."""
        ctx = self.ctx
        told = self.say(ctx.t(N_("You said no. This is not used.")), "label")
        card = translation_card(ctx, refused, press=_nothing, brief=True)
        card.write_in("label", 44)
        if ctx.look.stacked:
            card.add_note("")  # it was said above, and the place for other words is near
        self._show(card)
        return told

    def finish(self, who: Interpreter | None) -> None:
        """Say who interprets in this sitting, and that it can be somebody else."""
        ctx = self.ctx
        if who is not None and who.method != "child":
            if who.method == "family" and self.field is None:
                self._warn_family()
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
        if self._needed and self.pinned is not None:
            bring_into_sight(*self._needed, self.pinned)  # where nothing holds it, it is not cut

    def _warn_family(self) -> Words:
        size = "note" if self.ctx.look.stacked else "label"
        return self.say(self.ctx.t(NEVER_FAMILY), size, bold=False)

    def write(
        self,
        said: HalfSaid,
        *,
        offers: Offers,
        who: Interpreter | None,
        refused: Translated | None,
        may_leave: bool,
        spoken_first: bool,
    ) -> None:
        """A place for the translation, typed or spoken.

        Args:
            said: what is half written there.
            offers: what can be put there by pressing.
            who: interprets; family is told before they begin what it is not for.
            refused: what was there last, where the person said no to it.
            may_leave: there is one already, which can stay.
            spoken_first: the person speaks this language, and does not read it.

        """
        ctx, lang, which = self.ctx, self._lang, self._both.statement.id
        if refused is not None:
            self._needed.append(self._tell_refused(refused))
        if who is not None and who.method == "family":
            self._needed.append(self._warn_family())
        self.say(ctx.t(N_("Say the same in {language}"), language=ctx.language(lang)), "title")
        field = self._open_translation(said, translation_key(which, lang))
        offered = self._offer(field, offers)
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
        self.add(offered)

    def _open_translation(self, said: HalfSaid, key: str) -> KeptField:
        """The place for it. Of words that were written for others it is told, until one writes."""
        body = self._both.statement.body
        old = said.is_of_other_words(body)
        if old:
            self.say(self.ctx.t(TRANSLATE_ANEW), "label")
        field = self._open_field(said, key, self._lang, of=said.of if old else body.original)

        def written() -> None:
            field.of = body.original

        field.textChanged.connect(written)
        return field

    def _offer(self, field: KeptField, offers: Offers) -> TranslationOffers:
        """What can be put there; what is said of it stands between the words and what is done."""
        offered = TranslationOffers(
            self.ctx, field, self._both.statement.body, lang=self._lang, offers=offers,
            names=self._names, read=self.read,
        )  # fmt: skip
        self.add(offered.mark)
        return offered

    def say_back(self, there: Translated, said: HalfSaid) -> None:
        """A place for what it says in the first language; what was said first is folded away."""
        self._pin_translation(there)
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
        self._add_marks()
        original = self._small_original()
        show = self._button("show-original", ctx.t(N_("Show the first words")), refs.LOOK, _nothing)

        def turn() -> None:
            self._turn(original, not original.isVisible())
            show.choose(original.isVisible())
            bring_into_sight(original if original.isVisible() else show)

        show.clicked.connect(turn)
        self.add(original)
        original.hide()

    def _turn(self, each: Words | Pressable, there: bool) -> None:
        """Show it, and let it be heard; or fold it away."""
        each.setVisible(there)
        if each in self.read:
            self.read.remove(each)
        if there:
            self.read.append(each)

    def ask(self, there: Translated, *, lost: Sequence[Phrase], refused: Translated | None) -> None:
        """What the person says to it; then what else can be done with it.

        Args:
            there: the translation.
            lost: what to look at in what was said back.
            refused: a later one, where the person said no to it.

        """
        ctx = self.ctx
        back, look = there.body.back_translation, [each.said(ctx.words) for each in lost]
        size = "label" if ctx.look.stacked else "sentence"
        told = [Words(ctx, ctx.t(N_("Said back: {words}"), words=back), size=size, bold=False)]
        alarms = [Words(ctx, each, size="note") for each in look]
        beside = () if ctx.look.stacked else alarms
        self._pin_translation(there, *(told if back else ()), *beside)
        self._ask(there)
        for each in alarms if ctx.look.stacked else ():
            self.add(each, each)
        self._add_marks()
        if refused is not None:
            self._tell_refused(refused)
        self._show(self._small_original())
        standing = self._both.translated
        if standing is not None and standing is not there:  # it counts until the person says yes
            card = translation_card(ctx, standing, press=_nothing, brief=True)
            card.write_in("label", 44)
            self._show(card)
        self._offer_more(there)

    def _ask(self, there: Translated) -> None:
        """Nobody is asked whether they said what somebody else did (rule R1)."""
        ctx, body = self.ctx, there.body
        own = self._both.statement.body.voice_group == "own"
        asked = N_("Is this what I said?") if own else N_("Does this say the same?")
        self.say(ctx.t(asked), "title")
        short = ctx.look.stacked or not own
        cards: list[Pressable] = []
        for answer, words, picture in SHORT_ANSWERS if short else ANSWERS:
            press = functools.partial(self.answered.emit, answer)
            card = self.put(deed_card(ctx, f"answer-{answer}", ctx.t(words), picture, press))
            card.choose(body.answer == answer)
            cards.append(card)
        self._answers = tuple(cards)
        self.first, self._needed = cards[0], [*cards]
        self.see_down_to(cards[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three answers stand side by side also in large words."""
        if self._answers and self.ctx.look.stacked:
            sides = self.column.contentsMargins()
            bar = self.verticalScrollBar().sizeHint().width()
            room = self.width() - sides.left() - sides.right() - bar
            for each in self._answers:
                each.keep_within((room - 2 * _GAP) // len(self._answers))
        super().resizeEvent(event)

    def _offer_more(self, there: Translated) -> None:
        ctx, body = self.ctx, there.body
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

    def _open_field(self, said: HalfSaid, key: str, lang: str, *, of: str = "") -> KeptField:
        """A place for words that runs in the direction of its language, also while it is empty."""
        ctx = self.ctx
        field = KeptField(
            ctx, self._person, self._both.statement.id, said.words, key=key, offered=said.offered,
            of=of,
        )  # fmt: skip
        field.setAccessibleName(ctx.t(N_("The same in {language}"), language=ctx.language(lang)))
        field.set_in(lang, rows=2 if ctx.look.stacked else 3)
        field.textChanged.connect(lambda: show_in_scroll_area(field, 0))
        self.add(field)
        self.field = self.first = field
        return field

    def _main(self, name: str, words: str, picture: PictureRef, press: Callable[[], None]) -> None:
        main = self.put(main_deed(self.ctx, name, words, picture, press))
        assert self.field is not None
        self._needed = [main, self.field, *self._needed]
        self.see_down_to(main)

    def _button(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=34)
        button.setObjectName(name)
        button.clicked.connect(press)
        self.put(button)
        return button


def _nothing() -> None:
    """Pressing what stands there has it heard; nothing else comes of it."""
