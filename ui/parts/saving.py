"""Saving what belongs to the person as files, from wherever it is asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.sharing_rules import Asked
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing


def save_booklet(
    ctx: Context,
    *,
    owner: QWidget,
    person: Record[Person],
    with_private: bool = False,
    lang: str = "",
    then: Callable[[Path], None],
) -> None:
    """Ask where, make the person's own booklet and save it there; ``then`` is told where it lies.

    Args:
        ctx: what every part is handed.
        owner: the widget that asks.
        person: whose booklet.
        with_private: sentences that are only for the person are printed too.
        lang: BCP 47 tag of the language in which the program's words are printed; the window's if
            left out.
        then: called with the file when it is there; not called when no place was chosen.

    """
    notebook, house, today = ctx.open_notebook, ctx.house, ctx.today
    words = house.wording(lang) if lang else ctx.words

    def save(place: Path) -> None:
        house.booklet(
            notebook,
            person=person.id,
            copy_for=person.body.preferred_name,
            made_on=today,
            words=words,
            with_private=with_private,
            to=place,
        )

    titles = ctx.t(N_("Save my booklet")), ctx.t(N_("My plan"))
    _save(ctx, owner, *titles, end=".pdf", save=save, then=then)


def save_board(
    ctx: Context,
    *,
    owner: QWidget,
    board: RecordId,
    topic: str,
    then: Callable[[Path], None],
) -> None:
    """Ask where, and save a finished sorting board as a page to print for its person."""
    notebook, house, words, today = ctx.open_notebook, ctx.house, ctx.words, ctx.today

    def save(place: Path) -> None:
        house.board_page(notebook, board=board, made_on=today, words=words, to=place)

    _save(ctx, owner, ctx.t(N_("Save this page")), topic, end=".pdf", save=save, then=then)


def share_booklet(
    ctx: Context,
    *,
    owner: QWidget,
    person: RecordId,
    asked: Asked,
    own_declined: bool,
    then: Callable[[Path], None],
    failed: Callable[[AlongsideError], None],
) -> None:
    """Ask where, and save there a booklet with what somebody else may see (rule R7).

    Args:
        ctx: what every part is handed.
        owner: the widget that asks.
        person: whose plan.
        asked: for whom and for what.
        own_declined: the person was offered their own copy just now, and did not want one.
        then: called with the file when it is there.
        failed: told why nothing was made.

    """
    notebook, house, words, by = ctx.open_notebook, ctx.house, ctx.words, ctx.writer

    def work(place: Path) -> Path:
        house.share_booklet(
            notebook,
            person=person,
            asked=asked,
            by=by,
            to=place,
            words=words,
            own_declined=own_declined,
        )
        return place

    choosing.save_place(
        ctx,
        owner,
        ctx.t(N_("Save the copy")),
        name=ctx.t(N_("A copy")),
        end=".pdf",
        then=lambda place: ctx.desk.do(lambda: work(place), owner=owner, then=then, failed=failed),
    )


def save_about_me(
    ctx: Context, *, owner: QWidget, person: RecordId, then: Callable[[Path], None]
) -> None:
    """Ask where, and save everything that is written about the person, to be read."""
    notebook, house, words, today = ctx.open_notebook, ctx.house, ctx.words, ctx.today

    def save(place: Path) -> None:
        house.about_me(notebook, person=person, made_on=today, words=words, to=place)

    title = ctx.t(N_("Everything about me"))
    _save(ctx, owner, title, title, end=".pdf", save=save, then=then)


def save_plan_file(
    ctx: Context, *, owner: QWidget, person: RecordId, then: Callable[[Path], None]
) -> None:
    """Ask where, and save the person's plan with its photos, for another Alongside."""
    notebook, at = ctx.open_notebook, ctx.now().replace(microsecond=0)

    def save(place: Path) -> None:
        from app.usecases import planfile, printing  # noqa: PLC0415 - loads on use

        printing.write_file(place, planfile.export_plan(notebook, person=person, at=at))
        planfile.note_export(notebook, person=person)

    title = ctx.t(N_("My plan"))
    _save(ctx, owner, title, title, end=".json", save=save, then=then)


def save_everything(
    ctx: Context, *, owner: QWidget, person: RecordId, then: Callable[[tuple[Path, ...]], None]
) -> None:
    """Ask for a folder, and save both there: what is to be read, and the plan file."""
    notebook, house, words = ctx.open_notebook, ctx.house, ctx.words
    at = ctx.now().astimezone().replace(microsecond=0)

    def save(folder: Path) -> None:
        ctx.desk.do(
            lambda: house.save_everything(
                notebook, person=person, folder=folder, at=at, words=words
            ),
            owner=owner,
            then=then,
        )

    choosing.choose_folder(ctx, owner, ctx.t(N_("Where to save everything")), then=save)


def _save(
    ctx: Context,
    owner: QWidget,
    title: str,
    name: str,
    *,
    end: str,
    save: Callable[[Path], None],
    then: Callable[[Path], None],
) -> None:
    """Ask where, save it there, and tell where it lies."""

    def work(place: Path) -> Path:
        save(place)
        return place

    choosing.save_place(
        ctx,
        owner,
        title,
        name=name,
        end=end,
        then=lambda place: ctx.desk.do(lambda: work(place), owner=owner, then=then),
    )
