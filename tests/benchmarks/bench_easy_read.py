"""How long the easy-read helper takes for one sentence and for a text of 700 words.

Run from the project's folder: ``python -m tests.benchmarks.bench_easy_read``; prints JSON.
"""

import json
import statistics
import time
import tomllib
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from app.shipped import Shipped
from app.words.splitting import words

DATA = Path(__file__).parents[1] / "words" / "data" / "easyread_sentences.toml"
TRIES = 40


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    house = Shipped()
    loading = timed(lambda: house.easy_read)
    sets = tomllib.loads(DATA.read_text("utf-8"))
    said = [text for each in ("tune", "unseen") for text in sets[each]["good"]]
    said += [bad["text"] for each in ("tune", "unseen") for bad in sets[each]["bad"]]
    text = ""
    for nth, sentence in enumerate(islice(cycle(said), 10_000)):
        if len(words(text)) >= 700:
            break
        text += ("\n\n" if nth % 3 == 0 else " ") + sentence
    helper = house.easy_read
    helper.document(text, lang="en")
    one = [timed(lambda s=s: helper.sentence(s, lang="en")) for s in said for _ in range(5)]
    whole = [timed(lambda: helper.document(text, lang="en")) for _ in range(TRIES)]
    polish = [timed(lambda: helper.document(text, lang="pl")) for _ in range(TRIES)]
    print(
        json.dumps(
            {
                "loading_ms": round(loading, 1),
                "one_sentence_ms": {
                    "median": round(statistics.median(one), 2),
                    "p95": round(statistics.quantiles(one, n=20)[-1], 2),
                },
                "words": len(words(text)),
                "text_ms": {
                    "median": round(statistics.median(whole), 1),
                    "max": round(max(whole), 1),
                },
                "text_other_language_ms": round(statistics.median(polish), 1),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
