"""The command that reads a plan into sound files: whose ears they are for decides what is said."""

import contextlib
import datetime
import errno
from pathlib import Path

import av
import pytest

from app.bootstrap import House
from app.model.sharing import CopyMade, SharedWith
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.speech.rendering import Rendering
from app.usecases import (
    events,
    name_sounds,
    people,
    recordings,
    sharing,
    sharing_choices,
    statements,
)
from tests.helpers.commands import PIN, Run, refused
from tests.helpers.plans import file_of, plan_data
from tests.helpers.recorded import recording


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann has a sister, Keisha, and Sam the notebook."""
    plan = plan_data()
    keisha = plan["supporters"][0] | {"id": "keisha", "name": "Keisha"}
    plan["supporters"].append({**keisha, "role": "family", "paid": False})
    tea = next(each for each in plan["statements"] if "tea" in each["original"])
    plan["statements"] += [
        {**tea, "id": "so", "original": "Shaah baan jeclahay.", "original_lang": "so"},
        {**tea, "id": "private", "original": "Only for me.", "private": True},
    ]
    (tmp_path / "ann.json").write_bytes(file_of(plan))
    assert run("new", "n.alongside", "--worker", "Sam")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    return run


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that the voice is given to say."""
    heard: list[str] = []
    render = Rendering.render

    def listen(self, text, **more):  # type: ignore[no-untyped-def]
        heard.append(text)
        return render(self, text, **more)

    monkeypatch.setattr(Rendering, "render", listen)
    return heard


@contextlib.contextmanager
def opened(folder: Path):  # type: ignore[no-untyped-def]
    with contextlib.closing(
        House.here().open_notebook(folder / "n.alongside", secret=PIN)
    ) as notebook:
        yield notebook, people.everyone(notebook)[0].id


def share_tea(folder: Path, *, how: tuple[str, ...] = ()) -> None:
    """Keisha may see the sentence about tea; Sam is Ann's support worker."""
    today = datetime.date.today()  # noqa: DTZ011
    with opened(folder) as (notebook, ann):
        worker = notebook.worker
        people.join(
            notebook, person=ann, worker=worker.id, worker_name="Sam", role="support_worker"
        )
        with notebook.unit_of_work() as work:
            around = work.records.find(Statement, person=ann)
        tea = next(each.id for each in around if "tea" in each.body.original)
        found = sharing.sharing(notebook, person=ann)
        wish = sharing_choices.Wish(
            to=SharedWith(supporter=sharing.reader_named(found, "Keisha").supporter),
            choice="yes",
            parts=(f"sentence:{tea}",),
            purpose="family_life",
            how=how,
        )
        sharing_choices.decide(
            notebook, person=ann, wish=wish, on=today, by=ann, words=SourceWording()
        )
        events.note(notebook, what="printed", person=ann, document="booklet", for_whom="person")


def copies(folder: Path) -> list[CopyMade]:
    with opened(folder) as (notebook, ann):
        return [each.body for each in sharing.sharing(notebook, person=ann).copies]


def own_lines(folder: Path) -> list[tuple[str, str]]:
    with opened(folder) as (notebook, ann), notebook.unit_of_work() as work:
        return [(each.document, each.for_whom) for each in work.events.read(person=ann)]


def test_my_plan_becomes_a_file_for_each_part_in_which_it_can_be_heard(
    run: Run, tmp_path: Path
) -> None:
    code, out, err = run("read", "n.alongside", "Ann", "--to", "sound")
    assert code == 0
    files = [Path(line) for line in out.splitlines()]
    assert files == sorted((tmp_path / "sound").iterdir())
    assert files[0].name == "01-my-plan.wav"
    for file in files:
        with av.open(str(file)) as sound:
            assert sound.duration / av.time_base > 1
    assert err.splitlines() == ["These could not be said:", "so: Shaah baan jeclahay."]
    assert ("sound", "person") in own_lines(tmp_path)


@pytest.mark.parametrize("form", ["mp3", "ogg"])
def test_it_becomes_one_file_with_a_chapter_for_each_part(
    run: Run, tmp_path: Path, form: str
) -> None:
    assert run("read", "n.alongside", "Ann", "--to", "sound", "--format", form)[0] == 0
    with av.open(str(tmp_path / "sound" / f"my-plan.{form}")) as sound:
        chapters = sound.chapters()
    assert chapters[0]["metadata"]["title"] == "My plan"
    assert chapters[-1]["metadata"]["title"] == "If something is wrong"
    begins = [each["start"] * each["time_base"] for each in chapters]
    assert begins == sorted(set(begins))


def test_r7_what_is_private_is_said_only_where_i_ask_for_it(run: Run, said: list[str]) -> None:
    assert run("read", "n.alongside", "Ann", "--to", "sound")[0] == 0
    assert "Only for me." not in said
    assert run("read", "n.alongside", "Ann", "--to", "mine", "--with-private")[0] == 0
    assert "Only for me." in said


def test_one_section_is_named_by_its_title_or_its_name(
    run: Run, tmp_path: Path, said: list[str]
) -> None:
    with opened(tmp_path) as (notebook, ann), notebook.unit_of_work() as work:
        held = work.records.find(Statement, person=ann)
    tea = next(each.body for each in held if "tea" in each.body.original)
    others = [
        each.body.original for each in held if each.body.section != tea.section and each.body.kept
    ]
    title = House.here().sections[tea.section].easy
    for to, named in (("one", tea.section), ("other", title.upper())):
        said.clear()
        code, out, _ = run("read", "n.alongside", "Ann", "--to", to, "--section", named)
        assert code == 0
        (file,) = out.splitlines()
        assert Path(file).name.startswith("01-")
        assert tea.original in " ".join(said)
        assert "This copy is for Ann Obi." in said or "This copy is for Ann." in said
        assert not any(each in said for each in others)


