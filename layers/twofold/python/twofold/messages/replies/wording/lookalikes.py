"""Letters and signs that stand for others."""

SIGNS_OF_LEAVING = "🛑🖕🚫⛔🤬🙅👎❌✋🤚🔕"
LEAVING_SIGN = "signofleaving"
"""The word by which the phrases know such a sign."""

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True))
_REGIONAL = {chr(0x1F1E6 + i): chr(ord("a") + i) for i in range(26)}
_ROUND = {chr(0x1F150 + i): chr(ord("a") + i) for i in range(26)}
_SQUARE = {chr(0x1F170 + i): chr(ord("a") + i) for i in range(26)}

SIGNS = str.maketrans(
    _REGIONAL
    | _ROUND
    | _SQUARE
    | dict.fromkeys(SIGNS_OF_LEAVING, f" {LEAVING_SIGN} ")
    | {"…": " , ", "⭕": "o"}
)
"""Before anything else: Unicode does not decompose these."""

LETTERS = str.maketrans(
    _SMALL_CAPITALS
    | dict(zip("đðłøħŧɖıȷŀƚɓɗƙƴ", "ddlohtdijllbdky", strict=True))
    | {"æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
    | dict.fromkeys("’‘‛´`ʼʹ′＇", "'")
)
"""After decomposing: letters with a stroke are letters of their own to Unicode."""

_CYRILLIC = dict(zip("авекмнорстухѕіјԁԛԝһгпьԍ", "abekmhopctyxsijdqwhrnbg", strict=True))
_GREEK = dict(zip("αβεζηικμνοπρστυχωϲ", "abeznikmvoppstuxwc", strict=True))
_LISU = dict(zip("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "abcdefghijklmnoprstuvwxyz", strict=True))
_ARMENIAN = dict(zip("սօոտց", "uonsg", strict=True))
_FANCY = dict(zip("丂ㄒㄖ卩ᔕᑭรֆքȶƭʂɬ℘", "stopspsspttstp", strict=True))
_OTHER_SCRIPTS = str.maketrans(_CYRILLIC | _GREEK | _LISU | _ARMENIAN | _FANCY)
_ROUND_SIGMA = str.maketrans({"σ": "o"})
_DIGITS = str.maketrans("013457$§@|", "oieastssal")


def look_alikes(word: str) -> tuple[str, ...]:
    """The Latin words that a word with letters of other scripts passes for: σ is an s, or only looks like an o."""
    read = (word.translate(_OTHER_SCRIPTS), word.translate(_ROUND_SIGMA).translate(_OTHER_SCRIPTS))
    return tuple(plain for plain in dict.fromkeys(read) if plain != word)


def spell(word: str) -> str:
    """A word with the digits that stand for letters (st0p, 5top) replaced; a number stays a number."""
    return word.translate(_DIGITS) if any(c.isalpha() for c in word) else word
