"""The picture sets in the order in which a person likes them, and which of them has an idea."""

from collections.abc import Iterable, Mapping

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.person import BUILT_IN, LikedSet, Person
from app.model.picture_sets import FoundPicture, NamedPicture, PictureSet
from app.usecases import people
from app.usecases.ports import Notebook, UnitOfWork
from app.words.matching import folded


class SetNames:
    """The names of an imported set's pictures, read once."""

    def __init__(self, set_id: str) -> None:
        self.set_id = set_id
        self._by_name: dict[tuple[str, str], PictureRef] = {}

    def add(self, named: NamedPicture) -> None:
        """Know one more name; the first picture of a name has it."""
        self._by_name.setdefault((named.lang, _plain(named.name)), named.ref)

    def of(self, words: Iterable[str], lang: str) -> PictureRef | None:
        """The picture of which a name is one of these words and nothing more, the first first."""
        primary = lang.partition("-")[0].casefold()
        for each in words:
            plain = _plain(each)
            found = self._by_name.get((primary, plain)) or self._by_name.get(("", plain))
            if found is not None:
                return found
        return None


def in_order(sets: Iterable[PictureSet], liked: tuple[LikedSet, ...]) -> tuple[LikedSet, ...]:
    """Every set that there is: first those that are liked, in that order, then the others."""
    there = {
        BUILT_IN: LikedSet(id=BUILT_IN, name="OpenMoji"),
        **{each.details.id: LikedSet(id=each.details.id, name=each.details.name) for each in sets},
    }
    order = [each.id for each in liked if each.id in there]
    return tuple(there[each] for each in dict.fromkeys((*order, *there)))


def put_first(notebook: Notebook, *, person: RecordId, set_id: str, by: RecordId) -> Change:
    """Like one set best; the others stay in their order behind it."""
    with notebook.unit_of_work() as work:
        liked = work.records.get(person, Person).body.ui.sets
        order = in_order(work.sets.all(), liked)
    first = sorted(order, key=lambda each: each.id != set_id)
    return people.change_setting(notebook, person=person, field="sets", value=tuple(first), by=by)


def of_person(notebook: Notebook, *, person: RecordId) -> tuple[LikedSet, ...]:
    """Every set there is, in the order in which a person likes them.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        return in_order(work.sets.all(), work.records.get(person, Person).body.ui.sets)


def read(
    work: UnitOfWork, liked: tuple[LikedSet, ...], *, langs: tuple[str, ...]
) -> tuple[SetNames | None, ...]:
    """What each set has, in the person's order; the program's own pictures stand as None."""
    tables: Mapping[str, SetNames] = {
        each.details.id: SetNames(each.details.id) for each in work.sets.all()
    }
    for named in work.sets.named(langs=langs) if tables else ():
        tables[named.set_id].add(named)
    order = in_order(work.sets.all(), liked)
    return tuple(None if each.id == BUILT_IN else tables[each.id] for each in order)


def found_in_order(
    found: Iterable[FoundPicture], words: str, order: tuple[str, ...]
) -> tuple[FoundPicture, ...]:
    """What a search found: pictures of this very name first, and the sets in their order."""
    wanted = _plain(words)
    place = {set_id: at for at, set_id in enumerate(order)}
    return tuple(
        sorted(
            found,
            key=lambda each: (_plain(each.name) != wanted, place.get(each.set_id, len(place))),
        )
    )


def _plain(words: str) -> str:
    return " ".join(folded(words).split())
