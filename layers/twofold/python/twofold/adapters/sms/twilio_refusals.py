"""What Twilio's refusals mean. Codes: https://www.twilio.com/docs/api/errors"""

from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import SecretSettings, TwilioSettings
from twofold.messages.ports import NumberRejected, RecipientOptedOut, SmsRejected

from .answer import Answer

_OPTED_OUT = 21610
_NUMBERS = frozenset({21211, 21217, 21614})
"""No valid number, one that is likely not to exist, one that is not a mobile."""

_SENDERS = frozenset({21212, 21603, 21606, 21659, 21660, 21703, 21705})
"""The operator's number or messaging service is none that can send; texts will leave when that is put right."""

_CREDENTIALS = frozenset({401, 403, 404})
_TOO_MANY = (429, 20429)
_CHECK_ACCOUNT = (
    f"Check {TwilioSettings.variable('account_sid')} and the auth token in the secret that "
    f"{SecretSettings.variable('twilio')} names."
)
_CHECK_SENDER = f"Check {TwilioSettings.variable('sender')}."


def judge(answer: Answer) -> SmsRejected | Unavailable:
    """An answer that is not a success. Its own words are not passed on: they name the number."""
    told = answer.said.get("code")
    code = told if type(told) is int else None
    if not 400 <= answer.status < 500 or code is None:
        return answer.not_taken("Twilio", _CHECK_ACCOUNT if answer.status in _CREDENTIALS else "")
    if code == _OPTED_OUT:
        return RecipientOptedOut("The number has opted out of texts at Twilio.")
    if code in _NUMBERS:
        return NumberRejected("Twilio cannot send to this number.", code=str(code))
    if answer.status in _CREDENTIALS or answer.status in _TOO_MANY or code in _TOO_MANY or code in _SENDERS:
        return Unavailable(f"Twilio did not take the text: {code}. {_advice(answer.status, code)}".strip())
    return SmsRejected(f"Twilio refused the text: {code}.", code=str(code))


def _advice(status: int, code: int) -> str:
    if code in _SENDERS:
        return _CHECK_SENDER
    return _CHECK_ACCOUNT if status in _CREDENTIALS else ""
