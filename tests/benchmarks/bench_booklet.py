"""How long a booklet of 100 sentences with 100 distinct pictures takes. Prints JSON.

Run by hand: ``python -m tests.benchmarks.bench_booklet``.
"""

import json
import statistics
import subprocess
import sys
import time

from app import resources
from app.model.ids import PictureRef, RecordId
from app.model.plan import Plan
from app.model.statement import Statement
from tests.helpers.printing import plan, printed, sentence, supporter

_RUNS = 9
_PICTURES = 100
_ONLY_IMPORT = """
import time
start = time.perf_counter()
import app.paper.booklet
print(time.perf_counter() - start)
"""


def hundred_sentences() -> Plan:
    """Sentences in four sections and four voices, each with a picture of its own."""
    named = resources.path("words", "names", "en.txt").read_text("utf-8").splitlines()
    codes = (line.split("\t")[0] for line in named[:: len(named) // _PICTURES])
    refs = [PictureRef(f"openmoji:{code}") for code in codes]
    return plan(
        *(_sentence(number, ref) for number, ref in enumerate(refs[:_PICTURES])),
        supporters={"k": supporter("Keisha"), "a": supporter("Ala", "advocate")},
    )


def _sentence(number: int, ref: PictureRef) -> Statement:
    words = f"This is what I say number {number}. I like it when people wait and listen to me."
    section = ("who_i_am", "important_to", "support_well", "also_worth_knowing")[number // 25]
    if number % 5 == 4:
        return sentence(
            words, section=section, symbols=(ref,), voice="staff", said_by=RecordId("k")
        )
    return sentence(words, section=section, symbols=(ref,))


def main() -> None:
    """Measure and print."""
    which = hundred_sentences()
    seconds = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        made = printed(which)
        seconds.append(time.perf_counter() - start)
    imports = [
        float(
            subprocess.run(
                [sys.executable, "-c", _ONLY_IMPORT], capture_output=True, check=True
            ).stdout
        )
        for _ in range(3)
    ]
    print(
        json.dumps(
            {
                "first_build_s": round(seconds[0], 3),
                "warm_build_median_s": round(statistics.median(seconds[1:]), 3),
                "warm_build_worst_s": round(max(seconds[1:]), 3),
                "import_median_s": round(statistics.median(imports), 3),
                "pages": made.pages,
                "kilobytes": round(len(made.pdf) / 1000),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
