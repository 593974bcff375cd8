"""Which pictures are offered for a sentence: own photos first, then what was chosen before.

What is known of a person is read once and in the background; what is offered for some words is
found in it while they type.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from app.model.ids import PictureRef, RecordId
from app.model.person import Person, PictureMode, Supporter
from app.model.picture_said import PictureSaid
from app.model.picture_sets import FoundPicture
from app.model.pictures import without_not
from app.model.record import Record
from app.model.showing import KeyPicture, is_photo
from app.model.statement import Statement
from app.usecases import liked_sets, own_photos, photo_facts
from app.usecases.liked_sets import SetNames
from app.usecases.ports import Notebook, UnitOfWork
from app.words.lexicon import SOURCE, Carried, Ideas, Suggestion
from app.words.matching import stretches, tokens


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """What is known about the pictures of one person.

    Attributes:
        faces: the photos of the person and of those around them, by the words of their names.
        chosen: by idea, the picture that was chosen last where it is another than the usual one.
        photos: by idea, the photo that goes with it, where only photos are wanted.
        sets: the sets in the person's order; the program's own pictures stand as None.
        ordered: the person chose that order.
        clear: the pictures that they said are clear, and ``not_clear`` those that are not.
        refused: the photos to which somebody in them said no.
        mode: how they like pictures.
        langs: the languages in which they look for one.

    """

    faces: tuple[tuple[tuple[str, ...], PictureRef], ...] = ()
    chosen: Mapping[str, PictureRef] = dataclasses.field(default_factory=dict)
    photos: Mapping[str, PictureRef] = dataclasses.field(default_factory=dict)
    sets: tuple[SetNames | None, ...] = (None,)
    ordered: bool = False
    clear: frozenset[PictureRef] = frozenset()
    not_clear: frozenset[PictureRef] = frozenset()
    refused: frozenset[PictureRef] = frozenset()
    mode: PictureMode = "one_per_idea"
    langs: tuple[str, ...] = ()

    @property
    def own_first(self) -> bool:
        """Whether the person put the program's own pictures before those of imported sets."""
        return self.ordered and self.sets[0] is None

    def allows(self, ref: PictureRef) -> bool:
        """Whether a picture may be offered to this person at all."""
        if self.mode == "photo" and not is_photo(ref):
            return False
        return without_not(ref) not in self.not_clear


def offering(notebook: Notebook, *, person: RecordId, ideas: Ideas) -> Offering:
    """What this person's plan says about pictures: it looks through all of it.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        their = work.records.get(person, Person).body
        around = [each.body for each in work.records.find(Supporter, person=person)]
        said = work.records.find(Statement, person=person)
        held = photo_facts.refused(work, person)
        known = _liked(work, person)
    named = [(their.preferred_name, their.photo), *((each.name, each.photo) for each in around)]
    chosen = _chosen(said, ideas)
    return dataclasses.replace(
        known,
        faces=tuple(
            (_words(name), photo)
            for name, photo in named
            if photo is not None and photo not in held
        ),
        chosen={idea: ref for idea, ref in chosen.items() if ref not in held},
        photos=_photos(notebook, person, their, ideas) if known.mode == "photo" else {},
        refused=held,
    )


def liked(notebook: Notebook, *, person: RecordId) -> Offering:
    """Which sets a person likes and what they said of pictures: without looking through the plan.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        return _liked(work, person)


def _liked(work: UnitOfWork, person: RecordId) -> Offering:
    their = work.records.get(person, Person).body
    known = tuple(each.code for each in their.languages)
    langs = (*known, their.ui.language, SOURCE)
    said = {
        each.body.picture: each.body.clear for each in work.records.find(PictureSaid, person=person)
    }
    return Offering(
        sets=liked_sets.read(work, their.ui.sets, langs=langs),
        ordered=bool(their.ui.sets),
        clear=frozenset(ref for ref, clear in said.items() if clear == "clear"),
        not_clear=frozenset(ref for ref, clear in said.items() if clear == "not_clear"),
        mode=their.ui.pictures,
        langs=known,
    )


def pictures(
    known: Offering, *, ideas: Ideas, text: str, lang: str, most: int
) -> tuple[PictureRef, ...]:
    """The pictures to offer for a text, the most likely first; none when unsure."""
    return tuple(
        each.picture for each in offered(known, ideas=ideas, text=text, lang=lang, most=most)
    )


def offered(
    known: Offering, *, ideas: Ideas, text: str, lang: str, most: int
) -> tuple[KeyPicture, ...]:
    """The same, each with the words of the text that it stands for."""
    if known.mode == "none":
        return ()
    found = [*_faces(known, ideas, text), *_of_ideas(known, ideas, text, lang)]
    once: dict[PictureRef, KeyPicture] = {}
    for each in found:
        once.setdefault(each.picture, each)
    return tuple(once.values())[:most]


def word_of(ref: PictureRef, known: Offering, *, ideas: Ideas, text: str, lang: str) -> str:
    """The words of a text that a picture stands for; empty where that is not known."""
    bare = without_not(ref)
    for each in offered(known, ideas=ideas, text=text, lang=lang, most=len(text)):
        if each.picture == bare:
            return each.word
    for carried in ideas.carried(text, lang=lang):
        if bare in carried.idea.pictures:
            return carried.words
    return ""


