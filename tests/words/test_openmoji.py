import pytest

from app.words.openmoji import OpenMoji

INSTALLED = OpenMoji.installed()


def test_a_picture_is_an_svg():
    bus = INSTALLED.picture("openmoji:1F68C")
    assert bus.media_type == "image/svg+xml"
    assert b"<svg" in bus.data


@pytest.mark.parametrize(
    "ref",
    [
        "openmoji:FFFFFF",
        "openmoji:",
        "openmoji:../1F68C",
        "openmoji:1f68c",
        "photo:1F68C",
        "1F68C",
        "",
    ],
)
def test_an_unknown_picture_is_none(ref):
    assert INSTALLED.picture(ref) is None


@pytest.mark.parametrize(
    ("plain", "toned"),
    [
        ("1F44B", "1F44B-1F3FD"),
        ("270D", "270D-1F3FD"),
        ("1F575-FE0F-200D-2640-FE0F", "1F575-1F3FD-200D-2640-FE0F"),
        ("1F9D1-200D-2695-FE0F", "1F9D1-1F3FD-200D-2695-FE0F"),
        ("1F9D1-200D-1F91D-200D-1F9D1", "1F9D1-1F3FD-200D-1F91D-200D-1F9D1-1F3FD"),
    ],
)
def test_people_have_the_skin_tone_that_was_chosen(plain, toned):
    assert INSTALLED.picture(f"openmoji:{plain}", skin_tone=3) == INSTALLED.picture(
        f"openmoji:{toned}"
    )


@pytest.mark.parametrize("tone", [None, 0, 1, 5, 6])
def test_what_shows_nobody_stays_as_it_is(tone):
    assert INSTALLED.picture("openmoji:1F68C", skin_tone=tone) is not None


def test_a_folder_of_pictures_will_do(tmp_path):
    (tmp_path / "1F68C.svg").write_bytes(b"<svg/>")
    pictures = OpenMoji(tmp_path)
    assert pictures.picture("openmoji:1F68C").data == b"<svg/>"
    assert pictures.picture("openmoji:1F68D") is None
