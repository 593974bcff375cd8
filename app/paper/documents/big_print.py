"""The booklet in large letters."""

from app.paper.booklet import set_booklet
from app.paper.job import Job
from app.paper.press import Printed

LEAST = 24.0


def make(job: Job) -> Printed:
    """The booklet, every word of it at least this large."""
    usual = float(job.contents.plan.person.body.ui.text_pt)
    return set_booklet(job, size=max(LEAST, usual), least=LEAST)
