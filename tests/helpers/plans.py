"""A small plan file, as a dictionary that a test may spoil."""

import base64
import io
import json
import tomllib
from pathlib import Path
from typing import Any

from PIL import Image

from app.model.planfile import photo_ref
from app.model.sections import Sections

ROOT = Path(__file__).resolve().parents[2]
AT = "2026-03-02T10:00:00Z"


def the_sections() -> Sections:
    """The sections that ship with the program."""
    return Sections.from_data(tomllib.loads((ROOT / "resources/sections.toml").read_text("utf-8")))


def photo(colour: str = "teal") -> bytes:
    """A small PNG."""
    out = io.BytesIO()
    Image.new("RGB", (8, 6), colour).save(out, "PNG")
    return out.getvalue()


def plan_data() -> dict[str, Any]:
    """One person with a keyworker, an unfinished talk, and three sentences."""
    data = photo()
    return {
        "format": "alongside-plan",
        "version": 1,
        "made_at": "2026-03-03T09:00:00Z",
        "people": [
            _entry(
                "ann",
                preferred_name="Ann",
                legal_name="Ann Obi",
                languages=[{"code": "en-GB", "home": True}],
                photo=photo_ref(data),
            )
        ],
        "supporters": [_entry("jo", person="ann", role="keyworker", name="Jo Bell", paid=True)],
        "sessions": [
            _entry(
                "talk",
                person="ann",
                type="review",
                guide="review",
                started=AT,
                attendees=[{"supporter": "jo"}],
                at_moment="important",
            )
        ],
        "statements": [
            _statement("tea", "I like tea in my blue mug.", read_back={"result": "keep"}),
            _statement("bus", "I want to go on the bus.", session="talk", moment="important"),
            _statement(
                "jo-says", "Ann needs time to answer.", voice="staff", said_by="jo",
                kind="important_for", read_back={"result": "keep"},
            ),
        ],
        "boards": [
            _entry("cards", person="ann", session="talk", moment="sorting:food", topic="food",
                   scale="doing_ok", cards=[{"id": "a", "words": "My tea", "pile": "good"}]),
        ],
        "pictures": {
            photo_ref(data): {
                "media_type": "image/png",
                "data": base64.b64encode(data).decode(),
            }
        },
    }  # fmt: skip


def file_of(plan: dict[str, Any]) -> bytes:
    """The bytes of such a plan file."""
    return json.dumps(plan).encode()


def _entry(name: str, /, **fields: Any) -> dict[str, Any]:
    return {"id": name, "created_at": AT, "created_by": "jo", **fields}


def _statement(name: str, /, words: str, **fields: Any) -> dict[str, Any]:
    return _entry(
        name,
        **{
            "person": "ann",
            "section": "important_to",
            "kind": "important_to",
            "voice": "own_spoken",
            "original": words,
            **fields,
        },
    )
