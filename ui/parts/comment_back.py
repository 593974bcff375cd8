"""A comment that came back: its sentence, the picture of its box, and room to type what it says."""

import functools
from collections.abc import Sequence

from app.model.ids import PictureRef
from app.model.packs import MARK_WORDS, Mark, PackComment
from app.model.record import Record
from app.model.review_codes import shown
from app.model.wording import N_
from app.usecases.comments import GONE, CameBack
from ui.context import Context
from ui.parts.box_picture import BoxPicture
from ui.parts.fields import Field
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import DISAGREE, KEEP, UNSURE

_MARKS: dict[Mark, PictureRef] = {"yes": KEEP, "unsure": UNSURE, "no": DISAGREE}
QUOTED = N_("“{words}”")


class CommentBackCards:
    """Puts a comment on a page; whoever looks at it presses what is ticked, and types what it says.

    What was filled in on screen stands there beforehand, or what was kept when the same box came
    back before. A mark in a scan is shown and never decided on.

    Args:
        ctx: the window's.
        page: is added to.
        back: the comment.
        before: what was kept of the same box already.

    Attributes:
        mark: what is pressed; pressed again, nothing is.
        field: holds what is typed.

    """

    def __init__(
        self, ctx: Context, page: Page, back: CameBack, before: Sequence[Record[PackComment]]
    ) -> None:
        self._ctx, self._page = ctx, page
        page.say(shown(back.code), "label")
        page.say(ctx.t(QUOTED, words=back.words))
        if back.gone:
            page.say(ctx.t(GONE), "label")
        elif back.old and back.words != back.now:
            changed = N_("It was changed since. Now it says: “{words}”")
            page.say(ctx.t(changed, words=back.now), "label")
        for each in before:
            page.say(self._told_before(each.body), "label")
        if back.picture:
            page.add(BoxPicture(ctx, back.picture))
        ticked, written = back.ticked, back.typed
        waits = next((each.body for each in before if each.body.status == "waiting"), None)
        if waits is not None:  # a paper that holds less now takes nothing away
            ticked = ticked or ((waits.mark,) if waits.mark is not None else ())
            written = written or waits.words
        self.mark = ticked[0] if len(ticked) == 1 else None
        self._cards = {mark: self._put(mark, picture) for mark, picture in _MARKS.items()}
        self._show_mark()
        self.field = Field(ctx, ctx.t(N_("What is written there, word for word")), text=written)
        self.field.line.setObjectName("words")
        page.add(self.field)

    def _told_before(self, comment: PackComment) -> str:
        """When the same box was read before, and what stood there."""
        ctx = self._ctx
        ticked = ctx.t(MARK_WORDS[comment.mark]) if comment.mark is not None else ""
        written = ctx.t(QUOTED, words=comment.words) if comment.words else ""
        told = N_("This came back on {day} already: {words}")
        words = ctx.words.beside((ticked, written))
        return ctx.t(told, day=ctx.words.date(comment.on), words=words)

    def _put(self, mark: Mark, picture: PictureRef) -> Pressable:
        words = self._ctx.t(MARK_WORDS[mark])
        card = Pressable(self._ctx, words, picture=picture, picture_px=40, size="button")
        card.setObjectName(f"mark-{mark}")
        card.clicked.connect(functools.partial(self._press, mark))
        return self._page.put(card)

    def _press(self, mark: Mark) -> None:
        self.mark = None if self.mark == mark else mark
        self._show_mark()

    def _show_mark(self) -> None:
        for mark, card in self._cards.items():
            card.choose(mark == self.mark)
