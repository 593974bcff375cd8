"""What is refused whole, and what is left out of a file that lies."""

import struct
import zipfile

import pytest

from app.model.errors import BadPictureSetError
from app.pictures import data, place
from app.pictures.found import LeftOutError
from app.pictures.opening import opened_set
from tests.helpers.picture_files import arasaac, dots, drawing, mulberry_like, zipped


def refused(path):
    with pytest.raises(BadPictureSetError) as error, opened_set(path):
        pass
    return str(error.value)


def left_out(path):
    with opened_set(path) as opened:
        return [each.file for each in opened.pictures], dict(opened.left_out)


@pytest.mark.parametrize("content", [b"", b"hello", b"{}", b"[]", b'{"format": 5}', b"%PDF-1.7"])
@pytest.mark.parametrize("name", ["a.txt", "a.obf", "a.png"])
def test_what_is_no_set_is_refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    assert "There are no pictures in this file" in refused(path)


def test_what_is_not_there_is_refused(tmp_path):
    assert "gone.zip cannot be read" in refused(tmp_path / "gone.zip")


def test_an_empty_folder_and_an_empty_zip_are_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    assert "There are no pictures" in refused(tmp_path / "empty")
    assert "There are no pictures" in refused(zipped(tmp_path / "a.zip", {}))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_part_of_a_zip_is_refused(tmp_path, share):
    whole = mulberry_like(tmp_path / "a.zip").read_bytes()
    half = tmp_path / "half.zip"
    half.write_bytes(whole[: int(len(whole) * share)])
    assert "cut off or damaged" in refused(half)


def test_a_damaged_part_is_left_out_and_the_others_stay(tmp_path):
    path = zipped(tmp_path / "a.zip", {"dog.svg": drawing(), "cat.svg": drawing("<g/>")})
    data = bytearray(path.read_bytes())
    data[len("dog.svg") + 30 + 5] ^= 0xFF
    path.write_bytes(data)
    with opened_set(path) as opened:
        dog, cat = opened.pictures
        with pytest.raises(LeftOutError):
            dog.read()
        assert cat.read() == drawing("<g/>")


@pytest.mark.parametrize("name", ["../out.png", "a/../../out.png", "/etc/out.png", "C:\\out.png"])
def test_paths_that_climb_out_are_counted_and_left_out(tmp_path, name):
    path = zipped(tmp_path / "a.zip", {name: dots(), "dog.png": dots()})
    assert left_out(path) == (["dog.png"], {"unsafe_place": 1})


def test_a_part_without_a_name_is_passed_over(tmp_path):
    path = zipped(tmp_path / "a.zip", {"x": b"", "dog.png": dots()})
    data = path.read_bytes().replace(b"x", b"\0")
    path.write_bytes(data)
    assert left_out(path) == (["dog.png"], {})


def test_a_part_whose_name_is_not_what_the_list_says_is_left_out(tmp_path):
    path = zipped(tmp_path / "a.zip", {"é.png": dots()})
    data = bytearray(path.read_bytes())
    data[30] = 0x9E
    path.write_bytes(data)
    with opened_set(path) as opened, pytest.raises(LeftOutError):
        opened.pictures[0].read()


def test_links_are_counted_and_left_out(tmp_path):
    path = zipped(tmp_path / "a.zip", {"dog.png": dots()})
    link = zipfile.ZipInfo("link.png")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(link, "/etc/passwd")
    assert left_out(path) == (["dog.png"], {"unsafe_place": 1})


def test_links_in_a_folder_are_counted_and_left_out(tmp_path):
    folder, outside = tmp_path / "set", tmp_path / "outside"
    for each in (folder, outside):
        each.mkdir()
        (each / "dog.png").write_bytes(dots())
    try:
        (folder / "link.png").symlink_to(outside / "dog.png")
        (folder / "linked").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert left_out(folder) == (["dog.png"], {"unsafe_place": 2})


def test_a_locked_zip_is_refused_with_what_to_do(tmp_path):
    path = zipped(tmp_path / "a.zip", {"dog.png": dots()})
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + at] |= 1
    path.write_bytes(data)
    assert "locked with a password" in refused(path)


