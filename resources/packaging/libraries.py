"""What is known of the shared libraries that lie in a build: version and licence of each.

No lock file names them. Those inside a wheel stand in ``libraries.toml``; of those of Debian the
system itself knows the version, and the licence stands in the papers that Debian keeps of each
package. What neither says is left open, and is never guessed.
"""

import dataclasses
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from resources.packaging.facts import FOLDER

PAPERS = Path("/usr/share/doc")
_END_OF_NAME = re.compile(r"-[0-9a-f]{8,}\.|\.(?:so|dylib|dll)\b", re.IGNORECASE)
_FOR_ALL_FILES = re.compile(
    r"^Files:\s*\*\s*\n(?:.+\n)*?License:[ \t]*(?P<name>\S.*)$", re.MULTILINE
)
_SPDX = {
    "BSD-2-clause": "BSD-2-Clause",
    "BSD-3-clause": "BSD-3-Clause",
    "Expat": "MIT",
    "FTL": "FTL",
    "GPL-2": "GPL-2.0-only",
    "GPL-2+": "GPL-2.0-or-later",
    "LGPL-2.1+": "LGPL-2.1-or-later",
    "MIT": "MIT",
    "Zlib": "Zlib",
}
"""What Debian calls them in its papers, and their names in SPDX."""


@dataclasses.dataclass(frozen=True, slots=True)
class Library:
    """A shared library.

    Attributes:
        name: its own, or that of its package.
        version: empty where it is not known.
        licence: as an SPDX expression, else in Debian's words; empty where it is not known.
        package: the Debian package that it is from, if it is from one.

    """

    name: str
    version: str = ""
    licence: str = ""
    package: str = ""


def in_wheel(file: str, wheel: str, versions: Mapping[str, str]) -> Library:
    """What is known of a library that lies inside a wheel.

    Args:
        file: the name of the file.
        wheel: what the wheel is called, as in the lock file.
        versions: of each package that is built in, by its name.

    """
    name = _END_OF_NAME.split(file)[0]
    told = _written()["wheels"].get(wheel, {})
    known = told.get("libraries", {}).get(name, {})
    still = told.get("for") == versions.get(wheel)
    return Library(name, known.get("version", "") if still else "", known.get("license", ""))


def may_be_of_system(file: str) -> bool:
    """Whether a file beside the program may be a library of the system, by its name.

    Python's own is told of as what runs here, wherever it is from.
    """
    return file.startswith("lib") and not file.startswith("libpython")


def of_debian(file: str) -> Library:
    """What is known of a library that was taken along from the computer of the build."""
    try:
        found = _said("dpkg", "-S", f"*/{file}") if sys.platform == "linux" else ""
        name = found.splitlines()[0].partition(":")[0]
        version = _said("dpkg-query", "-W", "-f=${Version}", name)
    except (OSError, IndexError, subprocess.CalledProcessError):
        return Library(_END_OF_NAME.split(file)[0])
    told = PAPERS / name / "copyright"
    text = told.read_text("utf-8", "replace") if told.is_file() else ""
    return Library(name, version, licence_in_papers(name, text), name)


def papers(files: Iterable[str]) -> dict[str, Path]:
    """The papers of the Debian packages that these files are from, by the name of the package."""
    packages = {of_debian(file).package for file in files if may_be_of_system(file)} - {""}
    found = {name: PAPERS / name / "copyright" for name in sorted(packages)}
    return {name: file for name, file in found.items() if file.is_file()}


def licence_in_papers(package: str, text: str) -> str:
    """The licence of a Debian package by its papers: as an expression, else in their words."""
    written: str = _written()["debian"].get(package, "")
    found = _FOR_ALL_FILES.search(text)
    if written or found is None:
        return written
    said = re.sub(r"\bor\b", "OR", re.sub(r",? \band\b", " AND", found["name"].strip()))
    names = re.split(r" (OR|AND) ", said)
    if all(name in _SPDX for name in names[::2]) and len(set(names[1::2])) <= 1:
        return " ".join(_SPDX.get(name, name) for name in names)
    return f"{found['name'].strip()}, in Debian's words"


def _written() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "libraries.toml").read_text("utf-8"))


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
