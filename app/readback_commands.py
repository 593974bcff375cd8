"""Reading back what was written on paper, from the command line."""
# ruff: noqa: PLC0415 - a command loads only what it needs

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import House
from app.terminal import add_command, open_notebook, say

if TYPE_CHECKING:
    from app.readback.protocol import Opened, Page
    from app.usecases.boards_at_home import BoardBack
    from app.usecases.choices_at_home import QuestionBack
    from app.usecases.comments import CameBack
    from app.usecases.ports import Notebook


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put it on the command line."""
    made = add_command(
        commands,
        "read-back",
        read_back,
        "find the codes and boxes of what was printed in scans, photos and PDFs, as JSON",
    )
    made.add_argument("file", metavar="FILE", type=Path, nargs="+", help="PDF, PNG or JPEG")
    made.add_argument(
        "--pictures",
        metavar="DIR",
        type=Path,
        help="also write the picture of each box",
    )


def read_back(house: House, options: argparse.Namespace) -> int:
    """Tell what stands in each file, and keep nothing of it."""
    from app.readback.unread import unread
    from app.usecases import boards_at_home, choices_at_home, comments, sheets_at_home

    with open_notebook(house, options, to_read=True) as notebook:
        sheets = (*comments.sheets(notebook), *sheets_at_home.sheets(notebook))
        told = []
        for file in options.file:
            opened = house.read_back(file, sheets)
            found = comments.of_file(notebook, opened=opened)
            boards = boards_at_home.of_file(notebook, opened=opened)
            asked = choices_at_home.of_file(notebook, opened=opened, guides=house.guides)
            if options.pictures is not None:
                _write(house, options.pictures, _pictures(found, boards, asked))
            left = unread(opened, sheets)
            told.append(
                _as_data(file, opened, found, _kept(notebook, found))
                | {"boards": [_board(x) for x in boards]}
                | {"questions": [_question(x) for x in asked]}
                | {
                    "pages_not_read": left.pages,
                    "pages_partly_read": left.partly,
                    "several_pages_in_one": left.several,
                    "not_from_here": left.strange,
                }
            )
    say(json.dumps(told, indent=2, ensure_ascii=False))
    return 0


def _pictures(
    found: "tuple[CameBack, ...]",
    boards: "tuple[BoardBack, ...]",
    asked: "tuple[QuestionBack, ...]",
) -> dict[str, bytes]:
    """The picture of each box, by the name of its file."""
    return {
        **{each.code: each.picture for each in found},
        **{f"{x.sheet}-{card.card.id}": card.picture for x in boards for card in x.cards},
        **{f"{each.sheet}-{each.question.moment}": each.picture for each in asked},
    }


def _write(house: House, folder: Path, pictures: dict[str, bytes]) -> None:
    from app.usecases import printing

    house.make_folder(folder)
    for name, picture in pictures.items():
        if picture:
            printing.write_file(folder / f"{name}.png", picture)


def _kept(notebook: "Notebook", found: "tuple[CameBack, ...]") -> list[tuple[str, ...]]:
    """The comments that were kept of each box before."""
    from app.usecases import comments

    before = (comments.kept_before(notebook, about=each) for each in found)
    return [tuple(each.id for each in records) for records in before]


def _as_data(
    file: Path, opened: "Opened", found: "tuple[CameBack, ...]", kept: list[tuple[str, ...]]
) -> dict[str, object]:
    """What was found, by code: no words of a plan, which a terminal would keep."""
    return {
        "file": file.name,
        "pages": [_page(each) for each in opened.pages],
        "sentences": [
            {
                "code": each.code,
                "statement": each.statement,
                "version": each.version,
                "old": each.old,
                "gone": each.gone,
                "pack": each.pack,
                "ink": each.ink,
                "looks_ticked": each.marks,
                "ticked": each.ticked,
                "typed": each.typed,
                "kept": before,
            }
            for each, before in zip(found, kept, strict=True)
        ],
    }


def _board(board: "BoardBack") -> dict[str, object]:
    """How much of each square is written over; where a card lies is for a person to say."""
    return {
        "sheet": board.sheet,
        "board": board.board.id,
        "cards": [
            {"card": each.card.id, "ink": each.inks, "ticked": each.ticked} for each in board.cards
        ],
    }


def _question(back: "QuestionBack") -> dict[str, object]:
    """The same of a question; what is ticked is for a person to say."""
    return {
        "sheet": back.sheet,
        "question": back.question.moment,
        "old": back.old,
        "gone": back.now is None,
        "ink": back.inks,
        "ticked": back.ticked,
        "typed": back.words,
    }


def _page(page: "Page") -> dict[str, object]:
    return {
        "page": page.page,
        "codes": page.codes,
        "missed": page.missed,
        "off_points": page.off,
        "boxes": len(page.boxes),
        "cards": len(page.cards),
    }
