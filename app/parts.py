"""What the program is made with: packages, pictures, letters and voices, each with its licence.

The page about the program shows it, and the list of parts of a build is made of it, so that both
say the same. Packages are those of the lock file, their licences what they say of themselves;
everything else stands in ``resources/bundled.toml``.
"""

import dataclasses
import importlib.metadata
import platform
import re
from collections.abc import Iterator
from pathlib import Path

from app import resources

UNKNOWN = "unknown"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)")
_OF_CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPart:
    """Something that others made and that goes along with the program.

    Attributes:
        licence: as an SPDX expression, else in words.
        site: where it comes from, if that is known.
        kind: ``library`` or ``data``.
        place: where it lies in the packaged program; empty for a package.
        pinned: what the lock file says of a package.

    """

    name: str
    licence: str
    version: str = ""
    site: str = ""
    kind: str = "library"
    place: str = ""
    pinned: str = ""


def packages(lock: Path | None = None) -> Iterator[ProgramPart]:
    """The packages of the lock file that are installed for this system, in its order."""
    text = (lock or resources.root() / "requirements.lock").read_text("utf-8")
    told: dict[str, str] = resources.read_toml("bundled.toml")["licenses"]
    for block in re.split(r"\n(?=[A-Za-z0-9])", text):
        pinned = _PINNED.match(block)
        if not pinned:
            continue
        name = pinned[1].lower()
        try:
            about = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system
        yield ProgramPart(
            name=name,
            version=pinned[2],
            licence=told.get(name) or _licence(about),
            pinned=block,
        )


def python() -> ProgramPart:
    """What runs all of it."""
    return ProgramPart(
        name="Python",
        version=platform.python_version(),
        licence="PSF-2.0",
        site="https://www.python.org",
    )


def _licence(about: importlib.metadata.PackageMetadata) -> str:
    """The licence as its package says it: as an expression, else as one name, else in words."""
    said = about["License-Expression"] or about["License"] or ""
    if not said or "\n" in said.strip():
        found = (str(each) for each in about.get_all("Classifier") or ())
        named = [each.rpartition(" :: ")[2] for each in found if each.startswith("License")]
        said = _OF_CLASSIFIERS.get(named[0], named[0]) if named else UNKNOWN
    return said.strip()


def bundled() -> Iterator[ProgramPart]:
    """What goes along and is no package."""
    for part in resources.read_toml("bundled.toml")["part"]:
        yield ProgramPart(
            name=part["name"],
            licence=part["license"],
            version=part.get("version", ""),
            site=part.get("site", ""),
            kind=part["kind"],
            place=part["in"],
        )
