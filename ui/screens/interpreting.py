"""Putting the plan into another language, a sentence at a time, with the person answering."""

import functools
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.halfsaid import said_back_key, translation_key
from app.model.ids import PictureRef, RecordId
from app.model.translation import METHOD_WORDS, Answer, Translated
from app.model.wording import N_
from app.usecases import halfsaid, translated, translations
from app.usecases.translated import Both, InLanguage
from app.usecases.translations import NEVER_FAMILY, Interpreter, Put
from ui.context import Context
from ui.parts import refs
from ui.parts.bars import NEXT, Button
from ui.parts.deeds import deed_card, main_deed
from ui.parts.kept_field import KeptField
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.statement_card import statement_card
from ui.parts.taborder import follow_layout
from ui.parts.translation_card import translation_card
from ui.parts.voice_recorder import VoiceRecorder
from ui.parts.who_interprets import WhoInterprets
from ui.screens.base import Frame, Readable, Route, face_of
from ui.screens.picking import PickingScreen

_ANSWERS: tuple[tuple[Answer, str, PictureRef], ...] = (
    ("yes", N_("Yes, I said this"), refs.KEEP),
    ("no", N_("No, I did not say this"), refs.NOT_MINE),
    ("not_sure", N_("I am not sure"), refs.UNSURE),
)


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
        self._field: KeptField | None = None
        self._anew = self._not_back = False
        self._asked: WhoInterprets | None = None
        self._page: Page | None = None
        self._load()

    # What the frame asks

    def frame(self) -> Frame:
        """Back and Next go from sentence to sentence; help is where it always is."""
        ctx, plan = self.ctx, self._plan
        back = self.picker_back_button() if self.picking else self._back_button()
        onward: tuple[Button, ...] = ()
        if not self.picking and self._asked is None and self._place + 1 < len(self._round):
            onward = (self._turn("next", ctx.t(N_("Next")), NEXT, 1),)
        return Frame(
            title=ctx.t(N_("In {language}"), language=ctx.house.language_name(self._lang)),
            faces=(face_of(plan.person.body),) if plan is not None else (),
            aside=self._where(),
            first=(back, self.hear_button()),
            last=(*onward, self.help_button()),
        )

    def _back_button(self) -> Button:
        if self._asked is None and self._place > 0:
            return self._turn(
                "back", self.ctx.t(N_("Back")), self.back_button(self._way_back()).picture, -1
            )
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
        notebook, person, lang = self.ctx.open_notebook, self._person, self._lang
        at, anew = self._at, self._anew

        def read() -> tuple[InLanguage, str]:
            plan = translated.in_language(notebook, person=person, lang=lang)
            both = _both(plan, at)
            key = _key(both, lang, anew=anew) if both is not None else ""
            said = halfsaid.read(notebook, session=person, step=key).words if key else ""
            return plan, said

        self.ctx.desk.do(
            read,
            owner=self,
            then=lambda found: self._show(*found),
            failed=lambda _: self.go.emit(self._way_back()),
        )

    def _show(self, plan: InLanguage, said: str) -> None:
        self._plan = plan
        if not self._round:
            named = (
                each.statement.id
                for each in plan.lines
                if each.is_open or each.statement.id == self._at
            )
            self._round = tuple(named)
        both = _both(plan, self._at if self._at is not None else next(iter(self._round), None))
        if both is None:
            self._put_on(self._nothing_left())
            return
        self._at = both.statement.id
        if self._interpreter is None and not self.ctx.open_notebook.read_only:
            self._put_on(self._sentence(both, said))
            self._ask_who()
            return
        self._put_on(self._sentence(both, said))

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
        ctx = self.ctx
        notebook, by, on = ctx.open_notebook, ctx.writer, ctx.today

        def known(who: Interpreter) -> None:
            self._who_is_known()
            ctx.desk.do(
                lambda: translations.check(
                    notebook, translation=which.record.id, who=who, on=on, by=by
                ),
                owner=self,
            )

        asked = ctx.t(N_("Who has read both, and stands for it?"))
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

    def _sentence(self, both: Both, said: str) -> Page:
        ctx = self.ctx
        self._field = None
        page = Page(ctx, margins=(60, 14, 60, 12), gap=8)
        assert self._plan is not None
        name = self._plan.person.body.preferred_name
        card = statement_card(ctx, both.statement, person=name, large=True)
        card.setObjectName("original")
        card.clicked.connect(functools.partial(self.hear_these.emit, (card,)))
        page.add(card, card)
        there = both.translated
        if there is not None:
            known = translation_card(ctx, there, press=lambda: None, first=not there.out_of_date)
            known.clicked.connect(functools.partial(self.hear_these.emit, (known,)))
            page.add(known, known)
        if ctx.open_notebook.read_only:
            page.fill(card)
            return page
        if there is None or there.out_of_date or self._anew:
            self._write(page, both, said)
        elif not (there.body.back_translation or there.body.answer or self._not_back):
            self._say_back(page, both, there, said)
        else:
            self._ask(page, there)
        self._tell_who(page)
        page.fill(page.first or card)
        return page

    def _write(self, page: Page, both: Both, said: str) -> None:
        ctx, lang = self.ctx, self._lang
        language = ctx.house.language_name(lang)
        page.say(ctx.t(N_("Say the same in {language}"), language=language), "title")
        which = both.statement.id
        field = self._open_field(page, said, which, translation_key(which, lang), language)
        put = ctx.t(N_("Put it beside"))
        page.put(
            main_deed(
                ctx, "put-translation", put, refs.TICK, lambda: self._put(both, field.toPlainText())
            )
        )
        speak = ctx.t(N_("Say it into the computer"))
        self._button(
            page, "speak-translation", speak, refs.MICROPHONE, lambda: self._speak(both, field)
        )
        if self._anew:
            leave = ctx.t(N_("Leave it as it was"))
            self._button(page, "leave-translation", leave, refs.UNSURE, self._leave_it)
        page.first = field

    def _say_back(self, page: Page, both: Both, there: Translated, said: str) -> None:
        ctx = self.ctx
        first = ctx.house.language_name(both.statement.body.original_lang)
        asked = N_("Say it back in {language}: what does it say?")
        page.say(ctx.t(asked, language=first), "title")
        which = there.record.id
        field = self._open_field(page, said, both.statement.id, said_back_key(which), first)
        keep = ctx.t(N_("This is what it says"))
        page.put(
            main_deed(
                ctx, "keep-said-back", keep, refs.TICK,
                lambda: self._keep_said_back(which, field.toPlainText()),
            )
        )  # fmt: skip
        without = ctx.t(N_("Go on without"))
        self._button(page, "without-said-back", without, refs.CARRY_ON, self._go_without)
        page.first = field

    def _ask(self, page: Page, there: Translated) -> None:
        """What the person says to it; then what else can be done with it."""
        ctx, body = self.ctx, there.body
        if body.back_translation:
            told = ctx.t(N_("Said back: {words}"), words=body.back_translation)
            page.say(told, "sentence").lang = ctx.words.lang
        page.say(ctx.t(N_("Is this what I said?")), "title")
        for answer, words, picture in _ANSWERS:
            press = functools.partial(self._answer, there, answer)
            card = page.put(deed_card(ctx, f"answer-{answer}", ctx.t(words), picture, press))
            card.choose(body.answer == answer)
            page.first = page.first or card
        page.begin_row()
        another = ctx.t(N_("Another translation"))
        self._button(page, "translate-anew", another, refs.CHANGE, self._begin_anew)
        if body.status != "checked":
            checked = ctx.t(N_("Somebody checked it"))
            press = functools.partial(self._ask_checker, there)
            self._button(page, "check", checked, refs.LOOK, press)
        if body.answer == "yes":
            self._offer_use(page, there)
        away = ctx.t(N_("Take this translation away"))
        press = functools.partial(self._do, self._deed(translations.reject, there))
        self._button(page, "reject", away, refs.TAKE_OUT, press)

    def _offer_use(self, page: Page, there: Translated) -> None:
        deciding = there.body.use_for == "decision"
        words = N_("Only to read along") if deciding else N_("Use it to decide")
        use = self._deed(translations.use, there, use_for="reading" if deciding else "decision")
        press = functools.partial(self._do, use)
        self._button(page, "use-to-decide", self.ctx.t(words), refs.BY_LAW, press)

    def _tell_who(self, page: Page) -> None:
        """Who interprets in this sitting, and that it can be somebody else."""
        ctx, who = self.ctx, self._interpreter
        if who is None or who.method == "child":
            return
        if who.method == "family":
            page.say(ctx.t(NEVER_FAMILY), "label", bold=False)
        page.begin_row()
        how = ctx.t(METHOD_WORDS[who.method])
        words = ctx.t(N_("Interpreting now: {how}. Somebody else?"), how=how)
        if who.name:
            asked = N_("Interpreting now: {name}, {how}. Somebody else?")
            words = ctx.t(asked, name=who.name, how=how)
        self._button(page, "change-interpreter", words, refs.INTERPRETER, self._ask_who)

    def _nothing_left(self) -> Page:
        page = Page(self.ctx)
        self._field = None
        language = self.ctx.house.language_name(self._lang)
        page.say(self.ctx.t(N_("Every sentence is in {language}."), language=language), "question")
        page.fill()
        return page

    def _open_field(
        self, page: Page, said: str, which: RecordId, key: str, language: str
    ) -> KeptField:
        field = KeptField(self.ctx, self._person, which, said, key=key)
        field.setFixedHeight(self.ctx.look.size("sentence") * 4)
        field.setAccessibleName(self.ctx.t(N_("The same in {language}"), language=language))
        page.add(field)
        self._field = field
        return field

    def _button(
        self, page: Page, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> None:
        button = Pressable(self.ctx, words, picture=picture, picture_px=34)
        button.setObjectName(name)
        button.clicked.connect(press)
        page.put(button)

    # What is written

    def _put(self, both: Both, words: str, recording: bytes = b"") -> None:
        ctx, who = self.ctx, self._interpreter
        assert who is not None
        given = Put(
            statement=both.statement.id, lang=self._lang, who=who, by=ctx.writer, words=words,
            recording=recording, seen=both.statement.body.original,
        )  # fmt: skip
        notebook = ctx.open_notebook
        self._write_then(lambda: translations.put(notebook, given))

    def _speak(self, both: Both, field: KeptField) -> None:
        """Say it; what was written for it goes with it."""
        title = self.ctx.t(
            N_("Say the same in {language}"), language=self.ctx.house.language_name(self._lang)
        )
        recorder = VoiceRecorder(self.ctx, title, lang=self._lang)

        def keep(sound: bytes) -> None:
            words = field.toPlainText()
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
        ctx = self.ctx
        self._do(
            self._deed(
                translations.answer, there, answer=answer, seen=there.body.text, on=ctx.today
            )
        )

    def _deed(
        self, deed: Callable[..., Change], there: Translated, **more: object
    ) -> Callable[[], Change]:
        notebook, by = self.ctx.open_notebook, self.ctx.writer
        return lambda: deed(notebook, translation=there.record.id, by=by, **more)

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

    def _do(self, work: Callable[[], Change]) -> None:
        """Have it written; the page comes anew with the change."""
        self.ctx.desk.do(work, owner=self)

    def _write_then(self, work: Callable[[], Change]) -> None:
        """Have the words that stand here written; until they are, they stay where they stand."""
        self.leave()

        def refused(error: AlongsideError) -> None:
            self._anew = anew
            self.ctx.desk.trouble.emit(error)

        anew, self._anew = self._anew, False
        self.ctx.desk.do(work, owner=self, failed=refused)


_SEVERAL = 2


def _both(plan: InLanguage, at: RecordId | None) -> Both | None:
    return next((each for each in plan.lines if each.statement.id == at), None)


def _key(both: Both, lang: str, *, anew: bool) -> str:
    """Under which name it is kept what is written on the page of this sentence."""
    if both.is_missing or anew or both.translated is None:
        return translation_key(both.statement.id, lang)
    return said_back_key(both.translated.record.id)
