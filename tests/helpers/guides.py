"""Guides written in a test, as the files they would be."""

import json
from collections.abc import Mapping
from typing import Any

from app import resources
from app.model.guide import Guide
from app.model.guide_checks import Known
from app.model.guide_file import GuideFile
from app.model.guide_reading import read_guide
from app.model.sections import Sections
from app.model.topics import Topics

KNOWN = Known(
    Sections.from_data(resources.read_toml("sections.toml")),
    Topics.from_data(resources.read_toml("topics.toml")),
)


def moment(name: str, **more: object) -> dict[str, object]:
    """A question, unless it is told to be something else."""
    return {
        "id": name,
        "kind": "question",
        "stage": "talk",
        "prompt": f"What about {name}?",
        "picture": "openmoji:2B50",
        "section": "important_to",
        "says": "important_to",
        **more,
    }


READ_BACK = {
    "id": "read_back", "kind": "read_back", "stage": "talk", "prompt": "Is this right?",
    "picture": "openmoji:2705",
}  # fmt: skip


def data(*moments: Mapping[str, object]) -> dict[str, Any]:
    """A guide of these moments."""
    return {
        "guide": {
            "id": "g",
            "version": 1,
            "title": "A talk",
            "type": "review",
            "picture": "openmoji:2B50",
        },
        "stage": [
            {"id": "talk", "title": "Talk", "picture": "openmoji:2B50"},
            {"id": "sort", "title": "Sort", "picture": "openmoji:2B50"},
        ],
        "moment": list(moments),
    }


def as_toml(content: Mapping[str, Any]) -> str:
    """The same as a file."""
    lines = []
    for name, value in content.items():
        for each in value if isinstance(value, list) else [value]:
            lines.append(f"[[{name}]]" if isinstance(value, list) else f"[{name}]")
            lines += [f"{key} = {_value(inner)}" for key, inner in each.items()]
            lines.append("")
    return "\n".join(lines)


def guide(*moments: Mapping[str, object], parts: Mapping[str, Any] | None = None) -> Guide:
    """A guide of these moments, read back at its end."""
    return read(data(*moments, READ_BACK), parts=parts)


def read(content: Mapping[str, Any], *, parts: Mapping[str, Any] | None = None) -> Guide:
    """A guide from what would stand in its file."""
    taken = {
        name: GuideFile(as_toml(part), name=f"{name}.toml") for name, part in (parts or {}).items()
    }
    return read_guide(GuideFile(as_toml(content), name="g.toml"), parts=taken, known=KNOWN)


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key} = {_value(each)}" for key, each in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(each) for each in value)}]"
    return json.dumps(value)
