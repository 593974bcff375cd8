"""What was done with a notebook, in plain words: printed, written out, taken back."""

from app.model.action import Action
from app.model.event import Event
from app.model.wording import N_, Phrase, Told
from app.usecases.field_words import in_words, name_of_answer

WHAT_WAS_DONE: dict[str, str] = {
    "opened": N_("opened"),
    "closed": N_("closed"),
    "printed": N_("printed"),
    "exported": N_("written to a file"),
    "shared": N_("shared"),
    "worker_added": N_("somebody was given a key"),
    "worker_renamed": N_("somebody’s name was changed"),
    "worker_removed": N_("somebody’s key was taken away"),
    "key_changed": N_("the key was changed"),
    "recovery_sheet_made": N_("a recovery sheet was made"),
    "recovered": N_("opened with the recovery sheet"),
    "backed_up": N_("a backup was made"),
    "restored": N_("taken back from a backup"),
    "erased": N_("taken out of the notebook"),
}
DOCUMENTS: dict[str, str] = {
    "": N_("The notebook"),
    "booklet": N_("My plan as a booklet"),
    "one_page_profile": N_("My one page"),
    "passport": N_("My passport"),
    "handover_card": N_("My handover card"),
    "review_copy": N_("A copy to look at again"),
    "about_me": N_("Everything that is written about me"),
    "plan_file": N_("My whole plan"),
    "recovery_sheet": N_("A recovery sheet"),
    "backup": N_("A backup"),
}


def told_event(event: Event, worker: str) -> Told:
    """One line of the list.

    Args:
        event: what was done.
        worker: the name of who did it; empty if they are not around the person.

    """
    at = event.at.astimezone()
    values: tuple[tuple[str, Told], ...] = (
        ("day", at.date()),
        ("time", f"{at:%H:%M}"),
        ("what", Phrase(DOCUMENTS.get(event.document) or in_words(event.document))),
        ("done", Phrase(WHAT_WAS_DONE.get(event.what) or in_words(event.what))),
        ("device", event.device),
        ("name", worker),
        ("reader", _reader(event.for_whom)),
    )
    return Phrase(_EVENT_LINES[bool(worker), bool(event.for_whom)], values)


_EVENT_LINES: dict[tuple[bool, bool], str] = {
    (True, True): N_("{day}, {time}. {what}: {done}. By {name}, for {reader}, on {device}."),
    (True, False): N_("{day}, {time}. {what}: {done}. By {name}, on {device}."),
    (False, True): N_("{day}, {time}. {what}: {done}. For {reader}, on {device}."),
    (False, False): N_("{day}, {time}. {what}: {done}. On {device}."),
}


def told_undoing(action: Action, name: str) -> Told:
    """That something was taken back or done again.

    Args:
        action: the undoing.
        name: of who did it; empty if they are not around the person.

    """
    values: tuple[tuple[str, Told], ...] = (
        ("day", action.at),
        ("name", name),
        ("action", Phrase(action.name)),
    )
    return Phrase(_UNDO_LINES[bool(name), bool(action.undoes)], values)


_UNDO_LINES: dict[tuple[bool, bool], str] = {
    (True, True): N_("{day}, {name} took this back: {action}"),
    (True, False): N_("{day}, {name} did this again: {action}"),
    (False, True): N_("{day}, this was taken back: {action}"),
    (False, False): N_("{day}, this was done again: {action}"),
}


def _reader(for_whom: str) -> Told:
    return name_of_answer(for_whom, "for_whom") if for_whom else ""
