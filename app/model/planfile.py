"""The plan file: people's plans in one file of JSON, to carry from notebook to notebook.

The format is described for others in ``resources/plan-file.schema.json``. A file is read whole
or not at all: what is wrong with it is said in one sentence that names the place, and a file that
can be read is consistent in itself (every name it uses stands for something in it).
"""

import base64
import dataclasses
import datetime
import hashlib
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec

from app.model.halfsaid import HalfSaid
from app.model.ids import PictureRef, RecordId, SoundRef
from app.model.kinds import LISTS
from app.model.pictures import PHOTO, Picture
from app.model.record import Body, Value
from app.model.recordings import MEDIA_TYPE

FORMAT = "alongside-plan"
VERSION = 1
LARGEST_FILE = 200_000_000
"""Bytes. The photos of a plan are made small, so that a real file stays far below."""

LONGEST_TEXT = 10_000
"""Characters of any text of the file that has no limit of its own, but for unfinished typing."""

ID_PATTERN = r"^[A-Za-z0-9._:-]{1,64}$"
SOUND_PATTERN = r"^sound:[0-9a-f]{64}$"
KEPT_PATTERN = r"^(photo|set):[0-9a-f]{64}$"
PICTURE_PATTERN = r"^[a-z][a-z0-9-]{0,31}:[A-Za-z0-9._-]{1,128}$"

TALK_PATTERN = r"^([A-Za-z0-9._:-]{1,64})?$"

TalkName = Annotated[str, msgspec.Meta(pattern=TALK_PATTERN)]
CreditText = Annotated[str, msgspec.Meta(max_length=300)]
RecordName = Annotated[str, msgspec.Meta(pattern=ID_PATTERN)]
Moment = Annotated[datetime.datetime, msgspec.Meta(tz=True)]
BodyT = TypeVar("BodyT", bound=Body)


class Envelope(Value, frozen=True, kw_only=True):
    """What every record of the file carries beside its own fields.

    Attributes:
        id: the name of the record: letters, digits, dot, colon, hyphen and underscore.
        created_at: when it was first written.
        created_by: the supporter or person who wrote it.
        withdrawn: whether it is hidden: nothing but its history shows it.
        written_in: the conversation in which it came to be as it stands; empty for outside of one;
            that of the record, if it is not said.
        replaces: the numbers of the earlier versions in whose place it stands, the first being 1;
            the one before it, if it is not said. Versions that nothing replaces stand side by side.

    """

    id: RecordName
    created_at: Moment
    created_by: RecordName
    withdrawn: bool = False
    written_in: TalkName | None = None
    replaces: tuple[int, ...] | None = None


class LaterEnvelope(Value, frozen=True, kw_only=True):
    """What a record carries that was changed after it was first written.

    Attributes:
        changed_at: when it came to be as it stands; when the file was made, if it is not said.
        changed_by: who wrote it as it stands; who wrote it first, if it is not said.

    """

    changed_at: Moment | None = None
    changed_by: RecordName | None = None


class EarlierEnvelope(Value, frozen=True, kw_only=True):
    """When a record was written as it stood before, and by whom.

    Attributes:
        at: when it was written so.
        by: the supporter or person who wrote it so.
        withdrawn: whether it was hidden then.
        written_in: the conversation in which it was written so, as of the record.
        replaces: the numbers of the versions before it in whose place it stood, as of the record.

    """

    at: Moment
    by: RecordName
    withdrawn: bool = False
    written_in: TalkName | None = None
    replaces: tuple[int, ...] | None = None


class Typing(Value, frozen=True, kw_only=True):
    """Words that stand in a writing place, and that nobody has finished.

    Attributes:
        within: the conversation in which they were being written, or the person, outside of one.
        moment: the moment of the conversation, or the sentence that was to be said differently.
        said: the words, with everything already said about them.

    """

    within: RecordName
    moment: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)]
    said: HalfSaid


class CreditEntry(Value, frozen=True, kw_only=True):
    """Whose work a picture is, as its licence asks to be said where it is shown.

    Attributes:
        set_name: the set that it was imported with.
        author: who made it.
        licence: under which it may be used, in short.

    """

    set_name: CreditText = ""
    author: CreditText = ""
    licence: CreditText = ""


class PictureEntry(Value, frozen=True, kw_only=True):
    """One picture of the file: a photo, or of a picture set that was imported.

    Attributes:
        media_type: what it is; a photo is never SVG.
        data: its bytes in Base64. The name of the picture is their SHA-256.
        credit: of a picture of an imported set.

    """

    media_type: Literal["image/png", "image/jpeg", "image/svg+xml"]
    data: str
    credit: CreditEntry | None = None


