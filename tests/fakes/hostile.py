"""Addresses that nobody may make us call, each with the reason: a table of whole URLs, and what their names lead to.

It is written down on its own, from the documents and from what has fooled other programs; nothing of it is taken from
the table that it judges.
"""

from collections.abc import Iterator, Mapping
from ipaddress import IPv4Address

VICTIMS = ("127.0.0.1", "169.254.169.254", "10.0.0.1", "192.168.1.1", "172.16.0.1", "0.0.0.0")
"""What an attacker would like to have called."""

BARE = {
    "this network": ("0.0.0.0", "0.1.2.3", "0.255.255.255"),
    "private": (
        "10.0.0.0",
        "10.255.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.168.0.0",
        "192.168.255.255",
    ),
    "loopback": ("127.0.0.1", "127.0.0.2", "127.1.1.1", "127.255.255.255"),
    "a carrier's": ("100.64.0.0", "100.100.100.200", "100.127.255.255"),
    "link-local": ("169.254.0.0", "169.254.100.1", "169.254.169.123", "169.254.169.254", "169.254.170.2"),
    "metadata of a cloud": ("168.63.129.16", "192.0.0.192", "[fd00:ec2::254]", "[fd20:ce::254]"),
    "for protocols": (
        "192.0.0.0",
        "192.0.0.8",
        "192.0.0.170",
        "192.88.99.1",
        "192.31.196.1",
        "192.52.193.1",
        "192.175.48.1",
    ),
    "for documentation": ("192.0.2.1", "198.51.100.255", "203.0.113.9", "[2001:db8::1]", "[3fff::1]"),
    "for benchmarks": ("198.18.0.0", "198.19.255.255", "[2001:2::1]"),
    "multicast": ("224.0.0.1", "233.252.0.1", "239.255.255.250", "[ff02::1]", "[ff0e::1]", "[ff05::2]"),
    "reserved": (
        "240.0.0.1",
        "250.1.2.3",
        "255.255.255.254",
        "[4000::1]",
        "[8000::1]",
        "[e000::1]",
        "[200::1]",
    ),
    "broadcast": ("255.255.255.255",),
    "no address": ("[::]", "[0:0:0:0:0:0:0:0]"),
    "IPv6 loopback": ("[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]"),
    "IPv6 link-local": ("[fe80::1]", "[fe80::a9fe:a9fe]", "[febf:ffff::1]", "[fec0::1]", "[feff::1]"),
    "unique local": ("[fc00::1]", "[fd00::1]", "[fd12:3456:789a:1::1]", "[fdff:ffff::1]"),
    "IPv6 for protocols": ("[100::1]", "[2001:1::1]", "[2001:20::1]", "[5f00::1]", "[2620:4f:8000::1]"),
    "given back": ("[3ffe::1]", "[3ffe:831f::1]"),
}

NAMES = (
    *("localhost", "LOCALHOST", "localhost.", "a.localhost", "localhost.localdomain", "ip6-localhost"),
    *(
        "metadata",
        "metadata.google.internal",
        "instance-data",
        "instance-data.ec2.internal",
        "kubernetes.default.svc.cluster.local",
    ),
    *("router.local", "nas.lan", "fritz.box.home", "intranet", "wiki.corp", "db.internal", "mail.private"),
    *("hidden.onion", "1.0.0.127.in-addr.arpa", "router.home.arpa", "some.test", "some.invalid", "some.alt"),
    *(
        "crm",
        "crm.",
        ".",
        "..",
        ".example.com",
        "example..com",
        "-example.com",
        "example-.com",
        "exa_mple.com",
    ),
    *(
        f"{'a' * 64}.example.com",
        f"{'a.' * 127}com",
        "example.com.",
        "127.0.0.1.",
        "example.123",
        "example.0x7f",
    ),
)

