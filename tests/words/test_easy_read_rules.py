"""The easy-read rules, one by one, each with its number."""

import pytest

from app.model.wording import SourceWording
from app.shipped import Shipped

EASY_READ = Shipped().easy_read
WORDS = SourceWording()


def remarks(text, lang="en-GB", **known):
    return EASY_READ.document(text, lang=lang, **known)


def rules_of(text, lang="en-GB", **known):
    return {each.rule for each in remarks(text, lang, **known)}


def only(rule, text, lang="en-GB", **known):
    (found,) = [each for each in remarks(text, lang, **known) if each.rule == rule]
    return found


def change(rule, text, lang="en-GB", **known):
    return only(rule, text, lang, **known).change.said(WORDS)


def part(rule, text, lang="en-GB"):
    found = only(rule, text, lang)
    return text[found.start : found.end]


def test_w01_more_than_12_words_is_long_and_more_than_15_too_long():
    assert "W01" not in rules_of("a b c d e f g h i j k l")
    assert only("W01", "I like a b c d e f g h i j k").weight == "W"
    assert only("W01", "I like a b c d e f g h i j k l m n").weight == "F"
    assert only("W01", "আমি " * 16, "bn").weight == "F"


def test_w01_says_where_the_second_sentence_can_begin():
    text = "I like to go to the park every day because my friends are there on Sundays"
    assert (
        change("W01", text)
        == "Two sentences? Begin the second one here: because my friends are ..."
    )


def test_w02_one_idea_in_a_sentence():
    assert "W02" not in rules_of("I like tea and I drink it hot.")
    assert only("W02", "I sing because I am glad but I stop when you ask.").weight == "W"
    many = "I sing and I dance and I clap and I go to bed."
    assert only("W02", many).weight == "F"
    assert (
        change("W02", "I like tea; I hate coffee.")
        == "Put a full stop here. Then begin: I hate coffee."
    )
    assert only("W02", "mi; ti", "pl").weight == "F"


def test_w02_an_and_between_two_things_joins_no_ideas():
    assert "W02" not in rules_of("Jo and Ali like tea and cake because of Sam.")


def test_w03_two_things_in_a_sentence_are_only_worth_knowing():
    assert only("W03", "I smile when you sing.").weight == "I"


def test_w04_more_than_one_comma_is_a_list():
    assert "W04" not in rules_of("On Sundays, I rest.")
    assert only("W04", "I like tea, milk, and juice.").weight == "W"
    assert "W04" not in rules_of("It costs 1,000 or 2,000 pounds.")
    assert "W04" in rules_of("چائے، دودھ، رس", "ur")


def test_w05_words_that_few_people_use():
    assert part("W05", "I am obfuscated.") == "obfuscated"
    assert change("W05", "I endeavour.") == "Use: try"
    for fine in ("I use thickener.", "I go to the gurdwara.", "Two yoghurts.", "I dribble."):
        assert "W05" not in rules_of(fine)


def test_w05_leaves_names_and_the_persons_vocabulary_alone():
    assert "W05" not in rules_of("I phone Angharad.")
    assert "W05" not in rules_of("Angharad phones me.")
    assert "W05" not in rules_of("I play my bodhran.", vocabulary=["Bodhran"])
    assert "W05" in rules_of("I play my bodhran.")


def test_w06_long_words_and_two_of_them_are_too_many():
    assert only("W06", "I am imaginative.").weight == "W"
    two = [each for each in remarks("My imaginative documentary.") if each.rule == "W06"]
    assert [each.weight for each in two] == ["F", "F"]
    assert "W06" not in rules_of("I watch television in January.")


def test_w07_words_of_workers_come_with_a_plain_one():
    assert change("W07", "He needs personal care.") == "Use: washing and dressing"
    assert change("W07", "Staff facilitated it.") == "Use: helped"
    assert only("W07", "PRN").weight == "F"


def test_w07_a_word_of_workers_may_stand_if_the_next_sentence_explains_it():
    assert "W07" in rules_of("This is safeguarding. I like tea.")
    assert "W07" not in rules_of("This is safeguarding. This means keeping people safe.")


