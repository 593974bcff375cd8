"""Who is interpreting? Asked once in a sitting; what each may be used for is said at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError
from app.model.ids import PictureRef, RecordId
from app.model.person import ROLE_WORDS, Supporter
from app.model.record import Record
from app.model.translation import Method, method_of
from app.model.wording import N_
from app.usecases import people, translations
from app.usecases.translations import NEVER_FAMILY, NO_CHILDREN, Interpreter
from ui.context import Context
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.in_sight import show_in_scroll_area
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import AGAIN, CHILD, FAMILY, INTERPRETER, PERSON, SOMEBODY, STAFF, TICK
from ui.parts.taborder import follow_layout
from ui.pixmaps import face_picture

WAYS: tuple[tuple[Method, str, PictureRef], ...] = (
    ("professional", N_("A professional interpreter"), INTERPRETER),
    ("bilingual_staff", N_("Staff who speak both languages"), STAFF),
    ("family", N_("Family or a friend"), FAMILY),
    ("somebody_else", N_("Somebody else"), SOMEBODY),
)
_UNDER_18 = N_("Somebody under 18")


class WhoInterprets(Page):
    """First what they are, then who: somebody around the person, or a name.

    Args:
        ctx: what every part is handed.
        person: for whom.
        asked: the question.
        then: what is done with whoever it is.
        put_away: what stood before is gone back to; None where there is nothing yet.

    """

    def __init__(
        self,
        ctx: Context,
        person: RecordId,
        *,
        asked: str,
        then: Callable[[Interpreter], None],
        put_away: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(ctx)
        self._person, self._asked, self._then, self._put_away = person, asked, then, put_away
        self._field: Field | None = None
        self.ask()

    def ask(self) -> None:
        """As what somebody translates."""
        ctx = self.ctx
        self.begin_anew()
        self.say(self._asked, "title")
        cards = [
            self.card(f"by-{method}", ctx.t(words), picture, self._asker(method))
            for method, words, picture in WAYS
        ]
        self.card("by-child", ctx.t(_UNDER_18), CHILD, self._refuse_child)
        if self._put_away is not None:
            self.begin_row()
            self._quiet("by-nobody", ctx.t(N_("Not now")), AGAIN, self._put_away)
        self._done(cards[0])

    def _asker(self, method: Method) -> Callable[[], None]:
        return lambda: self._ask_name(method)

    def _refuse_child(self) -> None:
        """Plainly and kindly, to whoever reads it: the child, too."""
        ctx = self.ctx
        self.begin_anew()
        self.say(ctx.t(NO_CHILDREN), "question")
        self.say(
            ctx.t(
                N_(
                    "You did nothing wrong. This is a job for an interpreter. The people who give "
                    "the support can find one."
                )
            )
        )
        again = main_deed(ctx, "by-again", ctx.t(N_("Choose somebody else")), AGAIN, self.ask)
        self.put(again)
        self._done(again)

    def _ask_name(self, method: Method) -> None:
        notebook, person = self.ctx.open_notebook, self._person
        self.ctx.desk.do(
            lambda: people.supporters(notebook, person=person),
            owner=self,
            then=lambda around: self._show_names(method, around),
        )

    def _show_names(self, method: Method, around: tuple[Record[Supporter], ...]) -> None:
        ctx = self.ctx
        self.begin_anew()
        self.say(ctx.t(N_("Who is it?")), "title")
        if method == "family":
            self.say(ctx.t(NEVER_FAMILY))
        fitting = [
            each
            for each in around
            if method_of(each.body.role) == method and each.body.left_on is None
        ]
        for each in fitting:
            self._quiet(
                f"by-{each.id}",
                each.body.name,
                face_picture(each.body.photo, each.body.name) or PERSON,
                lambda _=False, each=each: self._take(
                    Interpreter(method=method, supporter=each.id)
                ),
                note=ctx.t(ROLE_WORDS[each.body.role]),
            )
        field = self._field = Field(ctx, ctx.t(N_("Their name")))
        field.line.setObjectName("interpreter-name")
        field.line.textEdited.connect(lambda: show_in_scroll_area(field))
        field.line.returnPressed.connect(lambda: self._take_named(method))
        self.add(field)
        begin = main_deed(
            ctx, "by-named", ctx.t(N_("This is who it is")), TICK, lambda: self._take_named(method)
        )
        self.put(begin)
        self._quiet("by-again", ctx.t(N_("Choose somebody else")), AGAIN, self.ask)
        self._done(field.line)

    def _quiet(
        self,
        name: str,
        words: str,
        picture: PictureRef,
        press: Callable[[], None],
        note: str = "",
    ) -> None:
        card = Pressable(self.ctx, words, picture=picture, picture_px=44, note=note)
        card.setObjectName(name)
        card.clicked.connect(press)
        self.put(card)

    def _take_named(self, method: Method) -> None:
        assert self._field is not None
        self._take(Interpreter(method=method, name=self._field.text))

    def _take(self, who: Interpreter) -> None:
        ctx, person = self.ctx, self._person
        notebook = ctx.open_notebook

        def refused(error: AlongsideError) -> None:
            if self._field is not None:
                self._field.tell(error.said(ctx.words))

        ctx.desk.do(
            lambda: translations.allow(notebook, person=person, who=who),
            owner=self,
            then=self._then,
            failed=refused,
        )

    def _done(self, first: QWidget) -> None:
        self.fill(first)
        self.verticalScrollBar().setValue(0)
        follow_layout(self)
        if self.first is not None and self.isVisible():
            self.first.setFocus()
