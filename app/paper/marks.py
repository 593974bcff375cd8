"""Whose words a sentence is: shape, word and colour together (rule R1, easy-read rule L23)."""

import dataclasses

from app.model.ids import PictureRef, RecordId
from app.model.look import Marked
from app.model.plan import Line, Plan
from app.model.statement import VoiceGroup
from app.model.whose_words import KEPT, whose_words
from app.paper.desk import Desk
from app.paper.sheet import Sheets
from app.paper.symbols import Shown
from app.paper.text.layout import SetText

_SHAPES: dict[VoiceGroup, str] = {
    "own": "openmoji:1F4AC",
    "shown": "openmoji:1F440",
    "joint": "openmoji:1F91D",
    "others": "openmoji:1F465",
}
_PAD, _SLIM_PAD = 6.0, 3.0
_EDGE = 1.5
_RADIUS = 6.0
_SHAPE = 1.5
_GAP = 6.0
_TICK = 0.85


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """A voice mark, set and ready to be drawn.

    Attributes:
        kept: that the person kept this sentence when it was read back (rule R4), in words: a
            tick stands for them. Empty where they did not, or nobody asked them.
        said_by: who said it, where it was not the person.
        pad: how much is left free above and below its words, in points.

    """

    text: SetText
    shape: Shown | None
    colours: Marked
    ink: str
    kept: str = ""
    said_by: RecordId | None = None
    pad: float = _PAD

    def says_the_same(self, other: "Mark | None") -> bool:
        """Whether it is of the same people, in the same words, and both were kept or neither."""
        return other is not None and (self.said_by, self.text.source.text, self.kept) == (
            other.said_by, other.text.source.text, other.kept,
        )  # fmt: skip

    @property
    def height(self) -> float:
        """In points."""
        return max(self.text.height, self._side) + 2 * self.pad

    @property
    def width(self) -> float:
        """In points."""
        trail = _GAP + self._tick if self.kept else 0.0
        return self.text.width + self._lead + trail + 2 * (_PAD + 2)

    @property
    def _side(self) -> float:
        return self.text.size * _SHAPE

    @property
    def _lead(self) -> float:
        return self._side + _GAP if self.shape else 0.0

    @property
    def _tick(self) -> float:
        return self.text.size * _TICK

    def draw(self, sheets: Sheets, *, start: float, top: float) -> None:
        """Draw it with its corner here."""
        sheets.card(
            start=start,
            top=top,
            wide=self.width,
            high=self.height,
            fill=self.colours.fill,
            edge=self.colours.edge,
            line=_EDGE,
            radius=_RADIUS,
        )
        at = start + _PAD + 2
        if self.shape:
            sheets.picture(self.shape, start=at, top=top, side=self._side, high=self.height)
            at += self._lead
        sheets.words(
            self.text, start=at, top=top + (self.height - self.text.height) / 2, colour=self.ink
        )
        if self.kept:
            sheets.tick(
                start=at + self.text.width + _GAP,
                top=top + (self.height - self._tick) / 2,
                side=self._tick,
                colour=self.ink,
                alt=self.kept,
            )


def mark(
    desk: Desk,
    plan: Plan,
    line: Line,
    *,
    by_name: bool = False,
    room: float = 0.0,
    slim: bool = False,
) -> Mark:
    """The voice mark of a sentence, no wider than ``room``; than a column of words if left out.

    ``slim`` leaves less free above and below its words, where it stands over them in a box.
    """
    person = plan.person.body.preferred_name
    group = line.statement.body.voice_group
    size = desk.label_size
    room = (room or desk.words_width) - size * (_SHAPE + _TICK) - 2 * (_GAP + _PAD + 2)
    text = whose_words(line, person=person, words=desk.words, by_name=by_name)
    return Mark(
        text=desk.label(text, width=room),
        shape=_face(desk, plan, line) or _shape(desk, group),
        colours=getattr(desk.theme, group),
        ink=desk.theme.ink,
        kept=desk.words.t(KEPT) if line.statement.body.kept and group != "others" else "",
        said_by=line.statement.body.said_by if group == "others" else None,
        pad=_SLIM_PAD if slim else _PAD,
    )


def _shape(desk: Desk, group: VoiceGroup) -> Shown | None:
    """The sign of a voice; the words beside it say the same, so that it is not read out."""
    shape = desk.pictures.ornament(PictureRef(_SHAPES[group]))
    return shape.called("") if shape else None


def _face(desk: Desk, plan: Plan, line: Line) -> Shown | None:
    """The photo of whose words they are, if they are somebody else's and there is one."""
    body = line.statement.body
    if body.voice_group != "others" or body.said_by is None:
        return None
    who = next((each.body for each in plan.supporters if each.id == body.said_by), None)
    return desk.face(who.photo, called=who.name) if who else None
