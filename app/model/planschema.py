"""The JSON Schema of the plan file, made from the same types that read it."""

import inspect
import re
from typing import Any

import msgspec

from app.model.kinds import LISTS
from app.model.planfile import (
    FORMAT,
    KEPT_PATTERN,
    LONGEST_TEXT,
    PICTURE_PATTERN,
    SOUND_PATTERN,
    VERSION,
    EarlierEnvelope,
    Envelope,
    LaterEnvelope,
    PictureEntry,
    SoundEntry,
    Typing,
)

_ABOUT = (
    "Plans that people wrote together with Alongside: the people, who supports them, their "
    "conversations, every sentence with whose words it is, words that nobody has finished, and the "
    "photos. What was hidden is in it, marked as hidden (withdrawn). A file is taken in "
    "whole or not at all. Every record that another one names is in the same file and belongs to "
    "the same person. Words are kept as they stand, with one exception: NUL, other control "
    "characters and halves of surrogate pairs, which nobody can see, are left out on the way in "
    "(line breaks, tabs, joiners and marks of direction stay), and names are put on one line. "
    f"No text is longer than {LONGEST_TEXT} characters, but for unfinished words. "
    "Times are RFC 3339 with a time zone; languages are BCP 47 tags; the section of a sentence is "
    "one of the sections of the plan. "
    "A sentence whose voice is shown_by_behaviour says how sure its reading is "
    "(meaning_confidence), and a paid supporter is never the appropriate individual. "
    "Fields that are left out have their default; unknown fields are refused."
)
_EARLIER_ABOUT = (
    "The record as it stood before, the first first: when and by whom it was written so, and "
    "those fields that were different from what they are now. The first of them was written when "
    "and by whom the record was created."
)
_DEFS = "#/$defs/{name}"


def plan_file_schema() -> dict[str, Any]:
    """The schema, for people and programs that make plan files without Alongside."""
    parts = _parts()
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Alongside plan file",
        "description": _ABOUT,
        "type": "object",
        "properties": _top(),
        "required": ["format", "version", "made_at", "people"],
        "additionalProperties": False,
        "$defs": dict(sorted(parts.items())),
    }
    as_read: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(schema))
    return as_read


def _parts() -> dict[str, dict[str, Any]]:
    """Every type of the file, the envelopes laid around the records they belong to."""
    kinds = [
        *LISTS.values(),
        Envelope,
        LaterEnvelope,
        EarlierEnvelope,
        PictureEntry,
        SoundEntry,
        Typing,
    ]
    _, parts = msgspec.json.schema_components(kinds, ref_template=_DEFS)
    in_file = {
        kind.__name__: {each.name: each.encode_name for each in msgspec.structs.fields(kind)}
        for kind in LISTS.values()
    }
    for name, part in parts.items():
        _describe(name, part, in_file.get(name, {}))
    envelope, later, earlier = (
        parts.pop(kind.__name__) for kind in (Envelope, LaterEnvelope, EarlierEnvelope)
    )
    for kind in LISTS.values():
        part = parts[kind.__name__]
        own = dict(part["properties"])
        before = f"Earlier{kind.__name__}"
        parts[before] = {
            **earlier,
            "description": "A record as it stood before.",
            "properties": {**earlier["properties"], **own},
        }
        part["properties"] = {**envelope["properties"], **own, **later["properties"]} | {
            "earlier": {
                "description": _EARLIER_ABOUT,
                "type": "array",
                "items": {"$ref": _DEFS.format(name=before)},
                "default": [],
            }
        }
        part["required"] = [*envelope["required"], *part["required"]]
    return parts


def _top() -> dict[str, Any]:
    return {
        "format": {"description": "Says that this is a plan file.", "const": FORMAT},
        "version": {
            "description": "The version of the format. A newer one than it knows is refused.",
            "const": VERSION,
        },
        "made_at": {
            "description": "When the file was made.",
            "type": "string",
            "format": "date-time",
        },
        **_lists(),
        "unfinished": {
            "description": "What stands in writing places, unfinished: at most one text in each.",
            "type": "array",
            "items": {"$ref": _DEFS.format(name="Typing")},
            "default": [],
        },
        "pictures": {
            "description": (
                "Every photo that a record or typing shows, as photo:SHA-256 of its bytes, and "
                "every picture of a set that was imported, as set:SHA-256 of its bytes. "
                f"Symbols, such as openmoji:1F68C (pattern {PICTURE_PATTERN}), are only named "
                'and not held. One that is shown with the mark for "not" is called not: and then '
                "as it is called itself; it is held without the mark."
            ),
            "type": "object",
            "propertyNames": {"pattern": KEPT_PATTERN},
            "additionalProperties": {"$ref": _DEFS.format(name="PictureEntry")},
            "default": {},
        },
        "sounds": {
            "description": "Every recording of a record, as sound:SHA-256 of its bytes.",
            "type": "object",
            "propertyNames": {"pattern": SOUND_PATTERN},
            "additionalProperties": {"$ref": _DEFS.format(name="SoundEntry")},
            "default": {},
        },
    }


def _lists() -> dict[str, dict[str, Any]]:
    lists: dict[str, dict[str, Any]] = {
        name: {
            "description": " ".join((inspect.getdoc(kind) or "").partition("\n\n")[0].split()),
            "type": "array",
            "items": {"$ref": _DEFS.format(name=kind.__name__)},
            "default": [],
        }
        for name, kind in LISTS.items()
    }
    lists["people"] |= {"minItems": 1}
    return lists


def _describe(name: str, part: dict[str, Any], in_file: dict[str, str]) -> None:
    """Put what the docstring says of the whole and of each field where a reader looks for it.

    Args:
        name: of the type.
        part: its schema.
        in_file: what each field is called in a file, where that is not its name in the code.

    """
    about, _, attributes = inspect.cleandoc(part.get("description", "")).partition("Attributes:")
    part.pop("title", None)
    part["description"] = " ".join(about.split())
    for found in re.finditer(r"^    (\w+): (.*(?:\n {8}.*)*)", attributes, re.MULTILINE):
        field, words = found.groups()
        field = in_file.get(field, field)
        if field not in part["properties"]:
            raise LookupError(f"{name} has no field {field}")
        part["properties"][field] = {
            "description": " ".join(words.split()),
            **part["properties"][field],
        }
