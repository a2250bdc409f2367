"""The append-only record of every event, which is also the outbox of the bus."""
