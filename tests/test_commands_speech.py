"""The commands about the voice: say, voices."""

import json
import wave

import pytest

from app import commands


def run(*arguments):
    return commands.run([str(each) for each in arguments])


def complaint(capsys):
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    return line


def test_a_text_is_written_as_sound_with_the_time_of_each_word(tmp_path, capsys):
    sound, words = tmp_path / "tea.wav", tmp_path / "tea.json"
    text = "I like tea. No sugar, thanks."
    assert run("say", text, "--lang", "en-GB", "--to", sound, "--words", words) == 0
    with wave.open(str(sound)) as file:
        seconds = file.getnframes() / file.getframerate()
    told = json.loads(words.read_text("utf-8"))
    assert [each["word"] for each in told] == text.split()
    assert all(text[each["start"] :].startswith(each["word"]) for each in told)
    times = [each["at_ms"] for each in told]
    assert times == sorted(times)
    assert 1 < times[-1] / 1000 < seconds
    assert all(each["exact"] for each in told)
    assert capsys.readouterr().err == ""


def test_slower_takes_longer_and_another_voice_sounds_different(tmp_path):
    usual, slow, other = (tmp_path / name for name in ("usual.wav", "slow.wav", "other.wav"))
    assert run("say", "Tea with milk.", "--lang", "en", "--to", usual) == 0
    assert run("say", "Tea with milk.", "--lang", "en", "--to", slow, "--rate", "0.6") == 0
    voice = "espeak-ng:gmw/en-GB-scotland"
    assert run("say", "Tea with milk.", "--lang", "en", "--to", other, "--voice", voice) == 0
    assert slow.stat().st_size > 1.3 * usual.stat().st_size
    assert usual.read_bytes() != other.read_bytes()


def test_a_file_that_is_there_is_replaced_and_a_relative_name_is_one_of_this_folder(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.wav").write_text("old")
    assert run("say", "Te.", "--lang", "cy", "--to", "tea.wav") == 0
    assert (tmp_path / "tea.wav").read_bytes().startswith(b"RIFF")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Waan ku faraxsanahay.", "--lang", "so"), "There is no voice for Somali anywhere yet."),
        (("Tea.", "--lang", "tlh"), "There is no voice for “tlh” on this computer"),
        (("Tea.", "--lang", "pa-Arab"), "There is no voice for “pa-Arab”"),
        ((" \n\0", "--lang", "en"), "There are no words here to say."),
        (("a" * 20_001, "--lang", "en"), "longer than 20000 characters"),
        (("Tea.", "--lang", "en", "--voice", "espeak-ng:cel/cy"), "There is no voice espeak-ng:c"),
        (("Tea.", "--lang", ""), "There is no voice for “”"),
    ],
)
def test_what_cannot_be_said_is_told_in_one_line_and_the_old_file_stays(
    tmp_path, capsys, arguments, says
):
    old = tmp_path / "old.wav"
    old.write_text("old")
    assert run("say", *arguments, "--to", old) == 1
    assert says in complaint(capsys)
    assert old.read_text() == "old"


def test_a_place_that_cannot_be_written_is_told_in_one_line(tmp_path, capsys):
    (tmp_path / "folder.wav").mkdir()
    for place in (tmp_path / "folder.wav", tmp_path / "no folder" / "tea.wav"):
        assert run("say", "Tea.", "--lang", "en", "--to", place) == 1
        assert str(tmp_path) in complaint(capsys)
    same = tmp_path / "one"
    assert run("say", "Tea.", "--lang", "en", "--to", same, "--words", same) == 1
    assert "two files" in complaint(capsys)
    assert not same.exists()


def test_a_name_is_said_as_it_was_taught_and_its_place_is_that_of_the_text(tmp_path):
    plain, taught, words = (tmp_path / name for name in ("plain.wav", "taught.wav", "w.json"))
    about = ("say", "Ask Siobhan now.", "--lang", "en")
    assert run(*about, "--to", plain) == 0
    assert run(*about, "--to", taught, "--words", words, "--name", "Siobhan=Shiv awn") == 0
    assert plain.read_bytes() != taught.read_bytes()
    told = json.loads(words.read_text("utf-8"))
    assert [each["word"] for each in told] == ["Ask", "Siobhan", "now."]
    assert run(*about, "--to", taught, "--name", "Siobhan") == 2


def test_a_speed_out_of_range_is_wrong_usage(tmp_path):
    assert run("say", "Tea.", "--lang", "en", "--to", tmp_path / "x.wav", "--rate", "3") == 2


def test_voices_are_listed_with_the_one_that_is_used(capsys):
    assert run("voices", "--lang", "en-GB") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 3
    assert any(line.startswith("* espeak-ng:gmw/en  English") for line in lines)
    assert any(line.startswith("  espeak-ng:gmw/en-GB-scotland  ") for line in lines)


def test_voices_as_json_say_every_language_of_the_program_but_somali(capsys):
    assert run("voices", "--json") == 0
    voices = json.loads(capsys.readouterr().out)
    known = {tag.split("-")[0] for voice in voices for tag in voice["languages"]}
    assert {"en", "cy", "pl", "ro", "ur", "pa", "bn", "gu", "ar"} <= known
    assert {"pt", "es", "it", "fr", "uk"} <= known
    assert "so" not in known
    assert {"id", "engine", "name", "languages", "gender", "used"} == set(voices[0])


def test_a_language_without_a_voice_is_told_by_voices_too(capsys):
    assert run("voices", "--lang", "tlh") == 1
    assert "There is no voice for “tlh” on this computer" in complaint(capsys)


@pytest.mark.parametrize("tag", ["so", "so-SO", "SO_so"])
def test_for_somali_voices_say_that_none_is_anywhere_and_what_stands_in_for_it(capsys, tag):
    assert run("voices", "--lang", tag) == 1
    said = complaint(capsys)
    assert "There is no voice for Somali anywhere yet." in said
    assert "recordings stand in for a voice" in said


def test_the_help_of_voices_says_what_the_star_is(capsys):
    assert run("voices", "--help") == 0
    assert "A star stands before the voice" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("name", ["tea.mp3", "tea", "tea.wav.ogg"])
def test_a_sound_is_not_written_under_a_name_that_is_not_of_its_kind(tmp_path, capsys, name):
    assert run("say", "Tea.", "--lang", "en", "--to", tmp_path / name) == 1
    assert f"{name} a name that ends in .wav" in complaint(capsys)
    assert list(tmp_path.iterdir()) == []
