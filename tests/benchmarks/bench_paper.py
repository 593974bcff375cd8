"""A tagged booklet of 100 sentences and 100 pictures as whole processes, beside WeasyPrint.

``python -m tests.benchmarks.bench_paper [PYTHON]``. Prints JSON. PYTHON is one that has WeasyPrint
installed; the same words, pictures and fonts are then also set by it, in turn. The program itself
has nothing to do with WeasyPrint.
"""

import html
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from app.model.plan import Plan
from tests.benchmarks.bench_booklet import hundred_sentences
from tests.helpers.printing import OpenMoji, font_file, printed

Took = tuple[float, float]
"""Seconds of the clock, and seconds at work."""

_RUNS = 9
_ONE = "--one"
_WEASYPRINT = """
import sys
from weasyprint import HTML
HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""
_PAGE = """<!doctype html><html lang="en-GB">
<head><meta charset="utf-8"><title>{title}</title><style>
@font-face {{ font-family: Own; src: url("{regular}") }}
@font-face {{ font-family: Own; font-weight: bold; src: url("{bold}") }}
@page {{ size: A4; margin: 20mm 20mm 30mm 25mm;
  @bottom-left {{ content: "{title} · this copy is for Marcus"; font: 14pt Own }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 16pt Own }} }}
body {{ font: 16pt/1.5 Own }} ul {{ list-style: none; padding: 0; margin: 0 }}
h2 {{ font-size: 24pt; border-bottom: 2.5pt solid #333; break-before: page }}
li {{ break-inside: avoid; min-height: 42mm; margin-bottom: 36pt }}
img {{ float: left; width: 42mm; height: 42mm }} p {{ margin: 0 0 10pt 56mm }}
.mark {{ display: inline-block; font-size: 14pt; font-weight: bold; border: 1.5pt solid #333;
  border-radius: 6pt; padding: 6pt; margin: 0 0 0 14mm }}
</style></head><body><h1>{title}</h1>{sections}</body></html>"""


def main() -> None:
    """Measure and print."""
    if _ONE in sys.argv:
        Path(sys.argv[-1]).write_bytes(printed(hundred_sentences()).pdf)
        return
    other = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "ours.pdf"), Path(folder, "theirs.pdf")
        commands = {"ours": [sys.executable, "-m", "tests.benchmarks.bench_paper", _ONE, str(ours)]}
        if other:
            page = _as_html(hundred_sentences(), Path(folder))
            commands["weasyprint"] = [other, "-c", _WEASYPRINT, str(page), str(theirs)]
        seconds = _in_turn(commands)
        report: dict[str, object] = {name: _spread(times) for name, times in seconds.items()}
        if other:
            pairs = zip(seconds["ours"], seconds["weasyprint"], strict=True)
            ratios = [(a[0] / b[0], a[1] / b[1]) for a, b in pairs]
            report["ours_of_weasyprint"] = _spread(ratios)
            report["weasyprint_kilobytes"] = round(theirs.stat().st_size / 1000)
        report["kilobytes"] = round(ours.stat().st_size / 1000)
    report["in_the_open_program"] = _in_the_program()
    print(json.dumps(report, indent=2))


def _in_turn(commands: dict[str, list[str]]) -> dict[str, list[Took]]:
    seconds: dict[str, list[Took]] = {name: [] for name in commands}
    for _ in range(_RUNS):
        for name, command in commands.items():
            seconds[name].append(_process(command))
    return seconds


def _process(command: list[str]) -> tuple[float, float]:
    """How long it took, and how long it was at work: that does not grow on a busy computer."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    work = after.children_user + after.children_system
    return time.perf_counter() - start, work - before.children_user - before.children_system


def _in_the_program() -> dict[str, object]:
    """Where everything is loaded: the first time, and after that."""
    which = hundred_sentences()
    times = []
    for _ in range(_RUNS):
        start, work = time.perf_counter(), time.process_time()
        made = printed(which)
        times.append((time.perf_counter() - start, time.process_time() - work))
    return {"first": _spread(times[:1]), "later": _spread(times[1:]), "pages": made.pages}


def _spread(times: Sequence[Took]) -> dict[str, list[float]]:
    """Least, middle and most: of the time it took, and of the work."""
    kinds = {"took": [each[0] for each in times], "work": [each[1] for each in times]}
    return {
        name: [round(value, 3) for value in (min(each), statistics.median(each), max(each))]
        for name, each in kinds.items()
    }


def _as_html(which: Plan, folder: Path) -> Path:
    """The same sentences with the same pictures, laid out alike."""
    pictures = OpenMoji()
    sections = []
    for section in which.sections:
        items = []
        for line in section.lines:
            (ref,) = line.statement.body.symbols
            found = pictures.picture(ref)
            file = folder / f"{ref.partition(':')[2]}.svg"
            file.write_bytes(found.data if found else b"")
            alt = html.escape(pictures.says(ref, "en"))
            words = html.escape(line.statement.body.original).replace(". ", ".<br>")
            items.append(
                f'<li><img src="{file.as_uri()}" alt="{alt}"><p>{words}</p>'
                '<p><span class="mark">My words</span></p></li>'
            )
        sections.append(f"<h2>{section.section.easy}</h2><ul>{''.join(items)}</ul>")
    page = folder / "booklet.html"
    names = {"regular": "AtkinsonHyperlegible-Regular.ttf", "bold": "AtkinsonHyperlegible-Bold.ttf"}
    files = {which: font_file(name).as_uri() for which, name in names.items()}
    text = _PAGE.format(title="The plan of Marcus", sections="".join(sections), **files)
    page.write_text(text, encoding="utf-8")
    return page


if __name__ == "__main__":
    main()