def test_r7_somebody_else_hears_what_they_may_know_and_it_is_on_the_list(
    run: Run, tmp_path: Path, said: list[str]
) -> None:
    share_tea(tmp_path)
    code, _, err = run("read", "n.alongside", "Ann", "--to", "sound", "--for", "Keisha")
    assert (code, err) == (0, "")
    with opened(tmp_path) as (notebook, ann), notebook.unit_of_work() as work:
        words = {each.body.original for each in work.records.find(Statement, person=ann)}
    assert [each for each in words if each in said] == [each for each in words if "tea" in each]
    assert "This copy is for Keisha." in said
    (copy,) = copies(tmp_path)
    assert (copy.document, copy.how) == ("sound", "file")


def test_r7_a_yes_to_paper_is_no_yes_to_a_sound_file(run: Run, tmp_path: Path) -> None:
    share_tea(tmp_path, how=("paper",))
    line = refused(run("read", "n.alongside", "Ann", "--to", "sound", "--for", "Keisha"))
    assert "no copy was made" in line
    assert not (tmp_path / "sound").exists()
    assert copies(tmp_path) == []


def test_r7_for_whom_nothing_was_chosen_nothing_is_made(run: Run, tmp_path: Path) -> None:
    for name in ("Keisha", "The neighbour"):
        refused(run("read", "n.alongside", "Ann", "--to", "sound", "--for", name))
    private = run(
        "read", "n.alongside", "Ann", "--to", "sound", "--for", "Keisha", "--with-private"
    )
    assert "private" in refused(private)
    assert not (tmp_path / "sound").exists()
    assert copies(tmp_path) == []


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--section", "cooking"), "There is no section cooking. The sections are: "),
        (("--section", "cooking", "--to", "no/such/folder"), "There is no section cooking."),
        (("--section", "decisions"), "There are no words here that were read back and kept"),
        (("--voice", "espeak-ng:nobody"), "There is no voice espeak-ng:nobody"),
        (("--lang", "fi"), "does not speak fi"),
        (("--to", "no/such/folder"), "There is no folder"),
        (("--to", "ann.json"), "is a file"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_and_leaves_nothing(
    run: Run, tmp_path: Path, more: tuple[str, ...], says: str
) -> None:
    before = sorted(tmp_path.iterdir())
    line = refused(run("read", "n.alongside", "Ann", "--to", "sound", *more))
    assert says in line
    assert [each for each in sorted(tmp_path.iterdir()) if each not in before] == []
    assert ("sound", "person") not in own_lines(tmp_path)


def test_nobody_of_that_name_and_no_voice_at_all_are_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "nobody called Zoe" in refused(run("read", "n.alongside", "Zoe", "--to", "sound"))
    monkeypatch.setattr(Rendering, "voices", ())
    assert "there is no voice at all" in refused(run("read", "n.alongside", "Ann", "--to", "sound"))


def test_names_are_said_as_they_were_taught_at_the_persons_own_speed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manners = []
    render = Rendering.render

    def listen(self, text, *, lang, manner):  # type: ignore[no-untyped-def]
        manners.append(manner)
        return render(self, text, lang=lang, manner=manner)

    monkeypatch.setattr(Rendering, "render", listen)
    with opened(tmp_path) as (notebook, ann):
        name_sounds.teach(notebook, person=ann, record=ann, said_as="Annie", by=ann)
        people.keep_hearing(
            notebook, person=ann, by=ann, rate=0.8, voices={"en": "espeak-ng:gmw/en-GB-scotland"}
        )
    assert run("read", "n.alongside", "Ann", "--to", "sound")[0] == 0
    assert {each.rate for each in manners} == {0.8}
    assert "Annie" in manners[0].names.values()
    assert manners[0].voices["en"] == "espeak-ng:gmw/en-GB-scotland"
    manners.clear()
    asked = ("--rate", "1.2", "--voice", "espeak-ng:gmw/en-029")
    assert run("read", "n.alongside", "Ann", "--to", "faster", *asked)[0] == 0
    assert {each.rate for each in manners} == {1.2}
    assert manners[0].voices["en"] == "espeak-ng:gmw/en-029"


def test_what_i_recorded_is_heard_in_my_copy_and_in_nobody_elses(
    run: Run, tmp_path: Path, said: list[str]
) -> None:
    share_tea(tmp_path)
    with opened(tmp_path) as (notebook, ann):
        with notebook.unit_of_work() as work:
            around = work.records.find(Statement, person=ann)
        tea = next(each for each in around if "tea" in each.body.original)
        recordings.keep(notebook, statement=tea.id, sound=recording(4.0), by=ann)
        on, method = tea.body.read_back.on, "heard it"  # it counts when it was heard back (R4)
        statements.read_back(
            notebook, statement=tea.id, result="keep", method=method, on=on, by=ann
        )
    section = ("--section", tea.body.section, "--format", "wav")
    (mine,) = run("read", "n.alongside", "Ann", "--to", "mine", *section)[1].splitlines()
    assert tea.body.original not in said
    assert run("read", "n.alongside", "Ann", "--to", "theirs", "--for", "Keisha", *section)[0] == 0
    assert tea.body.original in said
    with av.open(mine) as sound:
        assert sound.duration / av.time_base > 4


def test_a_full_disk_leaves_nothing_and_it_is_not_on_the_list(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share_tea(tmp_path)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as now:
        now.setattr("app.speech.sound_writer.os.fsync", full)
        line = refused(run("read", "n.alongside", "Ann", "--to", "sound", "--for", "Keisha"))
    assert line.startswith("The disk is full")
    assert not (tmp_path / "sound").exists()
    assert copies(tmp_path) == []
