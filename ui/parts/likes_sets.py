"""Which pictures come first: the picture sets in the order in which a person likes them."""

from app.model.ids import RecordId
from app.model.person import BUILT_IN, LikedSet, Settings
from app.model.wording import N_
from app.usecases import liked_sets, people
from ui.context import Context
from ui.parts.likes_rows import LikesRows
from ui.parts.pressable import Pressable
from ui.parts.refs import PICTURE
from ui.parts.taborder import follow_layout


class LikedSets(LikesRows):
    """Nothing at all where there is only one set to like."""

    def __init__(self, ctx: Context, person: RecordId) -> None:
        super().__init__(ctx, person)
        notebook = ctx.open_notebook
        ctx.desk.do(
            lambda: liked_sets.of_person(notebook, person=person), owner=self, then=self._show
        )

    def _show(self, order: tuple[LikedSet, ...]) -> None:
        if len(order) < 2:
            return
        ctx = self.ctx
        row = self.row(N_("Which pictures first?"))
        for at, each in enumerate(order):
            name = ctx.t(N_("Pictures of this program")) if each.id == BUILT_IN else each.name
            card = Pressable(
                ctx,
                ctx.t(N_("{n}. {name}"), n=at + 1, name=name),
                picture=PICTURE,
                picture_px=34,
                size="choice",
            )
            card.setObjectName(f"set-first-{each.id}")
            card.choose(at == 0)
            card.clicked.connect(lambda _=False, which=each.id: self._put_first(which))
            row.addWidget(card)
        follow_layout(self)

    def _put_first(self, which: str) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, by = ctx.open_notebook, ctx.writer

        def keep() -> Settings:
            liked_sets.put_first(notebook, person=person, set_id=which, by=by)
            return people.person(notebook, person=person).body.ui

        ctx.desk.do(keep, owner=self, then=self.changed.emit)
