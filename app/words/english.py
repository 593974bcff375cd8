"""The few rules by which English words of the list of ideas are found in their other forms.

Irregular plurals ("feet") are written out in the list, and a written form always wins over one that
these rules make. Made forms that nobody says ("goed") do no harm: they are never met.
"""

import functools

VERB_MARK = "to "
"""A term written "to knit" is a verb: its first word is also found as knits, knitting, knitted.
Of any other term the last word is also found with a plural ending."""

SKIPPED = frozenset(
    {"a", "an", "the", "my", "your", "his", "her", "their", "our", "its", "some"},
)
"""Words that may stand between the words of a phrase: "brush teeth" is in "brush my teeth"."""

_VOWELS = frozenset("aeiou")
_IRREGULAR = {
    verb: tuple(forms.split())
    for verb, _, forms in (
        line.partition(" ")
        for line in """
be being been
bite bit bitten
bleed bled
blow blew blown
break broke broken
build built
buy bought
catch caught
choose chose chosen
cut cutting
die dying
dig dug
do does did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
fly flew flown
forget forgetting forgot forgotten
get getting got
give gave given
go went gone
grow grew grown
hang hung
have has having had
hear heard
hit hitting
hold held
keep kept
know knew known
lie lying lay
lose lost
make made
meet met
put putting
ride rode ridden
ring rang rung
run ran
say said
sell sold
send sent
shake shook shaken
shut shutting
sing sang sung
sit sat
sleep slept
speak spoke spoken
spend spent
stand stood
swim swam swum
take took taken
teach taught
tell told
think thought
throw threw thrown
tie tying
wake woke woken
wear wore worn
win won
write wrote written
""".strip().splitlines()
    )
}
"""Forms that the rules do not make."""


def made_forms(phrase: tuple[str, ...], *, verb: bool) -> list[tuple[str, ...]]:
    """The other forms of a folded phrase: of a verb the first word changes, else the last."""
    if verb:
        forms = (*_verb_forms(phrase[0]), *_IRREGULAR.get(phrase[0], ()))
        return [(form, *phrase[1:]) for form in forms]
    return [(*phrase[:-1], _with_s(phrase[-1]))]


@functools.cache
def _with_s(word: str) -> str:
    """bus -> buses, baby -> babies, cup -> cups."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


@functools.cache
def _verb_forms(verb: str) -> tuple[str, str, str]:
    """knit -> knits, knitting, knitted; bake -> bakes, baking, baked; cry -> cries, crying."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return _with_s(verb), f"{verb[:-1]}ing", f"{verb}d"
    if verb.endswith("y") and len(verb) > 1 and verb[-2] not in _VOWELS:
        return _with_s(verb), f"{verb}ing", f"{verb[:-1]}ied"
    stem = verb + verb[-1] if _doubles(verb) else verb
    return _with_s(verb), f"{stem}ing", f"{stem}ed"


def _doubles(verb: str) -> bool:
    """Whether the last letter is doubled: one vowel between two consonants (swim, stop, knit)."""
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS | set("wxy")
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in verb) == 1
    )
