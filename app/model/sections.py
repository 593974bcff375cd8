"""The sections of a plan (domain section B), read from data."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from app.model.errors import BadDataError
from app.model.ids import PictureRef
from app.model.record import Value
from app.model.wording import N_


class Section(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One section of a plan.

    Attributes:
        title: the plain title; ``easy`` is the one people see.
        why: what the section is for, in a sentence for whoever helps.
        prompts: open questions that fill it, and ``others`` other ways to ask about the same.
        pictures: the main picture first.
        own_words_only: own or shown words stand at the top, others may only add below.
        maps: the standards it lines up with, kept as data.
        seen_by: who usually sees it: a suggestion, never a silent default.
        private: shared line by line, and with nobody until the person says so.

    """

    id: str
    title: str
    easy: str
    why: str
    prompts: tuple[str, ...]
    pictures: tuple[PictureRef, ...]
    others: tuple[str, ...] = ()
    own_words_only: bool = False
    maps: tuple[str, ...] = ()
    seen_by: tuple[str, ...] = ()
    private: bool = False

    @property
    def picture(self) -> PictureRef:
        """The one picture that stands for the section."""
        return self.pictures[0]


class Sections:
    """All sections in the plan's order."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self._by_id = {section.id: section for section in sections}
        if len(self._by_id) != len(sections):
            raise BadDataError(N_("Two sections of the plan have the same name."))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Sections":
        """Read what ``resources/sections.toml`` holds.

        Raises:
            BadDataError: a section lacks something or has something unknown.

        """
        try:
            return cls(msgspec.convert(data.get("section", []), tuple[Section, ...]))
        except msgspec.ValidationError as error:
            raise BadDataError(
                N_("The list of sections is wrong: {problem}."), problem=error
            ) from error

    def __iter__(self) -> Iterator[Section]:
        return iter(self._by_id.values())

    def __contains__(self, section: str) -> bool:
        return section in self._by_id

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, section: str) -> Section:
        """The section of this name.

        Raises:
            KeyError: there is none.

        """
        return self._by_id[section]
