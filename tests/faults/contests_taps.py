"""What many want of one tap at once, played on the store by threads of one function."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.fakes.made import a_click
from tests.faults.contests import confirming
from tests.faults.crowd import rush
from tests.faults.flows_meetings import Sign
from tests.faults.people import People, fresh_number
from twofold.adapters.dynamodb.items import CodeItem, LeadItem
from twofold.contracts.errors import Forbidden
from twofold.contracts.instants import now
from twofold.contracts.payloads.signups import Confirmation


def verified(people: People, many: int) -> tuple[int, int]:
    """Of so many who open the link of one tap at once: how many are proved by it, and how many are not."""
    sign = Sign.put(people, proof="tap")
    picc, mac = sign.tag().tap()
    follow = people.process.wiring("register_leads").follow_tap()
    click = a_click(now(), query={"p": picc, "c": mac})
    pages = rush([lambda: follow(sign.asset.slug, click)] * many)
    assert all(isinstance(page, str) and "?tf_visit=" in page for page in pages), "everybody goes on"
    people.attach()
    told = [visit.verified for visit in sign.told()]
    return told.count(True), told.count(False)


@dataclass
class Earned:
    """What so many who confirmed on one tap got, and what is kept of it."""

    answers: list[Any]
    leads: int
    codes: int
    owner: str | None

    @property
    def in_order(self) -> bool:
        """One of them is a lead with a code, and all others were told to tap."""
        winners = [answer for answer in self.answers if isinstance(answer, Confirmation)]
        refused = [answer for answer in self.answers if isinstance(answer, Forbidden)]
        whose = [answer.lead.lead_id for answer in winners] == [self.owner]
        return whose and len(refused) == len(self.answers) - 1 and (self.leads, self.codes) == (1, 1)


def earned(people: People, many: int) -> Earned:
    """So many numbers were left for one tap, and all are confirmed at once."""
    sign = Sign.put(people, proof="tap")
    tap = sign.tapped()
    challenges = [sign.challenge(fresh_number(), tap).challenge_id for _ in range(many)]
    ask = confirming(people)
    answers = rush([partial(ask, each) for each in challenges])
    people.attach()
    here = sign.asset.asset_id
    leads, codes = (len(list(item.scan(item.asset_id == here))) for item in (LeadItem, CodeItem))
    return Earned(answers, leads, codes, sign.taps()[0].lead_id)
