"""What the types cannot say is wrong with a guide, each thing with the moment it is wrong in."""

import dataclasses
import re
import typing
from collections.abc import Callable, Iterator

from app.model import filling, shape
from app.model.drawn import ProfilePick
from app.model.feedback import Recognition
from app.model.guide import Guide, Moment
from app.model.halfsaid import KEPT_APART
from app.model.nearest import near
from app.model.sections import Sections
from app.model.session import REFUSALS, Response
from app.model.topics import Topics

_RESPONSES: frozenset[str] = frozenset(typing.get_args(Response))
_SAYS_SENTENCES = frozenset(
    {"question", "observe", "photo", "drawing", "voice", "chart_row", "day"}
)
_ONLY_SENTENCES = frozenset({"question", "observe", "board"})
"""What is said at these stands in sentences and cards; no answer is kept but a refusal."""
_CHOOSES = frozenset({"choose", "thanks", "when_next", "either_or", "order", "body", "recognition"})
_CHOOSES_ONE = frozenset({"choose", "either_or", "scale"})
_CHOOSES_WHO_STAYS = frozenset({"choose", "either_or"})
_GIVES_CHOICES = frozenset(
    {"choose", "either_or", "order", "body", "pick", "pick_people", "topics"}
)
_MAY_SAY = frozenset({"choose", "either_or", "order", "body", "scale"})
_PRACTISED = frozenset({"board", "scale", "choose", "either_or"})
"""Where a practice run says nothing; what is said in words is never only practice."""
_REPEATS = frozenset({"", "agenda", "goals", "views"})
_REPEATED_FOR = {"rate": "goals", "moved": "goals", "others_say": "views", "board": "agenda"}
"""What a moment of these kinds may be repeated for: it could show nothing else."""
_ABOUT = {
    "day": ("good", "hard"),
    "chart_row": ("from_person", "to_person"),
    "profile_pick": typing.get_args(shape.hints(ProfilePick)["document"]),
}
_IN_SECTION = {"day": "good_days", "chart_row": "communication"}
_RECOGNITIONS = frozenset(typing.get_args(shape.single(shape.hints(Recognition)["chosen"])))
_HELLO = frozenset({"settings", "people_here"})
_FEWEST_PLACES, _MOST_PLACES = 2, 5
_MOST_DAYS = 366
_GUIDE_NAME = re.compile(r"[A-Za-z0-9_-]{1,60}")
_TAKEN = frozenset({"not_safe"}) | KEPT_APART
_NEVER_ASKED = "happy with your plan"
_NEVER_SHOWN = "openmoji:1F9E9"
"""The puzzle piece, which many autistic people reject (domain 0.4)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """What a guide may name."""

    sections: Sections
    topics: Topics

    def scale_places(self, name: str) -> tuple[str, ...]:
        """The places of a scale; none where there is none of this name."""
        found = (scale.piles for scale in self.topics.scales if scale.id == name)
        return tuple(pile.id for pile in next(found, ()))


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, with which moment, and in which of its fields.

    Attributes:
        place: the moment's place in the guide; -1 for the guide as a whole.
        field: the field; empty where it is none of them.

    """

    place: int
    field: str
    words: str


Before = dict[str, Moment]
Found = Iterator[tuple[str, str]]
"""Fields that are wrong, each with what is wrong with it."""


def problems(guide: Guide, known: Known) -> Iterator[Problem]:
    """Everything that is wrong with a guide, in the order of its moments."""
    yield from _of_the_whole(guide)
    stages = [stage.id for stage in guide.stages]
    before: Before = {}
    for place, moment in enumerate(guide.moments):
        found = [each for check in _CHECKS for each in check(moment, before, known)]
        if moment.stage not in stages:
            words = f"no stage is called {moment.stage!r}{near(moment.stage, stages)}"
            found.append(("stage", words))
        for field, words in found:
            yield Problem(place, field, f"moment {moment.id!r}: {words}")
        before[moment.id] = moment
    yield from _asked_for_later(guide)


