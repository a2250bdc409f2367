"""English."""

from twofold.messages.replies.wording.language import Language
from twofold.messages.replies.wording.languages.en import leaving, staying, words

ENGLISH = Language(
    stop=words.STOP,
    firm=words.FIRM,
    slips=words.SLIPS,
    help=words.HELP,
    start=words.START,
    yes=words.YES,
    filler=words.FILLER,
    sets=words.SETS,
    demands=leaving.DEMANDS,
    keeps=staying.KEEPS,
    asks=staying.ASKS,
    leaves=leaving.LEAVES,
    doubts=leaving.DOUBTS,
    requests=leaving.REQUESTS,
)
