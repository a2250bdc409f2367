"""Which steps send marketing: those have hours, caps and a consent to ask for."""

from twofold.automations.definition.steps import AnyStep, Send
from twofold.messages.texts.written import NOT_MARKETING


def is_marketing(step: AnyStep) -> bool:
    return isinstance(step, Send) and not NOT_MARKETING.issuperset(templates_of(step))


def templates_of(send: Send) -> tuple[str, ...]:
    """Every template that a lead may get by it."""
    return tuple(variant.template for variant in send.variants) or (send.template,)
