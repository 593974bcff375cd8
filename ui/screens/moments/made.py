"""Something the person made: chosen or drawn by them, with words if they like."""

from app.model.errors import AlongsideError, BadWordsError
from app.model.halfsaid import HalfSaid
from app.model.ids import PictureRef
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import halfsaid, statements
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import deed_card
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.keeping import Keeping
from ui.parts.picture_wanted import PictureWanted
from ui.parts.pressable import Pressable
from ui.parts.refs import PICTURE
from ui.parts.statement_card import statement_card
from ui.screens.moments.view import View


class MadeView(View):
    """A page with what was made at this moment, and a place to make something more.

    Attributes:
        unnamed: what it is called where the person gives it no words, marked for translation.
        finished: what stands here is on a card, or on its way there.

    """

    unnamed = ""
    finished = False

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self.keeping = Keeping(
            self, ctx, place=self.session, key=self.step.key,
            standing=self.standing, kept=talk.typing,
        )  # fmt: skip
        column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self.caption = self._caption_field()
        self.lay_out(column)
        for each in talk.said:
            column.add(self._card(each))
        self.end_page(column)

    @property
    def can_be_said(self) -> bool:
        """What the person says to what they made."""
        return True

    # Of each kind's own

    def lay_out(self, column: Column) -> None:
        """Put on the page what something is made with."""
        raise NotImplementedError

    def standing(self) -> HalfSaid:
        """What is made so far."""
        raise NotImplementedError

    # For the talk screen

    def carry_over(self, old: View) -> None:
        """What was written while the notebook was busy stays."""
        if isinstance(old, MadeView) and not old.finished and old.own_name != self.own_name:
            self.caption.line.setText(old.own_name)

    def refused(self, error: AlongsideError) -> bool:
        """What could not be put on a card still stands here, and is kept."""
        self.finished = False
        if isinstance(error, BadWordsError):
            self.caption.tell(error.said(self.ctx.words))
            return True
        return False

    def leave(self) -> None:
        """Keep what is unfinished; what is put on a card is kept until it is on it."""
        self.keeping.now()

    # For each kind

    @property
    def own_name(self) -> str:
        """What the person calls it; empty where they did not say."""
        return self.caption.text.strip()

    @property
    def default_name(self) -> str:
        """What it is called then."""
        return self.ctx.t(self.unnamed)

    def changed(self) -> None:
        """Something was made or written: it is kept soon."""
        self.keeping.soon()

    def finish(self, said: HalfSaid) -> None:
        """Put it on a card, as the person's own."""
        if self.waiting():
            return
        ctx, session, step = self.ctx, self.session, self.step
        self.finished = True
        self.do(
            lambda: halfsaid.finish(
                self.notebook, session=session, step=step, said=said, by=ctx.writer
            )
        )

    def answer_with_picture(self, *, large: bool = False) -> Pressable:
        """The way for whoever does not want to make anything: choosing a picture."""
        words = self.ctx.t(N_("A picture instead"))
        if large:
            button = deed_card(self.ctx, "answer-with-picture", words, PICTURE, self._pick)
        else:
            button = Pressable(self.ctx, words, picture=PICTURE, picture_px=34)
            button.setObjectName("answer-with-picture")
            button.clicked.connect(self._pick)
        self._read.append(button)
        return button

    def _pick(self) -> None:
        ctx, moment, step = self.ctx, self.moment, self.step.key
        person, session, says = self.talk.person.id, self.session, moment.says
        assert says is not None

        def picked(ref: PictureRef | None, words: str) -> None:
            photo = ref is not None and ref.startswith("photo:")
            self.do(
                lambda: statements.say(
                    self.notebook,
                    statements.Said(
                        person=person,
                        words=words or ctx.t(N_("A photo that I chose")),
                        lang=ctx.words.lang,
                        section=moment.section,
                        kind=says,
                        voice="own_made"
                        if photo
                        else "own_choice_symbol"
                        if ref
                        else "own_written",
                        by=ctx.writer,
                        session=session,
                        moment=step,
                        symbols=(ref,) if ref else (),
                    ),
                    finishes_typing=False,
                )
            )

        title = ctx.t(moment.prompt)
        self.picker_wanted.emit(PictureWanted(title=title, told=picked, may_be_none=False))

    def _caption_field(self) -> Field:
        words = self.talk.typing.words
        field = Field(
            self.ctx,
            self.ctx.t(N_("What is it? You can leave this empty.")),
            text="" if words == self.default_name else words,
        )
        field.line.setObjectName("what-is-it")
        field.line.textChanged.connect(lambda _words: self.changed())
        return field

    def _card(self, record: Record[Statement]) -> Pressable:
        card = statement_card(self.ctx, record, person=self.name, new=True)
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        return card

    def row(self, *buttons: Pressable) -> Flow:
        """Buttons beside each other."""
        row = Flow(gap=6)
        for button in buttons:
            row.addWidget(button)
        return row
