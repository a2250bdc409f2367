"""Exports: what is kept, written into files that whoever asked may fetch."""
