"""What was just undone or done again, in words: it may not stand on the screen that is shown."""

from app.model.change import Change
from app.model.kinds import KINDS
from app.model.statement import Statement
from app.model.wording import Phrase, Told
from app.usecases.history import DONE_AGAIN, UNDONE
from app.usecases.ports import Notebook
from app.usecases.titles import said_in_it, title_of
from app.usecases.undo import UndoName


def told(notebook: Notebook, what: UndoName, change: Change, *, again: bool) -> Told:
    """The name of what was done, and the words it was about, if there are any.

    Args:
        notebook: the open one.
        what: what the button showed.
        change: what undoing it, or doing it again, wrote.
        again: whether it was done again.

    """
    named = Phrase(DONE_AGAIN if again else UNDONE, (("action", Phrase(what.name)),))
    with notebook.unit_of_work() as work:
        for each in change.touched:
            body = work.records.get(each.record, KINDS[each.kind]).body
            if isinstance(body, Statement) and body.original:
                return named, title_of(body, {})
            if words := said_in_it(body):
                return named, words
    return named
