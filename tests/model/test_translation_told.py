"""Which translations of a sentence are given with it, in what order, and what is said of them."""

import datetime
from typing import Any

from app.model import translation_told
from app.model.ids import RecordId
from app.model.plan import Line
from app.model.translation import Translated, Translation
from app.model.wording import SourceWording
from tests.helpers.printing import record, sentence

CHECKED = {
    "status": "checked",
    "checker": "Sana Malik",
    "checked_on": datetime.date(2026, 3, 4),
    "answer": "yes",
}


def translated(lang: str = "ur", *, why_not: str | None = "", **fields: Any) -> Translated:
    out_of_date, by = fields.pop("out_of_date", False), fields.pop("by", "")
    usual = {"text": f"({lang})", "method": "machine_offline", "answer": "yes"}
    body = Translation(
        person=RecordId("person"),
        source=RecordId("s0"),
        source_version=1,
        lang=lang,
        **(usual | fields),
    )
    return Translated(record=record(body, lang), by=by, out_of_date=out_of_date, why_not=why_not)


def shown(*there: Translated, langs: tuple[str, ...] = ("ur",), home: str = "", said: str = "en"):
    line = Line(
        statement=record(sentence("I like tea.", original_lang=said), "s0"), translated=there
    )
    found = translation_told.beside(line, langs, home=home)
    return [each.body.lang for each in found.before], [each.body.lang for each in found.after]


def test_what_is_in_the_language_of_the_copy_stands_first_and_without_a_second_language():
    assert shown(translated("ur"), translated("pl")) == (["ur"], [])


def test_the_home_language_stands_first_also_where_it_is_not_the_language_of_the_copy():
    assert shown(translated("en"), said="ur", langs=("en-GB",), home="ur") == ([], ["en"])
    assert shown(translated("ur"), langs=("en-GB", "ur"), home="ur") == (["ur"], [])


def test_a_home_language_without_a_translation_leaves_the_first_place_to_that_of_the_copy():
    assert shown(translated("ur"), translated("pl"), langs=("ur", "pl"), home="so") == (
        ["ur"],
        ["pl"],
    )


def test_what_is_out_of_date_turned_down_or_only_heard_stands_nowhere():
    assert shown(translated(out_of_date=True)) == ([], [])
    assert shown(translated(answer="no")) == ([], [])
    assert shown(translated(text="", recording="flac")) == ([], [])


def test_r12_what_a_machine_wrote_of_what_only_people_translate_stands_nowhere_until_checked():
    assert shown(translated(why_not="This is about medicine.")) == ([], [])
    assert shown(translated(why_not=None)) == ([], [])
    assert shown(translated(why_not="This is about medicine.", **CHECKED)) == (["ur"], [])


def told(each: Translated) -> str:
    return translation_told.told(each, SourceWording())


def test_r12_a_machine_s_draft_is_told_as_one_and_a_persons_yes_as_missing():
    assert told(translated()) == "Computer translation, not checked"
    assert told(translated(answer="")) == (
        "Computer translation, not checked, nobody has said yes to it yet"
    )


def test_r12_whoever_checked_or_translated_is_named():
    assert told(translated(**CHECKED)) == (
        "Computer translation, checked by Sana Malik, Wednesday 4 March 2026"
    )
    assert told(translated(method="professional", by="Sana Malik")) == (
        "translated by Sana Malik, professional interpreter, not checked yet"
    )
