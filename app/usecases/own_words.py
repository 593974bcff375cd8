"""The words a person has used before, for offering them again."""

from app.model.ids import RecordId
from app.model.statement import Statement
from app.usecases.ports import Notebook
from app.words.own_words import OwnWords


def own_words(notebook: Notebook, *, person: RecordId, lang: str) -> OwnWords:
    """What this person said in this language, as words to offer to whoever writes for them.

    Nothing that is only for the person, that they have not kept, or that somebody else said: what
    is offered stands on the screen and may be read out (rules R4, R6, R7).
    """
    language = lang.split("-", maxsplit=1)[0]
    with notebook.unit_of_work() as work:
        said = work.records.find(Statement, person=person)
    return OwnWords(
        each.body.original
        for each in sorted(said, key=lambda each: each.changed_at)
        if each.body.kept
        and not each.body.private
        and each.body.voice_group != "others"
        and each.body.original_lang.split("-")[0] == language
    )
