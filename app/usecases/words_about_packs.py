"""The words for what an advocate got on paper, and what came back."""

from app.model.wording import N_

FIELDS: dict[str, str] = {
    "PackComment.pack": N_("What was made"),
    "PackComment.mark": N_("Is this what I said?"),
    "PackComment.words": N_("What they said about it"),
    "PackComment.commenter": N_("Who said it"),
    "BoardSheet.board": N_("Sorting cards"),
    "Board.at_home": N_("Cards that I sorted at home"),
    "Board.told_in": N_("Said in the talk of"),
    "ChoiceSheet.questions": N_("Questions to tick at home"),
    "PaperAnswer.said": N_("What I ticked at home"),
    "PaperAnswer.brought_by": N_("Who brought it back?"),
    "PaperAnswer.told_in": N_("Said in the talk of"),
    "Answer.from_paper": N_("What I ticked at home"),
}

ANSWERS: dict[str, str] = {
    "status.waiting": N_("it waits for our next talk"),
    "status.shown": N_("I was told of it"),
    "status.answered": N_("I answered it"),
}
