"""The name that somebody probably meant."""

import difflib
from collections.abc import Iterable


def near(name: object, names: Iterable[str]) -> str:
    """`` (did you mean 'home'?)`` where there is a name like this one, else nothing."""
    found = difflib.get_close_matches(str(name), sorted(names), n=1)
    return f" (did you mean {found[0]!r}?)" if found else ""
