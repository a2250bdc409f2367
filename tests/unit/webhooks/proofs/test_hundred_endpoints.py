"""A hundred endpoints, of which 20 hang, 10 fail and 5 redirect: the others notice nothing of it.

Both runs, with the sick ones and without, are made one after the other, by real couriers over real sockets. What is
compared are the times from an event to its arrival. On AWS each courier is an invocation of its own; here all of them
share one process and maybe two cores, hence the margins.
"""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

import pytest
import standardwebhooks
import svix.webhooks

from tests.unit.webhooks.proofs.crowd import ELSEWHERE, FAILS, HANGS, REDIRECTS, WELL, Crowd, crowd
from tests.unit.webhooks.proofs.town import Town
from twofold.webhooks.sending.attempt import PATIENCE

HEALTHY, HANGING, FAILING, REDIRECTING = 65, 20, 10, 5
FACTOR, MARGIN = 2.0, 0.75
"""So much later than without the sick may the median arrive, and all but a twentieth: so many times, and seconds."""


@dataclass(frozen=True, slots=True)
class Size:
    """One event each `every` seconds; an endpoint has `patience` seconds."""

    events: int
    every: float
    patience: float


SMALL = Size(events=12, every=0.15, patience=1.0)
FULL = Size(events=60, every=0.5, patience=PATIENCE)


@dataclass(frozen=True, slots=True)
class Run:
    town: Town
    crowd: Crowd

    @property
    def healthy(self) -> Sequence[str]:
        return [path for path in self.town.secrets if path.startswith("/well")]

    @property
    def sick(self) -> Sequence[str]:
        return [path for path in self.town.secrets if not path.startswith("/well")]

    def waits(self) -> Sequence[float]:
        """Seconds from an event to its first arrival at each of the healthy."""
        first: dict[tuple[str, str], float] = {}
        for arrival in self.crowd.arrivals:
            if arrival.path.startswith("/well"):
                first.setdefault((arrival.path, arrival.event_id), arrival.at)
        return sorted(at - self.town.happened[event_id] for (_, event_id), at in first.items())


def statuses() -> Mapping[str, int]:
    kinds = {"well": (HEALTHY, WELL), "hangs": (HANGING, HANGS), "fails": (FAILING, FAILS)}
    told = {f"/{kind}/{n}": status for kind, (many, status) in kinds.items() for n in range(many)}
    redirects = zip(range(REDIRECTING), cycle(REDIRECTS), strict=False)
    return {**told, **{f"/redirects/{n}": status for n, status in redirects}}


def run(size: Size, *, with_sick: bool, couriers: int = 128) -> Run:
    told = statuses()
    with crowd(told) as endpoints:
        town = Town(crowd=endpoints, patience=size.patience, couriers=couriers)
        town.subscribe([path for path in told if with_sick or told[path] == WELL])
        turned = [path for path in town.secrets if told[path] == WELL][::2]
        town.happen(size.events, size.every, lambda: town.rotate(*turned))
        town.threads.go_home()
        return Run(town, endpoints)


@dataclass(frozen=True, slots=True)
class Both:
    size: Size
    without: Run
    with_sick: Run


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(SMALL, id="small"),
        pytest.param(FULL, id="full", marks=pytest.mark.prove),
    ],
)
def both(request: pytest.FixtureRequest) -> Both:
    size: Size = request.param
    return Both(size, run(size, with_sick=False), run(size, with_sick=True))


def test_the_healthy_get_everything_whoever_is_sick(both: Both):
    for each in (both.without, both.with_sick):
        got = {(arrival.path, arrival.event_id) for arrival in each.crowd.arrivals}
        assert len(each.healthy) == HEALTHY
        assert len(each.town.happened) == both.size.events
        assert {(path, event_id) for path in each.healthy for event_id in each.town.happened} <= got


