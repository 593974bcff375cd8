"""Plain words for who may see what: the answers, the reasons, the parts of a plan."""

import datetime
from collections.abc import Callable, Mapping

from app.model.ids import PictureRef, RecordId
from app.model.person import ROLE_WORDS
from app.model.record import Record
from app.model.sections import Sections
from app.model.sharing import Purpose, SharingChoice
from app.model.sharing_rules import Reader
from app.model.wording import N_, strung
from app.usecases.sharing_choices import DOCUMENT_WORDS, Choice
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.refs import ASK_ME, KEEP, NOT_MINE, SOME, UNSURE
from ui.pixmaps import face_picture

PURPOSE_WORDS: dict[Purpose, str] = {
    "support": N_("to support you"),
    "health": N_("to look after your health"),
    "family_life": N_("to be part of your life"),
    "review": N_("to look at how your support is going"),
    "speaking_up": N_("to speak up with you"),
    "learning": N_("to learn from it"),
    "other": N_("for something else"),
}

ANSWERS: dict[Choice, tuple[str, PictureRef]] = {
    "yes": (N_("Yes"), KEEP),
    "yes_some": (N_("Some of it"), SOME),
    "ask_each_time": (N_("Ask me each time"), ASK_ME),
    "no": (N_("No"), NOT_MINE),
    "not_decided": (N_("I will decide later"), UNSURE),
}

SAID: dict[Choice, str] = {
    "yes": N_("You said yes"),
    "yes_some": N_("You said: some of it"),
    "ask_each_time": N_("You said: ask me each time"),
    "no": N_("You said no"),
    "not_decided": N_("You will decide later"),
}


STILL_OPENS = N_(
    "{name} has a key and can still open the notebook itself. To stop that too, end "
    "their key under “Who can open this notebook”."
)
"""What a no does not do: the screens keep to it, the file does not."""


def purpose_told(ctx: Context, purpose: Purpose) -> str:
    """What somebody sees it for."""
    return ctx.t(N_("What it is for: {purpose}."), purpose=ctx.t(PURPOSE_WORDS[purpose]))


def face_card(
    ctx: Context,
    reader: Reader,
    photos: Mapping[RecordId, PictureRef],
    press: Callable[[], None],
    *,
    note: str = "",
) -> Pressable:
    """The face and the name of somebody, to be pressed, with what they are to the person.

    Args:
        ctx: what every part is handed.
        reader: who.
        photos: of those who have one.
        press: what pressing does.
        note: what is said instead of what they are.

    """
    photo = photos.get(reader.supporter) if reader.supporter else None
    role = ctx.t(ROLE_WORDS[reader.role]) if reader.role else ctx.t(N_("From outside"))
    card = Pressable(
        ctx,
        reader.name,
        picture=face_picture(photo, reader.name),
        picture_px=52,
        note=note or role,
    )
    card.setObjectName(f"reader-{reader.supporter or reader.name}")
    card.clicked.connect(press)
    return card


def parts_in_words(
    ctx: Context, choice: SharingChoice, sections: Sections, sentences: Mapping[str, str]
) -> str:
    """What a choice is about: the whole plan, sections by their titles, sentences in full.

    Args:
        ctx: what every part is handed.
        choice: the choice.
        sections: the plan's sections.
        sentences: the words of each sentence.

    """
    said = []
    for part in choice.parts:
        kind, _, name = part.partition(":")
        if kind == "plan":
            said.append(ctx.t(N_("all of your plan")))
        elif kind == "section" and name in sections:
            said.append(ctx.t(sections[name].easy))
        elif kind == "document":
            said.append(ctx.t(DOCUMENT_WORDS.get(name, N_("a printed copy"))))
        elif name in sentences:
            said.append(ctx.t(N_("“{words}”"), words=sentences[name]))
    few, rest = said[:_SHOWN], len(said) - _SHOWN
    if rest > 0:
        few.append(ctx.words.tn("and {n} more", "and {n} more", rest))
    return strung(ctx.words, few)


_SHOWN = 3


def since_until(ctx: Context, choice: SharingChoice) -> str:
    """Since when a choice counts, and until when if it ends."""
    since = ctx.t(N_("since {day}"), day=ctx.words.date(choice.since))
    if choice.until is None:
        return since
    return f"{since}, {until(ctx, choice.until)}"


def until(ctx: Context, day: datetime.date) -> str:
    """Until when."""
    return ctx.t(N_("until {day}"), day=ctx.words.date(day))


def photos_of(supporters: tuple[Record, ...]) -> dict[RecordId, PictureRef]:  # type: ignore[type-arg]
    """The photos of those who have one."""
    return {each.id: each.body.photo for each in supporters if each.body.photo}
