"""One file per language, each with what those say in it who decline."""

from twofold.messages.replies.wording.languages.declining.cs import CZECH
from twofold.messages.replies.wording.languages.declining.de import GERMAN
from twofold.messages.replies.wording.languages.declining.en import ENGLISH
from twofold.messages.replies.wording.languages.declining.es import SPANISH
from twofold.messages.replies.wording.languages.declining.fr import FRENCH
from twofold.messages.replies.wording.languages.declining.it import ITALIAN
from twofold.messages.replies.wording.languages.declining.nl import DUTCH
from twofold.messages.replies.wording.languages.declining.pl import POLISH
from twofold.messages.replies.wording.languages.declining.pt import PORTUGUESE
from twofold.messages.replies.wording.languages.declining.ru import RUSSIAN
from twofold.messages.replies.wording.languages.declining.sv import SWEDISH
from twofold.messages.replies.wording.languages.declining.tr import TURKISH
from twofold.messages.replies.wording.languages.declining.uk import UKRAINIAN
from twofold.messages.replies.wording.languages.declining.vi import VIETNAMESE

DECLINING = (
    *(ENGLISH, GERMAN, POLISH, SPANISH, FRENCH, ITALIAN, PORTUGUESE, DUTCH),
    *(VIETNAMESE, CZECH, TURKISH, SWEDISH, RUSSIAN, UKRAINIAN),
)
