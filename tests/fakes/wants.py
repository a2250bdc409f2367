"""What automations say of their texts, as a test has it."""

from dataclasses import dataclass, field
from datetime import datetime

from twofold.codes.model import DiscountCode
from twofold.leads.model import Lead
from twofold.messages.model import Message


@dataclass(slots=True)
class Wants:
    """`over` has why an enrolment is over, as of now; `asked` the ids of the texts that it was asked about."""

    over: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def unwanted(
        self, message: Message, at: datetime, lead: Lead | None, code: DiscountCode | None
    ) -> str | None:
        assert message.enrolment, "it is no step of an automation"
        self.asked.append(message.message_id)
        return self.over.get(message.enrolment)
