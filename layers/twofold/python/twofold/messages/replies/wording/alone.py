"""An answer that is nothing but a keyword, or keywords, in polite company."""

from twofold.messages.replies.model import STOP
from twofold.messages.replies.wording.lexicon import ALONE, JOINED, fillers
from twofold.messages.replies.wording.sounds import unaccented
from twofold.messages.replies.wording.tokens import BOUNDS


def read_alone(words: list[str]) -> str | None:
    """What the keyword wants; nothing when the answer says more, or something else."""
    return _one([word for word in words if word not in BOUNDS]) or _one(_core(words))


def only_keywords(words: list[str]) -> bool:
    """Whether there is nothing but keywords, one of them for leaving: STOP HELP, no stop, yes stop."""
    wants = {ALONE.get(word) for word in _core(words)}
    return STOP in wants and None not in wants


def _core(words: list[str]) -> list[str]:
    idle = fillers(words)
    return [word for word, passes in zip(words, idle, strict=True) if not passes and word not in BOUNDS]


def _one(words: list[str]) -> str | None:
    said = " ".join(words)
    return ALONE.get(said) or JOINED.get("".join(words)) or _repeated("".join(words)) or _half_accented(words)


def _half_accented(words: list[str]) -> str | None:
    """What it wants whose writer left the accents off some of the words."""
    bare = sum(word.isascii() and word.islower() for word in words)
    return ALONE.get(unaccented(" ".join(words))) if 0 < bare < len(words) else None


def _repeated(text: str) -> str | None:
    """STOP for `stopstopstop`."""
    return STOP if len(text) > 4 and text == "stop" * (len(text) // 4) else None
