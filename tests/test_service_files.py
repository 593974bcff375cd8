"""Settings by file: which hold, which cannot be used, and that none makes a notebook lock later."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app import resources, service_files
from app.bootstrap import House
from app.model.service_settings import ServiceSettings
from app.service_files import Found, built_in
from tests.helpers.commands import Run, refused

LANGUAGES = ("en-GB", "cy", "pl")
_GOOD = "[[tell]]\nname = 'Jo'\ntelephone = '1'\n"


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file for everybody on this computer, not there yet."""
    file = tmp_path / "computer.toml"
    monkeypatch.setattr(service_files, "of_this_computer", lambda: file)
    return file


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The account's own file, not there yet."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home" / service_files.FILE


def found(*files: Path) -> Found:
    return service_files.read(files, languages=lambda: LANGUAGES)


def house(own: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setenv("ALONGSIDE_HOME", str(own.parent))
    return House.here()


def test_the_example_file_names_every_setting_as_it_is_without_a_file(
    computer: Path, own: Path
) -> None:
    example = resources.read_toml("settings.toml")
    now = found(computer, own).settings
    assert msgspec.convert(example, ServiceSettings) == now
    assert (now.idle_minutes, now.languages, now.usual_language, now.tell) == (15, (), "", ())
    assert list(example) == list(ServiceSettings.__struct_fields__)
    assert service_files.problems(resources.path("settings.toml"), languages=LANGUAGES) == ()


def test_the_example_file_explains_every_setting_just_before_it() -> None:
    lines = resources.path("settings.toml").read_text("utf-8").splitlines()
    for name in ServiceSettings.__struct_fields__:
        (at,) = (n for n, line in enumerate(lines) if line.startswith(f"{name} = "))
        assert lines[at - 1].startswith("# "), name


def test_what_an_account_decides_comes_before_what_is_decided_for_the_computer(
    computer: Path, own: Path
) -> None:
    computer.write_text('languages = ["cy", "pl"]\nusual_language = "cy"\n', "utf-8")
    own.write_text('usual_language = "pl"\n', "utf-8")
    now = found(computer, own)
    assert (now.settings.languages, now.settings.usual_language) == (("cy", "pl"), "pl")
    assert (now.files["languages"], now.files["usual_language"]) == ((computer,), (own,))
    assert now.files["tell"] == (resources.path("settings.toml"),)


@pytest.mark.parametrize(
    ("for_computer", "for_account", "holds"),
    [(60, None, 60), (60, 30, 30), (5, 60, 5), (5, 5, 5), (None, 60, 60), (None, 3, 3)],
)
def test_an_account_can_lock_sooner_than_its_computer_and_never_later(
    computer: Path, own: Path, for_computer: int | None, for_account: int | None, holds: int
) -> None:
    for file, minutes in ((computer, for_computer), (own, for_account)):
        if minutes is not None:
            file.write_text(f"idle_minutes = {minutes}\n", "utf-8")
    assert found(computer, own).settings.idle_minutes == holds


@pytest.mark.parametrize("minutes", ["0", "-1", "2", "61", "true", '"off"', "false", "[]", "inf"])
def test_locking_cannot_be_turned_off(computer: Path, own: Path, minutes: str) -> None:
    for file in (computer, own):
        file.write_text(f"idle_minutes = {minutes}\n", "utf-8")
        now = found(computer, own)
        assert now.settings.idle_minutes == 3
        assert "whole number from 3 to 60" in str(now.faults[0])
        file.unlink()


@pytest.mark.parametrize(
    ("content", "minutes"),
    [
        (b"", 15),
        (b'nonsense = 1\nlanguages = ["pl"]\n', 15),
        (b"nonsense = 1\nidle_minutes = 5\n", 5),
        (b"nonsense = 1\nidle_minutes = 40\n", 15),
        (b"idle_minutes 5\n", 3),
        (b"\xff\xfeidle_minutes = 5\n", 3),
        (b"\xef\xbb\xbfidle_minutes = 5\n", 5),
    ],
)
def test_a_file_with_a_mistake_decides_nothing_but_never_makes_it_lock_later(
    computer: Path, own: Path, content: bytes, minutes: int
) -> None:
    computer.write_bytes(content)
    now = found(computer, own)
    assert now.settings == msgspec.structs.replace(built_in().settings, idle_minutes=minutes)


def test_a_mistake_in_one_file_leaves_the_other_as_it_is(computer: Path, own: Path) -> None:
    computer.write_text('idle_minutes = 10\nusual_language = "cy"\n', "utf-8")
    own.write_text('idle_minutes = 20\nusual_language = "Welsh"\n', "utf-8")
    now = found(computer, own)
    assert (now.settings.usual_language, now.settings.idle_minutes) == ("cy", 10)
    assert len(now.faults) == 1


def test_a_file_that_cannot_be_read_is_told(computer: Path, own: Path) -> None:
    computer.mkdir()
    now = found(computer, own)
    assert now.settings.idle_minutes == 3
    assert str(computer) in str(now.faults[0])


def test_nobody_can_be_taken_from_whom_a_person_can_tell(computer: Path, own: Path) -> None:
    jo = '[[tell]]\nname = "Jo, the manager"\ntelephone = "01632 960001"\n'
    computer.write_text(jo, "utf-8")
    own.write_text('[[tell]]\nname = "Ada"\ntelephone = "01632 960002"\n' + jo, "utf-8")
    now = found(computer, own)
    assert [each.name for each in now.settings.tell] == ["Jo, the manager", "Ada"]
    assert now.files["tell"] == (computer, own)
    more = "".join(f'[[tell]]\nname = "{name}"\ntelephone = "1"\n' for name in "ABC")
    own.write_text(more, "utf-8")
    assert [each.name for each in found(computer, own).settings.tell] == [
        "Jo, the manager",
        "A",
        "B",
    ]
    own.write_text("tell = []\n", "utf-8")
    assert [each.name for each in found(computer, own).settings.tell] == ["Jo, the manager"]


@pytest.mark.parametrize(
    "wrong",
    [
        'notebooks_folder = "plans"',
        'backup_folder = "~nobody/plans"',
        "backup_folder = 5",
        'languages = ["xx"]',
        'languages = "cy"',
        'usual_language = "Welsh"',
        "retention_years = []",
        "retention_years = [3, 1]",
        "retention_years = [1, 1]",
        "retention_years = [0]",
        "tell = [{name = 'Jo'}]",
        "tell = [{name = 'Jo Brown, the manager of Elm House and Oak', telephone = '1'}]",
        "tell = [{name = ' ', telephone = '1'}]",
        "tell = [{name = 'Jo', telephone = 'ask'}]",
        "tell = [{name = 'Jo', telephone = '1', more = ''}]",
        "more = 1",
    ],
)
def test_each_mistake_is_one_sentence_that_names_the_setting(
    run: Run, tmp_path: Path, wrong: str
) -> None:
    (tmp_path / "try.toml").write_text(wrong, "utf-8")
    assert wrong.split(" ", maxsplit=1)[0] in refused(run("settings", "--check", "try.toml"))


def test_all_mistakes_of_a_file_are_told_at_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "try.toml").write_text('idle_minutes = 0\nlanguages = ["xx"]\nmore = 1\n', "utf-8")
    code, out, err = run("settings", "--check", "try.toml")
    assert (code, out, err.count("\n")) == (1, "", 3)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("# Ours\nidle_minutes 5\n", "Line 2 cannot be understood."),
        ("idle_minutes = 5\nlanguages = [\n'cy'", "Line 3 cannot be understood."),
        ("usual_language = cy\n", "Line 1 cannot be understood."),
        ("idle_minutes = 5\nidle_minutes = 9\n", "Line 2 says once more what stands above it."),
        ("# Ours\n\nidle_minutes = 0\n", "Line 3: idle_minutes has to be a whole number"),
        ('backup_folder = "C:\\Users\\x"\n', "Line 1 cannot be understood. Please write / instead"),
        ("[[tell]]\nname = 'Jo'\n", "Line 1: tell has to be at most 3 parts"),
        (f"{_GOOD}\n[[tell]]\nname = 'Al'\n", "Line 5: tell has to be at most 3 parts"),
        (f"[[tell]]\nname = 'Al'\n{_GOOD}", "Line 1: tell has to be at most 3 parts"),
        (f"idle_minutes = 5\n{_GOOD * 4}", "Line 11: tell has to be at most 3 parts"),
        ("\nlanguages = ['cy', 'xx']\n", "Line 2: languages has to be a list of languages that"),
        ("usual_language = 'xx'\n", "Line 1: usual_language has to be"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(
    run: Run, tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "try.toml").write_text(content, "utf-8")
    assert refused(run("settings", "--check", "try.toml")).startswith(said)


@pytest.mark.parametrize(("content", "minutes"), [("idle_minutes 5", 3), ("more = 1", 15)])
def test_it_says_what_holds_as_long_as_a_file_has_a_mistake(
    run: Run, computer: Path, content: str, minutes: int
) -> None:
    computer.write_text(content, "utf-8")
    _, out, err = run("settings")
    assert f"Until it is mended, notebooks lock after {minutes} minutes" in err
    assert f"# {computer} has a mistake: nothing in it counts" in out
    assert f"\nidle_minutes = {minutes}  (" in out


def test_the_languages_that_are_none_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "try.toml").write_text("languages = ['cy', 'xx', 7, 'pl']", "utf-8")
    assert "; there is no language xx, 7." in refused(run("settings", "--check", "try.toml"))


