"""Saving what belongs to the person as files, from wherever it is asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.home_questions import HomeQuestions
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing

if TYPE_CHECKING:
    from app.printroom import SetDocument

SAVED = N_("It is saved. It is called {file}, in {folder}.")
"""What is said of each file, with its name and the folder in which it lies."""
NOT_LOCKED = N_("It is not locked. Keep it as you keep a letter.")
"""What is said of each file that can be read without the notebook and its PIN."""


def save_booklet(
    ctx: Context,
    *,
    owner: QWidget,
    person: Record[Person],
    then: Callable[[Path], None],
) -> None:
    """Ask where, make the person's own booklet and save it there; ``then`` is told where it lies.

    Args:
        ctx: what every part is handed.
        owner: the widget that asks.
        person: whose booklet.
        then: called with the file when it is there; not called when no place was chosen.

    """
    notebook, house, words, today = ctx.open_notebook, ctx.house, ctx.words, ctx.today

    def save(place: Path) -> None:
        house.booklet(notebook, person=person.id, copy_for="", made_on=today, words=words, to=place)

    titles = ctx.t(N_("Save my booklet")), ctx.t(N_("My plan"))
    _save(ctx, owner, *titles, end=".pdf", save=save, then=then)


def save_board(
    ctx: Context,
    *,
    owner: QWidget,
    board: RecordId,
    topic: str,
    to_fill: bool,
    then: Callable[[Path], None],
) -> None:
    """Ask where, and save a sorting board as a page to print for its person.

    With ``to_fill`` its cards lie nowhere, and it is filled in at home.
    """
    notebook, house, words, today = ctx.open_notebook, ctx.house, ctx.words, ctx.today

    def save(place: Path) -> None:
        house.board_page(
            notebook, board=board, made_on=today, words=words, to=place, to_fill=to_fill
        )

    _save(ctx, owner, ctx.t(N_("Save this page")), topic, end=".pdf", save=save, then=then)


def save_questions(
    ctx: Context,
    *,
    owner: QWidget,
    person: RecordId,
    questions: HomeQuestions,
    then: Callable[[Path], None],
) -> None:
    """Ask where, and save questions as pages that the person ticks at home."""
    notebook, house, words, today = ctx.open_notebook, ctx.house, ctx.words, ctx.today

    def save(place: Path) -> None:
        house.choice_page(
            notebook, person=person, questions=questions, made_on=today, words=words, to=place
        )

    name = ctx.t(questions.guide.title)
    _save(ctx, owner, ctx.t(N_("Save this page")), name, end=".pdf", save=save, then=then)


def tell_where(ctx: Context, tell: Callable[[str], None]) -> Callable[[Path], None]:
    """What says in a sentence where a file was saved."""

    def saved(file: Path) -> None:
        where = ctx.t(SAVED, file=file.name, folder=file.parent)
        tell(f"{where} {ctx.t(NOT_LOCKED)}")

    return saved


def save_document(
    ctx: Context,
    *,
    owner: QWidget,
    made: "SetDocument",
    title: str,
    name: str,
    then: Callable[[Path], None],
) -> None:
    """Ask where, and save there what was looked at: these very bytes.

    Args:
        ctx: what every part is handed.
        owner: the widget that asks.
        made: what was looked at.
        title: what is asked for, in the person's language.
        name: what the file is called, with day and time after it.
        then: called with the file when it is there; not called when no place was chosen.

    """
    notebook, house, today = ctx.open_notebook, ctx.house, ctx.today

    def save(place: Path) -> Change:
        from app.usecases import printing  # noqa: PLC0415 - loads on use

        return house.give_document(
            notebook,
            made,
            put=lambda: printing.write_file(place, made.printed.file),
            today=today,
        )

    _save(ctx, owner, title, name, end=made.order.kind.ending, save=save, then=then)


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
    save: Callable[[Path], object],
    then: Callable[[Path], None],
) -> None:
    """Ask where, save it there, and tell where it lies; what that changed is told to the window."""
    choosing.save_place(
        ctx,
        owner,
        title,
        name=name,
        end=end,
        then=lambda place: ctx.desk.do(
            lambda: save(place), owner=owner, then=lambda _: then(place)
        ),
    )
