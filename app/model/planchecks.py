"""Whether a plan file holds together: every name in it is that of something in it, once."""

import re
from collections.abc import Container, Iterator

from app.model import shape
from app.model.errors import BadPlanFileError
from app.model.ids import PictureRef, RecordId, SoundRef
from app.model.photo_facts import PhotoFacts
from app.model.pictures import PHOTO, has_not, is_kept, without_not
from app.model.planfile import PICTURE_PATTERN, Entry, PlanFile, Typing
from app.model.record import Body
from app.model.recording_removed import RecordingRemoved
from app.model.wording import N_

_Reference = tuple[str, RecordId, tuple[str, ...]]
"""The field, the record it names, and the lists of a plan file in which that may stand."""


def check(plan: PlanFile) -> None:
    """Refuse what each record alone cannot show to be wrong: names that stand for nothing.

    Raises:
        BadPlanFileError: one of them does.

    """
    there: dict[RecordId, tuple[str, RecordId]] = {}
    for name, entry in plan.entries():
        if entry.id in there:
            raise wrong(f'{name}, "{entry.id}"', "two records have this id")
        there[entry.id] = name, entry.body.facets(entry.id).person or entry.id
    there_or_removed = {*plan.pictures, *_removed(plan)}
    heard_or_removed = {*plan.sounds, *_removed_sounds(plan)}
    for name, entry in plan.entries():
        record = f'{name}, "{entry.id}"'
        _check_names(record, entry.id, tuple(_named_by(entry)), there)
        for version in entry.versions:
            _check_pictures(record, shape.pictures(version.body), there_or_removed)
            for sound in shape.sounds(version.body):
                if sound not in heard_or_removed:
                    raise wrong(record, f'the recording "{sound[:80]}" is not among the sounds')
    places = set()
    for number, half in enumerate(plan.unfinished, 1):
        record = f"unfinished, number {number}"
        if (half.within, half.moment) in places:
            raise wrong(record, "two of them stand in the same place")
        places.add((half.within, half.moment))
        _check_names(record, RecordId(half.within), tuple(_named_by_typing(half)), there)
        if half.said.picture is not None:
            _check_pictures(record, (half.said.picture,), plan.pictures)


def _check_names(
    record: str,
    of: RecordId,
    named: tuple[_Reference, ...],
    there: dict[RecordId, tuple[str, RecordId]],
) -> None:
    """Refuse names that stand for nothing, or for what is not of the same person as ``of``."""
    for field, other, allowed in named:
        if other not in there or there[other][0] not in allowed:
            lists = " or ".join(allowed)
            raise wrong(record, f'"{field}" names "{other[:64]}", which is not in {lists}')
    for field, other, _ in named:
        if there[other][1] != there[of][1]:
            raise wrong(record, f'"{field}" names "{other}" of somebody else\'s plan')


def _named_by(entry: Entry[Body]) -> Iterator[_Reference]:
    """Every record that an entry names, as it stands and as it stood, and who wrote it where."""
    people = ("people", "supporters")
    *earlier, now = entry.versions
    yield "created_by", entry.versions[0].by, people
    yield "changed_by", now.by, people
    for each in earlier:
        yield "earlier", each.by, people
    for each in entry.versions:
        if each.session is not None:
            yield "written_in", each.session, ("sessions",)
        yield from shape.names(each.body)


def _named_by_typing(half: Typing) -> Iterator[_Reference]:
    yield "within", RecordId(half.within), ("people", "sessions")
    if half.said.said_by is not None:
        yield "said_by", half.said.said_by, ("supporters",)
    if half.said.row is not None:
        yield from shape.names(half.said.row)
    for each in half.said.promises:
        yield from shape.names(each)


def _removed(plan: PlanFile) -> Iterator[PictureRef]:
    """The photos that were taken out of the notebook: the history only names them."""
    for _, entry in plan.entries():
        for version in entry.versions:
            if isinstance(version.body, PhotoFacts) and version.body.removed:
                yield version.body.picture


def _removed_sounds(plan: PlanFile) -> Iterator[SoundRef]:
    """The recordings that were deleted for good, which the history names too."""
    for _, entry in plan.entries():
        for version in entry.versions:
            if isinstance(version.body, RecordingRemoved):
                yield version.body.recording


def _check_pictures(
    record: str, shown: tuple[PictureRef, ...], pictures: Container[PictureRef]
) -> None:
    for marked in shown:
        ref = without_not(marked)
        if has_not(marked) and ref.startswith(PHOTO):
            raise wrong(record, f'the photo "{ref[:80]}" has the mark for "not" over it')
        if is_kept(ref):
            if ref not in pictures:
                raise wrong(record, f'the picture "{ref[:80]}" is not among the pictures')
        elif not re.fullmatch(PICTURE_PATTERN, ref):
            raise wrong(record, f'"{ref[:80]}" is not the name of a picture')


def wrong(record: str, problem: str) -> BadPlanFileError:
    """The error for something that is wrong with a record of a plan file."""
    return BadPlanFileError(
        N_("The plan file cannot be used ({record}): {problem}. Nothing of it was taken in."),
        record=record,
        problem=problem,
    )
