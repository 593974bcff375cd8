"""The commands, called in process with a key derivation that does not make the tests wait."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pypdf
import pytest

from app import __version__
from app.__main__ import main
from tests.helpers.commands import Run, refused
from tests.helpers.plans import file_of, plan_data


@pytest.fixture
def notebook(run: Run, tmp_path: Path) -> str:
    """A notebook with one person in it, Ann."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    assert run("new", "n.alongside", "--worker", "Jo")[0] == 0
    assert run("import", "n.alongside", "ann.json") == (0, "ann\n", "")
    return "n.alongside"


def text_of(path: Path) -> str:
    return " ".join("\n".join(p.extract_text() for p in pypdf.PdfReader(path).pages).split())


def test_people_says_who_is_in_a_notebook(run: Run, notebook: str) -> None:
    assert run("people", notebook) == (0, "ann  Ann  (2 kept, 1 draft)\n", "")
    code, out, _ = run("people", notebook, "--json")
    assert code == 0
    assert json.loads(out) == [
        {"id": "ann", "name": "Ann", "languages": ["en-GB"], "kept": 2, "draft": 1}
    ]


def test_export_writes_what_import_read(run: Run, notebook: str, tmp_path: Path) -> None:
    assert run("export", notebook, "ANN", "--to", "out.json") == (0, "", "")
    out = json.loads((tmp_path / "out.json").read_text("utf-8"))
    given = plan_data()
    for plan in (out, given):
        plan.pop("made_at")
        for record in [r for part in plan.values() if isinstance(part, list) for r in part]:
            record["created_at"] = record["created_at"].replace("+00:00", "Z")
    assert out["pictures"] == given["pictures"]
    assert [r["id"] for r in out["statements"]] == [r["id"] for r in given["statements"]]
    assert out["statements"] == given["statements"]


def test_l24_the_cover_says_whether_it_is_easy_read(
    run: Run, notebook: str, tmp_path: Path
) -> None:
    to = tmp_path / "ann.pdf"
    ask = ("print", notebook, "Ann", "--as", "booklet", "--to", str(to))
    assert run(*ask)[0] == 0
    assert "This copy is in easier words." in text_of(to)
    assert run(*ask, "--checked-with", "Kim")[0] == 0
    assert "Easy read. Checked with Kim on " in text_of(to)


def test_l24_the_keyworker_is_not_printed_as_the_reader(
    run: Run, notebook: str, tmp_path: Path
) -> None:
    to = tmp_path / "ann.pdf"
    ask = ("print", notebook, "Ann", "--as", "booklet", "--to", str(to))
    code, _, err = run(*ask, "--checked-with", "Bell, Jo (reader)")
    assert code != 0
    assert "the keyworker, cannot say how it reads" in err
    assert not to.exists()


def test_print_writes_the_persons_booklet_in_place_of_an_old_one(
    run: Run, notebook: str, tmp_path: Path
) -> None:
    to = tmp_path / "ann.pdf"
    to.write_text("old")
    code, out, err = run("print", notebook, "Ann", "--as", "booklet", "--to", str(to))
    assert (code, out) == (0, ""), err
    words = text_of(to)
    assert "I like tea in my blue mug." in words
    assert "I want to go on the bus." not in words  # a draft (R4)


@pytest.mark.parametrize(
    ("kind", "to", "ending"),
    [
        ("plain-text", "ann.pdf", ".txt"),
        ("booklet", "ann.txt", ".pdf"),
        ("passport", "ann", ".pdf"),
    ],
)
def test_nothing_is_written_under_a_name_that_says_it_is_something_else(
    run: Run, notebook: str, tmp_path: Path, *, kind: str, to: str, ending: str
) -> None:
    before = sorted(tmp_path.iterdir())
    said = refused(run("print", notebook, "Ann", "--as", kind, "--to", to))
    assert said == f"This is written as {ending}. Please give {to} a name that ends so.\n"
    assert sorted(tmp_path.iterdir()) == before
    assert "printed" not in run("events", notebook)[1]
    right = str(Path(to).with_suffix(ending.upper()))
    assert run("print", notebook, "Ann", "--as", kind, "--to", right)[0] == 0
    assert (tmp_path / right).exists()


def test_r1_staff_words_are_printed_with_the_name_of_whoever_said_them(
    run: Run, notebook: str, tmp_path: Path
) -> None:
    run("print", notebook, "ann", "--as", "booklet", "--to", "a.pdf")
    words = text_of(tmp_path / "a.pdf")
    own, _, others = words.partition("thers add")
    assert "Ann needs time" not in own
    assert "Ann needs time to answer." in others
    assert "Jo" in others


def test_r7_a_copy_for_somebody_else_is_blocked_with_a_plain_reason(
    run: Run, notebook: str, tmp_path: Path
) -> None:
    said = run("print", notebook, "Ann", "--as", "booklet", "--to", "a.pdf", "--for", "Mum")
    assert "Ann has not chosen to share this plan with Mum" in refused(said)
    assert not (tmp_path / "a.pdf").exists()


