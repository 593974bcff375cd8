"""Whose a set is and how it may be used, from the text that lies beside it; nothing is guessed."""

import re

_CC = re.compile(r"creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)", re.IGNORECASE)
_CC_SHORT = re.compile(r"\bCC[ -](BY(?:-(?:NC|SA|ND)){0,2})[ -]?(\d\.\d)?\b", re.IGNORECASE)
_ZERO = re.compile(r"creativecommons\.org/publicdomain/zero/1\.0|\bCC0\b", re.IGNORECASE)
_NAMED = (
    (re.compile(r"\bMIT License\b", re.IGNORECASE), "MIT"),
    (re.compile(r"\bApache License,? Version 2\.0\b", re.IGNORECASE), "Apache 2.0"),
    (re.compile(r"\bSIL Open Font License\b", re.IGNORECASE), "OFL 1.1"),
)
_AUTHOR = re.compile(
    r"(?:copyright|©)\s*(?:\(c\)|©)?\s*(?:[\d,\s–-]{4,}\s*)?(?:by\s+)?([^\W\d][^\r\n.<(]{1,80})",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(r"^(?:notice|holder|owner|licen[cs]e|law|and|of|the)\b", re.IGNORECASE)


def licence_in(text: str) -> str:
    """The licence that a text names, in short; empty if it names none that is known."""
    if found := _CC.search(text):
        return f"CC {found[1].upper()} {found[2]}"
    if _ZERO.search(text):
        return "CC0 1.0"
    if found := _CC_SHORT.search(text):
        return f"CC {found[1].upper()} {found[2] or ''}".strip()
    return next((short for pattern, short in _NAMED if pattern.search(text)), "")


def author_in(text: str) -> str:
    """Whose copyright a text names; empty if it names nobody."""
    for found in _AUTHOR.finditer(text):
        name = " ".join(found[1].split()).strip(" ,;:-")
        if not _NO_AUTHOR.match(name):
            return name
    return ""
