"""Verifies bundles of evidence, offline, with nothing but Python's standard library.

It shares no line of code with what writes them, and its folder can be handed to whoever doubts us.
"""
