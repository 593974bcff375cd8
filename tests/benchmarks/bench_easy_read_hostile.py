"""How the time of the easy-read helper grows with texts that are made to take it long.

Run from the project's folder: ``python -m tests.benchmarks.bench_easy_read_hostile``; prints JSON:
milliseconds of the processor for a text, for one 16 times as long (as long as the command takes),
and how many times longer that took.
"""

import json
import time
from collections.abc import Callable

from app.shipped import Shipped

SHORT, TIMES = 6_000, 16
KINDS: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "9" * size,
    "digits and a per cent sign": lambda size: "9" * (size - 1) + "%",
    "numbers with commas": lambda size: "1" + ",111" * (size // 4),
    "numbers with points": lambda size: "1." * (size // 2),
    "brackets": lambda size: "a()" * (size // 3),
    "open brackets": lambda size: "(1 " * (size // 3),
    "marks of notes": lambda size: ".\u2020/" * (size // 3),
    "spaces": lambda size: "a" + " " * (size - 2) + "b",
    "full stops": lambda size: ". " * (size // 2),
    "dots that go on": lambda size: "1" * (size // 2) + "... a" * (size // 10),
    "capitals": lambda size: "ABCD " * (size // 5),
    "bold": lambda size: "**a" * (size // 3),
    "words of workers": lambda size: "He was safeguarding it. This means " * (size // 35),
    "words that hurt": lambda size: "He suffers from it. " * (size // 20),
    "one sentence of common words": lambda size: "and so he was not " * (size // 18),
    "lines": lambda size: "- a\n" * (size // 4),
    "headings": lambda size: "# a\n\nb\n\n" * (size // 8),
    "dotted letters": lambda size: "\u0130.e. " * (size // 5),
    "soft hyphens": lambda size: "a\u00ad " * (size // 3),
}


def milliseconds(work: Callable[[], object]) -> float:
    """The shortest of three tries."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - began))
    return min(taken)


def main() -> None:
    helper = Shipped().easy_read
    helper.document("Tea.", lang="en")
    found = {}
    for lang in ("en", "ur"):
        for kind, made in KINDS.items():
            short, long = made(SHORT), made(TIMES * SHORT)
            first = milliseconds(lambda text=short, lang=lang: helper.document(text, lang=lang))
            second = milliseconds(lambda text=long, lang=lang: helper.document(text, lang=lang))
            found[f"{lang}: {kind}"] = {
                "ms": round(first, 1),
                "longer_ms": round(second, 1),
                "times": round(second / max(first, 0.1), 1),
            }
    slowest = max(found, key=lambda kind: found[kind]["times"])
    print(json.dumps({"characters": SHORT, "slowest_growth": slowest, "kinds": found}, indent=2))


if __name__ == "__main__":
    main()
