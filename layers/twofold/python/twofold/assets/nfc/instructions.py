"""How to write the tags, told to the person who does it: Markdown in plain words, to go along with a sheet."""

from .authenticated import FILE_NUMBER
from .chips import Chip
from .mirror import Mirror

SIGNS = """\
# Writing your NFC signs

{count} to write, one for each row of the sheet. Each tag must be an empty **{chip}**.

You need either a phone with an app that writes NFC tags (NFC Tools or NXP TagWriter, for instance), or a USB writer
with its program.

## First, one tag
1. Take the first row. Write its number on the back of the tag, so that it reaches the right place.
2. Write the tag:
   - **With a phone:** choose *Write*, then *Link* or *URL*. Copy the cell **link**, whole, and hold the tag to the
     phone.
   - **With a USB writer:** write the bytes of **memory_from_page_4**, beginning at page 4. If your program asks for an
     NDEF message instead, give it **ndef_message**.
{mirror}3. Tap the tag with another phone. Your page must open within a second or two.
4. Hold the tag where it will hang and tap again: metal behind a tag blocks it. On metal, use tags made for metal.

## Then the others
Do the same row by row, and tick off each row. For hundreds of tags, a USB writer whose program reads the sheet is
quicker: match its columns by their names. Tap every twentieth tag to see that nothing has slipped by a row.

## Lock them, last
A tag that is not locked can be rewritten by any passer-by. When everything works, do what the column **lock** says.
You need no password, and **locking cannot be undone**: a locked tag with a mistake goes in the bin. Where the link
leads can still be changed on your side.
"""

MIRROR = """\
   - Then set the mirror, by which the tag itself puts {shown} into the link. Read page {cfg0_page} and page
     {cfg1_page} first ({cfg0_page:02X} and {cfg1_page:02X} in hexadecimal, as some programs want them). Usually they
     hold `04 00 00 FF` and `00 05 00 00`. Then write **cfg0** to the first and **cfg1** to the second. If they hold
     something else, change only the first and third byte of page {cfg0_page} and the first of page {cfg1_page}.
   - Read the link again: where the sheet has zeros after `m=`, there must now be {shown}. If other letters have
     changed instead, the link does not begin where the sheet says: write **memory_from_page_4** with a USB writer.
"""

SHOWN = {
    Mirror.UID: "its serial number",
    Mirror.COUNTER: "its count of taps",
    Mirror.UID_AND_COUNTER: "its serial number and its count of taps",
}

AUTHENTICATED = """\
# Writing your authenticated NFC signs

{count} to write, one for each row of the sheets. Each tag must be an empty **NTAG 424 DNA**. At each tap it signs the
link anew, so that a link that was used before is worth nothing.

There are two sheets with the same rows. The one with the **keys is a secret**: give it only to the person who writes,
not by e-mail, and delete it afterwards. You can make it anew whenever you need it.

You need a program for NTAG 424 DNA: NXP TagWriter on a phone for a few, a USB writer with its program for many.

## First, one tag
1. Take the first row of both sheets. Write its number on the back of the tag.
2. Identify yourself with key 0. A new tag has sixteen zero bytes there.
3. Write **file**, whole, to file {file_number}, beginning at its first byte; its first two bytes are its length. If
   your program takes a link instead, copy the cell **link**.
4. Change key 1 and key 2 to what the sheet of keys says; version 1 for both.
5. Change the settings of file {file_number} to **file_settings**. If your program asks for them one by one:
   - mirror the UID and the read counter, encrypted, at **picc_data_offset**, with key 2 as SDM meta read key;
   - the MAC at **sdm_mac_offset**, its input from **sdm_mac_input_offset**, with key 1 as SDM file read key;
   - everybody may read; key 0 is needed to write and to change settings.
6. Read the tag twice with an app that only shows its link: what stands after `p=` and after `c=` must not be zeros, and
   must differ from the first time. Then tap it with another phone: your page must open and take the tap for genuine.
   If it does not, a key or an offset is wrong.
7. When it works, change key 0 to a secret of your own, and keep it: without it, nobody can ever rewrite the tag, you
   included. **Do not skip this:** with zeros there, anybody can rewrite your sign.

## Then the others
Do the same row by row, and tick off each row; every sign has keys of its own, so rows must not get mixed up. Tap every
one of them once before it hangs.

Metal behind a tag blocks it. On metal, use tags made for metal.
"""


def sign_instructions(count: int, chip: Chip, mirror: Mirror | None = None) -> str:
    """To go along with `sign_sheet`."""
    step = ""
    if mirror is not None:
        step = MIRROR.format(shown=SHOWN[mirror], cfg0_page=chip.cfg0_page, cfg1_page=chip.cfg1_page)
    return SIGNS.format(count=_tags(count), chip=chip.name, mirror=step)


def authenticated_instructions(count: int) -> str:
    """To go along with `authenticated_sheet` and `key_sheet`."""
    return AUTHENTICATED.format(count=_tags(count), file_number=FILE_NUMBER)


def _tags(count: int) -> str:
    return "1 tag" if count == 1 else f"{count} tags"
