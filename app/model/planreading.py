"""Reading plan files: everything that can be wrong with one is found before it is used."""

import base64
import binascii
import datetime
import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn, TypeVar

import msgspec

from app.model import text
from app.model.errors import BadPlanFileError, NewerVersionError
from app.model.ids import PictureRef, RecordId, SoundRef
from app.model.kinds import LISTS
from app.model.picture_sets import set_ref
from app.model.pictures import OF_A_SET, Credit, Picture
from app.model.planchecks import check, wrong
from app.model.planfile import (
    FORMAT,
    LARGEST_FILE,
    LONGEST_TEXT,
    VERSION,
    CreditEntry,
    EarlierEnvelope,
    Entry,
    Envelope,
    LaterEnvelope,
    Moment,
    PictureEntry,
    PlanFile,
    SoundEntry,
    Typing,
    Version,
    photo_ref,
    replaced_by,
    talk_of,
)
from app.model.record import Body, Value
from app.model.recordings import sound_ref
from app.model.session import Session
from app.model.wording import N_

ValueT = TypeVar("ValueT")

_TYPES = {
    "str": "words",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a record",
    "null": "nothing",
}
"""What the types of JSON are called in a sentence."""


def read_plan_file(data: bytes) -> PlanFile:
    """A plan file from its bytes. NUL and other characters that nobody can see are left out.

    Raises:
        BadPlanFileError: it is not a plan file, is cut off, or something in it is wrong.
        NewerVersionError: a newer program made it.

    """
    try:
        plan = _plan(_json(data))
    except RecursionError as error:
        raise _not_a_plan_file() from error
    if not plan.lists["people"]:
        raise wrong("people", "there is nobody in it")
    check(plan)
    return plan