def test_everything_that_is_written_about_a_person_is_printed_for_them(
    run: Run, notebook: str, tmp_path: Path
) -> None:
    said = run("print", notebook, "Ann", "--as", "about-me", "--to", "a.pdf", "--for", "ann obi")
    assert said == (0, "", "")
    words = text_of(tmp_path / "a.pdf")
    assert "I want to go on the bus." in words  # a draft
    run("print", notebook, "Ann", "--as", "about-me", "--to", "b.pdf")
    again = text_of(tmp_path / "b.pdf")
    assert "everything that is written about Ann" not in words
    assert "saved everything that is written about Ann" in again


def test_r7_everything_about_a_person_is_for_nobody_else(
    run: Run, notebook: str, tmp_path: Path
) -> None:
    said = run("print", notebook, "Ann", "--as", "about-me", "--to", "a.pdf", "--for", "Jo Bell")
    assert "It is for Ann alone, so no copy was made for Jo Bell." in refused(said)
    assert not (tmp_path / "a.pdf").exists()


def test_private_sentences_are_printed_only_when_asked_for(run: Run, tmp_path: Path) -> None:
    plan = plan_data()
    plan["statements"][0]["private"] = True
    (tmp_path / "p.json").write_bytes(file_of(plan))
    run("new", "n.alongside")
    run("import", "n.alongside", "p.json")
    run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "a.pdf")
    run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "b.pdf", "--with-private")
    assert "blue mug" not in text_of(tmp_path / "a.pdf")
    assert "blue mug" in text_of(tmp_path / "b.pdf")


def test_print_warns_of_what_it_could_not_show(run: Run, tmp_path: Path) -> None:
    plan = plan_data()
    plan["statements"][0] |= {"original": "I say \U00012000.", "symbols": ["openmoji:FFFFF"]}
    (tmp_path / "p.json").write_bytes(file_of(plan))
    run("new", "n.alongside")
    run("import", "n.alongside", "p.json")
    code, _, err = run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "a.pdf")
    assert code == 0
    assert err.splitlines() == [
        'No font has U+12000 (in "I say \U00012000.").',
        "The picture openmoji:FFFFF was left out: it cannot be drawn.",
    ]


def test_right_to_left_words_emoji_sequences_and_control_characters_are_printed(
    run: Run, tmp_path: Path
) -> None:
    plan = plan_data()
    plan["statements"][0]["original"] = "مجھے چائے پسند ہے 👩🏽\u200d🦽 \u0000\u0007 tea"
    (tmp_path / "p.json").write_bytes(file_of(plan))
    run("new", "n.alongside")
    assert run("import", "n.alongside", "p.json")[0] == 0
    assert run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "a.pdf")[0] == 0
    assert "tea" in text_of(tmp_path / "a.pdf")


def test_a_language_that_is_not_there_is_named(run: Run, notebook: str) -> None:
    said = run("print", notebook, "Ann", "--as", "booklet", "--to", "a.pdf", "--lang", "xx")
    assert "does not speak xx" in refused(said)


def test_verify_says_that_a_notebook_is_whole(run: Run, notebook: str) -> None:
    assert run("verify", notebook) == (0, "n.alongside is whole.\n", "")


def test_verify_says_whether_words_stand_anywhere_in_the_file(run: Run, notebook: str) -> None:
    code, out, err = run("verify", notebook, "--trace", "blue mug", "--trace", "Zanzibar")
    assert code == 1
    assert err == '"blue mug" stands in this notebook.\n'
    assert 'No trace of "Zanzibar" in all' in out


def test_verify_finds_a_damaged_page(run: Run, notebook: str, tmp_path: Path) -> None:
    file = tmp_path / notebook
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    code, out, err = run("verify", notebook)
    assert (code, out) == (1, "")
    assert "damaged" in err


def test_new_never_overwrites(run: Run, notebook: str, tmp_path: Path) -> None:
    before = (tmp_path / notebook).read_bytes()
    assert "already" in refused(run("new", notebook))
    assert (tmp_path / notebook).read_bytes() == before


