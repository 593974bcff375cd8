import contextlib
import json

import pytest

from app.model.errors import BadPictureSetError
from app.pictures import boards as boards_of
from app.pictures.found import LeftOutError
from app.pictures.opening import opened_set
from tests.helpers.picture_files import arasaac, board, boards, dots


def read(path, lang="en"):
    with opened_set(path, lang=lang) as opened:
        found = {next(iter(each.names.values()))[0]: each for each in opened.pictures}
        contents = {name: each.read() for name, each in found.items()}
        return found, contents, dict(opened.left_out)


def test_pictures_in_a_board_and_beside_it_are_read_and_addresses_are_counted(tmp_path):
    found, contents, left_out = read(boards(tmp_path / "a.obz"))
    assert contents == {"happy": dots("red"), "sad": dots("blue")}
    assert left_out == {"only_an_address": 1}
    assert dict(found["happy"].names) == {"en-GB": ("happy",)}
    assert (found["sad"].author, found["sad"].licence) == ("Bo", "CC By")


def test_a_board_alone_is_read(tmp_path):
    path = tmp_path / "one.obf"
    path.write_text(json.dumps(board()), "utf-8-sig")
    _, contents, left_out = read(path)
    assert contents == {"happy": dots("red")}
    assert left_out == {"only_an_address": 1, "not_there": 1}


def test_names_are_read_in_every_language_of_the_board(tmp_path):
    strings = {"en-GB": {"happy": "happy"}, "cy": {"happy": "hapus"}}
    found, *_ = read(boards(tmp_path / "a.obz", of=board(strings=strings)))
    assert dict(found["happy"].names) == {"en-GB": ("happy",), "cy": ("hapus",)}


def test_boards_whose_pictures_are_only_addresses_have_none(tmp_path):
    images = [{"id": n, "url": "https://x.example/a.png"} for n in (9, 11, 12)]
    found, _, left_out = read(boards(tmp_path / "a.obz", of=board(images=images)))
    assert found == {}
    assert left_out == {"only_an_address": 3}


@pytest.mark.parametrize(
    "content",
    [
        {"images": 5, "buttons": None},
        {"images": [None, [], "x"], "buttons": [{}]},
        {"images": [{"id": {}, "data": 7}], "buttons": [{"label": [], "image_id": []}]},
        {"format": ["open-board-0.1"]},
    ],
)
def test_a_board_in_another_form_has_no_pictures_that_can_be_taken_in(tmp_path, content):
    path = boards(tmp_path / "a.obz", of=board(**{"images": [], **content}))
    with contextlib.suppress(BadPictureSetError), opened_set(path) as opened:
        assert not opened.pictures


@pytest.mark.parametrize(
    "data", ["", "data:image/png;base64,####", "data:image/png", "https://x.example/a.png"]
)
def test_data_that_is_no_picture_is_left_out(tmp_path, data):
    images = [{"id": 9, "data": data}]
    with opened_set(boards(tmp_path / "a.obz", of=board(images=images))) as opened:
        (happy,) = opened.pictures
        with pytest.raises(LeftOutError):
            happy.read()


def test_a_path_out_of_the_file_is_never_followed(tmp_path):
    (tmp_path / "secret.png").write_bytes(dots())
    images = [{"id": 9, "path": "../secret.png"}, {"id": 11, "path": str(tmp_path / "secret.png")}]
    with opened_set(boards(tmp_path / "a.obz", of=board(images=images))) as opened:
        for each in opened.pictures:
            with pytest.raises(LeftOutError):
                each.read()


def test_arasaac_has_names_by_number_in_each_language(tmp_path):
    with opened_set(arasaac(tmp_path / "a.zip")) as opened:
        (cup,) = opened.pictures
        assert dict(cup.names) == {"cy": ("cwpan",), "en": ("cup", "cups")}
        assert opened.left_out == {"not_for_plans": 1, "no_name": 1}
        assert opened.details.name == "ARASAAC"
        assert opened.details.licence == "CC BY-NC-SA 4.0"
        assert not opened.needs_licence


def test_boards_that_would_fill_the_memory_with_their_pictures_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(boards_of, "_MOST_HELD", 50)
    with (
        pytest.raises(BadPictureSetError, match="too much room"),
        opened_set(boards(tmp_path / "a.obz")),
    ):
        pass


def test_boards_with_nothing_but_words_say_so(tmp_path):
    of = board(images=[], buttons=[{"id": 1, "label": "happy"}])
    with (
        pytest.raises(BadPictureSetError, match="only words"),
        opened_set(boards(tmp_path / "a.obz", of=of)),
    ):
        pass