def test_each_wrong_part_is_told_with_its_own_line(run: Run, tmp_path: Path) -> None:
    content = f"[[tell]]\nname = 'Al'\n{_GOOD}[[tell]]\ntelephone = '2'\n"
    (tmp_path / "try.toml").write_text(content, "utf-8")
    _, _, err = run("settings", "--check", "try.toml")
    assert [line.partition(":")[0] for line in err.splitlines()] == ["Line 1", "Line 6"]


def test_a_file_without_a_mistake_can_be_used(run: Run, tmp_path: Path, computer: Path) -> None:
    (tmp_path / "try.toml").write_text('usual_language = "cy"\n', "utf-8")
    assert run("settings", "--check", "try.toml") == (0, "try.toml can be used.\n", "")
    assert not computer.exists()


def test_the_command_says_what_holds_and_from_which_file(
    run: Run, computer: Path, own: Path
) -> None:
    computer.write_text("idle_minutes = 5\n", "utf-8")
    code, out, err = run("settings")
    assert (code, err) == (0, "")
    assert f"# {computer} is there.\n# {own} is not there.\n" in out
    assert f"idle_minutes = 5  ({computer})\n" in out
    told: dict[str, Any] = msgspec.json.decode(run("settings", "--json")[1])
    assert told["settings"]["idle_minutes"] == 5
    assert told["settings"]["notebooks_folder"] == str(own.parent / "notebooks")
    assert told["from"]["idle_minutes"] == [str(computer)]
    assert told["looked_for"][1] == {"file": str(own), "there": False}