def test_a_wrong_pin_opens_nothing(
    run: Run, notebook: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALONGSIDE_PIN", "000000")
    assert "does not open" in refused(run("people", notebook))


def test_a_passphrase_opens_as_a_pin_does(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALONGSIDE_PIN")
    (tmp_path / "secret").write_text("three green kettles\n")
    assert run("new", "n.alongside", "--pin-file", "secret")[0] == 0
    assert run("people", "n.alongside", "--pin-file", "secret") == (0, "", "")


@pytest.mark.parametrize("name", ["n.txt", "n.alongside.keys", "n.alongside-backup"])
def test_a_notebook_is_called_what_it_is(run: Run, tmp_path: Path, name: str) -> None:
    assert ".alongside" in refused(run("new", name))
    assert not (tmp_path / name).exists()
    for as_it_is in ("n", "St. Mary", "Fern Court 2.1"):
        assert run("new", as_it_is)[0] == 0


@pytest.mark.parametrize("secret", ["abc", "123", "12 34", "1234567890123", ""])
def test_what_is_neither_a_pin_nor_a_passphrase_is_told_what_both_have_to_be(
    run: Run, tmp_path: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALONGSIDE_PIN", secret)
    said = refused(run("new", "n.alongside"))
    assert "A PIN needs 4 to 12 digits" in said
    assert "a passphrase at least 12 letters" in said
    assert not (tmp_path / "n.alongside").exists()


def test_the_pin_is_asked_for_twice_when_a_notebook_is_made(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALONGSIDE_PIN")
    typed = iter(["271828", "271829", "271828", "271828"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    assert "not the same" in refused(run("new", "n.alongside"))
    assert run("new", "n.alongside")[0] == 0


def test_where_nobody_can_type_the_pin_the_other_ways_are_named(
    run: Run, notebook: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALONGSIDE_PIN")

    def ended(question: str) -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", ended)
    assert "--pin-file" in refused(run("people", notebook))
    assert "nope" in refused(run("people", notebook, "--pin-file", "nope"))


def test_ctrl_c_is_said_in_one_line(
    run: Run, notebook: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALONGSIDE_PIN")

    def stopped(question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("getpass.getpass", stopped)
    assert refused(run("people", notebook)) == "Stopped.\n"


def test_a_name_that_several_people_have_is_not_enough(
    run: Run, notebook: str, tmp_path: Path
) -> None:
    other = file_of(plan_data())
    for name in ("ann", "jo", "talk", "tea", "bus", "jo-says", "cards"):
        other = other.replace(f': "{name}"'.encode(), f': "{name}-2"'.encode())
    (tmp_path / "other.json").write_bytes(other)
    assert run("import", notebook, "other.json")[1] == "ann-2\n"
    assert "ann, ann-2" in refused(run("export", notebook, "Ann", "--to", "a.json"))
    assert "nobody called Bob" in refused(run("export", notebook, "Bob", "--to", "a.json"))
    assert run("export", notebook, "ann-2", "--to", "a.json")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["people", "nowhere.alongside"],
        ["people", "."],
        ["people", "empty"],
        ["people", "words.txt"],
        ["people", "a" * 300],
        ["new", "nowhere/n.alongside"],
        ["import", "n.alongside", "nowhere.json"],
        ["import", "n.alongside", "."],
        ["import", "n.alongside", "words.txt"],
        ["import", "n.alongside", "ann.json"],
        ["import", "n.alongside", "cut.json"],
        ["export", "n.alongside", "Ann", "--to", "nowhere/a.json"],
        ["export", "n.alongside", "Ann", "--to", "."],
        ["print", "n.alongside", "Ann", "--as", "booklet", "--to", "words.txt/a.pdf"],
        ["show-example", "--to", "words.txt"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_in_one_plain_line(
    run: Run, notebook: str, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "words.txt").write_text("Dear Jo")
    (tmp_path / "cut.json").write_bytes(file_of(plan_data())[:700])
    assert refused(run(*arguments)).rstrip().endswith((".", ")"))


@pytest.mark.parametrize(
    "arguments",
    [[], ["zebra"], ["new"], ["print", "n.alongside", "Ann", "--as", "poster", "--to", "a.pdf"]],
)
def test_wrong_usage_is_exit_code_2(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "usage:" in err


def test_help_names_every_command(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    for command in ("new", "people", "import", "export", "print", "verify", "plan-schema"):
        assert command in out


def test_it_says_its_version(run: Run) -> None:
    assert run("--version") == (0, f"Alongside {__version__}\n", "")


def test_plan_schema_prints_the_file_that_ships(run: Run) -> None:
    code, out, _ = run("plan-schema")
    shipped = Path(__file__).parent.parent / "resources/plan-file.schema.json"
    assert code == 0
    assert out == shipped.read_text("utf-8")
    schema: dict[str, Any] = json.loads(out)
    jsonschema.validate(plan_data(), schema)


def test_show_example_prints_both_booklets_and_keeps_no_notebook(run: Run, tmp_path: Path) -> None:
    code, out, err = run("show-example", "--to", "shown")
    assert (code, err) == (0, "")
    shown = [Path(line) for line in out.splitlines()]
    assert [path.name for path in shown] == ["marcus.pdf", "halina.pdf"]
    assert sorted(tmp_path.rglob("*.*")) == sorted(tmp_path / path for path in shown)
    assert all(len(pypdf.PdfReader(path).pages) > 10 for path in shown)


def test_output_is_utf_8_whatever_the_system_says(
    run: Run, notebook: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    assert main(["export", notebook, "Zoë", "--to", "a.json"]) == 1
    assert "Zoë" in raw.getvalue().decode("utf-8")
