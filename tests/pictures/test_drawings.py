import pytest

from app.pictures.drawings import check_drawing
from app.pictures.found import LeftOutError
from tests.helpers.picture_files import drawing

XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    "body",
    [
        '<path d="M1 1h8" style="fill:#fff;stroke:url(#a)"/>',
        "<style>.a{fill:#fff}</style>",
        '<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a"/>',
        '<style>@font-face{src:url("data:;base64,AAAA")}</style><text>A</text>',
        '<path stroke-dasharray="2 1" d="M0 0"/>',
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
        '<use href="#a"/>' * 40,
        '<path stroke-dasharray="0.0001" d="M0 0h1000"/>',
        '<path style="stroke-dasharray:0.001 0.0001" d="M0 0h1000"/>',
        f"<desc>{'x' * 5_000_000}</desc>",
    ],
)
def test_what_would_keep_the_screen_busy_is_left_out(body):
    with pytest.raises(LeftOutError) as error:
        check_drawing(drawing(body))
    assert error.value.reason == "too_large"
