"""What the program is made of, as a CycloneDX file that other programs read.

It is written by hand against version 1.6 of the form: a few dozen lines, where a library for it
would bring a dozen more packages into what is to be accounted for. Packages come from the lock
file, their licences from what is installed, pictures, letters and voices from
``resources/bundled.toml`` (both as the page about the program has them), and shared libraries from
the build itself (:mod:`resources.packaging.libraries`). Of what is not known, the list says so:
there is no version, or the licence is ``NOASSERTION``.
"""

import hashlib
import json
import re
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app import parts
from resources.packaging import libraries
from resources.packaging.facts import IDENTIFIER, ROOT, Facts

_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_SPDX = re.compile(r"\(?[A-Za-z0-9.+-]+\)?(?: (?:AND|OR|WITH) \(?[A-Za-z0-9.+-]+\)?)*")
_LIBRARY = re.compile(r"\.(?:so|dylib|dll)(?:\.|$)", re.IGNORECASE)
_WHEEL = re.compile(r"\.(?:libs|dylibs)$")
_NOT_KNOWN = "NOASSERTION"
Component = dict[str, Any]


def make(program: Path, to: Path, facts: Facts) -> Path:
    """Write the list of parts of the built program beside it."""
    listed = sorted(
        (*packages(), *bundled(program), *of_the_system(program), _python()),
        key=lambda part: str(part["bom-ref"]),
    )
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{_number(listed)}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(facts.made)),
            "component": {
                "type": "application",
                "bom-ref": IDENTIFIER,
                "name": "Alongside",
                "version": facts.version,
                "description": facts.summary,
                "licenses": [{"license": {"id": "GPL-3.0-or-later"}}],
            },
        },
        "components": listed,
        "dependencies": [{"ref": IDENTIFIER, "dependsOn": [part["bom-ref"] for part in listed]}],
    }
    made = to / "alongside.cdx.json"
    made.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return made


def packages(lock: Path = ROOT / "requirements.lock") -> Iterator[Component]:
    """The packages of the lock file that are installed for this system."""
    for part in parts.packages(lock):
        yield {
            "type": "library",
            "bom-ref": f"pkg:pypi/{part.name}@{part.version}",
            "name": part.name,
            "version": part.version,
            "purl": f"pkg:pypi/{part.name}@{part.version}",
            "licenses": [_named(part.licence)],
            "properties": [
                {"name": "alongside:allowed-sha256", "value": each}
                for each in sorted(_HASH.findall(part.pinned))
            ],
        }


def _named(said: str) -> Component:
    if said in ("", parts.UNKNOWN):
        return {"license": {"name": _NOT_KNOWN}}
    return {"expression": said} if _SPDX.fullmatch(said) else {"license": {"name": said}}


def bundled(program: Path) -> Iterator[Component]:
    """What goes along and is no package; what is not in this build is left out."""
    inside = program / "_internal"
    for part in parts.bundled():
        if not (inside / part.place).exists():
            continue
        yield {
            "type": part.kind,
            "bom-ref": f"alongside:{part.name}",
            "name": part.name,
            **({"version": part.version} if part.version else {}),
            "licenses": [_named(part.licence)],
            **(
                {"externalReferences": [{"type": "website", "url": part.site}]} if part.site else {}
            ),
            "properties": [{"name": "alongside:folder", "value": part.place}],
        }


def of_the_system(program: Path) -> Iterator[Component]:
    """Each library that was taken along from the computer of the build, or from inside a wheel."""
    versions = {part.name: part.version for part in parts.packages()}
    for path in sorted((program / "_internal").rglob("*")):
        if not _LIBRARY.search(path.name):
            continue
        from_wheel = path.parent.name.endswith((".libs", ".dylibs"))
        beside = path.parent == program / "_internal"
        from_system = beside and libraries.may_be_of_system(path.name)
        if path.is_symlink() or not path.is_file() or not (from_wheel or from_system):
            continue
        place = path.relative_to(program / "_internal").as_posix()
        wheel = _WHEEL.sub("", path.parent.name).replace("_", "-")
        known = (
            libraries.in_wheel(path.name, wheel, versions)
            if from_wheel
            else libraries.of_debian(path.name)
        )
        yield {
            "type": "library",
            "bom-ref": f"alongside:{place}",
            "name": known.name,
            **({"version": known.version} if known.version else {}),
            **({"purl": f"pkg:deb/debian/{known.name}@{known.version}"} if known.package else {}),
            "licenses": [_named(known.licence)],
            "hashes": [
                {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}
            ],
            "properties": [{"name": "alongside:file", "value": place}],
        }


def _python() -> Component:
    part = parts.python()
    return {
        "type": "platform",
        "bom-ref": f"pkg:generic/python@{part.version}",
        "name": "CPython",
        "version": part.version,
        "purl": f"pkg:generic/python@{part.version}",
        "licenses": [_named(part.licence)],
    }


def _number(listed: list[Component]) -> uuid.UUID:
    """A number of this list and of no other; the same parts have the same."""
    return uuid.uuid5(uuid.NAMESPACE_DNS, json.dumps(listed, sort_keys=True))
