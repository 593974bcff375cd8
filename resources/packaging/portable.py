"""The portable archive: the built program as it is, to be unpacked anywhere and started there."""

import io
import lzma
import platform
import stat
import sys
import tarfile
import time
import zipfile
from pathlib import Path

from resources.packaging.facts import FOLDER, Facts

_READ_ME = "READ ME.txt"
_FIRST_OF_ZIP = 315532800  # 1980, before which a zip file knows no day


def make(program: Path, to: Path, facts: Facts) -> Path:
    """Put the folder, or on macOS the bundle, into one file with every time and owner the same."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    name = f"alongside-{facts.version}-{system}-{platform.machine().lower()}"
    if sys.platform == "linux":
        return _tar(program, to / f"{name}.tar.xz", name, facts.made)
    return _zip(program, to / f"{name}.zip", name, facts.made)


def _tar(program: Path, made: Path, top: str, when: int) -> Path:
    def settled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = when
        entry.mode = 0o755 if entry.isdir() or entry.mode & stat.S_IXUSR else 0o644
        return entry

    with (
        lzma.open(made, "wb", preset=6) as pressed,
        tarfile.open(fileobj=pressed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in sorted(program.rglob("*")):
            name = f"{top}/{path.relative_to(program).as_posix()}"
            archive.add(path, name, recursive=False, filter=settled)
        told = (FOLDER / _READ_ME).read_bytes()
        entry = settled(tarfile.TarInfo(f"{top}/{_READ_ME}"))
        entry.size = len(told)
        archive.addfile(entry, io.BytesIO(told))
    return made


def _zip(program: Path, made: Path, top: str, when: int) -> Path:
    day = time.gmtime(max(when, _FIRST_OF_ZIP))[:6]
    base = program.parent if program.suffix == ".app" else program
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted((*program.rglob("*"), FOLDER / _READ_ME)):
            inside = path.name if path.parent == FOLDER else path.relative_to(base).as_posix()
            entry = zipfile.ZipInfo(f"{top}/{inside}", day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept = path.lstat()
            entry.external_attr = kept.st_mode << 16
            if path.is_symlink():
                archive.writestr(entry, str(path.readlink()))
            elif path.is_file():
                archive.writestr(entry, path.read_bytes())
    return made
