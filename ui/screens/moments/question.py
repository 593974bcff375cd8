"""An open question: the person's sentences, and beside them the place to write them down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.errors import AlongsideError, BadWordsError, NotAllowedError
from app.model.halfsaid import OTHERS, HalfSaid
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.statement import Statement, StatementKind, Voice
from app.model.wording import N_
from app.usecases import recordings, statements
from app.usecases.statements import Also, Said
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.in_sight import bring_into_sight, show_in_scroll_area
from ui.parts.more import more_card
from ui.parts.picture_wanted import PictureWanted, another_picture, picture_question
from ui.parts.pressable import Pressable
from ui.parts.refs import PICTURE
from ui.parts.statement_card import statement_card
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.parts.writing import Writing
from ui.screens.moments.said_aloud import speak_button
from ui.screens.moments.view import View

MOST_AT_ONCE = 12
_WITHOUT_WORDS = {False: "answer-with-picture", True: "answer-with-voice"}
"""What was pressed to answer, by whether it was the microphone."""


class QuestionView(View):
    """One question. Everything on the helper's side is open to the person too.

    Attributes:
        usual: section and kind of what is said, where the moment does not name them.

    """

    usual: tuple[str, StatementKind] | None = None

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        section, says = self.usual or ("", None)
        kind = self.moment.says or says
        assert kind is not None
        self._section, self._says = self.moment.section or section, kind
        outer = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._sent: HalfSaid | None = None
        self._recording = b""
        self._words_for: RecordId | None = None
        self._newest: Pressable | None = None
        self.writing = Writing(ctx, talk)
        self.writing.said.connect(self._say)
        self.writing.picture_wanted.connect(self._choose_picture)
        if ctx.look.stacked:
            both = Column(ctx, margins=(0, 0, 0, 0))
            both.add(self._person_side())
            both.add(self.writing)
            self.writing.field.textChanged.connect(self._show_typing)
            both.fill()
            outer.addWidget(both, 1)
            if ctx.look.roomy:
                outer.addWidget(self._ways())
        else:
            side = Column(ctx, margins=(18, 10, 18, 8))
            side.setWidget(self._padded(self.writing))
            side.setObjectName("helper")
            persons = Column(ctx, margins=(0, 0, 0, 0))
            persons.add(self._person_side())
            left = QWidget()
            column = QVBoxLayout(left)
            column.setContentsMargins(0, 0, 0, 4)
            column.setSpacing(0)
            column.addWidget(persons, 1)
            column.addWidget(self._ways())
            outer.addWidget(left, 70)
            outer.addWidget(side, 30)

    def _padded(self, inner: QWidget) -> QWidget:
        holder = QWidget()
        holder.setObjectName("helper")
        column = QVBoxLayout(holder)
        column.setContentsMargins(18, 8, 14, 8)
        column.addWidget(inner)
        return holder

    def first_focus(self) -> QWidget | None:
        """The writing place: what is said now is what the helper writes first."""
        return self.writing.field

    def _show_typing(self) -> None:
        """The question stands first on a stacked page; what is typed is never out of sight."""
        if self.writing.field.hasFocus():
            show_in_scroll_area(self.writing.field)

    def carry_over(self, old: View) -> None:
        """What is being written stays; the card that was just made comes into sight."""
        if not isinstance(old, QuestionView):
            return
        self.writing.carry_over(old.writing.standing)
        self._words_for = old._words_for  # noqa: SLF001 - one of its own
        if self._newest is not None and len(self.talk.said) > len(old.talk.said):
            bring_into_sight(self._newest)

    def leave(self) -> None:
        """Keep what stands in the writing place."""
        self.writing.keep_now()

    def holds_back(self) -> bool:
        """Words wait until somebody says how they were told: nobody makes that up."""
        return self.writing.lacks_how()

    def _person_side(self) -> QWidget:
        ctx = self.ctx
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 18, 24, 8)
        column.setSpacing(2)
        column.addWidget(self.question())
        if (explained := self.explanation()) is not None:
            column.addWidget(explained)
        for each in self.talk.said:
            self._newest = self._card(each, new=True)
            column.addWidget(self._newest)
        if any(each.body.voice_group != "others" for each in self.talk.kept):
            before = Words(ctx, ctx.t(N_("What you said before")), size="label", ink="quiet_ink")
            column.addWidget(before)
        self._add_kept(column)
        column.addStretch(1)
        if not ctx.look.roomy:
            column.addWidget(self._ways())
        return side

    def _add_kept(self, column: QVBoxLayout) -> None:
        """The newest of what was said before, the rest one press away; others' words after it."""
        own = [each for each in self.talk.kept if each.body.voice_group != "others"]
        others = [each for each in self.talk.kept if each.body.voice_group == "others"]
        older, newest = own[:-MOST_AT_ONCE], own[-MOST_AT_ONCE:]
        for each in reversed(newest):
            column.addWidget(self._card(each, new=False))
        if others:
            said = Words(self.ctx, self.ctx.t(N_("Others add")), size="label", ink="quiet_ink")
            self._read.append(said)
            column.addWidget(said)
        for each in reversed(others[-MOST_AT_ONCE:]):
            column.addWidget(self._card(each, new=False))
        if older:
            more = more_card(self.ctx, len(older))

            def show_more() -> None:
                more.hide()
                cards = [self._card(each, new=False) for each in reversed(older)]
                for card in cards:
                    column.insertWidget(column.indexOf(more), card)
                follow_layout(self)
                cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

            more.clicked.connect(show_more)
            column.addWidget(more)

    def _ways(self) -> QWidget:
        """Ways to answer without words, and not to answer: always in sight (rules R2, R3)."""
        strip = QWidget()
        inside = QVBoxLayout(strip)
        inside.setContentsMargins(8, 0, 2, 0)
        row = self.refusals()
        answer = Pressable(self.ctx, self.ctx.t(N_("A picture")), picture=PICTURE, picture_px=30)
        answer.setObjectName("answer-with-picture")
        answer.clicked.connect(self._answer_with_picture)
        row.addWidget(answer)
        row.addWidget(speak_button(self.ctx, self._answer_with_voice))
        inside.addLayout(row)
        return strip

    def _card(self, record: Record[Statement], *, new: bool) -> Pressable:
        card = statement_card(
            self.ctx,
            record,
            person=self.name,
            said_by=self.talk.name_of(record.body.said_by),
            new=new,
        )
        if new and not record.body.original:
            card.clicked.connect(lambda: self._ask_for_words(record.id))
            card.setToolTip(self.ctx.t(N_("Write its words")))
        else:
            card.clicked.connect(lambda: self._change_picture(record) if new else self.hear.emit())
            card.setToolTip(self.ctx.t(N_("Choose another picture")) if new else "")
        self._read.append(card)
        return card

    def _ask_for_words(self, recorded: RecordId) -> None:
        self._words_for = recorded
        self.writing.tell(self.ctx.t(N_("Write the words of the recording, as they were said.")))

    def _put_in_words(self, said: HalfSaid, recorded: RecordId) -> None:
        ctx, session, step = self.ctx, self.session, self.step.key
        self._words_for = None
        self.do(
            lambda: recordings.put_in_words(
                self.notebook, statement=recorded, words=said.words, lang=said.lang,
                by=ctx.writer, session=session, moment=step,
            ),
            focus="writing",
        )  # fmt: skip
        self._sent = said
        self.writing.begin_anew()

    def _say(self, said: HalfSaid, voice: Voice, *, written: bool = True) -> None:
        if self.waiting():
            return
        recording, self._recording = self._recording, b""
        if written and not recording and self._words_for is not None:
            self._put_in_words(said, self._words_for)
            return
        if self._is_enough():
            return
        ctx, step = self.ctx, self.step.key
        person, session, says = self.talk.person.id, self.session, self._says
        shown, also = voice == "shown_by_behaviour", self.also(said)
        sentence = Said(
            person=person,
            words=said.words,
            lang=said.lang,
            section=self._section,
            kind=says,
            voice=voice,
            by=ctx.writer,
            session=session,
            moment=step,
            symbols=said.symbols,
            key_words=said.key_words,
            said_by=said.said_by if said.how == OTHERS else None,
            meaning=said.meaning if shown else "",
            meaning_confidence=said.sure if shown else None,
            recording=recording,
        )
        self.do(
            lambda: self.write_down(sentence, finishes_typing=written, then=also),
            focus="writing" if written else _WITHOUT_WORDS[bool(recording)],
        )
        if written:
            self._sent = said
            self.writing.begin_anew()

    def _is_enough(self) -> bool:
        """Whether no more is asked for here at one time; then it is told."""
        most = self.moment.most
        if not most or len(self.talk.said) < most:
            return False
        self.writing.tell(
            self.ctx.words.tn(
                "That is enough for one time: {n} is the most here.",
                "That is enough for one time: {n} are the most here.",
                most,
            )
        )
        return True

    def also(self, said: HalfSaid) -> Also | None:  # noqa: ARG002 - of each kind's own
        """What else is written with a sentence that is said here."""
        return None

    def write_down(self, said: Said, *, finishes_typing: bool, then: Also | None) -> Change:
        """Write down what was said, with what else is written with it."""
        return statements.say(self.notebook, said, finishes_typing=finishes_typing, then=then)

    def refused(self, error: AlongsideError) -> bool:
        """Put the words back and say beside them why they could not be kept."""
        if self._sent is not None and self.writing.standing.blank:
            self.writing.carry_over(self._sent)
        if not isinstance(error, BadWordsError | NotAllowedError):
            return False
        self.writing.tell(error.said(self.ctx.words))
        return True

    def _answer_with_picture(self) -> None:
        def picked(ref: PictureRef | None, words: str) -> None:
            if ref is not None and ref.startswith("photo:"):
                self.writing.take_made(ref)
            else:
                said = HalfSaid(words=words, lang=self.ctx.words.lang, picture=ref)
                self._say(said, "own_choice_symbol", written=False)

        title = self.ctx.t(self.moment.prompt)
        self.picker_wanted.emit(PictureWanted(title=title, told=picked, may_be_none=False))

    def _answer_with_voice(self) -> None:
        """The recording goes with the words that stand in the writing place, if there are any."""

        def told(sound: bytes) -> None:
            self._recording = sound
            standing = self.writing.standing
            if standing.blank or not self.writing.put_on_card():
                self._recording = sound
                self._say(HalfSaid(lang=standing.lang), "own_spoken", written=False)

        if self._is_enough():  # before somebody speaks for nothing
            return
        lang = self.writing.standing.lang
        self.voice_wanted.emit(self.ctx.t(self.moment.prompt), lang, told)

    def _choose_picture(self) -> None:
        def picked(ref: PictureRef | None, _words: str) -> None:
            self.writing.take_picture(ref)

        now = self.writing.standing
        said = now.words.strip()
        self.picker_wanted.emit(
            PictureWanted(
                title=picture_question(self.ctx, said),
                told=picked,
                goes_with=(said, now.lang),
                instead_of=now.picture,
            )
        )

    def _change_picture(self, record: Record[Statement]) -> None:
        self.picker_wanted.emit(another_picture(self.ctx, record, self.do))