def test_and_no_later_than_without_them(both: Both):
    without, with_sick = both.without.waits(), both.with_sick.waits()
    print(f"\nwithout the sick: {_told(without)}\nwith them:        {_told(with_sick)}")
    assert not _later(without, with_sick)


def test_nothing_is_lost_as_what_did_not_arrive_waits(both: Both):
    town = both.with_sick.town
    assert len(both.with_sick.sick) == HANGING + FAILING + REDIRECTING
    for path in both.with_sick.sick:
        states = town.states(path)
        assert states.keys() == town.happened.keys()
        assert all(row.state == "waiting" and row.due_at for row in states.values()), path
        assert path in {told for told, _ in town.threads.wakes}, f"nobody comes back to {path}"
    for path in both.with_sick.healthy:
        assert {row.state for row in town.states(path).values()} == {"delivered"}


def test_who_hangs_is_cut_off_when_patience_ends_and_no_sooner(both: Both):
    """As the couriers measure it, and as the endpoints see the line end."""
    town, patience = both.with_sick.town, both.size.patience
    hanging = [path for path in both.with_sick.sick if path.startswith("/hangs")]
    tries = [tried for path in hanging for row in town.states(path).values() for tried in row.tries]
    waited, held = sorted(tried.ms / 1_000 for tried in tries), [s for _, s in both.with_sick.crowd.held]
    print(
        f"\n{len(waited)} calls waited {waited[0]:.3f} to {waited[-1]:.3f} s, were held {max(held):.3f} s at most"
    )
    assert {tried.error for tried in tries} == {"timeout"}
    assert len(hanging) == HANGING
    assert all(town.states(path) for path in hanging)
    assert patience - 0.01 <= waited[0]
    assert max(*waited, *held) <= patience + 1


def test_nobody_goes_where_a_redirect_points(both: Both):
    paths = {arrival.path for arrival in both.with_sick.crowd.arrivals}
    assert len([path for path in paths if path.startswith("/redirects/")]) == REDIRECTING
    assert ELSEWHERE not in paths


@pytest.mark.parametrize(
    "library", [standardwebhooks.Webhook, svix.webhooks.Webhook], ids=["standard", "svix"]
)
def test_the_official_libraries_verify_every_delivery_with_either_secret_while_it_rotates(
    both: Both, library
):
    alone = together = 0
    for arrival in both.with_sick.crowd.arrivals:
        known = both.with_sick.town.secrets[arrival.path]
        signatures = len(arrival.headers["webhook-signature"].split())
        for secret in known[:signatures]:
            library(secret).verify(arrival.body, arrival.headers)
        alone, together = alone + (signatures == 1), together + (signatures == 2)
    print(f"\n{alone} deliveries verified with the one secret, {together} with both")
    assert alone > both.size.events * HEALTHY / 2
    assert together > both.size.events * HEALTHY / 8


@pytest.mark.prove
def test_couriers_that_stood_in_each_others_way_would_be_caught():
    """As planted: ten for everybody, so that who hangs keeps one from the others."""
    without, with_sick = run(SMALL, with_sick=False), run(SMALL, with_sick=True, couriers=10)
    print(f"\nwithout the sick: {_told(without.waits())}\nwith ten couriers: {_told(with_sick.waits())}")
    assert _later(without.waits(), with_sick.waits())


def _later(without: Sequence[float], with_sick: Sequence[float]) -> bool:
    pairs = zip(_quantiles(without), _quantiles(with_sick), strict=True)
    return any(sick > well * FACTOR + MARGIN for well, sick in pairs)


def _quantiles(waits: Sequence[float]) -> tuple[float, float]:
    """The median, and what all but a twentieth are within."""
    return statistics.median(waits), waits[int(len(waits) * 0.95)]


def _told(waits: Sequence[float]) -> str:
    half, most = _quantiles(waits)
    return f"{len(waits)} arrivals, median {half:.3f} s, 95 % within {most:.3f} s, the last {waits[-1]:.3f} s"
