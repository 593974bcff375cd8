"""ICU's data made smaller: what is kept stays as it was, and Qt sorts names as before."""

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from resources.packaging import icu

HEADER = struct.pack("<H", 32) + b"\xda\x27" + bytes(8) + b"CmnD" + bytes(16)
LIBRARY = next((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"), None)


def test_a_package_reads_as_it_was_made():
    files = {"icudt/b.res": b"two", "icudt/a.res": b"a" * 33, "icudt/coll/root.res": b""}
    data = icu.package(HEADER, files)
    read = icu.contents(data)
    assert list(read) == sorted(files), "ICU looks names up by halves"
    assert {name: body[: len(files[name])] for name, body in read.items()} == files


def test_every_file_begins_where_icu_may_read_it():
    data = icu.package(HEADER, {f"{n}.res": bytes([n]) * 9 for n in range(200, 220)})
    begins = [data.index(bytes([n]) * 9) for n in range(200, 220)]
    assert all((at - len(HEADER)) % 16 == 0 for at in begins)


@pytest.mark.parametrize(
    ("name", "needed"),
    [("coll/root.res", True), ("coll/cy.res", True), ("coll/ur_PK.res", True), ("pool.res", True),
     ("coll/zh.res", False), ("curr/cy.res", False), ("cy.res", False), ("ibm-949.cnv", False)],
)  # fmt: skip
def test_only_what_sorts_the_spoken_languages_is_needed(name, needed):
    assert icu.is_needed(name, {"cy", "ur"}) is needed


_SORT = """
from PySide6.QtCore import QCollator, QLocale
for lang, first, second in (("cy", "ll", "lz"), ("en", "file 9", "file 10"), ("en", "a", "B")):
    collator = QCollator(QLocale(lang))
    collator.setNumericMode(True)
    print(collator.compare(first, second))
"""


@pytest.mark.skipif(
    LIBRARY is None or not shutil.which("ld") or not shutil.which("as"),
    reason="no ICU, or no binutils, with which it is made on Linux alone",
)
def test_qt_sorts_as_before_with_a_tenth_of_the_data(tmp_path):
    made = icu.smaller(LIBRARY, {"cy", "en"}, tmp_path)
    assert made.stat().st_size < LIBRARY.stat().st_size / 8
    command = (sys.executable, "-c", _SORT)
    sorted_ = [
        subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
        for env in ({}, {"LD_PRELOAD": str(made)})
    ]
    assert sorted_[0] == sorted_[1] == "1\n-1\n-1\n"
