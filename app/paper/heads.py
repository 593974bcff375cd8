"""The top of a short document: the person's face and name, and what the document is."""

import dataclasses
from collections.abc import Iterable

from app.model.contents import Contents
from app.model.ids import PictureRef
from app.model.look import Theme
from app.model.plan import Line, Plan
from app.model.telling import PHOTO_OF_ME
from app.model.wording import N_, Wording
from app.paper.desk import SMALLEST, START_MARGIN, Desk
from app.paper.sheet import Sheets
from app.paper.symbols import Shown
from app.paper.text.layout import SetText

_GAP = 10.0
_RULE = 2.5
_NAME_SIZES = (28.0, 18.0, SMALLEST)
_MOST_LINES = 2


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A face, a name, and below the name what this is."""

    theme: Theme
    name: SetText
    title: str
    below: tuple[SetText, ...]
    face: Shown | None
    side: float
    gap: float = 0.0
    keeps: int = 1
    new_page: bool = False
    heading: None = None

    @property
    def height(self) -> float:
        """With its rule."""
        return self._seen + _GAP + _RULE

    @property
    def _seen(self) -> float:
        return max(self.side if self.face else 0.0, self._words)

    @property
    def _words(self) -> float:
        return self.name.height + sum(text.height for text in self.below)

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw it across the page."""
        sheets.section(self.title)
        start, at = START_MARGIN, top + (self._seen - self._words) / 2
        if self.face:
            side = self.face.within(self.side)[0]
            sheets.picture(self.face, start=start, top=top, side=side, high=self._seen)
            start += side + _GAP
        sheets.words(self.name, start=start, top=at, colour=self.theme.ink, role="H")
        at += self.name.height
        for text in self.below:
            sheets.words(text, start=start, top=at, colour=self.theme.quiet_ink)
            at += text.height
        sheets.bar(
            start=START_MARGIN,
            top=top + self._seen + _GAP,
            wide=sheets.paper.width,
            high=_RULE,
            colour=self.theme.own.edge,
        )

    def split(self, room: float) -> None:  # noqa: ARG002
        """It stays whole."""
        return


def head(
    desk: Desk,
    plan: Plan,
    *,
    title: str,
    below: tuple[str, ...] = (),
    side: float = 0.0,
    photo: PictureRef | None = None,
    named: bool = True,
) -> Head:
    """The head of a document.

    Args:
        desk: what it is set with.
        plan: whose it is.
        title: what the document is called.
        below: what else to say of it.
        side: how large the face is, in points.
        photo: of the person; no face if left out.
        named: it names the person; else the title stands there alone.

    """
    person = plan.person.body
    face = desk.face(photo, called=desk.words.t(PHOTO_OF_ME))
    width = desk.width - (side + _GAP if face else 0.0)
    name = person.preferred_name if named else title
    set_in = (desk.heading(name, size, width=width) for size in _NAME_SIZES)
    large = next((text for text in set_in if len(text.lines) <= _MOST_LINES), None)
    if large is None:  # a very long name takes the room of the face
        face, width = None, desk.width
        large = desk.heading(name, SMALLEST, width=width)
    texts = (*((title,) if named else ()), *below)
    return Head(
        theme=desk.theme,
        name=large,
        title=title,
        below=tuple(
            desk.label(text, width=width, bold=not at) for at, text in enumerate(texts) if text
        ),
        face=face,
        side=side,
    )


def whose_page(contents: Contents, lines: Iterable[Line], words: Wording) -> tuple[str, ...]:
    """That a page is in the person's own words, where no other words stand on it (rule R1)."""
    views = contents.views()
    told = [each for line in lines for each in (line, *views.of(line))]
    if any(each.statement.body.voice_group != "own" for each in told):
        return ()
    return (words.t(N_("In my own words.")),)
