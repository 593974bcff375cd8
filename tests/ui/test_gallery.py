"""Every screen, drawn: nothing cut off, nothing without a name, in each language and size."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import House
from ui import gallery

_EVERY_SIZE = ("en-GB", "ur", "ur-Aran", "en-XA", "en-XL", "en-XW")
"""The source, right to left, the highest lines; accented; of each sentence the longest of all
languages, and the one with the longest word."""
_THEMES = {"100": "dark", "200": "white", "300": "black_yellow"}
_LARGE = ("ar", "bn", "cy", "es", "fr", "gu", "it", "pa", "pl", "pt", "ro", "so", "uk")
"""The others that the program speaks."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_HOME", str(tmp_path / "home"))


Drawn = Callable[..., list[Path]]


@pytest.fixture
def drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Drawn:
    """The pictures of every screen; the gallery says no, and where, when something is cut off."""

    def draw(*more: str) -> list[Path]:
        folder = tmp_path / "gallery"
        answer = gallery.main(["--to", str(folder), *more])
        told = capsys.readouterr().err
        assert answer == 0, told
        assert not told
        return sorted(folder.glob("*.png"))

    return draw


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_every_screen_is_drawn_with_nothing_cut_off(drawn: Drawn) -> None:
    pictures = drawn()
    assert len(pictures) > 40
    assert all(picture.stat().st_size > 5_000 for picture in pictures)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("lang", _EVERY_SIZE)
@pytest.mark.parametrize("scale", _THEMES)
def test_nothing_is_cut_off_at_any_size(drawn: Drawn, lang: str, scale: str) -> None:
    more = ("--lang", lang, "--scale", scale, "--theme", _THEMES[scale])
    assert len(drawn(*more)) > 40


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("lang", _LARGE)
def test_nothing_is_cut_off_in_any_language_large(drawn: Drawn, lang: str) -> None:
    more = ("--lang", lang, "--scale", "200", "--theme", "paper")
    assert len(drawn(*more)) > 40


def test_every_language_of_the_program_is_drawn(house: House) -> None:
    spoken = {each.tag for each in house.catalogs.available()}
    assert spoken <= {*_EVERY_SIZE, *_LARGE}


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert gallery.main(["--to", str(tmp_path / "file" / "gallery")]) == 1
    assert "cannot be made" in capsys.readouterr().err
