"""What the types cannot say is wrong with a guide, each thing with the moment it is wrong in."""

import dataclasses
from collections.abc import Callable, Iterator

from app.model import filling
from app.model.guide import Guide, Moment
from app.model.sections import Sections
from app.model.topics import Topics

_SAYS_SENTENCES = frozenset(
    {"question", "observe", "photo", "drawing", "voice", "chart_row", "day"}
)
_NEEDS_OPTIONS = frozenset(
    {"choose", "thanks", "when_next", "either_or", "order", "body", "recognition"}
)
_MAY_SAY = frozenset({"choose", "either_or", "order", "body", "scale"})
_CHOOSES_ONE = frozenset({"choose", "either_or", "scale"})
_REPEATS = frozenset({"", "agenda", "goals", "views"})
_DAYS = frozenset({"good", "hard"})
_FEWEST_PLACES, _MOST_PLACES = 2, 5


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """What a guide may name."""

    sections: Sections
    topics: Topics

    def answers(self, moment: Moment) -> frozenset[str]:
        """The answers among which a moment lets choose; none where they are not known before."""
        if moment.kind == "scale":
            scales = (scale for scale in self.topics.scales if scale.id == moment.scale)
            return frozenset(pile.id for scale in scales for pile in scale.piles)
        return frozenset(option.id for option in moment.options)

    def scale_places(self, name: str) -> int:
        """How many places a scale has; 0 where there is none of this name."""
        found = (len(scale.piles) for scale in self.topics.scales if scale.id == name)
        return next(found, 0)


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and with which moment; its place is -1 for the guide as a whole."""

    place: int
    words: str


def problems(guide: Guide, known: Known) -> Iterator[Problem]:
    """Everything that is wrong with a guide, in the order of its moments."""
    if not guide.moments:
        yield Problem(-1, "it has no moments")
    stages = {stage.id for stage in guide.stages}
    before: dict[str, Moment] = {}
    for place, moment in enumerate(guide.moments):
        found = [] if moment.stage in stages else [f"no stage is called {moment.stage!r}"]
        if moment.id in before:
            found.append("two moments are called so")
        if ":" in moment.id or not moment.id.strip():
            found.append("its name is empty or has a colon in it")
        found += [words for check in _CHECKS for words in check(moment, before, known)]
        yield from (Problem(place, f"moment {moment.id!r}: {words}") for words in found)
        before[moment.id] = moment
    says_something = any(each.section or each.fills for each in guide.moments)
    if says_something and not any(each.kind == "read_back" for each in guide.moments):
        yield Problem(-1, "nothing is read back: take in the part 'close'")


Before = dict[str, Moment]


def _words(moment: Moment, before: Before, known: Known) -> Iterator[str]:  # noqa: ARG001
    if not moment.prompt.strip():
        yield "it asks nothing"
    if any(not option.words.strip() for option in moment.options):
        yield "an option has no words"
    ids = [option.id for option in moment.options]
    if len(set(ids)) != len(ids):
        yield "two options are called the same"


def _place_in_plan(moment: Moment, before: Before, known: Known) -> Iterator[str]:  # noqa: ARG001
    if moment.section and moment.section not in known.sections:
        yield f"the plan has no section {moment.section!r}"
    into_nothing = not moment.section and not moment.fills and not moment.practice
    if moment.kind in _SAYS_SENTENCES | {"board"} and into_nothing:
        yield f"a {moment.kind} needs a section, or a record that it fills"
    if moment.kind in _SAYS_SENTENCES and moment.says is None:
        yield f"a {moment.kind} needs 'says'"
    if moment.kind in _MAY_SAY and moment.section and moment.says is None:
        yield "what goes into the plan needs 'says'"
    if moment.fills and (wrong := filling.problem(moment, known.answers(moment))):
        yield wrong


def _answerable(moment: Moment, before: Before, known: Known) -> Iterator[str]:  # noqa: ARG001
    """A moment that no person can answer is none (rule R2)."""
    if moment.kind in _NEEDS_OPTIONS:
        if not moment.options:
            yield f"a {moment.kind} needs options"
        elif all(option.ends for option in moment.options):
            yield "no person can answer it: every option ends the talk"
    if moment.needs_yes and all(option.ends for option in moment.options):
        yield "it needs a yes, and no option is one"
    if moment.kind == "either_or" and moment.options and len(moment.options) < _FEWEST_PLACES:
        yield "an either_or needs two options"
    if moment.kind in {"board", "scale"}:
        yield from _placed(moment, known)
    if moment.kind == "board" and moment.for_each != "agenda":
        topic = known.topics.topic(moment.topic)
        if topic is None and not moment.for_each:
            yield f"no person can answer it: there is no topic {moment.topic!r}"
    if moment.kind == "day" and moment.about not in _DAYS:
        yield "a day is 'about' good or hard"


def _placed(moment: Moment, known: Known) -> Iterator[str]:
    """What is wrong with the scale on which something is placed, or with what is placed."""
    places = known.scale_places(moment.scale)
    if not moment.scale:
        yield f"a {moment.kind} needs a scale"
    elif not _FEWEST_PLACES <= places <= _MOST_PLACES:
        yield f"there is no scale called {moment.scale!r}"
    if moment.kind == "scale" and len(moment.options) > 1:
        yield "only one thing is placed on a scale"
    named = moment.options or moment.topic or moment.for_each
    if moment.kind == "scale" and moment.section and not named:
        yield "what is placed on the scale has no name: give it an option or a topic"


def _earlier(moment: Moment, before: Before, known: Known) -> Iterator[str]:
    source = moment.repeats_answer_of
    if not source and moment.for_each not in _REPEATS:
        yield f"there is nothing to repeat it for: {moment.for_each!r}"
    if source and source not in before:
        yield f"no moment before it is called {source!r}"
    if moment.again:
        yield from _asked_again(moment, before, known)
    if moment.only_if:
        yield from _condition(moment, before, known)


def _asked_again(moment: Moment, before: Before, known: Known) -> Iterator[str]:
    """Two answers can only be compared where the same can be chosen."""
    first = before.get(moment.again)
    if first is None:
        yield f"no moment before it is called {moment.again!r}"
    elif moment.kind not in _CHOOSES_ONE or first.kind not in _CHOOSES_ONE:
        yield "'again' is for a choose, an either_or or a scale"
    elif known.answers(first) != known.answers(moment):
        yield f"it asks {moment.again!r} again, and its answers are not the same"


def _condition(moment: Moment, before: Before, known: Known) -> Iterator[str]:
    name, answers = moment.wanted
    if name not in before:
        yield f"no moment before it is called {name!r}"
        return
    if not answers:
        yield "'only_if' says no answer"
    there = known.answers(before[name])
    if there:
        yield from (
            f"{name!r} has no answer {answer!r}, so it would never come"
            for answer in sorted(answers - there)
        )


_CHECKS: tuple[Callable[[Moment, Before, Known], Iterator[str]], ...] = (
    _words,
    _place_in_plan,
    _answerable,
    _earlier,
)
