"""How I reach things: touch, mouse, switches, eyes, or somebody points; what each needs."""

from typing import Any

from app.model.ids import PictureRef, RecordId
from app.model.person import Settings
from app.model.reaching import CLICK
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.likes_rows import LikesRows
from ui.parts.pressable import Pressable
from ui.parts.words import Words

Choice = tuple[Any, str, str]
"""A value, its words (marked for translation), and its picture."""

Row = tuple[str, str, tuple[Choice, ...]]

WAYS: tuple[Choice, ...] = (
    ("touch", N_("I touch the screen"), "openmoji:1F446"),
    ("mouse", N_("A mouse"), "openmoji:1F5B1"),
    ("switch", N_("One switch"), "openmoji:1F518"),
    ("two_switches", N_("Two switches"), "openmoji:1F579"),
    ("eye", N_("My eyes or my head"), "openmoji:1F440"),
    ("partner", N_("Somebody points for me"), "openmoji:1F449"),
)

_SCAN_SECONDS: Row = (
    "scan_seconds",
    N_("How long does each thing wait for you?"),
    (
        (0.5, N_("Half a second"), ""),
        (1.0, N_("1 second"), ""),
        (1.5, N_("1 and a half"), ""),
        (2.0, N_("2 seconds"), ""),
        (3.0, N_("3 seconds"), ""),
        (4.0, N_("4 seconds"), ""),
        (6.0, N_("6 seconds"), ""),
        (8.0, N_("8 seconds"), ""),
    ),
)
_ROUNDS: Row = (
    "rounds",
    N_("How often does it go round before it waits for you?"),
    ((1, N_("Once"), ""), (2, N_("Twice"), ""), (3, N_("3 times"), ""), (5, N_("5 times"), "")),
)
_SAY_NAMES: Row = (
    "say_names",
    N_("Shall it say each thing aloud?"),
    ((False, N_("No, quiet"), "openmoji:1F507"), (True, N_("Yes, say it"), "openmoji:1F50A")),
)
_HOLD: Row = (
    "hold_ms",
    N_("When does a press count?"),
    (
        (0, N_("At once"), ""),
        (200, N_("When I hold it a little"), ""),
        (500, N_("When I hold it longer"), ""),
        (1000, N_("When I hold it for 1 second"), ""),
    ),
)
_IGNORE: Row = (
    "ignore_ms",
    N_("If you press again by mistake?"),
    (
        (0, N_("Every press counts"), ""),
        (200, N_("A very quick one does not count"), ""),
        (600, N_("A quick one does not count"), ""),
        (1500, N_("It waits a while"), ""),
    ),
)
_DWELL: Row = (
    "dwell_seconds",
    N_("How long do you look at a thing to choose it?"),
    (
        (0.6, N_("Very short"), ""),
        (0.9, N_("Short"), ""),
        (1.2, N_("Usual"), ""),
        (2.0, N_("2 seconds"), ""),
        (3.0, N_("3 seconds"), ""),
        (4.0, N_("4 seconds"), ""),
    ),
)
_POINTER: Row = (
    "pointer",
    N_("How big is the pointer?"),
    (
        (1, N_("Usual"), "openmoji:2196"),
        (2, N_("Big"), "openmoji:2196"),
        (3, N_("Very big"), "openmoji:2196"),
    ),
)

ROWS: dict[str, tuple[Row, ...]] = {
    "touch": (),
    "mouse": (_POINTER,),
    "switch": (_SCAN_SECONDS, _ROUNDS, _SAY_NAMES, _HOLD, _IGNORE),
    "two_switches": (_SAY_NAMES, _HOLD, _IGNORE),
    "eye": (_DWELL, _POINTER),
    "partner": (_SAY_NAMES, _POINTER),
}
"""What is asked for each way of reaching things."""

