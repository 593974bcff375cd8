"""Which way each character runs, against Unicode's own test cases."""

import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.paper.text.bidi import directions, visual_order

EXCERPT = Path(__file__).parent / "data" / "BidiCharacterTest-excerpt.txt"
SET_BACK = {"WS", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"}


def cases() -> list[list[str]]:
    lines = EXCERPT.read_text("utf-8").splitlines()
    return [line.split(";") for line in lines if line and not line.startswith("#")]


def as_one_line(text: str, levels: list[int | None], base: int) -> list[int | None]:
    """Rule L1, which layout does not need: it draws no spaces at the end of a line."""
    trailing = True
    for at in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[at])
        trailing = kind in {"B", "S"} or (trailing and kind in SET_BACK)
        if trailing and levels[at] is not None:
            levels[at] = base
    return levels


def test_levels_and_order_are_those_of_unicode() -> None:
    wrong = []
    for points, direction, base, levels, order in cases():
        text = "".join(chr(int(point, 16)) for point in points.split())
        found = directions(text, base={"0": 0, "1": 1, "2": None}[direction])
        on_line = as_one_line(text, list(found.levels), found.base)
        kept = [at for at, level in enumerate(on_line) if level is not None]
        seen = visual_order([level for level in on_line if level is not None])
        got = (
            str(found.base),
            " ".join("x" if level is None else str(level) for level in on_line),
            " ".join(str(kept[at]) for at in seen),
        )
        if got != (base, levels, order.strip()):
            wrong.append(points)
    assert wrong == []


def test_the_excerpt_is_there() -> None:
    assert len(cases()) > 1_900


def test_a_text_without_letters_takes_the_direction_of_the_page() -> None:
    assert directions("123", otherwise=1).base == 1
    assert directions("one", otherwise=1).base == 0


@given(
    st.text(
        st.sampled_from("ab אب1٣ ()[]\u2066\u2067\u2068\u2069\u202a\u202e\u202c\t"), max_size=40
    )
)
def test_every_character_is_drawn_once(text: str) -> None:
    levels = [level or 0 for level in directions(text).levels]
    assert sorted(visual_order(levels)) == list(range(len(text)))


def test_very_many_brackets_and_isolates_do_not_take_long() -> None:
    text = "א(" * 2_000 + "\u2067a" * 2_000
    assert len(directions(text).levels) == len(text)