OTHER_SCRIPTS = (
    *("127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "１２７.０.０.１", "①②⑦.⓪.⓪.①", "¹²⁷.⁰.⁰.¹", "₁₂₇.₀.₀.₁"),
    *(
        "𝟏𝟐𝟕.𝟎.𝟎.𝟏",
        "𝟭𝟮𝟳.𝟬.𝟬.𝟭",
        "١٢٧.٠.٠.١",
        "१२७.०.०.१",
        "１６９。２５４。１６９。２５４",
        "2130706433。",
        "２１３０７０６４３３",
    ),
    *(
        "ｌｏｃａｌｈｏｓｔ",
        "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
        "𝓁ocalhost",
        "loca\u00adlhost",
        "local\u200bhost",
        "loc\u2060alhost",
        "ℓocalhost",
    ),
    *(
        "example。com",
        "ex\u200dample.com",
        "\u212aelvin.com",
        "exampl\ufeffe.com",
        "ﬁle.example.com",
        "exa℀mple.com",
    ),
    *(
        "example.com⁄.evil.example",
        "example.com／evil",
        "example.com＃evil",
        "example.com：80",
        "example．com",
        "xn--a.example.com",
    ),
    *(
        "xn--0.example.com",
        "xn--.example.com",
        "xn--example-.com",
        "०x7f.1",
        "example.c\u0661m",
        "exam\u0338ple\u2024com",
    ),
)

SCHEMES = (
    *(
        "http",
        "ftp",
        "ftps",
        "file",
        "gopher",
        "dict",
        "ldap",
        "ldaps",
        "tftp",
        "sftp",
        "ssh",
        "telnet",
        "smtp",
        "imap",
    ),
    *(
        "ws",
        "wss",
        "data",
        "javascript",
        "jar",
        "netdoc",
        "phar",
        "expect",
        "php",
        "s3",
        "unix",
        "http+unix",
        "redis",
    ),
    *("httpss", "shttp", "xhttps", "https+http", " https", "https ", "view-source:https"),
)

SHAPES = {
    "no URL at all": (
        *("", " ", "https", "https:", "https:/", "https://", "https:///", "//example.com"),
        *("example.com",),
    ),
    "no host": (
        *("https:///path", "https://?q=1", "https://:443/", "https://[]/", "https:example.com"),
        *("https:/example.com",),
    ),
    "too many slashes": ("https:////example.com", "https:///example.com/", "///example.com"),
    "a user": (
        *(
            "https://user@example.com/",
            "https://user:secret@example.com/",
            "https://@example.com/",
            "https://:@example.com/",
        ),
        *("https://example.com@127.0.0.1/", "https://127.0.0.1@example.com/", "https://a@b@example.com/"),
        *(
            "https://example.com:443@127.0.0.1/",
            "https://example.com%40127.0.0.1/",
            "https://example.com%00@127.0.0.1/",
        ),
    ),
    "a backslash": (
        *(
            "https:\\\\example.com",
            "https:/\\example.com",
            "https://example.com\\@127.0.0.1/",
            "https://127.0.0.1\\.example.com",
        ),
        *(
            "https://example.com\\",
            "https://example.com/a\\b",
            "\\\\127.0.0.1\\share",
            "https://\\127.0.0.1/",
        ),
    ),
    "a fragment": (
        *("https://example.com/#", "https://example.com#@127.0.0.1/", "https://127.0.0.1#.example.com/"),
        *("https://example.com/#frag", "https://#example.com", "https://example.com/?a#b"),
    ),
    "control characters": (
        *(
            "https://example.com/\r\nHost: 127.0.0.1",
            "https://example.com/\n",
            "\nhttps://example.com",
            "https://exam\tple.com",
        ),
        *(
            "https://example.com/\x00",
            "https://127.0.0.1\x00.example.com",
            "https://example.com/\x7f",
            "https://example.com/\x85",
        ),
        *(
            "https://example.com\r\n/",
            "https://example.com/\x1b[0m",
            "https://example.com/\u2028",
            "https://example.com/\x0b",
        ),
    ),
    "spaces": (
        *(" https://example.com", "https://example.com ", "https://example .com", "https://example.com/a b"),
        *("https:// example.com", "https://example.com/\u00a0", "https://example.com/\u3000"),
        "https://127.0.0.1 .example.com",
    ),
    "percent in the host": (
        *("https://%31%32%37.0.0.1/", "https://127.0.0.1%2f.example.com", "https://loc%61lhost/"),
        *("https://example%2ecom",),
    ),
    "a zone": (
        *("https://[fe80::1%25eth0]/", "https://[fe80::1%eth0]/", "https://[::1%25lo]/"),
        *("https://[2606:4700::1111%251]/",),
    ),
    "brackets": (
        *("https://[127.0.0.1]/", "https://[::1/", "https://::1]/", "https://::1/", "https://[[::1]]/"),
        *("https://[::1].example.com/", "https://[v1.fe80]/", "https://[localhost]/"),
        *("https://example.com[::1]/",),
    ),
    "characters of a path": (
        *("https://example.com/<x>", 'https://example.com/"', "https://example.com/{x}"),
        *("https://example.com/%zz", "https://example.com/%", "https://example.com/ż"),
        *("https://example.com/?q=日本", "https://example.com/|", "https://example.com/^"),
    ),
    "a separator in the host": (
        *("https://example.com;127.0.0.1/", "https://example.com,127.0.0.1/"),
        *("https://127.0.0.1&example.com/", "https://exa$mple.com/", "https://exa!mple.com/"),
        *("https://*.example.com/", "https://(127.0.0.1)/", "https://example.com=1/"),
    ),
    "too long": (f"https://example.com/{'a' * 2_048}",),
}

PORTS = (
    *(
        "0",
        "1",
        "22",
        "25",
        "80",
        "444",
        "2773",
        "6379",
        "8080",
        "8443",
        "9001",
        "11211",
        "65535",
        "65536",
        "99999999999",
    ),
    *("", "0443", "+443", "-443", "4 43", "44３", "https", "443:80", "443.", "1bb", "0x1bb", "٤٤٣"),
)


def table() -> Mapping[str, str]:
    """Each URL with the reason why it is hostile."""
    return dict(_rows())


def leads_to() -> Mapping[str, tuple[str, ...]]:
    """What the names in the table resolve to that are themselves innocent."""
    private = [address.strip("[]") for addresses in BARE.values() for address in addresses]
    alone = {f"leads-{number}.example.com": (address,) for number, address in enumerate(private)}
    mixed = {f"also-leads-{n}.example.com": ("93.184.216.34", victim) for n, victim in enumerate(VICTIMS)}
    known = {"localtest.me": ("127.0.0.1",), "169.254.169.254.nip.io": ("169.254.169.254",)}
    return {**alone, **mixed, **known, "v6.localtest.me": ("93.184.216.34", "::ffff:127.0.0.1")}


def _rows() -> Iterator[tuple[str, str]]:
    for victim in VICTIMS:
        yield from ((f"https://{host}/", f"{victim} {how}") for how, host in _writings(IPv4Address(victim)))
        yield from (
            (f"https://[{host}]/", f"{victim} in {how}") for how, host in _embedded(IPv4Address(victim))
        )
    for what, addresses in BARE.items():
        yield from ((f"https://{address}/hooks", what) for address in addresses)
    yield from ((f"https://{name}/hooks", "a name that is not public, or is none") for name in NAMES)
    yield from ((f"https://{name}/hooks", "read differently elsewhere") for name in OTHER_SCRIPTS)
    yield from ((f"{scheme}://example.com/", "another scheme") for scheme in SCHEMES)
    yield from ((f"https://example.com:{port}/", "another port") for port in PORTS)
    for what, urls in SHAPES.items():
        yield from ((url, what) for url in urls)
    yield from ((f"https://{name}/", f"leads to {', '.join(to)}") for name, to in leads_to().items())


def _writings(address: IPv4Address) -> Iterator[tuple[str, str]]:
    """As a URL parser or the C library reads them (WHATWG URL, 3.5; inet_aton)."""
    a, b, c, d = address.packed
    number = int(address)
    yield "as a number", str(number)
    yield "as a hexadecimal number", hex(number)
    yield "as an octal number", f"0{number:o}"
    yield "in hexadecimal", f"0x{a:x}.0x{b:x}.0x{c:x}.0x{d:x}"
    yield "in octal", f"0{a:o}.0{b:o}.0{c:o}.0{d:o}"
    yield "in mixed bases", f"0x{a:X}.{b}.0{c:o}.{d}"
    yield "with zeros before", f"{a:03}.{b:03}.{c:03}.{d:03}" if number else "00.0.0.0"
    yield "in three parts", f"{a}.{b}.{(c << 8) + d}"
    yield "in two parts", f"{a}.{number & 0xFFFFFF}"
    yield "beyond its range", f"{a + 256}.{b}.{c}.{d}"
    yield "as a number beyond its range", str(number + 2**32)
    yield "with a full stop", f"{address}."
    yield "in five parts", f"{address}.0"


def _embedded(address: IPv4Address) -> Iterator[tuple[str, str]]:
    text, (high, low) = str(address), divmod(int(address), 2**16)
    yield "a mapped address", f"::ffff:{text}"
    yield "a mapped address in hexadecimal", f"0:0:0:0:0:ffff:{high:x}:{low:x}"
    yield "a compatible address", f"::{text}"
    yield "a translated address", f"::ffff:0:{text}"
    yield "NAT64", f"64:ff9b::{text}"
    yield "a local NAT64", f"64:ff9b:1::{high:x}:{low:x}"
    yield "6to4", f"2002:{high:x}:{low:x}::1"
    yield "Teredo", f"2001:0:4136:e378:8000:63bf:{high ^ 0xFFFF:x}:{low ^ 0xFFFF:x}"
    yield "ISATAP", f"2606:4700::5efe:{text}"
    yield "ISATAP of a public address", f"2606:4700::200:5efe:{high:x}:{low:x}"
