"""Shared libraries in a build: what is known of them, and how much is not."""

import importlib.metadata
import re
from pathlib import Path

import pytest

from app import parts
from resources.packaging import libraries
from resources.packaging.libraries import Library, in_wheel, licence_in_papers

VERSIONS = {part.name: part.version for part in parts.packages()}
VERSIONS_NOT_KNOWN = 5
"""Libraries in wheels that nowhere say their version. There must not be more."""


def in_installed_wheels() -> dict[str, list[Path]]:
    """The shared libraries beside each package that is built in."""
    site = Path(str(importlib.metadata.distribution("pillow").locate_file("")))
    found = {
        re.sub(r"\.libs$", "", folder.name).replace("_", "-"): sorted(folder.iterdir())
        for folder in site.glob("*.libs")
    }
    extra = {"ctranslate2", "sentencepiece"}
    return {name: files for name, files in found.items() if name in VERSIONS.keys() - extra}


@pytest.fixture
def known() -> list[Library]:
    found = in_installed_wheels()
    if not found:
        pytest.skip("the wheels of this system have their libraries elsewhere")
    return [
        in_wheel(each.name, wheel, VERSIONS) for wheel, files in found.items() for each in files
    ]


def test_of_every_library_in_a_wheel_the_licence_is_known(known):
    assert [each.name for each in known if not each.licence] == []


def test_no_more_versions_are_unknown_than_were(known):
    nameless = [each.name for each in known if not each.version]
    assert len(nameless) <= VERSIONS_NOT_KNOWN, nameless


def test_of_another_version_of_a_wheel_no_version_is_told():
    library = in_wheel("libopus-114e2b1a.so.0.11.1", "av", {"av": "99.0"})
    assert library == Library("libopus", "", "BSD-3-Clause")


def test_of_a_library_that_nobody_looked_up_nothing_is_told():
    assert in_wheel("libnew-114e2b1a.so.1", "av", VERSIONS) == Library("libnew")


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ("Expat", "MIT"),
        ("LGPL-2.1+", "LGPL-2.1-or-later"),
        ("BSD-3-clause or GPL-2", "BSD-3-Clause OR GPL-2.0-only"),
        ("GPL-2+ or Expat and Zlib", "GPL-2+ or Expat and Zlib, in Debian's words"),
        ("MIT/X11", "MIT/X11, in Debian's words"),
    ],
)
def test_the_licence_of_all_files_is_read_in_debians_papers(said, licence):
    papers = (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"
        "Files: src/*\nCopyright: Ann\nLicense: Beerware\n\n"
        f"Files:\n *\nCopyright:\n 1999 Ann\n 2000 Bob\nLicense: {said}\n Permission is granted\n"
    )
    assert licence_in_papers("libany1", papers) == licence


def test_papers_that_no_program_can_read_say_nothing():
    assert licence_in_papers("libany1", "Copyright 1988 Ann\n\nDo what you like.\n") == ""


def test_what_somebody_read_in_the_papers_comes_first():
    assert licence_in_papers("libuuid1", "Files: *\nLicense: GPL-2+\n") == "BSD-3-Clause"


def test_a_library_of_no_debian_package_is_called_as_its_file(monkeypatch):
    def nothing(*_command: str) -> str:
        raise FileNotFoundError("dpkg")

    monkeypatch.setattr(libraries, "_said", nothing)
    assert libraries.of_debian("libmade-up.so.4") == Library("libmade-up")


def test_the_papers_of_libraries_are_found_by_their_package(tmp_path, monkeypatch):
    def said(*command: str) -> str:
        return "libx11-6:amd64: /usr/lib/libX11.so.6\n" if "-S" in command else "2:1.8"

    (tmp_path / "libx11-6").mkdir()
    papers = tmp_path / "libx11-6" / "copyright"
    papers.write_text("Do as you like", "utf-8")
    monkeypatch.setattr(libraries, "PAPERS", tmp_path)
    monkeypatch.setattr(libraries, "_said", said)
    monkeypatch.setattr(libraries.sys, "platform", "linux")
    assert libraries.papers(["libX11.so.6", "libX11.so.6"]) == {"libx11-6": papers}
    assert libraries.papers(["libpython3.11.so.1.0", "_cffi_backend.so"]) == {}
