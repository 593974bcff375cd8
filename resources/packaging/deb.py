"""The Debian package: the built program, and where the desktop looks for what it is.

There is no script in it that runs as root: what has to be told of desktop files, icons and file
types is told by the triggers of those packages. It has no settings of its own in /etc.
"""

import gzip
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from resources.icon.make import SIZES
from resources.packaging import elf
from resources.packaging.facts import FOLDER, IDENTIFIER, ROOT, Facts

_CONTROL = """\
Package: alongside
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: fontconfig-config, fonts-noto-core
Section: misc
Priority: optional
Description: write a care and support plan together
 A person who draws on support and their keyworker write the person's care and
 support plan together, side by side at one laptop. The program asks one
 question at a time, large, with a picture, and reads it aloud. It keeps what
 the person said as they said it, and prints an easy-read booklet.
 .
 It works without a network, and keeps everything in an encrypted notebook.
"""
_CHANGELOG = """\
alongside ({version}) stable; urgency=medium

  * What is new stands in /usr/share/doc/alongside/CHANGELOG.md.gz.

 -- {maintainer}  {day}
"""
_EXECUTABLE, _PLAIN, _FOLDER = 0o755, 0o644, 0o755


def make(program: Path, to: Path, facts: Facts, bill: Path) -> Path:
    """Make the package of the built program.

    Args:
        program: the folder that ``start.py build`` made.
        to: the folder for the package.
        facts: version and the like.
        bill: what the program is made of, a CycloneDX file; it goes along.

    Raises:
        FileNotFoundError: a tool is missing, or a library that the program needs of the system.
        subprocess.CalledProcessError: a tool could not do it.

    """
    architecture = _said("dpkg", "--print-architecture").strip()
    tree = to / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    _lay(tree, program, facts, bill)
    control = _CONTROL.format(
        version=facts.version,
        architecture=architecture,
        maintainer=_maintainer(),
        size=sum(-(-path.lstat().st_size // 1024) for path in tree.rglob("*")),
        depends=elf.depends(program),
    )
    _write(tree / "DEBIAN" / "md5sums", _sums(tree))
    _write(tree / "DEBIAN" / "control", control)
    _settle(tree, facts.made)
    made = to / f"alongside_{facts.version}_{architecture}.deb"
    command = ("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(made))
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(facts.made)}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603
    shutil.rmtree(tree)
    return made


def _maintainer() -> str:
    """Whom a package's users can turn to, as Debian's own tools are told of it."""
    name = os.environ.get("DEBFULLNAME", "The makers of Alongside")
    return f"{name} <{os.environ.get('DEBEMAIL', 'alongside@localhost')}>"


def _lay(tree: Path, program: Path, facts: Facts, bill: Path) -> None:
    share = tree / "usr" / "share"
    shutil.copytree(program, tree / "usr" / "lib" / "alongside", symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "alongside").symlink_to("../lib/alongside/alongside")
    said = {"version": facts.version, "day": facts.day}
    for name, place in {
        f"{IDENTIFIER}.desktop": f"applications/{IDENTIFIER}.desktop",
        f"{IDENTIFIER}.metainfo.xml": f"metainfo/{IDENTIFIER}.metainfo.xml",
        "alongside-mime.xml": "mime/packages/alongside.xml",
        "copyright": "doc/alongside/copyright",
        "lintian-overrides": "lintian/overrides/alongside",
    }.items():
        _write(share / place, _filled(name, said))
    _write(share / "doc/alongside/alongside.cdx.json", bill.read_text("utf-8"))
    _press(share / "man/man1/alongside.1.gz", _filled("alongside.1", said))
    when = _said("date", "-uR", f"-d@{facts.made}").strip()
    log = _CHANGELOG.format(version=facts.version, maintainer=_maintainer(), day=when)
    _press(share / "doc/alongside/changelog.gz", log)
    _press(share / "doc/alongside/CHANGELOG.md.gz", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    icons, drawn = share / "icons" / "hicolor", ROOT / "resources" / "icon"
    _copy(drawn / "alongside.svg", icons / "scalable" / "apps" / f"{IDENTIFIER}.svg")
    for size in SIZES:
        _copy(
            drawn / f"alongside-{size}.png",
            icons / f"{size}x{size}" / "apps" / f"{IDENTIFIER}.png",
        )


def _filled(name: str, said: dict[str, str]) -> str:
    """One of the files of this folder, with the version and the day in it."""
    text = (FOLDER / name).read_text("utf-8")
    for place, words in said.items():
        text = text.replace(f"{{{place}}}", words)
    return text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _press(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _copy(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, to)


def _sums(tree: Path) -> str:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(tree)}\n"
        for path in files
    )


def _settle(tree: Path, made: int) -> None:
    """Who may do what, and the time, the same on every computer that makes the package."""
    main = tree / "usr" / "lib" / "alongside" / "alongside"
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(_FOLDER if path.is_dir() else _EXECUTABLE if path == main else _PLAIN)
        os.utime(path, (made, made), follow_symlinks=False)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
