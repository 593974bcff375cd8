import os

import pytest

from app.store import files


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "keys"
    for data in (b"one", b"two"):
        files.write_whole(path, data)
        assert path.read_bytes() == data
    assert [each.name for each in tmp_path.iterdir()] == ["keys"]


def test_the_old_file_stands_if_the_new_one_cannot_be_written(tmp_path, monkeypatch):
    path = tmp_path / "keys"
    files.write_whole(path, b"old")

    def no_room(_handle):
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(OSError, match="no room"):
        files.write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["keys"]


@pytest.mark.parametrize("links", [True, False])
def test_a_finished_file_never_takes_the_place_of_another(tmp_path, monkeypatch, links):
    if not links:  # as on a stick

        def refuse(_from, _to):
            raise PermissionError

        monkeypatch.setattr(os, "link", refuse)
    made, path = tmp_path / "made", tmp_path / "path"
    made.write_bytes(b"first")
    files.place_new(made, path)
    made.write_bytes(b"second")
    with pytest.raises(FileExistsError):
        files.place_new(made, path)
    assert path.read_bytes() == b"first"
    assert made.read_bytes() == b"second"


def test_trying_a_folder_out_leaves_no_folder_that_was_not_there(tmp_path):
    files.try_out(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_trying_out_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises((FileNotFoundError, NotADirectoryError)):
        files.try_out(tmp_path / "file" / "b")
    assert (tmp_path / "file").read_bytes() == b""
