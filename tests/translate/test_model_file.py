"""Reading a translator's file from a stick: what is taken, and what is refused and why."""

import hashlib
import json
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from app.translate import model_file
from app.translate.errors import BadTranslatorError
from tests.helpers import tiny_translator
from tests.helpers.tiny_translator import COMMITTED

ROOT = "translate-en_cy-1_0"
METADATA = {"from_code": "en", "to_code": "cy", "package_version": "1.0"}


def written(path: Path, parts: dict[str, bytes], **options: int) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = options.get("attr", 0)
            file.writestr(info, data)
    return path


def parts(**metadata: object) -> dict[str, bytes]:
    return {
        f"{ROOT}/metadata.json": json.dumps(METADATA | metadata).encode(),
        f"{ROOT}/sentencepiece.model": b"pieces",
        f"{ROOT}/model/model.bin": b"weights",
        f"{ROOT}/model/config.json": b"{}",
    }


def refused(path: Path) -> str:
    with pytest.raises(BadTranslatorError) as why, model_file.opened(path):
        pass
    return str(why.value)


def test_the_committed_one_says_its_languages_its_version_and_its_mark() -> None:
    with model_file.opened(COMMITTED) as file:
        details = file.details
    assert (details.source, details.target, details.id) == ("en", "cy", "en_cy")
    assert details.sha256 == hashlib.sha256(COMMITTED.read_bytes()).hexdigest()
    assert details.made_with == f"en - cy 1.0 ({details.sha256[:12]})"


@pytest.mark.slow
def test_the_script_makes_the_committed_one_again(tmp_path: Path) -> None:
    again = tiny_translator.make(tmp_path / "again.argosmodel")
    with zipfile.ZipFile(again) as made, zipfile.ZipFile(COMMITTED) as there:
        assert made.namelist() == there.namelist()
        for name in ("sentencepiece.model", "metadata.json", "model/shared_vocabulary.json"):
            assert made.read(f"{ROOT}/{name}") == there.read(f"{ROOT}/{name}")


def test_only_what_translating_needs_is_unpacked(tmp_path: Path) -> None:
    more = {f"{ROOT}/stanza/run.py": b"import os", f"{ROOT}/README.md": b"Hello"}
    path = written(tmp_path / "a.argosmodel", parts() | more)
    folder = tmp_path / "unpacked"
    folder.mkdir()
    with model_file.opened(path) as file:
        file.unpack(folder)
    found = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
    assert found == {"sentencepiece.model", "model/model.bin", "model/config.json"}


def test_the_names_of_languages_are_said_on_one_short_line(tmp_path: Path) -> None:
    said = parts(from_name="Eng\nlish\u0007", to_name="x" * 5000, from_code="en_GB")
    with model_file.opened(written(tmp_path / "a.argosmodel", said)) as file:
        assert file.details.name == f"Eng lish - {'x' * 100}"
        assert file.details.source == "en-GB"


@pytest.mark.parametrize(
    "name",
    ["../x", f"{ROOT}/../../x", "/etc/x", f"{ROOT}/..\\x", "C:/x", f"{ROOT}//x", f"{ROOT}/./x"],
)
def test_a_path_that_climbs_out_is_refused(tmp_path: Path, name: str) -> None:
    assert "may do harm" in refused(written(tmp_path / "a.argosmodel", parts() | {name: b"x"}))
    assert not (tmp_path.parent / "x").exists()


def test_a_link_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.argosmodel", parts(), attr=(stat.S_IFLNK | 0o777) << 16)
    assert "may do harm" in refused(path)


def test_a_second_root_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.argosmodel", parts() | {"other/x": b"x"})
    assert "not made as a translator is" in refused(path)


