"""How many sentences are to be read back, above the one that is."""

from app.model.ids import RecordId
from app.model.record import Record
from app.model.statement import Statement
from ui.context import Context


def left_to_read_back(
    ctx: Context, record: Record[Statement], left: int, *, session: RecordId, who: str
) -> str:
    """How many there are, and who said or saw this one, if that was today.

    Args:
        ctx: what every part is handed.
        record: the sentence that is read back now.
        left: how many there are with it.
        session: the talk of today.
        who: the name of whoever said it, if somebody else did.

    """
    tn = ctx.words.tn
    if record.session == session:
        match record.body.voice_group:
            case "own":
                return tn(
                    "{n} sentence to read back · you said this today",
                    "{n} sentences to read back · you said this today",
                    left,
                )
            case "joint":
                return tn(
                    "{n} sentence to read back · you wrote this together today",
                    "{n} sentences to read back · you wrote this together today",
                    left,
                )
            case "shown":
                return tn(
                    "{n} sentence to read back · we saw this and wrote it down today",
                    "{n} sentences to read back · we saw this and wrote it down today",
                    left,
                )
            case "others" if who:
                return tn(
                    "{n} sentence to read back · {who} said this today",
                    "{n} sentences to read back · {who} said this today",
                    left,
                    who=who,
                )
    return tn("{n} sentence to read back", "{n} sentences to read back", left)
