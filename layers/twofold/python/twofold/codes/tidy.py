"""How a code is looked up, whoever typed it."""


def tidy(typed: str) -> str:
    """A code as it is stored, from how a person typed it: case, spaces and hyphens do not matter."""
    return "".join(typed.split()).replace("-", "").upper()
