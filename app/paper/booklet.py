"""The easy-read booklet of a plan, A4, in the person's own words (domain section E.3)."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from app.model.look import Look
from app.model.pictures import PictureSource
from app.model.plan import Plan
from app.model.wording import N_, Wording
from app.paper.ends import HardWord, cover, last_page, nothing_kept
from app.paper.flow import Block, paginate
from app.paper.press import Press, Printed
from app.paper.story import tell
from app.paper.text.fonts import FontBook


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BookletChoices:
    """What is decided before a booklet is printed.

    Attributes:
        copy_for: the name of who will read it.
        made_on: the day that is printed on it.
        with_private: also what the person keeps to themselves; only in their own copy.
        hard_words: those that stand in it, to be explained on the last page.
        called: what kind of reading it is, such as "Easier words" (easy-read rule L24); or nothing.

    """

    copy_for: str
    made_on: datetime.date
    with_private: bool = False
    called: str = ""
    hard_words: Sequence[HardWord] = ()


def booklet(
    plan: Plan,
    *,
    choices: BookletChoices,
    words: Wording,
    look: Look,
    fonts: FontBook,
    pictures: PictureSource,
) -> Printed:
    """Print what the person kept; drafts are never in it (rule R4).

    The same plan, choices and language give the same bytes.

    Raises:
        BadDataError: a font file is missing or damaged.

    """
    kept = plan.only_kept(with_private=choices.with_private)
    person = kept.person.body
    press = Press(
        person,
        title=words.t(N_("The plan of {name}"), name=person.preferred_name),
        made_on=choices.made_on,
        words=words,
        look=look,
        fonts=fonts,
        pictures=pictures,
    )
    desk = press.desk
    footer = press.footer(
        words.t(
            N_("{name} · this copy is for {reader}"),
            name=person.preferred_name,
            reader=choices.copy_for,
        ),
        words.t(N_("Made on {day}"), day=words.date(choices.made_on)),
    )
    room = press.room(footer)
    front = cover(
        desk,
        kept,
        copy_for=choices.copy_for,
        made_on=choices.made_on,
        called=choices.called,
        room=room,
    )
    inside: Iterable[Block] = tell(desk, kept) if kept.sections else nothing_kept(desk)
    pages = [
        *paginate([front], room),
        *paginate([*inside, *last_page(desk, kept, choices.hard_words)], room),
    ]
    return press.bind(pages, footer)
