"""The documents that there are to print: each a small sheet of its own shape, by what it is for."""

from PySide6.QtCore import QObject, Signal

from app.model.documents import documents
from app.model.documents.kind import GROUPS, DocumentKind
from app.model.person import SupporterRole
from ui.context import Context
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.pixmaps import sheet_picture

_ABOUT = frozenset({"person", "talk", "home"})
"""Of what a document is about that is found without being asked for; a board is printed where it
is seen.
"""
_PICTURE = 56
_NARROW = 150
"""Px at 100 per cent; no card is narrower, so that short words do not stand one below the other."""


class DocumentCards(QObject):
    """A card for each document, the usual ones first.

    Args:
        ctx: what every part is handed.
        page: where they stand.
        kind: the one that is chosen first.
        reader: what somebody else is to the person, whose copy it is; what is usually made for
            them comes first.
        own: it is for the person. Others are offered neither what is for the person alone, nor
            what is about everybody at home; the person not what others write on.

    Signals:
        chosen: a document was chosen; carries it.

    """

    chosen = Signal(object)

    def __init__(
        self,
        ctx: Context,
        page: Page,
        kind: DocumentKind,
        *,
        reader: SupporterRole | None = None,
        own: bool,
    ) -> None:
        super().__init__(page)
        self._cards: dict[str, Pressable] = {}
        kinds = [each for each in documents() if _is_offered(each, own=own)]
        kinds.sort(key=lambda each: reader not in each.usual_for)
        groups = list(GROUPS)
        if not own:
            usual = {each.group for each in kinds if reader in each.usual_for}
            groups.sort(key=lambda group: group not in usual)
        for group in groups:
            held = [each for each in kinds if each.group == group]
            if held:
                page.say(ctx.t(GROUPS[group]), "label")
                page.begin_row()
                self._put(ctx, page, held)
        self.choose(kind)

    def _put(self, ctx: Context, page: Page, kinds: list[DocumentKind]) -> None:
        """Cards in a row, as narrow as the longest word of them lets all be."""
        cards = [self._card(ctx, each) for each in kinds]
        narrow = _NARROW * ctx.look.percent // 100
        wide = max(narrow, *(each.minimumSizeHint().width() for each in cards))
        for card in cards:
            card.setFixedWidth(wide)
            page.put(card)

    def _card(self, ctx: Context, kind: DocumentKind) -> Pressable:
        picture = sheet_picture(kind.papers[0], kind.picture)
        card = Pressable(
            ctx,
            ctx.t(kind.title),
            picture=picture,
            picture_px=_PICTURE,
            size="note",
            arrange="above",
        )
        card.can_be_low = False  # the picture says more than the words do
        card.setObjectName(f"print-{kind.spelt}")
        card.clicked.connect(lambda: self._press(kind))
        self._cards[kind.key] = card
        return card

    def _press(self, kind: DocumentKind) -> None:
        self.choose(kind)
        self.chosen.emit(kind)

    def choose(self, kind: DocumentKind) -> None:
        """Show which one is chosen."""
        for key, card in self._cards.items():
            card.choose(key == kind.key)


def _is_offered(kind: DocumentKind, *, own: bool) -> bool:
    if kind.about not in _ABOUT:
        return False
    return not (kind.comes_back if own else kind.own_only or kind.about == "home")
