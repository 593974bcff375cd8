"""Where a sentence ends and the next one begins (easy-read rule L07)."""

import re

_END = re.compile(r"[.!?\u2026\u061f\u06d4\u0964\u0965\u3002]+[\"'\u2019\u201d)\]\u2069]*\s+")
_NOT_AN_END = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|rev|st|e\.g|i\.e|[a-hj-z])\.$", re.IGNORECASE
)


def sentence_starts(text: str) -> list[int]:
    """Where each sentence after the first begins.

    A full stop followed by a small letter, or after a title or an initial, ends nothing.
    """
    starts = []
    for end in _END.finditer(text):
        start = end.end()
        if start == len(text) or text[start].islower():
            continue
        if _NOT_AN_END.search(text[max(0, end.start() - 8) : end.start() + 1]):
            continue
        starts.append(start)
    return starts
