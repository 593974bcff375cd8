"""The command ``translate``: tables out, tables in, whole or not at all."""

import contextlib
import csv
import datetime
import json
from pathlib import Path

import pytest

from app.bootstrap import House
from app.model.ids import RecordId
from app.model.sharing import SharedWith
from app.model.translation import Translation
from app.model.wording import SourceWording
from app.usecases import events, people, sharing, sharing_choices, statements, translations
from tests.helpers.commands import PIN, Run, refused
from tests.helpers.plans import file_of, plan_data

TEA = "مجھے چائے پسند ہے۔"


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann is supported by Sam, whose notebook it is."""
    plan = plan_data()
    plan["people"][0]["languages"].append({"code": "ur"})
    (tmp_path / "ann.json").write_bytes(file_of(plan))
    assert run("new", "n.alongside", "--worker", "Sam")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
        ann = people.everyone(notebook)[0].id
        people.join(
            notebook, person=ann, worker=notebook.worker.id, worker_name="Sam",
            role="support_worker",
        )  # fmt: skip
    return run


def made(folder: Path) -> list[Translation]:
    opened = contextlib.closing(House.here().open_notebook(folder / "n.alongside", secret=PIN))
    with opened as notebook, notebook.unit_of_work() as work:
        return [each.body for each in work.records.find(Translation)]


def table(folder: Path, *rows: str, name: str = "t.csv") -> str:
    (folder / name).write_text("\n".join(rows) + "\n", "utf-8")
    return name


def take_in(run: Run, name: str):
    return run("translate", "n.alongside", "Ann", "--lang", "ur", "--from", name)


HEAD = "original,translation,who,method,back_translation"
ROW = f"I like tea in my blue mug.,{TEA},Sana Malik,professional,Tea is what I like."


@pytest.mark.parametrize("name", ["t.csv", "t.tsv", "t.json"])
def test_a_table_goes_out_is_filled_and_comes_back_as_drafts(
    run: Run, tmp_path: Path, name: str
) -> None:
    assert run("translate", "n.alongside", "Ann", "--lang", "ur", "--to", name)[0] == 0
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


def test_a_child_is_refused_and_so_not_named_among_the_methods(run: Run, tmp_path: Path) -> None:
    row = f"I like tea in my blue mug.,{TEA},Sana,magic,"
    err = take_in(run, table(tmp_path, HEAD, row))[2]
    assert err.rstrip().endswith(
        "professional, bilingual_staff, family, machine_offline, phrasebook, somebody_else."
    )


def test_the_help_names_the_methods(run: Run) -> None:
    told = " ".join(run("translate", "--help")[1].split())
    assert told.count("professional, bilingual_staff, family, machine_offline,") == 2
    assert "child" not in told


def test_words_that_stand_there_by_another_method_are_named_by_their_line(
    run: Run, tmp_path: Path
) -> None:
    assert take_in(run, table(tmp_path, HEAD, ROW))[0] == 0
    machine = f"I like tea in my blue mug.,{TEA},,machine_offline,"
    code, out, err = take_in(run, table(tmp_path, HEAD, machine))
    assert code == 0
    assert "0 translations were taken in." in out
    assert "1 stood there already." in out
    assert err == (
        "t.csv:2: These words stand there already with the method “professional”. "
        "Nothing was changed there.\n"
    )
    assert [each.method for each in made(tmp_path)] == ["professional"]


def test_who_counts_as_something_else_than_they_wrote_is_not_told_so_each_time(
    run: Run, tmp_path: Path
) -> None:
    name = table(tmp_path, HEAD, f"I like tea in my blue mug.,{TEA},Sam,professional,")
    assert take_in(run, name)[0] == 0
    assert [each.method for each in made(tmp_path)] == ["bilingual_staff"]
    assert take_in(run, name)[2] == ""


@pytest.mark.parametrize("way", ["--from", "--to"])
def test_a_language_in_which_the_plan_is_not_kept_is_added_first(
    run: Run, tmp_path: Path, way: str
) -> None:
    name = table(tmp_path, HEAD, ROW)
    said = refused(run("translate", "n.alongside", "Ann", "--lang", "pl", way, name))
    assert "This plan is not kept in Polish yet." in said
    assert "“The languages of my plan”" in said
    assert made(tmp_path) == []
    assert (tmp_path / name).read_text("utf-8") == f"{HEAD}\n{ROW}\n"


def test_every_wrong_row_is_named_also_after_one_of_several_lines(run: Run, tmp_path: Path) -> None:
    longer = 'I like tea in my blue mug.,"first\nsecond",Sana,magic,'
    err = take_in(run, table(tmp_path, HEAD, longer, "I like rum.,x,Sana,professional,"))[2]
    assert [line.split(": ")[0] for line in err.splitlines()] == ["t.csv:2", "t.csv:4"]


def test_r12_a_machine_s_row_is_refused_where_much_rests_on_it(run: Run, tmp_path: Path) -> None:
    machine = f"I like tea in my blue mug.,{TEA},,machine_offline,"
    assert take_in(run, table(tmp_path, HEAD, machine))[0] == 0
    (body,) = made(tmp_path)
    assert (body.method, body.made_by_name, body.status) == ("machine_offline", "", "draft")
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
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
    assert "t.csv:2: This is about health or medicine. A machine does not translate it" in err


def change_words(folder: Path, words: str) -> None:
    with contextlib.closing(
        House.here().open_notebook(folder / "n.alongside", secret=PIN)
    ) as notebook:
        (sam, *_) = people.supporters(notebook, person=people.everyone(notebook)[0].id)
        statements.change_words(notebook, statement=RecordId("tea"), words=words, by=sam.id)


@pytest.mark.parametrize("kept", ["version", "original"])
def test_a_table_that_was_made_of_other_words_is_refused(
    run: Run, tmp_path: Path, kept: str
) -> None:
    assert run("translate", "n.alongside", "Ann", "--lang", "ur", "--to", "t.json")[0] == 0
    rows = json.loads((tmp_path / "t.json").read_text("utf-8"))
    (row,) = (each for each in rows if each["code"] == "tea")
    row |= {"translation": TEA, "who": "Sana Malik", "method": "professional"}
    del row["original" if kept == "version" else "version"]
    (tmp_path / "t.json").write_text(json.dumps([row]), "utf-8")
    change_words(tmp_path, "I do not like tea any more.")
    code, _, err = take_in(run, "t.json")
    assert code == 1
    assert "t.json:1: This sentence says something else by now." in err
    assert made(tmp_path) == []
    change_words(tmp_path, "I like tea in my blue mug.")
    assert take_in(run, "t.json")[0] == 0


@pytest.mark.parametrize(
    ("version", "said"),
    [("", "Please keep the column “version”"), ("x", "something else"), ("99", "something else")],
)
def test_a_code_alone_does_not_say_of_which_words_a_translation_is(
    run: Run, tmp_path: Path, version: str, said: str
) -> None:
    head = "code,version,translation,who,method"
    name = table(tmp_path, head, f"tea,{version},{TEA},Sana Malik,professional")
    code, _, err = take_in(run, name)
    assert code == 1
    assert said in err
    assert made(tmp_path) == []


def test_what_the_person_said_no_to_does_not_come_back_with_the_same_table(
    run: Run, tmp_path: Path
) -> None:
    name = table(tmp_path, HEAD, ROW)
    assert take_in(run, name)[0] == 0
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
        (sam, *_) = people.supporters(notebook, person=people.everyone(notebook)[0].id)
        with notebook.unit_of_work() as work:
            (record,) = work.records.find(Translation)
        today = datetime.date.today()  # noqa: DTZ011
        translations.answer(
            notebook, translation=record.id, answer="no", seen=TEA, on=today, by=sam.id
        )
    code, _, err = take_in(run, name)
    assert code == 1
    assert "t.csv:2: The person said no to this translation." in err
    assert [each.answer for each in made(tmp_path)] == ["no"]
    other = table(tmp_path, HEAD, ROW.replace(TEA, f"{TEA} بہت"))
    assert take_in(run, other)[0] == 0


def test_what_was_taken_away_does_not_come_back_with_the_same_table(
    run: Run, tmp_path: Path
) -> None:
    name = table(tmp_path, HEAD, ROW)
    assert take_in(run, name)[0] == 0
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
        (sam, *_) = people.supporters(notebook, person=people.everyone(notebook)[0].id)
        with notebook.unit_of_work() as work:
            (record,) = work.records.find(Translation)
        translations.reject(notebook, translation=record.id, by=sam.id)
    code, _, err = take_in(run, name)
    assert code == 1
    assert "t.csv:2: This translation was taken away." in err


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
    said = run(
        "translate", "n.alongside", "Ann", "--lang", "ur", "--to", "t.csv", "--for", "Agency"
    )
    assert "Ann has not chosen to share this plan with Agency" in refused(said)
    assert not (tmp_path / "t.csv").exists()


def test_r7_a_table_for_somebody_else_holds_what_they_may_see_as_a_file(
    run: Run, tmp_path: Path
) -> None:
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
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
    assert take_in(run, table(tmp_path, HEAD, ROW))[0] == 0
    said = run("translate", "n.alongside", "Ann", "--lang", "ur", "--to", "t.json", "--for", "Sana")
    assert said == (0, "", "")
    rows = json.loads((tmp_path / "t.json").read_text("utf-8"))
    assert [(each["code"], each["original"], each["translation"]) for each in rows] == [
        ("tea", "I like tea in my blue mug.", "")
    ], "nobody said yes to the translation yet (rule R4)"
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
        (copy,) = sharing.sharing(notebook, person=ann).copies
    assert (copy.body.how, copy.body.document) == ("file", "plan_file")


def test_words_that_a_spreadsheet_would_work_out_are_marked_as_words(
    run: Run, tmp_path: Path
) -> None:
    assert (
        take_in(run, table(tmp_path, HEAD, "I like tea in my blue mug.,=1+1,Sana,professional,"))[0]
        == 0
    )
    assert run("translate", "n.alongside", "Ann", "--lang", "ur", "--to", "out.csv")[0] == 0
    assert ",'=1+1," in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert "1 stood there already." in take_in(run, "out.csv")[1]
