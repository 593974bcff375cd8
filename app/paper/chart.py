"""A row of the chart of how somebody says things: what is seen, what it means, what to do."""

from app.model.plan import Line, Plan
from app.model.telling import meaning
from app.model.wording import N_
from app.paper.boxes import inner_width, item
from app.paper.desk import Desk
from app.paper.items import Item
from app.paper.marks import mark


def to_me(line: Line) -> bool:
    """Whether it says how others tell the person something."""
    chart = line.statement.body.chart
    return chart is not None and chart.direction == "to_person"


def row(
    desk: Desk, plan: Plan, line: Line, *, pictured: bool = True, by_name: bool = False
) -> Item:
    """A row: what can be seen, then what it may mean, when it is, and what to do.

    Of a sentence that is no row of the chart, the sentence.
    """
    body, t = line.statement.body, desk.words.t
    chart = body.chart
    if chart is None or not (chart.does or chart.happening):
        return item(desk, plan, line, pictured=pictured, by_name=by_name)
    picture = desk.said(body.symbols) if pictured else None
    width = inner_width(desk, pictured=picture is not None)
    first, then = (chart.does, chart.happening) if not to_me(line) else (
        chart.happening, chart.does,
    )  # fmt: skip
    when = N_("How to tell me") if to_me(line) else N_("What happens")
    told = [meaning(body, desk.words)]
    if chart.means and not body.meaning:
        told = [t(N_("This means: {meaning}"), meaning=chart.means)]
    told += [
        t(N_("{label}: {value}"), label=t(label), value=value)
        for label, value in ((when, then), (N_("Please do"), chart.please_do))
        if value
    ]
    return Item(
        parts=(
            desk.heading(first or then, desk.size, width=width),
            *(desk.body(text, lang=body.original_lang, width=width) for text in told if text),
        ),
        picture=picture,
        mark=mark(desk, plan, line, by_name=by_name, room=width, slim=True),
    )
