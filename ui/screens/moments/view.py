"""What each kind of moment has: the question, ways not to answer, and what it writes."""

import dataclasses
import datetime
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import PictureRef, RecordId
from app.model.refusals import REFUSAL_PICTURES, REFUSAL_WORDS
from app.model.session import Answer, Response
from app.model.wording import N_
from app.usecases import recordings, removing_recordings, sessions
from app.usecases.ports import Notebook
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.explained import hard_words
from ui.parts.flow import Flow
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.screens.base import Readable
from ui.screens.moments.said_aloud import SPEAK, SaidAloud, speak_button
from ui.screens.moments.thing import thing_of

_TOO_NARROW = 125
"""From this size of text on the ways not to answer need the whole width."""


@dataclasses.dataclass(frozen=True)
class Wish:
    """Something a view wants done on the notebook, after which the moment is read anew."""

    work: Callable[[], Change]
    focus: str = ""


class View(QWidget):
    """The screen of one moment.

    Attributes:
        complete: whether everything it shows is there; one still being laid out is not.
        quiet: the helper's words, on the helper's side; None where there are none.
        waiting: whether something that was pressed is not done yet.
        written_is_name: what is written where a picture is looked for is what it will be called,
            also where a photo is chosen.

    Signals:
        wish: a :class:`Wish` to be carried out.
        end: the person said that they do not want to talk today.
        go: another screen is wanted.
        told: one plain sentence is to be shown.
        hear: the person pressed a sentence to hear it.
        picker_wanted: a picture is to be chosen; carries a :class:`PictureWanted`.
        photo_wanted: a photo is to be chosen; carries who is told which.
        voice_wanted: something is to be said into the computer; carries what, in which language,
            and who is told the recording.
        delete_wanted: a recording is to be deleted for good; carries what does that, if the person
            says so once more.
        settings_changed: the person's settings were changed and apply now.

    """

    wish = Signal(object)
    end = Signal()
    go = Signal(object)
    told = Signal(str)
    hear = Signal()
    picker_wanted = Signal(object)
    photo_wanted = Signal(object)
    voice_wanted = Signal(str, str, object)
    delete_wanted = Signal(object)
    settings_changed = Signal(object)
    written_is_name = False

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__()
        self.ctx = ctx
        self.talk = talk
        self.step = talk.conversation.step
        self.moment = self.step.moment
        self._read: list[Readable] = []
        self.complete = True
        self.quiet: QWidget | None = None
        self.waiting: Callable[[], bool] = lambda: False

    # For the talk screen

    def readables(self) -> tuple[Readable, ...]:
        """What can be heard, in reading order."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """What has the keyboard when the moment appears."""
        return None

    def leave(self) -> None:
        """Keep what is unfinished."""

    def holds_back(self) -> bool:
        """Whether something must be said before Next; it is told on screen what."""
        return False

    @property
    def more_here(self) -> bool:
        """Whether Next stays at this moment, because it has something more to show."""
        return False

    def go_within(self, way: Literal[1, -1]) -> bool:  # noqa: ARG002 - of each kind's own
        """Go on, or back, to something else of this moment, which is then shown anew.

        Returns:
            False where there is nothing: Next and Back leave the moment.

        """
        return False

    @property
    def within(self) -> str:
        """Which of several things of this moment is on screen; what is heard of another ends."""
        return ""

    def unsaid(self) -> Callable[[], Change] | None:
        """What is still to be written when Next is pressed, before the moment is left."""
        return None

    def carry_over(self, old: "View") -> None:
        """The same moment was read anew: take over from ``old`` what is not in the notebook."""

    def refused(self, error: AlongsideError) -> bool:  # noqa: ARG002 - of each kind's own
        """Say beside what it is about why something could not be done; False if elsewhere."""
        return False

    @property
    def can_be_said(self) -> bool:
        """Whether the answer can be said into the computer and kept beside what is pressed here."""
        return False

    # For the kinds of moments

    @property
    def notebook(self) -> Notebook:
        """The open notebook."""
        return self.ctx.open_notebook

    @property
    def session(self) -> RecordId:
        """The session this moment belongs to."""
        return self.talk.session.id

    @property
    def name(self) -> str:
        """The person's name."""
        return self.talk.person.body.preferred_name

    def now(self) -> datetime.datetime:
        """The time for what is written now, in UTC."""
        return self.ctx.now()

    def do(self, work: Callable[[], Change], *, focus: str = "") -> None:
        """Have something done, then show the moment as it is after it."""
        self.wish.emit(Wish(work, focus=focus))

    def also_heard(self, each: Readable) -> None:
        """What was put on the screen by something else is read out with the rest."""
        self._read.append(each)

    def page(self, *, under: QWidget | None = None) -> Column:
        """A scrolling column for the moment, the ways not to answer always in sight under it.

        The helper's words stand beside them, in the third of the screen that is the helper's.

        Args:
            under: what else stays in sight between the two.

        """
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        column = Column(self.ctx)
        outer.addWidget(column, 1)
        if self.ctx.look.roomy:
            strip = QWidget()
            inside = QVBoxLayout(strip)
            inside.setContentsMargins(18, 0, 0, 0)
            inside.setSpacing(0)
            if under is not None and not self.ctx.look.stacked:
                inside.addWidget(under)
            row = QHBoxLayout()
            row.setSpacing(18)
            row.addLayout(self.refusals(), 3 if self.can_be_said else 2)  # on one row
            if self._helper_beside and self.helpers_words():
                row.addWidget(self._put_quiet(), 1)
            inside.addLayout(row)
            outer.addWidget(strip)
        return column

    def end_page(self, column: Column) -> None:
        """Leave the rest of the page empty; where the text is very large, refuse at its end.

        Where two columns would be too narrow, the helper's side comes last.
        """
        if (said := self._said_aloud()) is not None:
            column.add_row(said)
        column.fill()
        if not self.ctx.look.roomy:
            column.add_row(self.refusals())
        if not self._helper_beside and self.helpers_words():
            column.add(self._put_quiet())

    @property
    def _helper_beside(self) -> bool:
        """Whether the helper's words have room beside the ways not to answer."""
        return self.ctx.look.percent < _TOO_NARROW

    def helpers_words(self) -> tuple[str, ...]:
        """What is said quietly to whoever helps: other ways to ask, and a reminder."""
        ctx, moment = self.ctx, self.moment
        quiet = [ctx.t(moment.helper)] if moment.helper else []
        if moment.others:
            others = ctx.words.beside(ctx.t(other) for other in moment.others)
            quiet.insert(0, ctx.t(N_("Another way to ask: {others}"), others=others))
        return tuple(quiet)

    def _put_quiet(self) -> QWidget:
        """The helper's words, on the helper's own ground."""
        side = QWidget()
        side.setObjectName("helper")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        for words in self.helpers_words():
            column.addWidget(Words(self.ctx, words, size="helper", ink="quiet_ink", bold=False))
        self.quiet = side
        return side

    def question(
        self, words: str = "", picture: PictureRef | None = None, picture_px: int = 88
    ) -> QWidget:
        """The one question, large, with its picture beside it."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(26)
        shown = self.ctx.shows(picture or self.moment.picture)
        if shown is not None:
            layout.addWidget(PictureOnly(self.ctx, shown, picture_px))
        asked = Words(self.ctx, words or self.ctx.t(self.moment.prompt), size="question")
        self._read.append(asked)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(asked, 1)
        lang = self.ctx.words.lang
        explained = hard_words(self.ctx, asked, asked.words, lang=lang, read=self._read)
        if explained is not None:
            column.addWidget(explained)
        chosen_before = self.moment.repeats_answer_of or self.moment.for_each == "agenda"
        thing, shows = thing_of(self.ctx, self.talk)
        if thing and chosen_before and not words:
            column.addWidget(self.named(thing, shows))
        layout.addLayout(column, 1)
        return row

    def named(self, words: str, picture: PictureRef | None) -> QWidget:
        """What the question is about, with its picture."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 0, 8, 4)
        row.setSpacing(18)
        shown = self.ctx.shows(picture)
        if shown is not None:
            row.addWidget(PictureOnly(self.ctx, shown, 56))
        named = Words(self.ctx, words, size="title")
        self._read.append(named)
        row.addWidget(named, 1)
        return holder

    def explanation(self) -> Words | None:
        """A plain sentence under the question, where the guide has one."""
        if not self.moment.explain:
            return None
        words = Words(self.ctx, self.ctx.t(self.moment.explain), size="label", bold=False)
        self._read.append(words)
        return words

    def refusals(self) -> Flow:
        """ "I don't know", "Not today", "I don't want to say": one press each (rule R3)."""
        row = Flow(gap=0)
        given = self.talk.session.body.answers.get(self.step.key)
        ends = any(option.ends for option in self.moment.options)
        for response, words in REFUSAL_WORDS.items():
            if ends and response == "not_today":
                continue
            button = Pressable(
                self.ctx, self.ctx.t(words), picture=REFUSAL_PICTURES[response], picture_px=30
            )
            button.setObjectName(response)
            button.choose(given is not None and given.response == response)
            button.clicked.connect(lambda _=False, response=response: self.refuse(response))
            row.addWidget(button)
        if self.can_be_said:
            row.addWidget(speak_button(self.ctx, self._record_answer))
        return row

    def _record_answer(self) -> None:
        def told(sound: bytes) -> None:
            self.do(
                lambda: recordings.answer(
                    self.notebook, session=self.session, step=self.step.key,
                    field=self.moment.field, sound=sound, by=self.ctx.writer, at=self.now(),
                ),
                focus="said-aloud",
            )  # fmt: skip

        self.voice_wanted.emit(self.ctx.t(self.moment.prompt), "", told)

    def _said_aloud(self) -> Flow | None:
        """What was said into the computer here; None if nothing was."""
        given = self.talk.session.body.answers.get(self.step.key)
        if not self.can_be_said or given is None or given.recording is None:
            return None
        said = SaidAloud(self.ctx, given.recording)
        said.take_off.connect(self._take_recording_off)
        said.delete.connect(lambda: self.delete_wanted.emit(self._delete_recording))
        self._read.extend(said.readables)
        return said

    def _take_recording_off(self) -> None:
        self.do(
            lambda: recordings.take_off_answer(
                self.notebook, session=self.session, step=self.step.key, by=self.ctx.writer
            ),
            focus=SPEAK,
        )

    def _delete_recording(self) -> None:
        ctx, session, step = self.ctx, self.session, self.step.key
        self.do(
            lambda: removing_recordings.of_answer(
                self.notebook, session=session, step=step, by=ctx.writer, on=ctx.today
            ),
            focus=SPEAK,
        )

    def refuse(self, response: Response) -> None:
        """Keep that the person answered by not answering."""
        given = self.talk.session.body.answers.get(self.step.key)
        if given is not None and given.response == response:
            self.take_answer_back(focus=response)
            return
        self.give_answer(Answer(response=response, field=self.moment.field, at=self.now()))

    def take_answer_back(self, *, focus: str = "") -> None:
        """This step is without an answer again."""
        ctx, session, step = self.ctx, self.session, self.step.key
        self.do(
            lambda: sessions.take_back(self.notebook, session=session, step=step, by=ctx.writer),
            focus=focus,
        )

    def give_answer(self, answer: Answer, *, focus: str = "") -> None:
        """Keep an answer to this step."""
        ctx, step, session = self.ctx, self.step.key, self.session
        self.do(
            lambda: sessions.answer(
                self.notebook, session=session, step=step, answer=answer, by=ctx.writer
            ),
            focus=focus or answer.response,
        )
