"""Telling somebody else: whom, the words, and that nothing of them stays on screen (rule R14).

What is written here is kept nowhere until it is sealed: it is no draft, it is not read aloud, and
no photo can be chosen, which would be kept in the open.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.model.contacts import Contact
from app.model.feedback import SealedNote, SealedWords
from app.model.ids import PictureRef
from app.model.person import Supporter
from app.model.record import Record
from app.model.text import without_controls
from app.model.wording import N_
from app.usecases.sealed_notes import To
from app.words import tags
from ui.context import Context
from ui.parts.column import clear
from ui.parts.deeds import main_deed
from ui.parts.fields import Field, keep_unsaid
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import ADVOCATE, JUST_ME, MANAGER, NONE, SEALED
from ui.parts.taborder import follow_layout
from ui.parts.whom_to_tell import WhomToTell
from ui.parts.words import Words

Readers = dict[To, tuple[str, ...]]

_CARDS: tuple[tuple[To, str, PictureRef], ...] = (
    ("manager", N_("A manager"), MANAGER),
    ("advocate", N_("My advocate"), ADVOCATE),
)
_TOLD: dict[To, str] = {
    "manager": N_("You told a manager something on {day}."),
    "advocate": N_("You told your advocate something on {day}."),
}
_NOBODY: dict[To, str] = {
    "manager": N_("The computer cannot pass this on to a manager here. Nothing was kept."),
    "advocate": N_("The computer cannot pass this on to an advocate here. Nothing was kept."),
}


def told(ctx: Context, note: SealedNote) -> str:
    """That the person told somebody something; of what it was there is nothing to show."""
    sentence = ctx.t(_TOLD[note.to], day=ctx.words.date(note.on))
    if note.read_on is None:
        return sentence
    read = ctx.t(N_("It was read on {day}."), day=ctx.words.date(note.read_on))
    return f"{sentence} {read}"


class SealedWriting(QWidget):
    """Chooses a reader, then gives a place to write.

    Nobody is offered who could not open the words. Where nobody could, it says so, and shows
    whom the person can tell themselves.

    Args:
        helper: who is to look away.
        contacts: whom one can tell where nobody could open words.
        supporters: the people around the person.
        may_stay: whether telling nobody is offered.

    Attributes:
        readables: what can be heard now; never the words that are written.
        to: who is written to, while that is.
        asking: whether it shows whom one can tell, and nothing else.

    Signals:
        changed: something else is shown.
        seal: the words are to be sealed; carries the reader and the :class:`SealedWords`.
        just_me: nobody is to be told.

    """

    changed = Signal()
    seal = Signal(str, object)
    just_me = Signal()

    def __init__(
        self,
        ctx: Context,
        *,
        helper: str,
        contacts: Iterable[Contact],
        supporters: Iterable[Record[Supporter]],
        may_stay: bool = True,
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self.readables: list[Words | Pressable] = []
        self.to: To | None = None
        self.asking = True
        self._helper = helper
        self._contacts = tuple(contacts)
        self._supporters = tuple(supporters)
        self._may_stay = may_stay
        self._readers: Readers = {}
        self._notes: tuple[SealedNote, ...] = ()
        self._pictures: list[PictureRef] = []
        self._field: QPlainTextEdit | None = None
        self._telling: Words | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    # What the owner asks of it

    @property
    def standing(self) -> SealedWords:
        """What is written now."""
        words = self._field.toPlainText() if self._field is not None else ""
        return SealedWords(
            words=without_controls(words).strip(),
            pictures=tuple(self._pictures),
            lang=tags.asked(self.ctx.settings.language).lang or self.ctx.words.lang,
        )

    def ask(self, readers: Readers, notes: tuple[SealedNote, ...] = ()) -> None:
        """Show whom one can tell, and that one told somebody before."""
        self._readers, self._notes = readers, notes
        self._ask()

    def write(self, to: To, said: SealedWords | None = None) -> None:
        """Show the place to write to a reader; that they could not open it is said instead."""
        if not self._readers.get(to):
            self._ask(_NOBODY[to])
            return
        ctx = self.ctx
        self._begin()
        self.to = to
        away = ctx.t(N_("{helper}, please look away now."), helper=self._helper)
        self._say(away, "title")
        names = ctx.words.listed(self._readers[to])
        alone = N_("Only {names} can read this. Nobody else can, also not later.")
        self._say(ctx.t(alone, names=names), "sentence")
        self._column.addWidget(self._place(said.words if said else ""))
        self._pictures = list(said.pictures) if said else []
        self._telling = Words(ctx, "", size="label", ink="stop_ink")
        self._telling.hide()
        self._column.addWidget(self._telling)
        self._column.addLayout(self._deeds())
        unkept = N_(
            "Nothing is kept until it is sealed. Then nobody can change it or take it back."
        )
        self._say(ctx.t(unkept), "label", bold=False)
        self._offer_pictures()
        self._end()
        assert self._field is not None
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: str) -> None:
        """Say beside the writing place what is wrong."""
        if self._telling is not None:
            self._telling.say(sentence)
            self._telling.show()

    def wipe(self) -> None:
        """Leave nothing of the words on screen."""
        if self._field is not None:
            self._field.clear()
            self._field.document().clearUndoRedoStacks()
        self._pictures = []
        self.to = None

    # How it is made

    def _ask(self, first: str = "") -> None:
        self._begin(asking=True)
        if first and any(self._readers.values()):
            self._say(self.ctx.t(first), "sentence")
        row = Flow(gap=4, same=True)
        for to, words, picture in _CARDS:
            if names := self.ctx.words.listed(self._readers.get(to, ())):
                row.addWidget(self._card(f"to-{to}", words, picture, names, self._chooser(to)))
        if not any(self._readers.values()):
            self._show_others()
        if self._may_stay:
            words = N_("Nobody, just me")
            row.addWidget(self._card("just-me", words, JUST_ME, "", self.just_me.emit))
        self._column.addLayout(row)
        for note in self._notes:
            self._say(told(self.ctx, note), "label")
        self._end()

    def _begin(self, *, asking: bool = False) -> None:
        self.wipe()
        self.asking = asking
        self._field = self._telling = None
        clear(self._column)
        self.readables = []

    def _end(self) -> None:
        follow_layout(self.window())
        self.changed.emit()

    def _say(self, sentence: str, size: str, *, bold: bool | None = None) -> None:
        words = Words(self.ctx, sentence, size=size, bold=bold)
        self.readables.append(words)
        self._column.addWidget(words)

    def _card(
        self, name: str, words: str, picture: PictureRef, note: str, press: Callable[[], None]
    ) -> Pressable:
        card = Pressable(
            self.ctx,
            self.ctx.t(words),
            picture=picture,
            picture_px=84,
            note=note,
            arrange="above",
            size="choice",
            widest=round(250 * max(1.0, self.ctx.look.percent / 130)),
        )
        card.setObjectName(name)
        card.clicked.connect(press)
        self.readables.append(card)
        return card

    def _chooser(self, to: To) -> Callable[[], None]:
        return lambda: self.write(to)

    def _show_others(self) -> None:
        """Nobody could open it: say so, and whom the person can tell themselves."""
        ctx = self.ctx
        self._say(ctx.t(N_("The computer cannot pass this on here.")), "sentence")
        self._say(ctx.t(N_("You can tell any of these people:")), "sentence")
        others = WhomToTell(ctx, self._contacts, self._supporters)
        self.readables += others.read
        self._column.addWidget(others)

    def _place(self, words: str) -> QPlainTextEdit:
        ctx = self.ctx
        field = QPlainTextEdit()
        field.setObjectName("sealed-writing")
        field.setFont(ctx.look.font("sentence"))
        field.setTabChangesFocus(True)
        field.setAccessibleName(ctx.t(N_("Write what you want to say")))
        field.setPlaceholderText(ctx.t(N_("Write what you want to say")))
        keep_unsaid(field)
        secret = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        field.setInputMethodHints(secret)
        field.setFixedHeight(ctx.look.lines("sentence", 3) + 36)
        field.setPlainText(words)
        self._field = field
        return field

    def _deeds(self) -> Flow:
        ctx = self.ctx
        row = Flow()
        seal = main_deed(ctx, "seal", ctx.t(N_("Seal it")), SEALED, self._seal)
        leave = Pressable(
            ctx, ctx.t(N_("Do not say it")), picture=NONE, picture_px=40, size="button"
        )
        leave.setObjectName("do-not-say")
        leave.clicked.connect(lambda: self.ask(self._readers, self._notes))
        for each in (seal, leave):
            self.readables.append(each)
            row.addWidget(each)
        return row

    def _offer_pictures(self) -> None:
        """Pictures to say it with, for whoever does not write."""
        ctx = self.ctx
        look = Field(ctx, ctx.t(N_("Or choose pictures. Write a word to find more.")))
        look.line.setObjectName("find-picture")
        keep_unsaid(look.line)
        self._offered = Flow(gap=0, same=True)
        look.line.textChanged.connect(self._show_pictures)
        self._column.addWidget(look)
        self._column.addLayout(self._offered)
        self._show_pictures("")

    def _show_pictures(self, looked_for: str) -> None:
        ctx = self.ctx
        clear(self._offered)
        found = ctx.house.ideas.search(looked_for, lang=ctx.words.lang)
        words = {each.picture: each.words for each in found}
        for ref in dict.fromkeys((*self._pictures, *words)):
            card = Pressable(
                ctx,
                words.get(ref, ""),
                picture=ref,
                picture_px=64,
                size="note",
                arrange="above",
                widest=round(150 * max(1, ctx.look.percent / 130)),
            )
            card.setObjectName(f"say-{ref.removeprefix('openmoji:')}")
            card.choose(ref in self._pictures)
            card.clicked.connect(lambda _=False, ref=ref: self._pick(ref, looked_for))
            self._offered.addWidget(card)
        follow_layout(self.window())

    def _pick(self, ref: PictureRef, looked_for: str) -> None:
        if ref in self._pictures:
            self._pictures.remove(ref)
        else:
            self._pictures.append(ref)
        self._show_pictures(looked_for)
        card = self.findChild(Pressable, f"say-{ref.removeprefix('openmoji:')}")
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seal(self) -> None:
        said = self.standing
        if said.blank:
            self.tell(self.ctx.t(N_("There are no words yet.")))
        elif self.to is not None:
            self.seal.emit(self.to, said)
