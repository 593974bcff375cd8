"""Which pictures are offered for a sentence: own photos first, then what was chosen before."""

import dataclasses
from collections.abc import Mapping

from app.model.ids import PictureRef, RecordId
from app.model.person import Person, Supporter
from app.model.pictures import without_not
from app.model.record import Record
from app.model.statement import Statement
from app.usecases import photo_facts
from app.usecases.ports import Notebook
from app.words.lexicon import Ideas
from app.words.matching import tokens


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """What is known about the pictures of one person.

    Attributes:
        faces: the photos of the person and of those around them, by the words of their names.
        chosen: by idea, the picture that was chosen last where it is another than the usual one.

    """

    faces: tuple[tuple[tuple[str, ...], PictureRef], ...] = ()
    chosen: Mapping[str, PictureRef] = dataclasses.field(default_factory=dict)


def offering(notebook: Notebook, *, person: RecordId, ideas: Ideas) -> Offering:
    """What this person's plan says about pictures.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        their = work.records.get(person, Person).body
        around = [each.body for each in work.records.find(Supporter, person=person)]
        said = work.records.find(Statement, person=person)
        held = photo_facts.refused(work, person)
    named = [(their.preferred_name, their.photo), *((each.name, each.photo) for each in around)]
    return Offering(
        faces=tuple((_words(name), photo) for name, photo in named if photo and photo not in held),
        chosen=_chosen(said, ideas, held),
    )


def pictures(
    known: Offering, *, ideas: Ideas, text: str, lang: str, most: int
) -> tuple[PictureRef, ...]:
    """The pictures to offer for a text, the most likely first; none when unsure."""
    said = f" {' '.join(_words(text))} "
    faces = (photo for name, photo in known.faces if f" {' '.join(name)} " in said)
    suggested = ideas.suggest(text, lang=lang, most=most)
    usual = (known.chosen.get(each.idea, each.picture) for each in suggested)
    return tuple(dict.fromkeys((*faces, *usual)))[:most]


def _chosen(
    said: tuple[Record[Statement], ...], ideas: Ideas, held: frozenset[PictureRef]
) -> dict[str, PictureRef]:
    """What was chosen for the idea with which a sentence begins; the last choice counts."""
    chosen: dict[str, PictureRef] = {}
    for each in sorted(said, key=lambda each: each.changed_at):
        if not each.body.symbols or each.body.symbols[0] in held:
            continue
        shown = without_not(each.body.symbols[0])
        for idea in ideas.suggest(each.body.original, lang=each.body.original_lang, most=1):
            if shown == idea.picture:
                chosen.pop(idea.idea, None)
            else:
                chosen[idea.idea] = shown
    return chosen


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokens(text, frozenset()))