def _of_the_whole(guide: Guide) -> Iterator[Problem]:
    if not _GUIDE_NAME.fullmatch(guide.id):
        words = "its id may have letters without accents, digits, - and _ in it, and nothing else"
        yield Problem(-1, "id", words)
    if not guide.title.strip():
        yield Problem(-1, "title", "it has no title")
    if not guide.moments:
        yield Problem(-1, "", "it has no moments")
    elif all(each.for_each or each.only_if for each in guide.moments):
        yield Problem(-1, "", "no person can answer it: no moment of it comes in any case")
    if _NEVER_SHOWN in {guide.picture, *(stage.picture for stage in guide.stages)}:
        yield Problem(-1, "picture", "the puzzle piece is never shown: choose another picture")
    if guide.without_keyworker and not _goes_out_first(guide):
        words = (
            "nobody is asked to go out: let the first moment after the start be an either_or "
            "with an option that 'stays', and without 'only_if'"
        )
        yield Problem(-1, "without_keyworker", words)
    says_something = any(each.section or each.fills for each in guide.moments)
    if says_something and not any(each.kind == "read_back" for each in guide.moments):
        yield Problem(-1, "", "nothing is read back: take in the part 'close'")


def _goes_out_first(guide: Guide) -> bool:
    """Whether the keyworker goes out before anything is asked that is not theirs to hear."""
    asked = (m for m in guide.moments if m.part != "open" and not m.needs_yes)
    first = next((m for m in asked if m.kind not in _HELLO), None)
    return first is not None and first.sends_out and not (first.only_if or first.for_each)


def _words(moment: Moment, before: Before, known: Known) -> Found:  # noqa: ARG001
    if moment.id in before:
        yield "id", "two moments are called so"
    if ":" in moment.id or not moment.id.strip() or moment.id in _TAKEN:
        yield "id", "its id is empty, has a colon in it, or is kept for the program"
    if not moment.prompt.strip():
        yield "prompt", "it asks nothing"
    for field, asked in (("prompt", (moment.prompt,)), ("others", moment.others)):
        if any(_NEVER_ASKED in each.casefold() for each in asked):
            yield (
                field,
                "nobody is asked whether they are happy with their plan: ask something open",
            )


def _pictures(moment: Moment, before: Before, known: Known) -> Found:  # noqa: ARG001
    shown = {"picture": moment.picture}
    shown |= {f"options[{place}]": each.picture for place, each in enumerate(moment.options)}
    for at, picture in shown.items():
        if picture == _NEVER_SHOWN:
            yield at, "the puzzle piece is never shown: choose another picture"


def _options(moment: Moment, before: Before, known: Known) -> Found:  # noqa: ARG001
    ids = [option.id for option in moment.options]
    for place, option in enumerate(moment.options):
        at = f"options[{place}]"
        if not option.words.strip() or not option.id.strip():
            yield at, "an option has no words or no id"
        if option.id in ids[:place]:
            yield at, f"two options are called {option.id!r}"
        if option.id in REFUSALS and not option.ends:
            yield at, f"{option.id!r} is one press away on every screen, and no option"
        if not 0 <= option.days <= _MOST_DAYS:
            yield at, f"the days of {option.id!r} are from 0 to {_MOST_DAYS}"
        counts = moment.kind in {"recognition", "thanks"}
        if counts and option.id not in _RECOGNITIONS and not option.something_else:
            meant = near(option.id, _RECOGNITIONS)
            yield at, f"nobody is given {option.id!r} for their time{meant}"


def _place_in_plan(moment: Moment, before: Before, known: Known) -> Found:  # noqa: ARG001
    names = [section.id for section in known.sections]
    if moment.section and moment.section not in known.sections:
        meant = near(moment.section, names)
        yield "section", f"the plan has no section {moment.section!r}{meant}"
    if moment.practice and moment.kind not in _PRACTISED:
        yield "practice", "'practice' is for a board, a scale, a choose or an either_or"
    into_nothing = not moment.section and not moment.fills and not moment.practice
    if moment.kind in _SAYS_SENTENCES | {"board"} and into_nothing:
        yield "", f"a {moment.kind} needs a section, or a record that it fills"
    if moment.kind in _SAYS_SENTENCES and moment.says is None:
        yield "", f"a {moment.kind} needs 'says'"
    if moment.kind in _MAY_SAY and moment.section and moment.says is None:
        yield "section", "what goes into the plan needs 'says'"
    if moment.kind == "pick" and not moment.section:
        yield "", "a pick needs the section whose sentences are picked from"
    wanted = _IN_SECTION.get(moment.kind)
    if wanted and moment.section and moment.section != wanted:
        yield "section", f"a {moment.kind} belongs in the section {wanted!r}"
    if moment.kind == "chart_row" and moment.says not in {None, "chart_row"}:
        yield "says", "a chart_row says 'chart_row'"


