"""The helper's side: writing down what was said, word for word, whose words they are, and how."""

import dataclasses
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.model.ids import PictureRef, RecordId
from app.model.person import SupporterRole
from app.model.statement import Voice
from app.model.wording import N_
from app.usecases import sessions
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import NONE, TICK
from ui.parts.words import Words

KEEP_TYPING_MS = 700
"""Typing is kept after this pause: a power cut loses less than a second of it."""

OTHERS = "others"

_HOW: tuple[tuple[str, str, str], ...] = (
    ("own_spoken", N_("Said it"), "openmoji:1F4AC"),
    ("own_signed", N_("Signed"), "openmoji:1F91F"),
    ("own_choice_symbol", N_("Pointed"), "openmoji:1F449"),
    ("own_written", N_("Wrote it"), "openmoji:270F"),
    ("own_made", N_("Made or showed"), "openmoji:1F4F7"),
    ("shown_by_behaviour", N_("We saw it"), "openmoji:1F440"),
    ("joint_wording", N_("Together"), "openmoji:1F91D"),
    (OTHERS, N_("Someone else"), "openmoji:1F465"),
)

_SURE: tuple[tuple[Literal["sure", "think", "guess"], str], ...] = (
    ("sure", N_("We are sure")),
    ("think", N_("We think so")),
    ("guess", N_("It is a guess")),
)

_VOICE_OF: dict[SupporterRole, Voice] = {
    "family": "family",
    "friend": "family",
    "unpaid_carer": "family",
    "peer": "peer",
    "advocate": "advocate",
    "imca": "advocate",
    "keyworker": "staff",
    "support_worker": "staff",
    "manager": "staff",
}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Said:
    """Words as they were written down, with everything that was said about them."""

    words: str
    lang: str
    voice: Voice
    picture: PictureRef | None = None
    said_by: RecordId | None = None
    meaning: str = ""
    sure: Literal["sure", "think", "guess"] | None = None


