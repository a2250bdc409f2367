"""An answer that is nothing but a keyword, or keywords, in polite company."""

from twofold.messages.replies.model import STOP
from twofold.messages.replies.wording.lexicon import ALONE, FILLERS, JOINED
from twofold.messages.replies.wording.tokens import END, PAUSE


def read_alone(words: list[str]) -> str | None:
    """What the keyword wants; nothing when the answer says more, or something else."""
    said = [word for word in words if word not in (END, PAUSE)]
    core = [word for word in said if word not in FILLERS]
    return _one(said) or _one(core)


def only_keywords(words: list[str]) -> bool:
    """Whether there is nothing but keywords, one of them for leaving: STOP HELP, no stop, yes stop."""
    wants = {ALONE.get(word) for word in words if word not in (END, PAUSE) and word not in FILLERS}
    return STOP in wants and None not in wants


def _one(words: list[str]) -> str | None:
    return ALONE.get(" ".join(words)) or JOINED.get("".join(words)) or _repeated("".join(words))


def _repeated(text: str) -> str | None:
    """STOP for `stopstopstop`."""
    return STOP if len(text) > 4 and text == "stop" * (len(text) // 4) else None
