"""What holds, of which fact."""

import pytest

from twofold.automations.definition.conditions import Condition, Fact


@pytest.mark.parametrize(
    ("condition", "value", "holds"),
    [
        (Condition(fact="lead.locale", is_=("de", "pl")), "PL", True),
        (Condition(fact="lead.locale", is_=("de",)), "pl", False),
        (Condition(fact="lead.locale", is_=("de",)), None, False),
        (Condition(fact="lead.tags", is_=("vip",)), ("new", "VIP"), True),
        (Condition(fact="lead.tags", not_=("dormant",)), ("new",), True),
        (Condition(fact="lead.tags", not_=("dormant",)), ("dormant", "new"), False),
        (Condition(fact="lead.tags", not_=("dormant",)), None, True),
        (Condition(fact="cart.amount", at_least=2_000), 2_000, True),
        (Condition(fact="cart.amount", at_least=2_000), 1_999, False),
        (Condition(fact="cart.amount", at_most=2_000), None, False),
        (Condition(fact="cart.amount", at_least=1, at_most=5), 3, True),
        (Condition(fact="event.amount", is_=("12",)), 12, True),
        (Condition(fact="lead.locale"), None, True),
    ],
)
def test_a_condition_holds_where_all_that_it_says_does(condition: Condition, value: Fact, holds: bool):
    assert condition.holds(value) is holds
