"""Where sentences end."""

import pytest

from app.paper.text.sentences import sentence_starts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Knock. Wait. I say come in.", ["Knock.", "Wait.", "I say come in."]),
        ("Dr. Ali comes at 2.30. He is kind!", ["Dr. Ali comes at 2.30.", "He is kind!"]),
        ("I shout... and then I stop.", ["I shout... and then I stop."]),
        ("M. is my friend.", ["M. is my friend."]),
        ("So do I. You can too.", ["So do I.", "You can too."]),
        ("“No.” That is what I say.", ["“No.”", "That is what I say."]),
        ("میں چائے پیتا ہوں۔ مجھے پسند ہے۔", ["میں چائے پیتا ہوں۔", "مجھے پسند ہے۔"]),
        ("আমি চা খাই। আমার ভালো লাগে।", ["আমি চা খাই।", "আমার ভালো লাগে।"]),
        ("no full stop", ["no full stop"]),
        ("", [""]),
    ],
)
def test_each_sentence_is_found(text: str, sentences: list[str]) -> None:
    starts = [0, *sentence_starts(text)]
    ends = [*starts[1:], len(text)]
    assert [text[a:b].strip() for a, b in zip(starts, ends, strict=True)] == sentences
