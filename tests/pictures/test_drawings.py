import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pictures.drawings import check_drawing
from app.pictures.found import LeftOutError
from app.pictures.path_length import of_path
from tests.helpers.hostile_drawings import HOSTILE
from tests.helpers.picture_files import drawing

XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    "body",
    [
        '<path d="M1 1h8" style="fill:#fff;stroke:url(#a)"/>',
        "<style>.a{fill:#fff}</style>",
        '<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a"/>',
        '<style>@font-face{src:url("data:;base64,AAAA")}</style><text>A</text>',
        '<path stroke-dasharray="2 1" d="M0 0h9v9z" stroke="red"/>',
        '<path id="a" d="M0 0h1v1z"/>' + '<use xlink:href="#a"/>' * 50,
        '<mask id="a"><path d="M0 0h5v5z"/></mask><g mask="url(#a)"><path d="M0 0h9"/></g>',
        '<pattern id="a"><path d="M0 0h5v5z"/></pattern><path d="M0 0h9v9z" fill="url(#a)"/>',
        '<path d="' + "M5 5l.1 .1l-.1 .1z" * 200 + '"/>',
    ],
)
def test_what_draws_is_taken_in(body):
    assert check_drawing(drawing(body, more=XLINK)) is None


def test_marks_before_the_drawing_do_not_matter():
    marks = b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?>\n<!-- x -->"
    assert check_drawing(marks + drawing()) is None


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<foreignObject><p/></foreignObject>",
        '<g onclick="x()"/>',
        '<g onLoad="x()"/>',
        '<use xlink:href="https://x.example/a.svg#b"/>',
        '<use href="other.svg#b"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<a href="https://x.example"><g/></a>',
        "<style>@import 'https://x.example/a.css';</style>",
        "<style>.a{fill:url(https://x.example/a)}</style>",
        "<style>.a{fill:url('//x.example/a')}</style>",
        r"<style>.a{fill:u\72l(https://x.example/a)}</style>",
        '<path style="fill: URL( \'https://x.example/a\')" d=""/>',
        '<path fill="url(file:///etc/passwd)" d=""/>',
        '<animate attributeName="x"/>',
        '<set attributeName="x"/>',
        '<filter id="a"/>',
        '<g xml:base="https://x.example/"/>',
    ],
)
def test_what_does_something_else_is_left_out(body):
    with pytest.raises(LeftOutError) as error:
        check_drawing(drawing(body, more=XLINK))
    assert error.value.reason == "unsafe"


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://x.example/a.dtd">',
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<?xml-stylesheet href="https://x.example/a.css"?>',
    ],
)
def test_declarations_are_left_out(before):
    with pytest.raises(LeftOutError) as error:
        check_drawing(before.encode() + drawing())
    assert error.value.reason == "unsafe"


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"<html/>",
        b'<svg xmlns="http://www.w3.org/2000/svg">',
        b"<svg/>",
        b"<?xml version='1.0' encoding='no-such'?><svg/>",
        b"<" * 1_000,
    ],
)
def test_what_is_no_drawing_is_left_out(data):
    with pytest.raises(LeftOutError) as error:
        check_drawing(data)
    assert error.value.reason == "no_picture"


@pytest.mark.parametrize(
    "body",
    [
        "<g>" * 100 + "</g>" * 100,
        "<g/>" * 30_000,
        '<path stroke-dasharray="0.0001" d="M0 0h1000" stroke="red"/>',
        '<path style="stroke-dasharray:0.001 0.0001;stroke:red" d="M0 0h1000"/>',
        f"<desc>{'x' * 5_000_000}</desc>",
    ],
)
def test_what_would_keep_the_screen_busy_is_left_out(body):
    with pytest.raises(LeftOutError) as error:
        check_drawing(drawing(body))
    assert error.value.reason == "too_large"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_small_drawing_that_freezes_the_screen_is_left_out(name):
    data = HOSTILE[name]
    assert len(data) < 40_000
    with pytest.raises(LeftOutError) as error:
        check_drawing(data)
    assert error.value.reason == "too_large"


def test_a_drawing_that_does_not_say_how_large_it_is_is_left_out():
    with pytest.raises(LeftOutError) as error:
        check_drawing(b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>')
    assert error.value.reason == "no_picture"


@pytest.mark.parametrize(
    ("data", "length", "corners"),
    [
        ("M1 1h4v4h-4z", 16, 3),
        ("M100 100L103 104", 14, 1),
        ("M9 9l3 4", 14, 1),
        ("M0 0H5V5H0V0", 20, 4),
        ("M0 0 2 0 2 2", 8, 2),
        ("M1e2 0l-1e1 0", 20, 1),
        ("M0 0c1 0 2 0 3 0", 6, 1),
        ("M500 0M700 0", 0, 0),
        ("M0 0.5.5.5", 1, 1),
        ("no path at all", 0, 0),
    ],
)
def test_a_line_is_as_long_as_it_goes(data, length, corners):
    assert of_path(data) == (pytest.approx(length), corners)


NUMBER = st.floats(-1_000, 1_000, width=32).map(lambda value: f"{value:.3f}")
POINT = st.tuples(NUMBER, NUMBER)


@given(POINT, st.lists(st.tuples(POINT, st.booleans()), min_size=1, max_size=20))
def test_no_line_is_taken_for_shorter_than_it_is(begin, ends):
    at, far = tuple(map(float, begin)), 0.0
    data = f"M{begin[0]} {begin[1]}"
    for (x, y), own in ends:
        data += f"{'l' if own else 'L'}{x} {y}"
        to = (float(x) + at[0] * own, float(y) + at[1] * own)
        far += abs(to[0] - at[0]) + abs(to[1] - at[1])
        at = to
    assert of_path(data).length >= far * (1 - 1e-9)


ANYTHING = st.text(st.sampled_from("MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE %#()"), max_size=60)


@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
def test_any_numbers_are_taken_in_or_left_out(path, some, more, transform):
    body = (
        f'<g transform="scale({transform}) matrix({some})" stroke-dasharray="{more}" stroke="red">'
        f'<path d="M0 0{path}" stroke-width="{some}"/><rect width="{more}" height="{some}"/>'
        f'<svg viewBox="{some}"><text font-size="{more}">A</text></svg></g>'
    )
    try:
        check_drawing(drawing(body))
    except LeftOutError as error:
        assert error.reason in {"too_large", "no_picture"}  # noqa: PT017
