"""What the fields of records are called where people read them, and the answers they hold.

The words themselves stand in one module for each subject.
"""

from app.model.documents import documents
from app.model.wording import N_, Phrase
from app.usecases import words_about_days as days
from app.usecases import words_about_limits as limits
from app.usecases import words_about_packs as packs
from app.usecases import words_about_people as people
from app.usecases import words_about_photos as photos
from app.usecases import words_about_pictures as pictures
from app.usecases import words_about_readers as readers
from app.usecases import words_about_recordings as recordings
from app.usecases import words_about_wishes as wishes

SUBJECTS = (people, wishes, limits, days, photos, pictures, readers, recordings, packs)

FIELDS: dict[str, str] = {name: words for each in SUBJECTS for name, words in each.FIELDS.items()}
"""Of each field, or of a field of one struct where several have one of this name."""

ANSWERS: dict[str, str] = {f"document.{kind.key}": kind.title for kind in documents()} | {
    name: words for each in SUBJECTS for name, words in each.ANSWERS.items()
}
"""Of each fixed answer, or of an answer to one field where several have one of this name."""

_KINDS: dict[str, str] = {
    "person": N_("About me"),
    "supporter": N_("Somebody around me"),
    "session": N_("A talk"),
    "statement": N_("A sentence"),
    "board": N_("Sorting cards"),
    "translation": N_("In another language"),
    "goal": N_("What I want"),
    "goal_rating": N_("How it goes with what I want"),
    "step": N_("Steps towards what I want"),
    "promise": N_("What others said they will do"),
    "risk_plan": N_("Things I want to do that have a risk"),
    "restriction": N_("Rules about me"),
    "decision": N_("Decisions"),
    "sharing_choice": N_("Who may see what"),
    "copy": N_("Copies that were made"),
    "feedback": N_("What I think of my support"),
    "sealed_note": N_("Sealed notes"),
    "recognition": N_("What I get for my time"),
    "hard_day": N_("Hard days"),
    "agreement": N_("Saying yes to my plan"),
    "advocate_review": N_("My advocate’s look at my plan"),
    "four_plus_one": N_("What we tried and learned"),
    "row_check": N_("Was the row of my chart right?"),
    "circle": N_("The people in my life"),
    "day_story": N_("How a day goes"),
    "own_topic": N_("Topics of my own"),
    "profile_pick": N_("What stands on my one page"),
    "photo_facts": N_("Who is in my photos"),
    "checked_with": N_("Who read my plan to see if it is easy"),
    "picture_said": N_("Which pictures are clear to me"),
    "recording_removed": N_("Recordings that were deleted for good"),
    "review_pack": N_("Papers for my advocate"),
    "pack_comment": N_("What my advocate wrote about my plan"),
    "board_sheet": N_("Sorting board to fill in"),
    "choice_sheet": N_("Questions to tick at home"),
}


def name_of_field(field: str, struct: str = "") -> Phrase:
    """What a field is called.

    Args:
        field: as the code names it.
        struct: what it is a field of, where several have one of this name.

    """
    return Phrase(FIELDS.get(f"{struct}.{field}") or FIELDS.get(field) or in_words(field))


def name_of_answer(answer: str, field: str) -> Phrase:
    """What one of the fixed answers of a field is called."""
    return Phrase(ANSWERS.get(f"{field}.{answer}") or ANSWERS.get(answer) or in_words(answer))


def name_of_kind(kind: str) -> Phrase:
    """What a kind of record is called."""
    return Phrase(_KINDS.get(kind) or in_words(kind))


def has_answer(answer: str, field: str) -> bool:
    """Whether words were found for an answer, and it is not only spelled out."""
    return f"{field}.{answer}" in ANSWERS or answer in ANSWERS


def in_words(name: str) -> str:
    """A name of the code as words: better than nothing where nobody has thought of any yet."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
