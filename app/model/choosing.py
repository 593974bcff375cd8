"""Choosing several things, and putting them in an order: what pressing and moving make of it."""

Choices = tuple[str, ...]


def toggled(choices: Choices, one: str) -> Choices:
    """What is chosen once this was pressed: it comes last, or is taken out if it was there."""
    if one in choices:
        return tuple(each for each in choices if each != one)
    return (*choices, one)


def moved(choices: Choices, one: str, places: int) -> Choices:
    """The same things with one moved on by so many places; before the first and last it stays.

    Args:
        choices: what is chosen, in order; no two the same.
        one: which of them.
        places: negative to come earlier.

    Raises:
        ValueError: it is not chosen.

    """
    at = choices.index(one)
    to = max(0, min(len(choices) - 1, at + places))
    rest = (*choices[:at], *choices[at + 1 :])
    return (*rest[:to], one, *rest[to:])
