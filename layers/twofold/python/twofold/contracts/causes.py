"""Why a code was given, and why a cart holds one no more: the words of `CodeIssued.cause` and `CodeReleased.why`.

The events themselves take any word, so that a new one reaches those who listen with an older parser.
"""

from typing import Final, Literal

Cause = Literal["signup", "promise", "partner", "automation"]
"""A confirmation; one at which there was no code to be had; a partner or an automation, without any."""

SIGNUP: Final = "signup"
PROMISE: Final = "promise"
PARTNER: Final = "partner"
AUTOMATION: Final = "automation"

RELEASE: Final = "release"
"""The cart let go."""

LAPSE: Final = "lapse"
"""Its time was over."""
