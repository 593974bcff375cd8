"""The one-page profile, set."""

from app.paper.job import Job
from app.paper.one_page import one_page
from app.paper.press import Printed


def make(job: Job) -> Printed:
    """A photo, a name, and three boxes."""
    return one_page(job)
