"""Undo and redo in the window: what they would do, by name, for the person who is here."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.wording import N_, said
from app.usecases import advocate_keys, undo, undone
from app.usecases.undo import UndoName
from ui.context import Context
from ui.parts.bars import Button

UNDO = PictureRef("openmoji:21A9")
REDO = PictureRef("openmoji:21AA")

_SEEN_AT_ONCE = frozenset({"person"})
"""How the person likes things is how the whole window is."""

Names = tuple[UndoName | None, UndoName | None]


class Undoing(QObject):
    """Knows the names of the next undo and redo, and does them.

    Signals:
        offered: what can be undone changed; carries the buttons for it.
        undone: something was undone or done again; carries what, to be told, or "" where it is
            seen at once wherever one is.

    """

    offered = Signal(object)
    undone = Signal(str)

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._asked = 0

    def ask(self, person: RecordId | None) -> None:
        """Find out what could be undone for this person, if one is here and can be written for."""
        ctx = self._ctx
        notebook = ctx.notebook
        self._asked += 1
        asked = self._asked
        if person is None or notebook is None or ctx.by is None or notebook.read_only:
            self.offered.emit(())
            return

        worker = notebook.worker.id

        def names() -> Names:
            if advocate_keys.may_only_look(notebook, person=person, worker=worker):
                return None, None
            return undo.next_undo(notebook, person=person), undo.next_redo(notebook, person=person)

        def tell(found: Names) -> None:
            if asked == self._asked:
                self._tell(found, person)

        ctx.desk.do(names, owner=self, then=tell)

    def _tell(self, found: Names, person: RecordId) -> None:
        ctx = self._ctx
        buttons = []
        for name, sentence, short, what, picture in (
            ("undo", N_("Undo: {what}"), N_("Undo"), found[0], UNDO),
            ("redo", N_("Again: {what}"), N_("Again"), found[1], REDO),
        ):
            if what is not None:
                words = ctx.t(sentence, what=ctx.t(what.name))
                press = self._presser(name, what, person)
                buttons.append(
                    Button(name=name, words=words, short=ctx.t(short), picture=picture, press=press)
                )
        self.offered.emit(tuple(buttons))

    def _presser(self, name: str, what: UndoName, person: RecordId) -> Callable[[], None]:
        """Does what the button says, and nothing else that has come up since."""
        ctx = self._ctx
        notebook, by = ctx.open_notebook, ctx.writer
        again = name == "redo"
        next_, do = (undo.next_redo, undo.redo) if again else (undo.next_undo, undo.undo)

        def work() -> Change:
            now = next_(notebook, person=person)
            if now is None or now.action != what.action:
                return Change()
            return do(notebook, person=person, by=by)

        def tell(change: Change) -> None:
            if change.kinds <= _SEEN_AT_ONCE:
                self.undone.emit("")
                return
            ctx.desk.do(
                lambda: undone.told(notebook, what, change, again=again),
                owner=self,
                then=lambda found: self.undone.emit(said(found, ctx.words)),
            )

        return lambda: ctx.desk.do(work, owner=self, then=tell)
