"""Who is in this photo, and did they say yes: one calm question after a photo was taken."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model import text
from app.model.errors import BadWordsError
from app.model.ids import PictureRef, RecordId
from app.model.person import Person, Supporter
from app.model.photo_facts import Answered, InPhoto, SaidYes
from app.model.record import Record
from app.model.wording import N_
from app.usecases.photo_facts import Told
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.people_row import people_row
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.refs import ASKED, JUST_ME, KEEP, NONE, NOT_MINE, PLUS, REFUSAL_PICTURES, TICK
from ui.parts.refusals import REFUSAL_WORDS
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.pixmaps import initial

_PHOTO_PX = 96

_SAID: tuple[tuple[SaidYes, str, PictureRef], ...] = (
    ("yes", N_("Yes"), KEEP),
    ("not_asked", N_("Not asked yet"), ASKED),
    ("no", N_("No"), NOT_MINE),
)


class PhotoWho(QWidget):
    """The question with everybody's faces to press, several if there are several.

    Args:
        ctx: what every part is handed.
        photo: the photo, as the pixmaps know it.
        person: whose plan it is for.
        supporters: who is around them.
        told: what was answered before.

    Signals:
        answered: carries a :class:`~app.usecases.photo_facts.Told`.

    """

    answered = Signal(object)

    def __init__(
        self,
        ctx: Context,
        photo: PictureRef,
        *,
        person: Record[Person],
        supporters: Iterable[Record[Supporter]],
        told: Told,
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("ground")
        self._person, self._supporters, self._told = person, tuple(supporters), told
        self._who = {self._key(each): each for each in told.who}
        self._nobody = False
        self._asking_name = False
        self._fixed: list[Words | Pressable] = []
        self._shown: list[Words | Pressable] = []
        self._lay_out(photo)
        self._show()

    @property
    def read(self) -> list[Words | Pressable]:
        """What can be heard."""
        return [*self._fixed[:1], *self._shown, *self._fixed[1:]]

    def first_focus(self) -> QWidget | None:
        """The first face."""
        return next((each for each in self._shown if isinstance(each, Pressable)), None)

    # How it is made

    def _lay_out(self, photo: PictureRef) -> None:
        ctx = self.ctx
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 12, 26, 8)
        column = Column(ctx, margins=(0, 0, 0, 8))
        outer.addWidget(column, 1)
        asked = Words(ctx, ctx.t(N_("Who is in this photo?")), size="question")
        self._fixed.append(asked)
        head = QHBoxLayout()
        head.setSpacing(26)
        head.addWidget(PictureOnly(ctx, photo, _PHOTO_PX), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(asked, 1)
        column.add_row(head)
        self._place = QVBoxLayout()
        self._place.setSpacing(4)
        column.add_row(self._place)
        column.fill()
        under = QVBoxLayout()
        done = main_deed(ctx, "photo-who-done", ctx.t(N_("That is right")), TICK, self._done)
        self._fixed.append(done)
        row = Flow(gap=0)
        row.addWidget(done)
        for response, words in REFUSAL_WORDS.items():
            button = Pressable(ctx, ctx.t(words), picture=REFUSAL_PICTURES[response], picture_px=30)
            button.setObjectName(f"photo-{response}")
            button.choose(self._told.answer == response)
            button.clicked.connect(lambda _=False, response=response: self._refuse(response))
            self._fixed.append(button)
            row.addWidget(button)
        under.addLayout(row)
        if ctx.look.roomy:
            outer.addLayout(under)
        else:
            column.add_row(under)

    def _show(self, focus: str = "") -> None:
        """Show who is chosen now, and ask of each whether they said yes."""
        clear(self._place)
        self._shown = []
        self._place.addLayout(self._faces())
        self._place.addLayout(self._ways())
        if self._asking_name:
            self._place.addWidget(self._name_field())
        for key, each in self._who.items():
            if each.supporter != self._person.id:
                self._ask_of(key, each)
        if any(each.agreed == "no" for each in self._who.values()):
            self._say(
                N_(
                    "Then it stays in your own plan. It is not shown or printed for others, and "
                    "not offered again."
                )
            )
        follow_layout(self)
        wanted = self.findChild(QWidget, focus) if focus else None
        if wanted is not None:
            wanted.show()
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _faces(self) -> Flow:
        chosen = [each.supporter for each in self._who.values() if each.supporter is not None]
        row, faces = people_row(
            self.ctx, self._person, self._supporters,
            chosen=chosen, pick=self._pick, name="in-photo",
        )  # fmt: skip
        self._shown += faces
        for key, each in self._who.items():
            if each.supporter is None:
                named = self._button(f"in-photo-{key}", each.name, initial(each.name))
                named.choose(True)
                named.clicked.connect(lambda _=False, key=key: self._drop(key))
                row.addWidget(named)
        return row

    def _ways(self) -> Flow:
        """The answers that need no face."""
        row = Flow(gap=0)
        only_me = set(self._who) == {self._person.id}
        for name, words, picture, press, now in (
            ("only-me", N_("Only me"), JUST_ME, self._only_me, only_me),
            ("nobody", N_("Nobody"), NONE, self._nobody_in_it, self._nobody),
            ("somebody", N_("Somebody else"), PLUS, self._ask_name, self._asking_name),
        ):
            button = self._button(f"in-photo-{name}", self.ctx.t(words), picture)
            button.choose(now)
            button.clicked.connect(press)
            row.addWidget(button)
        return row

    def _button(self, name: str, words: str, picture: PictureRef) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=44)
        button.setObjectName(name)
        self._shown.append(button)
        return button

    def _name_field(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self._field = Field(self.ctx, self.ctx.t(N_("What is their name?")))
        self._field.line.setObjectName("in-photo-name")
        add = self._button("in-photo-add", self.ctx.t(N_("Add this name")), TICK)
        add.clicked.connect(self._add_name)
        self._field.line.returnPressed.connect(self._add_name)
        row.addWidget(self._field, 1)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignBottom)
        return holder

    def _ask_of(self, key: str, each: InPhoto) -> None:
        name = self._name_of(each)
        question = self.ctx.t(N_("Did {name} say yes to the photo?"), name=name)
        self._shown.append(asked := Words(self.ctx, question, size="label"))
        self._place.addWidget(asked)
        row = Flow(gap=0)
        for said, words, picture in _SAID:
            button = self._button(f"agreed-{said}-{key}", self.ctx.t(words), picture)
            button.setAccessibleName(f"{question} {self.ctx.t(words)}")
            button.choose(each.agreed == said)
            button.clicked.connect(self._sayer(key, said))
            row.addWidget(button)
        self._place.addLayout(row)

    def _say(self, words: str) -> None:
        said = Words(self.ctx, self.ctx.t(words), size="label", bold=False)
        self._shown.append(said)
        self._place.addWidget(said)

    # What is pressed

    def _pick(self, who: RecordId) -> None:
        self._nobody = False
        if who in self._who:
            del self._who[who]
        else:
            mine = who == self._person.id
            self._who[who] = InPhoto(supporter=who, agreed="yes" if mine else "not_asked")
        self._show(f"in-photo-{who}")

    def _drop(self, key: str) -> None:
        self._who.pop(key, None)
        self._show("in-photo-somebody")

    def _only_me(self) -> None:
        me = self._person.id
        self._nobody, self._asking_name = False, False
        self._who = {me: InPhoto(supporter=me, agreed="yes")}
        self._show("in-photo-only-me")

    def _nobody_in_it(self) -> None:
        self._nobody, self._asking_name = not self._nobody, False
        self._who = {}
        self._show("in-photo-nobody")

    def _ask_name(self) -> None:
        self._asking_name = not self._asking_name
        self._show("in-photo-name" if self._asking_name else "in-photo-somebody")

    def _add_name(self) -> None:
        try:
            name = text.name(self._field.text)
        except BadWordsError as error:
            self._field.tell(error.said(self.ctx.words))
            return
        each = InPhoto(name=name)
        self._nobody, self._asking_name = False, False
        self._who[self._key(each)] = each
        self._show(f"agreed-yes-{self._key(each)}")

    def _sayer(self, key: str, said: SaidYes) -> Callable[[], None]:
        def say() -> None:
            each = self._who[key]
            self._who[key] = InPhoto(supporter=each.supporter, name=each.name, agreed=said)
            self._show(f"agreed-{said}-{key}")

        return say

    def _done(self) -> None:
        if not self._who and not self._nobody:
            self._show()
            self._say(N_("Please press everybody who is in it, or “Nobody”."))
            return
        self._answer("said", tuple(self._who.values()))

    def go_on(self) -> None:
        """Go on with what is pressed; without an answer this is skipped (rule R3)."""
        answered = bool(self._who) or self._nobody
        self._answer("said" if answered else "skip", tuple(self._who.values()))

    def _refuse(self, response: Answered) -> None:
        self._answer(response, ())

    def _answer(self, answer: Answered, who: tuple[InPhoto, ...]) -> None:
        self.answered.emit(Told(taken_for=self._told.taken_for, answer=answer, who=who))

    # Who is who

    def _key(self, each: InPhoto) -> str:
        return each.supporter or f"name-{each.name}"

    def _name_of(self, each: InPhoto) -> str:
        if each.supporter is None:
            return each.name
        names = (s.body.name for s in self._supporters if s.id == each.supporter)
        return next(names, self.ctx.t(N_("Somebody else")))
