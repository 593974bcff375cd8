"""What tests of hearing look at and change: the strip of buttons, and how a person likes it."""

from app.model.person import Person, Settings
from app.model.record import Record
from app.usecases import people
from tests.helpers.driver import Driver


def kept_settings(driver: Driver, person: Record[Person]) -> Settings:
    """How this person likes things, as it stands in the notebook."""
    notebook = driver.window.ctx.open_notebook
    return driver.ask(lambda: people.person(notebook, person=person.id)).body.ui


def like(driver: Driver, person: Record[Person], **how: object) -> None:
    """Have this person like things so, from now on."""
    notebook, by = driver.window.ctx.open_notebook, driver.window.ctx.writer
    for field, value in how.items():
        driver.ask(
            lambda field=field, value=value: people.change_setting(
                notebook, person=person.id, field=field, value=value, by=by
            )
        )
    driver.window.use_settings(kept_settings(driver, person))
    driver.settle()


def strip(driver: Driver) -> list[str]:
    """The buttons of the strip that can be pressed."""
    return [name for name in driver.names() if name.startswith("hear-")]
