"""Builds use cases from settings, one module per function, so that none imports what it does not need."""
