"""Words that can be put into the place for a translation: from the list, or by this computer."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.halfsaid import Offered
from app.model.statement import Statement
from app.model.text import is_blank
from app.model.translation_told import NOT_CHECKED
from app.model.wording import N_, Phrase
from app.usecases import machine_alarms
from app.usecases.offered_translations import Offers
from ui.context import Context
from ui.parts import refs
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.kept_field import KeptField
from ui.parts.pressable import Pressable
from ui.parts.taborder import follow_layout
from ui.parts.words import Words

FROM_THE_LIST = N_("From the list of sentences")
_PAUSE_MS = 300
"""Nothing is said of the words while somebody types; this long after the last letter it is."""


class TranslationOffers(QWidget):
    """What can be pressed to have words put there; they stand there to be looked at and changed.

    It is in sight while nothing of anybody's own stands in the writing place, so that pressing
    takes no words away.

    Args:
        ctx: what every part is handed.
        field: where the translation is written.
        said: the sentence, and ``lang`` the language into which it is put.
        offers: what can be offered for it.
        names: of people who may be named in it.
        read: what is heard on the page; what is told here comes to it, and goes from it.

    Attributes:
        mark: says where the words come from and what to look at; it stands beside the field.

    """

    def __init__(
        self,
        ctx: Context,
        field: KeptField,
        said: Statement,
        *,
        lang: str,
        offers: Offers,
        names: tuple[str, ...],
        read: list[Words | Pressable],
    ) -> None:
        super().__init__()
        self.ctx, self._field, self._said, self._lang = ctx, field, said, lang
        self._offers, self._names, self._read = offers, names, read
        self._waiting = False
        self._alarms: tuple[str, ...] = ()
        self.mark = QWidget()
        self.mark.setObjectName("where-from")
        self._marks = _column(self.mark)
        inside = _column(self)
        row = Flow(gap=6)
        inside.addLayout(row)
        self._told = QVBoxLayout()
        inside.addLayout(self._told)
        if offers.listed is not None:
            row.addWidget(self._listed_card())
        if offers.why_not:
            self._tell(ctx.t(offers.why_not))
        elif offers.translator is not None:
            row.addWidget(self._machine_button())
            ctx.machine.translated.connect(self._translated)
            ctx.machine.trouble.connect(self._no_translation)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        field.textChanged.connect(self._written)
        self._written()
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is put into a place that nobody sees."""
        if self._waiting and not event.spontaneous():
            self._rest()
            self.ctx.machine.give_up()
        super().hideEvent(event)

    # What can be pressed

    def _listed_card(self) -> Pressable:
        ctx, listed = self.ctx, self._offers.listed
        assert listed is not None
        note = ctx.words.beside((ctx.t(FROM_THE_LIST), *self._left(listed.left)))
        card = Pressable(ctx, listed.words, note=note, lang=listed.lang)
        card.setObjectName("from-the-list")
        card.setAccessibleName(f"{note}: {listed.words}")
        offered = Offered(words=listed.words, method="phrasebook", left=listed.left)
        card.clicked.connect(lambda: self._put_in(offered))
        self._read.append(card)
        return card

    def _left(self, left: tuple[str, ...]) -> tuple[str, ...]:
        if not left:
            return ()
        return (self.ctx.t(N_("still to be translated: {words}"), words=", ".join(left)),)

    def _machine_button(self) -> Pressable:
        words = self.ctx.t(N_("A translation by this computer"))
        button = Pressable(self.ctx, words, picture=refs.SHOW, picture_px=34)
        button.setObjectName("by-machine")
        button.clicked.connect(self._ask_machine)
        self._read.append(button)
        return button

    def _ask_machine(self) -> None:
        ctx, offers = self.ctx, self._offers
        if not self._waiting and offers.translator is not None:
            self._waiting = True
            self._tell(ctx.t(N_("The computer is translating. You can write meanwhile.")))
            ctx.machine.translate(offers.translator, (self._said.original,))

    # What comes of it

    def _translated(self, _at: int, text: str) -> None:
        translator = self._offers.translator
        if not self._waiting or translator is None:
            return
        self._rest()
        if is_blank(text):
            self._tell(self.ctx.t(machine_alarms.EMPTY))
        elif self._is_free:  # what somebody wrote meanwhile stays
            made_with = translator.details.made_with
            self._put_in(Offered(words=text, method="machine_offline", made_with=made_with))

    def _no_translation(self, why: str) -> None:
        if self._waiting:
            self._rest()
            self._tell(self.ctx.t(why))

    def _rest(self) -> None:
        self._waiting = False
        self._tell("")
        self._show_or_hide()

    def _put_in(self, offered: Offered) -> None:
        self._tell("")
        self._alarms = ()
        self._field.put_in(offered)
        self._look()

    def _tell(self, sentence: str) -> None:
        self._say_in(self._told, (sentence,) if sentence else ())

    @property
    def _is_free(self) -> bool:
        """Whether nothing of anybody's own stands in the writing place."""
        words, offered = self._field.toPlainText(), self._field.offered
        return is_blank(words) or (offered is not None and words == offered.words)

    # What is said of the words that stand there

    def _show_or_hide(self) -> None:
        self.setVisible(self._is_free or self._waiting)

    def _written(self) -> None:
        self._show_or_hide()
        if self._field.offered is None:
            self._show_marks(())
        else:
            self._pause.start()

    def _look(self) -> None:
        """Say where the words come from at once, and what to look at when it is known."""
        offered, words = self._field.offered, self._field.toPlainText()
        self._pause.stop()
        if offered is None:
            self._show_marks(())
            return
        if offered.method == "phrasebook":
            self._show_marks((self.ctx.t(FROM_THE_LIST), *self._left(offered.left)))
            return
        where_from = self.ctx.t(NOT_CHECKED)
        self._show_marks((where_from, *self._alarms))  # those of before, until others are known
        said, lang, house, names = self._said, self._lang, self.ctx.house, self._names

        def look() -> tuple[Phrase, ...]:
            return machine_alarms.alarms(
                said.original, words, source=said.original_lang, target=lang,
                ideas=house.ideas, numbers=house.number_words, names=names,
            )  # fmt: skip

        def found(alarms: tuple[Phrase, ...]) -> None:
            if self._field.offered is not None and self._field.toPlainText() == words:
                self._alarms = tuple(each.said(self.ctx.words) for each in alarms)
                self._show_marks((where_from, *self._alarms))

        self.ctx.desk.do(look, owner=self, then=found)

    def _show_marks(self, sentences: tuple[str, ...]) -> None:
        self._say_in(self._marks, sentences)
        self.mark.setVisible(bool(sentences))

    def _say_in(self, place: QVBoxLayout, sentences: tuple[str, ...]) -> None:
        stands = [place.itemAt(at).widget() for at in range(place.count())]
        if [each.words for each in stands if isinstance(each, Words)] == list(sentences):
            return
        for each in stands:
            if each in self._read:
                self._read.remove(each)
        clear(place)
        for nth, sentence in enumerate(sentences):
            first = place is self._marks and nth == 0
            words = Words(self.ctx, sentence, size="label", bold=first)
            place.addWidget(words)
            self._read.append(words)
        follow_layout(self)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column
