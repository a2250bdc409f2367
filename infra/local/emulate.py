"""Runs the emulator as it is, but for one thing: its Scheduler looks four times a second for what is due.

It runs in the emulator's own Python, where nothing of ours is.
"""

import importlib

SECONDS = 0.25
"""The emulator's own ten are several days where a day takes some seconds. Schedules are for whole seconds, and what
waited for the morning must come while it is day: a second and this are less than thirteen hours of a day of three."""

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
