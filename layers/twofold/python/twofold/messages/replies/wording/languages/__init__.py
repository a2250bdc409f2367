"""One file per language, each with the words and phrases of those who are at home in it."""

from twofold.messages.replies.wording.languages.cs import CZECH
from twofold.messages.replies.wording.languages.de import GERMAN
from twofold.messages.replies.wording.languages.elsewhere import ELSEWHERE
from twofold.messages.replies.wording.languages.en import ENGLISH
from twofold.messages.replies.wording.languages.es import SPANISH
from twofold.messages.replies.wording.languages.fr import FRENCH
from twofold.messages.replies.wording.languages.it import ITALIAN
from twofold.messages.replies.wording.languages.nl import DUTCH
from twofold.messages.replies.wording.languages.pl import POLISH
from twofold.messages.replies.wording.languages.pt import PORTUGUESE
from twofold.messages.replies.wording.languages.ru import RUSSIAN
from twofold.messages.replies.wording.languages.sv import SWEDISH
from twofold.messages.replies.wording.languages.tr import TURKISH
from twofold.messages.replies.wording.languages.uk import UKRAINIAN
from twofold.messages.replies.wording.languages.vi import VIETNAMESE

LANGUAGES = (
    *(ENGLISH, GERMAN, POLISH, SPANISH, FRENCH, ITALIAN, PORTUGUESE, DUTCH),
    *(VIETNAMESE, CZECH, TURKISH, SWEDISH, RUSSIAN, UKRAINIAN),
    ELSEWHERE,
)
