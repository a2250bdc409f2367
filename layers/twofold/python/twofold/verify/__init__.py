"""Verifies bundles of evidence, offline."""
