"""The packages: nobody's name or rights of the building computer in them, and whole."""

import gzip
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

import pytest

from app.bootstrap import SUFFIX
from resources.packaging import deb, elf, portable
from resources.packaging.facts import FOLDER, IDENTIFIER, ROOT, Facts, facts
from ui import opening

FACTS = Facts("1.2.3", "It does something", 1_700_000_000)
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="made on Linux alone")
debian_only = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="there is no dpkg-deb")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A built program in small: a real program file, a folder, a link."""
    made = tmp_path / "alongside"
    (made / "_internal").mkdir(parents=True)
    shutil.copy(shutil.which("true"), made / "alongside")
    (made / "_internal" / "data.txt").write_text("words", "utf-8")
    (made / "_internal" / "data.txt").chmod(0o666)
    (made / "_internal" / "link").symlink_to("data.txt")
    return made


@linux_only
def test_the_archive_holds_the_program_for_everybody_and_says_how_to_start_it(program, tmp_path):
    made = portable.make(program, tmp_path, FACTS)
    with tarfile.open(made) as archive:
        entries = {entry.name.partition("/")[2]: entry for entry in archive}
    assert {"alongside", "_internal/data.txt", "READ ME.txt"} <= set(entries)
    assert {entry.mtime for entry in entries.values()} == {FACTS.made}
    assert {entry.uname for entry in entries.values()} == {"root"}
    assert entries["alongside"].mode == 0o755
    assert entries["_internal/data.txt"].mode == 0o644
    assert entries["_internal/link"].linkname == "data.txt"


@linux_only
def test_the_same_program_gives_the_same_archive(program, tmp_path):
    first = portable.make(program, tmp_path, FACTS).read_bytes()
    (program / "alongside").touch()
    assert portable.make(program, tmp_path, FACTS).read_bytes() == first


@pytest.fixture
def package(program, tmp_path) -> Path:
    bill = tmp_path / "alongside.cdx.json"
    bill.write_text("{}", "utf-8")
    return deb.make(program, tmp_path, FACTS, bill)


def said(*command: object) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@debian_only
def test_the_debian_package_tells_the_desktop_of_the_program_and_of_its_files(package, tmp_path):
    listed = said("dpkg-deb", "--contents", package)
    for place in (
        "usr/bin/alongside -> ../lib/alongside/alongside",
        "usr/share/applications/org.alongside.Alongside.desktop",
        "usr/share/metainfo/org.alongside.Alongside.metainfo.xml",
        "usr/share/mime/packages/alongside.xml",
        "usr/share/icons/hicolor/scalable/apps/org.alongside.Alongside.svg",
        "usr/share/man/man1/alongside.1.gz",
    ):
        assert f"./{place}" in listed
    assert all(" root/root " in line for line in listed.splitlines())


@debian_only
def test_every_file_that_its_papers_name_is_in_the_debian_package(package, tmp_path):
    said("dpkg-deb", "-x", package, tmp_path / "laid")
    doc = tmp_path / "laid/usr/share/doc/alongside"
    papers = gzip.decompress((doc / "changelog.gz").read_bytes()).decode()
    papers += (doc / "copyright").read_text("utf-8")
    named = {each.rstrip(".") for each in re.findall(r"/usr/(?:share/doc|lib)/[\w./-]+", papers)}
    assert "/usr/share/doc/alongside/CHANGELOG.md.gz" in named
    assert [each for each in named if not (tmp_path / f"laid{each}").exists()] == []


@debian_only
def test_the_debian_package_runs_nothing_as_root_and_has_no_settings(package):
    held = said("dpkg-deb", "-I", package)
    assert not {"postinst", "prerm", "postrm", "conffiles"} & set(held.split())
    assert said("dpkg-deb", "-f", package, "Version").strip() == FACTS.version


@debian_only
def test_it_depends_on_the_c_library_that_its_programs_ask_for(program):
    depends = elf.depends(program)
    assert depends.startswith("libc6 (>= 2.")


def test_every_place_for_the_version_is_filled():
    for name in ("org.alongside.Alongside.metainfo.xml", "alongside.1"):
        text = deb._filled(name, {"version": FACTS.version, "day": FACTS.day})
        assert FACTS.version in text
        assert "{" not in text.replace("{{", "")


def test_the_version_stands_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert facts().version == project["version"]
    assert not [
        path.name
        for path in FOLDER.iterdir()
        if path.suffix in {".xml", ".iss", ".1", ".desktop"}
        and f"version={project['version']}" in path.read_text("utf-8")
    ]


def test_the_window_and_the_desktop_call_the_program_the_same():
    assert opening.IDENTIFIER == IDENTIFIER
    assert (FOLDER / f"{IDENTIFIER}.desktop").is_file()
    bundle = tomllib.loads((FOLDER / "Info.toml").read_text("utf-8"))
    (kind,) = bundle["UTExportedTypeDeclarations"]
    (document,) = bundle["CFBundleDocumentTypes"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    endings = kind["UTTypeTagSpecification"]["public.filename-extension"]
    assert [f".{ending}" for ending in endings] == [SUFFIX]


def test_the_time_of_the_packages_can_be_set(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert facts().day == "1970-01-02"
