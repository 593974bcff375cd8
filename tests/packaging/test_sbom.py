"""The list of parts: every pinned package with its licence, and the same list each time."""

import json
from pathlib import Path

import pytest

from resources.packaging import sbom
from resources.packaging.facts import Facts

FACTS = Facts("1.2.3", "It does something", 1_700_000_000)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A built program with pictures of one set and a library out of a wheel."""
    inside = tmp_path / "alongside" / "_internal"
    (inside / "resources" / "openmoji").mkdir(parents=True)
    (inside / "av.libs").mkdir()
    (inside / "av.libs" / "libx264-d6533a8d.so.165").write_bytes(b"code")
    (inside / "av.libs" / "libmade-up.so.1").write_bytes(b"code")
    return tmp_path / "alongside"


def bill(program: Path, to: Path) -> dict:
    return json.loads(sbom.make(program, to, FACTS).read_text("utf-8"))


def test_every_pinned_package_of_this_system_is_listed_with_its_licence(program, tmp_path):
    parts = {part["name"]: part for part in bill(program, tmp_path)["components"]}
    assert {"sqlalchemy", "pyside6-essentials", "reportlab", "av"} <= set(parts)
    nameless = [
        name
        for name, part in parts.items()
        if str(part.get("purl", "")).startswith("pkg:pypi/")
        and part["licenses"] == [{"license": {"name": "NOASSERTION"}}]
    ]
    assert not nameless


def test_pictures_are_listed_if_they_are_in_the_program_and_not_else(program, tmp_path):
    names = {part["name"] for part in bill(program, tmp_path)["components"]}
    assert "OpenMoji" in names
    assert "Health Icons" not in names


def test_libraries_out_of_wheels_are_listed_with_their_checksum(program, tmp_path):
    (part,) = (each for each in bill(program, tmp_path)["components"] if each["name"] == "libx264")
    assert part["hashes"][0]["alg"] == "SHA-256"
    assert part["licenses"] == [{"expression": "GPL-2.0-or-later"}]


def test_what_is_not_known_of_a_library_is_said_in_the_way_of_the_form(program, tmp_path):
    every = bill(program, tmp_path)["components"]
    (part,) = (each for each in every if each["name"] == "libmade-up")
    assert part["licenses"] == [{"license": {"name": "NOASSERTION"}}]
    assert "version" not in part


def test_the_same_program_has_the_same_list(program, tmp_path):
    first = sbom.make(program, tmp_path, FACTS).read_bytes()
    assert sbom.make(program, tmp_path, FACTS).read_bytes() == first


def test_a_lock_file_is_read_with_its_hashes(tmp_path):
    lock = tmp_path / "a.lock"
    digest = "0" * 64
    lock.write_text(
        f"# made by\nsqlalchemy==9.9 ; python_version > '3' \\\n    --hash=sha256:{digest}\n"
        f"not-installed-anywhere==1 \\\n    --hash=sha256:{digest}\n",
        "utf-8",
    )
    (part,) = sbom.packages(lock)
    assert part["purl"] == "pkg:pypi/sqlalchemy@9.9"
    assert part["properties"] == [{"name": "alongside:allowed-sha256", "value": digest}]