def refuse_too_large(size: int) -> None:
    """Refuse a file of this many bytes before anything is done with it.

    Raises:
        BadPlanFileError: no plan file is as large as this.

    """
    if size > LARGEST_FILE:
        raise BadPlanFileError(
            N_(
                "The plan file is too large: {size} MB, and at most {most} MB can be read. "
                "Nothing of it was taken in."
            ),
            size=-(-size // 1_000_000),
            most=LARGEST_FILE // 1_000_000,
        )


def _plan(content: dict[str, Any]) -> PlanFile:
    pictures, sounds = content.pop("pictures", {}), content.pop("sounds", {})
    content = _cleaned(content)
    for field in content.keys() - {"made_at", "unfinished", *LISTS}:
        raise BadPlanFileError(
            N_(
                'The plan file has a part called "{field}" that this program does not know. '
                "Nothing of it was taken in."
            ),
            field=field[:64],
        )
    made_at = _convert("the file", content.get("made_at"), Moment, within="made_at")
    made_at = _utc("the file", made_at)
    return PlanFile(
        made_at=made_at,
        lists={name: _entries(name, content.get(name, []), made_at) for name in LISTS},
        pictures=_pictures(pictures),
        sounds=_sounds(sounds),
        unfinished=_convert(
            "the file", content.get("unfinished", []), tuple[Typing, ...], within="unfinished"
        ),
    )


def _json(data: bytes) -> dict[str, Any]:
    refuse_too_large(len(data))
    try:
        words = data.decode("utf-8-sig")
        content = json.loads(words, parse_constant=_refuse, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        if not words.lstrip().startswith("{"):
            raise _not_a_plan_file() from error
        raise BadPlanFileError(
            N_(
                "The plan file is cut off or damaged at line {line}. "
                "Please get a new copy of it. Nothing of it was taken in."
            ),
            line=error.lineno,
        ) from error
    except ValueError as error:
        raise _not_a_plan_file() from error
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        raise _not_a_plan_file()
    _check_version(content.pop("version", None))
    return content


def _check_version(version: Any) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise wrong("the file", "its version is missing")
    if version > VERSION:
        raise NewerVersionError(
            N_(
                "The plan file was made by a newer Alongside (version {version} of the format). "
                "Please update this program first. Nothing of it was taken in."
            ),
            version=version,
        )


def _not_a_plan_file() -> BadPlanFileError:
    return BadPlanFileError(
        N_("This is not a plan file. Please choose a file that Alongside exported.")
    )


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; one that says the same thing twice is as damaged as one that is cut off."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name that comes twice")
    return found


def _cleaned(value: Any) -> Any:
    """The same without characters that no font can show, in every text however deep."""
    if isinstance(value, str):
        return text.without_controls(value)
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {text.without_controls(key): _cleaned(each) for key, each in value.items()}
    return value


def _entries(name: str, given: Any, made_at: datetime.datetime) -> tuple[Entry[Body], ...]:
    if not isinstance(given, list):
        raise wrong("the file", f'"{name}" is not a list')
    return tuple(_entry(name, number, each, made_at) for number, each in enumerate(given, 1))


def _entry(name: str, number: int, given: Any, made_at: datetime.datetime) -> Entry[Body]:
    record = f"{name}, number {number}"
    if not isinstance(given, dict):
        raise wrong(record, "it is not a record")
    if isinstance(given.get("id"), str):
        record = f'{name}, "{given["id"][:64]}"'
    too_long = next((at for at, words in _texts(given) if len(words) > LONGEST_TEXT), None)
    envelope = _convert(record, _take(given, Envelope), Envelope)
    extra = ("earlier", *LaterEnvelope.__struct_fields__)
    said_before = {field: given.pop(field) for field in extra if field in given}
    body = _body(record, given, LISTS[name])
    if too_long is not None:  # a field with a limit of its own has said so by now
        raise _too_long(record, too_long, LONGEST_TEXT)
    earlier = _earlier(record, said_before.pop("earlier", []), given, LISTS[name])
    later = _convert(record, said_before, LaterEnvelope)
    created = envelope.created_at, envelope.created_by
    changed = later.changed_at or made_at, later.changed_by or envelope.created_by
    if not earlier and said_before:
        raise wrong(record, '"changed_at" and "changed_by" need "earlier"')
    if earlier and (earlier[0].at, earlier[0].by) != (_utc(record, created[0]), created[1]):
        raise wrong(record, 'the first of "earlier" is not of when and by whom it was created')
    written = changed if earlier else created
    now = _version(record, envelope, body, written, place=len(earlier))
    return Entry(id=RecordId(envelope.id), versions=(*earlier, now))


def _earlier(
    record: str, given: Any, now: dict[str, Any], kind: type[Body]
) -> tuple[Version[Body], ...]:
    """What a record said before; ``now`` are its fields as they stand."""
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise wrong(record, '"earlier" is not a list of what stood before')
    found = []
    for place, each in enumerate(given):
        envelope = _convert(record, _take(each, EarlierEnvelope), EarlierEnvelope)
        body = _body(record, {**now, **each}, kind)
        written = envelope.at, envelope.by
        found.append(_version(record, envelope, body, written, place=place))
    return tuple(found)


def _version(
    record: str,
    envelope: Envelope | EarlierEnvelope,
    body: Body,
    written: tuple[datetime.datetime, str],
    *,
    place: int,
) -> Version[Body]:
    """One version of a record, at its place among all of them; ``written`` is when and by whom."""
    replaces = replaced_by(place)
    if envelope.replaces is not None:
        replaces = tuple(each - 1 for each in envelope.replaces)
        if (not replaces and place) or not set(range(place)).issuperset(replaces):
            raise wrong(record, '"replaces" does not name versions before it')
    session = talk_of(body)
    if envelope.written_in is not None:
        session = RecordId(envelope.written_in) if envelope.written_in else None
    return Version(
        at=_utc(record, written[0]),
        by=RecordId(written[1]),
        body=body,
        withdrawn=envelope.withdrawn,
        session=session,
        replaces=replaces,
    )


def _take(given: dict[str, Any], kind: type[Value]) -> dict[str, Any]:
    """Those fields of a record that belong to its envelope, taken out of it."""
    return {field: given.pop(field) for field in kind.__struct_fields__ if field in given}


def _body(record: str, given: dict[str, Any], kind: type[Body]) -> Body:
    for field in ("name", "preferred_name"):
        if isinstance(given.get(field), str):
            given[field] = " ".join(given[field].split())
    body = _convert(record, given, kind)
    for field in ("original", "name", "preferred_name"):
        spoken = field == "original" and getattr(body, "recording", None) is not None
        if not spoken and text.is_blank(getattr(body, field, "words")):
            raise wrong(record, f'there is nothing in "{field}"')
    if isinstance(body, Session):
        said = (answer.at for answer in body.answers.values())
        for moment in (body.started, body.ended, *body.pauses, *said):
            if moment is not None and moment.utcoffset() is None:
                raise wrong(record, "a time in it does not say its time zone")
    return body


def _texts(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a record, with the field it stands in."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, at or key)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, at)


def _convert(record: str, given: Any, kind: type[ValueT], within: str = "") -> ValueT:
    """A value of this type.

    Raises:
        BadPlanFileError: it is none; the sentence names the record and the field.

    """
    try:
        return msgspec.convert(given, kind)
    except msgspec.ValidationError as error:
        problem, _, at = str(error).partition(" - at ")
        field = (within + at.strip("`").removeprefix("$")).strip(".")
        if unknown := re.fullmatch(r"Object contains unknown field `(.*)`", problem, re.DOTALL):
            raise BadPlanFileError(
                N_(
                    'The plan file has a field called "{field}" that this program does not know '
                    "({record}). Nothing of it was taken in."
                ),
                record=record,
                field=".".join(filter(None, [field, unknown[1][:64]])),
            ) from error
        if re.match(r"Invalid enum value '(?![a-z0-9_]{1,24}')", problem):
            # What is no name of an answer may be what somebody said: it is quoted nowhere.
            raise wrong(
                record, f'"{field}" holds none of the words that can stand there'
            ) from error
        if re.fullmatch(r"Expected `str` of length >= \d+", problem):
            raise wrong(record, f'there is nothing in "{field}"') from error
        if limit := re.fullmatch(r"Expected `str` of length <= (\d+)", problem):
            raise _too_long(record, field, int(limit[1])) from error
        problem = re.sub(r"`(\w+)`", lambda name: _TYPES.get(name[1], name[0]), problem)
        raise wrong(record, f'"{field}": {problem}' if field else problem) from error


def _utc(record: str, moment: datetime.datetime) -> datetime.datetime:
    try:
        return moment.astimezone(datetime.UTC)
    except OverflowError as error:
        raise wrong(record, "a time in it cannot be read") from error


def _pictures(given: Any) -> dict[PictureRef, Picture]:
    pictures = {}
    entries = _convert("the file", given, dict[str, PictureEntry], within="pictures")
    for name, entry in entries.items():
        record = f'pictures, "{text.without_controls(name)[:80]}"'
        data = _bytes(record, entry.data)
        is_photo = not name.startswith(OF_A_SET)
        if name != (photo_ref(data) if is_photo else set_ref(data)):
            raise wrong(record, "its name is not the SHA-256 of its data, so it is damaged")
        if is_photo and (entry.media_type == "image/svg+xml" or entry.credit is not None):
            raise wrong(record, "no photo is SVG, or has a credit")
        pictures[PictureRef(name)] = Picture(entry.media_type, data, _credit(entry.credit))
    return pictures


def _sounds(given: Any) -> dict[SoundRef, bytes]:
    sounds = {}
    for name, entry in _convert("the file", given, dict[str, SoundEntry], within="sounds").items():
        record = f'sounds, "{text.without_controls(name)[:80]}"'
        data = _bytes(record, entry.data)
        if name != sound_ref(data):
            raise wrong(record, "its name is not the SHA-256 of its data, so it is damaged")
        sounds[SoundRef(name)] = data
    return sounds


def _bytes(record: str, data: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise wrong(record, "its data is not Base64") from error


def _credit(entry: CreditEntry | None) -> Credit | None:
    if entry is None:
        return None
    told = (entry.set_name, entry.author, entry.licence)
    name, author, licence = (" ".join(text.without_controls(each).split()) for each in told)
    return Credit(set_name=name, author=author, licence=licence)


def _too_long(record: str, field: str, most: int) -> BadPlanFileError:
    return BadPlanFileError(
        N_(
            'The plan file has words that are too long: "{field}" ({record}) may have at most '
            "{most} letters. Please shorten or split them. Nothing of it was taken in."
        ),
        record=record,
        field=field,
        most=most,
    )
