"""Which voice says a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.speech.voices import Voice, spoken_languages, voice_for

VOICES = (
    Voice("gmw/en-029", ("en-029", "en")),
    Voice("gmw/en", ("en-gb", "en")),
    Voice("gmw/en-US", ("en-us", "en")),
    Voice("inc/pa", ("pa",)),
    Voice("ira/fa", ("fa",)),
    Voice("ira/fa-Latn", ("fa-latn",)),
    Voice("roa/pt", ("pt", "pt-pt")),
    Voice("roa/pt-BR", ("pt-br", "pt")),
    Voice("gmq/nb", ("nb", "no")),
    Voice("system", ("cy_GB",)),
)


@pytest.mark.parametrize(
    ("lang", "voice"),
    [
        ("en-GB", "gmw/en"),
        ("en", "gmw/en"),
        ("EN_us", "gmw/en-US"),
        ("en-IE", "gmw/en"),
        ("pt-BR", "roa/pt-BR"),
        ("pt-AO", "roa/pt"),
        ("fa-AF", "ira/fa"),
        ("cy", "system"),
        ("nn", "gmq/nb"),
        ("pa", "inc/pa"),
        ("pa-Guru-IN", "inc/pa"),
    ],
)
def test_a_sentence_is_said_by_the_main_voice_of_its_language(lang, voice):
    assert voice_for(lang, VOICES).id == voice


@pytest.mark.parametrize("lang", ["so", "pa-Arab", "pnb", "e", "", "-", "eng"])
def test_no_voice_is_better_than_one_of_another_language_or_script(lang):
    assert voice_for(lang, VOICES) is None


def test_the_languages_that_can_be_said_are_primary_ones_and_sorted():
    assert spoken_languages(VOICES) == ("cy", "en", "fa", "nb", "no", "pa", "pt")


@given(st.text(max_size=35))
def test_no_tag_is_too_odd_to_ask_for(lang):
    assert voice_for(lang, VOICES) in (None, *VOICES)


@pytest.mark.parametrize(
    ("lang", "chosen", "voice"),
    [
        ("en-GB", {"en": "espeak-ng:gmw/en-US"}, "gmw/en-US"),
        ("en-GB", {"en": "espeak-ng:gmw/en-US", "en-GB": "espeak-ng:gmw/en-029"}, "gmw/en-029"),
        ("en_gb", {"EN-GB": "espeak-ng:gmw/en-029"}, "gmw/en-029"),
        ("en-GB", {"en": "sapi5:on another computer"}, "gmw/en"),
        ("en-GB", {"en": "espeak-ng:inc/pa"}, "gmw/en"),
        ("pa-Arab", {"pa": "espeak-ng:inc/pa"}, None),
    ],
)
def test_the_voice_that_was_chosen_says_it_if_it_is_here_and_can(lang, chosen, voice):
    found = voice_for(lang, VOICES, chosen)
    assert (found and found.id) == voice


def test_a_voice_of_the_system_is_better_than_a_bundled_one_of_the_very_tag():
    hazel = Voice("hazel", ("en-US",), "sapi5")
    assert voice_for("en-GB", (*VOICES, hazel)) == hazel
