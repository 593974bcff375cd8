"""What could be better in a guide that can be used: long sentences, missing ways to ask."""

import re
from collections.abc import Callable, Iterator

from app.model.guide import Guide, Moment
from app.model.guide_checks import Problem
from app.model.ids import PictureRef

LONGEST_IN_WORDS = 15
_END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_BLAMES = re.compile(r"\b(why|how often|in general)\b", re.IGNORECASE)
_NOT_ASKED = frozenset({"settings", "read_back", "copy"})


def advice(guide: Guide, *, is_drawn: Callable[[PictureRef], bool]) -> Iterator[Problem]:
    """What its author may want to mend, in the order of its moments; a guide runs without it.

    Args:
        guide: one in which nothing is wrong.
        is_drawn: whether there is a picture of this name.

    """
    for picture in (guide.picture, *(stage.picture for stage in guide.stages)):
        if not is_drawn(picture):
            yield Problem(-1, "", f"there is no picture {picture!r}")
    for stage in guide.stages:
        if all(moment.stage != stage.id for moment in guide.moments):
            yield Problem(-1, "", f"no moment belongs to the stage {stage.id!r}")
    read_back = False
    for place, moment in enumerate(guide.moments):
        for field, words in (*_of_moment(moment), *_not_drawn(moment, is_drawn)):
            yield Problem(place, field, f"moment {moment.id!r}: {words}")
        if read_back and moment.section and not moment.practice:
            yield Problem(
                place, "", f"moment {moment.id!r}: it comes after the read back, which waits"
            )
        read_back |= moment.kind == "read_back"


def _of_moment(moment: Moment) -> Iterator[tuple[str, str]]:
    for field, sentence in _sentences(moment):
        count = len(sentence.split())
        if count > LONGEST_IN_WORDS:
            most = f"{LONGEST_IN_WORDS} is the most that is easy to read"
            yield field, f"{count} words in one sentence; {most}: {sentence!r}"
    for asked in (moment.prompt, *moment.others):
        if found := _BLAMES.search(asked):
            yield "prompt" if asked == moment.prompt else "others", f"ask without {found[0]!r}"
    if not moment.others and moment.kind not in _NOT_ASKED:
        yield "", "it has no other ways to ask: give it 2 to 4 'others'"
    if not moment.helper:
        yield "", "it has no quiet word to whoever helps: give it a 'helper'"


def _not_drawn(moment: Moment, is_drawn: Callable[[PictureRef], bool]) -> Iterator[tuple[str, str]]:
    shown = {"picture": moment.picture}
    shown |= {f"options[{place}]": each.picture for place, each in enumerate(moment.options)}
    for field, picture in shown.items():
        if not is_drawn(picture):
            yield field, f"there is no picture {picture!r}"


def _sentences(moment: Moment) -> Iterator[tuple[str, str]]:
    texts = [("prompt", moment.prompt), ("explain", moment.explain), ("helper", moment.helper)]
    texts += [(f"others[{place}]", other) for place, other in enumerate(moment.others)]
    for place, option in enumerate(moment.options):
        texts += [(f"options[{place}]", option.words), (f"options[{place}]", option.sentence)]
    for field, text in texts:
        yield from ((field, part) for part in _END_OF_SENTENCE.split(text) if part)