def test_every_command_tells_of_a_file_that_is_not_used_and_does_its_work(
    run: Run, computer: Path
) -> None:
    computer.write_text("more = 1\n", "utf-8")
    code, out, err = run("new", "n.alongside")
    assert code == 0
    assert "n.alongside is ready." in out
    assert err.startswith(f"The settings file {computer} has a mistake and is not used.")
    assert run("settings")[0] == 1


def test_new_notebooks_and_backups_go_where_the_service_wants_them_until_somebody_chooses(
    computer: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans, stick = tmp_path / "plans", tmp_path / "stick"
    computer.write_text(
        f"notebooks_folder = '{plans}'\nbackup_folder = '{tmp_path / 'share'}'\n", "utf-8"
    )
    ours = house(own, monkeypatch)
    assert ours.notebook_path("Ours") == plans / "Ours.alongside"
    assert ours.backup_folder() == tmp_path / "share"
    ours.set_backup_folder(stick)
    assert house(own, monkeypatch).backup_folder() == stick


def test_a_folder_may_begin_with_the_accounts_own(
    computer: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    computer.write_text("notebooks_folder = '~/Plans'\nbackup_folder = '~'\n", "utf-8")
    ours = house(own, monkeypatch)
    assert (ours.notebooks_folder, ours.backup_folder()) == (tmp_path / "Plans", tmp_path)


@pytest.mark.parametrize(
    ("settings", "first"),
    [
        ("", "pl-PL"),
        ('usual_language = "cy"', "cy"),
        ('languages = ["ur", "cy"]', "ur"),
        ('languages = ["ur", "pl"]', "pl-PL"),
    ],
)
def test_the_window_begins_in_the_usual_language_else_the_computers_if_it_is_offered(
    computer: Path, own: Path, monkeypatch: pytest.MonkeyPatch, settings: str, first: str
) -> None:
    computer.write_text(settings, "utf-8")
    assert house(own, monkeypatch).first_language("pl-PL") == first


def test_the_languages_offered_are_the_services_and_those_somebody_speaks(
    computer: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everywhere = house(own, monkeypatch)
    assert everywhere.languages_offered() == everywhere.catalogs.available()
    computer.write_text('languages = ["cy", "pl"]', "utf-8")
    ours = house(own, monkeypatch)
    assert [each.tag for each in ours.languages_offered()] == ["cy", "pl"]
    assert [each.tag for each in ours.languages_offered("ur-PK", "cy")] == ["cy", "pl", "ur"]


def test_whom_to_tell_begins_with_the_service_and_still_names_every_office(
    computer: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer.write_text('tell = [{name = "Jo", telephone = "01632 960001"}]', "utf-8")
    ours = house(own, monkeypatch)
    assert [each.words for each in ours.contacts[:1]] == ["Jo"]
    assert ours.contacts[0].numbers[0].heard == "0 1 6 3 2 9 6 0 0 0 1"
    assert ours.contacts[1:] == ours.offices
    assert ours.symbols.picture(ours.contacts[0].picture) is not None


def test_the_file_for_the_computer_is_not_where_an_account_can_say(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = service_files.of_this_computer()
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    monkeypatch.setenv("ALONGSIDE_HOME", str(tmp_path))
    assert service_files.of_this_computer() == before
    assert before.is_absolute()
