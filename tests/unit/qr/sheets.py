"""Sheets and entries for tests: an ordinary one, and those that somebody made to break things."""

from twofold.assets.print.sheet import Entry, Sheet

PLAIN = Sheet(
    brand="Café Luna",
    title="20 % off your next dinner",
    advice="Scan, leave your number, and your code is there.",
    footer="One code per person. STOP ends our texts.",
)
HOSTILE = {
    "markup": Sheet(
        brand="<script>alert(1)</script> & Co.",
        title="</svg></style><img src=x onerror=alert(1)> & \"quotes\" 'and' $title {title} %s",
        advice="]]> --> <!--",
        footer="&amp; &#x3c;b>",
        initials="<&",
        locale='en"><script>',
    ),
    "endless": Sheet(brand="W" * 400, title="W" * 4000, advice="W " * 900, footer="Wm " * 900, initials="WW"),
    "wordy": Sheet(brand="Łódź " * 60, title="Phở ngon " * 90, advice="Ẫ" * 300, footer="Żółć " * 200),
    "emoji": Sheet(brand="🎉🎉", title="👩‍👩‍👧‍👦 " * 60, advice="👍🏽" * 80, footer="🇵🇱🇻🇳", initials="🍕"),
    "leftwards": Sheet(
        brand="مطعم القمر",
        title="20% הנחה \u202eevil\u202c (abc)",
        advice="לא " * 90,
        footer="شروط",
        locale="ar",
    ),
    "controls": Sheet(brand="a\x00b\ud800c", title="\x0b\x1b[31m\ufffe\n\r\n\tx", advice="\u2028\u2029"),
}
LONG = Entry(
    link="https://promotions.a-very-long-brand-name.example.com/4F7K2M",
    address="promotions.a-very-long-brand-name.example.com/4F7K2M",
    place="Shop window, Main Street 5, second floor, " * 5,
)


def entries(count: int) -> list[Entry]:
    """As many, each with a link of its own."""
    return [
        Entry(link=f"https://go.brand.com/{i:06d}", address=f"go.brand.com/{i:06d}", place=f"Table {i + 1}")
        for i in range(count)
    ]


def encoded(count: int) -> list[str]:
    return [f"HTTPS://GO.BRAND.COM/{i:06d}" for i in range(count)]
