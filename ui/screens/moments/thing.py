"""What a moment is about that comes once for each of several: in words, with its picture."""

from app.model.ids import PictureRef
from app.usecases.talks import Talk
from ui.context import Context
from ui.pixmaps import face_picture, initial

Thing = tuple[str, PictureRef | None]

NOTHING: Thing = ("", None)


def thing_of(ctx: Context, talk: Talk) -> Thing:
    """A topic, somebody, a sentence, or what was chosen earlier; no words where there is none."""
    about = talk.conversation.step.about
    if talk.about is not None:
        return talk.about.body.original, ctx.shows_said(talk.about.body.symbols)
    for who in talk.supporters:
        if who.id == about:
            return who.body.name, face_picture(who.body.photo, who.body.name)
    if about and talk.conversation.step.moment.for_each == "agenda":
        topic = ctx.house.topics.topic(about)
        return (ctx.t(topic.words), topic.picture) if topic is not None else (about, None)
    return _chosen_earlier(ctx, talk, about)


def _chosen_earlier(ctx: Context, talk: Talk, about: str) -> Thing:
    source = talk.conversation.step.moment.repeats_answer_of
    earlier = talk.conversation.guide.moment(source) if source else None
    if earlier is not None and earlier.kind == "circle":  # somebody whom only the circle knows
        return about, initial(about)
    for option in earlier.options if earlier is not None else ():
        if option.id == about:
            return ctx.t(option.words), option.picture
    return NOTHING
