"""One reader, what they could see, and the person's answer: given and changed by one press."""

import dataclasses
from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import PictureRef
from app.model.sharing import Part, Purpose
from app.model.wording import N_
from app.usecases.sharing_choices import Choice
from ui.context import Context
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable, Role
from ui.parts.sharing_words import ANSWERS, PURPOSE_WORDS, purpose_told
from ui.parts.taborder import follow_layout
from ui.parts.words import Words


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that may be seen or not: a sentence, or a section of the plan.

    Attributes:
        alone: it is never part of "all of it": the person says yes to it by itself.

    """

    part: Part
    words: str
    picture: PictureRef | None = None
    note: str = ""
    role: Role = "plain"
    lang: str = ""
    alone: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the person says about this reader."""

    choice: Choice
    seen: tuple[Part, ...]
    unseen: tuple[Part, ...]
    purpose: Purpose


class SharingPanel(QWidget):
    """The answers, the reason in words, and what would be seen, each to be pressed.

    Attributes:
        read: what can be heard, in reading order.

    """

    def __init__(
        self,
        ctx: Context,
        *,
        question: str,
        told: str,
        name: str,
        items: tuple[Item, ...],
        purpose: Purpose,
        given: Choice | None,
        seen: frozenset[Part],
        say: Callable[[Said, str], None],
        back: Callable[[], None],
        more: Pressable | None = None,
    ) -> None:
        """Lay it out.

        Args:
            ctx: what every part is handed.
            question: about this reader.
            told: what holds for them already; may be empty.
            name: the reader's.
            items: what could be seen.
            purpose: what for.
            given: what the person said before.
            seen: which parts may be seen, of "some of it".
            say: told what the person says, and what has the keyboard then.
            back: what was said is taken back.
            more: something else to press about the answer, under the answers.

        """
        super().__init__()
        self.ctx = ctx
        self._name, self._items, self._say, self._back = name, items, say, back
        self._purpose: Purpose = purpose
        self._given, self._seen = given, set(seen)
        self.read: list[Words | Pressable] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(ctx.look.shape.gap_small)
        self._words(question, "sentence", bold=True)
        if told:
            self._words(told, "label", bold=False)
        self._answers()
        if more is not None:
            row = Flow(gap=0)
            row.addWidget(more)
            self._column.addLayout(row)
            self.read.append(more)
        self._example = QVBoxLayout()
        self._example.setSpacing(2)
        self._column.addLayout(self._example)
        self._show_items(picking=given == "yes_some")
        self._purposes()
        self._column.addStretch(1)

    def _words(self, said: str, size: str, *, bold: bool) -> Words:
        words = Words(self.ctx, said, size=size, bold=bold)
        self.read.append(words)
        self._column.addWidget(words)
        return words

    def _answers(self) -> None:
        row = Flow(gap=0)
        for choice in get_args(Choice):
            words, picture = ANSWERS[choice]
            button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=34)
            button.setObjectName(f"say-{choice}")
            button.setAccessibleName(f"{self._name}. {self.ctx.t(words)}")
            button.choose(choice == self._given)
            button.clicked.connect(lambda _=False, choice=choice: self._answer(choice))
            self.read.append(button)
            row.addWidget(button)
        self._column.addLayout(row)

    def _answer(self, choice: Choice) -> None:
        if choice == self._given and choice != "yes_some":
            self._back()
            return
        parts = tuple(each.part for each in self._items)
        together = tuple(each.part for each in self._items if not each.alone)
        if choice == "yes_some" or (choice == "yes" and parts and not together):
            self._show_items(picking=True)
            first = self.findChild(Pressable, f"item-{parts[0]}") if parts else None
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        seen = together if choice in {"yes", "ask_each_time"} else parts
        self._tell(choice, seen, ())

    def _tell(self, choice: Choice, seen: tuple[Part, ...], unseen: tuple[Part, ...]) -> None:
        said = Said(choice=choice, seen=seen, unseen=unseen, purpose=self._purpose)
        self._say(said, f"say-{choice}")

    # What for

    def _purposes(self) -> None:
        ctx = self.ctx
        told = purpose_told(ctx, self._purpose)
        self._told_purpose = Words(ctx, told, size="label", bold=False)
        self.read.append(self._told_purpose)
        row = Flow(gap=4)
        row.addWidget(self._told_purpose)
        other = Pressable(ctx, ctx.t(N_("For another reason")), size="note")
        other.setObjectName("other-purpose")
        other.clicked.connect(lambda: self._show_purposes(other))
        self.read.append(other)
        row.addWidget(other)
        self._column.addLayout(row)

    def _show_purposes(self, other: Pressable) -> None:
        other.hide()
        row = Flow(gap=0)
        first: Pressable | None = None
        for purpose in get_args(Purpose):
            words = self.ctx.t(PURPOSE_WORDS[purpose])
            card = Pressable(self.ctx, words, size="note")
            card.setObjectName(f"purpose-{purpose}")
            card.choose(purpose == self._purpose)
            card.clicked.connect(lambda _=False, purpose=purpose: self._for(purpose))
            row.addWidget(card)
            first = first or card
        self._column.insertLayout(self._column.count() - 1, row)
        follow_layout(self)
        if first is not None:
            first.show()
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _for(self, purpose: Purpose) -> None:
        """Another reason; what was said for the one before is said for this one."""
        self._purpose = purpose
        for card in self.findChildren(Pressable):
            if card.objectName().startswith("purpose-"):
                card.choose(card.objectName() == f"purpose-{purpose}")
        self._told_purpose.say(purpose_told(self.ctx, purpose))
        if self._given is not None and self._given != "yes_some":
            given, self._given = self._given, None
            self._answer(given)
        elif self._given == "yes_some":
            self._tell_some(f"purpose-{purpose}")

    # What would be seen

    def _show_items(self, *, picking: bool) -> None:
        """What the reader would see, as an example; of "some of it", each to be pressed."""
        clear(self._example)
        ctx = self.ctx
        if not self._items:
            return
        if picking:
            head = ctx.t(N_("Press what {name} can see."), name=self._name)
        elif self._given in {"no", "not_decided"}:
            head = ctx.t(N_("{name} does not see this:"), name=self._name)
        else:
            head = ctx.t(N_("{name} would see this:"), name=self._name)
        words = Words(ctx, head, size="label", bold=True)
        self._example.addWidget(words)
        self.read.append(words)
        hides = any(each.alone for each in self._items) and not picking
        cards = [
            self._item(item, picking=picking)
            for item in self._items
            if not (hides and item.alone and self._given != "no")
        ]
        if any(item.note for item in self._items):
            for card in cards:
                self._example.addWidget(card)
        else:
            row = Flow(gap=0)
            for card in cards:
                row.addWidget(card)
            self._example.addLayout(row)
        if hides and self._given != "no":
            note = ctx.t(N_("Some words are very much yours. Press “Some of it” to share those."))
            line = Words(ctx, note, size="label", bold=False)
            self.read.append(line)
            self._example.addWidget(line)
        follow_layout(self)

    def _item(self, item: Item, *, picking: bool) -> Pressable:
        card = Pressable(
            self.ctx,
            item.words,
            picture=self.ctx.shows(item.picture),
            picture_px=44,
            note=item.note,
            note_heard="around",
            role=item.role,
            size="label",
            bold=False,
            lang=item.lang,
        )
        card.setObjectName(f"item-{item.part}")
        if picking:
            card.choose(item.part in self._seen)
            card.clicked.connect(lambda: self._turn(item.part))
        else:
            card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            card.setEnabled(False)
        card.show()
        self.read.append(card)
        return card

    def _turn(self, part: Part) -> None:
        self._seen ^= {part}
        self._tell_some(f"item-{part}")

    def _tell_some(self, focus: str) -> None:
        seen = tuple(each.part for each in self._items if each.part in self._seen)
        unseen = tuple(each.part for each in self._items if each.part not in self._seen)
        if seen:
            said = Said(choice="yes_some", seen=seen, unseen=unseen, purpose=self._purpose)
        else:
            said = Said(choice="no", seen=unseen, unseen=(), purpose=self._purpose)
        self._say(said, focus)