def found(
    known: Offering, searched: Iterable[Suggestion], *, ideas: Ideas, lang: str, first_page: bool
) -> tuple[Suggestion, ...]:
    """What a search in the program's own pictures gives for this person.

    Args:
        known: about their pictures.
        searched: what was found.
        ideas: all of them.
        lang: the language of what was looked for.
        first_page: nothing was looked for: each idea is shown with the picture they would be
            offered for it.

    """
    shown: dict[PictureRef, Suggestion] = {}
    for each in searched:
        idea = ideas.idea(each.idea) if first_page else None
        ref: PictureRef | None = each.picture
        if idea is not None:
            ref = picture_of(known, Carried(idea, each.words), ideas=ideas, lang=lang)
        if ref is not None and known.allows(ref):
            shown.setdefault(ref, Suggestion(each.idea, ref, each.words))
    return tuple(sorted(shown.values(), key=lambda each: each.picture not in known.clear))


def found_in_sets(
    known: Offering, searched: Iterable[FoundPicture], words: str
) -> tuple[FoundPicture, ...]:
    """What a search in the imported sets gives for this person, in the order of their sets."""
    order = tuple(each.set_id for each in known.sets if each is not None)
    allowed = (each for each in searched if known.allows(each.ref))
    return liked_sets.found_in_order(allowed, words, order)


def picture_of(known: Offering, carried: Carried, *, ideas: Ideas, lang: str) -> PictureRef | None:
    """The picture that this person is offered for an idea; None if there is none for them."""
    chosen = known.chosen.get(_key(carried))
    usual = [tuple(_of_set(each, carried, ideas, lang)) for each in known.sets]
    if known.ordered and any(chosen == each[0] for each in usual if each):
        chosen = None  # it was only what another set says first: the person likes this order
    photo = known.photos.get(_key(carried))
    every = (ref for ref in (chosen, photo, *(ref for each in usual for ref in each)) if ref)
    allowed = filter(known.allows, every)
    return next(iter(sorted(allowed, key=lambda ref: ref not in known.clear)), None)


def _of_ideas(known: Offering, ideas: Ideas, text: str, lang: str) -> Iterator[KeyPicture]:
    for each in ideas.carried(text, lang=lang):
        ref = picture_of(known, each, ideas=ideas, lang=lang)
        if ref is not None:
            yield KeyPicture(ref, each.words)


def _of_set(
    names: SetNames | None, carried: Carried, ideas: Ideas, lang: str
) -> Iterator[PictureRef]:
    """What one set has for an idea. Where an idea has no picture, its words are very different."""
    idea = carried.idea
    if names is None:
        yield from idea.pictures
        return
    ref = names.of(ideas.words_for(idea, lang) if idea.pictures else (carried.words,), lang)
    if ref is None and idea.pictures:
        ref = names.of(idea.terms, SOURCE)
    if ref is not None:
        yield ref


def _key(carried: Carried) -> str:
    """What an idea is remembered by; words without a picture share one and mean many things."""
    if carried.idea.pictures:
        return carried.idea.id
    return f"{carried.idea.id}: {' '.join(_words(carried.words))}"


def _faces(known: Offering, ideas: Ideas, text: str) -> Iterator[KeyPicture]:
    """The photos of those who are named; "I will go" and "May I go?" name nobody."""
    said = tokens(text, frozenset())
    for name, photo in known.faces:
        is_word = len(name) == 1 and ideas.is_also_a_word(name[0])
        for held in stretches(said, name):
            if known.allows(photo) and (held[0].looks_like_a_name or not is_word):
                yield KeyPicture(photo, text[held[0].start : held[-1].end])
                break


def _chosen(said: Iterable[Record[Statement]], ideas: Ideas) -> dict[str, PictureRef]:
    """What was chosen for the ideas of sentences; the last choice counts."""
    chosen: dict[str, PictureRef] = {}
    for each in sorted(said, key=lambda each: each.changed_at):
        for carried, ref in _beside(each.body, ideas):
            if carried.idea.pictures[:1] == (ref,):
                chosen.pop(_key(carried), None)
            else:
                chosen[_key(carried)] = ref
    return chosen


def _beside(said: Statement, ideas: Ideas) -> Iterator[tuple[Carried, PictureRef]]:
    """Which picture stands for which idea: by its key word, else for the idea it begins with."""
    if not said.symbols:
        return
    carried = ideas.carried(said.original, lang=said.original_lang)
    words = dict(zip(said.key_words, said.symbols, strict=False))
    if any(words):
        yield from (
            (each, without_not(words[each.words])) for each in carried if each.words in words
        )
    else:
        ref = without_not(said.symbols[0])
        with_pictures = [each for each in carried if each.idea.pictures]
        its_own = (each for each in with_pictures if ref in each.idea.pictures)
        meant = next(its_own, next(iter(with_pictures), None))
        if meant is not None:
            yield meant, ref


def _photos(
    notebook: Notebook, person: RecordId, their: Person, ideas: Ideas
) -> dict[str, PictureRef]:
    """By idea, the photo that was last used with it."""
    mine = own_photos.own_photos(
        notebook,
        person=person,
        lang=their.home_language,
        ideas_of=lambda words, lang: frozenset(map(_key, ideas.carried(words, lang=lang))),
    )
    photos: dict[str, PictureRef] = {}
    for each in mine.offered:
        for idea in each.ideas:
            photos.setdefault(idea, each.photo)
    return photos


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokens(text, frozenset()))