def test_one_name_twice_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.argosmodel", parts())
    with zipfile.ZipFile(path, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr(f"{ROOT}/model/model.bin", b"others")
    assert "may do harm" in refused(path)


def test_more_than_there_is_room_for_is_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(model_file, "LARGEST", 10)
    assert "too large" in refused(written(tmp_path / "a.argosmodel", parts()))


def test_a_file_that_is_too_large_is_refused_before_any_of_it_is_read(
    tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "a.argosmodel"
    path.write_bytes(b"no zip at all")
    monkeypatch.setattr(model_file, "LARGEST", 10)
    assert "too large" in refused(path)


def with_two_ends(data: bytes, note: bytes) -> bytes:
    """The same zip with the end of a large one, whose list counts, and a small one after it."""
    at = data.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack_from("<HLL", data, at + 10)
    large = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    finds = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    most = 0xFFFF
    small = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, most, most, 100, 2**32 - 1, len(note))
    return data[:at] + large + finds + small + note


@pytest.mark.parametrize("note", [b"", b"n" * 65_535])
def test_a_list_that_is_larger_than_the_end_of_the_file_says_is_refused(
    tmp_path: Path, monkeypatch, note: bytes
) -> None:
    path = written(tmp_path / "a.argosmodel", parts() | {f"{ROOT}/{n}": b"" for n in range(2_500)})
    path.write_bytes(with_two_ends(path.read_bytes(), note))
    with zipfile.ZipFile(path) as file:
        assert len(file.namelist()) > 2_500, "the large list counts"
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("the list was read"))
    assert "may do harm" in refused(path)


def test_a_part_that_says_it_is_smaller_than_it_is_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in (parts() | {f"{ROOT}/model/model.bin": b"\0" * 3_000_000}).items():
            file.writestr(name, data)
    data = path.read_bytes()
    told = struct.pack("<L", 3_000_000)
    path.write_bytes(data.replace(told, struct.pack("<L", 7)))
    assert "damaged" in refused(path)


@pytest.mark.parametrize("where", [1_000, 100_000, 200_000])
def test_a_flipped_bit_is_noticed(tmp_path: Path, where: int) -> None:
    data = bytearray(COMMITTED.read_bytes())
    data[where] ^= 1
    path = tmp_path / "a.argosmodel"
    path.write_bytes(data)
    assert "damaged" in refused(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.999])
def test_a_file_that_was_cut_off_is_damaged(tmp_path: Path, share: float) -> None:
    data = COMMITTED.read_bytes()
    path = tmp_path / "a.argosmodel"
    path.write_bytes(data[: int(len(data) * share)])
    assert "damaged" in refused(path)


def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.argosmodel", parts())
    data = path.read_bytes()
    place = data.index(b"PK\x01\x02") + 8
    path.write_bytes(data[:place] + b"\x01" + data[place + 1 :])
    assert "password" in refused(path)


@pytest.mark.parametrize(
    "metadata",
    [{"from_code": "EN!"}, {"to_code": ""}, {"to_code": "en"}, {"type": "sbd"}, {"to_code": 7}],
)
def test_languages_that_are_none_are_refused(tmp_path: Path, metadata: dict[str, object]) -> None:
    path = written(tmp_path / "a.argosmodel", parts(**metadata))
    assert "not made as a translator is" in refused(path)


@pytest.mark.parametrize("lost", ["metadata.json", "model/model.bin", "sentencepiece.model"])
def test_a_part_that_is_missing_is_noticed(tmp_path: Path, lost: str) -> None:
    some = {name: data for name, data in parts().items() if not name.endswith(lost)}
    assert "not made as a translator is" in refused(written(tmp_path / "a.argosmodel", some))


def test_a_model_with_pieces_of_the_other_kind_is_refused_with_a_reason(tmp_path: Path) -> None:
    other = parts()
    other[f"{ROOT}/bpe.model"] = other.pop(f"{ROOT}/sentencepiece.model")
    assert "(BPE)" in refused(written(tmp_path / "a.argosmodel", other))


@pytest.mark.parametrize("data", [b"", b"hello", b"\x89PNG" * 100, b"PK\x05\x06" + bytes(18)])
def test_something_else_is_no_translator(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.argosmodel"
    path.write_bytes(data)
    assert "not made as a translator is" in refused(path)


def test_who_chose_a_file_that_is_called_so_is_not_told_to_choose_one(tmp_path: Path) -> None:
    for name, told in (("a.argosmodel", False), ("a.ARGOSMODEL", False), ("a.txt", True)):
        path = tmp_path / name
        path.write_bytes(b"hello")
        assert ("ends in .argosmodel" in refused(path)) == told


def test_a_file_that_is_not_there_or_a_folder_cannot_be_read(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "none.argosmodel")
    assert "cannot be read" in refused(tmp_path)
