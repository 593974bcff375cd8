"""Rules about how a thing is said: W11 to W14 and W16. They are about English."""

from collections.abc import Iterator

import regex

from app.model.wording import N_, Phrase
from app.words.easyread.lists import English
from app.words.easyread.remarks import Remark, Weight, phrase
from app.words.easyread.sentence import Knowing, Sentence

_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being"})
_BETWEEN = frozenset(
    {"not", "always", "also", "often", "being", "been", "all", "both", "now", "then", "still",
     "already", "usually", "only", "just", "never", "sometimes", "ever", "soon", "first"}
)  # fmt: skip
_REACH = 3
"""Words after "is" within which the done-to word stands."""
_CLAUSE_END = regex.compile(r"[,:;\u2013\u2014]")
_NEW_CLAUSE = frozenset(
    {
        "and",
        "but",
        "because",
        "so",
        "if",
        "when",
        "or",
        "unless",
        "until",
        "then",
        "where",
        "that",
        "who",
    }
)
_SHORTENED = {
    "n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would",
}  # fmt: skip
_WHOLE = {
    "can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "is not",
    "let's": "let us", "o'clock": "",
}  # fmt: skip
_IS_AFTER = frozenset(
    {"it", "that", "he", "she", "there", "what", "who", "where", "how", "here", "when", "this",
     "everything", "something", "nothing"}
)  # fmt: skip
_NO_APOSTROPHE = {
    "dont": "do not", "cant": "cannot", "wont": "will not", "didnt": "did not",
    "doesnt": "does not", "isnt": "is not", "im": "I am", "ive": "I have", "wasnt": "was not",
    "couldnt": "could not", "wouldnt": "would not", "shouldnt": "should not", "arent": "are not",
    "havent": "have not", "hasnt": "has not", "youre": "you are", "theyre": "they are",
}  # fmt: skip


