"""How an asset was met is counted, and told for the days that were asked for."""

from tests.fakes.visits import InMemoryVisits
from twofold.visits.model import Count


def met(memory, kind, number=1, device="phone", utm=None, day="2026-11-21"):
    count = Count(asset_id="ast_window_poster", day=day, kind=kind, device=device, utm=utm)
    for _ in range(number):
        InMemoryVisits(memory).count(count)


def test_visits_are_counted_by_day_kind_device_and_utm(make, memory):
    met(memory, "scanned", 3)
    met(memory, "scanned", 12, utm={"utm_source": "flyer"}, day="2026-11-22")
    met(memory, "machine", device="other")
    text = make("counts", "ast_window_poster", text=True)
    assert text == "\n".join(
        [
            "window_poster, 2026-10-24 to 2026-11-22 (days of UTC)",
            "",
            "day         kind     device  utm      number",
            "2026-11-21  machine  other                 1",
            "2026-11-21  scanned  phone                 3",
            "2026-11-22  scanned  phone   flyer//      12",
            "in all      machine                        1",
            "in all      scanned                       15",
        ]
    )


def test_scripts_get_the_counts_of_the_days_they_ask_for(make, memory):
    met(memory, "scanned", 3, day="2026-11-20")
    met(memory, "scanned", 2, day="2026-11-21")
    told = make("counts", "ast_window_poster", "--from", "2026-11-21", "--to", "2026-11-21")
    assert (told["from"], told["to"], told["totals"]) == ("2026-11-21", "2026-11-21", {"scanned": 2})
    assert told["counts"] == [
        {"day": "2026-11-21", "kind": "scanned", "device": "phone", "utm": "", "number": 2}
    ]


def test_an_asset_that_nobody_met_says_so(make):
    assert make("counts", "ast_landing", text=True).endswith(": nothing was counted.")


def test_what_strangers_put_into_an_address_does_not_move_the_cursor(make, memory):
    met(memory, "scanned", utm={"utm_source": "\x1b[2J"})
    assert "\x1b" not in make("counts", "ast_window_poster", text=True)


def test_a_table_tells_twenty_utm_combinations_apart_and_scripts_get_them_all(make, memory):
    met(memory, "scanned", 5)
    for number in range(1, 23):
        met(memory, "scanned", 2 if number < 21 else 1, utm={"utm_source": f"s{number}"})
    lines = make("counts", "ast_window_poster", text=True).splitlines()[3:]
    assert [line.split()[3:] for line in lines if " other " in line] == [["other", "2"]]
    assert len(lines) == 1 + 20 + 1 + 1
    assert lines[-1].split() == ["in", "all", "scanned", "47"]
    assert len(make("counts", "ast_window_poster")["counts"]) == 23


def test_twenty_combinations_are_all_told(make, memory):
    for number in range(20):
        met(memory, "scanned", utm={"utm_source": f"s{number}"})
    assert "other" not in make("counts", "ast_window_poster", text=True)