@pytest.mark.parametrize(
    "after",
    ["He is a man.", "It is raining.", "It is a lovely day.", "They are kind.", "This is John.",
     "Tea means a lot to me.", "He is someone who likes tea."],
)  # fmt: skip
def test_w07_a_next_sentence_about_something_else_explains_nothing(after):
    assert "W07" in rules_of(f"They looked at my capacity. {after}")


@pytest.mark.parametrize(
    "after",
    ["It is when you can decide.", "This means I can decide.", "Capacity is being able to decide.",
     "Your capacity means that you can decide.", "It is a word for being able to decide.",
     "That is what people call being able to decide."],
)  # fmt: skip
def test_w07_a_next_sentence_that_says_what_the_word_is_explains_it(after):
    assert "W07" not in rules_of(f"They looked at my capacity. {after}")


def test_w07_of_two_words_of_workers_this_and_it_explain_the_last():
    text = "They monitor my fluid intake. This means what I drink."
    assert part("W07", text) == "monitor"


def test_w07_a_sentence_that_says_what_its_word_means_may_use_it():
    assert "W07" not in rules_of("Capacity means being able to decide.")


def test_w08_a_bold_word_is_explained_next():
    assert part("W08", "You may have an **advocate**. Ask us.") == "advocate"
    assert "W08" not in rules_of("You may have an **advocate**. This means a helper.")
    assert "W08" not in rules_of("Ask about a **hoist**. A hoist is when you are lifted.")


def test_w09_at_most_one_new_hard_word_on_a_page_and_three_in_all():
    line = "Here is **{}**. This means tea.\n\n"
    three = "".join(line.format(word) for word in ("one", "two", "red"))
    assert "W09" not in rules_of(three)
    assert part("W09", three + line.format("blue")) == "blue"
    paged = line.format("red") + "\f" + line.format("blue")
    assert "W09" not in rules_of(paged)
    assert part("W09", paged + line.format("green")) == "green"


def test_w10_one_word_for_one_thing():
    assert part("W10", "My carer is kind. Staff are kind.") == "Staff"
    assert change("W10", "My carer is kind. Staff are kind.").endswith(": carer")
    assert "W10" not in rules_of("My carer is kind. Carers help.")


@pytest.mark.parametrize(
    "text",
    [
        "My food is cooked by Sam.",
        "My money is spent.",
        "It was not always given.",
        "He must be told.",
    ],
)
def test_w11_something_is_done_and_it_does_not_say_first_who_does_it(text):
    assert "W11" in rules_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "I am supported by Jo and Ali.",
        "I am paid on Fridays.",
        "I am tired.",
        "The shop is closed.",
        "This is a red bed.",
        "I am left handed.",
        "He is, I said, here.",
        "I like to be listened to.",
    ],
)
def test_w11_how_somebody_is_is_nothing_that_is_done_to_them(text):
    assert "W11" not in rules_of(text)


def test_w11_offers_to_begin_with_who_does_it():
    assert change("W11", "It was made by my manager.") == "Begin with who does it: my manager"


@pytest.mark.parametrize(
    "text",
    [
        "I do not want nothing.",
        "I cannot see nobody.",
        "She is not unhappy.",
        "You should not fail to lock it.",
        "I don't have none.",
        "There is not nothing here.",
    ],
)
def test_w12_two_words_that_turn_each_other_round_are_grave(text):
    assert only("W12", text).weight == "F"


@pytest.mark.parametrize(
    "text", ["I don't want to go without my coat.", "No, I do not want it.", "I never eat nuts."]
)
def test_w12_one_no_is_fine(text):
    assert "W12" not in rules_of(text)


def test_w12_two_sentences_of_a_block_that_say_no_are_remarked_on():
    assert only("W12", "Do not run. Never shout.").weight == "W"
    assert "W12" not in rules_of("Do not run.\n\nNever shout.")


def test_w13_talk_to_the_reader():
    assert part("W13", "Ask the service users first.") == "the service users"


def test_w14_figures_of_speech():
    assert change("W14", "We are on the same page.") == "Use: we agree"
    assert "W14" not in rules_of("I make a cup of tea. I kick the ball. I hit the drum.")


