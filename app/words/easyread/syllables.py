"""How many syllables an English word has, near enough for telling long words from short ones."""

import functools
import re

_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT = re.compile(r"i[ao](?!u)|eo|ua|uo|[aeiou]ing|io(?=l|r)")
_NOT_SPLIT = re.compile(r"[tscgx]i(?:on|an|al|ou)|[qg]u[aeo]|eou|eop")
_SILENT = (
    ("e", ("le", "ee", "ie", "oe", "ye", "ue")),
    ("ed", ("ted", "ded", "eed", "ied")),
    ("es", ("ses", "zes", "xes", "ches", "shes", "ces", "ges", "les", "ies", "ees", "oes")),
)
_WHOLE = re.compile(r"[aeiouy]le$")


@functools.cache
def syllables(word: str) -> int:
    """The number of syllables: groups of vowels, less those that are silent."""
    bare = word.casefold().removesuffix("'s")
    count = len(_VOWELS.findall(bare))
    count += len(_SPLIT.findall(_NOT_SPLIT.sub("-", bare)))
    if any(bare.endswith(end) and not bare.endswith(but) for end, but in _SILENT) or (
        _WHOLE.search(bare)
    ):
        count -= 1
    return max(1, count)
