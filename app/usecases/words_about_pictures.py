"""The words for pictures as a person likes them: fields, and the answers they hold."""

from app.model.wording import N_

FIELDS: dict[str, str] = {
    "sets": N_("The picture sets I like, the first first"),
    "picture_size": N_("How big pictures are"),
    "key_words": N_("The words under the pictures"),
    "key_word": N_("The word under the picture"),
    "further": N_("More pictures"),
    "FurtherPicture.ref": N_("Picture"),
    "FurtherPicture.word": N_("The word under the picture"),
    "clear": N_("Is it clear to me?"),
    "PictureSaid.word": N_("The word under the picture"),
    "PictureSaid.asked_by": N_("Who asked me"),
}

ANSWERS: dict[str, str] = {
    "pictures.photo": N_("only photos"),
    "pictures.key_words": N_("with a few pictures and their words"),
    "picture_size.usual": N_("usual"),
    "picture_size.bigger": N_("bigger"),
    "picture_size.biggest": N_("the biggest"),
    "clear.clear": N_("yes"),
    "clear.not_clear": N_("no"),
    "clear.not_sure": N_("not sure"),
}
