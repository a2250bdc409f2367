"""Sheets to print: what stands where, in millimetres, before anybody renders it."""
