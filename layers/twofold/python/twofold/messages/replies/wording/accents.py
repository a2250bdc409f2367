"""Vietnamese, where only accents tell stop (dừng) and do not (đừng) from right (đúng), use (dùng) and stand (đứng)."""

import re

from twofold.messages.replies.wording.languages.vi import VIETNAMESE
from twofold.messages.replies.wording.plain import plain
from twofold.messages.replies.wording.sounds import sound, toneless

OTHER_WORD = "q"
"""Put behind a word that is, but for its accents, one of the tables: no Vietnamese word ends so."""

_ITS_OWN = re.compile(r"[đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹũĩ]|\b(?:có|dùng|tát|húy)\b")
"""What no other language of the tables has."""

_FIELDS = [getattr(VIETNAMESE, name) for name in VIETNAMESE.__slots__]
_TEXTS = [text for field in _FIELDS for text in ([field] if isinstance(field, str) else field.values())]
_WORDS = {word for text in _TEXTS for word in re.findall(r"[^\W\d_]+", text.casefold()) if not word.isascii()}
_SOUNDS = frozenset(map(sound, _WORDS))
_SHAPES = {toneless(word): word for word in sorted(_SOUNDS)}
_DOUBLES = frozenset(map(plain, _WORDS))


def tell_apart(composed: str) -> str | None:
    """A Vietnamese text with accents, plain but for the words of its tables; nothing for any other text.

    Accents that are left off are forgiven, those that make another word are not. A text without any cannot be told
    apart and is read like all others.
    """
    if not _ITS_OWN.search(composed):
        return None
    return "".join(_told(part) for part in re.split(r"(\W+)", composed))


def _told(part: str) -> str:
    if part.isascii():
        return part
    heard, bare = sound(part), plain(part)
    known = heard if heard in _SOUNDS else _SHAPES.get(part)
    return known or (bare + OTHER_WORD if bare in _DOUBLES else bare)
