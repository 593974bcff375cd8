"""One module a screen, each under the name by which others find the way to it."""

from ui.screens.add_person import AddPersonScreen
from ui.screens.add_supporter import AddSupporterScreen
from ui.screens.base import Screen
from ui.screens.home import HomeScreen
from ui.screens.likes import LikesScreen
from ui.screens.new import NewScreen
from ui.screens.people import PeopleScreen
from ui.screens.plan import PlanScreen
from ui.screens.printing import PrintScreen
from ui.screens.stop import NotSafeScreen, RestScreen, SpeakUpScreen, StopScreen
from ui.screens.talk import TalkScreen
from ui.screens.thank_you import ThankYouScreen
from ui.screens.unlock import UnlockScreen
from ui.screens.welcome import WelcomeScreen

SCREENS: dict[str, type[Screen]] = {
    "welcome": WelcomeScreen,
    "new": NewScreen,
    "unlock": UnlockScreen,
    "people": PeopleScreen,
    "add_person": AddPersonScreen,
    "add_supporter": AddSupporterScreen,
    "home": HomeScreen,
    "talk": TalkScreen,
    "thank_you": ThankYouScreen,
    "plan": PlanScreen,
    "likes": LikesScreen,
    "print": PrintScreen,
    "stop": StopScreen,
    "rest": RestScreen,
    "speak_up": SpeakUpScreen,
    "not_safe": NotSafeScreen,
}
