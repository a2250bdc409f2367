"""Runs the emulator as it is, but for one thing: its Scheduler looks every second for what is due, and not every ten.

It runs in the emulator's own Python, where nothing of ours is.
"""

import importlib

SECONDS = 1
"""AWS keeps to the minute. Here nobody wants to wait, least of all where a day takes some seconds."""

INTERVAL = "_SCHEDULE_TICK_INTERVAL"


def main() -> None:
    """Until it is told to stop. Ends with a sentence where this version of the emulator has no such interval."""
    scheduler = importlib.import_module("ministack.services.scheduler")
    if not hasattr(scheduler, INTERVAL):
        raise SystemExit(
            f"This version of the emulator has no {INTERVAL}; look how often its Scheduler looks."
        )
    setattr(scheduler, INTERVAL, SECONDS)
    importlib.import_module("ministack.app").main()


if __name__ == "__main__":
    main()
