"""Printing for somebody else, and who may have a plan file (rule R7)."""

import contextlib
import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.bootstrap import House
from app.model.sharing import CopyMade, SharedWith
from app.model.wording import SourceWording
from app.usecases import people, sharing, sharing_choices
from tests.helpers.commands import PIN, Run, refused
from tests.helpers.plans import file_of, plan_data


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann has a sister, Keisha, and Sam the notebook."""
    plan = plan_data()
    keisha = plan["supporters"][0] | {"id": "keisha", "name": "Keisha"}
    plan["supporters"].append({**keisha, "role": "family", "paid": False})
    (tmp_path / "ann.json").write_bytes(file_of(plan))
    assert run("new", "n.alongside", "--worker", "Sam")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    return run


@pytest.fixture
def shared(run: Run, tmp_path: Path) -> Run:
    """The same, in which Keisha may see one sentence, and Sam is Ann's support worker."""
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
        ann = people.everyone(notebook)[0].id
        worker = notebook.worker
        people.join(
            notebook, person=ann, worker=worker.id, worker_name="Sam", role="support_worker"
        )
        with notebook.unit_of_work() as work:
            from app.model.statement import Statement  # noqa: PLC0415

            tea = next(
                s.id for s in work.records.find(Statement, person=ann) if "tea" in s.body.original
            )
        found = sharing.sharing(notebook, person=ann)
        wish = sharing_choices.Wish(
            to=SharedWith(supporter=sharing.reader_named(found, "Keisha").supporter),
            choice="yes",
            parts=(f"sentence:{tea}",),
            purpose="family_life",
        )
        today = datetime.date.today()  # noqa: DTZ011
        sharing_choices.decide(
            notebook, person=ann, wish=wish, on=today, by=ann, words=SourceWording()
        )
    return run


def text_of(file: Path) -> str:
    return " ".join("".join(page.extract_text() for page in PdfReader(file).pages).split())


def print_for(run: Run, *more: str) -> tuple[int, str, str]:
    return run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "a.pdf", "--for", *more)


def copies(folder: Path) -> list[CopyMade]:
    with contextlib.closing(
        House.here().open_notebook(folder / "n.alongside", secret=PIN)
    ) as notebook:
        ann = people.everyone(notebook)[0].id
        return [each.body for each in sharing.sharing(notebook, person=ann).copies]


def test_r7_print_for_somebody_without_a_choice_is_blocked_with_a_plain_reason(
    run: Run, tmp_path: Path
) -> None:
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
        ann = people.everyone(notebook)[0].id
        people.join(
            notebook,
            person=ann,
            worker=notebook.worker.id,
            worker_name="Sam",
            role="support_worker",
        )
    for name in ("Keisha", "The neighbour"):
        said = print_for(run, name)
        assert f"Ann has not chosen to share this plan with {name}" in refused(said)
    assert not (tmp_path / "a.pdf").exists()
    assert copies(tmp_path) == []


def test_r7_whoever_gives_a_copy_is_somebody_to_the_person(run: Run, tmp_path: Path) -> None:
    assert "Sam has not said yet who they are to Ann" in refused(print_for(run, "Jo Bell"))
    assert not (tmp_path / "a.pdf").exists()


def test_r7_print_for_a_reader_holds_exactly_what_they_may_see(shared: Run, tmp_path: Path) -> None:
    assert "was not offered their own copy" in refused(print_for(shared, "Keisha"))
    assert not (tmp_path / "a.pdf").exists()
    assert shared("print", "n.alongside", "Ann", "--as", "booklet", "--to", "own.pdf")[0] == 0
    assert print_for(shared, "keisha", "--purpose", "family_life") == (0, "", "")
    words = text_of(tmp_path / "a.pdf")
    assert "This copy is for Keisha." in words
    assert "I like tea in my blue mug." in words
    assert "Ann needs time" not in words
    assert "I want to go on the bus." not in words  # a draft (R4)
    (copy,) = copies(tmp_path)
    assert (copy.document, copy.purpose) == ("booklet", "family_life")
    assert copy.choice is not None


def test_r7_a_yes_to_one_reason_covers_no_other(shared: Run, tmp_path: Path) -> None:
    shared("print", "n.alongside", "Ann", "--as", "booklet", "--to", "own.pdf")
    said = print_for(shared, "Keisha", "--purpose", "learning")
    assert "said yes to Keisha for another reason" in refused(said)
    assert not (tmp_path / "a.pdf").exists()


def test_r7_private_words_are_printed_for_nobody_else(shared: Run, tmp_path: Path) -> None:
    said = print_for(shared, "Keisha", "--with-private")
    assert "What is private is for Ann alone" in refused(said)
    assert not (tmp_path / "a.pdf").exists()


def test_r7_a_plan_file_is_for_the_person_alone(run: Run, tmp_path: Path) -> None:
    said = run("export", "n.alongside", "Ann", "--to", "out.json", "--for", "Keisha")
    assert "It is for Ann alone, so no copy was made for Keisha." in refused(said)
    assert not (tmp_path / "out.json").exists()
    assert run("export", "n.alongside", "Ann", "--to", "out.json", "--for", "ann")[0] == 0


def test_r7_a_copy_that_cannot_be_written_down_is_not_made(shared: Run, tmp_path: Path) -> None:
    shared("print", "n.alongside", "Ann", "--as", "booklet", "--to", "own.pdf")
    said = shared(
        "print", "n.alongside", "Ann", "--as", "booklet", "--to", "no/a.pdf", "--for", "Keisha"
    )
    assert "folder" in refused(said)
    assert copies(tmp_path) == []
