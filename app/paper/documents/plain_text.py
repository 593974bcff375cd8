"""The booklet as text alone: for a screen reader, a braille line, or a message."""

from collections.abc import Iterator

from app.model import booklet_words
from app.model.wording import N_, Wording
from app.paper.job import Job
from app.paper.plain import PlainLines
from app.paper.press import Printed

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_RULE = "-"


def make(job: Job) -> Printed:
    """The same sentences with the same marks, a line each; no page, no picture."""
    lines = [*_first(job), *_sections(job), *_last(job)]
    text = "\n".join(lines).translate(_ISOLATES).strip() + "\n"
    return Printed(pdf=b"", pages=0, missing=(), left_out_pictures=(), text=text)


def _first(job: Job) -> Iterator[str]:
    plan = job.contents.plan
    yield from _title(job.name)
    yield job.words.t(booklet_words.WHAT)
    yield from booklet_words.facts(
        plan,
        copy_for=job.contents.reader,
        made_on=job.made_on,
        called=job.called,
        lacking=job.lacking,
        words=job.words,
    )


def _sections(job: Job) -> Iterator[str]:
    plan, words = job.contents.plan, job.words
    if not plan.sections:
        yield from _title(words.t(N_("Nothing is printed here yet")))
    lines = PlainLines(plan, words, job.second_lang)
    for section in plan.sections:
        yield from _title(words.t(section.section.easy))
        yield from lines.section(section)


def _last(job: Job) -> Iterator[str]:
    words: Wording = job.words
    yield from _title(words.t(booklet_words.IF_WRONG))
    yield from booklet_words.advice(job.contents.plan, words)
    if job.hard_words:
        yield from _title(words.t(booklet_words.MEANINGS))
        for each in job.hard_words:
            yield words.t(N_("{label}: {value}"), label=each.word, value=each.means)


def _title(title: str) -> tuple[str, ...]:
    return ("", title, _RULE * len(title))
