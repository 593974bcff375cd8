"""Every screen, drawn: nothing cut off, nothing without a name, in each language and size."""

from pathlib import Path

import pytest

from ui import gallery

_HARDEST = (
    ("200", "en-XL", "paper"),
    ("200", "ur-Aran", "paper"),
)
"""The longest words of all languages at once, the highest lines, and right to left."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_HOME", str(tmp_path / "home"))


def drawn(folder: Path, *more: str) -> list[Path]:
    """The pictures of every screen; the gallery says no where something is cut off."""
    assert gallery.main(["--to", str(folder), *more]) == 0
    return sorted(folder.glob("*.png"))


@pytest.mark.timeout(900)
def test_every_screen_is_drawn_with_nothing_cut_off(tmp_path: Path) -> None:
    pictures = drawn(tmp_path / "gallery")
    assert len(pictures) > 40
    assert all(picture.stat().st_size > 5_000 for picture in pictures)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("scale", "lang", "theme"), _HARDEST)
def test_nothing_is_cut_off_where_words_are_longest(
    tmp_path: Path, scale: str, lang: str, theme: str
) -> None:
    more = ("--lang", lang, "--scale", scale, "--theme", theme)
    assert len(drawn(tmp_path / "gallery", *more)) > 40


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert gallery.main(["--to", str(tmp_path / "file" / "gallery")]) == 1
    assert "cannot be made" in capsys.readouterr().err
