"""How long spelling takes: the dictionary, a sentence, and what may have been meant.

Run from the project's folder: ``python -m tests.benchmarks.bench_spelling``; prints JSON.
"""

import json
import statistics
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from app.shipped import Shipped

DATA = Path(__file__).parents[1] / "words" / "data" / "easyread_sentences.toml"
WRONG = ("wheelchare", "swiming", "recieve", "medecine", "brekfast", "tommorow", "freind")


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    house = Shipped()
    loading = timed(lambda: house.spelling.unknown("a", lang="en"))
    sets = tomllib.loads(DATA.read_text("utf-8"))
    good = [text for each in ("tune", "unseen") for text in sets[each]["good"]]
    bad = [each["text"] for name in ("tune", "unseen") for each in sets[name]["bad"]]
    spelling = house.spelling
    one = [timed(lambda s=s: spelling.unknown(s, lang="en")) for s in good + bad for _ in range(5)]
    meant = [timed(lambda w=w: spelling.meant(w, lang="en")) for w in WRONG]
    marked = [
        text[start:end] for text in good + bad for start, end in spelling.unknown(text, lang="en")
    ]
    print(
        json.dumps(
            {
                "loading_ms": round(loading, 1),
                "one_sentence_ms": {
                    "median": round(statistics.median(one), 3),
                    "p95": round(statistics.quantiles(one, n=20)[-1], 3),
                },
                "meant_ms": {
                    "median": round(statistics.median(meant), 1),
                    "max": round(max(meant), 1),
                },
                "marked_in_good_and_bad": marked,
                "sentences": len(good + bad),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
