"""Telling a CRM what happened, as requests to its own API."""
