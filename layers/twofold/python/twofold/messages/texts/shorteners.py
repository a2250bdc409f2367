"""Link shorteners that anybody may use, which carriers block because those who phish hide behind them.

CTIA Messaging Principles and Best Practices (2023), 5.3.2: a shortener should be the sender's own domain.
"""

import re

_PUBLIC = (
    *(
        "adf.ly",
        "bit.do",
        "bit.ly",
        "bitly.com",
        "bl.ink",
        "buff.ly",
        "clck.ru",
        "cutt.ly",
        "dub.sh",
        "goo.gl",
    ),
    *("goo.su", "is.gd", "j.mp", "lnkd.in", "ow.ly", "qr.ae", "rb.gy", "rebrand.ly", "s.id", "short.gy"),
    *("short.io", "shorturl.at", "shorte.st", "soo.gd", "surl.li", "t.co", "t.ly", "t2m.io", "tiny.cc"),
    *("tiny.one", "tinyurl.com", "tny.im", "trib.al", "u.to", "urlz.fr", "v.gd", "vk.cc", "x.co", "zpr.io"),
)

_SHORTENER = re.compile(
    rf"(?<![\w-])({'|'.join(map(re.escape, _PUBLIC))})(?![\w-]|\.\w)", re.ASCII | re.IGNORECASE
)


def shortener_in(text: str) -> str | None:
    """The first public shortener that the text links to, as it is written there."""
    found = _SHORTENER.search(text)
    return found[1] if found else None
