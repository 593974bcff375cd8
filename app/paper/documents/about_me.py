"""Everything about a person, set."""

from app.paper.about_me import about_me
from app.paper.job import Job
from app.paper.press import Printed


def make(job: Job) -> Printed:
    """Every record, part by part."""
    return about_me(
        job.contents.all_of_it,
        made_on=job.made_on,
        words=job.words,
        look=job.look,
        fonts=job.fonts,
        pictures=job.pictures,
    )
