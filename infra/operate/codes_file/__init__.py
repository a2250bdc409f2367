"""Coupons that were made elsewhere, brought into a campaign's pool as a file."""
