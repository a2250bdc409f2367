"""Automations: what sets them off, what they do when, and whoever is on the way through one."""
