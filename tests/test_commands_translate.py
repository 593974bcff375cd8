"""The command ``translate``: tables out, tables in, whole or not at all."""

import contextlib
import csv
import datetime
import json
from pathlib import Path

import pytest

from app.bootstrap import House
from app.model.sharing import SharedWith
from app.model.translation import Translation
from app.model.wording import SourceWording
from app.usecases import events, people, sharing, sharing_choices, statements
from tests.helpers.commands import PIN, Run, refused
from tests.helpers.plans import file_of, plan_data

TEA = "مجھے چائے پسند ہے۔"


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann is supported by Sam, whose notebook it is."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    assert run("new", "n", "--worker", "Sam")[0] == 0
    assert run("import", "n", "ann.json")[0] == 0
    with contextlib.closing(House.here().open_notebook(tmp_path / "n", secret=PIN)) as notebook:
        ann = people.everyone(notebook)[0].id
        people.join(
            notebook, person=ann, worker=notebook.worker.id, worker_name="Sam",
            role="support_worker",
        )  # fmt: skip
    return run


def made(folder: Path) -> list[Translation]:
    opened = contextlib.closing(House.here().open_notebook(folder / "n", secret=PIN))
    with opened as notebook, notebook.unit_of_work() as work:
        return [each.body for each in work.records.find(Translation)]


def table(folder: Path, *rows: str, name: str = "t.csv") -> str:
    (folder / name).write_text("\n".join(rows) + "\n", "utf-8")
    return name


def take_in(run: Run, name: str):
    return run("translate", "n", "Ann", "--lang", "ur", "--from", name)


HEAD = "original,translation,who,method,back_translation"
ROW = f"I like tea in my blue mug.,{TEA},Sana Malik,professional,Tea is what I like."


@pytest.mark.parametrize("name", ["t.csv", "t.tsv", "t.json"])
def test_a_table_goes_out_is_filled_and_comes_back_as_drafts(
    run: Run, tmp_path: Path, name: str
) -> None:
    assert run("translate", "n", "Ann", "--lang", "ur", "--to", name)[0] == 0
    file = tmp_path / name
    if name.endswith("json"):
        rows = json.loads(file.read_text("utf-8"))
        rows[0] |= {"translation": TEA, "who": "Sana Malik", "method": "professional"}
        file.write_text(json.dumps(rows), "utf-8")
    else:
        mark = "\t" if name.endswith("tsv") else ","
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter=mark))
        rows[0] |= {"translation": TEA, "who": "Sana Malik", "method": "professional"}
        with file.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, list(rows[0]), delimiter=mark)
            writer.writeheader()
            writer.writerows(rows)
    code, out, err = take_in(run, name)
    assert (code, err) == (0, "")
    assert "1 translation was taken in." in out
    (body,) = made(tmp_path)
    assert (body.text, body.made_by_name, body.status, body.answer) == (
        TEA, "Sana Malik", "draft", "",
    )  # fmt: skip


def test_the_same_table_twice_adds_nothing(run: Run, tmp_path: Path) -> None:
    name = table(tmp_path, HEAD, ROW)
    assert take_in(run, name)[0] == 0
    code, out, _ = take_in(run, name)
    assert code == 0
    assert "1 stood there already." in out
    assert [each.back_translation for each in made(tmp_path)] == ["Tea is what I like."]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f"I like rum.,{TEA},Sana,professional,", "No sentence of this plan says “I like rum.”"),
        (f"I like tea in my blue mug.,{TEA},,professional,", "Please write a name."),
        (f"I like tea in my blue mug.,{TEA},Sana,magic,", "“magic” is not a method"),
        (f"I like tea in my blue mug.,{TEA},Zara,child,", "A child should not carry this"),
        (f"I like tea in my blue mug.,{'x' * 2001},Sana,professional,", "too long"),
    ],
)
def test_a_wrong_row_is_named_by_its_line_and_nothing_is_half_taken_in(
    run: Run, tmp_path: Path, row: str, said: str
) -> None:
    code, out, err = take_in(run, table(tmp_path, HEAD, ROW, row))
    assert (code, out) == (1, "")
    assert "t.csv:3: " in err
    assert said in err
    assert made(tmp_path) == []


def test_every_wrong_row_is_named_also_after_one_of_several_lines(run: Run, tmp_path: Path) -> None:
    longer = 'I like tea in my blue mug.,"first\nsecond",Sana,magic,'
    err = take_in(run, table(tmp_path, HEAD, longer, "I like rum.,x,Sana,professional,"))[2]
    assert [line.split(": ")[0] for line in err.splitlines()] == ["t.csv:2", "t.csv:4"]


