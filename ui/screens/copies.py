"""Who got what of my plan, and when: the copies that were made, the last first."""

import functools

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.wording import N_
from app.usecases import copies, handing_over, sharing
from app.usecases.copies import Copy
from app.usecases.ports import Notebook
from app.usecases.sharing import Sharing
from app.usecases.sharing_choices import DOCUMENT_WORDS
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.refs import PAPER, PLUS
from ui.parts.sharing_words import photos_of
from ui.parts.told_line import Deed, told_line
from ui.pixmaps import face_picture
from ui.screens.base import Route
from ui.screens.paged import ListScreen

COPIES = N_("Copies that were made")
AT_ONCE = 60
"""Lines; older ones are shown when they are asked for."""


class CopiesScreen(ListScreen):
    """A line for each copy: who got it, what it is, when; and a way to say that it came back."""

    title = COPIES
    kinds = frozenset({"copy", "sharing_choice", "supporter"})

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        self._lines = AT_ONCE
        super().__init__(ctx, person=person)

    def way_back(self) -> Button:
        """To who sees what."""
        return self.back_button(Route("who_sees", {"person": self.person_id, "at": "copies"}))

    def find(self, notebook: Notebook) -> tuple[Sharing, tuple[Copy, ...]]:
        """Every copy, with the names and faces of those who got one."""
        person, today = self.person_id, self.ctx.today
        return (
            sharing.sharing(notebook, person=person),
            copies.copies(notebook, person=person, today=today),
        )

    def show_found(self, found: tuple[Sharing, tuple[Copy, ...]]) -> None:
        """The last first."""
        around, made = found
        ctx, page = self.ctx, self.page
        self.person = around.person
        self._photos = photos_of(around.supporters)
        page.begin_anew()
        page.say(ctx.t(COPIES), "title")
        page.take_keys(ctx.t(COPIES))
        for each in made[: self._lines]:
            self._line(each)
        if not made:
            page.say(ctx.t(N_("Nothing yet.")))
        if len(made) > self._lines:
            page.begin_row()
            page.card("more", ctx.t(N_("Show more")), PLUS, functools.partial(self._more, found))
        self.show_page(page)

    def _more(self, found: tuple[Sharing, tuple[Copy, ...]]) -> None:
        self._lines += AT_ONCE
        self.show_found(found)

    def _line(self, copy: Copy) -> None:
        ctx = self.ctx
        deed = None
        if copy.is_out and not ctx.open_notebook.read_only:
            assert copy.record is not None
            press = functools.partial(self._came_back, copy.record)
            deed = Deed(f"came-back-{copy.record}", N_("It came back"), PAPER, press)
        told_line(ctx, self.page, self._told(copy), deed, face=self._face(copy))

    def _told(self, copy: Copy) -> str:
        """In a sentence, and what is to be done if the yes is gone."""
        ctx = self.ctx
        if copy.how in {"see_here", "talk"}:
            told = N_("{name} saw it here: {document}, on {day}.")
        elif copy.came_back is not None:
            told = N_("{name} had a copy: {document}, from {day}. It came back on {back}.")
        else:
            told = N_("{name} has a copy: {document}, from {day}.")
        said = ctx.t(
            told,
            name=copy.name or ctx.t(N_("Someone else")),
            document=ctx.t(DOCUMENT_WORDS.get(copy.document, N_("My plan"))),
            day=ctx.words.date(copy.on),
            back=ctx.words.date(copy.came_back) if copy.came_back is not None else "",
        )
        if copy.is_out and copy.ended:
            said = f"{said} {ctx.t(N_('Please collect it: the yes was taken back or has ended.'))}"
        return said

    def _face(self, copy: Copy) -> PictureRef:
        supporter = copy.to.supporter if copy.to is not None else None
        photo = self._photos.get(supporter) if supporter is not None else None
        if copy.to is None and self.person is not None:
            photo = self.person.body.photo
        return face_picture(photo, copy.name)

    def _came_back(self, copy: RecordId) -> None:
        ctx = self.ctx
        notebook, today, by = ctx.open_notebook, ctx.today, ctx.writer

        def keep() -> Change:
            return handing_over.came_back(notebook, copy=copy, on=today, by=by)

        ctx.desk.do(keep, owner=self)
