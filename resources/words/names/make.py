"""Makes the lists of this folder: ``python resources/words/names/make.py FOLDER``.

FOLDER holds the unpacked npm packages openmoji 17.0.0, cldr-annotations-full 48.2.0 and
cldr-annotations-derived-full 48.2.0, each in a folder of its name. A line of LANG.txt is the code
point of a picture, its name in the language, and the further words by which people look for it.
"""

import csv
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LANGUAGES = (
    "ar", "bn", "cy", "es", "fr", "gu", "it", "pa", "pl", "pt", "ro", "so", "uk", "ur",
)  # fmt: skip
EMOJI_STYLE = "\ufe0f"


def main() -> None:
    """Write the list of each language."""
    packages = Path(sys.argv[1])
    rules = tomllib.loads((HERE / "allowed.toml").read_text("utf-8"))
    allowed = tuple(_allowed(packages / "openmoji", rules))
    codes = [row["hexcode"] for row in allowed]
    _write(
        "en",
        {row["hexcode"]: (row["annotation"], *_tags(row, rules["never_for"])) for row in allowed},
    )
    for lang in LANGUAGES:
        known = {**_cldr(packages, "", lang), **_cldr(packages, "-derived", lang)}
        names = {code: known.get(_character(code)) for code in codes}
        _write(lang, {code: found for code, found in names.items() if found})


def _allowed(package: Path, rules: dict[str, Any]) -> Iterator[dict[str, str]]:
    groups = frozenset(rules["groups"])
    with (package / "data" / "openmoji.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            group = row["group"]
            if row["skintone"] or not {f"{group}/{row['subgroups']}", f"{group}/*"} & groups:
                continue
            said = f" {row['annotation'].casefold().replace(':', ' ')} "
            if not any(f" {never} " in said for never in rules["never_named"]):
                yield row


def _tags(row: dict[str, str], never_for: dict[str, list[str]]) -> list[str]:
    tags = (tag.strip() for tag in f"{row['tags']},{row['openmoji_tags']}".split(","))
    return [
        tag
        for tag in tags
        if tag and tag != row["annotation"] and row["hexcode"] not in never_for.get(tag, ())
    ]


def _cldr(packages: Path, which: str, lang: str) -> dict[str, tuple[str, ...]]:
    inner = "annotationsDerived" if which else "annotations"
    package = packages / f"cldr-annotations{which}-full"
    file = package / inner / lang / "annotations.json"
    found = json.loads(file.read_text("utf-8"))[inner]["annotations"]
    return {
        character.replace(EMOJI_STYLE, ""): (each["tts"][0], *each.get("default", ()))
        for character, each in found.items()
        if "tts" in each
    }


def _character(code: str) -> str:
    return "".join(chr(int(part, 16)) for part in code.split("-")).replace(EMOJI_STYLE, "")


def _write(lang: str, names: dict[str, tuple[str, ...]]) -> None:
    lines = []
    for code, (name, *more) in names.items():
        further = "|".join(word for word in dict.fromkeys(more) if word != name)
        lines.append(f"{code}\t{name}\t{further}")
    (HERE / f"{lang}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{lang}: {len(lines)} pictures")


if __name__ == "__main__":
    main()
