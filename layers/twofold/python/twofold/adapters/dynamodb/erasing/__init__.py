"""Removes a person from the tables, one kind of traces to a file."""
