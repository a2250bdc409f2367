"""From a decision to the provider: planned, decided, claimed, handed over, settled."""
