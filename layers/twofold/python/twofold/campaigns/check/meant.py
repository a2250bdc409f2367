"""What was probably meant by a name that means nothing."""

from collections.abc import Iterable
from difflib import get_close_matches


def meant(name: str, names: Iterable[str]) -> str:
    """The end of a sentence: `; did you mean target_url?`, or a full stop when no name is near."""
    near = get_close_matches(name, list(names), 1)
    return f"; did you mean {near[0]}?" if near else "."
