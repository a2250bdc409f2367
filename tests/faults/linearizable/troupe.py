"""Several processes that play on the emulator's store, each in its own time, and the histories that come of it."""

import json
import os
import random
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

from infra.artefacts import ROOT
from tests.faults.linearizable.history import Operation, operation
from tests.faults.people import People
from twofold.adapters.dynamodb.issue import issue
from twofold.adapters.dynamodb.transaction import Transaction
from twofold.codes.draw import draw_code
from twofold.contracts.instants import now
from twofold.ledger.record import Origin

PLAYERS = 4
DEEDS = 4
LIFETIME = timedelta(hours=12)
KINDS = ("reserve", "reserve", "release", "redeem", "redeem", "redeem", "roll_back", "expire", "revoke")

Script = list[tuple[str, str]]


@dataclass(frozen=True)
class Troupe:
    """Processes that wait for a line each."""

    people: People
    players: list[subprocess.Popen[str]]

    def history(self, chance: random.Random) -> list[Operation]:
        """What all of them did to one fresh code, at once."""
        code = fresh_code(self.people)
        for number, player in enumerate(self.players):
            assert player.stdin
            told = {"code": code, "deeds": script(number, chance)}
            player.stdin.write(json.dumps(told) + "\n")
            player.stdin.flush()
        return [operation(told) for player in self.players for told in json.loads(_line(player))]


@contextmanager
def troupe(people: People, *mistakes: str) -> Iterator[Troupe]:
    """They end when the play is over."""
    twin = people.process.twin
    role = twin.credentials("redeem_codes")
    environment = os.environ | twin.environment("redeem_codes")
    environment |= {
        "AWS_ACCESS_KEY_ID": role["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": role["SecretAccessKey"],
    }
    environment |= {"AWS_SESSION_TOKEN": role["SessionToken"], "PYTHONPATH": str(ROOT)}
    with ExitStack() as stage:
        players = [stage.enter_context(_player(number, mistakes, environment)) for number in range(PLAYERS)]
        for player in players:
            assert _line(player) == "ready\n"
        yield Troupe(people, players)


def script(number: int, chance: random.Random) -> Script:
    """A few deeds of one process; it takes back what it spent itself, and its carts are its own."""
    deeds: Script = []
    for turn in range(DEEDS):
        kind = chance.choice(KINDS)
        order = f"order-{number}-{chance.randrange(2)}"
        cart = f"cart-{number}"
        argument = {"redeem": f"{order}@{cart}" if chance.random() < 0.5 else order, "roll_back": order}
        # A code that ended at once would leave nothing to race for.
        rare = kind in ("expire", "revoke") and turn < 2
        deeds.append(("redeem", argument["redeem"]) if rare else (kind, argument.get(kind, cart)))
    return deeds


def fresh_code(people: People) -> str:
    """Issued to nobody in particular, and good for hours."""
    at = now()
    campaign = people.campaign
    drawn = replace(draw_code(replace(campaign, code_prefix=""), at), expires_at=at + LIFETIME)
    transaction = Transaction(people.connection)
    issue(transaction, drawn, f"lead-{secrets.token_hex(8)}", Origin(campaign_id=campaign.campaign_id), at)
    transaction.commit()
    return drawn.code


@contextmanager
def _player(
    number: int, mistakes: tuple[str, ...], environment: dict[str, str]
) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.faults.linearizable.player", str(number), *mistakes]
    pipe = subprocess.PIPE
    player = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)
    try:
        yield player
    finally:
        player.kill()
        player.wait()


def _line(player: subprocess.Popen[str]) -> str:
    assert player.stdout
    return player.stdout.readline()
