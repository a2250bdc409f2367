"""Builds use cases from settings, one module per function, so that none imports what it does not need.

`sweep_overdue` shares the relay's.
"""
