"""What an automation is called, whom it is for, and how many may be in it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.samples import BUFFET
from tests.unit.automations.check.judged import ON_CART, errors, found
from twofold.automations.definition.automation import Again
from twofold.automations.definition.steps import Send, Wait
from twofold.automations.presets import presets

MARKETING_ALONE = replace(BUFFET, consents=(replace(BUFFET.consents[-1], scopes=("marketing",)),))
CART = (Wait(hours=1, after="cart"), Send(id="cart", template="cart", once_per="cart"))


@pytest.mark.parametrize("preset", presets("buffet-20"), ids=lambda preset: preset.automation_id)
def test_nothing_is_wrong_with_a_preset_nor_could_be_better(preset):
    assert (
        found(*preset.steps, **{n: getattr(preset, n) for n in preset.__struct_fields__ if n != "steps"})
        == []
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"automation_id": ""}, "automation_id: this is a name for machines"),
        ({"automation_id": "Day 7"}, "automation_id: this is a name for machines"),
        ({"automation_id": "a#b"}, "automation_id: this is a name for machines"),
        ({"automation_id": "-a"}, "automation_id: this is a name for machines"),
        ({"automation_id": "a" * 41}, "automation_id: this is a name for machines"),
        ({"campaign_id": "spa-10"}, "campaign_id: this is buffet-20, whose automation it is"),
        ({"name": " "}, "name: what people call it is one line of up to 80"),
        ({"name": "a\nb"}, "name: what people call it is one line"),
        ({"name": "a" * 81}, "name: what people call it is one line"),
        ({"daily_most": 10_000_001}, "daily_most: this is 1 or more texts a day"),
        ({"holdout": -1}, "holdout: this is 0 to 50 per cent"),
        ({"holdout": 51}, "holdout: this is 0 to 50 per cent"),
        ({"daily_most": 0}, "daily_most: this is 1 or more texts a day"),
        ({"again": Again(rule="after")}, "again.days: say after how many days: 1 to 400"),
        ({"again": Again(rule="after", days=401)}, "again.days: say after how many days"),
        ({"again": Again(rule="each", days=3)}, "again.days: days belong to the rule after"),
        ({"scope": "marketting"}, "scope: nobody agrees to `marketting`; did you mean marketing?"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_path(fields: dict[str, Any], said: str):
    told = errors(**fields)
    assert len(told) == 1
    assert told[0].startswith(said)


@pytest.mark.parametrize(
    "fields",
    [
        {"holdout": 0},
        {"holdout": 50},
        {"daily_most": 1},
        {"daily_most": 10_000_000},
        {"name": "a" * 80},
        {"automation_id": "a"},
    ],
)
def test_bounds_are_within(fields: dict[str, Any]):
    assert found(**fields) == []


def test_reminders_of_carts_that_nobody_agreed_to_are_advised_against_with_what_to_do():
    (told,) = found(*CART, campaign=MARKETING_ALONE, **ON_CART)
    assert told.startswith(
        "scope (advice): no consent of this campaign is for cart_reminders, so nobody enters."
    )
    assert '"scopes": ["marketing", "cart_reminders"]' in told


def test_a_text_about_a_cart_wants_the_consent_that_names_carts():
    (told,) = found(*CART, **{**ON_CART, "scope": "marketing"})
    assert told.startswith("scope (advice): carriers want a consent that names carts")


def test_errors_stand_before_advice():
    told = found(*CART, campaign=MARKETING_ALONE, **{**ON_CART, "holdout": 51})
    assert [each.partition(":")[0] for each in told] == ["holdout (error)", "scope (advice)"]
