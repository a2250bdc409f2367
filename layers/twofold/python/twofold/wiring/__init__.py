"""Builds use cases from settings, one module per function (`sweep_overdue` shares the relay's), so that none imports what it does not need."""
