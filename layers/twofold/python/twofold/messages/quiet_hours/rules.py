"""The hours in which marketing texts may go, by law: a row for each place, with the source it was read from.

Laws written for calls are read as meaning texts: under the TCPA a text is a call, and several states say so. Where
two sources disagree, the row is the stricter. A row is changed with its source.
"""

from datetime import time

from .holidays import alabama, france, louisiana, rhode_island
from .hours import Hours, Row, Week

_8_20 = Hours(time(8), time(20))
_8_21 = Hours(time(8), time(21))
_9_21 = Hours(time(9), time(21))


def _week(weekdays: Hours, saturday: Hours | None, sunday: Hours | None) -> Week:
    return (*[weekdays] * 5, saturday, sunday)


def _daily(hours: Hours) -> Week:
    return _week(hours, hours, hours)


FEDERAL = Row(
    id="US", texts="texts to the United States", week=_daily(_8_21), source="47 CFR § 64.1200(c)(1)"
)

STATES = {
    "AL": Row(
        id="US-AL",
        texts="texts to Alabama",
        week=_week(_8_20, _8_20, None),
        holidays=alabama,
        source="Ala. Admin. Code r. 770-X-5-.17(1)(b)",
    ),
    "CT": Row(
        id="US-CT",
        texts="texts to Connecticut",
        week=_daily(Hours(time(9), time(20))),
        source="Conn. Gen. Stat. § 42-288a, as amended by P.A. 23-98",
    ),
    "FL": Row(
        id="US-FL",
        texts="texts to Florida",
        week=_daily(_8_20),
        source="Fla. Stat. § 501.616(6)(a)",
    ),
    "LA": Row(
        id="US-LA",
        texts="texts to Louisiana",
        week=_week(_8_20, _8_20, None),
        holidays=louisiana,
        source="Louisiana PSC, Do Not Call General Order R-29617",
    ),
    "MA": Row(
        id="US-MA",
        texts="texts to Massachusetts",
        week=_daily(_8_20),
        source="201 CMR 12.02(2), under M.G.L. c. 159C § 3",
    ),
    "MD": Row(
        id="US-MD",
        texts="texts to Maryland",
        week=_daily(_8_20),
        source="Md. Code, Com. Law § 14-4502 (Stop the Spam Calls Act of 2023)",
    ),
    "MS": Row(
        id="US-MS",
        texts="texts to Mississippi",
        week=_week(_8_20, _8_20, None),
        source="Miss. Code § 77-3-723(1)",
    ),
    "OK": Row(
        id="US-OK",
        texts="texts to Oklahoma",
        week=_daily(_8_20),
        source="Okla. Stat. tit. 15, § 775C.4 (Telephone Solicitation Act of 2022)",
    ),
    "RI": Row(
        id="US-RI",
        texts="texts to Rhode Island",
        week=_week(Hours(time(9), time(18)), Hours(time(10), time(17)), None),
        holidays=rhode_island,
        source="R.I. Gen. Laws §§ 5-61-2(2), 5-61-3.6",
    ),
    "TX": Row(
        id="US-TX",
        texts="texts to Texas",
        week=_week(_9_21, _9_21, Hours(time(12), time(21))),
        source="Tex. Bus. & Com. Code § 301.051(b)(2), read with S.B. 140 of 2025",
    ),
    "WA": Row(
        id="US-WA",
        texts="texts to Washington State",
        week=_daily(_8_20),
        source="RCW 19.158.040(2), 80.36.390",
    ),
}

FRANCE = Row(
    id="FR",
    texts="texts to France",
    week=_week(Hours(time(8), time(21, 30)), Hours(time(8), time(21, 30)), None),
    holidays=france,
    source="af2m, Charte Business Messaging: hours of 2026; Sundays and holidays as of 2024, since advised against",
)

COUNTRIES = {
    **dict.fromkeys(("US", "AS", "GU", "MP", "PR", "VI"), FEDERAL),
    **dict.fromkeys(("FR", "GF", "GP", "MQ", "RE", "YT"), FRANCE),
}
"""A country's own row, its territories and overseas departments included."""
