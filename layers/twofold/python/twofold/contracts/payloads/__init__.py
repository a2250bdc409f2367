"""Bodies of requests and answers of the HTTP contract, version 1.

Requests are strict: closed to unknown fields, bounded, no coercion. Money is in minor units (cents) with an
ISO 4217 currency; times are UTC, ISO 8601 to the second (`2026-11-22T09:00:00Z`).
"""
