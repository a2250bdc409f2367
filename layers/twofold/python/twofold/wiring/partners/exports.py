"""Exports: asked for, and fetched."""