class Writing(QWidget):
    """The place to write.

    Signals:
        said: the words are to be kept as a sentence.
        picture_wanted: a picture is to be looked for.

    """

    said = Signal(object)
    picture_wanted = Signal()

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__()
        self.ctx = ctx
        self.talk = talk
        self.setObjectName("helper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._how: str = "own_spoken"
        self._said_by: RecordId | None = None
        self._sure: Literal["sure", "think", "guess"] | None = None
        self._lang = talk.person.body.home_language
        self._picture: PictureRef | None = None
        self._picture_chosen = False
        self._column = QVBoxLayout(self)
        margin = 18 if ctx.look.stacked else 0
        self._column.setContentsMargins(margin, 4, margin, 4)
        self._column.setSpacing(4)
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEEP_TYPING_MS)
        self._pause.timeout.connect(self.keep_now)
        self.field.textChanged.connect(self._typed)

    # What the owner asks of it

    def keep_now(self) -> None:
        """Keep what stands in the writing place, if it is not kept yet."""
        self._pause.stop()
        words = self.field.toPlainText()
        if words == self._kept:
            return
        self._kept = words
        notebook, session = self.ctx.open_notebook, self.talk.session.id
        moment = self.talk.conversation.step.key
        self.ctx.desk.do(
            lambda: sessions.keep_typing(notebook, session=session, moment=moment, words=words),
            owner=self,
        )

    def take_picture(self, ref: PictureRef | None) -> None:
        """Use this picture, or none."""
        self._picture, self._picture_chosen = ref, True
        self._show_pictures()

    def tell(self, sentence: str) -> None:
        """Say beside the writing place what is wrong."""
        clear(self._told)
        self._told.addWidget(Words(self.ctx, sentence, size="helper", ink="stop_ink", bold=True))
        self.field.setFocus()

    # How it is made

    def _build(self) -> None:
        ctx, name = self.ctx, self.talk.person.body.preferred_name
        helper = self.talk.name_of(ctx.by)
        self._column.addWidget(
            Words(
                ctx,
                ctx.t(N_("{helper} writes down what {name} says"), helper=helper, name=name),
                size="helper",
                bold=True,
            )
        )
        self.field = QPlainTextEdit()
        self.field.setObjectName("writing")
        self.field.setFont(ctx.look.font("helper"))
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(ctx.t(N_("The words, as they were said")))
        self.field.setFixedHeight(round(ctx.look.size("helper") * 1.35 * 2) + 36)
        self._kept = self.talk.typing
        self.field.setPlainText(self._kept)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.installEventFilter(self)
        self._column.addWidget(self.field)
        self._told = QVBoxLayout()
        self._column.addLayout(self._told)
        keep = Pressable(
            ctx,
            ctx.t(N_("Put it on a card")),
            picture=TICK,
            picture_px=28,
            role="action",
            size="helper",
            bold=True,
            helpers=True,
        )
        keep.setObjectName("put-on-card")
        keep.clicked.connect(self._say)
        self._column.addWidget(keep)
        self._languages()
        self._label(ctx.t(N_("How did {name} tell you?"), name=name))
        self._hows = self._chips()
        self._more = QVBoxLayout()
        self._column.addLayout(self._more)
        self._pictures = Flow(gap=0)
        self._column.addLayout(self._pictures)
        self._show_hows()
        self._show_pictures()
        self._column.addStretch(1)
        self._ways_to_ask()

    def _label(self, words: str) -> None:
        self._column.addWidget(Words(self.ctx, words, size="helper", bold=False))

    def _chips(self) -> Flow:
        row = Flow(gap=0)
        self._column.addLayout(row)
        return row

    def _chip(self, words: str, picture: str = "", *, name: str) -> Pressable:
        chip = Pressable(
            self.ctx,
            words,
            picture=PictureRef(picture) if picture else None,
            picture_px=24,
            role="quiet",
            size="helper",
        )
        chip.setObjectName(name)
        return chip

    def _languages(self) -> None:
        languages = self.talk.person.body.languages
        if len(languages) < 2:
            return
        self._label(self.ctx.t(N_("In which language?")))
        row = self._chips()
        chips: dict[str, Pressable] = {}

        def choose(code: str) -> None:
            self._lang = code
            for other, chip in chips.items():
                chip.choose(other == code)

        for language in languages:
            chip = self._chip(
                self.ctx.house.language_name(language.code), name=f"language-{language.code}"
            )
            chip.clicked.connect(lambda _=False, code=language.code: choose(code))
            chips[language.code] = chip
            row.addWidget(chip)
        choose(self._lang)

    def _show_hows(self) -> None:
        clear(self._hows)
        for how, words, picture in _HOW:
            chip = self._chip(self.ctx.t(words), picture, name=f"how-{how}")
            chip.choose(how == self._how)
            chip.clicked.connect(lambda _=False, how=how: self._choose_how(how))
            self._hows.addWidget(chip)

    def _choose_how(self, how: str) -> None:
        self._how = how
        for index in range(self._hows.count()):
            item = self._hows.itemAt(index)
            chip = item.widget() if item else None
            if isinstance(chip, Pressable):
                chip.choose(chip.objectName() == f"how-{how}")
        self._show_more()

    def _show_more(self) -> None:
        clear(self._more)
        if self._how == OTHERS:
            self._more.addWidget(
                Words(self.ctx, self.ctx.t(N_("Whose words?")), size="helper", bold=False)
            )
            row = Flow(gap=0)
            for supporter in self.talk.supporters:
                chip = self._chip(supporter.body.name, name=f"said-by-{supporter.id}")
                chip.choose(supporter.id == self._said_by)
                chip.clicked.connect(lambda _=False, who=supporter.id: self._choose_who(who))
                row.addWidget(chip)
            self._more.addLayout(row)
        elif self._how == "shown_by_behaviour":
            self.meaning = QLineEdit()
            self.meaning.setFont(self.ctx.look.font("helper"))
            self.meaning.setPlaceholderText(self.ctx.t(N_("What may it mean?")))
            self.meaning.setAccessibleName(self.ctx.t(N_("What may it mean?")))
            self._more.addWidget(self.meaning)
            row = Flow(gap=0)
            for sure, words in _SURE:
                chip = self._chip(self.ctx.t(words), name=f"sure-{sure}")
                chip.choose(sure == self._sure)
                chip.clicked.connect(lambda _=False, sure=sure: self._choose_sure(sure))
                row.addWidget(chip)
            self._more.addLayout(row)

    def _choose_who(self, who: RecordId) -> None:
        self._said_by = who
        self._mark_chosen(f"said-by-{who}", "said-by-")

    def _choose_sure(self, sure: Literal["sure", "think", "guess"]) -> None:
        self._sure = sure
        self._mark_chosen(f"sure-{sure}", "sure-")

    def _mark_chosen(self, name: str, group: str) -> None:
        for chip in self.findChildren(Pressable):
            if chip.objectName().startswith(group):
                chip.choose(chip.objectName() == name)

    def _show_pictures(self) -> None:
        clear(self._pictures)
        ideas = self.ctx.house.ideas
        found = ideas.suggest(self.field.toPlainText(), lang=self._lang, most=3)
        if not self._picture_chosen:
            self._picture = found[0].picture if found else None
        refs = [each.picture for each in found]
        if self._picture is not None and self._picture not in refs:
            refs.insert(0, self._picture)
        for ref in refs:
            self._picture_chip("", ref, ref == self._picture, f"use-{ref}", ref)
        if refs:
            self._picture_chip("", NONE, self._picture is None, "use-none", None)
        look = self._chip(
            self.ctx.t(N_("More pictures")), "openmoji:1F50D", name="look-for-picture"
        )
        look.clicked.connect(self.picture_wanted.emit)
        self._pictures.addWidget(look)

    def _picture_chip(
        self,
        words: str,
        shown: PictureRef,
        chosen: bool,
        name: str,
        ref: PictureRef | None,
    ) -> None:
        chip = Pressable(
            self.ctx, words, picture=shown, picture_px=40, role="quiet", arrange="above"
        )
        chip.setObjectName(name)
        chip.setAccessibleName(
            self.ctx.t(N_("Use this picture")) if ref else self.ctx.t(N_("No picture"))
        )
        chip.choose(chosen)
        chip.clicked.connect(lambda: self.take_picture(ref))
        self._pictures.addWidget(chip)

    def _ways_to_ask(self) -> None:
        ctx, moment = self.ctx, self.talk.conversation.step.moment
        if moment.others:
            self._column.addWidget(
                Words(ctx, ctx.t(N_("Another way to ask")), size="helper", bold=True)
            )
            for other in moment.others:
                self._column.addWidget(Words(ctx, ctx.t(other), size="helper"))
        tip = moment.helper or N_("Take your time. Wait before you ask again.")
        self._column.addWidget(Words(ctx, ctx.t(tip), size="helper", ink="quiet_ink"))

    # What happens

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and Enter puts the words on a card from the keyboard."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._say()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._pause.start()
        self._show_pictures()

    def _say(self) -> None:
        if self._how == "shown_by_behaviour" and self._sure is None:
            self.tell(self.ctx.t(N_("Please choose how sure you are what it means.")))
            return
        if self._how == OTHERS and self._said_by is None:
            self.tell(self.ctx.t(N_("Please choose whose words these are.")))
            return
        self._pause.stop()
        shown = self._how == "shown_by_behaviour"
        self.said.emit(
            Said(
                words=self.field.toPlainText(),
                lang=self._lang,
                voice=self._voice(),
                picture=self._picture,
                said_by=self._said_by if self._how == OTHERS else None,
                meaning=self.meaning.text() if shown else "",
                sure=self._sure if shown else None,
            )
        )

    def _voice(self) -> Voice:
        if self._how != OTHERS:
            return self._how  # type: ignore[return-value]
        role = next(s.body.role for s in self.talk.supporters if s.id == self._said_by)
        return _VOICE_OF.get(role, "professional")
