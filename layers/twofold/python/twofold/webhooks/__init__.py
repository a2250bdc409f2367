"""Webhooks: CRMs and others are told of events as they happen, until each has arrived."""