def _fills(moment: Moment, before: Before, known: Known) -> Found:
    if not moment.fills:
        return
    if wrong := filling.problem(moment, known.scale_places(moment.scale)):
        yield "fills", wrong
    if moment.for_each:
        yield "fills", "it is repeated, and each time would take the place of the time before"
    for other in before.values():
        if other.fills == moment.fills and not _never_both(moment, other, before):
            yield "fills", f"{moment.fills!r} is filled at {other.id!r} already"


def _never_both(one: Moment, other: Moment, before: Before) -> bool:
    """Whether two moments come only on answers that exclude each other."""
    (first, answers), (second, others) = one.wanted, other.wanted
    if first in before and before[first].several:
        return False
    return bool(first) and first == second and not answers & others


def _several(moment: Moment, before: Before, known: Known) -> Found:  # noqa: ARG001
    """What may be true together, and what never is."""
    for place, option in enumerate(moment.options):
        at = f"options[{place}]"
        if moment.several and (option.ends or option.not_safe):
            yield at, f"{option.id!r} is an answer by itself: leave out 'most'"
        if moment.several and option.something_else:
            yield at, f"{option.id!r} takes words: where several are chosen, make it 'unsaid'"
        elif option.unsaid and option.something_else:
            yield at, f"{option.id!r} takes words itself: leave out 'unsaid'"


def _asked_for_later(guide: Guide) -> Iterator[Problem]:
    """Options that say nothing by themselves, and that nothing asks about."""
    asked = {(each.wanted[0], answer) for each in guide.moments for answer in each.wanted[1]}
    for place, moment in enumerate(guide.moments):
        for option in moment.options:
            if option.unsaid and (moment.id, option.id) not in asked:
                words = f"nothing asks more after {option.id!r}: write a moment that is 'only_if'"
                yield Problem(place, "options", f"moment {moment.id!r}: {words}")


def _answerable(moment: Moment, before: Before, known: Known) -> Found:  # noqa: ARG001
    """A moment that no person can answer is none (rule R2)."""
    if moment.kind in _CHOOSES:
        if not moment.options:
            yield "", f"no person can answer it: a {moment.kind} needs options"
        elif all(option.ends for option in moment.options):
            yield "options", "no person can answer it: every option ends the talk"
    if moment.needs_yes and moment.kind not in _CHOOSES:
        yield "needs_yes", f"no person can answer it: there is no yes to press at a {moment.kind}"
    elif moment.needs_yes and all(option.ends for option in moment.options):
        yield "needs_yes", "it needs a yes, and no option is one"
    elif moment.needs_yes and not any(option.ends for option in moment.options):
        yield "needs_yes", "nobody could say no: give it an option that 'ends' the talk"
    if moment.sends_out and moment.kind not in _CHOOSES_WHO_STAYS:
        yield "options", f"nobody is asked to go out at a {moment.kind}: use an either_or"
    if moment.kind == "either_or" and moment.options and len(moment.options) < _FEWEST_PLACES:
        yield "options", "an either_or needs two options"
    if moment.most < 0:
        yield "most", "no person can answer it: 'most' is below 0"
    about = _ABOUT.get(moment.kind, ())
    if about and moment.about not in about:
        meant = " or ".join(about)
        yield "about" if moment.about else "", f"a {moment.kind} is 'about' {meant}"


def _sorted(moment: Moment, before: Before, known: Known) -> Found:  # noqa: ARG001
    if moment.kind not in {"board", "scale"}:
        return
    scales = [scale.id for scale in known.topics.scales]
    if not moment.scale:
        yield "", f"no person can answer it: a {moment.kind} needs a scale"
    elif not _FEWEST_PLACES <= len(known.scale_places(moment.scale)) <= _MOST_PLACES:
        meant = near(moment.scale, scales)
        yield "scale", f"no person can answer it: there is no scale {moment.scale!r}{meant}"
    if moment.kind == "scale":
        yield from _placed(moment)
    if moment.kind == "board" and not moment.for_each:
        topic = known.topics.topic(moment.topic)
        meant = near(moment.topic, (each.id for each in known.topics.topics))
        if topic is None:
            yield "topic", f"no person can answer it: there is no topic {moment.topic!r}{meant}"
        elif not topic.cards:
            yield "topic", f"no person can answer it: the topic {moment.topic!r} has no cards"


