"""The words a person has used before, for offering them again."""

from app.model.ids import RecordId
from app.model.statement import Statement
from app.usecases.ports import Notebook
from app.words.own_words import OwnWords


def own_words(notebook: Notebook, *, person: RecordId, lang: str) -> OwnWords:
    """What stands in this person's plan in this language, as words to offer."""
    language = lang.split("-", maxsplit=1)[0]
    with notebook.unit_of_work() as work:
        said = work.records.find(Statement, person=person)
    return OwnWords(
        each.body.original
        for each in sorted(said, key=lambda each: each.changed_at)
        if each.body.original_lang.split("-")[0] == language
    )
