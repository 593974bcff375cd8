"""One sentence of the plan: hear it, change it, keep it private, take it out, or reply to it."""

import functools
from collections.abc import Callable
from typing import get_args

from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.halfsaid import change_key, easier_key
from app.model.ids import PictureRef, RecordId
from app.model.statement import View
from app.model.text import is_blank
from app.model.translation import same_language
from app.model.wording import N_
from app.usecases import easy_words, halfsaid, sentences, statements
from app.usecases.sentences import Sentence
from ui.context import Context
from ui.parts import refs
from ui.parts.column import Column
from ui.parts.easier import NOT_SURE, easier_answers, show_easier
from ui.parts.easy_advice import EasyAdvice, HardHere
from ui.parts.explained import hard_words
from ui.parts.flow import Flow
from ui.parts.in_sight import bring_into_sight
from ui.parts.kept_field import KeptField
from ui.parts.picture_wanted import another_picture
from ui.parts.pressable import Pressable
from ui.parts.spelling import SpellingHelp
from ui.parts.statement_card import REPLY_WORDS, statement_card
from ui.parts.translation_card import translation_card
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, face_of
from ui.screens.picking import PickingScreen
from ui.screens.voice_deeds import voice_deeds


class SentenceScreen(PickingScreen):
    """Large, with what the person may do with it. All of it can be done differently later."""

    def __init__(
        self,
        ctx: Context,
        *,
        person: RecordId,
        statement: RecordId,
        section: str,
        came_from: str = "plan",
        picture: PictureRef | None = None,
    ) -> None:
        """Show it; ``picture`` is the one of its pictures that is meant to be changed."""
        super().__init__(ctx)
        self._statement = statement
        self._meant = picture
        self._about = {"person": person, "statement": statement, "section": section}
        place = {"person": person, "at": statement}
        where = {"section": section} if came_from == "plan" else {}
        self._back_to = Route(came_from, {**place, **where})
        self._sentence: Sentence | None = None
        self._field: KeptField | None = None
        self._leaving = False
        self._read: list[Readable] = []
        self._page: QWidget | None = None
        self._load()

    def frame(self) -> Frame:
        """Back to the section it stands in."""
        faces = () if self._sentence is None else (face_of(self._sentence.person.body),)
        back = self.picker_back_button() if self.picking else self.back_button(self._back_to)
        return Frame(
            title=self.ctx.t(N_("My plan")),
            faces=faces,
            buttons=(back, self.hear_button(), self.help_button()),
        )

    def own_readables(self) -> tuple[Readable, ...]:
        """The sentence, then what can be done."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The sentence itself."""
        return self.findChild(Pressable, "sentence")

    def changed(self, change: Change) -> None:
        """The sentence or the reply to it changed."""
        shown = {"statement", "translation"} & set(change.kinds)
        if shown and self._field is None and not self._leaving:
            self._load()

    def _load(self) -> None:
        notebook, statement = self.ctx.open_notebook, self._statement
        guarding = self.ctx.house.guard
        self.ctx.desk.do(
            lambda: sentences.sentence(notebook, statement=statement, guarding=guarding),
            owner=self,
            then=self._show,
            failed=lambda _: self.go.emit(self._back_to),
        )

    def _show(self, sentence: Sentence) -> None:
        ctx = self.ctx
        self._sentence = sentence
        self._read = []
        body = sentence.statement.body
        column = Column(ctx, margins=(60, 24, 60, 12), gap=10)
        self._show_translated(column, sentence, at_home=True)
        reply = sentence.reply.body.answer_to if sentence.reply is not None else None
        card = statement_card(
            ctx,
            sentence.statement,
            person=sentence.person.body.preferred_name,
            said_by=sentence.said_by,
            scribed_by=sentence.scribed_by,
            view=reply.view if reply is not None else "",
            large=True,
        )
        card.setObjectName("sentence")
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        column.add(card)
        if body.voice_group != "own":
            lang = body.original_lang
            explained = hard_words(ctx, card, body.original, lang=lang, read=self._read)
            if explained is not None:
                column.add(explained)
        if body.easy:
            self._show_easier(column, sentence)
        self._show_translated(column, sentence, at_home=False)
        if body.voice_group == "others" and not ctx.open_notebook.read_only:
            column.add_row(self._replies(reply.view if reply is not None else ""))
        if not ctx.open_notebook.read_only:
            column.add_row(self._deeds(sentence))
        column.fill()
        self._put_on(column)

    def _put_on(self, page: QWidget) -> None:
        old, self._page = self._page, page
        self._layers.addWidget(page)
        if not self.picking:
            self.show_own()
        if old is not None:
            self._layers.removeWidget(old)
            old.deleteLater()
        self.framed.emit()
        self.ready.emit()

    def show_own(self) -> None:
        """The sentence, or the place for other words."""
        if self._page is not None:
            self._layers.setCurrentWidget(self._page)

    def _show_easier(self, column: Column, sentence: Sentence) -> None:
        """The easier words beside the original, and the person's yes to them (rule R5)."""
        ctx, body = self.ctx, sentence.statement.body
        ask = not (body.easy_ok_by_person or ctx.open_notebook.read_only)
        show_easier(ctx, column, body, by=sentence.easy_by, read=self._read, ask=ask)
        if not ask:
            return
        row = Flow()
        for name, words, picture, keep in easier_answers(ctx, sentence.statement):
            button = self._button(row, name, words, picture, functools.partial(self._do, keep))
            button.choose(name == NOT_SURE and body.easy_unsure_on == ctx.today)
        column.add_row(row)

    def _show_translated(self, column: Column, sentence: Sentence, *, at_home: bool) -> None:
        """The same in other languages, that of their home apart; pressing one is hearing it."""
        home = sentence.person.body.home_language
        for each in sentence.translated:
            if same_language(each.body.lang, home) == at_home:
                card = translation_card(self.ctx, each, press=lambda: None, first=at_home)
                card.clicked.connect(functools.partial(self.hear_these.emit, (card,)))
                self._read.append(card)
                column.add(card)

    def _replies(self, given: str) -> Flow:
        row = Flow()
        for view in get_args(View):
            button = self._button(
                row,
                view,
                self.ctx.t(REPLY_WORDS[view]),
                refs.REPLY_PICTURES[view],
                self._replier(view),
            )
            button.choose(view == given)
        return row

    def _replier(self, view: View) -> Callable[[], None]:
        ctx, to = self.ctx, self._statement
        notebook = ctx.open_notebook
        return lambda: self._do(
            lambda: statements.reply(
                notebook,
                to=to,
                view=view,
                words=ctx.t(REPLY_WORDS[view]),
                lang=ctx.words.lang,
                on=ctx.today,
                by=ctx.writer,
            )
        )

    def _deeds(self, sentence: Sentence) -> Flow:
        ctx, row = self.ctx, Flow()
        body = sentence.statement.body
        own = body.voice_group != "others"
        if own:
            differently = ctx.t(N_("Say it differently"))
            self._button(row, "change", differently, refs.CHANGE, self._open_change)
        easier = ctx.t(N_("Put it in easier words"))
        self._button(row, "easier", easier, refs.EASIER, self._open_easier)
        self._button(row, "picture", ctx.t(N_("Another picture")), refs.PICTURE, self._picture)
        if ctx.said(body) and own:
            asked = ctx.t(N_("Is the picture clear?"))
            self._button(row, "picture-clear", asked, refs.LOOK, self._to("clear_pictures"))
        elsewhere = ctx.t(N_("In another language"))
        self._button(row, "in-language", elsewhere, refs.LANGUAGES, self._to("plan_languages"))
        if own:  # nobody records over what somebody else said
            about, there = sentence.statement, sentence.recorded
            for deed in voice_deeds(self, about, self._do, there=there):
                self._button(row, *deed)
        private = self._button(row, "private", ctx.t(N_("Only for me")), refs.LOCK, self._private)
        private.choose(body.private)
        self._button(
            row, "history", ctx.t(N_("How it came to be")), refs.HISTORY, self._to("history")
        )
        if not body.private:
            sees = ctx.t(N_("Who can see this line?"))
            self._button(row, "who-sees", sees, refs.SEES, self._to("who_sees_line"))
        self._button(
            row, "take-out", ctx.t(N_("Take it out of my plan")), refs.TAKE_OUT, self._take_out
        )
        return row

    def _button(
        self,
        row: Flow,
        name: str,
        words: str,
        picture: PictureRef,
        press: Callable[[], None],
    ) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=34)
        button.setObjectName(name)
        button.clicked.connect(press)
        self._read.append(button)
        row.addWidget(button)
        return button

    # What can be done

    def _to(self, screen: str) -> Callable[[], None]:
        return lambda: self.go.emit(Route(screen, self._about))

    def _do(
        self,
        work: Callable[[], Change],
        *,
        then: Callable[[], None] = lambda: None,
        failed: Callable[[AlongsideError], None] | None = None,
    ) -> None:
        self.ctx.desk.do(work, owner=self, then=lambda _: then(), failed=failed)

    def _private(self) -> None:
        assert self._sentence is not None
        ctx, statement = self.ctx, self._statement
        notebook, private = ctx.open_notebook, not self._sentence.statement.body.private
        self._do(
            lambda: statements.set_private(
                notebook, statement=statement, private=private, by=ctx.writer
            )
        )

    def _take_out(self) -> None:
        ctx, statement = self.ctx, self._statement
        notebook = ctx.open_notebook
        self._leaving = True

        def refused(error: AlongsideError) -> None:
            self._leaving = False
            ctx.desk.trouble.emit(error)

        ctx.desk.do(
            lambda: statements.withdraw(notebook, statement=statement, by=ctx.writer),
            owner=self,
            then=lambda _: self.go.emit(self._back_to),
            failed=refused,
        )

    def _picture(self) -> None:
        assert self._sentence is not None
        sentence = self._sentence
        wanted = another_picture(self.ctx, sentence.statement, self._do, self._meant)
        self.show_picker(wanted, person=sentence.person.id)

    def _change(self, words: str = "") -> None:
        assert self._sentence is not None
        ctx = self.ctx
        page = Column(ctx, margins=(60, 24, 60, 12), gap=10)
        page.add(Words(ctx, ctx.t(N_("How do you want to say it?")), size="title"))
        person, body = self._sentence.person.id, self._sentence.statement.body
        field = KeptField(ctx, person, self._statement, words or body.original)
        self._field = field
        page.add(field)
        note = ctx.t(N_("It is read back in your next talk. The words before stay in its history."))
        page.add(Words(ctx, note, size="label", bold=False))
        row = Flow()
        self._button(
            row,
            "say-so",
            ctx.t(N_("Say it like this")),
            refs.TICK,
            lambda: self._say_so(field.toPlainText()),
        )
        leave = ctx.t(N_("Leave it as it was"))
        self._button(row, "leave-it", leave, refs.UNSURE, self._leave_it)
        page.add_row(row)
        page.fill()
        self._put_on(page)
        field.begin()

    def _easier(self, words: str) -> None:
        assert self._sentence is not None
        ctx, body = self.ctx, self._sentence.statement.body
        page = Column(ctx, margins=(60, 24, 60, 12), gap=10)
        page.add(Words(ctx, ctx.t(N_("How can it be said in easier words?")), size="title"))
        page.add(Words(ctx, body.original, size="sentence", lang=body.original_lang))
        key, whose = easier_key(self._statement), self._sentence.person
        lang, names = body.original_lang, (whose.body.preferred_name,)
        hard = HardHere(ctx, body, names=names)
        page.add(hard)
        field = KeptField(ctx, whose.id, self._statement, words or body.easy, key=key)
        field.setAccessibleName(ctx.t(N_("Easier words")))
        self._field = field
        page.add(field)
        note = ctx.t(N_("The words as they were said stay. The easier words stand beside them."))
        page.add(Words(ctx, note, size="label", bold=False))
        row = Flow()
        put = ctx.t(N_("Put them beside it"))
        self._button(
            row, "say-easier", put, refs.TICK, lambda: self._say_easier(field.toPlainText())
        )
        self._button(row, "leave-it", ctx.t(N_("Leave it as it was")), refs.UNSURE, self._leave_it)
        page.add_row(row)
        page.add(SpellingHelp(ctx, field, lang=lang, person=whose.id))
        page.add(EasyAdvice(ctx, field, lang=lang, own=body.original, names=names))
        page.fill()
        self._put_on(page)
        field.begin()
        hard.shown.connect(lambda: bring_into_sight(field))

    def _say_easier(self, words: str) -> None:
        if is_blank(words):
            self.told.emit(self.ctx.t(N_("There are no words yet.")))
            return
        ctx, statement = self.ctx, self._statement
        notebook = ctx.open_notebook
        self._say(
            lambda: easy_words.write(notebook, statement=statement, words=words, by=ctx.writer)
        )

    def leave(self) -> None:
        """Keep what stands in the place for other words."""
        super().leave()
        if self._field is not None:
            self._field.keep_now()

    def _leave_it(self) -> None:
        if self._field is not None:
            self._field.forget()
        self._written()

    def _say(self, work: Callable[[], Change]) -> None:
        """Have the words that stand here written; until they are, they stay where they stand."""
        self.leave()
        self.ctx.desk.do(work, owner=self, then=lambda _: self._written())

    def _written(self) -> None:
        self._field = None
        self._load()

    def _open(self, key: str, show: Callable[[str], None]) -> None:
        """Open a place for words with what was being written there, if something was."""
        assert self._sentence is not None
        notebook, person = self.ctx.open_notebook, self._sentence.person.id
        self.ctx.desk.do(
            lambda: halfsaid.read(notebook, session=person, step=key),
            owner=self,
            then=lambda said: show(said.words),
        )

    def _open_change(self) -> None:
        self._open(change_key(self._statement), self._change)

    def _open_easier(self) -> None:
        self._open(easier_key(self._statement), self._easier)

    def _say_so(self, words: str) -> None:
        ctx, statement = self.ctx, self._statement
        notebook = ctx.open_notebook
        self._say(
            lambda: statements.change_words(
                notebook, statement=statement, words=words, by=ctx.writer,
                denies=ctx.house.ideas.denies,
            )
        )  # fmt: skip