class SoundEntry(Value, frozen=True, kw_only=True):
    """One recording of the file.

    Attributes:
        media_type: what it is: FLAC, one channel of 16 bits, 16000 times a second.
        data: its bytes in Base64. The name of the recording is their SHA-256.

    """

    media_type: Literal["audio/flac"]
    data: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Version(Generic[BodyT]):
    """A record as it stands or stood: who wrote it so, when and where, in place of which others.

    Attributes:
        session: the conversation in which it was written, if in one.
        replaces: the places of earlier versions among all of them, the first being 0.

    """

    at: datetime.datetime
    by: RecordId
    body: BodyT
    withdrawn: bool = False
    session: RecordId | None = None
    replaces: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[BodyT]):
    """One record of a plan file: every version of it, the first first, at least one."""

    id: RecordId
    versions: tuple[Version[BodyT], ...]

    @property
    def body(self) -> BodyT:
        """What it says now."""
        return self.versions[-1].body


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """What a plan file holds.

    Attributes:
        lists: the entries of each of :data:`LISTS`, by its name.
        pictures: every photo, and every picture of an imported set, that an entry or typing shows.
        sounds: every recording that an entry has.
        unfinished: what stands in the writing places.

    """

    made_at: datetime.datetime
    lists: Mapping[str, tuple[Entry[Body], ...]]
    pictures: Mapping[PictureRef, Picture]
    sounds: Mapping[SoundRef, bytes] = dataclasses.field(default_factory=dict)
    unfinished: tuple[Typing, ...] = ()

    def entries(self) -> Iterator[tuple[str, Entry[Body]]]:
        """Every entry with the name of its list, people first."""
        for name in LISTS:
            for entry in self.lists.get(name, ()):
                yield name, entry


def write_plan_file(plan: PlanFile) -> bytes:
    """The bytes of a plan file: indented JSON, the same for the same plan."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": msgspec.to_builtins(plan.made_at),
    }
    for name in LISTS:
        content[name] = [_written(entry) for entry in plan.lists.get(name, ())]
    content["unfinished"] = msgspec.to_builtins(plan.unfinished)
    content["pictures"] = {ref: _picture(picture) for ref, picture in sorted(plan.pictures.items())}
    if plan.sounds:  # an older program reads a plan without recordings
        content["sounds"] = {ref: _sound(data) for ref, data in sorted(plan.sounds.items())}
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def photo_ref(data: bytes) -> PictureRef:
    """How a photo of these bytes is called."""
    return PictureRef(PHOTO + hashlib.sha256(data).hexdigest())


def _picture(picture: Picture) -> dict[str, Any]:
    written: dict[str, Any] = {
        "media_type": picture.media_type,
        "data": base64.b64encode(picture.data).decode("ascii"),
    }
    if picture.credit is not None:
        written["credit"] = dataclasses.asdict(picture.credit)
    return written


def _sound(data: bytes) -> dict[str, Any]:
    return {"media_type": MEDIA_TYPE, "data": base64.b64encode(data).decode("ascii")}


def talk_of(body: Body) -> RecordId | None:
    """The conversation in which a version is taken to be written if nothing is said."""
    found: RecordId | None = getattr(body, "session", None)
    return found


def replaced_by(place: int) -> tuple[int, ...]:
    """What the version at this place is taken to replace if nothing is said: the one before."""
    return (place - 1,) if place else ()


def _written(entry: Entry[Body]) -> dict[str, Any]:
    *before, now = entry.versions
    written: dict[str, Any] = {
        "id": entry.id,
        **msgspec.to_builtins(now.body),
        "created_at": entry.versions[0].at,
        "created_by": entry.versions[0].by,
        **_around(now, len(before)),
    }
    if before:
        written["earlier"] = [
            {
                "at": each.at,
                "by": each.by,
                **_around(each, place),
                **_differences(each.body, now.body),
            }
            for place, each in enumerate(before)
        ]
        written["changed_at"] = now.at
        written["changed_by"] = now.by
    return written


def _around(version: Version[Body], place: int) -> dict[str, Any]:
    """What is not as it is taken to be if nothing is said."""
    around: dict[str, Any] = {}
    if version.withdrawn:
        around["withdrawn"] = True
    if version.session != talk_of(version.body):
        around["written_in"] = version.session or ""
    if version.replaces != replaced_by(place):
        around["replaces"] = [each + 1 for each in version.replaces]
    return around


def _differences(body: Body, now: Body) -> dict[str, Any]:
    """The fields of a body that are not as they are now."""
    return {
        field.encode_name: msgspec.to_builtins(getattr(body, field.name))
        for field in msgspec.structs.fields(body)
        if getattr(body, field.name) != getattr(now, field.name)
    }
