"""Hearing a CRM: what it sends becomes changes of leads, where it is news."""
