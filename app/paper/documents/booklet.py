"""The booklet, set."""

from app.paper.booklet import set_booklet
from app.paper.job import Job
from app.paper.press import Printed


def make(job: Job) -> Printed:
    """The whole plan, section by section, between a first and a last page."""
    return set_booklet(job)
