"""The commands about guides, and the guides of an organisation beside those of the program."""

import errno
import os
from pathlib import Path

import pytest

from app import resources
from app.bootstrap import House
from app.own_guides import LARGEST
from tests.helpers import guides
from tests.helpers.commands import Run, refused
from tests.helpers.guides import READ_BACK, moment


def text_of(name: str = "garden", **more: object) -> str:
    """A guide that can be used, with a word to whoever helps and other ways to ask."""
    asked = moment("what", helper="Wait.", others=["What else?", "Show me."], **more)
    content = guides.data(asked, {**READ_BACK, "helper": "Wait."})
    content["guide"]["id"] = name
    content["stage"] = content["stage"][:1]
    return guides.as_toml(content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where guides of one's own lie."""
    made = tmp_path / "home" / "guides"
    made.mkdir(parents=True)
    return made


def house(tmp_path: Path) -> House:
    return House(tmp_path / "home", tmp_path)


def test_a_guide_that_is_well_says_how_many_moments_it_has(run: Run, tmp_path: Path) -> None:
    (tmp_path / "garden.toml").write_text(text_of(), "utf-8")
    assert run("guide-check", "garden.toml") == (0, "garden.toml: all is well. 2 moments.\n", "")


def test_the_guides_of_the_program_are_well(run: Run) -> None:
    files = sorted(str(each) for each in resources.path("guides").glob("*.toml"))
    whole = [each for each in files if not each.endswith(("open.toml", "close.toml"))]
    code, out, err = run("guide-check", *whole)
    assert (code, err) == (0, "")
    assert out.count("all is well") == len(whole) >= 7


def test_everything_wrong_is_said_one_line_each_with_its_line(run: Run, tmp_path: Path) -> None:
    wrong = text_of(section="hom", picture=3)
    (tmp_path / "garden.toml").write_text(wrong, "utf-8")
    code, out, err = run("guide-check", "garden.toml")
    assert (code, out) == (1, "")
    number = wrong.splitlines().index("picture = 3") + 1
    assert err == (
        f"garden.toml:{number}: moment 'what': 'picture' must be words in quotes, "
        "and it is a whole number\n"
    )


def test_what_could_be_better_is_said_and_the_guide_is_well(run: Run, tmp_path: Path) -> None:
    long = " ".join(["word"] * 20)
    (tmp_path / "garden.toml").write_text(text_of(explain=long), "utf-8")
    code, out, err = run("guide-check", "garden.toml")
    assert (code, out) == (0, "garden.toml: all is well. 2 moments.\n")
    assert err.startswith("garden.toml:")
    assert "better: moment 'what': 20 words in one sentence" in err


def test_one_wrong_guide_of_several_is_enough_for_not_done(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(text_of(), "utf-8")
    (tmp_path / "bad.toml").write_text("", "utf-8")
    code, out, err = run("guide-check", "bad.toml", "good.toml")
    assert code == 1
    assert "good.toml: all is well" in out
    assert err == "bad.toml: there is nothing in it\n"


def unreadable(path: Path, sort: str) -> None:
    if sort == "folder":
        path.mkdir()
    elif sort != "missing":
        contents = {
            "empty": b"",
            "no UTF-8": b"\xff\xfe[\x00g\x00",
            "large": b"#" * (LARGEST + 1),
            "cut off": text_of().encode()[:-9],
            "zeros": bytes(64),
        }
        path.write_bytes(contents[sort])


@pytest.mark.parametrize(
    "sort", ["missing", "folder", "empty", "no UTF-8", "large", "cut off", "zeros"]
)
@pytest.mark.parametrize("command", ["guide-check", "guide-add"])
def test_what_is_no_guide_gets_one_plain_sentence(
    run: Run, tmp_path: Path, command: str, sort: str
) -> None:
    unreadable(tmp_path / "g.toml", sort)
    assert refused(run(command, "g.toml")).startswith("g.toml:")
    assert not (tmp_path / "home" / "guides").exists()


def test_a_guide_saved_by_notepad_is_read(run: Run, tmp_path: Path) -> None:
    text = text_of().replace("\n", "\r\n")
    (tmp_path / "g.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert run("guide-check", "g.toml")[0] == 0


def test_a_guide_that_was_added_is_offered_word_for_word(run: Run, tmp_path: Path) -> None:
    (tmp_path / "g.toml").write_text(text_of(), "utf-8")
    code, out, err = run("guide-add", "g.toml")
    assert (code, err) == (0, "")
    kept = tmp_path / "home" / "guides" / "garden.toml"
    assert str(kept) in out
    assert kept.read_text("utf-8") == text_of()
    assert house(tmp_path).guides["garden"].title == "A talk"
    code, out, err = run("guides")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "review  How is life going?  (of the program)"
    assert out.splitlines()[-1] == "garden  A talk  (your own)"


def test_a_wrong_guide_is_not_added(run: Run, tmp_path: Path) -> None:
    (tmp_path / "g.toml").write_text(text_of(section="hom"), "utf-8")
    assert "no section 'hom'" in refused(run("guide-add", "g.toml"))
    assert not (tmp_path / "home" / "guides").exists()


def test_a_guide_takes_the_place_of_another_only_when_told_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "g.toml").write_text(text_of(), "utf-8")
    run("guide-add", "g.toml")
    newer = text_of(explain="New.")
    (tmp_path / "g.toml").write_text(newer, "utf-8")
    assert "--replace" in refused(run("guide-add", "g.toml"))
    kept = tmp_path / "home" / "guides" / "garden.toml"
    assert kept.read_text("utf-8") == text_of()
    assert run("guide-add", "g.toml", "--replace")[0] == 0
    assert kept.read_text("utf-8") == newer


def test_one_that_lies_under_another_name_is_replaced_where_it_lies(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (folder / "by hand.toml").write_text(text_of(), "utf-8")
    (tmp_path / "g.toml").write_text(text_of(explain="New."), "utf-8")
    assert "--replace" in refused(run("guide-add", "g.toml"))
    assert run("guide-add", "g.toml", "--replace")[0] == 0
    assert [each.name for each in folder.iterdir()] == ["by hand.toml"]
    assert "New." in (folder / "by hand.toml").read_text("utf-8")


@pytest.mark.parametrize("name", ["review", "open"])
def test_no_guide_takes_the_name_of_one_of_the_program(
    run: Run, folder: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "g.toml").write_text(text_of(name), "utf-8")
    told = refused(run("guide-add", "g.toml", "--replace"))
    assert f"'{name}' is a guide of the program" in told
    (folder / "g.toml").write_text(text_of(name), "utf-8")
    mine = house(tmp_path)
    assert len(mine.guide_faults) == 1
    assert mine.guides == mine.shipped_guides


def test_a_wrong_guide_in_the_folder_is_left_out_and_the_others_are_there(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (folder / "a.toml").write_text(text_of(section="hom"), "utf-8")
    (folder / "b.toml").write_bytes(b"\xff")
    (folder / "c.toml").mkdir()
    (folder / "d.toml").write_text(text_of(), "utf-8")
    (folder / "e.toml").write_text(text_of(), "utf-8")
    (folder / "notes.txt").write_text("nothing", "utf-8")
    (folder / "gone.toml").symlink_to(folder / "nowhere")
    mine = house(tmp_path)
    assert set(mine.guides) - set(mine.shipped_guides) == {"garden"}
    assert [each.file for each in mine.guide_faults] == [
        "a.toml", "b.toml", "c.toml", "e.toml", "gone.toml",
    ]  # fmt: skip
    assert mine.guide_faults[0].line > 0
    code, out, err = run("guides")
    assert code == 0
    assert "garden  A talk  (your own)" in out
    assert err.count("\n") == 5
    assert f"{folder / 'a.toml'}:" in err


def test_a_folder_that_cannot_be_read_is_a_fault_and_no_crash(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    mine = house(tmp_path)
    assert mine.guides == mine.shipped_guides
    (fault,) = mine.guide_faults
    assert "cannot be read" in fault.words


def test_a_guide_whose_folder_cannot_be_made_is_refused_in_one_sentence(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "g.toml").write_text(text_of(), "utf-8")
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "guides").write_text("in the way", "utf-8")
    assert "cannot be made" in refused(run("guide-add", "g.toml"))