def test_r12_a_machine_s_row_is_refused_where_much_rests_on_it(run: Run, tmp_path: Path) -> None:
    machine = f"I like tea in my blue mug.,{TEA},,machine_offline,"
    assert take_in(run, table(tmp_path, HEAD, machine))[0] == 0
    (body,) = made(tmp_path)
    assert (body.method, body.made_by_name, body.status) == ("machine_offline", "", "draft")
    with contextlib.closing(House.here().open_notebook(tmp_path / "n", secret=PIN)) as notebook:
        ann = people.everyone(notebook)[0].id
        (sam, *_) = people.supporters(notebook, person=ann)
        said = statements.Said(
            person=ann, words="I take two pills.", lang="en-GB", section="health", kind="fact",
            voice="own_spoken", by=sam.id,
        )  # fmt: skip
        statements.say(notebook, said)
    pills = f"I take two pills.,{TEA},,machine_offline,"
    code, _, err = take_in(run, table(tmp_path, HEAD, pills))
    assert code == 1
    assert "t.csv:2: A computer may not translate this" in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing in this table"),
        ("a,b\n1,2\n", "There is a column “a”"),
        ("translation\nx\n", "needs a column"),
        ("original,translation\nI like tea in my blue mug.,x,y\n", "Line 2 has more columns"),
        ('original,translation\n"I like', "cannot be read"),
    ],
)
def test_what_is_no_such_table_is_refused_in_one_line(
    run: Run, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "t.csv").write_text(text, "utf-8")
    assert said in refused(take_in(run, "t.csv"))


def test_other_files_are_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"original,translation\n\xff\xfe,x\n")
    assert "not in UTF-8" in refused(take_in(run, "t.csv"))
    (tmp_path / "t.json").write_text("[[[[", "utf-8")
    assert "no list of entries" in refused(take_in(run, "t.json"))
    assert "ends in .csv, .tsv or .json" in refused(take_in(run, "t.txt"))
    assert "cannot be read" in refused(take_in(run, "nothing.csv"))


def test_r7_a_table_for_somebody_else_needs_a_yes(run: Run, tmp_path: Path) -> None:
    said = run("translate", "n", "Ann", "--lang", "ur", "--to", "t.csv", "--for", "Agency")
    assert "Ann has not chosen to share this plan with Agency" in refused(said)
    assert not (tmp_path / "t.csv").exists()


def test_r7_a_table_for_somebody_else_holds_what_they_may_see_as_a_file(
    run: Run, tmp_path: Path
) -> None:
    with contextlib.closing(House.here().open_notebook(tmp_path / "n", secret=PIN)) as notebook:
        ann = people.everyone(notebook)[0].id
        people.add_supporter(notebook, person=ann, name="Sana", role="interpreter", by=ann)
        found = sharing.sharing(notebook, person=ann)
        wish = sharing_choices.Wish(
            to=SharedWith(supporter=sharing.reader_named(found, "Sana").supporter),
            choice="yes", parts=("sentence:tea",), purpose="support", how=("file",),
        )  # fmt: skip
        today = datetime.date.today()  # noqa: DTZ011
        sharing_choices.decide(
            notebook, person=ann, wish=wish, on=today, by=ann, words=SourceWording()
        )
        events.note(notebook, what="printed", person=ann, document="booklet", for_whom="person")
    said = run("translate", "n", "Ann", "--lang", "ur", "--to", "t.json", "--for", "Sana")
    assert said == (0, "", "")
    rows = json.loads((tmp_path / "t.json").read_text("utf-8"))
    assert [(each["code"], each["original"]) for each in rows] == [
        ("tea", "I like tea in my blue mug.")
    ]
    with contextlib.closing(House.here().open_notebook(tmp_path / "n", secret=PIN)) as notebook:
        (copy,) = sharing.sharing(notebook, person=ann).copies
    assert (copy.body.how, copy.body.document) == ("file", "plan_file")


def test_words_that_a_spreadsheet_would_work_out_are_marked_as_words(
    run: Run, tmp_path: Path
) -> None:
    assert (
        take_in(run, table(tmp_path, HEAD, "I like tea in my blue mug.,=1+1,Sana,professional,"))[0]
        == 0
    )
    assert run("translate", "n", "Ann", "--lang", "ur", "--to", "out.csv")[0] == 0
    assert ",'=1+1," in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert "1 stood there already." in take_in(run, "out.csv")[1]
