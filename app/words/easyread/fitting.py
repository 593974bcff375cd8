"""Plain verbs in the form that fits where a hard verb stood: "was administered" -> "given"."""

from typing import Literal

from app.words.english import made_forms

Form = Literal["plain", "s", "ing", "past", "part"]
"""Which form of the verb stands there; ``part`` is the one after "was" or "has"."""

_IRREGULAR = {
    "be": ("is", "was", "been"),
    "break": ("breaks", "broke", "broken"),
    "buy": ("buys", "bought", "bought"),
    "catch": ("catches", "caught", "caught"),
    "choose": ("chooses", "chose", "chosen"),
    "come": ("comes", "came", "come"),
    "do": ("does", "did", "done"),
    "drink": ("drinks", "drank", "drunk"),
    "eat": ("eats", "ate", "eaten"),
    "find": ("finds", "found", "found"),
    "get": ("gets", "got", "got"),
    "give": ("gives", "gave", "given"),
    "go": ("goes", "went", "gone"),
    "grow": ("grows", "grew", "grown"),
    "have": ("has", "had", "had"),
    "hide": ("hides", "hid", "hidden"),
    "hit": ("hits", "hit", "hit"),
    "hold": ("holds", "held", "held"),
    "keep": ("keeps", "kept", "kept"),
    "leave": ("leaves", "left", "left"),
    "make": ("makes", "made", "made"),
    "mean": ("means", "meant", "meant"),
    "meet": ("meets", "met", "met"),
    "pay": ("pays", "paid", "paid"),
    "put": ("puts", "put", "put"),
    "say": ("says", "said", "said"),
    "see": ("sees", "saw", "seen"),
    "send": ("sends", "sent", "sent"),
    "speak": ("speaks", "spoke", "spoken"),
    "stand": ("stands", "stood", "stood"),
    "take": ("takes", "took", "taken"),
    "teach": ("teaches", "taught", "taught"),
    "tell": ("tells", "told", "told"),
    "throw": ("throws", "threw", "thrown"),
    "understand": ("understands", "understood", "understood"),
    "wake": ("wakes", "woke", "woken"),
    "write": ("writes", "wrote", "written"),
}
_AT = {"s": 0, "past": 1, "part": 2}
_PARTICLES = frozenset(
    [
        "after",
        "again",
        "apart",
        "away",
        "back",
        "better",
        "clear",
        "down",
        "exactly",
        "fast",
        "first",
        "hard",
        "home",
        "in",
        "less",
        "off",
        "out",
        "safe",
        "safer",
        "short",
        "steady",
        "stronger",
        "strongly",
        "sure",
        "together",
        "up",
        "worse",
        "now",
        "later",
    ]
)
_NO_VERB = frozenset({"not"})
_BEFORE_PART = frozenset(
    {"am", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "get", "gets",
     "got", "getting", "having"}
)  # fmt: skip
_ENDS_IT = frozenset({"and", "but", "or", "because", "so", "if", "when", "i", "he", "she", "they"})
_REACH = 4
"""Words before the verb within which its "was" or "has" stands."""


def form_of(said: str, verb: str, before: tuple[str, ...], after: str) -> Form:
    """Which form of a verb stands in a sentence.

    Args:
        said: its first word as it stands there, folded.
        verb: that word as the list has it.
        before: the words before it, folded.
        after: the word after it; empty if none.

    """
    with_s, ing, ed = _regular(verb)
    if said == verb:
        return "plain"
    if said in {with_s, ing}:
        return "s" if said == with_s else "ing"
    if said != ed:
        return "plain"
    for word in reversed(before[-_REACH:]):
        if word in _BEFORE_PART:
            return "part"
        if word in _ENDS_IT:
            break
    return "part" if after == "by" or not before else "past"


def fitted(plain: str, form: Form, *, passive: bool) -> str | None:
    """Plain words that begin with a verb, in this form; None where they cannot take it.

    Args:
        plain: such as "give", "find out", "tell a manager; get worse".
        form: the form wanted.
        passive: it is done to somebody: words of which only somebody can do them do not fit.

    """
    if form == "plain":
        return plain
    made = [_one(each.strip(), form, passive=passive) for each in plain.split(";")]
    fitting = [each for each in made if each is not None]
    return "; ".join(fitting) or None


def _one(plain: str, form: Form, *, passive: bool) -> str | None:
    first, *rest = plain.split()
    if first in _NO_VERB or (passive and not _PARTICLES.issuperset(rest)):
        return None
    said = [_verb(first, form)]
    for before, word in zip([first, *rest], rest, strict=False):
        said.append(_verb(word, form) if before == "or" else word)
    return " ".join(said)


def _verb(verb: str, form: Form) -> str:
    with_s, ing, ed = _regular(verb)
    if form == "ing":
        return "being" if verb == "be" else ing
    if verb in _IRREGULAR:
        return _IRREGULAR[verb][_AT[form]]
    return with_s if form == "s" else ed


def _regular(verb: str) -> tuple[str, ...]:
    """The forms in -s, -ing and -ed."""
    return tuple(form for (form,) in made_forms((verb,), verb=True)[:3])
