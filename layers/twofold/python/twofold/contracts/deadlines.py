"""How long sending one text may take, all in seconds: what a provider is given, and the function around it.

The stack gives the function `SENDING`; whoever asks a provider once more does so before `LAST_START`.
"""

REACH = 1.0
"""To reach a provider. What ends within it has surely not left."""

ANSWER = 5.0
"""From a text's first byte to the last one of the provider's answer."""

STORING = 1.0
"""To store how a text ended; a transaction takes a fraction of it."""

LONGEST_TEXT = REACH + ANSWER + STORING

SENDING = 9
"""What the function that sends is given for one text. Its queues hide a message six times as long, and a verification
code is good for sixty."""

LAST_START = SENDING - LONGEST_TEXT
"""How long after its start a text may still be handed to anybody anew, so that Lambda cuts nobody off."""
