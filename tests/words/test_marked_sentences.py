"""Every sentence that is marked can be found by a translator: none is put together in the mark."""

from pathlib import Path

import pytest

from app.words.extraction import not_in_one_piece

ROOT = Path(__file__).parents[2]
MODULES = sorted([*ROOT.glob("app/**/*.py"), *ROOT.glob("ui/**/*.py")])


def test_no_marked_sentence_of_the_program_is_put_together():
    found = [
        f"{module.relative_to(ROOT)}:{line}: {code}"
        for module in MODULES
        for line, code in not_in_one_piece(module.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        'N_(f"Hello {name}")',
        'words.t("Hello " + name)',
        'words.t("Hello %s" % name)',
        'words.t("Hello {}".format(name))',
        'self.words.tn("one", f"{n} dogs", n)',
        'words.t("Yes" if sure else f"{name}?")',
        't(" ".join(parts))',
    ],
)
def test_a_sentence_that_is_put_together_is_found(code):
    assert list(not_in_one_piece(code))


@pytest.mark.parametrize(
    "code",
    [
        'N_("Hello {name}")',
        'words.t("A long " "sentence", name=f"{first} {last}")',
        "words.t(LABELS[key])",
        'words.tn("{n} dog", "{n} dogs", n + 1)',
        'words.t("Yes" if sure else "No")',
    ],
)
def test_a_sentence_in_one_piece_is_fine(code):
    assert not list(not_in_one_piece(code))
