"""The look: what is read can be read."""

import tomllib
from pathlib import Path

import pytest

from app.model.look import Look, Theme

LOOK = Look.from_data(tomllib.loads(Path("resources/look.toml").read_text("utf-8")))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_pairs(theme: Theme) -> list[tuple[str, str]]:
    marks = [theme.own, theme.shown, theme.joint, theme.others]
    grounds = [theme.paper, theme.card, theme.helper, theme.lit, *(m.fill for m in marks)]
    return [
        *((theme.ink, ground) for ground in grounds),
        (theme.quiet_ink, theme.paper),
        (theme.quiet_ink, theme.helper),
        (theme.action_ink, theme.action),
        (theme.stop_ink, theme.card),
        (theme.stop_ink, theme.helper),
        (theme.stop_ink, theme.paper),
    ]


@pytest.mark.parametrize("name", sorted(LOOK.themes))
def test_words_have_a_contrast_of_at_least_7_to_1(name: str) -> None:
    weak = [
        (ink, ground, round(contrast(ink, ground), 2))
        for ink, ground in text_pairs(LOOK.themes[name])
        if contrast(ink, ground) < 7
    ]
    assert not weak


@pytest.mark.parametrize("name", sorted(LOOK.themes))
def test_edges_and_focus_have_a_contrast_of_at_least_3_to_1(name: str) -> None:
    theme = LOOK.themes[name]
    marks = [theme.own, theme.shown, theme.joint, theme.others]
    pairs = [
        *((m.edge, theme.paper) for m in marks),
        *((m.edge, m.fill) for m in marks),
        (theme.action, theme.paper),
        (theme.action, theme.helper),
        (theme.stop_edge, theme.helper),
    ]
    weak = [(a, b) for a, b in pairs if contrast(a, b) < 3]
    assert not weak


def test_text_grows_with_the_persons_setting() -> None:
    assert LOOK.sizes["sentence"].at(200) == 2 * LOOK.sizes["sentence"].px
    assert all(size.at(300) > size.at(200) > size.at(100) for size in LOOK.sizes.values())


def test_nothing_is_smaller_than_18_px() -> None:
    assert min(size.px for size in LOOK.sizes.values()) >= 18
