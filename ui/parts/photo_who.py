"""Who is in this photo: everybody's faces to press, several if there are several."""

import dataclasses

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model import text
from app.model.ids import PictureRef, RecordId
from app.model.person import Person, Supporter
from app.model.photo_facts import Answered, InPhoto
from app.model.record import Record
from app.model.refusals import REFUSAL_PICTURES, REFUSAL_WORDS
from app.model.text import is_blank
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
from ui.parts.refs import JUST_ME, NO_PICTURE, PLUS, TICK
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.pixmaps import initial

_PHOTO_PX = 96


@dataclasses.dataclass(frozen=True, slots=True)
class Around:
    """Those who may be in a photo.

    Attributes:
        person: whose plan it is for.
        supporters: who is around them.

    """

    person: Record[Person]
    supporters: tuple[Record[Supporter], ...]

    def key(self, each: InPhoto) -> str:
        """What tells somebody in a photo from the others."""
        return each.supporter or f"name-{each.name}"

    def name(self, each: InPhoto) -> str:
        """What somebody in a photo is called; empty where nobody knows any more."""
        if each.supporter is None:
            return each.name
        if each.supporter == self.person.id:
            return self.person.body.preferred_name
        return next((s.body.name for s in self.supporters if s.id == each.supporter), "")


class PhotoWho(QWidget):
    """The question with everybody's faces to press, several if there are several.

    Args:
        ctx: what every part is handed.
        photo: the photo, as the pixmaps know it.
        around: who may be in it.
        told: what was answered before.

    Signals:
        answered: carries a :class:`~app.usecases.photo_facts.Told`; of those in it who were not
            there before it is not known yet whether they said yes.

    """

    answered = Signal(object)

    def __init__(
        self,
        ctx: Context,
        photo: PictureRef,
        *,
        around: Around,
        told: Told,
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("ground")
        self._around, self._told = around, told
        self._before = {around.key(each): each for each in told.who}
        self._who = dict(self._before)
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
        """Show who is chosen now."""
        clear(self._place)
        self._shown = []
        if self._asking_name:  # first, so that it is in sight however many faces there are
            self._place.addWidget(self._name_field())
        self._place.addLayout(self._faces())
        self._place.addLayout(self._ways())
        follow_layout(self)
        wanted = self.findChild(QWidget, focus) if focus else None
        if wanted is not None:
            wanted.show()
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _faces(self) -> Flow:
        chosen = [each.supporter for each in self._who.values() if each.supporter is not None]
        row, faces = people_row(
            self.ctx, self._around.person, self._around.supporters,
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
        only_me = set(self._who) == {self._around.person.id}
        for name, words, picture, press, now in (
            ("only-me", N_("Only me"), JUST_ME, self._only_me, only_me),
            ("nobody", N_("Nobody"), NO_PICTURE, self._nobody_in_it, self._nobody),
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

    def _say(self, words: str) -> None:
        said = Words(self.ctx, self.ctx.t(words), size="label", bold=False)
        self._shown.append(said)
        self._place.addWidget(said)

    # What is pressed

    def _pick(self, who: RecordId) -> None:
        if not self._take_typed():
            return
        self._nobody = False
        if who in self._who:
            del self._who[who]
        else:
            mine = who == self._around.person.id
            new = InPhoto(supporter=who, agreed="yes" if mine else "not_asked")
            self._who[who] = self._before.get(who, new)
        self._show(f"in-photo-{who}")

    def _drop(self, key: str) -> None:
        if self._take_typed():
            self._who.pop(key, None)
            self._show("in-photo-somebody")

    def _only_me(self) -> None:
        me = self._around.person.id
        self._nobody, self._asking_name = False, False
        self._who = {me: InPhoto(supporter=me, agreed="yes")}
        self._show("in-photo-only-me")

    def _nobody_in_it(self) -> None:
        self._nobody, self._asking_name = not self._nobody, False
        self._who = {}
        self._show("in-photo-nobody")

    def _ask_name(self) -> None:
        if not self._take_typed():
            return
        self._asking_name = not self._asking_name
        self._show("in-photo-name" if self._asking_name else "in-photo-somebody")

    def _add_name(self) -> None:
        if self._take_name():
            self._show("in-photo-somebody")

    def _take_typed(self) -> bool:
        """A name that stands there counts without being added; False where it cannot be one."""
        return not self._asking_name or is_blank(self._field.text) or self._take_name()

    def _take_name(self) -> bool:
        """Take the name in, or say what is wrong with it."""
        name = self._field.checked(text.name)
        if name is None:
            return False
        each = InPhoto(name=name)
        key = self._around.key(each)
        self._nobody, self._asking_name = False, False
        self._who[key] = self._before.get(key, each)
        return True

    def _done(self) -> None:
        if not self._take_typed():
            return
        if not self._who and not self._nobody:
            self._show()
            self._say(N_("Please press everybody who is in it, or “Nobody”."))
            return
        self._answer("said", tuple(self._who.values()))

    def go_on(self) -> None:
        """Go on with what is pressed; without an answer this is skipped (rule R3)."""
        if self._take_typed():
            answered = bool(self._who) or self._nobody
            self._answer("said" if answered else "skip", tuple(self._who.values()))

    def _refuse(self, response: Answered) -> None:
        self._answer(response, ())

    def _answer(self, answer: Answered, who: tuple[InPhoto, ...]) -> None:
        self.answered.emit(Told(taken_for=self._told.taken_for, answer=answer, who=who))
