"""Reads tags as a phone and a chip do: written from the standards, not from what writes them."""

import re

SCHEMES = {0: "", 1: "http://www.", 2: "https://www.", 3: "http://", 4: "https://"}
NULL, MESSAGE, END = 0x00, 0x03, 0xFE


def link_on(memory: bytes) -> str:
    """The link that a phone opens when these are the bytes from page 4 on."""
    return link_of(_message(memory))


def link_of(message: bytes) -> str:
    """The link of a message that is one URI record and nothing else."""
    flags, type_length = message[0], message[1]
    begin, end, chunked, short, has_id = (bool(flags & bit) for bit in (0x80, 0x40, 0x20, 0x10, 0x08))
    assert (begin, end, chunked, has_id) == (True, True, False, False)
    assert (flags & 0x07, type_length) == (1, 1)
    size = message[2] if short else int.from_bytes(message[2:6], "big")
    rest = message[3:] if short else message[6:]
    assert short or size > 255
    assert rest[:1] == b"U"
    assert len(rest) == 1 + size
    return SCHEMES[rest[1]] + rest[2:].decode("ascii")


def _message(memory: bytes) -> bytes:
    found, place = b"", 0
    while memory[place] != END:
        kind, place = memory[place], place + 1
        if kind == NULL:
            continue
        size, place = memory[place], place + 1
        if size == 0xFF:
            size, place = int.from_bytes(memory[place : place + 2], "big"), place + 2
            assert size >= 0xFF
        found = memory[place : place + size] if kind == MESSAGE else found
        place += size
    assert place + 1 == len(memory)
    return found


def mirrored(memory: bytes, cfg0: bytes, cfg1: bytes, uid: bytes, counter: int) -> bytes:
    """The memory as an NTAG21x shows it while it is read, set so."""
    mirror, page, access = cfg0[0], cfg0[2], cfg1[0]
    kind, byte = mirror >> 6, mirror >> 4 & 0x03
    counts = bool(access & 0x10)
    shown = {
        0: "",
        1: uid.hex().upper(),
        2: f"{counter:06X}" if counts else "",
        3: uid.hex().upper() + (f"x{counter:06X}" if counts else ""),
    }[kind].encode()
    assert page > 3
    start = (page - 4) * 4 + byte
    assert start + len(shown) <= len(memory)
    return memory[:start] + shown + memory[start + len(shown) :]


def signed(content: bytes, settings: bytes, picc: str, mac: str) -> str:
    """The link that an NTAG 424 DNA with this file and these settings tells at a tap."""
    assert re.fullmatch(rb"\x40\x00\xe0\xc1\xf1\x21.{9}", settings, re.DOTALL)
    places = [int.from_bytes(settings[at : at + 3], "little") for at in (6, 9, 12)]
    picc_at, mac_input_at, mac_at = places
    assert mac_input_at == mac_at
    file = bytearray(content)
    file[picc_at : picc_at + 32] = picc.encode()
    file[mac_at : mac_at + 16] = mac.encode()
    size = int.from_bytes(file[:2], "big")
    assert size == len(file) - 2 == len(content) - 2
    return link_of(bytes(file[2:]))
