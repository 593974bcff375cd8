"""The texts beside the code: their links lead somewhere, and what they say of it is true."""

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from app.commands import parser

ROOT = Path(__file__).parents[1]
TEXTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("resources/**/*.md")])
PICTURES = ROOT / "resources" / "readme"
LARGEST = 120_000
"""Bytes of a picture that lies with the code."""

_CODE = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def links(text: Path) -> Iterator[str]:
    """Where a text leads to within the project."""
    for target in _LINK.findall(_CODE.sub("", text.read_text("utf-8"))):
        if "://" not in target:
            yield unquote(target)


def anchors(text: Path) -> set[str]:
    """What its headings are called in links."""
    titles = _HEADING.findall(_CODE.sub("", text.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: str(text.relative_to(ROOT)))
def test_every_link_leads_somewhere(text: Path) -> None:
    for target in links(text):
        file, _, heading = target.partition("#")
        to = (text.parent / file).resolve() if file else text
        assert to.exists(), target
        assert not heading or heading in anchors(to), target


def test_the_pictures_of_the_readme_are_there_and_small() -> None:
    shown = {ROOT / target for target in links(ROOT / "README.md") if target.endswith(".png")}
    assert shown == set(PICTURES.iterdir())
    assert 4 <= len(shown) <= 6
    assert all(picture.stat().st_size < LARGEST for picture in shown)


def test_the_architecture_is_drawn_as_the_contracts_hold_it() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    drawing = text.partition("```text\n")[2].partition("```")[0]
    floors = re.split(r"^ *v$", drawing, flags=re.MULTILINE)
    drawn = [set(re.findall(r"\bapp\.\w+|\bui\b", floor)) for floor in floors]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = next(each["layers"] for each in contracts["contracts"] if each["type"] == "layers")
    assert drawn == [{"ui"}, *(set(layer.split(" | ")) for layer in layers)]


def test_the_readme_names_every_command() -> None:
    row = next(
        line
        for line in (ROOT / "README.md").read_text("utf-8").splitlines()
        if line.startswith("| `.venv/bin/python -m app --help`")
    )
    groups = (each for each in parser()._actions if isinstance(each, argparse._SubParsersAction))
    assert set(re.findall(r"`([a-z-]+)`", row)) == set(next(groups).choices)
