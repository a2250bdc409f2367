"""Area codes of the US and Canada: the state or province each lies in, and every time zone it has a part in.

Sources: the geographic area codes of the North American Numbering Plan Administration and the Canadian Numbering
Administrator; the limits of zones in 49 CFR part 71. Codes that lie nowhere (toll-free, 5xx, 600) are not here.
"""

from dataclasses import dataclass

_US_ZONES = {
    "E": "America/New_York",
    "C": "America/Chicago",
    "M": "America/Denver",
    "F": "America/Phoenix",
    "P": "America/Los_Angeles",
    "K": "America/Anchorage",
    "D": "America/Adak",
    "H": "Pacific/Honolulu",
}
_US = """
AL C 205 251 256 334 483 659 938
AK KD 907
AR C 327 479 501 870
AZ F 480 520 602 623 FM 928
CA P 209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747
CA P 760 805 818 820 831 840 858 909 916 925 949 951
CO M 303 719 720 748 970 983
CT E 203 475 860 959
DC E 202 771
DE E 302
FL E 239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954 EC 448 850
GA E 229 404 470 478 678 706 762 770 912 943
HI H 808
IA C 319 515 563 641 712
ID MP 208 986
IL C 217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 872
IN E 260 317 463 765 EC 219 574 812 930
KS C 316 913 CM 620 785
KY E 502 859 EC 270 364 606
LA C 225 318 337 457 504 985
MA E 339 351 413 508 617 774 781 857 978
MD E 227 240 301 410 443 667
ME E 207
MI E 231 248 269 313 517 586 616 679 734 810 947 989 EC 906
MN C 218 320 507 612 651 763 952
MO C 235 314 417 557 573 636 660 816 975
MS C 228 471 601 662 769
MT M 406
NC E 252 336 472 704 743 828 910 919 980 984
ND CM 701
NE C 402 531 CM 308
NH E 603
NJ E 201 551 609 640 732 848 856 862 908 973
NM M 505 575
NV P 702 725 PM 775
NY E 212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934
OH E 216 220 234 283 326 330 380 419 436 440 513 567 614 740 937
OK C 405 539 572 580 918
OR P 503 971 PM 458 541
PA E 215 223 267 272 412 445 484 570 582 610 717 724 814 835 878
RI E 401
SC E 803 821 839 843 854 864
SD CM 605
TN C 615 629 731 901 931 E 865 EC 423 729
TX C 210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979 M 915
UT M 385 435 801
VA E 276 434 540 571 686 703 757 804 826 948
VT E 802
WA P 206 253 360 425 509 564
WI C 262 274 353 414 534 608 715 920
WV E 304 681
WY M 307
"""

_CANADIAN_ZONES = {
    "N": "America/St_Johns",
    "A": "America/Halifax",
    "B": "America/Blanc-Sablon",
    "E": "America/Toronto",
    "O": "America/Atikokan",
    "C": "America/Winnipeg",
    "S": "America/Regina",
    "M": "America/Edmonton",
    "P": "America/Vancouver",
    "D": "America/Dawson_Creek",
    "Y": "America/Whitehorse",
}
_CANADA = """
AB M 368 403 587 780 825
BC P 604 PMD 236 250 257 672 778
MB C 204 431 584
NB A 428 506
NL NA 709 879
NS A 782 902
ON E 226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 942 ECO 807
QC E 263 354 438 450 468 514 579 819 873 EAB 273 367 418 581
SK SM 306 474 639
YT YMCEO 867
"""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a country with every zone it reaches into; `state` is empty where none is known."""

    country: str
    state: str
    zones: tuple[str, ...]


def area_of(e164: str) -> Area | None:
    """Where a number of the North American plan was given out; None when its area code lies nowhere we know."""
    return _AREAS.get(e164[2:5])


def _read(country: str, table: str, letters: dict[str, str]) -> dict[str, Area]:
    """A line is a state, then area codes after the letters of the zones they reach into."""
    areas, zones = {}, ""
    for line in table.strip().splitlines():
        state, *words = line.split()
        for word in words:
            if word.isdigit():
                areas[word] = Area(country, state, tuple(letters[letter] for letter in zones))
            else:
                zones = word
    return areas


def _whole(country: str) -> dict[str, Area]:
    zones: dict[str, dict[str, None]] = {}
    for area in _AREAS.values():
        if area.country == country:
            zones.setdefault(area.state, {}).update(dict.fromkeys(area.zones))
    return {state: Area(country, state, tuple(reached)) for state, reached in zones.items()}


_AREAS = _read("US", _US, _US_ZONES) | _read("CA", _CANADA, _CANADIAN_ZONES)

US_STATES = _whole("US")
"""Each state and the District of Columbia, with all of its zones."""
