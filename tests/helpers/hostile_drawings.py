"""Small drawings that would keep a screen busy for seconds, minutes or for ever."""

from tests.helpers.picture_files import drawing

_XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
_WHOLE = 'width="10" height="10"'
_TILE = f'{_WHOLE} patternUnits="userSpaceOnUse"'
_UP_AND_DOWN = "".join(f"L{n * 7 % 10}.{n % 9} {n % 2 * 10}" for n in range(1_000))
_ON_THE_SPOT = "".join(f"l.{n * 7 % 10} .{n * 3 % 10}l-.{n % 10} -.{n * 7 % 9}" for n in range(900))


def _made(body: str) -> bytes:
    return drawing(body, more=_XLINK)


def _each_in_the_next(kind: str, said: str, uses: str, depth: int, times: int) -> bytes:
    """So many of a kind, each drawn from the one before it so many times."""
    inner = f'<{kind} id="p0" {said}><path d="M0 0h9v9z" fill="white"/></{kind}>'
    for n in range(1, depth):
        again = f'<rect {_WHOLE} {uses}="url(#p{n - 1})"/>' * times
        inner += f'<{kind} id="p{n}" {said}>{again}</{kind}>'
    return _made(f'{inner}<rect {_WHOLE} {uses}="url(#p{depth - 1})"/>')


def _folded(times: int) -> bytes:
    """Groups that each show the one before them twice."""
    groups = "".join(
        f'<g id="a{n}"><use xlink:href="#a{n - 1}"/><use href="#a{n - 1}"/></g>'
        for n in range(1, times)
    )
    shown = f'<use xlink:href="#a{times - 1}"/>'
    return _made(f'<defs><g id="a0"><path d="M0 0h5v5z"/></g>{groups}</defs>{shown}')


def _dashed(sheet: str, *, around: str = "") -> bytes:
    """A line up and down, with a style sheet that says how it is dashed."""
    line = f'<path id="x" class="a" d="M0 0{"h10h-10" * 20}" fill="none" stroke="red"/>'
    return _made(f"<style>{sheet}</style><g {around}>{line}</g>")


HOSTILE = {
    "patterns in patterns": _each_in_the_next("pattern", _TILE, "fill", 8, 6),
    "masks in masks": _each_in_the_next("mask", "", "mask", 6, 6),
    "two patterns, one in the other": _each_in_the_next("pattern", _TILE, "fill", 2, 1),
    "groups folded sixteen times": _folded(16),
    "a group that shows itself": _made('<g id="a"><use href="#a"/></g>'),
    "a large group shown sixteen times": _made(
        '<g id="a">' + "<path d='M0 0h9v9h-9z'/>" * 1_500 + "</g>" + '<use href="#a"/>' * 16
    ),
    "a marker on each of many corners": _made(
        '<marker id="m"><path d="M0 0h9v9z"/></marker>'
        f'<path d="M0 0{"l.1 .1" * 5_000}" stroke="red" marker-mid="url(#m)"/>'
    ),
    "a line up and down a thousand times": _made(f'<path d="M0 0{_UP_AND_DOWN}"/>'),
    "such a line from a group": _made(
        f'<g stroke="red" fill="none"><path d="M0 0{_UP_AND_DOWN}"/></g>'
    ),
    "a broad line on the spot": _made(
        f'<path d="M5 5{_ON_THE_SPOT}" fill="none" stroke="red" stroke-width="9"/>'
    ),
    "such a line by a style sheet": _made(
        "<style>.a{stroke:red;stroke-width:9px;fill:none}</style>"
        f'<path class="a" d="M5 5{_ON_THE_SPOT}"/>'
    ),
    "a short line made long": _made(
        f'<g transform="scale(1000)"><path d="M0 0{"l.01 0l-.01 .001" * 500}"/></g>'
    ),
    "dashes by a number with an exponent": _made(
        '<path d="M0 5H10" stroke="red" stroke-dasharray="1e-6 1e-6"/>'
    ),
    "dashes from a style sheet with a note in it": _made(
        '<style>path{stroke-dasharray/**/:1e-6 1e-6}</style><path d="M0 5H10" stroke="red"/>'
    ),
    "dashes that a weaker rule seems to take back": _dashed(
        "#x.a{stroke-dasharray:.0005} .a{stroke-dasharray:none}"
    ),
    "dashes that a rule for paper seems to take back": _dashed(
        ".a{stroke-dasharray:.0005} @media print{.a{stroke-dasharray:none}}"
    ),
    "dashes between two notes in quotes": _dashed(
        ".b{font-family:'/*'} .a{stroke-dasharray:.0005} .c{font-family:'*/'}"
    ),
    "dashes that quotes seem to take back": _dashed(
        ".a{stroke-dasharray:.0005;font-family:';stroke-dasharray:none;'}"
    ),
    "dashes as those around it": _dashed(
        ".a{stroke-dasharray:inherit}", around='stroke-dasharray=".0005"'
    ),
    "a long line that a rule seems to make short": _made(
        f'<style>path{{d:M0 0}}</style><path d="M0 0{_UP_AND_DOWN}"/>'
    ),
    "dashes made small": _made(
        '<g transform="scale(.0001)"><path transform="scale(10000)"/>'
        '<path d="M0 5H1e5" stroke="red" stroke-dasharray="1 1"/></g>'
    ),
    "dashes on a line without end": _made(
        '<path d="M0 5L1e9 6" stroke="red" stroke-dasharray="1 1"/>'
    ),
    "a style sheet longer than the drawing": _made(
        f"<style>{','.join(f'.a{n}' for n in range(3_000))}{{fill:red}}</style>"
        + '<g class="a b c d e"/>' * 500
    ),
    "very large letters": _made(
        '<text font-size="9" stroke="red" stroke-width="1">&#64;g</text>' * 500
    ),
    "a colour that changes, again and again": _made(
        '<radialGradient id="a"><stop offset="0"/></radialGradient><g fill="url(#a)">'
        + f"<rect {_WHOLE}/>" * 1_000
        + "</g>"
    ),
}
