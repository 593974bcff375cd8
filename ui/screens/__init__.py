"""One module a screen, each under the name by which others find the way to it.

A screen's module is loaded when the screen is first shown, so that the first one is there at once.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.screens.base import Screen

SCREENS = {
    "welcome": "welcome.WelcomeScreen",
    "new": "new.NewScreen",
    "unlock": "unlock.UnlockScreen",
    "people": "people.PeopleScreen",
    "add_person": "add_person.AddPersonScreen",
    "add_supporter": "add_supporter.AddSupporterScreen",
    "join": "join.JoinScreen",
    "home": "home.HomeScreen",
    "talks": "talks.TalksScreen",
    "story": "story.StoryScreen",
    "talk": "talk.TalkScreen",
    "thank_you": "thank_you.ThankYouScreen",
    "plan": "plan.PlanScreen",
    "easy_words": "easy_words.EasyWordsScreen",
    "read_by": "read_by.ReadByScreen",
    "sentence": "sentence.SentenceScreen",
    "history": "history.HistoryScreen",
    "record": "record.RecordScreen",
    "incomplete": "incomplete.IncompleteScreen",
    "sheet": "sheet.SheetScreen",
    "recover": "recover.RecoverScreen",
    "keeping": "keeping.KeepingScreen",
    "rights": "rights.RightsScreen",
    "moving_on": "moving_on.MovingOnScreen",
    "erase": "erase.EraseScreen",
    "erased": "erase.ErasedScreen",
    "confirm": "confirm.ConfirmScreen",
    "retention": "retention.RetentionScreen",
    "picture_sets": "picture_sets.PictureSetsScreen",
    "translators": "translators.TranslatorsScreen",
    "leaving": "leaving.LeavingScreen",
    "restore": "restore.RestoreScreen",
    "take_back": "take_back.TakeBackScreen",
    "workers": "workers.WorkersScreen",
    "worker": "workers.WorkerScreen",
    "add_worker": "worker_keys.AddWorkerScreen",
    "worker_name": "worker_keys.WorkerNameScreen",
    "worker_secret": "worker_keys.WorkerSecretScreen",
    "worker_role": "worker_role.WorkerRoleScreen",
    "worker_people": "worker_people.WorkerPeopleScreen",
    "worker_end": "worker_keys.WorkerEndScreen",
    "doings": "doings.DoingsScreen",
    "who_sees": "who_sees.WhoSeesScreen",
    "who_sees_line": "who_sees_line.WhoSeesLineScreen",
    "share_with": "share_with.ShareWithScreen",
    "show_to": "show_to.ShowToScreen",
    "copies": "copies.CopiesScreen",
    "copy_for": "copy_for.CopyForScreen",
    "shown": "shown.ShownScreen",
    "override": "override.OverrideScreen",
    "likes": "likes.LikesScreen",
    "checking_words": "checking_words.CheckingWordsScreen",
    "words_here": "checking_words.WordsHereScreen",
    "better_words": "checking_words.BetterWordsScreen",
    "clear_pictures": "clear_pictures.ClearPicturesScreen",
    "name_sounds": "name_sounds.NameSoundsScreen",
    "plan_languages": "plan_languages.PlanLanguagesScreen",
    "in_language": "in_language.InLanguageScreen",
    "interpreting": "interpreting.InterpretingScreen",
    "goals": "goals.GoalsScreen",
    "moved": "moved.MovedScreen",
    "yswd": "yswd.YouSaidWeDidScreen",
    "promises": "promises.PromisesScreen",
    "answer_promise": "promises.AnswerPromiseScreen",
    "due": "due.DueScreen",
    "print": "printing.PrintScreen",
    "plan_sound": "plan_sound.PlanSoundScreen",
    "stop": "stop.StopScreen",
    "rest": "stop.RestScreen",
    "speak_up": "stop.SpeakUpScreen",
    "not_safe": "stop.NotSafeScreen",
    "tell": "sealed_notes.TellScreen",
    "advocate_review": "advocate.AdvocateReviewScreen",
    "advocate_queries": "advocate_queries.AdvocateQueriesScreen",
    "questions_home": "questions_home.QuestionsHomeScreen",
    "came_back": "came_back.CameBackScreen",
    "sealed_notes": "sealed_notes.SealedNotesScreen",
    "help": "help.HelpScreen",
    "picture_guide": "picture_guide.PictureGuideScreen",
    "kept": "kept.KeptScreen",
    "wrong": "wrong.WrongScreen",
    "about": "about.AboutScreen",
    "licences": "licences.LicencesScreen",
    "licence": "licences.LicenceScreen",
}


def screen_class(name: str) -> "type[Screen]":
    """The class of a screen.

    Raises:
        KeyError: there is no screen of this name.

    """
    module, _, found = SCREENS[name].partition(".")
    made: type[Screen] = getattr(importlib.import_module(f"ui.screens.{module}"), found)
    return made


def load_all() -> None:
    """Load every screen, while nobody is waiting."""
    for name in SCREENS:
        screen_class(name)
    moments = importlib.import_module("ui.screens.moments")
    moments.load_all()