def test_a_few_bytes_that_unfold_to_many_are_left_out_unread(tmp_path):
    path = zipped(tmp_path / "a.zip", {"bomb.svg": b" " * 20_000_000, "dog.svg": drawing()})
    assert path.stat().st_size < 100_000
    with opened_set(path) as opened:
        bomb, dog = opened.pictures
        with pytest.raises(LeftOutError) as error:
            bomb.read()
        assert dog.read() == drawing()
    assert error.value.reason == "too_large"


def test_a_part_that_says_it_is_small_is_read_no_further_than_that(tmp_path):
    path = zipped(tmp_path / "a.zip", {"bomb.svg": b" " * 5_000_000})
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", data, data.find(mark) + at, 100)
    path.write_bytes(data)
    with opened_set(path) as opened, pytest.raises(LeftOutError):
        opened.pictures[0].read()


def test_a_hundred_thousand_pictures_are_refused_at_once(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        for number in range(100_000):
            made.writestr(zipfile.ZipInfo(f"{number}.svg"), b"")
    assert "at most 20000" in refused(path)


def test_a_zip_that_says_it_has_more_parts_than_memory_is_refused_unread(tmp_path):
    path = zipped(tmp_path / "a.zip", {"dog.png": dots()})
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.find(b"PK\x05\x06") + 12, 0xFFFFFFFF)
    path.write_bytes(data)
    assert "too many pictures" in refused(path)


def test_more_than_there_is_room_for_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(place, "_MOST_BYTES", 10)
    assert "too much room" in refused(zipped(tmp_path / "a.zip", {"dog.png": dots()}))
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "dog.bmp").write_bytes(dots(kind="BMP"))
    assert "too much room" in refused(folder)


def test_data_nested_without_end_harms_nothing(tmp_path):
    path = tmp_path / "a.obf"
    path.write_bytes(b'{"a":' + b"[" * 1_000_000)
    assert "There are no pictures" in refused(path)


def test_the_signs_that_turn_a_name_round_are_taken_out_of_it(tmp_path):
    path = zipped(tmp_path / "a.zip", {"\u202egnp.exe.png": dots()})
    with opened_set(path, lang="en") as opened:
        assert dict(opened.pictures[0].names) == {"en": ("gnp.exe",)}


def test_a_zip_in_a_zip_is_not_opened(tmp_path):
    inner = zipped(tmp_path / "in.zip", {"bomb.svg": b" " * 5_000_000}).read_bytes()
    path = zipped(tmp_path / "a.zip", {"in.zip": inner, "dog.png": dots()})
    assert left_out(path) == (["dog.png"], {})


def test_parts_that_all_lie_in_one_place_unfold_no_further_than_one(tmp_path):
    path = zipped(tmp_path / "a.zip", {"p.svg": b" " * 2_000_000})
    data = path.read_bytes()
    listed, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, times = data[listed:end], 500
    head = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, times, times, len(entry) * times, listed, 0)
    path.write_bytes(data[:listed] + entry * times + head)
    with opened_set(path) as opened:
        assert len(opened.pictures) == 1
        with pytest.raises(LeftOutError):
            opened.pictures[0].read()


def test_of_a_table_with_very_many_columns_the_first_ones_are_read(tmp_path):
    names = ",".join(["file", "name", *(f"name-{n}" for n in range(300))])
    row = ",".join(["dog.png", "dog", *("x" for _ in range(300))])
    path = zipped(tmp_path / "a.zip", {"dog.png": dots(), "t.csv": f"{names}\n{row}\n"})
    with opened_set(path, lang="en") as opened:
        assert dict(opened.pictures[0].names) == {"en": ("dog",)}


def test_data_that_is_far_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(data, "LARGEST", 100)
    words = b'[{"_id": 1, "keywords": [{"keyword": "cup"}]}]'
    path = zipped(tmp_path / "a.zip", {"1.png": dots(), "a.json": words + b" " * 100})
    with opened_set(path, lang="en") as opened:
        assert dict(opened.pictures[0].names) == {"en": ("1",)}


def test_each_part_with_data_is_read_once(tmp_path, monkeypatch):
    read = []
    before = place.ZipPlace.read

    def noting(self, part, most):
        read.append(part)
        return before(self, part, most)

    monkeypatch.setattr(place.ZipPlace, "read", noting)
    with opened_set(arasaac(tmp_path / "a.zip")):
        pass
    assert sorted(each for each in read if each.startswith("pictograms")) == [
        "pictograms_cy.json",
        "pictograms_en.json",
    ]
