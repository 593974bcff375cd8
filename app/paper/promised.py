"""Promises on paper: what was asked for, what came of it, and what can be done about a no (R13)."""

from collections.abc import Iterator

from app.model.ids import PictureRef
from app.model.outcome import IMPACTS, OUTCOMES, REACTIONS, outcome_words
from app.model.promises import Promise
from app.model.record import Record
from app.model.wording import N_
from app.paper.boxes import Box, box, inner_width, item, written
from app.paper.desk import Desk
from app.paper.items import Item
from app.paper.job import Job


def promise(desk: Desk, job: Job, record: Record[Promise], *, said: bool = True) -> Iterator[Box]:
    """What the person said, as a box, and below it what is done about it.

    Args:
        desk: what it is set with.
        job: in whose contents it stands.
        record: the promise.
        said: with the words in which it was asked for, where these may be read.

    """
    theme, t, body = desk.theme, job.words.t, record.body
    asked = _asked(desk, job, record) if said else None
    if asked is not None:
        yield box(
            desk,
            t(N_("You said")),
            [asked],
            colours=theme.own,
            picture=desk.ornament(PictureRef("openmoji:1F4AC")),
            keeps=1,
        )
    words, picture = OUTCOMES[body.response]
    yield box(
        desk,
        t(words),
        list(_came_of_it(desk, job, body)),
        colours=theme.joint,
        picture=desk.ornament(picture),
        gap=None if asked is not None else 24.0,
    )


def _asked(desk: Desk, job: Job, record: Record[Promise]) -> Item | None:
    line = job.contents.line(record.body.said)
    if line is not None:
        return item(desk, job.contents.plan, line)
    quoted = job.contents.quoted.get(record.id, "")
    return written(desk, quoted) if quoted else None


def _came_of_it(desk: Desk, job: Job, body: Promise) -> Iterator[Item]:
    """What is done and by whom; what came of it, or why not and what then; what they think of it.

    Nothing of the reasons for a no is ever cut (rule R13).
    """
    t, words = job.words.t, job.words
    who = job.contents.known.get(body.owner, "")
    by = ""
    if body.owed:
        day = words.date(body.due)
        by = t(N_("{name}, by {day}"), name=who, day=day) if who else day
    if body.words:
        yield written(desk, body.words, by)
    name = job.contents.known.get(job.contents.plan.person.id, "")
    for sentence in outcome_words(words, body, name=name, today=job.made_on):
        yield written(desk, sentence)
    said = []
    if body.reaction is not None:
        think = t(REACTIONS[body.reaction][0])
        said.append(t(N_("{name}: {words}"), name=name, words=think))
    if body.impact_by_person != "not_asked":
        better = t(IMPACTS[body.impact_by_person][0])
        sentence = N_("Did it make things better? {name}: {words}")
        said.append(t(sentence, name=name, words=better))
    for each in said:
        yield Item(parts=(desk.label(each, width=inner_width(desk), bold=False),))
