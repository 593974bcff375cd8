"""The sections of a plan."""

from tests.helpers.content import SECTION_ORDER, SEEN_BY, the_sections


def test_all_sections_of_a_plan_stand_in_their_order() -> None:
    assert [section.id for section in the_sections()] == SECTION_ORDER


def test_each_section_can_be_asked_for_and_says_what_it_is_for() -> None:
    for section in the_sections():
        assert len(section.prompts) >= 3, section.id
        assert 2 <= len(section.others) <= 4, section.id
        assert not set(section.others) & set(section.prompts), section.id
        assert section.why, section.id
        assert section.maps, section.id
        assert set(section.seen_by) <= SEEN_BY, section.id
        assert section.seen_by, section.id


def test_only_the_person_says_how_to_support_them_and_what_makes_it_worse() -> None:
    own = {section.id for section in the_sections() if section.own_words_only}
    assert own == {"support_well", "worse_better"}


def test_what_is_most_personal_is_private_until_the_person_says_otherwise() -> None:
    private = {section.id for section in the_sections() if section.private}
    assert private == {"identity_culture", "future", "also_worth_knowing"}