KEYS: tuple[str, ...] = (
    N_("Tab: go to the next thing. With Shift: the one before."),
    N_("Enter or the space bar: choose it."),
    N_("F2: hear this page, or be quiet."),
    N_("F3: hear the next sentence. With Shift: the one before."),
    N_("F1: stop or help."),
    N_("Alt and an arrow: next, or back."),
    N_("Ctrl and Z: undo. Ctrl and Y: do it again."),
)
"""What the keys of the keyboard do, on every screen."""

_KEYS = {"Space": N_("the space bar"), "Return": N_("Enter"), CLICK: N_("a click")}


class LikesInput(LikesRows):
    """The rows about reaching things."""

    def __init__(self, ctx: Context, person: RecordId) -> None:
        super().__init__(ctx, person)
        settings = ctx.settings
        row = self.row(N_("What do you use to choose things?"))
        for way, words, picture in WAYS:
            row.addWidget(self._card("input", way, words, picture, now=settings.input))
        for field, asked, choices in ROWS[settings.input]:
            row = self.row(asked)
            for value, words, picture in choices:
                now = getattr(settings.reach, field)
                row.addWidget(self._card(field, value, words, picture, now=now))
        self._switch_row()
        self.row(N_("With the keyboard"))
        for sentence in KEYS:
            self._line(sentence)

    def _line(self, sentence: str) -> None:
        line = Words(self.ctx, self.ctx.t(sentence), size="note", bold=False)
        self.heads.append(line)
        self.column.addWidget(line)

    def _card(self, field: str, value: Any, words: str, picture: str, *, now: Any) -> Pressable:
        card = self._pressable(f"{field}-{value}", self.ctx.t(words), picture)
        card.choose(now == value)
        card.clicked.connect(lambda: self._keep(field, value))
        return card

    def _pressable(self, name: str, words: str, picture: str) -> Pressable:
        shown = PictureRef(picture) if picture else None
        card = Pressable(self.ctx, words, picture=shown, picture_px=34, size="choice")
        card.setObjectName(name)
        return card

    # Which key is the switch, and trying it

    def _switch_row(self) -> None:
        t, settings = self.ctx.t, self.ctx.settings
        if settings.input in {"touch", "mouse"}:
            return
        two = settings.input == "two_switches"
        row = self.row(N_("Try it, and come back"))
        if settings.input in {"switch", "two_switches"}:
            first = self._switch_card("first_switch", N_("My switch is {key}. Choose another"))
            row.addWidget(first)
        if two:
            row.addWidget(
                self._switch_card("second_switch", N_("My second switch is {key}. Choose another"))
            )
        attempt = self._pressable("try-it", t(N_("Try it out")), "openmoji:1F3AF")
        attempt.clicked.connect(self._try)
        row.addWidget(attempt)
        self._line(N_("Mouse and keyboard always work, too. Esc twice puts this off and on."))

    def _switch_card(self, field: str, words: str) -> Pressable:
        key = getattr(self.ctx.settings.reach, field)
        shown = self.ctx.t(_KEYS[key]) if key in _KEYS else key
        card = self._pressable(field, self.ctx.t(words, key=shown), "openmoji:1F518")
        card.clicked.connect(lambda: self._learn(field))
        return card

    def _learn(self, field: str) -> None:
        from ui.scanning.trying import Learning  # noqa: PLC0415 - seldom needed

        reach = self.ctx.reach
        if reach is not None:
            layer = Learning(self.ctx, reach, self.window())
            layer.learnt.connect(lambda key: self._keep(field, key))
            reach.put_on_layer(layer)

    def _try(self) -> None:
        from ui.scanning.trying import Trying  # noqa: PLC0415 - seldom needed

        if self.ctx.reach is not None:
            self.ctx.reach.put_on_layer(Trying(self.ctx, self.ctx.reach, self.window()))

    def _keep(self, field: str, value: Any) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, by = ctx.open_notebook, ctx.writer
        change = people.change_setting if field == "input" else people.change_reaching

        def keep() -> Settings:
            change(notebook, person=person, field=field, value=value, by=by)
            return people.person(notebook, person=person).body.ui

        ctx.desk.do(keep, owner=self, then=self.changed.emit)
