"""Whether a sentence says what a hard word means: that very word, and not something else."""

import regex

from app.words.easyread.blocks import Block
from app.words.english import made_forms
from app.words.matching import folded
from app.words.splitting import words

_RIGHT_AFTER = regex.compile(
    r"""
      (?: this | that | it | these | they ) \s+ (?: means? | stands? \s for ) (?! \p{L} ) .*
    | (?: this | that | it ) \s+ is \s+ (?: only \s+ )?
      (?: when | where | how | what | why | someone | somebody | something | people | short \s for
        | another \s (?: word | name ) | about | being | having | making | keeping | helping
        | saying | giving | doing | finding | deciding | looking | checking | asking | telling
        | working | choosing
      ) (?! \p{L} ) .*
    | (?: this | that | it ) \s+ is \s+ (?: an? | the ) \s .+ \s
      (?: who | that | which | when | where | for | to | of | about | with | from ) \s .*
    | (?: these | they ) \s+ are \s+
      (?: when | what | how | people | things | ways | words | signs | rules ) (?! \p{L} ) .*
    """,
    regex.IGNORECASE | regex.DOTALL | regex.VERBOSE,
)
"""What says something about the last hard word of the sentence before."""

_OF_ITSELF = regex.compile(
    r"""
      \s+ (?: means? | stands? \s for | is \s short \s for ) (?! \p{L} ) .*
    | \s+ (?: is | are ) \s+ (?: only \s+ )?
      (?: an? | the | when | where | how | what | why | who | someone | somebody | something
        | people | things | ways | words | signs | rules | about | \p{L}+ing
      ) (?! \p{L} ) .*
    """,
    regex.IGNORECASE | regex.DOTALL | regex.VERBOSE,
)
"""What follows the word where a sentence begins with it and says what it is."""

_ARTICLES = frozenset({"a", "an", "the", "your", "my"})


def says_what_it_is(sentence: str, term: str) -> bool:
    """Whether a sentence begins with the word and says what it means: "An advocate is ..."."""
    bare = sentence.replace("*", "").strip()
    said, wanted = words(folded(bare)), words(folded(term))
    first = 1 if said[:1] and said[0] in _ARTICLES else 0
    begins = said[first : first + len(wanted)]
    if not wanted or not _same(begins, wanted):
        return False
    rest = regex.match(rf"\W*+(?:[\w'\u2019]++\W++){{{first + len(wanted)}}}", f"{bare} ")
    return rest is not None and _OF_ITSELF.match(bare, rest.end() - 1) is not None


def explains(block: Block, nth: int, term: str, *, last: bool) -> bool:
    """Whether the sentence after the ``nth`` one says what a hard word in it means.

    Args:
        block: where the sentence stands.
        nth: which sentence of the block it is.
        term: the hard word.
        last: no other hard word stands behind it, so that "this" and "it" mean this one.

    """
    following = block.sentences[nth + 1 : nth + 2]
    if not following:
        return False
    said = following[0].said
    return says_what_it_is(said, term) or (last and _RIGHT_AFTER.fullmatch(said) is not None)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether they are the same words, one of them perhaps of several things."""
    plurals = (*made_forms(one, verb=False), one) if one else (one,)
    return other in plurals or (bool(other) and one in made_forms(other, verb=False))
