"""Rewards leads whose friends came by their link."""

from typing import Any

from twofold.contracts.events import CodeRedeemed, EventData, LeadConfirmed
from twofold.entrypoints import bus
from twofold.entrypoints.deeds import Deed
from twofold.wiring import reward_referrals as wiring

reward = wiring.reward_referral()
deeds: dict[type[EventData], Deed] = {LeadConfirmed: reward, CodeRedeemed: reward}


def handle(event: dict[str, Any], context: Any) -> None:
    bus.hear(event, deeds)