def test_w15_short_forms_and_initials():
    assert change("W15", "Fruit, e.g. plums") == "Use: for example"
    assert change("W15", "Salt & vinegar") == "Use: and"
    assert change("W15", "Call the CMHT.") == "Use: community mental health team"
    assert "W15" not in rules_of("I watch TV. The GP came. I went to A&E.")
    assert "W15" not in rules_of("The benefits people (DWP) wrote. I rang the DWP.")
    assert part("W15", "Dzwonię do ZUS.", "pl") == "ZUS"


@pytest.mark.parametrize(
    ("text", "full"),
    [("I don't go", "do not"), ("I can\u2019t", "cannot"), ("I'm here", "I am"),
     ("It's me", "it is"), ("We'll go", "we will"), ("They've left", "they have"),
     ("I won't", "will not")],
)  # fmt: skip
def test_w16_shortened_words_in_full(text, full):
    assert change("W16", text) == f"Use: {full}"


def test_w16_whose_something_is_is_no_shortened_word():
    assert "W16" not in rules_of("It is Sam's.")


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("30 % of it", "Use: 3 out of 10"),
        ("30% of it", "Use: 3 out of 10"),
        ("25% of it", "Use: 1 out of 4"),
        ("33% of it", "Use: about 3 out of 10"),
        ("99.9% of it", "Use: most, some, or a few"),
        ("I have three cats.", "Use: 3"),
        ("Henry IV was king.", "Use: 4"),
        ("I ate half of it.", "Say how many, out of how many."),
        ("I ate 3/4 now.", "Say how many, out of how many."),
        ("He has 12,500 stamps.", "Say: a lot of. Or explain how much that is."),
    ],
)
def test_w17_numbers_as_everybody_reads_them(text, use):
    assert change("W17", text) == use


@pytest.mark.parametrize(
    "text", ["It is half past 5.", "I was born in 1985.", "No one came.", "At 10:30.", "Bus 55."]
)
def test_w17_years_times_and_small_numbers_are_fine(text):
    assert "W17" not in rules_of(text)


def test_w17_and_w18_and_w19_hold_in_every_language():
    assert {"W17", "W18", "W19"} <= rules_of("30% ... 04/03/2026 ... 14:30", "cy")


@pytest.mark.parametrize("day", ["04/03/26", "4.3.2026", "04-03-2026", "2026-03-04"])
def test_w18_a_day_in_words(day):
    assert change("W18", f"We meet on {day}.") == "Use: Wednesday 4 March 2026"


def test_w18_a_day_that_there_is_not_gets_no_words_made_up():
    assert change("W18", "On 45/45/2026.").startswith("Write the day of the week")


@pytest.mark.parametrize(
    ("time", "use"),
    [("14:30", "2:30 in the afternoon"), ("09:00", "9 in the morning"),
     ("1700hrs", "5 in the afternoon"), ("19.15", "7:15 in the evening"),
     ("00:30", "12:30 at night")],
)  # fmt: skip
def test_w19_a_time_as_people_say_it(time, use):
    assert change("W19", f"Come at {time} please.") == f"Use: {use}"


def test_w19_24_hours_are_fine_where_the_person_uses_them():
    assert "W19" not in rules_of("Come at 14:30.", uses_24_hours=True)
    assert "W19" not in rules_of("Come at 2:30.")


def test_w20_phone_numbers_in_groups():
    assert change("W20", "Ring 01632960961.") == "Use: 01632 960 961"
    assert "W20" in rules_of("Ring 07700-900-123.")
    assert "W20" not in rules_of("Ring 01632 960 961.")


@pytest.mark.parametrize(
    "text", ["Wash/dress me", "Tea > milk", "Wait ... now", "I sing (a lot) here", "#1"]
)
def test_w21_special_signs_and_brackets(text):
    assert "W21" in rules_of(text)


def test_w21_addresses_and_days_are_left_alone():
    assert "W21" not in rules_of("Look at www.nhs.uk/help today.")
    assert "W21" not in rules_of("On 04/03/2026.")


def test_w22_headings_are_short_and_come_often():
    assert "W22" in rules_of("# This is a heading that is far too long really\n\nTea.")
    blocks = "\n\n".join(["I like tea."] * 4)
    assert "W22" not in rules_of(f"# Tea\n\n{blocks}")
    assert "W22" in rules_of(f"# Tea\n\n{blocks}\n\nI like milk.")


