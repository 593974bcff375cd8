"""The booklet made once while somebody comes to "Print", so that it is there when they press.

All that the first document of a day waits for is then at hand: the code, the fonts, the lists of
hard words, the drawings. It takes a second and 35 MB, so it is left until somebody may print.
"""

from PySide6.QtCore import QObject

from app.model.documents import document
from app.model.ids import RecordId
from app.model.print_order import PrintOrder
from ui.context import Context
from ui.desk import Stopped


def make_ready(ctx: Context, *, owner: QObject, person: RecordId) -> None:
    """Make a person's own booklet, for nobody to see; whoever asks for anything else goes first.

    Nothing is told of what goes wrong: whoever prints is told then.
    """
    house, notebook, desk = ctx.house, ctx.open_notebook, ctx.desk
    order = PrintOrder(kind=document("booklet"), person=person, made_on=ctx.today, words=ctx.words)

    def unless_somebody_waits() -> None:
        if desk.somebody_waits:
            raise Stopped

    def work() -> None:
        from ui import page_images  # noqa: F401, PLC0415 - loads on use

        unless_somebody_waits()
        house.set_document(notebook, order, pause=unless_somebody_waits)

    desk.do(work, owner=owner, failed=lambda _: None, stopped=lambda: None)