def _placed(moment: Moment) -> Found:
    """What is wrong with the one thing that is placed on a scale."""
    if len(moment.options) > 1:
        yield "options", "only one thing is placed on a scale"
    if moment.section and not (moment.options or moment.topic or moment.for_each):
        yield "", "what is placed on the scale has no name: give it an option or a topic"


def _repeated(moment: Moment, before: Before, known: Known) -> Found:  # noqa: ARG001
    if not moment.for_each:
        return
    source = moment.repeats_answer_of
    wanted = _REPEATED_FOR.get(moment.kind)
    if not source and moment.for_each not in _REPEATS:
        meant = near(moment.for_each, _REPEATS - {""})
        yield "for_each", f"there is nothing to repeat it for: {moment.for_each!r}{meant}"
    elif wanted and moment.for_each != wanted:
        yield "for_each", f"a {moment.kind} can be repeated for {wanted!r} and nothing else"
    elif source and source not in before:
        yield "for_each", f"no moment before it is called {source!r}{near(source, before)}"
    elif source and before[source].kind not in _GIVES_CHOICES:
        yield "for_each", f"nothing is chosen at {source!r}, so it would never come"
    elif source and before[source].for_each:
        yield "for_each", f"{source!r} is itself repeated, so it would never come"
    if moment.for_each == "agenda" and all(each.kind != "topics" for each in before.values()):
        yield "for_each", "no topics are picked before it, so it would never come"


def _asked_again(moment: Moment, before: Before, known: Known) -> Found:
    if not moment.again:
        return
    if moment.again not in before:
        yield "again", f"no moment before it is called {moment.again!r}{near(moment.again, before)}"
    elif before[moment.again].for_each != moment.for_each:
        yield "again", f"{moment.again!r} is repeated and this is not, or for something else"
    elif not {moment.kind, before[moment.again].kind} <= _CHOOSES_ONE:
        yield "again", "'again' is for a choose, an either_or or a scale"
    elif _chosen_among(before[moment.again], known) != _chosen_among(moment, known):
        yield "again", f"it asks {moment.again!r} again, and its answers are not the same"


def _chosen_among(moment: Moment, known: Known) -> frozenset[str]:
    """The answers among which a moment lets choose."""
    if moment.kind == "scale":
        return frozenset(known.scale_places(moment.scale))
    return frozenset(option.id for option in moment.options)


def _condition(moment: Moment, before: Before, known: Known) -> Found:
    if not moment.only_if:
        return
    name, answers = moment.wanted
    if name not in before:
        yield "only_if", f"no moment before it is called {name!r}{near(name, before)}"
    elif not answers:
        yield "only_if", "'only_if' says no answer: write MOMENT:ANSWER"
    elif before[name].for_each:
        yield "only_if", f"{name!r} is repeated, so it would never come"
    else:
        there = _possible_answers(before[name], known)
        yield from (
            (
                "only_if",
                f"{name!r} has no answer {each!r}, so it would never come{near(each, there)}",
            )
            for each in sorted(answers - there)
        )


def _possible_answers(moment: Moment, known: Known) -> frozenset[str]:
    """Everything that a later moment may ask of this one's answer."""
    if moment.kind in _ONLY_SENTENCES:
        return frozenset(REFUSALS)
    ends = {option.id for option in moment.options if option.ends}
    given = set(_chosen_among(moment, known)) - ends
    if moment.kind == "topics":
        given |= {topic.id for topic in known.topics.topics}
    return frozenset(given) | _RESPONSES


_CHECKS: tuple[Callable[[Moment, Before, Known], Found], ...] = (
    _words,
    _pictures,
    _options,
    _place_in_plan,
    _fills,
    _answerable,
    _sorted,
    _repeated,
    _several,
    _asked_again,
    _condition,
)