def test_w23_lists():
    assert "W23" not in rules_of("I like:\n- tea\n- milk")
    assert only("W23", "- tea\n- milk").says.said(WORDS) == "Nothing leads into this list."
    assert only("W23", "I like:\n- tea").says.said(WORDS) == "This list has only one point."
    assert "W23" in rules_of("I like:\n" + "- tea\n" * 6)
    assert "W23" in rules_of("I like:\n- tea\n- a b c d e f g h i j k")


def test_w24_blocks_of_at_most_3_sentences():
    assert "W24" not in rules_of("Tea. " * 3)
    assert only("W24", "Tea. " * 4).weight == "W"
    assert only("W24", "Tea. " * 6).weight == "F"


def test_w25_nothing_to_look_up_elsewhere():
    assert "W25" in rules_of("See page 4.")
    assert "W25" in rules_of("Mae te yma\u00b9.", "cy")
    assert "W25" not in rules_of("I see my mum. I read a book.")


def test_w28_a_reading_grade_only_from_100_words_on():
    hard = "Unquestionably considerable organisational responsibilities necessitate consideration. "
    assert "W28" not in rules_of(hard * 14)
    assert only("W28", hard * 20).weight == "F"
    assert "W28" not in rules_of("I like my tea hot. " * 30)


def test_l04_words_in_capitals():
    assert part("L04", "Please STOP now.") == "STOP"
    assert "W15" not in rules_of("PLEASE DO NOT RUN")
    assert "L04" in rules_of("PLEASE DO NOT RUN")


def test_l06_a_word_cut_in_two():
    assert change("L06", "I like go-\ning out.") == "Use: going"
    assert change("L06", "I like go\u00ading out.") == "Use: going"
    assert "L06" not in rules_of("My care-giver.\nA well-\nKnown")


def test_l22_at_most_1000_words():
    assert "L22" not in rules_of("Tea. " * 1000)
    assert "L22" in rules_of("Tea. " * 1001)


# What holds for all of them


def test_r5_the_persons_own_words_are_exempt():
    text = "I don't like fizzy pop, crisps, or MDT meetings; no way."
    own = EASY_READ.document(text, lang="en", own=[(0, len(text))])
    assert EASY_READ.document(text, lang="en")
    assert [each for each in own if EASY_READ.rules.exempts_own_words(each.rule)] == []


def test_r5_words_of_others_beside_the_persons_own_are_not_exempt():
    text = "I don't mind.\n\nStaff don't mind."
    (found,) = [e for e in EASY_READ.document(text, lang="en", own=[(0, 13)]) if e.rule == "W16"]
    assert found.start > 13


def test_every_rule_of_the_table_that_is_remarked_on_has_a_word_of_advice():
    text = "Ask the individual & the MDT, e.g. on 04/03/26; see page 3."
    for each in remarks(text):
        assert each.says.said(WORDS).endswith((".", "."))
        assert each.change.said(WORDS)
        assert 0 <= each.start < each.end <= len(text)


def test_the_gravest_advice_comes_first_while_somebody_writes():
    found = EASY_READ.sentence("I don't like MDTs, cats, dogs.", lang="en")
    assert [each.weight for each in found] == sorted(
        (each.weight for each in found), key="FWI".index
    )


@pytest.mark.parametrize("text", ["", "   \n\n", "\x00", "🚌🚌", "...", "আমি ভাত খাই।", "#", "- "])
def test_odd_texts_are_read_without_a_fuss(text):
    of_a_text = EASY_READ.document(text, lang="en")
    of_a_sentence = EASY_READ.sentence(text, lang="bn")
    assert all(0 <= each.start <= each.end <= len(text) for each in (*of_a_text, *of_a_sentence))


def test_words_with_vowel_signs_are_not_cut():
    assert rules_of("আমি গোসল করি।", "bn") == set()
    assert rules_of("میں نہاتا ہوں۔", "ur") == set()


def test_a_sentence_without_an_end_gets_one_remark_on_its_length():
    assert rules_of("capacity " * 300) >= {"W01"}
    assert "W07" not in rules_of("capacity " * 300)
