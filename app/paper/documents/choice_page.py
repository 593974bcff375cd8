"""Questions to be ticked at home, one a page: large squares, pictures and words."""

import dataclasses
from collections.abc import Iterator

from app.model import home_questions
from app.model.guide import Moment
from app.model.ids import PictureRef
from app.model.refusals import AT_HOME, REFUSAL_PICTURES, REFUSAL_WORDS
from app.model.wording import N_
from app.paper.blocks import HEAD_INSET, Part, SectionHead, SentenceBlock
from app.paper.choice_grid import Choice, ChoiceGrid, column, in_rows
from app.paper.desk import START_MARGIN, WIDTH, Desk
from app.paper.ends import credit_lines
from app.paper.flow import Block, paginate
from app.paper.home_pages import HomePages
from app.paper.job import Job
from app.paper.press import Printed
from app.paper.sheet import MM

_SHAPES = ((2, 32 * MM), (2, 24 * MM), (2, 16 * MM), (3, 20 * MM), (3, 13 * MM))
"""Columns, and how large the pictures are: the first with which a question fits on its page."""
_SMALLER = (1.0, 0.85, 0.7, 0.5)
_GAP = 10.0
_ONE = N_("Tick one square. Then bring the page, a scan or a photo back.")
_SEVERAL = N_("Tick up to {n} squares. Then bring the page, a scan or a photo back.")


def make(job: Job) -> Printed:
    """Set the questions, with where everything stands on their pages."""
    asked, contents = job.contents.asked, job.contents
    title = job.words.t(asked.guide.title)
    press = job.press(title)
    person = contents.plan.person.id
    pages = HomePages(person, contents.sheet or person, press.form())
    desk = press.desk
    for moment in asked.moments:  # pictures are drawn, and credited, before the foot is set
        desk.picture((moment.picture,))
        for option in moment.options:
            desk.picture((option.picture,))
    footer = job.footer(press, pages.footer(job.words), *credit_lines(desk))
    room = press.room(footer)
    setting = _Setting(desk, pages, room)
    blocks = [block for moment in asked.moments for block in setting.question(moment)]
    printed = press.bind(paginate(blocks, room), footer, pages.mark)
    return dataclasses.replace(printed, laid_sheet=pages.laid())


@dataclasses.dataclass(frozen=True, slots=True)
class _Setting:
    """Sets one question after the other."""

    desk: Desk
    pages: HomePages
    room: float

    def question(self, moment: Moment) -> tuple[Block, ...]:
        """A question on a page of its own, as large as the person likes it and the page allows."""
        tried = (
            self._set(moment, columns, side, smaller)
            for smaller in _SMALLER
            for columns, side in _SHAPES
        )
        blocks = next(tried)
        for each in tried:
            if sum(block.height + block.gap for block in blocks) <= self.room:
                break
            blocks = each
        return blocks

    def _set(self, moment: Moment, columns: int, side: float, smaller: float) -> tuple[Block, ...]:
        desk = dataclasses.replace(self.desk, size=max(self.desk.least, self.desk.size * smaller))
        return (*self._beginning(desk, moment), self._grid(desk, moment, columns, side))

    def _beginning(self, desk: Desk, moment: Moment) -> Iterator[Block]:
        t = desk.words.t
        picture = desk.picture((moment.picture,))
        asked = t(moment.prompt)
        yield SectionHead(
            theme=desk.theme,
            title=desk.heading(
                asked, desk.heading_size, width=WIDTH - HEAD_INSET if picture else WIDTH
            ),
            name=asked,
            picture=picture,
            new_page=True,
            gap=0.0,
        )
        most = home_questions.most_answers(moment)
        told = t(_ONE) if most == 1 else t(_SEVERAL, n=most)
        text = desk.label(told, width=WIDTH, bold=False)
        yield SentenceBlock(
            theme=desk.theme, start=START_MARGIN, parts=(Part(text=text),), gap=_GAP,
            keeps_next=True,
        )  # fmt: skip

    def _grid(self, desk: Desk, moment: Moment, columns: int, side: float) -> ChoiceGrid:
        words = desk.words
        own = home_questions.own_words(moment)
        wide = column(columns)

        def choice(text: str, picture: PictureRef, *, writes: bool = False) -> Choice:
            return Choice(
                words=desk.heading(words.t(text), desk.size, width=WIDTH if writes else wide),
                picture=desk.picture((picture,)),
                writes=(lambda area: self.pages.write(area, words.t(text))) if writes else None,
            )

        options = tuple(
            choice(each.words, each.picture, writes=each == own) for each in moment.options
        )
        refusals = tuple(choice(REFUSAL_WORDS[each], REFUSAL_PICTURES[each]) for each in AT_HOME)
        asked = words.t(moment.prompt)
        labels = [
            f"{asked} {words.t(each)}"
            for each in (*(o.words for o in moment.options), *(REFUSAL_WORDS[x] for x in AT_HOME))
        ]
        return ChoiceGrid(
            theme=desk.theme,
            card=moment.id,
            rows=(*in_rows(options, columns), *in_rows(refusals, columns)),
            columns=columns,
            side=side,
            note=self.pages.note(labels),
        )