def w11_who_does_it_comes_first(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W11: "is given", "was made by Sam": say who does it. How somebody is, is no such thing."""
    english = knowing.english
    if english is None:
        return
    for nth, word in enumerate(sentence.words):
        last = _done_to(sentence, nth, english) if word in _BE else None
        if last is None or (nth and sentence.words[nth - 1] in _BE):
            continue
        place = sentence.spans[nth][0], sentence.spans[last][1]
        yield knowing.rules.remark(
            "W11",
            place,
            phrase(N_("This does not say first who does it.")),
            _who(sentence, last),
        )
        return


def w12_say_what_to_do(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W12: two "not" that turn each other round; or more than one in a sentence."""
    english = knowing.english
    if english is None:
        return
    places = negatives(sentence, english)
    if not places:
        return
    double = _double(sentence, places, english)
    weight: Weight | None = "F" if double else knowing.rules["W12"].reached(len(places))
    if not weight:
        return
    first, last = double or (places[0], places[1])
    yield knowing.rules.remark(
        "W12",
        (sentence.spans[first][0], sentence.spans[last][1]),
        phrase(N_("Two words here say no. That is hard to follow.")),
        phrase(N_("Say what is wanted, with one no at most.")),
        weight="F" if double else "W",
    )


def negatives(sentence: Sentence, english: English) -> list[int]:
    """Which words of the sentence say no. An answer "No, thank you" at its beginning does not."""
    return [
        nth
        for nth, word in enumerate(sentence.words)
        if (word in english.data.negatives or word.endswith("n't"))
        and not (word == "no" and _stands_alone(sentence, nth))
    ]


def w13_talk_to_the_reader(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W13: I, me, we and you, never "the individual"."""
    if knowing.english is None:
        return
    pattern = knowing.english.about_the_reader
    for found in pattern.finditer(sentence.text, sentence.start, sentence.end):
        yield knowing.rules.remark(
            "W13",
            found.span(),
            phrase(N_("“{words}” sounds as if it were about somebody else."), words=found.group()),
            phrase(N_("Use I, you or we, or the name.")),
        )


def w14_no_figures_of_speech(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W14: no "on the same page": say what is meant."""
    if knowing.english is None:
        return
    for found in knowing.english.idioms.find(sentence.text, sentence.start, sentence.end):
        said = sentence.text[found.start : found.end]
        yield knowing.rules.remark(
            "W14",
            (found.start, found.end),
            phrase(N_("“{words}” does not mean what its words say."), words=said),
            phrase(N_("Use: {words}"), words=found.value),
        )


def w16_no_shortened_words(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W16: "do not", in place of "don't"."""
    if knowing.english is None:
        return
    for nth, word in enumerate(sentence.words):
        full = in_full(word)
        if full:
            yield knowing.rules.remark(
                "W16",
                sentence.spans[nth],
                phrase(N_("“{word}” is a shortened word."), word=sentence.written[nth]),
                phrase(N_("Use: {words}"), words=full),
            )


def in_full(word: str) -> str:
    """A folded shortened word in full; empty if it is none: don't -> do not."""
    if word in _WHOLE:
        return _WHOLE[word]
    if word in _NO_APOSTROPHE:
        return _NO_APOSTROPHE[word]
    for ending, whole in _SHORTENED.items():
        if word.endswith(ending) and len(word) > len(ending):
            before = word.removesuffix(ending)
            return f"{'I' if before == 'i' else before} {whole}"
    before = word.removesuffix("'s")
    return f"{before} is" if before != word and before in _IS_AFTER else ""


def _done_to(sentence: Sentence, nth: int, english: English) -> int | None:
    """The place of the done-to word that belongs to the "is" at ``nth``."""
    for at in range(nth + 1, min(nth + 1 + _REACH, len(sentence.words))):
        word = sentence.words[at]
        if _CLAUSE_END.search(sentence.gap_before(at)):
            return None
        if _is_done_to(sentence, at, english):
            return at
        if word not in _BETWEEN and not word.endswith("ly"):
            return None
    return None


def _is_done_to(sentence: Sentence, at: int, english: English) -> bool:
    word, data = sentence.words[at], english.data
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
    if "-" in sentence.text[sentence.spans[at][1] : sentence.spans[at][1] + 1] or after == "handed":
        return False
    if after == "to" and at + 2 == len(sentence.words):
        return False
    if word in data.states:
        return after == "by" and word not in data.also_with_by
    if word in data.participles:
        return True
    return word.endswith("ed") and len(word) > 3 and word not in data.no_participles


def _who(sentence: Sentence, last: int) -> Phrase:
    """Begin with who does it, if the sentence says it."""
    if sentence.words[last + 1 : last + 2] == ("by",):
        who = sentence.text[sentence.spans[last + 1][1] : sentence.end].strip().rstrip(".!?")
        if who:
            return phrase(N_("Begin with who does it: {words}"), words=" ".join(who.split()[:4]))
    return phrase(N_("Who does it? Begin with them."))


def _stands_alone(sentence: Sentence, nth: int) -> bool:
    """Whether a mark follows at once, as in "No, thank you", or a mark of speech is before it."""
    end = sentence.spans[nth][1]
    follows = sentence.text[end : end + 1]
    return (not nth and follows in {",", ".", "!", ""}) or follows in {'"', "\u201d", "\u2019"}


def _double(sentence: Sentence, places: list[int], english: English) -> tuple[int, int] | None:
    """Two words of one clause that turn each other round: "cannot see nothing", "not unhappy"."""
    data, words = english.data, sentence.words
    for first in places:
        for at in range(first + 1, len(words)):
            if words[at] in _NEW_CLAUSE or _CLAUSE_END.search(sentence.gap_before(at)):
                break
            if at in places and (words[at] in data.nobody_words or at == first + 1):
                return first, at
            if words[at] in data.turned_words and at <= first + 2:
                return first, at
    return None
