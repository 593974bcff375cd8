"""Help: picture guides, a few words about each screen, and where words are kept: data, not code."""

import datetime
import typing
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec

from app.model.errors import BadDataError
from app.model.ids import PictureRef
from app.model.record import Value
from app.model.wording import N_, SourceWording

GuideName = Literal["person", "keyworker"]
"""For whom there is a picture guide."""

PAGES = 3
"""Of each guide: no more than a person looks at before they begin."""

KeptFact = Literal[
    "file",
    "none_open",
    "example",
    "locked",
    "who",
    "sealed",
    "backups",
    "no_backups",
    "network",
    "papers",
]
"""What can be true of where words are kept."""

HELP_IN_ENGLISH = N_("This help is in English. It is not in your language yet.")
NOBODY_CHECKED = N_("Nobody who speaks this language has checked these words yet.")

_Said = Annotated[str, msgspec.Meta(pattern=r"\S")]
_Picture = Annotated[PictureRef, msgspec.Meta(pattern=r"^openmoji:")]


class HelpBlock(Value, frozen=True, kw_only=True):
    """A picture, and one or two short sentences beside it."""

    picture: _Picture
    words: _Said


class HelpPage(Value, frozen=True, kw_only=True):
    """A page of a guide: three to five blocks (easy-read rule L19)."""

    title: _Said
    block: Annotated[tuple[HelpBlock, ...], msgspec.Meta(min_length=3, max_length=5)]


class PictureGuide(Value, frozen=True, kw_only=True):
    """How the program is used, in pictures."""

    id: GuideName
    title: _Said
    page: Annotated[tuple[HelpPage, ...], msgspec.Meta(min_length=PAGES, max_length=PAGES)]


class HelpSaid(Value, frozen=True, kw_only=True):
    """What the other pages of help begin with."""

    report: _Said
    about: _Said
    source: _Said
    parts: _Said


class HelpChecked(Value, frozen=True, kw_only=True):
    """A named speaker went through a translation of the help."""

    by: _Said
    on: datetime.date


class Help(Value, frozen=True, kw_only=True):
    """All of it in one language.

    Attributes:
        lang: BCP 47 tag of the language that it is written in.
        checked: who went through a translation; empty as long as nobody has.
        screens: what a screen is for, by the screen's name.
        kept: where words are kept and who can see them; places such as ``{file}`` are filled.

    """

    lang: _Said
    guide: tuple[PictureGuide, ...]
    screens: dict[str, _Said]
    kept: dict[KeptFact, HelpBlock]
    said: HelpSaid
    checked: tuple[HelpChecked, ...] = ()

    def picture_guide(self, name: GuideName) -> PictureGuide:
        """The guide for the person, or for the keyworker."""
        return next(each for each in self.guide if each.id == name)

    def is_unchecked(self) -> bool:
        """Whether it is a translation that no speaker has gone through yet."""
        return self.lang != SourceWording.lang and not self.checked


def read_help(data: Mapping[str, Any]) -> Help:
    """What a file of ``resources/help`` holds.

    Raises:
        BadDataError: something in it is wrong or missing.

    """
    try:
        found = msgspec.convert(data, Help)
    except msgspec.ValidationError as error:
        raise BadDataError(N_("The help is wrong: {problem}."), problem=error) from error
    missing = {"person", "keyworker"} - {each.id for each in found.guide}
    missing |= set(typing.get_args(KeptFact)) - set(found.kept)
    if missing:
        raise BadDataError(N_("The help is wrong: {problem}."), problem=", ".join(sorted(missing)))
    return found
