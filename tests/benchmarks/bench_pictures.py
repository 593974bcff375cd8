"""Suggestions while typing, and search: ``python -m tests.benchmarks.bench_pictures``. Prints JSON.

Every beginning of every sentence is asked for, as somebody types it; then each word is looked for.
"""

import json
import statistics
import time
from collections.abc import Callable

from app.shipped import Shipped

SENTENCES = {
    "en": (
        "I like to have a cup of tea with milk in my own mug before anybody talks to me.",
        "Mum comes on Sundays and we go to church, then we have rice and peas.",
        "I do not like loud places. Headphones help me on the bus.",
    ),
    "pl": (
        "Lubię pić kawę z mlekiem rano, zanim ktoś do mnie mówi.",
        "W niedzielę jadę autobusem do kościoła z mamą.",
    ),
    "ur": ("مجھے صبح چائے پینا پسند ہے", "میں اتوار کو امی کے ساتھ مسجد جاتا ہوں"),
    "cy": ("Dw i'n hoffi paned o de yn y bore cyn i neb siarad â fi.",),
    "bn": ("আমি সকালে চা খেতে ভালোবাসি", "আমি মায়ের সাথে বাসে যাই"),
}


def main() -> None:
    """Measure and print."""
    started = time.perf_counter()
    ideas = Shipped().ideas
    report: dict[str, object] = {"read_ms": _ms(started)}
    for lang, sentences in SENTENCES.items():
        started = time.perf_counter()
        ideas.suggest("", lang=lang)
        report[f"first_{lang}_ms"] = _ms(started)
        beginnings = [each[:end] for each in sentences for end in range(1, len(each) + 1)]
        words = [word[:end] for each in sentences for word in each.split() for end in (1, 3, 9)]
        report[lang] = {
            "typing_ms": _spread(
                lambda text, lang=lang: ideas.suggest(text, lang=lang), beginnings
            ),
            "search_ms": _spread(lambda text, lang=lang: ideas.search(text, lang=lang), words),
        }
    print(json.dumps(report, indent=1))


def _spread(ask: Callable[[str], object], texts: list[str]) -> dict[str, float]:
    times = []
    for text in texts:
        started = time.perf_counter()
        ask(text)
        times.append(_ms(started))
    times.sort()
    return {
        "median": statistics.median(times),
        "p95": times[int(len(times) * 0.95)],
        "max": times[-1],
    }


def _ms(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 3)


if __name__ == "__main__":
    main()
