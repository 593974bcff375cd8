"""Topics for sorting boards with their cards, and the scales they are sorted on (domain C.0)."""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.model.errors import BadDataError
from app.model.ids import PictureRef
from app.model.record import Value
from app.model.wording import N_


class TopicCard(Value, frozen=True, kw_only=True):
    """One idea to be sorted. A card of somebody's own may have no picture."""

    id: str
    words: str
    picture: PictureRef | None


class Topic(Value, frozen=True, kw_only=True):
    """Something to talk about, with cards that cover it."""

    id: str
    words: str
    picture: PictureRef
    cards: tuple[TopicCard, ...]


class Pile(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One place on a scale.

    Attributes:
        says: the kind of sentence a card in this pile becomes; empty when it becomes none.
        sentence: how the card and its pile are said in one sentence, with ``{card}``.

    """

    id: str
    words: str
    picture: PictureRef
    says: str = ""
    sentence: str = ""


class Scale(Value, frozen=True, kw_only=True):
    """A top scale of two to five places, the good end first."""

    id: str
    ask: str
    piles: tuple[Pile, ...]


class Topics(Value, frozen=True, kw_only=True):
    """All topics and scales."""

    topics: tuple[Topic, ...]
    scales: tuple[Scale, ...]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Topics":
        """Read what ``resources/topics.toml`` holds.

        Raises:
            BadDataError: a topic or scale lacks something or has something unknown.

        """
        try:
            return msgspec.convert(
                {"topics": data.get("topic", []), "scales": data.get("scale", [])}, cls
            )
        except msgspec.ValidationError as error:
            raise BadDataError(
                N_("The list of topics is wrong: {problem}."), problem=error
            ) from error

    def topic(self, name: str) -> Topic | None:
        """The topic of this name, or None where it is one of somebody's own."""
        return next((topic for topic in self.topics if topic.id == name), None)

    def scale(self, name: str) -> Scale:
        """The scale of this name.

        Raises:
            KeyError: there is none.

        """
        for scale in self.scales:
            if scale.id == name:
                return scale
        raise KeyError(name)
