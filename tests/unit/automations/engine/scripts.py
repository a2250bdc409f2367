"""The automations that the people of a street live with, one of them in two versions."""

from tests.unit.automations.definitions import DAY_7, DAY_21, an_automation
from twofold.automations.definition.automation import Again, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import IssueCode, Send, Tag, Until, Wait

# Of the three people, one is held out of what reminds them of their code, another one of what thanks them.
SIGNED_UP = On(event="code.issued", where=(Condition(fact="event.cause", is_=("signup", "promise")),))

UNUSED = an_automation(
    Wait(days=7),
    DAY_7,
    Wait(days=14),
    DAY_21,
    trigger=SIGNED_UP,
    exits=("redeemed", "code_over"),
    again=Again(rule="each"),
    holdout=70,
)
LONGER = an_automation(
    Wait(days=3),
    Tag(id="asked", add=("asked",)),
    Wait(days=4),
    DAY_7,
    Wait(days=10),
    DAY_21,
    trigger=SIGNED_UP,
    exits=("redeemed", "code_over"),
    again=Again(rule="each"),
    holdout=70,
)
CART = an_automation(
    Wait(hours=1, after="cart"),
    Send(id="cart", template="cart", once_per="cart", within_hours=48),
    automation_id="cart",
    trigger=On(event="cart.updated"),
    conditions=(Condition(fact="cart.state", is_=("open",)),),
    exits=("ordered", "redeemed"),
    again=Again(rule="each"),
    scope="cart_reminders",
    holdout=0,
)
THANKS = an_automation(
    Wait(days=1),
    Until(time="11:00"),
    Send(id="thanks", template="thanks"),
    Wait(days=2),
    IssueCode(id="code"),
    Wait(hours=3),
    Send(id="back", template="come_back"),
    Tag(id="tag", add=("thanked",)),
    automation_id="thank-you",
    trigger=On(event="code.redeemed"),
    exits=("replied",),
    again=Again(rule="after", days=20),
    holdout=40,
    daily_most=2,
)
