"""Shops and CRMs: their keys and what those allow."""
