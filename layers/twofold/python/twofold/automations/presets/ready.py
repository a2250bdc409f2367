"""Who said that now is not the time is left alone for a month."""

from twofold.automations.definition.conditions import Condition

NOT_READY = "not-ready"
"""The tag of who said so; what they answer to the question why adds one of its own."""

READY = Condition(fact="lead.tags", not_=(NOT_READY,))
