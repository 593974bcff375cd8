"""Putting the plan into another language, a sentence at a time, with the person answering."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import PictureRef, RecordId
from app.model.person import Person
from app.model.translation import Answer, Translated, same_language
from app.model.wording import N_
from app.usecases import offered_translations, translations
from app.usecases.offered_translations import AtSentence
from app.usecases.translated import Both, InLanguage
from app.usecases.translations import Interpreter, Put
from ui.context import Context
from ui.parts.bars import BACK, NEXT, Button
from ui.parts.interpreting_page import InterpretingPage
from ui.parts.kept_field import KeptField
from ui.parts.key_words import words_of
from ui.parts.page import Page
from ui.parts.taborder import follow_layout
from ui.parts.voice_recorder import VoiceRecorder
from ui.parts.who_interprets import WhoInterprets
from ui.screens.base import Frame, Readable, Route, face_of
from ui.screens.picking import PickingScreen


class InterpretingScreen(PickingScreen):
    """The original, a place for the translation, saying it back, and the person's answer.

    Whatever is left half way stays a draft: anybody may stop at any moment.

    Args:
        ctx: what every part is handed.
        person: whose plan it is.
        lang: the language into which it is put.
        statement: the sentence to begin with; the first that is open, if left out.
        section: where that stands in the plan.
        came_from: the screen that is gone back to.

    """

    def __init__(
        self,
        ctx: Context,
        *,
        person: RecordId,
        lang: str,
        statement: RecordId | None = None,
        section: str = "",
        came_from: str = "in_language",
    ) -> None:
        super().__init__(ctx)
        self._person, self._lang, self._at = person, lang, statement
        self._section, self._came_from = section, came_from
        self._plan: InLanguage | None = None
        self._round: tuple[RecordId, ...] = ()
        self._anew = self._not_back = False
        self._asked: WhoInterprets | None = None
        self._page: Page | None = None
        self._load()

    @property
    def _field(self) -> KeptField | None:
        return self._page.field if isinstance(self._page, InterpretingPage) else None

    # What the frame asks

    def frame(self) -> Frame:
        """Back and Next go from sentence to sentence; help is where it always is."""
        ctx, plan = self.ctx, self._plan
        back = self.picker_back_button() if self.picking else self._back_button()
        onward: tuple[Button, ...] = ()
        if not self.picking and self._asked is None and self._place + 1 < len(self._round):
            onward = (self._turn("next", ctx.t(N_("Next")), NEXT, 1),)
        return Frame(
            title=ctx.t(N_("In {language}"), language=ctx.language(self._lang)),
            faces=(face_of(plan.person.body),) if plan is not None else (),
            aside=self._where(),
            buttons=(back, self.hear_button(), self.help_button(), *onward),
        )

    def _back_button(self) -> Button:
        if self._asked is None and self._place > 0:
            return self._turn("back", self.ctx.t(N_("Back")), BACK, -1)
        return self.back_button(self._way_back())

    def _turn(self, name: str, words: str, picture: PictureRef, by: int) -> Button:
        return Button(
            name=name, words=words, picture=picture, press=lambda: self._go(by), after=by > 0
        )

    def _way_back(self) -> Route:
        if self._came_from == "sentence" and self._at is not None:
            about = {"person": self._person, "statement": self._at, "section": self._section}
            return Route("sentence", about)
        if self._came_from == "in_language":
            return Route("in_language", {"person": self._person, "lang": self._lang})
        return Route("plan_languages", {"person": self._person})

    def _where(self) -> str:
        if len(self._round) < _SEVERAL or self._asked is not None:
            return ""
        place, of = self._place + 1, len(self._round)
        return self.ctx.t(N_("{place} of {all}"), place=place, all=of)

    def own_readables(self) -> tuple[Readable, ...]:
        """The sentence, its translation, what is asked, and what can be pressed."""
        shown = self._asked or self._page
        return tuple(shown.read) if shown is not None else ()

    def first_focus(self) -> QWidget | None:
        """Where the page has the keyboard begin."""
        shown = self._asked or self._page
        return shown.first if shown is not None else None

    def changed(self, change: Change) -> None:
        """The sentence or its translation changed, here or by undoing."""
        if {"statement", "translation"} & set(change.kinds) and self._asked is None:
            if self._field is not None:
                self._field.keep_now()
            self._load()

    def leave(self) -> None:
        """Keep what stands in the writing place."""
        super().leave()
        if self._field is not None:
            self._field.keep_now()

    def show_own(self) -> None:
        """The sentence, or who interprets."""
        shown = self._asked or self._page
        if shown is not None:
            self._layers.setCurrentWidget(shown)

    # From sentence to sentence

    @property
    def _place(self) -> int:
        return self._round.index(self._at) if self._at in self._round else 0

    def _go(self, by: int) -> None:
        self.leave()
        self._anew = self._not_back = False
        self._at = self._round[self._place + by]
        self._load()

    def _load(self) -> None:
        ctx, person, lang = self.ctx, self._person, self._lang
        notebook, at, anew = ctx.open_notebook, self._at, self._anew
        ctx.desk.do(
            lambda: offered_translations.at_sentence(
                notebook, person=person, lang=lang, sources=ctx.house, at=at, anew=anew
            ),
            owner=self,
            then=self._show,
            failed=lambda _: self.go.emit(self._way_back()),
        )

    def _show(self, here: AtSentence) -> None:
        self._plan, both = here.plan, here.both
        lines = {each.statement.id: each for each in here.plan.lines}
        if not self._round:
            self._round = tuple(
                name for name, each in lines.items() if each.is_open or name == self._at
            )
        self._round = tuple(each for each in self._round if each in lines)  # some may be undone
        if both is None:
            self._put_on(self._nothing_left())
            return
        self._at, self._section = both.statement.id, both.statement.body.section
        self._put_on(self._sentence(both, here))
        if self._interpreter is None and not self.ctx.open_notebook.read_only:
            self._ask_who()

    def _put_on(self, page: Page) -> None:
        old, self._page = self._page, page
        self._layers.addWidget(page)
        if not self.picking:
            self.show_own()
        if old is not None:
            self._layers.removeWidget(old)
            old.deleteLater()
        follow_layout(page)
        self.framed.emit()
        self.ready.emit()
        if page.first is not None and page.isVisible() and self._field is None:
            page.first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Who interprets

    @property
    def _interpreter(self) -> Interpreter | None:
        here = self.ctx.interpreting
        return here[1] if here is not None and here[0] == self._person else None

    def _ask_who(self) -> None:
        def known(who: Interpreter) -> None:
            self.ctx.interpreting = self._person, who
            self._who_is_known()

        away = self._who_is_known if self._interpreter is not None else None
        asked = self.ctx.t(N_("Who is interpreting?"))
        self._put_question_on(asked, known, away)

    def _ask_checker(self, which: Translated) -> None:
        def known(who: Interpreter) -> None:
            self._who_is_known()
            self._do(translations.check, which, who=who, on=self.ctx.today)

        asked = self.ctx.t(N_("Who has read both, and stands for it?"))
        self._put_question_on(asked, known, self._who_is_known)

    def _put_question_on(
        self,
        asked: str,
        then: Callable[[Interpreter], None],
        put_away: Callable[[], None] | None,
    ) -> None:
        self.leave()
        page = WhoInterprets(self.ctx, self._person, asked=asked, then=then, put_away=put_away)
        self._asked = page
        self._layers.addWidget(page)
        self.show_own()
        self.framed.emit()
        if page.first is not None:
            page.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _who_is_known(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._layers.removeWidget(asked)
            asked.deleteLater()
        self._load()

    # One sentence

    def _sentence(self, both: Both, here: AtSentence) -> InterpretingPage:
        """The page for what is to be done next with a sentence."""
        assert self._plan is not None
        person, there = self._plan.person, both.at_work
        page = InterpretingPage(
            self.ctx, person=person.id, name=person.body.preferred_name, here=here, lang=self._lang
        )
        self._listen(page, both)
        if self.ctx.open_notebook.read_only:
            page.show_original()
            page.finish(None)
            return page
        if there is None or there.out_of_date or self._anew:
            page.show_original()
            page.write(
                here.said, offers=here.offers, who=self._interpreter,
                refused=here.refused, may_leave=self._anew,
                spoken_first=_not_read(person.body, self._lang),
            )  # fmt: skip
        elif not (there.body.back_translation or there.body.answer or self._not_back):
            page.say_back(there, here.said)
        else:
            page.ask(there, lost=here.lost, refused=here.refused)
        page.finish(self._interpreter)
        return page

    def _listen(self, page: InterpretingPage, both: Both) -> None:
        page.hear_these.connect(self.hear_these)
        page.put_beside.connect(lambda words: self._put(both, words))
        page.spoken.connect(lambda words: self._speak(both, words))
        page.left.connect(self._leave_it)
        page.other_interpreter.connect(self._ask_who)
        page.anew.connect(self._begin_anew)
        page.not_said_back.connect(self._go_without)
        there = both.at_work
        if there is None:
            return
        page.said_back.connect(lambda words: self._keep_said_back(there.record.id, words))
        page.answered.connect(lambda answer: self._answer(there, answer))
        page.checked.connect(lambda: self._ask_checker(there))
        page.used.connect(lambda what: self._do(translations.use, there, use_for=what))
        page.rejected.connect(lambda: self._do(translations.reject, there))

    def _nothing_left(self) -> Page:
        page = Page(self.ctx)
        language = self.ctx.language(self._lang)
        page.say(self.ctx.t(N_("Every sentence is in {language}."), language=language), "question")
        page.fill()
        return page

    # What is written

    def _put(self, both: Both, words: str, recording: bytes = b"") -> None:
        ctx, who, field = self.ctx, self._interpreter, self._field
        assert who is not None
        offered = field.offered if field is not None else None
        original = both.statement.body.original
        if offered is not None and not offered.left:
            who = Interpreter(method=offered.method)
        given = Put(
            statement=both.statement.id, lang=self._lang, who=who, by=ctx.writer, words=words,
            recording=recording, seen=field.of if field is not None else original,
            made_with=offered.made_with if offered is not None else "",
            guarding=ctx.house.guard,
        )  # fmt: skip
        notebook = ctx.open_notebook

        def read_once_more() -> None:
            if field is not None:
                field.of = original

        self._write_then(lambda: translations.put(notebook, given), refused=read_once_more)

    def _speak(self, both: Both, words: str) -> None:
        """Say it; what was written for it goes with it."""
        said, language = words_of(self.ctx, both.statement.body), self.ctx.language(self._lang)
        asked = N_("Say the same in {language}: {words}")
        title = self.ctx.t(asked, language=language, words=said)
        recorder = VoiceRecorder(self.ctx, title, lang=self._lang)

        def keep(sound: bytes) -> None:
            self.put_picker_away()
            self._put(both, words, sound)

        recorder.kept.connect(keep)
        self.put_recorder_on(recorder)

    def _keep_said_back(self, which: RecordId, words: str) -> None:
        notebook, by = self.ctx.open_notebook, self.ctx.writer
        self._write_then(
            lambda: translations.say_back(notebook, translation=which, words=words, by=by)
        )

    def _answer(self, there: Translated, answer: Answer) -> None:
        seen, on = there.body.text, self.ctx.today
        self._do(translations.answer, there, answer=answer, seen=seen, on=on)

    def _do(self, deed: Callable[..., Change], there: Translated, **more: object) -> None:
        """Have it written; the page comes anew with the change."""
        notebook, by = self.ctx.open_notebook, self.ctx.writer
        self.ctx.desk.do(
            lambda: deed(notebook, translation=there.record.id, by=by, **more), owner=self
        )

    def _begin_anew(self) -> None:
        self._anew = True
        self._load()

    def _leave_it(self) -> None:
        if self._field is not None:
            self._field.forget()
        self._anew = False
        self._load()

    def _go_without(self) -> None:
        self._not_back = True
        self.leave()
        self._load()

    def _write_then(
        self, work: Callable[[], Change], *, refused: Callable[[], None] = lambda: None
    ) -> None:
        """Have the words that stand here written; until they are, they stay where they stand."""
        self.leave()

        def not_written(error: AlongsideError) -> None:
            self._anew = anew
            refused()
            self.ctx.desk.trouble.emit(error)

        anew, self._anew = self._anew, False
        self.ctx.desk.do(work, owner=self, failed=not_written)


_SEVERAL = 2


def _not_read(person: Person, lang: str) -> bool:
    known = (each for each in person.languages if same_language(each.code, lang))
    return any(each.read == "none" and each.speak != "none" for each in known)
