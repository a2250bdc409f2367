"""Leads who bring friends, and what they earn by it."""
