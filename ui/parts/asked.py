"""What was asked at a step, in a few words: a topic by its name, else the question."""

from app.model.conversation import Step
from ui.context import Context


def asked_at(ctx: Context, step: Step) -> str:
    """The topic that the step is about, if it is one; else its question."""
    topic = ctx.house.topics.topic(step.about) if step.about else None
    return ctx.t(topic.words if topic is not None else step.moment.prompt)
