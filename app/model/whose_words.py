"""Whose words a sentence is, said as its mark says it on paper and as it is heard (rule R1)."""

from app.model.plan import Line
from app.model.statement import VoiceGroup
from app.model.wording import N_, Wording

KEPT = N_("kept ✓")
"""That its person kept a sentence when it was read back (rule R4)."""

_MINE: dict[VoiceGroup, str] = {
    "own": N_("My words"),
    "shown": N_("Shown by me"),
    "joint": N_("We wrote this together"),
}
_MINE_BY_NAME: dict[VoiceGroup, str] = {
    "own": N_("My words · {person}"),
    "shown": N_("Shown by me · {person}"),
    "joint": N_("We wrote this together · {person}"),
}
_NAMELESS = {
    "family": N_("My family"),
    "staff": N_("A support worker"),
    "advocate": N_("My advocate"),
    "professional": N_("A professional"),
    "peer": N_("A friend"),
}
_SAYS = {
    "": N_("{name} says"),
    "agree": N_("{name} says · {person} agrees"),
    "disagree": N_("{name} says · {person} disagrees"),
    "part": N_("{name} says · {person} agrees with part of it"),
}
_OLD_RECORD = {
    "": N_("From an old record"),
    "agree": N_("From an old record · {person} agrees"),
    "disagree": N_("From an old record · {person} disagrees"),
    "part": N_("From an old record · {person} agrees with part of it"),
}


def whose_words(line: Line, *, person: str, words: Wording, by_name: bool = False) -> str:
    """The words of a mark.

    Args:
        line: the sentence.
        person: the preferred name of whose plan it is.
        words: the language of the copy.
        by_name: name the person too, where two views stand side by side (rule R6).

    """
    body = line.statement.body
    if body.voice_group != "others":
        if by_name:
            return words.t(_MINE_BY_NAME[body.voice_group], person=person)
        return words.t(_MINE[body.voice_group])
    view = line.view if line.view in _SAYS else ""
    if body.voice == "from_old_record" and not line.said_by:
        return words.t(_OLD_RECORD[view], person=person)
    name = line.said_by or words.t(_NAMELESS.get(body.voice, N_("Somebody")))
    return words.t(_SAYS[view], name=name, person=person)
