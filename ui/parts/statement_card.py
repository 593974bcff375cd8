"""A sentence of the plan as a card: the words, the picture, and at once whose words they are."""

from collections.abc import Iterator

from app.model.record import Record
from app.model.statement import Statement, VoiceGroup
from app.model.whose_words import KEPT
from app.model.wording import N_
from app.usecases.history import Version
from ui.context import Context
from ui.own_voice import say_with
from ui.parts.key_words import sentence_card, words_of
from ui.parts.pressable import Pressable
from ui.parts.refs import ARCHIVE, MARKS

VOICE_WORDS: dict[VoiceGroup, str] = {
    "own": N_("My words"),
    "shown": N_("Shown by me"),
    "joint": N_("We wrote this together"),
    "others": N_("{name} says"),
}

_HOW_WORDS = {
    "own_signed": N_("My words, signed"),
    "own_written": N_("My words, written by me"),
    "own_choice_symbol": N_("My words, chosen from pictures"),
    "own_made": N_("Made by me"),
}

VIEW_WORDS = {
    "agree": N_("{person} agrees"),
    "disagree": N_("{person} does not agree"),
    "part": N_("{person} agrees with part of it"),
    "no_view": N_("{person} has no view"),
}

SURE_WORDS = {
    "sure": N_("we are sure it means: {meaning}"),
    "think": N_("we think it means: {meaning}"),
    "guess": N_("our guess is that it means: {meaning}"),
}


def whose_words(ctx: Context, said: Statement | Version, *, said_by: str = "") -> str:
    """The words of the voice mark (rule R1)."""
    sentence = _HOW_WORDS.get(said.voice, VOICE_WORDS[said.voice_group])
    if said.voice == "from_old_record":
        return ctx.t(N_("From an old record"))
    return ctx.t(sentence, name=said_by or ctx.t(N_("Someone else")))


def standing(ctx: Context, statement: Statement) -> str:
    """Whether the person said it may stay."""
    if statement.kept:
        return ctx.t(KEPT)
    if statement.read_back.result == "not_sure":
        return ctx.t(N_("not sure yet"))
    return ctx.t(N_("not read back yet"))


REPLY_WORDS = {
    "agree": N_("I agree."),
    "disagree": N_("I do not agree."),
    "part": N_("I agree with part of it."),
    "no_view": N_("I have no view."),
}


def heading_card(ctx: Context, statement: Statement, name: str = "") -> Pressable:
    """The sentence that what follows is about: smaller than where it is a thing to choose."""
    card = Pressable(
        ctx,
        words_of(ctx, statement),
        picture=ctx.shows_said(statement.symbols),
        picture_px=44,
        note=whose_words(ctx, statement, said_by=name),
        note_picture=MARKS[statement.voice_group],
        note_heard="around",
        role=statement.voice_group,
        size="label",
        bold=False,
        lang=statement.original_lang if statement.original else "",
    )
    card.setObjectName("heading")
    _use_recording(ctx, card, statement)
    return card


def statement_card(
    ctx: Context,
    record: Record[Statement],
    *,
    person: str,
    said_by: str = "",
    scribed_by: str = "",
    view: str = "",
    new: bool = False,
    large: bool = False,
) -> Pressable:
    """A card for one sentence; a draft has a dashed edge.

    Args:
        ctx: what every part is handed.
        record: the sentence.
        person: the person's name, for their view of somebody else's words.
        said_by: whose words, where they are not the person's.
        scribed_by: who wrote them down, where that is to be said.
        view: what the person thinks of somebody else's words.
        new: it was said today.
        large: one sentence alone on the screen.

    """
    body = record.body
    parts = [*_of_its_words(ctx, body, said_by=said_by, scribed_by=scribed_by)]
    if view:
        parts.append(ctx.t(VIEW_WORDS[view], person=person))
    if body.recording is not None:
        parts.append(ctx.t(N_("recorded")))
    parts.append(ctx.t(N_("new today")) if new else standing(ctx, body))
    if body.private:
        parts.append(ctx.t(N_("only for {person}"), person=person))
    card = sentence_card(
        ctx, body, picture_px=128 if large else 72, note=ctx.words.beside(parts),
        note_picture=ARCHIVE if body.voice == "from_old_record" else MARKS[body.voice_group],
        note_heard="around", role=body.voice_group,
        size="question" if large else "sentence", bold=False,
        dashed=not body.kept and not new, lang=body.original_lang if body.original else "",
    )  # fmt: skip
    card.setObjectName(f"statement-{record.id}")
    _use_recording(ctx, card, body)
    return card


def _of_its_words(ctx: Context, body: Statement, *, said_by: str, scribed_by: str) -> Iterator[str]:
    """Whose they are, what was seen and what it means, and who wrote them down."""
    yield whose_words(ctx, body, said_by=said_by)
    if body.meaning and body.meaning_confidence:
        yield ctx.t(SURE_WORDS[body.meaning_confidence], meaning=body.meaning)
    if body.chart is not None and body.chart.seen_count:
        yield ctx.words.tn("seen {n} time", "seen {n} times", body.chart.seen_count)
    written_down = body.voice not in {"own_choice_symbol", "own_written"}
    if scribed_by and scribed_by != said_by and written_down:
        yield ctx.t(N_("{name} wrote them down"), name=scribed_by)


def _use_recording(ctx: Context, card: Pressable, said: Statement) -> None:
    """Have a sentence heard as it was said, where the person wishes so or nobody wrote it down."""
    if ctx.settings.recordings or not said.original:
        say_with(card, said.recording)
