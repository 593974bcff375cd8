"""Sentences and words in any script, by Unicode's rules.

Python's own ``\\w`` leaves out the vowel signs of Bengali, Panjabi and their neighbours and so
cuts words in pieces; the ``regex`` package knows letters and marks. Scripts written without
spaces between words (Thai, Chinese, Japanese) are not taken apart: a run of letters is one word.
"""

import regex

Span = tuple[int, int]
"""Where a piece of text begins and where it ends, as indexes of characters."""

_WORD = regex.compile(
    r"""
      \p{N}+ (?: [:.,] \p{N}+ )+ (?! [\p{L}\p{M}] )        # 10:30, 5.30, 1,000
    | [\p{L}\p{N}]
      (?: [\p{L}\p{M}\p{N}\u200C\u200D]                    # with the joiners of Urdu and Hindi
        | ['\u2019\u02BC] (?= \p{L} )                      # don't, i'r
      )*
    """,
    regex.VERBOSE,
)

_SENTENCE_END = regex.compile(
    r"""
      \n
    | (?: (?<! [.!?\u2026] ) [.!?\u2026]++ (?= [\p{Pe}\p{Pf}"']*+ (?: \s | $ ) )
        | [\u0964\u0965\u06D4\u061F\u3002\uFF01\uFF1F]+    # danda, Urdu stop, wide marks
      )
      (?P<closers> [\p{Pe}\p{Pf}"']* )
    """,
    regex.VERBOSE,
)
_SMALL_LETTER_NEXT = regex.compile(r"\s+\p{Ll}")
_ONLY_A_NUMBER = regex.compile(r"\s{0,40}+\p{N}{1,5}+\.")


def word_spans(text: str) -> tuple[Span, ...]:
    """Where each word of the text lies, in order."""
    return tuple(found.span() for found in _WORD.finditer(text))


def words(text: str) -> tuple[str, ...]:
    """The words of the text: "10:30" and "don't" are one each, marks and signs are none."""
    return tuple(_WORD.findall(text))


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Where each sentence lies, without the white space around it.

    A line break ends a sentence. After a closing quotation mark, a bracket or three dots a small
    letter shows that the sentence goes on, as in ``"Stop." is what I say.`` A number with a full
    stop at the start of a line ("1. Tea") belongs to what follows.
    """
    spans = []
    start = 0
    line_begins = True
    for end in _SENTENCE_END.finditer(text):
        breaks_line = "\n" in end.group()
        numbers_a_line = line_begins and _ONLY_A_NUMBER.fullmatch(text, start, end.end())
        if not breaks_line and (numbers_a_line or _goes_on(text, end)):
            continue
        spans.append((start, end.end()))
        start = end.end()
        line_begins = breaks_line
    spans.append((start, len(text)))
    return tuple(span for span in (_without_space(text, *each) for each in spans) if span)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of the text, without the white space around them."""
    return tuple(text[start:end] for start, end in sentence_spans(text))


def _goes_on(text: str, end: "regex.Match[str]") -> bool:
    """Whether what looks like the end of a sentence stands in the middle of one."""
    may = bool(end["closers"]) or end.group().startswith(("...", "\u2026"))
    return may and _SMALL_LETTER_NEXT.match(text, end.end()) is not None


def _without_space(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    first = start + piece.index(bare)
    return first, first + len(bare)
