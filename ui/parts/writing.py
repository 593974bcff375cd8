"""The helper's side: writing down what was said, word for word, whose words they are, and how."""

from typing import Literal

import msgspec
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.model.drawn import DayTime
from app.model.halfsaid import OTHERS, HalfSaid
from app.model.ids import PictureRef, RecordId
from app.model.pictures import without_not
from app.model.showing import MOST_KEY_WORDS, KeyPicture, key_pictures, with_pictures
from app.model.statement import Voice, voice_of
from app.model.wording import N_
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import clear
from ui.parts.easy_advice import AdviceForHelper
from ui.parts.flow import Flow
from ui.parts.keeping import Keeping
from ui.parts.offered_pictures import OfferedPictures
from ui.parts.phrase_offers import PhraseOffers
from ui.parts.pressable import Pressable
from ui.parts.refs import TICK
from ui.parts.taborder import follow_layout
from ui.parts.telling import HOW_TOLD, SURE
from ui.parts.words import Words

_ABOUT_TELLING = "communication"
"""Where it is asked how somebody tells things, no way of telling is taken for granted."""


class Writing(QWidget):
    """The place to write.

    Signals:
        said: the words are to be put on a card; carries a :class:`HalfSaid` and its voice.
        picture_wanted: a picture is to be looked for.

    """

    said = Signal(object, str)
    picture_wanted = Signal()

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__()
        self.ctx = ctx
        self.talk = talk
        self.setObjectName("helper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._now = talk.typing
        step = talk.conversation.step
        if step.moment.whose == "others" and self._now == HalfSaid():
            around = {each.id for each in talk.supporters}
            asked = RecordId(step.about) if step.about in around else None
            self._now = msgspec.structs.replace(self._now, how=OTHERS, said_by=asked)
        if step.moment.section == _ABOUT_TELLING and self._now == HalfSaid():
            self._now = msgspec.structs.replace(self._now, how="")
        if not self._now.lang:
            home = talk.person.body.home_language
            self._now = msgspec.structs.replace(self._now, lang=home)
        self._language_chips: dict[str, Pressable] = {}
        self._column = QVBoxLayout(self)
        margin = 18 if ctx.look.stacked else 0
        self._column.setContentsMargins(margin, 4, margin, 4)
        self._column.setSpacing(4)
        self._build()
        self._keeping = Keeping(
            self, ctx, place=talk.session.id, key=step.key,
            standing=lambda: self.standing, kept=talk.typing,
        )  # fmt: skip
        self.field.textChanged.connect(self._typed)

    # What the owner asks of it

    @property
    def standing(self) -> HalfSaid:
        """What stands in the writing place now, with everything said about it."""
        return msgspec.structs.replace(self._now, words=self.field.toPlainText())

    def keep_now(self) -> None:
        """Keep what stands in the writing place, if it is not kept yet."""
        self._keeping.now()

    def carry_over(self, said: HalfSaid) -> None:
        """Take over what was written while the notebook was busy."""
        self._now = said
        self.field.setPlainText(said.words)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        for code, chip in self._language_chips.items():
            chip.choose(code == said.lang)
        self._show_hows()
        self._show_more()
        self._show_pictures()

    def begin_anew(self) -> None:
        """Empty the place for the next words. Who tells, and how, stays as it was chosen.

        But for what was seen: what is said next would else stand as seen, and not as theirs.
        """
        how = "" if self._now.how == "shown_by_behaviour" else self._now.how
        self._now = msgspec.structs.replace(
            self._now, how=how, words="", picture=None, key_word="", further=(),
            picture_chosen=False, meaning="", sure=None,
        )  # fmt: skip
        with QSignalBlocker(self.field):
            self.field.clear()
        self._show_hows()
        self._show_more()
        self._keeping.settled()

    def write_about(self, part: DayTime) -> None:
        """What is written from now on is about this part of a day."""
        self._now = msgspec.structs.replace(self._now, part=part)

    def put_on_card(self) -> bool:
        """Have what stands here put on a card; False where it was told what is still missing."""
        said = self.standing
        if self.lacks_how():
            return False
        if said.how == "shown_by_behaviour" and said.sure is None:
            self.tell(self.ctx.t(N_("Please choose how sure you are what it means.")))
        elif said.how == OTHERS and said.said_by is None:
            self.tell(self.ctx.t(N_("Please choose whose words these are.")))
        else:
            self.said.emit(said, self._voice())
            return True
        return False

    def lacks_how(self) -> bool:
        """Whether words stand here of which nobody has said how they were told; then it is told."""
        if self._now.how or self.standing.blank:
            return False
        name = self.talk.person.body.preferred_name
        self.tell(self.ctx.t(N_("Please choose how {name} told you."), name=name))
        return True

    def take_picture(self, ref: PictureRef | None) -> None:
        """Use this picture, or none; beside the others where several stand with their words."""
        if ref is None:
            self._use(())
            return
        word = self._pictures.word_of(ref, self.field.toPlainText(), self._now.lang)
        self._press_picture(KeyPicture(ref, word))

    def _press_picture(self, key: KeyPicture | None) -> None:
        """Use one that was pressed; with key words it comes to the others, or goes from them."""
        if key is None or self.ctx.settings.pictures != "key_words":
            self._use((key,) if key is not None else ())
            return
        used = key_pictures(self._now)
        left = tuple(each for each in used if without_not(each.picture) != without_not(key.picture))
        if left == used and key.word:
            worded = tuple(each for each in used if each.word)
            left = (*worded[: MOST_KEY_WORDS - 1], key)
        elif left == used:
            left = (key,)  # nobody knows for which word it stands: it stands for all of them
        self._use(left)

    def _use(self, keys: tuple[KeyPicture, ...]) -> None:
        self._now = with_pictures(self._now, keys, chosen=True)
        self._keeping.soon()
        self._show_pictures()
        self.field.setFocus()  # the chip that was pressed is made anew: writing goes on

    def take_made(self, ref: PictureRef) -> None:
        """The person answered with a photo: it is theirs, and its words are still to be written."""
        self._now = msgspec.structs.replace(self._now, how="own_made")
        self.take_picture(ref)
        self._choose_how("own_made")
        self.tell(self.ctx.t(N_("Write what the photo says, in their words.")))

    def tell(self, sentence: str) -> None:
        """Say beside the writing place what is wrong."""
        clear(self._told)
        self._told.addWidget(Words(self.ctx, sentence, size="helper", ink="stop_ink", bold=True))
        self.field.setFocus()

    # How it is made

    def _build(self) -> None:
        ctx, name = self.ctx, self.talk.person.body.preferred_name
        helper = self.talk.name_of(ctx.by)
        who = ctx.t(N_("{helper} writes down what {name} says"), helper=helper, name=name)
        if not self.talk.is_here(ctx.by):
            who = ctx.t(N_("Write down what {name} says"), name=name)
        self._column.addWidget(Words(ctx, who, size="helper", bold=True))
        self.field = self._make_field()
        self._column.addWidget(self.field)
        self._advice = AdviceForHelper(ctx, self.field, self.talk)
        self._told = QVBoxLayout()
        self._column.addLayout(self._told)
        keep = Pressable(
            ctx, ctx.t(N_("Put it on a card")), picture=TICK, picture_px=28,
            role="action", size="helper", bold=True, helpers=True,
        )  # fmt: skip
        keep.setObjectName("put-on-card")
        keep.clicked.connect(self.put_on_card)
        self._column.addWidget(keep)
        self._pictures = OfferedPictures(self.ctx, self.talk.person.id)
        self._pictures.chosen.connect(self._press_picture)
        self._pictures.more.connect(self.picture_wanted)
        self._pictures.learnt.connect(self._show_pictures)
        self._pictures.refused.connect(self._use)
        self._pictures.begin(self._now.lang)
        self._column.addWidget(self._pictures)
        self._phrases = PhraseOffers(ctx, self.field, self.talk)
        self._column.addWidget(self._phrases)
        self._column.addLayout(self._advice)
        self._languages()
        self._label(ctx.t(N_("How did {name} tell you?"), name=name))
        self._hows = self._chips()
        self._more = QVBoxLayout()
        self._column.addLayout(self._more)
        self._show_hows()
        self._show_more()
        self._show_pictures()
        self._column.addStretch(1)
        self._ways_to_ask()

    def _make_field(self) -> QPlainTextEdit:
        ctx, field = self.ctx, QPlainTextEdit()
        field.setObjectName("writing")
        field.setFont(ctx.look.font("helper"))
        field.setTabChangesFocus(True)
        field.setAccessibleName(ctx.t(N_("The words, as they were said")))
        field.setFixedHeight(ctx.look.lines("helper", 2) + 36)
        field.setPlainText(self._now.words)
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.installEventFilter(self)
        return field

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
        chips = self._language_chips

        def choose(code: str) -> None:
            self._now = msgspec.structs.replace(self._now, lang=code)
            for other, chip in chips.items():
                chip.choose(other == code)
            self._look_at(self._now)

        for language in languages:
            chip = self._chip(
                self.ctx.house.language_name(language.code), name=f"language-{language.code}"
            )
            chip.clicked.connect(lambda _=False, code=language.code: choose(code))
            chips[language.code] = chip
            row.addWidget(chip)
        choose(self._now.lang)

    def _show_hows(self) -> None:
        clear(self._hows)
        for how, words, picture in HOW_TOLD:
            chip = self._chip(self.ctx.t(words), picture, name=f"how-{how}")
            chip.choose(how == self._now.how)
            chip.clicked.connect(lambda _=False, how=how: self._choose_how(how))
            self._hows.addWidget(chip)

    def _choose_how(self, how: str) -> None:
        self._now = msgspec.structs.replace(self._now, how=how)
        self._keeping.soon()
        for index in range(self._hows.count()):
            item = self._hows.itemAt(index)
            chip = item.widget() if item else None
            if isinstance(chip, Pressable):
                chip.choose(chip.objectName() == f"how-{how}")
        self._show_more()

    def _show_more(self) -> None:
        clear(self._more)
        self._look_at(self._now)
        if self._now.how == OTHERS:
            self._more.addWidget(
                Words(self.ctx, self.ctx.t(N_("Whose words?")), size="helper", bold=False)
            )
            row = Flow(gap=0)
            for supporter in self.talk.supporters:
                chip = self._chip(supporter.body.name, name=f"said-by-{supporter.id}")
                chip.choose(supporter.id == self._now.said_by)
                chip.clicked.connect(lambda _=False, who=supporter.id: self._choose_who(who))
                row.addWidget(chip)
            self._more.addLayout(row)
        elif self._now.how == "shown_by_behaviour":
            self.meaning = QLineEdit(self._now.meaning)
            self.meaning.textChanged.connect(self._meant)
            self.meaning.setFont(self.ctx.look.font("helper"))
            self.meaning.setPlaceholderText(self.ctx.t(N_("What may it mean?")))
            self.meaning.setAccessibleName(self.ctx.t(N_("What may it mean?")))
            self._more.addWidget(self.meaning)
            row = Flow(gap=0)
            for sure, words in SURE:
                chip = self._chip(self.ctx.t(words), name=f"sure-{sure}")
                chip.choose(sure == self._now.sure)
                chip.clicked.connect(lambda _=False, sure=sure: self._choose_sure(sure))
                row.addWidget(chip)
            self._more.addLayout(row)
        follow_layout(self)

    def _look_at(self, now: HalfSaid) -> None:
        self._advice.look_at(now)
        self._phrases.look_at(now)

    def _choose_who(self, who: RecordId) -> None:
        self._now = msgspec.structs.replace(self._now, said_by=who)
        self._keeping.soon()
        self._mark_chosen(f"said-by-{who}", "said-by-")

    def _choose_sure(self, sure: Literal["sure", "think", "guess"]) -> None:
        self._now = msgspec.structs.replace(self._now, sure=sure)
        self._keeping.soon()
        self._mark_chosen(f"sure-{sure}", "sure-")

    def _mark_chosen(self, name: str, group: str) -> None:
        for chip in self.findChildren(Pressable):
            if chip.objectName().startswith(group):
                chip.choose(chip.objectName() == name)

    def _show_pictures(self) -> None:
        text, now = self.field.toPlainText(), self._now
        if not now.picture_chosen:
            usual = self._pictures.usual(text, now.lang)
            keys = (usual,) if usual is not None else ()
            self._now = now = with_pictures(now, keys, chosen=False)
        self._pictures.show_for(text, now.lang, key_pictures(now))

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
            self.put_on_card()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._keeping.soon()
        self._show_pictures()

    def _meant(self, meaning: str) -> None:
        self._now = msgspec.structs.replace(self._now, meaning=meaning)
        self._keeping.soon()

    def _voice(self) -> Voice:
        if self._now.how != OTHERS:
            return msgspec.convert(self._now.how, Voice)
        role = next(s.body.role for s in self.talk.supporters if s.id == self._now.said_by)
        return voice_of(role)
